"""Connections for httpx that go to vetted addresses only and end in time.

The host is resolved here, once for each connection, and the connection goes to the very address that was vetted: a name that
resolves to another address a moment later gains nothing. Certificates are checked against the name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from promissory.errors import SourceError
from promissory.reading.guarding import Guard


class Deadline:
    """The moment by which an answer must be complete."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock, self._end = seconds, clock, clock() + seconds

    def within(self, timeout: float | None) -> float:
        """The timeout in seconds, or what is left if that is less; SourceError if nothing is left."""
        left = self._end - self._clock()
        if left <= 0:
            what = f"the answer was not complete after {self._seconds:g} seconds"
            raise SourceError(what, "", "try again later, or raise PROMISSORY_FETCH_SECONDS")
        return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A connection whose every read and write ends by the deadline: a server that drips a byte at a time gains nothing."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections to the vetted addresses of a host, the first that answers."""

    def __init__(self, guard: Guard, deadline: Deadline, network: httpcore.NetworkBackend) -> None:
        self._guard, self._deadline, self._network = guard, deadline, network

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        *others, last = self._guard.addresses(host, port)
        for address in others:
            try:
                return self._connected(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # the next address of the host; the fault of the last one is told
        return self._connected(last, port, timeout, local_address, socket_options)

    def _connected(self, address: str, port: int, timeout: float | None, *rest: Any) -> httpcore.NetworkStream:
        return _Stream(self._network.connect_tcp(address, port, self._deadline.within(timeout), *rest), self._deadline)


class _Body(httpx.SyncByteStream):
    def __init__(self, parts: Any) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts

    def close(self) -> None:
        self._parts.close()


class GuardedTransport(httpx.BaseTransport):
    """The transport of one exchange. Faults of the network are those of httpcore; SourceError where the guard refuses."""

    def __init__(self, guard: Guard, deadline: Deadline, context: ssl.SSLContext, network: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=_Backend(guard, deadline, network))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path)
        asked = httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()
