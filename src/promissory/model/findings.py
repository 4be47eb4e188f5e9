"""Findings: what a careful reader would object to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from promissory.model.ids import content_id
from promissory.model.spans import Span

FINDINGS = (
    "undated", "boilerplate", "near_copy", "broken_citation", "unattributed_section", "implausible_amount", "count_mismatch",
    "contradiction", "stale_post", "recommendation_as_fact", "restated", "double_count", "overdue", "other_language",
)  # fmt: skip
SEVERITIES = ("info", "warn", "error")


@dataclass(frozen=True, kw_only=True)
class Finding:
    """An objection about claims, entries or documents (their ids in `about`); it drops and corrects nothing."""

    kind: str
    message: str
    about: tuple[str, ...]
    evidence: tuple[Span, ...] = ()
    severity: str = "warn"

    def __post_init__(self) -> None:
        if self.kind not in FINDINGS or self.severity not in SEVERITIES:
            raise ValueError(f"finding {self.kind!r} with severity {self.severity!r} is not in the model")

    @cached_property
    def id(self) -> str:
        return content_id("f", [self.kind, self.message, list(self.about), [s.to_record() for s in self.evidence]])

    def to_record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "message": self.message,
            "about": list(self.about),
            "evidence": [span.to_record() for span in self.evidence],
            "severity": self.severity,
        }
