"""From a folder that a batch wrote into a ledger: the same entries and ids as a build of the same reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from promissory.batch.joining import Row, line_up
from promissory.batch.tables import SCHEMAS, rows_of
from promissory.batch.working import MANIFESTS, file_path, hash_of, read_manifest
from promissory.errors import UsageError
from promissory.ledger import Extracted, Ledger
from promissory.model import Claim, Document, Finding, Span
from promissory.packs import load_pack
from promissory.pipeline import BuildReport, Progress, Stored, load
from promissory.settings import Settings

Record = dict[str, Any]


def load_folder(folder: str | Path, ledger: Ledger, *, settings: Settings | None = None, progress: Progress | None = None) -> BuildReport:
    """Load the shards of a folder, and make the entries. What is loaded already is passed over.

    UsageError for a folder without shards, for files that are not what their manifest says, and for shards of several versions or of
    another pack than the settings name.
    """
    settings = settings or Settings(ledger=ledger.name)
    found = (read_manifest(path) for path in (Path(folder) / MANIFESTS).glob("*.json"))
    # in the order in which a build of the same folder reads: what stands in two shards is named after the first
    manifests = sorted((one for one in found if one), key=lambda one: (Path(one["shard"]).parts, one["id"]))
    if not manifests:
        raise UsageError("holds no shard", str(folder), "name the --out folder of promissory batch")
    _check(folder, manifests, load_pack(settings.pack).digest)
    stored = partial(_stored, str(folder), [manifest["id"] for manifest in manifests])
    return load(stored, ledger, version=manifests[0]["version"], settings=settings, progress=progress)


def _check(folder: str | Path, manifests: list[Record], digest: str) -> None:
    again = "run promissory batch again over the same sources"
    if len({found["version"] for found in manifests}) > 1 or any(found["pack"] != digest for found in manifests):
        raise UsageError("its shards are of several versions, or of another pack than this one", str(folder), again)
    for found in manifests:
        for noun in SCHEMAS:
            path = file_path(str(folder), noun, found["id"])
            if hash_of(path) != found["files"][noun]:
                raise UsageError("is not what its manifest says", str(path), again)


def _stored(folder: str, shards: Sequence[str], known: set[str]) -> Iterator[Stored]:
    """The documents of shards in order; of those that are to be read, what was extracted too. A shard without any is not opened."""
    for number, lined_up in groupby(line_up([file_path(folder, "documents", shard) for shard in shards], known), lambda row: row.shard):
        rows = list(lined_up)
        if any(row.fresh for row in rows):
            yield from _read(folder, shards[number], rows)
        else:
            yield from (Stored(row.id, row.source) for row in rows)


def _read(folder: str, shard: str, rows: Iterable[Row]) -> Iterator[Stored]:
    """The rows of a shard's documents with what belongs to them; claims and findings stand in the order of the documents."""
    claims, findings = (_Rows(rows_of(file_path(folder, noun, shard), "doc")) for noun in ("claims", "findings"))
    for row, (_, record) in zip(rows, rows_of(file_path(folder, "documents", shard), "id"), strict=True):
        held, raised = claims.take(row.id), findings.take(row.id)
        yield Stored(row.id, row.source, _decoded(record, held, raised) if row.fresh else None)


def _decoded(record: str, claims: Iterable[str], findings: Iterable[str]) -> Extracted:
    document = Document.from_record(json.loads(record))
    held = (Claim.from_record(json.loads(claim), document.text) for claim in claims)
    return Extracted(document, tuple(held), tuple(_finding(json.loads(finding)) for finding in findings))


class _Rows:
    """Records handed out document by document, in the order in which they stand; only those of one document are in memory."""

    def __init__(self, rows: Iterator[tuple[str, str]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def take(self, doc: str) -> list[str]:
        taken = []
        while self._next is not None and self._next[0] == doc:
            taken.append(self._next[1])
            self._next = next(self._rows, None)
        return taken


def _finding(record: Record) -> Finding:
    return Finding(
        kind=record["kind"], message=record["message"], about=tuple(record["about"]), severity=record["severity"],
        evidence=tuple(Span.from_record(span) for span in record["evidence"]),
    )  # fmt: skip
