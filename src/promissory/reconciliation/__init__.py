"""Claims about one thing become one entry: blocking, comparing, clustering, and what follows from the whole."""

from promissory.reconciliation.copies import CopyText, cluster_copies, find_near_copies, find_retellings, group_sources
from promissory.reconciliation.reconciling import reconcile
from promissory.reconciliation.reports import Reconciliation, Report

__all__ = ["CopyText", "Reconciliation", "Report", "cluster_copies", "find_near_copies", "find_retellings", "group_sources", "reconcile"]
