"""Pages that many ask for, answered as they were made a moment ago.

A reader without a session sees what every other sees: such an answer is kept, compressed as it was sent, and given again without
another look at the ledger for a second, and until the ledger changes for at most ten. One request makes it anew; whoever asks
meanwhile gets the former one.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from promissory.errors import PromissoryError

#: Seconds that an answer is given unasked, and at most; answers kept, bytes of one, bytes of all.
UNASKED, AT_MOST = 1.0, 10.0
KEPT, LARGEST, ROOM = 4_000, 500_000, 100_000_000
Key = tuple[str, ...]


@dataclass(slots=True)
class Kept:
    """One answer: of which version of the ledger it is, when it was made, until when it is given unasked."""

    start: Message
    body: bytes
    tag: bytes
    version: str
    made: float
    until: float
    renewing: bool = False


class Cache:
    """The answers to readers without a session; `version` tells that of the ledger."""

    def __init__(self, app: ASGIApp, version: Callable[[], str], clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._version, self._clock = app, version, clock
        self._held: OrderedDict[Key, Kept] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else None
        if headers is None or not _is_public(scope, headers):
            await self._app(scope, receive, send)
            if headers is not None and scope["method"] not in ("GET", "HEAD"):
                self._held.clear()  # who has written sees what became of it
                self._size = 0
            return
        key = _key(scope, headers)
        known = self._held.get(key)
        if known and (known.renewing or await self._is_good(known)):
            await _give(known, headers, send)
            return
        await self._make(key, known, scope, receive, send)

    async def _is_good(self, known: Kept) -> bool:
        moment = self._clock()
        if moment < known.until:
            return True
        if moment >= known.made + AT_MOST:
            return False
        known.renewing = True
        try:
            good = await self._read_version() == known.version
        finally:
            known.renewing = False
        known.until = moment + UNASKED if good else known.until
        return good

    async def _make(self, key: Key, known: Kept | None, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer, and keep the answer if it may be given to others."""
        told: list[Message] = []

        async def hear(message: Message) -> None:
            told.append(message)
            await send(message)

        if known:
            known.renewing = True
        version = await self._read_version()
        try:
            await self._app(scope, receive, hear)
        finally:
            if known:
                known.renewing = False
        if len(told) == 2 and _is_whole(*told):
            self._keep(key, version, *told)

    async def _read_version(self) -> str:
        """The version of the ledger; none of one that does not answer, of which the app tells."""
        try:
            return await run_in_threadpool(self._version)
        except PromissoryError:
            return ""

    def _keep(self, key: Key, version: str, start: Message, last: Message) -> None:
        moment, body = self._clock(), bytes(last["body"])
        tag = Headers(raw=start["headers"]).get("etag", "").encode() or b'W/"' + hashlib.sha256(body).hexdigest()[:20].encode() + b'"'
        raw = [pair for pair in start["headers"] if pair[0] != b"etag"] + [(b"etag", tag)]
        self._drop(key)
        self._held[key] = Kept({**start, "headers": raw}, body, tag, version, moment, moment + UNASKED)
        self._size += len(body)
        while len(self._held) > KEPT or self._size > ROOM:
            self._drop(next(iter(self._held)))

    def _drop(self, key: Key) -> None:
        if former := self._held.pop(key, None):
            self._size -= len(former.body)


def _is_public(scope: Scope, headers: Headers) -> bool:
    return scope["method"] == "GET" and not {"cookie", "authorization", "range"}.intersection(headers.keys())


def _key(scope: Scope, headers: Headers) -> Key:
    packed = "gzip" if "gzip" in headers.get("accept-encoding", "") else ""
    return scope["path"], scope["query_string"].decode("latin-1"), packed, headers.get("host", ""), scope["scheme"]


def _is_whole(start: Message, last: Message) -> bool:
    """Whether an answer is a success, in one piece, small enough, and no preliminary one."""
    if start["type"] != "http.response.start" or start["status"] != 200 or last.get("more_body") or len(last.get("body", b"")) > LARGEST:
        return False
    headers = Headers(raw=start["headers"])
    return "set-cookie" not in headers and "no-store" not in headers.get("cache-control", "")


async def _give(known: Kept, headers: Headers, send: Send) -> None:
    if known.tag.decode() in headers.get("if-none-match", ""):
        kept = [pair for pair in known.start["headers"] if pair[0] not in (b"content-length", b"content-type", b"content-encoding")]
        await send({**known.start, "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return
    await send(known.start)
    await send({"type": "http.response.body", "body": known.body})
