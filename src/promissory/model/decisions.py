"""Decisions: what a person ruled in review. Append-only; a re-run keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from promissory.model.ids import content_id

ACTIONS = ("accept", "reject", "edit", "merge", "split", "note", "undo")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Who ruled what about which claims or entries, when (UTC, ISO 8601) and why; `change` holds the slots of an edit.

    `about` of a split are the entry and the claims that leave it, of an undo the decisions that no longer count. `marks` keep
    what identifies the things ruled on (id → document, kind, evidence, parties), so that they are found again under new ids.
    """

    action: str
    about: tuple[str, ...]
    reviewer: str
    at: str
    reason: str = ""
    change: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ValueError(f"action {self.action!r} is none of {', '.join(ACTIONS)}")
        if not self.about or not self.reviewer:
            raise ValueError("a decision names what it is about and who made it")
        datetime.fromisoformat(self.at)

    @cached_property
    def id(self) -> str:
        return content_id("r", [self.action, list(self.about), self.reviewer, self.at, self.reason, dict(self.change)])

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Decisions count in the order of time, then reviewer."""
        moment = datetime.fromisoformat(self.at)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC), self.reviewer, self.id

    def to_record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "action": self.action,
            "about": list(self.about),
            "reviewer": self.reviewer,
            "at": self.at,
            "reason": self.reason,
            "change": dict(self.change),
            "marks": dict(self.marks),
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Decision:
        """The decision of a record made by `to_record`; ValueError or KeyError if it is none."""
        return cls(
            action=record["action"],
            about=tuple(record["about"]),
            reviewer=record["reviewer"],
            at=record["at"],
            reason=record.get("reason", ""),
            change=dict(record.get("change", {})),
            marks=dict(record.get("marks", {})),
        )
