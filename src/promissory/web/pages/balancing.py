"""The balance of an item: each undertaking with what of it arrived, down to the entry and its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.analysis import Balance, Lag, Proof, balance, lags, prove, tally
from promissory.ledger import Ledger
from promissory.packs import Pack, identify
from promissory.web.asking import Asked
from promissory.web.rendering import render, render_waiting
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
#: Goods offered to choose from, and rows of what is not paged.
OFFERED, MOST = 60, 50


@dataclass(frozen=True, slots=True)
class Weighed:
    """A balance with the last of its needs only, and how many there are of each part.

    `late` are the undertakings past the day that was named, by stage; `lag` the days from promise to delivery.
    """

    balance: Balance
    stages: Mapping[str, tuple[float, int]]
    needs: int
    late: Mapping[str, int]
    lag: Lag | None


@router.get("/balance", response_class=HTMLResponse)
def page(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    asked = Asked.of(request)
    items = site.answers.ask(count_items, asked.as_of) or {}
    item = next(iter(identify(site.pack, "item", [asked.one("item") or next(iter(items), "patriot")])))
    donor = next(iter(identify(site.pack, "actor", asked.many("donor"))), None)
    found: Weighed | None = site.answers.ask(weigh, item, donor, asked.one("since"), asked.as_of)
    if found is None:
        return render_waiting(request, asked)
    first = (asked.page - 1) * asked.limit
    rows = found.balance.undertakings[first : first + asked.limit]
    shown = (*rows, *found.balance.collective[:MOST])
    proofs = site.answers.ask(prove_all, tuple((one.entry, one.stage) for one in shown), asked.as_of) or {}
    return render(
        request, "balance.html", asked=asked, found=found, items=items, item=item, donor=donor, proofs=proofs, rows=rows, most=MOST,
        more=len(found.balance.undertakings) > first + asked.limit,
    )  # fmt: skip


def count_items(ledger: Ledger, _pack: Pack, as_of: str | None) -> dict[str, int]:
    """Goods → how many undertakings tell of them."""
    return ledger.count("item", kind="commitment", as_of=as_of, most=OFFERED)


def weigh(ledger: Ledger, pack: Pack, item: str, donor: str | None, since: str | None, as_of: str | None) -> Weighed:
    """The balance, as far as a page shows it."""
    found = balance(ledger, item, donor=donor, since=since, as_of=as_of, pack=pack)
    stages = {stage: found.stage(stage) for stage in dict.fromkeys(one.stage for one in found.undertakings)}
    late = {
        str(line.stage): len(line.entries)
        for line in tally(ledger, "item", item=item, donor=donor, since=since, as_of=as_of, pack=pack)
        if line.key == item and line.measure == "overdue" and not line.collective
    }
    lag = next((lag for lag in lags(ledger, "item", item=item, as_of=as_of) if lag.key == item and lag.days), None)
    return Weighed(replace(found, needs=found.needs[-MOST:], apart=found.apart[:MOST]), stages, len(found.needs), late, lag)


def prove_all(ledger: Ledger, _pack: Pack, wanted: tuple[tuple[str, str], ...], as_of: str | None) -> dict[str, Proof | None]:
    """Entry → the words that prove its stage."""
    return {key: prove(ledger, _entry(ledger, key, as_of), stage) for key, stage in wanted}


def _entry(ledger: Ledger, key: str, as_of: str | None) -> Mapping[str, Any]:
    row = ledger.entry_as_of(key, as_of) if as_of else ledger.get(key)
    return row.record if row else {"history": []}
