"""The ledger: documents, claims, entries, findings and decisions in one append-only file. The only home of SQL."""

from promissory.ledger.checking import Fault
from promissory.ledger.filters import FilterOptions
from promissory.ledger.ledgers import Ledger, Writer, open_ledger
from promissory.ledger.rows import Listing, Row
from promissory.ledger.searching import Hit
from promissory.ledger.storing import Extracted, Run

__all__ = ["Extracted", "Fault", "FilterOptions", "Hit", "Ledger", "Listing", "Row", "Run", "Writer", "open_ledger"]
