"""What a reviewer should look at first: large sums, entries with objections or disputes, and readings that may be wrong."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from promissory.ledger import FilterOptions, Ledger
from promissory.model import Decision

Record = Mapping[str, Any]
#: How much each reason counts, of 1. Sums of other currencies are ranked as written: their order of magnitude is what counts.
SUM, OBJECTIONS, DOUBT = 0.4, 0.35, 0.25
SEVERE = {"error": 1.0, "warn": 0.5, "info": 0.1}
#: The sum, in units, at which its share is full, and the confidence from which a reading is no reason to look.
LARGEST, SURE = 1e11, 0.95


@dataclass(frozen=True, slots=True)
class Queued:
    """An entry that waits for a reviewer: how urgently (0 to 1), and why."""

    entry: Record
    score: float
    because: tuple[str, ...]

    def to_record(self) -> dict[str, Any]:
        """The JSON of the queue: `entry` (id), `score`, `because`, and what it is about."""
        shown = {key: self.entry[key] for key in ("kind", "status", "parties", "date", "amount", "items", "claims")}
        return {"entry": self.entry["id"], "score": self.score, "because": list(self.because)} | shown


def review_queue(ledger: Ledger, **options: Any) -> list[Queued]:
    """The entries that pass the filters and that nobody has ruled on, or that have changed since, the most urgent first.

    A note leaves an entry in the queue; a rejection that another reviewer disputes is in it.
    `limit` and `offset` count in the order of the queue.
    """
    limit, offset = options.pop("limit", None), options.pop("offset", 0) or 0
    wanted: FilterOptions = {**options, "rejected": True}  # type: ignore[typeddict-item]
    findings = {row.id: row.record for row in ledger.findings()}
    confidence = {row.id: float(row["confidence"]) for row in ledger.claims(rejected=True)}
    ruled = {row.id: Decision.from_record(row.record) for row in ledger.decisions()}
    queue = [found for row in ledger.entries(**wanted) if (found := _queued(row.record, findings, confidence, ruled))]
    queue.sort(key=lambda queued: (-queued.score, queued.entry["id"]))
    return queue[offset : None if limit is None else offset + limit]


def _queued(entry: Record, findings: Mapping[str, Record], confidence: Mapping[str, float], ruled: Mapping[str, Decision]) -> Queued | None:
    since = _since_review(entry, ruled)
    if since is None:
        return None
    reasons = [_sum(entry), _objections([findings[key] for key in entry["findings"] if key in findings], since), _doubt(entry, confidence)]
    return Queued(entry, round(sum(score for score, _ in reasons), 3), tuple(why for _, why in reasons if why))


def _since_review(entry: Record, ruled: Mapping[str, Decision]) -> str | None:
    """What brings an entry back that was ruled on, in words; nothing for one never ruled on, None for one that is done."""
    review = entry["reviewed"]
    last = ruled.get(review["id"]) if review else None
    if review is None or last is None or last.action == "note":
        return ""
    if disputed := [ruled[key].reviewer for key in review["overruled"] if key in ruled and ruled[key].reviewer != last.reviewer]:
        return f"{last.reviewer} and {', '.join(sorted(set(disputed)))} disagree"
    known = {claim for key, mark in last.marks.items() for claim in (mark.get("claims") or [key])}
    if known.isdisjoint(entry["claims"]) or known.issuperset(entry["claims"]):
        return None
    return f"new claims since {last.reviewer} ruled on {last.at[:10]}"


def _sum(entry: Record) -> tuple[float, str]:
    amount = entry.get("amount")
    if not amount or amount["value"] <= 1:
        return 0.0, ""
    share = min(1.0, math.log10(amount["value"]) / math.log10(LARGEST))
    return SUM * share, f"{amount['currency'] or 'an unknown currency'} {amount['value']:,}".replace(",", " ")


def _objections(findings: Iterable[Record], since: str) -> tuple[float, str]:
    held = sorted(findings, key=lambda finding: (-SEVERE[finding["severity"]], finding["kind"]))
    weight = min(1.0, sum(SEVERE[finding["severity"]] for finding in held) + bool(since))
    kinds = ", ".join(dict.fromkeys(finding["kind"] for finding in held))
    return OBJECTIONS * weight, "; ".join(word for word in (since, kinds) if word)


def _doubt(entry: Record, confidence: Mapping[str, float]) -> tuple[float, str]:
    """The surest claim of an entry speaks for it."""
    best = max((confidence[key] for key in entry["claims"] if key in confidence), default=0.0)
    return (DOUBT * (1 - best), f"confidence {best:.2f}") if best < SURE else (0.0, "")
