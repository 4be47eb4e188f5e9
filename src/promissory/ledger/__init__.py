"""The ledger: documents, claims, entries, findings and decisions in one append-only file. The only home of SQL."""

from promissory.ledger.changes import Changes
from promissory.ledger.checking import Fault
from promissory.ledger.filters import FilterOptions
from promissory.ledger.ledgers import Ledger, Writer, open_ledger
from promissory.ledger.rows import Listing, Row
from promissory.ledger.searching import Hit
from promissory.ledger.shelving import LedgerShelf
from promissory.ledger.storing import Extracted, Run

__all__ = [
    "Changes", "Extracted", "Fault", "FilterOptions", "Hit", "Ledger", "LedgerShelf", "Listing", "Row", "Run", "Writer", "open_ledger",
]  # fmt: skip
