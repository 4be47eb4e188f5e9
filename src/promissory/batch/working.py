"""One shard from end to end: read behind the gate, extract, write its Parquet files and then, last, what says that they are whole."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promissory.batch.gating import Gate, Rules
from promissory.batch.shards import Shard, opened, stamp
from promissory.batch.tables import SCHEMAS, Tables
from promissory.errors import SourceError
from promissory.ledger import Extracted
from promissory.packs import load_pack
from promissory.reading import read
from promissory.settings import Settings
from promissory.stages import ProductStages
from promissory.workers import Failed, extract_one

MANIFESTS = "shards"
#: Faults of one shard that are told each; the rest are counted.
TOLD = 20


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is told: where to write, with which settings, and which pages to pass over."""

    out: str
    settings: Settings
    rules: Rules = Rules()  # noqa: RUF009


def work(shard: Shard, task: Task) -> dict[str, Any]:
    """The manifest of a shard: the one that stands there if it is of the same bytes, product and pack, else after working on it."""
    stages, pack = ProductStages(), load_pack(task.settings.pack)
    try:
        head = {
            "shard": shard.address,
            "id": shard.id,
            "stamp": stamp(shard),
            "version": stages.version,
            "pack": pack.digest,
            **task.rules.to_record(),
        }
    except OSError as fault:
        return {"shard": shard.address, "id": shard.id, "faults": [f"{shard.address}: cannot be read: {fault}"], "files": {}}
    where = manifest_path(task.out, shard.id)
    known = read_manifest(where)
    if (
        known
        and all(known.get(name) == value for name, value in head.items())
        and all(_is_whole(task.out, known, noun) for noun in SCHEMAS)
    ):
        return known
    with _scratch(Path(task.out)) as scratch:
        counts = _extract(shard, task, {noun: scratch / noun for noun in SCHEMAS})
        files = {noun: _settle(scratch / noun, file_path(task.out, noun, shard.id)) for noun in SCHEMAS}
        manifest = head | counts | {"files": files}
        (scratch / "manifest").write_text(json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        _settle(scratch / "manifest", where)
    return manifest


def manifest_path(out: str, shard: str) -> Path:
    return Path(out) / MANIFESTS / f"{shard}.json"


def file_path(out: str, noun: str, shard: str) -> Path:
    return Path(out) / noun / f"{shard}.parquet"


def read_manifest(path: Path) -> dict[str, Any] | None:
    """What stands in a manifest; None where there is none, or half of one."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found


def hash_of(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _is_whole(out: str, manifest: dict[str, Any], noun: str) -> bool:
    return bool(hash_of(file_path(out, noun, manifest["id"])) == manifest["files"].get(noun))


def _extract(shard: Shard, task: Task, paths: dict[str, Path]) -> dict[str, Any]:
    """Work through a shard; what was seen, kept, found and dropped, and the faults. A copy says where it stood, and no claim again."""
    stages, pack = ProductStages(), load_pack(task.settings.pack)
    gate, faults = Gate(pack, task.rules), list[SourceError]()
    documents = claims = 0
    met: set[str] = set()
    with opened(shard) as stream, Tables(paths) as tables:
        for document in read(
            shard.address, pack=pack, settings=task.settings, on_fault=faults.append, fetch=None,
            gate=gate if task.rules.gated else None, stream=stream,
        ):  # fmt: skip
            outcome = Extracted(document, (), ()) if document.id in met else extract_one(document, stages, pack)
            if isinstance(outcome, Failed):
                faults.append(outcome.fault)
                continue
            tables.add(outcome)
            met.add(document.id)
            documents, claims = documents + 1, claims + len(outcome.claims)
    told = [str(fault) for fault in faults[:TOLD]] + ([f"and {len(faults) - TOLD} more"] if len(faults) > TOLD else [])
    return {
        "pages": gate.seen, "documents": documents, "claims": claims, "dropped": dict(sorted(gate.dropped.items())),
        "audit": [list(dropped) for dropped in gate.audit], "faults": told,
    }  # fmt: skip


@contextmanager
def _scratch(out: Path) -> Iterator[Path]:
    """A folder of its own beside the results, gone at the end; one that a killed worker left is passed over and may be removed."""
    (out / ".part").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out / ".part") as folder:
        yield Path(folder)


def _settle(made: Path, home: Path) -> str:
    """Move a whole file to its place, over an older one; its hash."""
    found = hash_of(made) or ""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    home.parent.mkdir(parents=True, exist_ok=True)
    os.replace(made, home)
    return found
