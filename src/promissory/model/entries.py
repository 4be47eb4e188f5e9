"""Entries: the things in the world that claims are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LINKS = ("includes", "restates", "tops_up", "fulfils", "part_of", "requested_by")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an entry's life: the status, when it held (event time), when it was reported, and who says so."""

    status: str
    on: str | None
    reported: str | None
    claims: tuple[str, ...]

    def to_record(self) -> dict[str, Any]:
        return {"status": self.status, "on": self.on, "reported": self.reported, "claims": list(self.claims)}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from the entry that holds it to another."""

    type: str
    entry: str

    def to_record(self) -> dict[str, str]:
        return {"type": self.type, "entry": self.entry}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing in the world with its dated history, reconciled from claims.

    `slots` are the slots of its kind as in the JSON of a claim, chosen from its claims; nothing of a claim is lost,
    the claims stay as they are.
    """

    id: str
    kind: str
    status: str
    parties: Mapping[str, tuple[str, ...]]
    slots: Mapping[str, Any]
    history: tuple[Step, ...]
    claims: tuple[str, ...]
    independent_sources: int
    grade: str = "F6"
    grade_reasons: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    reviewed: Mapping[str, Any] | None = field(default=None)

    def to_record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "parties": {role: list(ids) for role, ids in self.parties.items()},
            **self.slots,
            "history": [step.to_record() for step in self.history],
            "claims": list(self.claims),
            "independent_sources": self.independent_sources,
            "grade": self.grade,
            "grade_reasons": list(self.grade_reasons),
            "findings": list(self.findings),
            "links": [link.to_record() for link in self.links],
            "reviewed": dict(self.reviewed) if self.reviewed else None,
        }
