"""Claims about one thing become one entry: blocking, comparing, clustering, and what follows from the whole."""

from promissory.reconciliation.copies import CopyText, cluster_copies, find_near_copies, find_retellings, group_sources, laid
from promissory.reconciliation.keeping import changed_claims, gone_rows, gone_ties, new_rows, text_rows
from promissory.reconciliation.reconciling import add, reconcile
from promissory.reconciliation.reports import Reconciliation, Report
from promissory.reconciliation.shelving import EmptyShelf, Origin, Shelf
from promissory.reconciliation.stacking import lay_by
from promissory.reconciliation.telling import Changes
from promissory.reconciliation.tracing import add_texts

__all__ = [
    "Changes", "CopyText", "EmptyShelf", "Origin", "Reconciliation", "Report", "Shelf", "add", "add_texts", "changed_claims",
    "cluster_copies", "find_near_copies", "find_retellings", "gone_rows", "gone_ties", "group_sources", "laid", "lay_by",
    "new_rows", "reconcile", "text_rows",
]  # fmt: skip
