"""A synthetic crawl through the gate: `python -m benchmarks.crawl --pages 100000 --shards 20 [--workers 2]`.

Makes web archives (`benchmarks.crawling`; about 180 kB a page, 30 kB packed) or takes those of `--crawl FOLDER`. Reads them with FastWARC
and resiliparse's main content alone (the peer) and with `promissory batch`, each in so many processes, starts included, in one run, and
prints both and their ratio; then one worker against two. `--memory` measures one worker instead: its memory after each shard. `--write
FOLDER` only makes the archives.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from benchmarks.crawling import write_crawl
from benchmarks.throughput import ROOT, Spent, children_seconds


def peer(path: Path) -> int:
    """Main content of every page, and nothing else: how many characters."""
    total = 0
    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            tree = HTMLTree.parse_from_bytes(record.reader.read(), "utf-8")
            total += len(extract_plain_text(tree, main_content=True))
    return total


@contextmanager
def measured() -> Iterator[Spent]:
    """What the processes started within take, once they have ended."""
    spent, clock, processor = Spent(0, 0), time.perf_counter(), children_seconds()
    yield spent
    spent.clock, spent.processor = time.perf_counter() - clock, children_seconds() - processor


def measure_peer(crawl: Path, workers: int) -> Spent:
    """The peer over all shards, in so many processes."""
    with measured() as spent, ProcessPoolExecutor(workers) as pool:
        list(pool.map(peer, sorted(crawl.iterdir())))
    return spent


def measure_batch(crawl: Path, workers: int) -> tuple[Spent, dict[str, object]]:
    """A batch over all shards, and its report."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-c", "from promissory.cli import main; main()", "batch", str(crawl), "--out", out, "--format", "json"]
        with measured() as spent:
            told = subprocess.run([*command, "--workers", str(workers)], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout
        return spent, dict(json.loads(told))


def memory_of(crawl: Path) -> Iterator[tuple[float, float]]:
    """Memory (MB) of one process after each shard: what it holds, and the most it held."""
    from promissory.batch.shards import shards_of
    from promissory.batch.working import Task, work
    from promissory.settings import Settings

    with tempfile.TemporaryDirectory() as out:
        for shard in shards_of([str(crawl)]):
            work(shard, Task(out, Settings()))
            yield held_mb(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def held_mb() -> float:
    """What this process holds now (Linux)."""
    found = re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1000 if found else float("nan")


@contextmanager
def archives(given: argparse.Namespace) -> Iterator[Path]:
    """The folder of archives that is there, or one made for this run."""
    if given.crawl:
        yield given.crawl
        return
    with tempfile.TemporaryDirectory(prefix="promissory-crawl-") as folder:
        write_crawl(Path(folder), pages=given.pages, shards=given.shards, processes=given.workers)
        yield Path(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--shards", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--crawl", type=Path, help="archives that are there")
    parser.add_argument("--write", type=Path, help="only make the archives, here")
    parser.add_argument("--memory", action="store_true", help="memory of one worker after each shard, instead")
    parser.add_argument("--no-single", action="store_true", help="leave out the run with one worker")
    given = parser.parse_args()
    if given.write:
        write_crawl(given.write, pages=given.pages, shards=given.shards, processes=given.workers)
        return
    with archives(given) as crawl:
        if given.memory:
            for shard, (held, most) in enumerate(memory_of(crawl), start=1):
                print(f"after shard {shard}: {held:.0f} MB held, {most:.0f} MB at most", flush=True)
            return
        compare(crawl, given.workers, single=not given.no_single)


def compare(crawl: Path, workers: int, *, single: bool) -> None:
    """Print the peer, the batch, and their ratio."""
    alone = measure_peer(crawl, workers)
    batch, report = measure_batch(crawl, workers)
    print(json.dumps(report))
    times = f"{batch.clock / alone.clock:.2f} times ({batch.processor / alone.processor:.2f} of the processor)"
    print(f"{workers} processes: main content alone {alone}, batch {batch}: {times}", flush=True)
    if single:
        one, _ = measure_batch(crawl, 1)
        print(f"batch with one worker {one}: {workers} workers are {one.clock / batch.clock:.2f} times as fast")


if __name__ == "__main__":
    main()
