"""The balance of an item: each undertaking with what of it arrived, down to the entry and its sentences."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.analysis import Balance, Proof, balance, prove
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
    found, proofs = site.remember(key, lambda: _weigh(site, item, donor, since, asked.as_of))
    return render(request, "balance.html", asked=asked, found=found, items=items, item=item, donor=donor, proofs=proofs)


def _weigh(
    site: Site, item: str, donor: str | None, since: str | None, as_of: str | None
) -> tuple[Balance, dict[str, Proof | None]]:  # fmt: skip
    """The balance, and for each undertaking the words that prove its stage."""
    found = balance(site.ledger, item, donor=donor, since=since, as_of=as_of, pack=site.pack)
    told = (*found.undertakings, *found.collective)[:OFFERED]
    return found, {u.entry: prove(site.ledger, _entry(site, u.entry, as_of), u.stage) for u in told}


def _entry(site: Site, key: str, as_of: str | None) -> dict[str, object]:
    row = site.ledger.entry_as_of(key, as_of) if as_of else site.ledger.get(key)
    return dict(row.record) if row else {"history": []}
