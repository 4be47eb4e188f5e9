"""The first page: what was promised, what arrived, what is missing, what is new and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.analysis import Floor, Rates, Tally, floors, lags, load_rates, tally
from promissory.ledger import Ledger
from promissory.ledger.days import interval
from promissory.model import STATUSES
from promissory.packs import Pack
from promissory.web.asking import Asked
from promissory.web.quoting import quoted
from promissory.web.rendering import render, render_waiting
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
ITEMS, LATEST, OVERDUE, WEEK = 8, 8, 6, 7
UNDERTAKEN = ("pledged", "committed", "allocated", "contracted", "delivered")
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class News:
    """What is quick to find: `newest` are the entries with a report in the last week up to `until`, `overdue` (promise, finding)."""

    until: str | None
    newest: tuple[Record, ...]
    overdue: tuple[tuple[Record, Record], ...]
    needs: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What takes counting: documents, entries and findings; commitments by stage, entries by kind."""

    totals: Mapping[str, int]
    stages: Mapping[str, int]
    kinds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Goods:
    """One item: needs told, (units, undertakings without a number) by stage, undertakings not arrived and overdue, days to delivery.

    Units are a number as far as stated, None where no undertaking states one. `days` is the median of `timed` deliveries.
    """

    item: str
    needs: int
    stages: Mapping[str, tuple[int | float | None, int]]
    undertakings: int
    open: int
    overdue: int
    days: float | None
    timed: int


@router.get("/", response_class=HTMLResponse)
def overview(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    """The page at once, with what is quick to find; on a large ledger counts and balances stand on it when they have been made."""
    asked = Asked.of(request)
    counts: Counts | None = site.answers.ask(count_up, asked.as_of)
    news: News | None = site.answers.ask(find_news, asked.as_of)
    goods: tuple[Goods, ...] | None = site.answers.ask(weigh_goods, asked.as_of)
    least: tuple[Floor, ...] | None = site.answers.ask(find_floors, asked.as_of)
    if news is None and asked.as_of:
        return render_waiting(request, asked)
    shown = find_news(site.ledger, site.pack, None) if news is None else news
    whole = None not in (counts, goods, least)
    return render(
        request, "overview.html", kept=whole, asked=asked, shown=shown, counts=counts, goods=goods, floors=least, undertaken=UNDERTAKEN
    )


def prepare(site: Site) -> None:
    """Have made what the first reader will ask for."""
    for make in (find_news, count_up, weigh_goods, find_floors):
        site.answers.ask(make, None)


def find_news(ledger: Ledger, _pack: Pack, as_of: str | None) -> News:
    """The latest reports, needs and promises that are past their day."""
    until, newest = _week(ledger, as_of)
    needs = ledger.entries(kind="need", as_of=as_of, newest=True, limit=LATEST).to_records()
    return News(until, newest, _overdue(ledger, as_of), tuple(quoted(ledger, needs)))


def count_up(ledger: Ledger, _pack: Pack, as_of: str | None) -> Counts:
    """How much there is; of another day there are no totals of documents."""
    stages = ledger.count("status", kind="commitment", as_of=as_of)
    return Counts(
        totals=ledger.totals() if as_of is None else {},
        stages={stage: stages.get(stage, 0) for stage in STATUSES["commitment"]},
        kinds=ledger.count("kind", as_of=as_of),
    )


def weigh_goods(ledger: Ledger, pack: Pack, as_of: str | None) -> tuple[Goods, ...]:
    """Those of the goods that most undertakings are about; a class of goods counts where reports name no more than the class."""
    lines: dict[str, list[Tally]] = {}
    for line in tally(ledger, "item", as_of=as_of, pack=pack):
        if line.key in pack.item and not line.collective:
            lines.setdefault(str(line.key), []).append(line)
    days = {lag.key: (lag.quantile(Fraction(1, 2)), len(lag.days)) for lag in lags(ledger, "item", as_of=as_of)}
    found = [_goods(item, told, *days.get(item, (None, 0))) for item, told in lines.items()]
    ranked = sorted(found, key=lambda goods: (-goods.undertakings, goods.item))
    return tuple(goods for goods in ranked if goods.undertakings)[:ITEMS]


def _goods(item: str, lines: Iterable[Tally], days: float | None, timed: int) -> Goods:
    told: dict[str, list[Tally]] = {}
    for line in lines:
        told.setdefault(line.measure, []).append(line)
    entries = {measure: sum(len(line.entries) for line in found) for measure, found in told.items()}
    stages = {stage: _units(item, told[stage][0]) for stage in UNDERTAKEN if stage in told}
    needs, undertakings = entries.get("needed", 0) + entries.get("asked", 0), sum(entries.get(stage, 0) for stage in UNDERTAKEN)
    return Goods(item, needs, stages, undertakings, entries.get("outstanding", 0), entries.get("overdue", 0), days, timed)


def _units(item: str, line: Tally) -> tuple[int | float | None, int]:
    """The units of an item at a stage, and how many undertakings state none."""
    units = next((units.to_record() for units in line.units if units.item == item), None)
    return (units["number"], units["unstated"]) if units else (None, 0)


def find_floors(ledger: Ledger, pack: Pack, as_of: str | None) -> tuple[Floor, ...]:
    """Sums promised as the least of a year, the largest first, with what is found of them."""
    return tuple(sorted(floors(ledger, _rates(), pack=pack, as_of=as_of), key=lambda floor: (-floor.least.value, floor.entry)))


@lru_cache(maxsize=1)
def _rates() -> Rates:
    return load_rates()


def _overdue(ledger: Ledger, as_of: str | None) -> tuple[tuple[Record, Record], ...]:
    """(promise, finding) of what is overdue."""
    findings = ledger.findings(kind="overdue", as_of=as_of).to_records()[:OVERDUE]
    keys = [finding["about"][0] for finding in findings]
    rows = [ledger.get(key) if as_of is None else ledger.entry_as_of(key, as_of) for key in keys]
    told = [(row.record, finding) for row, finding in zip(rows, findings, strict=True) if row is not None]
    return tuple(zip(quoted(ledger, [promise for promise, _ in told]), [finding for _, finding in told], strict=True))


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
    return last, tuple(quoted(ledger, list(entries.values())[:LATEST]))
