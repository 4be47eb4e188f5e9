"""What happened and what was said, in order: every step of every entry, with the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Unpack

from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import first_day, interval, last_day
from promissory.model.pausing import collector_paused

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of an entry: the day it is of (`told` where only its report is dated), its status, and who reports it first."""

    on: str
    told: bool
    status: str
    claim: str
    entry: Record

    def to_record(self) -> dict[str, Any]:
        """The JSON of a moment: `on`, `told`, `kind`, `status`, `entry` and `claim` (ids), and what the entry is about."""
        about = {name: self.entry.get(name) for name in ("parties", "place", "amount", "items", "topics")}
        head = {"on": self.on, "told": self.told, "kind": self.entry["kind"], "status": self.status}
        return {**head, "entry": self.entry["id"], "claim": self.claim, **about}


@collector_paused()
def timeline(ledger: Ledger, **options: Unpack[FilterOptions]) -> list[Moment]:
    """The moments of the entries that pass, in order of day; those without any are left out.

    `since` and `until` bound the moments, `limit` and `offset` count them.
    """
    since, until = options.get("since"), options.get("until")
    first, last = first_day(since, "since") if since else "", last_day(until, "until") if until else "9999-12-31"
    limit, offset = options.pop("limit", None), options.pop("offset", 0) or 0
    if limit is not None and not options.get("as_of"):
        found = ledger.moments((first, last), **options | {"limit": limit, "offset": offset})
        return [_moment(row.record, row["history"][number]) for row, number in found]
    moments = [m for row in ledger.entries(**options) for m in _moments(row.record) if _within(m.on, first, last)]
    moments.sort(key=lambda moment: (_day(moment.on), moment.entry["kind"], moment.entry["id"], moment.status))
    return moments[offset : None if limit is None else offset + limit]


def _moments(entry: Record) -> Iterator[Moment]:
    return (_moment(entry, step) for step in entry["history"] if step["on"] or step["reported"])


def _moment(entry: Record, step: Record) -> Moment:
    return Moment(step["on"] or step["reported"], step["on"] is None, step["status"], step["claims"][0], entry)


def _day(value: str) -> tuple[str, str]:
    return interval(value) or (value, value)


def _within(value: str, first: str, last: str) -> bool:
    begin, end = _day(value)
    return end >= first and begin <= last
