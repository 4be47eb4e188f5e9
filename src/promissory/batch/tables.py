"""Documents, claims and findings as rows of Parquet: the columns that people ask for, and the whole record beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as arrow
from pyarrow import parquet

from promissory.ledger import Extracted

TEXT, NUMBER, SHARE, LIST = arrow.string(), arrow.int64(), arrow.float64(), arrow.list_(arrow.string())
SCHEMAS: Mapping[str, arrow.Schema] = {
    "documents": arrow.schema(
        [("id", TEXT), ("source", TEXT), ("url", TEXT), ("publisher", TEXT), ("title", TEXT), ("published", TEXT), ("length", NUMBER),
         ("record", TEXT)]
    ),
    "claims": arrow.schema(
        [("id", TEXT), ("doc", TEXT), ("kind", TEXT), ("status", TEXT), ("actors", LIST), ("date", TEXT), ("place", TEXT),
         ("amount", SHARE), ("currency", TEXT), ("items", LIST), ("topics", LIST), ("quote", TEXT), ("confidence", SHARE), ("record", TEXT)]
    ),
    "findings": arrow.schema(
        [("id", TEXT), ("doc", TEXT), ("kind", TEXT), ("severity", TEXT), ("message", TEXT), ("record", TEXT)]
    ),
}  # fmt: skip
GROUP = 500


class Tables:
    """Three Parquet files that grow row group by row group; memory holds one group at most."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        self._rows: dict[str, list[dict[str, Any]]] = {noun: [] for noun in SCHEMAS}
        self._files = {noun: parquet.ParquetWriter(paths[noun], schema, compression="zstd") for noun, schema in SCHEMAS.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        for noun, file in self._files.items():
            if kind is None:
                self._flush(noun)
            file.close()

    def add(self, found: Extracted) -> None:
        """Append a document with its claims and findings."""
        self._rows["documents"].append(_document(found))
        self._rows["claims"] += [_claim({"id": claim.id, **claim.to_record()}) for claim in found.claims]
        self._rows["findings"] += [_finding(finding.to_record(), found.document.id) for finding in found.findings]
        for noun, rows in self._rows.items():
            if len(rows) >= GROUP:
                self._flush(noun)

    def _flush(self, noun: str) -> None:
        if self._rows[noun]:
            self._files[noun].write_table(arrow.Table.from_pylist(self._rows[noun], SCHEMAS[noun]))
            self._rows[noun] = []


def rows_of(path: Path, key: str) -> Iterator[tuple[str, str]]:
    """The records of a file (JSON), in order, each with what stands in the column `key`."""
    with parquet.ParquetFile(path) as file:
        for group in file.iter_batches(GROUP, columns=[key, "record"]):
            yield from zip(group.column(key).to_pylist(), group.column("record").to_pylist(), strict=True)


def _json(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _document(found: Extracted) -> dict[str, Any]:
    record = found.document.to_record(with_text=True)
    published = record["published"]["value"] if record["published"] else None
    named = {name: record[name] for name in ("id", "source", "url", "publisher", "title", "length")}
    return named | {"published": published, "record": _json(record)}


def _claim(record: Mapping[str, Any]) -> dict[str, Any]:
    amount = record.get("amount") or {}
    named = {name: record.get(name) for name in ("id", "doc", "kind", "status", "date", "place", "topics", "confidence")}
    return named | {
        "actors": list(dict.fromkeys(actor for ids in record["parties"].values() for actor in ids)),
        "amount": amount.get("value"), "currency": amount.get("currency"), "items": [lot["item"] for lot in record.get("items") or ()],
        "quote": " … ".join(span["quote"] for span in record["evidence"]), "record": _json(record),
    }  # fmt: skip


def _finding(record: Mapping[str, Any], doc: str) -> dict[str, Any]:
    named = {name: record[name] for name in ("id", "kind", "severity", "message")}
    return named | {"doc": doc, "record": _json({**record, "doc": doc})}
