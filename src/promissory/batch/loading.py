"""From a folder that a batch wrote into a ledger: the same entries and ids as a build of the same reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from promissory.batch.tables import SCHEMAS, rows_of
from promissory.batch.working import MANIFESTS, file_path, hash_of, read_manifest
from promissory.errors import UsageError
from promissory.ledger import Extracted, Ledger
from promissory.model import Claim, Document, Finding, Span
from promissory.packs import load_pack
from promissory.pipeline import BuildReport, Progress, load
from promissory.settings import Settings

Record = dict[str, Any]


def load_folder(folder: str | Path, ledger: Ledger, *, settings: Settings | None = None, progress: Progress | None = None) -> BuildReport:
    """Load the shards of a folder, and make the entries. What is loaded already is passed over.

    UsageError for a folder without shards, for files that are not what their manifest says, and for shards of several versions or of
    another pack than the settings name.
    """
    settings = settings or Settings(ledger=ledger.name)
    manifests = [found for path in sorted((Path(folder) / MANIFESTS).glob("*.json")) if (found := read_manifest(path))]
    if not manifests:
        raise UsageError("holds no shard", str(folder), "name the --out folder of promissory batch")
    _check(folder, manifests, load_pack(settings.pack).digest)
    extracted = (one for manifest in manifests for one in _extracted(str(folder), manifest["id"]))
    return load(extracted, ledger, version=manifests[0]["version"], settings=settings, progress=progress)


def _check(folder: str | Path, manifests: list[Record], digest: str) -> None:
    again = "run promissory batch again over the same sources"
    if len({found["version"] for found in manifests}) > 1 or any(found["pack"] != digest for found in manifests):
        raise UsageError("its shards are of several versions, or of another pack than this one", str(folder), again)
    for found in manifests:
        for noun in SCHEMAS:
            path = file_path(str(folder), noun, found["id"])
            if hash_of(path) != found["files"][noun]:
                raise UsageError("is not what its manifest says", str(path), again)


def _extracted(folder: str, shard: str) -> Iterator[Extracted]:
    """The documents of a shard with their claims and findings. Rows of one document stand together, in the order of the documents."""
    claims, findings = (_Rows(rows_of(file_path(folder, noun, shard))) for noun in ("claims", "findings"))
    for record in rows_of(file_path(folder, "documents", shard)):
        document = Document.from_record(record)
        held = (Claim.from_record(claim, document.text) for claim in claims.take(document.id))
        raised = (_finding(finding) for finding in findings.take(document.id))
        yield Extracted(document, tuple(held), tuple(raised))


class _Rows:
    """Rows handed out document by document, in the order in which they stand; only those of one document are in memory."""

    def __init__(self, rows: Any) -> None:
        self._rows = iter(rows)
        self._next: Record | None = next(self._rows, None)

    def take(self, doc: str) -> list[Record]:
        taken = []
        while self._next is not None and self._next["doc"] == doc:
            taken.append(self._next)
            self._next = next(self._rows, None)
        return taken


def _finding(record: Record) -> Finding:
    return Finding(
        kind=record["kind"], message=record["message"], about=tuple(record["about"]), severity=record["severity"],
        evidence=tuple(Span.from_record(span) for span in record["evidence"]),
    )  # fmt: skip
