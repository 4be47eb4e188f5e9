"""For feed readers and for those who keep the app running: changes as Atom, health, readiness."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from promissory.ledger import Ledger
from promissory.packs import Pack
from promissory.publishing.feeds import EVERYTHING, atom_of, newest_changes
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)


@router.get("/feed.atom")
def feed(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """The steps that the newest reports tell of."""
    body = site.answers.ask(make_feed, str(request.base_url), now=True)
    return Response(body, media_type="application/atom+xml")


@router.get("/healthz")
def health() -> Response:
    """The process answers."""
    return PlainTextResponse("ok")


@router.get("/readyz")
def ready(site: Annotated[Site, Depends(site_of)]) -> Response:
    """The ledger answers too."""
    return JSONResponse({"ledger": site.ledger.version()})


def make_feed(ledger: Ledger, _pack: Pack, base: str) -> bytes:
    """The feed of the app at an address."""
    return atom_of(newest_changes(ledger), EVERYTHING, base)
