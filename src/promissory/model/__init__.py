"""The words of the ledger: documents, claims, entries, findings, decisions. Frozen, typed, no I/O."""

from promissory.model.claims import Amount, Claim, ItemCount
from promissory.model.decisions import Decision
from promissory.model.documents import Document, Published, Segment
from promissory.model.entries import Entry, Link, Step
from promissory.model.findings import Finding
from promissory.model.kinds import KINDS, ROLES, SLOTS, STATUSES
from promissory.model.spans import Span

__all__ = [
    "KINDS",
    "ROLES",
    "SLOTS",
    "STATUSES",
    "Amount",
    "Claim",
    "Decision",
    "Document",
    "Entry",
    "Finding",
    "ItemCount",
    "Link",
    "Published",
    "Segment",
    "Span",
    "Step",
]
