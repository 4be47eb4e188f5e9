"""What stands between the web and the app: headers, sizes, rates, and where a form may come from."""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from promissory.errors import UsageError

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
#: Bytes of a request's body, and writes of one client: so many at once, and so many a second after that.
MOST_BYTES, BURST, RATE = 20_000_000, 30, 1.0
WRITES = ("POST", "PUT", "PATCH", "DELETE")
CLIENTS = 10_000


class TooMuch(Exception):
    """A request's body is larger than the app takes."""


@dataclass
class Buckets:
    """How many writes each client has left; `clock` gives seconds."""

    burst: float = BURST
    rate: float = RATE
    clock: Callable[[], float] = time.monotonic
    _held: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, client: str) -> bool:
        """Whether a client may write once more now."""
        moment = self.clock()
        left, since = self._held.pop(client, (self.burst, moment))
        left = min(self.burst, left + (moment - since) * self.rate)
        self._held[client] = (left - 1 if left >= 1 else left), moment
        if len(self._held) > CLIENTS:
            self._held.popitem(last=False)
        return left >= 1


class Guard:
    """Refuses what is too large, too often or sent from another site; puts the headers on every answer."""

    def __init__(self, app: ASGIApp, buckets: Buckets | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._app, self._buckets, self._most = app, buckets or Buckets(), most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _with_headers(send)
        if refusal := self._refusal(scope):
            await _refuse(answer, *refusal)
            return
        try:
            await self._app(scope, _counted(receive, self._most), answer)
        except TooMuch:
            await _refuse(answer, 413, *_too_large(self._most))

    def _refusal(self, scope: Scope) -> tuple[int, str, str] | None:
        headers = Headers(scope=scope)
        if scope["method"] not in WRITES:
            return None
        if not _same_site(headers):
            return 403, "was sent from another site", "send the form from its own page"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most:
            return 413, *_too_large(self._most)
        if not self._buckets.take((scope.get("client") or ("unknown", 0))[0]):
            return 429, "too many requests", "wait a minute"
        return None


def _too_large(most: int) -> tuple[str, str]:
    return "the request is too large", f"send at most {most // 1_000_000} MB, or use promissory build"


def _same_site(headers: Headers) -> bool:
    """Whether a browser sent it from a page of ours; programs that are no browsers send neither header."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")


def _counted(receive: Receive, most: int) -> Receive:
    received = 0

    async def take() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise TooMuch
        return message

    return take


def _with_headers(send: Send) -> Send:
    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return answer


async def _refuse(send: Send, status: int, what: str, cure: str) -> None:
    body = json.dumps(UsageError(what, "request", cure).to_record()).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
