"""Finding: words in claims, documents and entries; and everything in order of time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.web.asking import Asked
from promissory.web.quoting import quoted
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
FOUND = 30


@router.get("/search", response_class=HTMLResponse)
def search(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    """Words in evidence, and in titles and texts."""
    asked = Asked.of(request)
    words = asked.one("q")
    hits = site.ledger.search(words, as_of=asked.as_of, limit=FOUND) if words else []
    claims, documents = ([hit for hit in hits if hit.noun == noun] for noun in ("claim", "document"))
    return render(request, "search.html", asked=asked, q=words or "", claims=claims, documents=documents)


@router.get("/timeline", response_class=HTMLResponse)
def timeline(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    """What happened and what was said, the latest first, a page at a time."""
    asked = Asked.of(request)
    records = site.ledger.entries(**asked.paged(asked.filters(site.pack))).to_records()
    rows = quoted(site.ledger, records[: asked.limit])
    return render(request, "timeline.html", asked=asked, rows=rows, more=len(records) > asked.limit)
