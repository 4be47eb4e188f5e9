"""What was promised of an item, what arrived and what is open, undertaking by undertaking. Stages are never added together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from promissory.analysis.once import counted_once, deliveries_of, findings_on, is_collective
from promissory.ledger import Ledger
from promissory.ledger.days import first_day, interval
from promissory.model import STATUSES
from promissory.model.pausing import collector_paused
from promissory.packs import Pack, load_pack

#: The stages at which something has been undertaken, and those at which nothing has yet, or no longer.
PROMISED = ("pledged", "committed", "allocated", "contracted", "delivered")
STAGES = STATUSES["commitment"]
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One commitment and what of it has arrived. A number is None where no report states it: unknown is not zero.

    `since` is the first report of it, `begun` the first day it reaches back to, `arrived` how many were delivered, `arrived_on`
    when, `deliveries` the entries that are separate deliveries of it.
    """

    entry: str
    donors: tuple[str, ...]
    stage: str
    number: float | None
    since: str | None
    begun: str
    arrived: float | None
    arrived_on: str | None
    deliveries: tuple[str, ...]

    @property
    def open(self) -> float | None:
        """How many no report says have arrived; None where that is not known."""
        return None if self.number is None or self.arrived is None else max(0, self.number - self.arrived)

    def to_record(self) -> dict[str, Any]:
        return {
            "entry": self.entry,
            "donors": list(self.donors),
            "stage": self.stage,
            "number": self.number,
            "since": self.since,
            "arrived": self.arrived,
            "arrived_on": self.arrived_on,
            "open": self.open,
            "deliveries": list(self.deliveries),
        }


@dataclass(frozen=True, slots=True)
class Balance:
    """The undertakings of an item by one donor each, each once.

    `collective` are those told of several donors, of a bloc or of nobody by name: they may overlap with the others, so that
    neither is added to the other. `apart` are entries that would count twice for sure: sums of others, running totals, repeated
    announcements, and other readings of an undertaking that is counted. `needs` are those stated or requested.
    """

    item: str
    as_of: str | None
    undertakings: tuple[Undertaking, ...]
    collective: tuple[Undertaking, ...]
    needs: tuple[Record, ...]
    apart: tuple[str, ...]

    def stage(self, name: str) -> tuple[float, int]:
        """The stated number at a stage, and how many undertakings at it state none."""
        return _counted(undertaking.number for undertaking in self.undertakings if undertaking.stage == name)

    @property
    def promised(self) -> tuple[float, int]:
        """The stated number of all that was undertaken and not called off, each undertaking once, and how many state none."""
        return _counted(undertaking.number for undertaking in self.standing)

    @property
    def arrived(self) -> tuple[float, int]:
        """The stated number of what has arrived of it, and how many arrivals state none."""
        return _counted(undertaking.arrived for undertaking in self.standing)

    @property
    def open(self) -> tuple[float, int]:
        """The number of it that no report says has arrived, and for how many undertakings that is not known."""
        return _counted(undertaking.open for undertaking in self.standing)

    @property
    def standing(self) -> tuple[Undertaking, ...]:
        """The undertakings that are more than considered, and not called off."""
        return tuple(undertaking for undertaking in self.undertakings if undertaking.stage in PROMISED)

    def to_record(self) -> dict[str, Any]:
        figures = {"promised": self.promised, "arrived": self.arrived, "open": self.open}
        stages = {name: self.stage(name) for name in STAGES}
        return {
            "item": self.item,
            "as_of": self.as_of,
            **{name: {"number": number, "unstated": unstated} for name, (number, unstated) in figures.items()},
            "stages": {name: {"number": number, "unstated": unstated} for name, (number, unstated) in stages.items()},
            "undertakings": [undertaking.to_record() for undertaking in self.undertakings],
            "collective": [undertaking.to_record() for undertaking in self.collective],
            "needs": [need["id"] for need in self.needs],
            "apart": list(self.apart),
        }


