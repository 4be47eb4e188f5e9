"""The words that prove a status of an entry, with their source and their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from promissory.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote, where it stands (`line` counts from one) and when that was published."""

    quote: str
    source: str
    publisher: str | None
    reported: str | None
    line: int
    claim: str


def prove(ledger: Ledger, entry: Mapping[str, Any], status: str) -> Proof | None:
    """The first reported evidence that an entry has a status; None if it never had."""
    claims = ledger.claims_of([key for step in entry["history"] if step["status"] == status for key in step["claims"]])
    if not claims:
        return None
    claim = min(claims, key=lambda claim: (claim["reported"] or "9999", claim["source"], claim.id))
    document = ledger.get(claim["doc"])
    span = claim["evidence"][-1]
    line = document["text"].count("\n", 0, span["start"]) + 1
    return Proof(" ".join(span["quote"].split()), claim["source"], document["publisher"], claim["reported"], line, claim.id)
