"""One request and its answer, over connections that are vetted and end in time.

With `connecting`, the home of httpx and its core.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, metadata

import httpcore
import httpx

from promissory.errors import SourceError
from promissory.reading.connecting import Deadline, GuardedTransport
from promissory.reading.context import Fetched
from promissory.reading.guarding import Guard
from promissory.reading.pacing import Manners
from promissory.reading.receiving import receive

AGENT = "promissory"
PORTS = {"http": 80, "https": 443}
#: Kinds of content that hold no text, refused before they are loaded.
TEXTLESS = ("image/", "audio/", "video/", "font/")
ACCEPTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8"
LATER = "try again later"


class Lost(SourceError):
    """An address that is gone or out of reach: what was stored of it may stand in."""


@dataclass(frozen=True, slots=True)
class Answer(Fetched):
    """What an address gave, with the HTTP status, and when (ISO 8601, UTC); `stored` if it was read from the store."""

    status: int = 200
    fetched_at: str = ""
    stored: bool = False


def user_agent() -> str:
    """Who asks: name, version, and the address of the project where the package states one."""
    try:
        package = metadata(AGENT)
    except PackageNotFoundError:
        return AGENT
    pages = [line.partition(", ")[2] for line in package.get_all("Project-URL") or ()]
    return f"{AGENT}/{package['Version']}" + (f" (+{pages[0]})" if pages else "")


@dataclass(frozen=True)
class Exchange:
    """What requests are made with. `clock` counts seconds, `now` tells the moment, `network` opens connections."""

    manners: Manners
    guard: Guard
    clock: Callable[[], float]
    now: Callable[[], datetime]
    network: httpcore.NetworkBackend

    def ask(self, at: httpx.URL, headers: Mapping[str, str], cut: bool) -> Answer:
        """One request; Lost where no answer comes."""
        deadline = Deadline(self.manners.total_seconds, self.clock)
        try:
            return self._exchanged(at, headers, cut, deadline)
        except httpcore.TimeoutException as fault:
            deadline.within(None)
            raise Lost(f"the host {at.host} does not answer in time", str(at), LATER) from fault
        except (httpcore.NetworkError, httpcore.ProtocolError) as fault:
            what = f"no answer from {at.host}: {fault or type(fault).__name__}"
            raise Lost(what, str(at), "check the address, or try again later") from _first_cause(fault)

    def _exchanged(self, at: httpx.URL, headers: Mapping[str, str], cut: bool, deadline: Deadline) -> Answer:
        asked = {"User-Agent": user_agent(), "Accept": ACCEPTED, "Accept-Encoding": "gzip, deflate", "Connection": "close", **headers}
        manners = self.manners
        times = httpx.Timeout(manners.read_seconds, connect=manners.connect_seconds)
        transport = GuardedTransport(self.guard, deadline, self._tls, self.network)
        with (
            httpx.Client(transport=transport, timeout=times, trust_env=False) as client,
            client.stream("GET", at, headers=asked) as response,
        ):
            given = dict(response.headers)
            content = b"" if response.status_code != HTTPStatus.OK else self._body(response, given, cut)
            moment = self.now().strftime("%Y-%m-%dT%H:%M:%SZ")
            return Answer(str(at), str(at), content, given.get("content-type"), given, response.status_code, moment)

    def _body(self, response: httpx.Response, headers: Mapping[str, str], cut: bool) -> bytes:
        kind = headers.get("content-type", "").strip().lower()
        if kind.startswith(TEXTLESS):
            raise SourceError(f"the address holds no text but {kind.partition(';')[0]}", str(response.url), "name the page of the report")
        return receive(response.iter_raw(), headers, self.manners.robots_bytes if cut else self.manners.body_bytes, cut=cut)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()


def checked(url: str) -> httpx.URL:
    """The address as it is asked for, without its fragment; SourceError for what is no web address."""
    try:
        at = httpx.URL(url)
        host = at.host
    except (httpx.InvalidURL, UnicodeError) as fault:
        raise SourceError(f"not an address: {fault}", url, "check the spelling") from fault
    if at.scheme not in PORTS:
        raise SourceError(f"only http and https addresses are fetched, not {at.scheme or 'this'}", url, "save the page and name the file")
    if not host:
        raise SourceError("the address names no host", url, "check the spelling")
    if at.userinfo:
        raise SourceError("an address with a user name or password is not fetched", url, "leave out what stands before the @")
    return at.copy_with(fragment=None)


def _first_cause(fault: BaseException) -> BaseException:
    """The fault of the system under that of the library."""
    while fault.__cause__ is not None:
        fault = fault.__cause__
    return fault
