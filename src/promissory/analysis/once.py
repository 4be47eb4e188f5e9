"""What would count twice: wholes beside their parts, repetitions, running totals, and other readings of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from promissory.ledger import Ledger
from promissory.packs import Pack

Record = Mapping[str, Any]


def findings_on(ledger: Ledger, entries: Iterable[Record]) -> list[Record]:
    """The findings on entries, each once."""
    return [*ledger.findings_of([key for entry in entries for key in entry["findings"]]).to_records()]


def counted_once(entries: Sequence[Record], findings: Iterable[Record]) -> tuple[list[Record], list[str]]:
    """Entries that count, and ids of those that would count again.

    These are collective sums with a part here, repetitions, running totals, and of two readings of one thing the worse.
    """
    known = {entry["id"]: entry for entry in entries}
    again = {entry["id"] for entry in entries if any(link["entry"] in known for link in entry["links"] if link["type"] == "restates")}
    for entry in entries:
        parts = [known[link["entry"]] for link in entry["links"] if link["type"] == "includes" and link["entry"] in known]
        again |= {part["id"] for part in parts} if _is_more_than(entry, parts) else {entry["id"]} if parts else set()
    for finding in findings:
        told = [key for key in finding["about"] if key in known]
        if finding["kind"] == "double_count" and finding["about"][0] in told:
            again.add(finding["about"][0])
        elif finding["kind"] == "contradiction" and len(told) > 1:
            again |= set(sorted(told, key=lambda key: _standing(known[key]))[1:])
    return [entry for entry in entries if entry["id"] not in again], [entry["id"] for entry in entries if entry["id"] in again]


def deliveries_of(entries: Iterable[Record]) -> dict[str, list[Record]]:
    """Entry → the entries that deliver it, or a part of it, and nothing else."""
    found: dict[str, list[Record]] = {}
    known = {entry["id"]: entry for entry in entries}
    for entry in known.values():
        targets = [link["entry"] for link in entry["links"] if link["type"] == "fulfils" and link["entry"] in known]
        if len(targets) == 1 and entry["status"] == "delivered" and known[targets[0]]["status"] != "delivered":
            found.setdefault(targets[0], []).append(entry)
    return found


def is_collective(donors: Sequence[str], pack: Pack) -> bool:
    """Whether something is told of several donors, of a bloc or of nobody by name, so that it may overlap with national shares."""
    if len(donors) != 1:
        return True
    donor = pack.actor.get(donors[0])
    return donor is not None and (bool(donor.members) or donor.type in ("coalition", "group"))


def _is_more_than(whole: Record, parts: Sequence[Record]) -> bool:
    """Whether one donor's sum of money is surely more than those of its known parts together, so that it counts and they do not."""
    sums = [part["amount"] for part in parts if part.get("amount") and not part.get("items")]
    total = whole.get("amount")
    if not total or not parts or len(sums) < len(parts):
        return False
    if any(part["parties"].get("donor") != whole["parties"].get("donor") for part in parts):
        return False
    same = all(found["currency"] == total["currency"] for found in sums)
    return same and Decimal(str(total["value"])) > sum(Decimal(str(found["value"])) for found in sums)


def _standing(entry: Record) -> tuple[int, str, str]:
    """Sorts readings of one thing: that of more sources first, of equals that reported earlier."""
    return -entry["independent_sources"], min((step["reported"] or "9999" for step in entry["history"]), default="9999"), entry["id"]
