"""Decisions: what a person ruled in review. Append-only; a re-run keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from promissory.model.ids import content_id

ACTIONS = ("accept", "reject", "edit", "merge", "split", "note")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Who ruled what about which claims or entries, when (UTC, ISO 8601) and why; `change` holds the slots of an edit."""

    action: str
    about: tuple[str, ...]
    reviewer: str
    at: str
    reason: str = ""
    change: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ValueError(f"action {self.action!r} is none of {', '.join(ACTIONS)}")
        if not self.about or not self.reviewer:
            raise ValueError("a decision names what it is about and who made it")

    @cached_property
    def id(self) -> str:
        return content_id("r", [self.action, list(self.about), self.reviewer, self.at, self.reason, dict(self.change)])

    def to_record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "action": self.action,
            "about": list(self.about),
            "reviewer": self.reviewer,
            "at": self.at,
            "reason": self.reason,
            "change": dict(self.change),
        }
