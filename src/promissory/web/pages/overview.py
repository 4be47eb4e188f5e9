"""The first page: what was promised, what arrived, what is missing, what is new and what is overdue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.analysis import Balance, balance
from promissory.ledger import Ledger
from promissory.ledger.days import interval
from promissory.model import STATUSES
from promissory.packs import Pack
from promissory.web.asking import Asked
from promissory.web.rendering import render, render_waiting
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
ITEMS, LATEST, OVERDUE, WEEK = 8, 8, 6, 7
#: Goods told of in more entries than this are weighed on their own page only: the first page must not wait for them.
WEIGHED = 3_000
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows; `newest` are the entries with a report in the last week up to `until`."""

    totals: Mapping[str, int]
    stages: Mapping[str, int]
    kinds: Mapping[str, int]
    until: str | None
    newest: tuple[Record, ...]
    overdue: tuple[Record, ...]
    needs: tuple[Record, ...]


@router.get("/", response_class=HTMLResponse)
def overview(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    asked = Asked.of(request)
    shown: Overview | None = site.answers.ask(look, asked.as_of)
    balances: tuple[Balance, ...] | None = site.answers.ask(weigh_goods, asked.as_of)
    if shown is None:
        return render_waiting(request, asked)
    return render(request, "overview.html", kept=balances is not None, asked=asked, shown=shown, balances=balances)


def prepare(site: Site) -> None:
    """Have made what the first reader will ask for."""
    for make in (look, weigh_goods):
        site.answers.ask(make, None)


def look(ledger: Ledger, _pack: Pack, as_of: str | None) -> Overview:
    """What the first page shows of a day."""
    stages = ledger.count("status", kind="commitment", as_of=as_of)
    until, newest = _week(ledger, as_of)
    return Overview(
        totals=ledger.totals() if as_of is None else {},
        stages={stage: stages.get(stage, 0) for stage in STATUSES["commitment"]},
        kinds=ledger.count("kind", as_of=as_of),
        until=until,
        newest=newest,
        overdue=tuple(ledger.findings(kind="overdue", as_of=as_of).to_records()[:OVERDUE]),
        needs=tuple(ledger.entries(kind="need", as_of=as_of, newest=True, limit=LATEST).to_records()),
    )


def weigh_goods(ledger: Ledger, pack: Pack, as_of: str | None) -> tuple[Balance, ...]:
    """Those of the goods that most undertakings are about; a class of goods counts where reports name no more than the class."""
    told = ledger.count("item", kind="commitment", as_of=as_of, most=3 * ITEMS)
    found = [balance(ledger, item, as_of=as_of, pack=pack) for item, number in told.items() if number <= WEIGHED]
    ranked = sorted(found, key=lambda b: (-len(b.undertakings), b.item))
    return tuple(b for b in ranked if b.undertakings)[:ITEMS]


def _week(ledger: Ledger, as_of: str | None) -> tuple[str | None, tuple[Record, ...]]:
    """The last day with a report, and the entries reported of in the week up to it."""
    newest = ledger.newest_documents(40, as_of=as_of)
    if not newest:
        return None, ()
    until = interval(newest[0]["published"]["value"])
    last = until[1] if until else date.min.isoformat()
    since = (date.fromisoformat(last) - timedelta(days=WEEK)).isoformat()
    fresh = [d for d in newest if (found := interval(d["published"]["value"])) and found[1] > since]
    entries = {e.id: e.record for d in fresh for e in ledger.entries_of_document(d["id"]) if e["kind"] != "statement"}
    return last, tuple(list(entries.values())[:LATEST])
