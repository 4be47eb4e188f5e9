"""REST: the JSON of the ledger, for programs."""
