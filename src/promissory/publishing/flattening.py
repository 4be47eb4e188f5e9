"""Nested values as cells of a table: text, numbers, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from promissory.model import naming
from promissory.packs import Pack

Record = Mapping[str, Any]
AMOUNT = ("amount", "currency", "amount_is")
#: What a qualifier says before a number.
MARKS: Mapping[str, str] = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
COMMITMENT_COLUMNS = (
    "entry", "date", "status", "donor", "recipient", "via", *AMOUNT, "items", "support", "period", "framework", "sources", "grade",
    "findings",
)  # fmt: skip


def commitment_row(entry: Record) -> tuple[Any, ...]:
    """The cells of a commitment under COMMITMENT_COLUMNS."""
    parties = [words(entry["parties"].get(role)) for role in ("donor", "recipient", "via")]
    slots = [words(entry[name]) for name in ("support", "period", "framework")]
    ends = [entry["independent_sources"], entry["grade"], words(entry["findings"])]
    head = [entry["id"], entry["date"], entry["status"]]
    return (*head, *parties, *amount_cells(entry["amount"]), item_words(entry["items"]), *slots, *ends)


def flat_cells(columns: Sequence[str], records: Iterable[Record]) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    """Columns and rows of a register: a sum fills three columns, a list one."""
    names = tuple(name for column in columns for name in (AMOUNT if column == "amount" else (column,)))
    return names, tuple(tuple(_cells(columns, record)) for record in records)


def _cells(columns: Sequence[str], record: Record) -> Iterable[Any]:
    for column in columns:
        if column == "amount":
            yield from amount_cells(record[column])
        else:
            yield item_words(record[column]) if column == "items" else words(record[column])


def amount_cells(amount: Record | None) -> tuple[Any, ...]:
    """Value, currency and qualifier of a sum."""
    return (amount["value"], amount["currency"], amount["qualifier"]) if amount else (None, None, None)


def item_words(items: Iterable[Record] | None) -> str | None:
    """`3 × patriot; ammunition`; nothing for no items."""
    told = [
        f"{MARKS.get(lot.get('qualifier') or '', '')}{lot['count']} × {lot['item']}" if lot.get("count") is not None else lot["item"]
        for lot in items or ()
    ]
    return "; ".join(told) or None


def words(value: Any) -> Any:
    """A cell of any value: lists with semicolons, yes and no, numbers as they are."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, str | int | float | Decimal):
        return value
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {words(part)}" for name, part in value.items()) or None
    return "; ".join(str(words(part)) for part in value) or None


def headline(entry: Record, quote: str = "", pack: Pack | None = None) -> str:
    """An entry in one line: `DE → UA: 2 × patriot`, with the names that a pack has for the ids.

    Where it has neither sums nor goods nor the like, it is the beginning of a quote that tells what it is.
    """
    return naming.title(entry, partial(name_of, pack), partial(_word, pack), quote) or entry["kind"]


def name_of(pack: Pack | None, key: str) -> str:
    """A party by its name, as far as a pack knows it."""
    actor, person = (pack.actor.get(key), pack.person.get(key)) if pack else (None, None)
    return actor.name if actor else person.name if person else key


def _word(pack: Pack | None, slot: str, value: Any) -> str:
    if slot == "amount":
        return f"{MARKS.get(value['qualifier'] or '', '')}{value['currency'] or ''} {value['value']:,}".strip().replace(",", "\u202f")
    if slot != "items":
        return str(value)
    item = pack.item.get(value["item"]) if pack else None
    return item_words([{**value, "item": item.name if item else value["item"]}]) or ""
