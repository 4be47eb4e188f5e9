"""The balance of an item: each undertaking with what of it arrived, down to the entry and its sentences."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.analysis import balance, prove
from promissory.packs import identify
from promissory.web.asking import Asked
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
OFFERED = 60


@router.get("/balance", response_class=HTMLResponse)
def page(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    asked = Asked.of(request)
    items = site.remember(("items", asked.as_of), lambda: site.ledger.count("item", kind="commitment", as_of=asked.as_of, most=OFFERED))
    item = next(iter(identify(site.pack, "item", [asked.one("item") or next(iter(items), "patriot")])))
    donor = next(iter(identify(site.pack, "actor", asked.many("donor"))), None)
    since = asked.one("since")
    key = ("balance", item, donor, since, asked.as_of)
    found = site.remember(key, lambda: balance(site.ledger, item, donor=donor, since=since, as_of=asked.as_of, pack=site.pack))
    proofs = {
        u.entry: prove(site.ledger, _entry(site, u.entry, asked.as_of), u.stage) for u in (*found.undertakings, *found.collective)[:OFFERED]
    }
    return render(request, "balance.html", asked=asked, found=found, items=items, item=item, donor=donor, proofs=proofs)


def _entry(site: Site, key: str, as_of: str | None) -> dict[str, object]:
    row = site.ledger.entry_as_of(key, as_of) if as_of else site.ledger.get(key)
    return dict(row.record) if row else {"history": []}
