"""The app: its doors in order, its pages, and what becomes of errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from promissory.errors import DependencyError, LedgerError, PromissoryError, UsageError
from promissory.ledger import Ledger, open_ledger
from promissory.pipeline import pack_of
from promissory.settings import Settings
from promissory.web.answering import Answers
from promissory.web.api import reading, writing
from promissory.web.caching import Cache
from promissory.web.operating import Meter, Metered
from promissory.web.operating import router as operating_router
from promissory.web.pages import ROUTERS
from promissory.web.pages.overview import prepare
from promissory.web.pages.reviewing import Overtaken
from promissory.web.rendering import STATIC, render
from promissory.web.securing import Guard
from promissory.web.site import Site

#: Requests that are worked on at a time, beside those that are answered from memory: more would only take turns.
THREADS = 12
ABOUT = "What was promised, what arrived, what is missing, and how do we know? Reading takes no token; ruling takes a reviewer's."


def create_app(settings: Settings, ledger: Ledger | None = None) -> FastAPI:
    """The app over the ledger that the settings name; UsageError if there is none. A ledger handed in stays open at the end."""
    held = ledger or open_ledger(settings.ledger, create=False)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        if app.state.site.answers.large:
            prepare(app.state.site)
        yield
        app.state.site.answers.close()
        if ledger is None:
            held.close()

    meter = Meter()
    metered = Middleware(Metered, meter=meter)
    doors = [Middleware(GZipMiddleware, minimum_size=2000, compresslevel=3), Middleware(Guard)]
    app = FastAPI(
        title="Promissory", version=version("promissory"), description=ABOUT, lifespan=life, docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json", middleware=[metered, *([] if ledger else [Middleware(Cache, version=held.version)]), *doors],
    )  # fmt: skip
    pack = pack_of(settings)
    app.state.site = Site(held, pack, settings, Answers(held, pack, settings, large=None if ledger is None else False))
    app.state.meter = meter
    for router in (operating_router, *ROUTERS, reading.router, writing.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for fault, handle in (
        (reading.Unchanged, reading.not_modified),
        (PromissoryError, _told),
        (HTTPException, _http),
        (RequestValidationError, _invalid),
        (Exception, _unexpected),
    ):
        app.add_exception_handler(fault, handle)
    return app


def _told(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, PromissoryError)
    return _answer(request, status_of(fault), fault)


def _http(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    what, cure = ("no such page", "begin at the overview") if fault.status_code == 404 else (str(fault.detail), "")
    answer = _answer(request, fault.status_code, UsageError(what, request.url.path, cure))
    answer.headers.update(fault.headers or {})
    return answer


def _invalid(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestValidationError)
    told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in fault.errors()[:5])
    return _answer(request, 422, UsageError(told, request.url.path, "see /api/openapi.json"))


def _unexpected(request: Request, fault: Exception) -> Response:
    return _answer(request, 500, PromissoryError(f"unexpected: {type(fault).__name__}", request.url.path, "please report it"))


def _answer(request: Request, status: int, fault: PromissoryError) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse(fault.to_record(), status)
    return render(request, "error.html", status=status, fault=fault, status_code=status)


def status_of(fault: PromissoryError) -> int:
    """The status code of an error."""
    if isinstance(fault, UsageError):
        return 404 if fault.what == "no such id" else 400
    if isinstance(fault, Overtaken):
        return 409
    if isinstance(fault, LedgerError | DependencyError):
        return 503
    return 400
