"""Claims about one thing become one entry: blocking, comparing, clustering, and what follows from the whole."""

from promissory.reconciliation.reconciling import reconcile
from promissory.reconciliation.reports import Reconciliation, Report

__all__ = ["Reconciliation", "Report", "reconcile"]
