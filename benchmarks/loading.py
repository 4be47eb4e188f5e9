"""N made-up claims from Parquet into a ledger: `python -m benchmarks.loading 1000000 LEDGER [--parts 10]`.

Writes a folder as `promissory batch` does (the claims are those of `benchmarks.filling`, twelve thousand documents a shard), loads it with
`promissory load` in a process of its own (part by part with `--parts`), and prints seconds, the most memory, bytes a claim, and how
long the first page of each list takes. LEDGER is a file that is not there yet, or the address of an empty database.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.filling import CHUNK, documents_of
from benchmarks.reconcile import make_claims
from benchmarks.throughput import ROOT
from promissory.batch.tables import SCHEMAS, Tables
from promissory.batch.working import file_path, manifest_path
from promissory.ledger import Extracted, open_ledger
from promissory.packs import load_pack
from promissory.stages import ProductStages

#: Rounds of asking for a first page; the median is told.
ROUNDS = 7
PAGE = 50
LOAD = """
import json, resource, sys
from promissory.batch import load_folder
from promissory.ledger import open_ledger
with open_ledger(sys.argv[2]) as ledger:
    report = load_folder(sys.argv[1], ledger)
print(json.dumps({"entries": report.entries, "new": report.new, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}))
"""


def write_folders(home: Path, size: int, parts: int) -> list[Path]:
    """Folders of so many made-up claims together, each with its share of the shards."""
    folders = [home / f"part-{part}" for part in range(parts)]
    for shard, extracted in enumerate(_shards(size, parts)):
        write_shard(folders[shard % parts], f"made-{shard:05}", extracted)
    return folders


def _shards(size: int, parts: int) -> Iterator[list[Extracted]]:
    chance, each = random.Random(size), min(CHUNK, max(1, size // parts))
    made, done = make_claims(size, chance), 0
    while chunk := [(thing, report.claim) for report, thing in islice(made, each)]:
        yield [extracted for extracted, _ in documents_of(chunk, done, chance)]
        done += len(chunk)


def write_shard(out: Path, name: str, extracted: Sequence[Extracted]) -> None:
    """One shard with its manifest."""
    paths = {noun: file_path(str(out), noun, name) for noun in SCHEMAS}
    for path in (*paths.values(), manifest_path(str(out), name)):
        path.parent.mkdir(parents=True, exist_ok=True)
    with Tables(paths) as tables:
        for one in extracted:
            tables.add(one)
    files = {noun: hashlib.sha256(path.read_bytes()).hexdigest() for noun, path in paths.items()}
    manifest = {"shard": name, "id": name, "version": ProductStages().version, "pack": load_pack().digest, "files": files, "faults": []}
    manifest_path(str(out), name).write_text(json.dumps(manifest), encoding="utf-8")


def load(folder: Path, ledger: str) -> dict[str, float]:
    """Load in a process of its own; seconds, memory, and what came of it."""
    began = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", LOAD, str(folder), ledger], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout
    return dict(json.loads(told.splitlines()[-1])) | {"seconds": time.perf_counter() - began}


def first_pages(name: str) -> Iterator[tuple[str, float]]:
    """Milliseconds until the first page of each list is there."""
    with open_ledger(name) as ledger:
        for noun in ("documents", "claims", "entries", "findings"):
            spent = []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                list(getattr(ledger, noun)(limit=PAGE))
                spent.append((time.perf_counter() - began) * 1000)
            yield noun, sorted(spent)[ROUNDS // 2]


def main(arguments: Sequence[str] | None = None) -> None:
    """Make, load, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int)
    parser.add_argument("ledger")
    parser.add_argument("--parts", type=int, default=1, help="load so many folders one after the other")
    given = parser.parse_args(arguments)
    home = Path(tempfile.mkdtemp(prefix="promissory-loading-"))
    try:
        folders = write_folders(home, given.claims, given.parts)
        packed = sum(path.stat().st_size for path in home.rglob("*.parquet"))
        print(f"{given.claims:,} claims, {packed / given.claims:.0f} bytes of Parquet each, documents included", flush=True)
        for folder in folders:
            told = load(folder, given.ledger)
            print(f"loaded in {told['seconds']:.0f} s, {told['mb']:.0f} MB at most, {told['entries']:,} entries", flush=True)
    finally:
        shutil.rmtree(home)
    if (file := Path(given.ledger)).is_file():
        print(f"the ledger: {file.stat().st_size / given.claims:.0f} bytes a claim")
    print(", ".join(f"{noun} {spent:.0f} ms" for noun, spent in first_pages(given.ledger)), f"for the first {PAGE}")


if __name__ == "__main__":
    main()
