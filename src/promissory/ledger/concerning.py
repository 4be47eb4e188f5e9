"""Which entries decisions concern: only those are decoded and computed, whatever else the ledger holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from promissory.ledger import statements
from promissory.ledger.marking import find_claim
from promissory.ledger.readings import CurrentClaims
from promissory.ledger.rows import decode
from promissory.ledger.ruling import Ruled, apply_decisions
from promissory.ledger.shelving import machine_records
from promissory.model import Decision

Record = Mapping[str, Any]


@dataclass
class Concern:
    """Decisions with the entries that they name, the claims that they name or know entries by, and the entries that rulings changed.

    `gone` are entries that reconciling makes no more; `rejected_claims` is known after the decisions were applied.
    """

    decisions: list[Decision]
    claims: CurrentClaims
    named: set[str]
    marked: set[str]
    ruled: set[str]
    gone: set[str] = field(default_factory=set)
    rejected_claims: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, connection: Connection) -> Concern:
        """The concern of all decisions of a ledger."""
        decisions, claims = all_decisions(connection), CurrentClaims(connection)
        named = {key for decision in decisions for key in (*decision.about, *decision.marks)}
        held = {key for decision in decisions for mark in decision.marks.values() for key in mark.get("claims", ())}
        marks = {key: mark for decision in decisions for key, mark in decision.marks.items() if mark["noun"] == "claim"}
        now = {found for key, mark in marks.items() if (found := find_claim(key, mark, claims))}
        return cls(decisions, claims, named, named | held | now, set(statements.run(connection, "entries.ruled").scalars()))

    def is_with(self, record: Record) -> bool:
        """Whether some decision may change an entry that reconciling made."""
        return record["id"] in self.named or record["id"] in self.ruled or not self.marked.isdisjoint(record["claims"])


def all_decisions(connection: Connection) -> list[Decision]:
    """Every decision on the record, in the order in which they came."""
    return [Decision.from_record(decode(record)) for record in statements.run(connection, "decisions.all").scalars()]


def rule(connection: Connection, concern: Concern, made: Mapping[str, Record]) -> Iterator[tuple[str, Record | None, Record | None, bool]]:
    """The entries that decisions concern: id, what is shown, what reconciling made, whether it is rejected. `made` are those just made."""
    if not (concern.decisions or concern.ruled):
        return
    machine, ruled = ruled_view(connection, concern, made)
    concern.rejected_claims = ruled.rejected_claims
    for key in sorted({*machine, *ruled.entries, *concern.ruled}):
        yield key, ruled.entries.get(key), machine.get(key), key in ruled.rejected


def ruled_view(connection: Connection, concern: Concern, made: Mapping[str, Record]) -> tuple[Mapping[str, Record], Ruled]:
    """What reconciling made of the entries that decisions concern, and what decisions make of them."""
    asked = concern.named | concern.ruled | set(_stating(connection, concern.marked))
    machine = dict(made) | _machine(connection, asked - made.keys() - concern.gone)
    ruled = apply_decisions(machine, concern.decisions, concern.claims)
    linking = {decode(record)["id"] for key in ruled.moved for record in statements.run(connection, "entries.linking", id=key).scalars()}
    if more := _machine(connection, linking - machine.keys() - concern.gone):
        machine |= more
        ruled = apply_decisions(machine, concern.decisions, concern.claims)
    return machine, ruled


def _machine(connection: Connection, entries: Collection[str]) -> dict[str, Record]:
    return {key: decode(record) for key, record in machine_records(connection, entries)}


def _stating(connection: Connection, claims: Collection[str]) -> Iterator[str]:
    """The entries that show claims."""
    listed = sorted(claims)
    for at in range(0, len(listed), 500):
        yield from statements.run(connection, "entries.stating", ids=listed[at : at + 500]).scalars()
