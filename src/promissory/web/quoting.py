"""Words for entries that nothing but their words tells apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from promissory.ledger import Ledger
from promissory.model import naming

Record = Mapping[str, Any]


def quoted(ledger: Ledger, records: Iterable[Record]) -> list[Record]:
    """Entries in their order; one without sums, goods or the like with the first words that prove it as its `quote`."""
    held = list(records)
    first = {record["id"]: record["claims"][0] for record in held if record["claims"] and naming.is_bare(record)}
    claims = {row.id: row for row in ledger.claims_of(list(first.values()))}
    return [{**record, "quote": _quote(claims.get(first.get(record["id"], "")))} for record in held]


def _quote(claim: Any) -> str:
    return " ".join(claim["evidence"][0]["quote"].split()) if claim else ""
