"""Who has agreements with whom, and who held which post when."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.analysis import Office, Partners, offices, partners
from promissory.ledger import Ledger
from promissory.ledger.days import interval
from promissory.packs import Pack
from promissory.web.asking import Asked
from promissory.web.pictures import WIDTH, draw_terms
from promissory.web.rendering import render, render_waiting
from promissory.web.site import Site, frozen, site_of
from promissory.web.wording import Wording

router = APIRouter(include_in_schema=False)
FILTERS = ("status", "actor", "topic", "since", "until")


@router.get("/partners", response_class=HTMLResponse)
def who_with_whom(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    """The agreements as a matrix."""
    asked = Asked.of(request)
    found: Partners | None = site.answers.ask(pair_up, frozen(asked.filters(site.pack, FILTERS)))
    if found is None:
        return render_waiting(request, asked)
    rows = sorted(found.pacts.items(), key=lambda row: Wording(site.pack).actor(row[0]).casefold())
    return render(request, "partners.html", asked=asked, hubs=found.hubs, rows=rows)


@router.get("/people", response_class=HTMLResponse)
def people(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    """Posts and who held them, in time."""
    asked = Asked.of(request)
    found: tuple[Office, ...] | None = site.answers.ask(list_offices, frozen(asked.filters(site.pack, ("actor", "since", "until"))))
    if found is None:
        return render_waiting(request, asked)
    day = interval(asked.as_of)
    years, bars = draw_terms(found, date.fromisoformat(day[1]) if day else datetime.now(UTC).date())
    return render(request, "people.html", asked=asked, offices=found, years=years, bars=bars, width=WIDTH)


def pair_up(ledger: Ledger, _pack: Pack, asked: tuple[tuple[str, Any], ...]) -> Partners:
    """Who has agreements with whom."""
    return partners(ledger, **dict(asked))


def list_offices(ledger: Ledger, pack: Pack, asked: tuple[tuple[str, Any], ...]) -> tuple[Office, ...]:
    """Who held which post."""
    return offices(ledger, pack, **dict(asked))
