"""For feed readers and for those who keep the app running: changes as Atom, health, readiness."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from promissory.ledger import Ledger
from promissory.packs import Pack
from promissory.publishing.feeds import atom
from promissory.publishing.gathering import evidence_of
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
#: Reports whose entries the feed tells of.
DOCUMENTS = 40


@router.get("/feed.atom")
def feed(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """The entries that the newest reports speak of."""
    body = site.answers.ask(make_feed, str(request.base_url), now=not site.answers.large)
    if body is None:
        return PlainTextResponse("the feed is being made", 503, {"retry-after": "5"})
    return Response(body, media_type="application/atom+xml")


@router.get("/healthz")
def health() -> Response:
    """The process answers."""
    return PlainTextResponse("ok")


@router.get("/readyz")
def ready(site: Annotated[Site, Depends(site_of)]) -> Response:
    """The ledger answers too."""
    return JSONResponse({"ledger": site.ledger.version()})


def make_feed(ledger: Ledger, pack: Pack, site: str) -> bytes:
    """The latest steps of the entries that the newest reports speak of."""
    newest = ledger.newest_documents(DOCUMENTS)
    found = {row.id: row.record for document in newest for row in ledger.entries_of_document(document.id)}
    return atom("what is new in the ledger", found.values(), evidence_of(ledger, found.values()), pack, site)
