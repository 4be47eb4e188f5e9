"""Entries as Parquet: the only home of PyArrow."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from promissory.errors import DependencyError
from promissory.model import KINDS, ROLES
from promissory.publishing.gathering import Content, Evidence, Record

#: Whole digits and decimals of a sum.
DIGITS, DECIMALS = 38, 4
ALL_ROLES = tuple(dict.fromkeys(role for kind in KINDS for role in ROLES[kind]))
TEXTS = ("date", "place", "by", "support", "period", "framework", "term", "format", "body", "for", "post")
LISTS = ("topics", "attributed_to", "scope", "means", "hit", "findings", "claims")


def write_parquet(content: Content, to: Path) -> None:
    """A row an entry; parties, items, history and evidence are nested, sums exact decimals. DependencyError without PyArrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as fault:
        raise DependencyError("no Parquet can be written", "pyarrow", "pip install 'promissory[exports]'") from fault
    rows = [_row(entry, content.evidence[entry["id"]]) for entry in content.entries]
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=_schema(pyarrow)), str(to), compression="zstd")


def _row(entry: Record, evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    amount = entry["amount"] or {}
    row = {name: entry.get(name) for name in ("id", "kind", "status", *TEXTS, "urgent", "count", "history", "grade")}
    row |= {name: entry.get(name) or [] for name in LISTS}
    return row | {
        "parties": {role: entry["parties"].get(role) for role in ALL_ROLES},
        "amount": Decimal(str(amount["value"])).quantize(Decimal(1).scaleb(-DECIMALS)) if amount else None,
        "currency": amount.get("currency"),
        "amount_is": amount.get("qualifier"),
        "items": entry["items"] or [],
        "sources": entry["independent_sources"],
        "links": entry["links"],
        "evidence": [item.to_record() for item in evidence],
    }


def _schema(pa: Any) -> Any:
    text, texts = pa.string(), pa.list_(pa.string())
    step = pa.struct([("status", text), ("on", text), ("reported", text), ("claims", texts)])
    proof = [(name, pa.int64() if name in ("start", "end") else text) for name in Evidence.FIELDS]
    return pa.schema(
        [
            *((name, text) for name in ("id", "kind", "status")),
            ("parties", pa.struct([(role, texts) for role in ALL_ROLES])),
            *((name, text) for name in TEXTS),
            ("urgent", pa.bool_()), ("count", pa.int64()),
            ("amount", pa.decimal128(DIGITS, DECIMALS)), ("currency", text), ("amount_is", text),
            ("items", pa.list_(pa.struct([("item", text), ("count", pa.float64()), ("qualifier", text)]))),
            *((name, texts) for name in LISTS),
            ("history", pa.list_(step)), ("links", pa.list_(pa.struct([("type", text), ("entry", text)]))),
            ("sources", pa.int64()), ("grade", text), ("evidence", pa.list_(pa.struct(proof))),
        ]
    )  # fmt: skip
