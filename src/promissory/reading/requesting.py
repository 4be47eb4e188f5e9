"""Asking for an address politely: redirections, robots.txt, retries, conditional requests, and the store of what came."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus

import httpcore
import httpx
from protego import Protego

from promissory.errors import SourceError
from promissory.reading.exchanging import AGENT, LATER, PORTS, Answer, Exchange, Lost, checked
from promissory.reading.guarding import Guard, UnknownHost
from promissory.reading.keeping import Kept, Store
from promissory.reading.pacing import BUSY, Manners, Pace, asked_wait, backoff

REDIRECTIONS = frozenset((301, 302, 303, 307, 308))
GONE = frozenset((404, 410, 451))


class Fetcher:
    """Fetches addresses one after the other, with a memory of hosts, their robots.txt and what was stored."""

    def __init__(
        self,
        manners: Manners,
        guard: Guard,
        store: Store | None = None,
        *,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        network: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._manners, self._store, self._clock, self._now = manners, store, clock, now
        self._exchange = Exchange(manners, guard, clock, now, network or httpcore.SyncBackend())
        self._pace = pace or Pace(manners)
        self._robots: dict[str, tuple[float, Protego | Lost | None]] = {}

    def fetch(self, url: str, *, recall: bool = True) -> Answer:
        """What an address gives now; SourceError in one line where it cannot be had.

        Unchanged since it was stored, it is read from the store; with `recall` also if it is gone or out of reach.
        """
        kept = self._store.latest(url) if self._store else None
        stored = self._stored(kept) if kept else None
        try:
            answer = self._followed(url, kept if stored else None)
        except Lost as fault:
            if stored and recall:
                return stored
            raise SourceError(fault.what, fault.where, fault.cure) from fault
        if answer.status == HTTPStatus.NOT_MODIFIED and stored:
            return replace(stored, fetched_at=answer.fetched_at)
        self._keep(answer)
        return answer

    def _stored(self, kept: Kept) -> Answer | None:
        content = self._store.body(kept) if self._store else None
        if content is None:
            return None
        return Answer(kept.url, kept.final_url, content, kept.content_type, kept.headers, kept.status, kept.fetched, stored=True)

    def _keep(self, answer: Answer) -> None:
        if self._store:
            digest, size = sha256(answer.content).hexdigest(), len(answer.content)
            facts = (answer.url, answer.final_url, answer.status, answer.content_type, answer.headers, digest, size, answer.fetched_at)
            self._store.keep(Kept(*facts), answer.content)

    def _followed(self, url: str, kept: Kept | None) -> Answer:
        """The answer at the end of the redirections, each of them vetted like the first address."""
        at = first = checked(url)
        for _ in range(self._manners.redirections + 1):
            with _told_of(url, None if at == first else at):
                self._admit(at)
                conditions = kept.conditions if kept and kept.final_url == str(at) else {}
                answer = self._tried(at, conditions)
                if answer.status not in REDIRECTIONS:
                    return self._accepted(replace(answer, url=url))
                at = _next(at, answer)
        raise SourceError(f"more than {self._manners.redirections} redirections", url, "name the address that they lead to")

    def _accepted(self, answer: Answer) -> Answer:
        if answer.status in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION, HTTPStatus.NOT_MODIFIED):
            return answer
        fault = Lost if answer.status in GONE or answer.status >= 500 else SourceError
        raise fault(
            f"the server answered {_status_words(answer.status)}", answer.url, "check the address" if answer.status < 500 else LATER
        )

    def _admit(self, at: httpx.URL) -> None:
        """SourceError if the host's robots.txt does not admit us to the address."""
        rules = self._rules(at)
        if rules is None:
            return
        if not rules.can_fetch(str(at), AGENT):
            raise SourceError("the site's robots.txt asks not to fetch it", str(at), "save the page by hand and name the file")
        if delay := rules.crawl_delay(AGENT):
            self._pace.slow_down(_site(at), delay)

    def _rules(self, at: httpx.URL) -> Protego | None:
        """The rules of a host, asked for once a day; None where there are none. A host that gave none is left alone for a while."""
        until, rules = self._robots.get(_site(at), (0.0, None))
        if self._clock() >= until:
            try:
                rules, lasts = self._asked_rules(at), self._manners.robots_seconds
            except Lost as fault:
                rules, lasts = fault, self._manners.fault_seconds
            self._robots[_site(at)] = (self._clock() + lasts, rules)
        if isinstance(rules, Lost):
            raise Lost(rules.what, rules.where, rules.cure)
        return rules

    def _asked_rules(self, at: httpx.URL) -> Protego | None:
        page = at.join("/robots.txt")
        for _ in range(self._manners.redirections + 1):
            answer = self._tried(page, {}, cut=True)
            if answer.status == HTTPStatus.OK:
                return Protego.parse(answer.content.decode("utf-8", "replace"))
            if answer.status >= 500 or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
                raise Lost(f"the site's robots.txt cannot be read: {_status_words(answer.status)}", str(page), LATER)
            if answer.status not in REDIRECTIONS:
                return None
            page = _next(page, answer)
        return None

    def _tried(self, at: httpx.URL, headers: Mapping[str, str], *, cut: bool = False) -> Answer:
        """The answer, asked for again where the host is busy or does not answer."""
        for attempt in range(1, self._manners.tries + 1):
            self._pace.wait(_site(at))
            last = attempt == self._manners.tries
            try:
                answer = self._exchange.ask(at, headers, cut)
            except UnknownHost as fault:
                raise Lost(fault.what, fault.where, fault.cure) from fault
            except Lost as fault:
                if last or isinstance(fault.__cause__, ssl.SSLError):
                    raise
                wait = backoff(attempt, self._manners)
            else:
                if answer.status not in BUSY or last:
                    return answer
                wait = self._asked_wait(answer, backoff(attempt, self._manners))
            self._pace.rest(wait)
        raise AssertionError("the last try returns or raises")

    def _asked_wait(self, answer: Answer, otherwise: float) -> float:
        asked = asked_wait(answer.headers, self._now())
        if asked is not None and asked > self._manners.longest_wait:
            what = f"the server answered {_status_words(answer.status)} and asks to wait {asked:,.0f} seconds"
            raise Lost(what, answer.final_url, LATER)
        return otherwise if asked is None else asked


def _next(at: httpx.URL, answer: Answer) -> httpx.URL:
    """Where a redirection leads."""
    location = answer.headers.get("location", "")
    if not location:
        raise SourceError(f"the server answered {_status_words(answer.status)} and does not say where to", str(at))
    try:
        return checked(str(at.join(location)))
    except httpx.InvalidURL as fault:
        raise SourceError(f"redirected to what is no address: {fault}", str(at)) from fault


@contextmanager
def _told_of(url: str, led_to: httpx.URL | None) -> Iterator[None]:
    """Faults name the address as the user gave it, and where it led if that is another."""
    try:
        yield
    except SourceError as fault:
        kind = Lost if isinstance(fault, Lost) else SourceError
        raise kind(f"led to {led_to}: {fault.what}" if led_to else fault.what, url, fault.cure) from fault


def _site(at: httpx.URL) -> str:
    """What keeps one pace and has one robots.txt: scheme, host and port."""
    return f"{at.scheme}://{at.host}:{at.port or PORTS[at.scheme]}"


def _status_words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