@collector_paused()
def balance(
    ledger: Ledger, item: str, *, donor: str | None = None, since: str | None = None, as_of: str | None = None, pack: Pack | None = None
) -> Balance:
    """The balance of an item of the pack (not the broader or narrower ones), as known at the end of the day `as_of`.

    `donor` keeps the undertakings of one, `since` those that began, as far as known, on or after a day (`2024-07-01`).
    """
    since = first_day(since, "since") if since else None
    entries = [e for e in ledger.entries(kind="commitment", item=item, as_of=as_of).to_records() if _lot(e, item)]
    counted, apart = counted_once(entries, findings_on(ledger, entries))
    loaded = pack or load_pack()
    guessed = _guessed(ledger, counted)
    deliveries = deliveries_of(entry for entry in counted if entry["status"] != "delivered" or entry["id"] not in guessed)
    parts = {entry["id"] for found in deliveries.values() for entry in found}
    found = [_undertaking(entry, item, deliveries.get(entry["id"], ())) for entry in counted if entry["id"] not in parts]
    wanted = [u for u in found if (not donor or donor in u.donors) and (not since or u.begun >= since)]
    several = [u for u in wanted if u.entry in guessed or is_collective(u.donors, loaded)]
    return Balance(
        item=item,
        as_of=as_of,
        undertakings=tuple(u for u in wanted if u not in several),
        collective=tuple(several),
        needs=tuple(ledger.entries(kind="need", item=item, as_of=as_of).to_records()),
        apart=tuple(apart),
    )


def _guessed(ledger: Ledger, entries: Sequence[Record]) -> set[str]:
    """Entries whose donor no claim names: each takes it from what the text spoke of before."""
    claims = ledger.claims_of([key for entry in entries for key in entry["claims"]])
    inferring = {claim.id for claim in claims if "donor" in claim["inferred"]}
    return {entry["id"] for entry in entries if entry["claims"] and inferring.issuperset(entry["claims"])}


def _counted(numbers: Iterable[float | None]) -> tuple[float, int]:
    """The sum of those that are known, and how many are not."""
    told = [*numbers]
    return sum(number for number in told if number is not None), told.count(None)


def _undertaking(entry: Record, item: str, deliveries: Sequence[Record]) -> Undertaking:
    lot = _lot(entry, item) or {}
    arrivals = [entry["date"] or entry["history"][-1]["reported"]] if entry["status"] == "delivered" else []
    arrived = lot.get("count") if entry["status"] == "delivered" else _total((_lot(part, item) or {}).get("count") for part in deliveries)
    arrivals += [part["date"] or part["history"][0]["reported"] for part in deliveries]
    return Undertaking(
        entry=entry["id"],
        donors=tuple(entry["parties"].get("donor", ())),
        stage=entry["status"],
        number=lot.get("count"),
        since=min((step["reported"] for step in entry["history"] if step["reported"]), key=_by_its_end, default=None),
        begun=min(_begun(entry["history"]), default=""),
        arrived=arrived,
        arrived_on=max((day for day in arrivals if day), default=None),
        deliveries=tuple(part["id"] for part in deliveries),
    )


def _begun(history: Iterable[Record]) -> Iterable[str]:
    """The first day that each step may have been on; told of within an interval, it is known only to be no later than that."""
    for step in history:
        on, reported = interval(step["on"]), interval(step["reported"])
        if on or reported:
            yield on[0] if on else reported[1] if reported else ""


def _by_its_end(reported: str) -> tuple[str, str]:
    """Sorts dates of reports by the day by which it was out."""
    found = interval(reported)
    return (found[1] if found else reported, reported)


def _lot(entry: Record, item: str) -> Record | None:
    return next((lot for lot in entry.get("items") or () if lot["item"] == item), None)


def _total(numbers: Iterable[float | None]) -> float | None:
    """The sum; None if one of them is not known."""
    total = 0.0
    for number in numbers:
        if number is None:
            return None
        total += number
    return int(total) if total.is_integer() else total
