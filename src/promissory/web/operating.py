"""For those who run the app: whether it lives, whether its ledger answers, what it has done; and a line of the log for each request.

`/health` asks nothing, `/ready` asks the ledger, `/metrics` tells both in the text format of Prometheus. None of them takes a token or says
anything that the pages do not; a reverse proxy keeps `/metrics` from the outside (see the guide to teams).
"""

from __future__ import annotations

import sys
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from promissory.errors import PromissoryError
from promissory.logs import log
from promissory.web.site import Site, site_of

#: Upper bounds (seconds) of the classes that requests are counted in by their time.
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0)
#: No answer here is kept by anybody.
FRESH = {"cache-control": "no-store"}
FORMAT = "text/plain; version=0.0.4; charset=utf-8"
Key = tuple[str, str]

router = APIRouter(tags=["operating"])
SiteOf = Annotated[Site, Depends(site_of)]


@dataclass
class Meter:
    """Requests so far: by method, route and status, and how long those of a route took (counts up to each bound, and the sum)."""

    requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    classes: defaultdict[Key, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * (len(BOUNDS) + 1)))
    seconds: defaultdict[Key, float] = field(default_factory=lambda: defaultdict(float))
    under_way: int = 0

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        self.requests[method, route, status] += 1
        self.classes[method, route][bisect_left(BOUNDS, seconds)] += 1
        self.seconds[method, route] += seconds

    def lines(self) -> Iterator[str]:
        """The figures in the format of Prometheus."""
        yield from _heading("promissory_requests_total", "counter", "Requests answered.")
        for (method, route, status), number in sorted(self.requests.items()):
            yield f'promissory_requests_total{{method="{method}",route="{route}",status="{status}"}} {number}'
        yield from _heading("promissory_request_seconds", "histogram", "How long answers took.")
        for (method, route), counts in sorted(self.classes.items()):
            yield from self._histogram(f'method="{method}",route="{route}"', counts, self.seconds[method, route])
        yield from _heading("promissory_requests_under_way", "gauge", "Requests under way.")
        yield f"promissory_requests_under_way {self.under_way}"

    @staticmethod
    def _histogram(labels: str, counts: list[int], total: float) -> Iterator[str]:
        told = 0
        for bound, number in zip((*map(str, BOUNDS), "+Inf"), counts, strict=True):
            told += number
            yield f'promissory_request_seconds_bucket{{{labels},le="{bound}"}} {told}'
        yield f"promissory_request_seconds_sum{{{labels}}} {total:.6f}"
        yield f"promissory_request_seconds_count{{{labels}}} {told}"


class Metered:
    """Counts and logs every request; a fault that nobody answers counts as 500."""

    def __init__(self, app: ASGIApp, meter: Meter) -> None:
        self._app, self._meter = app, meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self._meter.under_way += 1
        try:
            await self._app(scope, receive, answer)
        finally:
            self._meter.under_way -= 1
            self._tell(scope, status, time.perf_counter() - began)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        # the pattern of a route, not the address: as many series as there are routes, whatever is asked
        route = getattr(scope.get("route"), "path", "kept or unknown")
        self._meter.add(scope["method"], route, status, seconds)
        client = (scope.get("client") or (None,))[0]
        log("request", method=scope["method"], path=scope["path"], route=route, status=status, ms=round(seconds * 1000, 1), client=client)


@router.get("/health")
def health() -> JSONResponse:
    """Whether the process lives. Nothing else is asked."""
    return JSONResponse({"status": "ok", "version": version("promissory")}, headers=FRESH)


@router.get("/ready", responses={503: {"description": "the ledger does not answer"}})
def ready(site: SiteOf) -> JSONResponse:
    """Whether the ledger answers; and whether its entries are those of all that was read (`behind` while a load is at work)."""
    try:
        behind = not (site.ledger.rebuilt_from() or "").startswith(f"{site.ledger.state()} ")
    except PromissoryError as fault:
        return JSONResponse({"status": "unavailable", **fault.to_record()}, 503, FRESH)
    return JSONResponse({"status": "ok", "behind": behind}, headers=FRESH)


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request) -> PlainTextResponse:
    """Requests, and what the ledger holds, in the text format of Prometheus."""
    meter: Meter = request.app.state.meter
    return PlainTextResponse("\n".join([*meter.lines(), *_held(site_of(request)), *_memory()]) + "\n", headers=FRESH, media_type=FORMAT)


def _held(site: Site) -> Iterator[str]:
    """Whether the ledger answers, and what it holds."""
    yield from _heading("promissory_up", "gauge", "Whether the ledger answers.")
    try:
        totals, claims = site.ledger.totals(), site.ledger.counts()
    except PromissoryError:
        yield "promissory_up 0"
        return
    yield "promissory_up 1"
    yield from _heading("promissory_records", "gauge", "What the ledger holds.")
    yield from (f'promissory_records{{noun="{noun}"}} {number}' for noun, number in totals.items())
    yield from _heading("promissory_claims", "gauge", "Claims by kind.")
    yield from (f'promissory_claims{{kind="{kind}"}} {number}' for kind, number in claims.items())


def _memory() -> Iterator[str]:
    if sys.platform == "win32":
        return
    import resource

    yield from _heading("promissory_memory_peak_bytes", "gauge", "The most memory the process has held.")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield f"promissory_memory_peak_bytes {most if sys.platform == 'darwin' else most * 1024}"


def _heading(name: str, kind: str, told: str) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} {kind}"
