"""Floors: sums promised for a year as its least ("EUR 40 billion is the minimum"), against what is found for that year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Unpack

from promissory.analysis.once import counted_once, findings_on
from promissory.analysis.rates import Rates, load_rates
from promissory.analysis.tallying import Sum, day_of, decimal
from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import interval
from promissory.model import STATUSES
from promissory.model.pausing import collector_paused
from promissory.packs import Pack, load_pack

STAGES = STATUSES["commitment"]
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What is found at one stage: the sum of what could be converted (None if nothing could), its entries, and those without."""

    stage: str
    sum: Sum | None
    entries: tuple[str, ...]
    unconverted: tuple[str, ...]

    def to_record(self) -> dict[str, Any]:
        sums = {"sum": self.sum.to_record() if self.sum else None, "entries": list(self.entries)}
        return {"stage": self.stage, **sums, "unconverted": list(self.unconverted)}


@dataclass(frozen=True, slots=True)
class Floor:
    """A sum that a year is to reach at least, by whom, and what is found of them, of their members and of nobody else, by stage.

    No more than what was read: less found than promised does not show that less was given.
    """

    entry: str
    donors: tuple[str, ...]
    period: str
    least: Sum
    found: tuple[Found, ...]

    def to_record(self) -> dict[str, Any]:
        """The JSON: `entry`, `donors`, `period`, `least`, `found` (by stage)."""
        head = {"entry": self.entry, "donors": list(self.donors), "period": self.period}
        return {**head, "least": self.least.to_record(), "found": [found.to_record() for found in self.found]}


@collector_paused()
def floors(ledger: Ledger, rates: Rates | None = None, *, pack: Pack | None = None, **options: Unpack[FilterOptions]) -> list[Floor]:
    """The floors of the ledger, in its order, under the filters of `Ledger.entries`; rates are those of the bank if none are given."""
    given = [row.record for row in ledger.entries(**options | {"kind": "commitment"}) if _is_floor(row.record)]
    if not given:
        return []
    loaded, known = pack or load_pack(), rates or load_rates()
    every: FilterOptions = {"kind": "commitment", "as_of": options.get("as_of")}
    entries = ledger.entries(**every).to_records()
    findings = findings_on(ledger, entries)
    return [_floor(entry, entries, findings, loaded, known) for entry in given]


def _is_floor(entry: Record) -> bool:
    """Whether a commitment is a least sum, for a stretch of time of a year."""
    amount, days = entry.get("amount"), interval(entry.get("period"))
    least = amount is not None and amount["qualifier"] == "at_least" and amount["currency"] is not None
    return least and days is not None and days[0][5:] == "01-01" and days[1][5:] == "12-31"


def _floor(floor: Record, entries: Iterable[Record], findings: Iterable[Record], pack: Pack, rates: Rates) -> Floor:
    givers = _givers(floor["parties"].get("donor", ()), pack)
    inside = [e for e in entries if e["id"] != floor["id"] and not _is_floor(e) and _belongs(e, givers) and _within(e, floor["period"])]
    counted, _ = counted_once(inside, findings)
    into = floor["amount"]["currency"]
    least = Sum(into, decimal(floor["amount"]["value"]) or Decimal(0))
    at = {stage: [entry for entry in counted if entry["status"] == stage] for stage in STAGES}
    found = tuple(_found(stage, told, rates, into) for stage, told in at.items() if told)
    return Floor(floor["id"], tuple(floor["parties"].get("donor", ())), floor["period"], least, found)


def _givers(donors: Iterable[str], pack: Pack) -> frozenset[str]:
    """Those who promised, and the members of those who are many."""
    known = {donor: pack.actor.get(donor) for donor in donors}
    return frozenset(known).union(*(actor.members for actor in known.values() if actor))


def _belongs(entry: Record, givers: frozenset[str]) -> bool:
    donors = entry["parties"].get("donor", ())
    return bool(donors) and givers.issuperset(donors)


def _within(entry: Record, period: str) -> bool:
    """Whether all of an entry's time is within the floor's: the time that it is for, or else its own."""
    steps = [step["on"] or step["reported"] for step in entry["history"]]
    own, floor = interval(entry.get("period") or entry.get("date") or next((day for day in steps if day), None)), interval(period)
    return own is not None and floor is not None and floor[0] <= own[0] and own[1] <= floor[1]


def _found(stage: str, entries: Iterable[Record], rates: Rates, into: str) -> Found:
    total = Decimal(0)
    known: list[str] = []
    unknown: list[str] = []
    for entry in entries:
        amount = entry.get("amount")
        value = decimal(amount["value"]) if amount else None
        turned = rates.convert(value, amount["currency"], day_of(entry), into) if amount and value is not None else None
        total += turned.value if turned else 0
        (known if turned else unknown).append(entry["id"])
    return Found(stage, Sum(into, total) if known else None, tuple(known), tuple(unknown))
