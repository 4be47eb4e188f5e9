"""Rows of the sheet as activities: what one donor gave or promised at once, with its sum and goods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import cached_property

from promissory.ledger import FilterOptions
from promissory.ledger.days import first_day, interval, last_day
from promissory.packs import Pack
from promissory.tracker.layout import NAMELESS, SOURCES, SUPPORT

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+]?\d+)?")
SEVERAL = "; "
DAYS = ("%m/%d/%Y", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%Y/%m/%d")


@dataclass(frozen=True)
class Activity:
    """One activity of the sheet; its goods stand in a row each.

    `donor` is an actor of the pack, or as written, or several with semicolons; `value` is in units of `currency`, None where none is
    stated; `items` are (item of the pack or None, as written, count or None); `support` are the kinds of support its type may be.
    """

    id: str
    rows: tuple[int, ...]
    donor: str
    date: str | None
    support: tuple[str, ...]
    explanation: str
    currency: str | None
    value: Decimal | None
    items: tuple[tuple[str | None, str, Decimal | None], ...]
    sources: tuple[str, ...]

    @property
    def donors(self) -> frozenset[str]:
        """The donors one by one; none where no one is named."""
        return frozenset(filter(None, self.donor.split(SEVERAL))) - {NAMELESS}

    def to_record(self) -> dict[str, object]:
        """The JSON of an activity: `id`, `rows`, `donor`, `date`, `explanation`, `currency`, `value`, `items`, `sources`."""
        items = [{"item": item or written, "count": plain_number(count)} for item, written, count in self.items]
        return {
            "id": self.id, "rows": list(self.rows), "donor": self.donor, "date": self.date, "explanation": self.explanation,
            "currency": self.currency, "value": plain_number(self.value), "items": items, "sources": list(self.sources),
        }  # fmt: skip


def passes(activity: Activity, options: FilterOptions) -> bool:
    """Whether an activity passes the filters by actor, item and day that the ledger's commitments are listed by; undated ones pass."""
    actors, items = some(options.get("actor")), some(options.get("item"))
    if (actors and activity.donors.isdisjoint(actors)) or (items and not any(item in items for item, _, _ in activity.items)):
        return False
    days = interval(activity.date)
    since, until = options.get("since"), options.get("until")
    return not days or not ((since and days[1] < first_day(since, "since")) or (until and days[0] > last_day(until, "until")))


def some(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """The values of an option."""
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def activities_of(rows: Iterable[tuple[int, Mapping[str, str]]], pack: Pack) -> list[Activity]:
    """The activities of a sheet in its order: rows of one ID are one, a row without an ID is one by itself."""
    grouped: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    for number, row in rows:
        grouped.setdefault(row.get("ID") or f"row {number}", []).append((number, row))
    names = _Names(pack)
    return [_activity(identity, found, names) for identity, found in grouped.items()]


def plain_number(value: Decimal | None) -> int | float | None:
    """A number as JSON has it."""
    return None if value is None else int(value) if value == value.to_integral_value() else float(value)


def number_of(written: str | None) -> Decimal | None:
    """A number written in figures (`1,500,000`); None where none is, as in `not given`."""
    cleaned = (written or "").replace(",", "").replace("\u00a0", "").replace(" ", "")
    try:
        return Decimal(cleaned) if NUMBER.fullmatch(cleaned) else None
    except InvalidOperation:
        return None


def day_of(written: str | None) -> str | None:
    """A date as ISO has it; None for what names no one day, such as `until 5/31/2023`."""
    if not written or interval(written):
        return written or None
    if interval(written[:10]) and written[10:11] in (" ", "T"):
        return written[:10]
    for form in DAYS:
        try:
            return datetime.strptime(written, form).date().isoformat()
        except ValueError:
            continue
    return None


def _activity(identity: str, found: Sequence[tuple[int, Mapping[str, str]]], names: _Names) -> Activity:
    def first(column: str) -> str:
        return next((row[column] for _, row in found if column in row), "")

    return Activity(
        id=identity,
        rows=tuple(number for number, _ in found),
        donor=SEVERAL.join(names.actor(part.strip()) for part in first("Donor").split(";")),
        date=day_of(first("Announcement date")),
        support=next((kinds for word, kinds in SUPPORT.items() if word in first("Type of aid general").casefold()), ()),
        explanation=first("Explanation"),
        currency=first("Source reported currency").upper() or None,
        value=number_of(first("Source reported value")),
        items=tuple((names.item(row["Item"]), row["Item"], number_of(row.get("No. of units"))) for _, row in found if "Item" in row),
        sources=tuple(dict.fromkeys(row[column] for _, row in found for column in SOURCES if column in row)),
    )


class _Names:
    """What the pack calls things, found by what a sheet calls them."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def actor(self, written: str) -> str:
        return self._actors.get(written.casefold(), written)

    def item(self, written: str) -> str | None:
        """The item whose name is the longest in what is written: `M777 howitzer` for `30 M777 howitzers (155mm)`."""
        words = re.findall(r"[\w/-]+", written.casefold())
        stretches = [words[at:end] for at in range(len(words)) for end in range(at + 1, len(words) + 1)]
        for stretch in sorted(stretches, key=lambda s: -len(" ".join(s))):
            for spelling in (" ".join(stretch), " ".join(stretch).removesuffix("s")):
                if spelling in self._items:
                    return self._items[spelling]
        return None

    @cached_property
    def _actors(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for actor in self._pack.actors:
            for name in (actor.id, actor.name, *actor.names):
                known.setdefault(name.casefold(), actor.id)
        return known

    @cached_property
    def _items(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for item in self._pack.items:
            for name in (item.name, *item.names):
                known.setdefault(name.casefold(), item.id)
        return known
