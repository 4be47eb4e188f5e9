"""What goes in and comes out: claims as the ledger stores them, entries and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern
from typing import Any

from promissory.model import ROLES, Entry, Finding
from promissory.model.claims import slot_name, slots_of

#: What a claim's record tells that reconciling does not ask for.
UNUSED = frozenset({"grounds", "confidence", "source", "run"})


@dataclass(frozen=True, slots=True)
class Report:
    """One claim with what is known of the document that makes it.

    `claim` is what reconciling needs of the claim's JSON record with its `id`; `reported` the date of the document (ISO 8601
    day, month, year or interval), None if unknown; `source_key` what counts as one source (a publisher, or else the document
    id); `copy_of` the id of the document of which this one is a near copy, None for an original; `reliability` the letter A–F
    of its source.
    """

    claim: Mapping[str, Any]
    reported: str | None = None
    source_key: str = ""
    copy_of: str | None = None
    reliability: str = "F"

    @classmethod
    def from_record(
        cls, record: Mapping[str, Any], *, source_key: str | None = None, copy_of: str | None = None, reliability: str = "F"
    ) -> Report:
        """The report of a claim record that carries `id` and perhaps `reported`; its document is its source unless named."""
        return cls(_lean(record), record.get("reported"), source_key or record["doc"], copy_of, reliability)

    @property
    def id(self) -> str:
        return str(self.claim["id"])

    @property
    def kind(self) -> str:
        return str(self.claim["kind"])

    @property
    def status(self) -> str:
        return str(self.claim["status"])

    @property
    def order(self) -> tuple[str, str]:
        """Sorts reports by the date of the document, undated ones last, then by claim id."""
        return (self.reported or "9999", self.id)

    @property
    def quotes(self) -> tuple[str, ...]:
        return tuple(span["quote"] for span in self.claim["evidence"])

    @property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """The filled roles of the kind with the actors that hold them."""
        parties = self.claim.get("parties") or {}
        return {role: tuple(parties[role]) for role in ROLES[self.kind] if parties.get(role)}

    def slot(self, name: str) -> Any:
        """The value of a slot as in the claim's JSON; None where it is not filled."""
        return self.claim.get(name) or None

    def is_assumed(self, name: str) -> bool:
        """Whether a slot was inferred from no words of the text, as the date of news that names no day."""
        return name in (self.claim.get("inferred") or {})

    @property
    def slot_names(self) -> tuple[str, ...]:
        return tuple(slot_name(attribute) for attribute in slots_of(self.kind))


def _lean(record: Mapping[str, Any]) -> dict[str, Any]:
    """The filled slots and what they are held against: the reports of a whole ledger are in memory together."""
    lean = {name: value for name, value in record.items() if value and name not in UNUSED}
    lean["parties"] = {role: [intern(actor) for actor in actors] for role, actors in (record.get("parties") or {}).items()}
    return lean | {name: intern(record[name]) for name in ("doc", "kind", "status")}


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The entries that the claims are about, sorted by id, and what a careful reader would object to."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
