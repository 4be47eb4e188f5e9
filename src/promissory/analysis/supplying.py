"""The ledger's open needs and undelivered promises as the tables that an allocation begins with, to be read and edited."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from promissory.analysis.once import counted_once, findings_on, is_collective
from promissory.ledger import Ledger
from promissory.packs import Pack

Record = Mapping[str, Any]
NEEDS = ("id", "item", "count", "weight", "by", "for", "use", "substitutes")
SUPPLY = ("id", "item", "count", "from", "available", "not_for")
OPEN = ("pledged", "committed", "allocated", "contracted")
#: An urgent need weighs so much more than another.
URGENT = 2


def open_needs(ledger: Ledger, *, as_of: str | None = None, most: int | None = None) -> str:
    """CSV of the needs that state a number, a row for each sort of goods; for whom is what the need is for (its first topic)."""
    entries = ledger.entries(kind="need", status=("stated", "requested"), as_of=as_of, newest=True, limit=most).to_records()
    return _table(NEEDS, (_need(entry, lot) for entry in entries for lot in _counted(entry)))


def open_supply(ledger: Ledger, pack: Pack, *, as_of: str | None = None, most: int | None = None) -> str:
    """CSV of the promises of one donor each that state a number and of which no report says that they have arrived.

    What would count twice is left out: repetitions, wholes beside their parts, and what is told of several donors or of a bloc.
    """
    found = ledger.entries(kind="commitment", as_of=as_of, newest=True, limit=most).to_records()
    counted, _ = counted_once(found, findings_on(ledger, found))
    alone = [entry for entry in counted if entry["status"] in OPEN and not is_collective(entry["parties"].get("donor", ()), pack)]
    return _table(SUPPLY, (_lot(entry, lot) for entry in alone for lot in _counted(entry)))


def _need(entry: Record, lot: Record) -> tuple[Any, ...]:
    by = entry["by"] if entry["by"] and len(entry["by"]) == 10 else ""
    return _key(entry, lot), lot["item"], lot["count"], URGENT if entry["urgent"] else 1, by, next(iter(entry["topics"] or ()), ""), "", ""


def _lot(entry: Record, lot: Record) -> tuple[Any, ...]:
    return _key(entry, lot), lot["item"], lot["count"], "+".join(entry["parties"]["donor"]), "", ""


def _key(entry: Record, lot: Record) -> str:
    return f"{entry['id'][:10]}-{lot['item']}"


def _counted(entry: Record) -> Iterator[Record]:
    return (lot for lot in entry["items"] or () if lot["count"])


def _table(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> str:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return held.getvalue()
