"""How long it takes from a promise to its delivery, by donor or item, with the spread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Unpack

from promissory.analysis.once import deliveries_of
from promissory.errors import UsageError
from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import interval
from promissory.model.pausing import collector_paused

PROMISES = ("pledged", "committed", "allocated", "contracted")
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lag:
    """Days from promise to delivery of the undertakings of one donor or item, whose both days are known to the day.

    `entries` are those undertakings, in order of their days; quartiles are interpolated. `undated` are delivered undertakings with
    a promise of which one of the days is not known. A promise whose day no report tells is of the day of its first report; a delivery,
    of which news may tell years after, never is.
    """

    key: str | None
    entries: tuple[str, ...]
    days: tuple[int, ...]
    undated: tuple[str, ...]

    def quantile(self, share: Fraction) -> float | None:
        """The days at a share of the undertakings, 0 the shortest and 1 the longest; None where there are none."""
        if not self.days:
            return None
        at = share * (len(self.days) - 1)
        low = int(at)
        high = min(low + 1, len(self.days) - 1)
        return float(self.days[low] + (self.days[high] - self.days[low]) * (at - low))

    def to_record(self) -> dict[str, Any]:
        """The JSON: `key`, `entries`, `days`, `shortest`, `lower`, `median`, `upper`, `longest`, `undated`."""
        names = ("shortest", "lower", "median", "upper", "longest")
        spread = {name: self.quantile(Fraction(n, 4)) for n, name in enumerate(names)}
        return {"key": self.key, "entries": list(self.entries), "days": list(self.days), **spread, "undated": list(self.undated)}


@collector_paused()
def lags(ledger: Ledger, by: str, **options: Unpack[FilterOptions]) -> list[Lag]:
    """The lags by `donor` or `item`, in order of key, under the filters of `Ledger.entries`; UsageError for another `by`."""
    if by not in ("donor", "item"):
        raise UsageError(f"{by!r} is nothing to measure times by", "by", "donor or item")
    options["kind"] = "commitment"
    entries = ledger.entries(**options).to_records()
    arrived = deliveries_of(entries)
    parts = {part["id"] for found in arrived.values() for part in found}
    groups: dict[str | None, list[tuple[str, int | None]]] = defaultdict(list)
    for entry in entries:
        if entry["id"] not in parts and (times := _times(entry, arrived.get(entry["id"], ()))):
            for key in _keys(entry, by):
                groups[key].append((entry["id"], _between(*times)))
    return [_lag(key, groups[key]) for key in sorted(groups, key=lambda key: (key is None, key or ""))]


def _keys(entry: Record, by: str) -> Sequence[str | None]:
    if by == "item":
        return [*dict.fromkeys(lot["item"] for lot in entry.get("items") or ())] or [None]
    return ["+".join(sorted(entry["parties"].get("donor", ()))) or None]


def _times(entry: Record, deliveries: Iterable[Record]) -> tuple[str | None, str | None] | None:
    """The day of the first promise and that of the last delivery; None where there is not both."""
    history = entry["history"]
    promised = [_day(step["on"] or step["reported"]) for step in history if step["status"] in PROMISES]
    arrived = [_day(step["on"]) for found in (entry, *deliveries) for step in found["history"] if step["status"] == "delivered"]
    if not promised or not arrived:
        return None
    delivered = max((day for day in arrived if day), default=None) if deliveries else _first(arrived)
    return _first(promised), delivered if None not in arrived or not deliveries else None


def _first(days: Iterable[str | None]) -> str | None:
    return min((day for day in days if day), default=None)


def _day(value: str | None) -> str | None:
    """The one day of a date; None for months, years and intervals."""
    found = interval(value)
    return found[0] if found and found[0] == found[1] else None


def _between(promised: str | None, delivered: str | None) -> int | None:
    if promised is None or delivered is None or delivered < promised:
        return None
    return (date.fromisoformat(delivered) - date.fromisoformat(promised)).days


def _lag(key: str | None, found: Sequence[tuple[str, int | None]]) -> Lag:
    known = sorted((days, entry) for entry, days in found if days is not None)
    undated = tuple(entry for entry, days in found if days is None)
    return Lag(key, tuple(entry for _, entry in known), tuple(days for days, _ in known), undated)
