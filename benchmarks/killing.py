"""Batches whose worker, scheduler or client is killed at any moment: `python -m benchmarks.killing --times 20`.

Each time a scheduler and two workers are started as processes of their own over TCP, and a client that runs `promissory batch` over a small
crawl. One of the four is killed (SIGKILL) after a while; what is left must end by itself, or is ended after a time that is told. Then a
whole cluster and the same command finish the work. The folder must be that of a batch that nobody disturbed, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.crawling import write_crawl
from benchmarks.throughput import ROOT

WHO = ("worker", "scheduler", "client")
#: How long the rest may take to notice, and a whole run to end.
PATIENCE = 180
SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@dataclass
class Cluster:
    """A scheduler and its workers, each a process of its own."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@dataclass
class Tally:
    """What came of the kills of one of the three."""

    killed: int = 0
    early: int = 0
    other: int = 0
    hung: int = 0
    seconds: list[float] = field(default_factory=list)


def folder_hash(folder: Path) -> str:
    """Of all files of a folder, names and bytes; scratch folders apart."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and ".part" not in path.parts):
        total.update(f"{path.relative_to(folder)}".encode() + path.read_bytes())
    return total.hexdigest()


@contextmanager
def cluster(workers: int = 2) -> Iterator[Cluster]:
    """A cluster over TCP on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = _dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    made = [_dask("worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny") for _ in range(workers)]
    try:
        yield Cluster(address, scheduler, made)
    finally:
        for process in (*made, scheduler):
            process.kill()
            process.wait(20)


def _dask(role: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", f"distributed.cli.dask_{role}", *arguments], **SILENT, env=_environment())  # type: ignore[call-overload, no-any-return]


def _environment() -> dict[str, str]:
    paths = [str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def batch(crawl: Path, out: Path, address: str) -> subprocess.Popen[bytes]:
    """A client at work."""
    code = "from promissory.cli import main; main()"
    command = [sys.executable, "-c", code, "batch", str(crawl), "--out", str(out), "--scheduler", address]
    return subprocess.Popen(command, **SILENT, env=_environment())  # type: ignore[call-overload, no-any-return]


def kill_batches(crawl: Path, times: int, seed: int = 1) -> dict[str, Tally]:
    """Kill one after the other, so many times together, and see what the next run makes of it."""
    chance, tallies = random.Random(seed), {who: Tally() for who in WHO}
    with tempfile.TemporaryDirectory(prefix="promissory-killing-") as home:
        began = time.monotonic()
        _finish(crawl, Path(home) / "whole")
        longest, wanted = time.monotonic() - began, folder_hash(Path(home) / "whole")
        for number in range(times):
            who, out = WHO[number % len(WHO)], Path(home) / str(number)
            _disturb(crawl, out, who, chance.uniform(0.2, 0.9) * longest, tallies[who])
            began = time.monotonic()
            _finish(crawl, out)
            tallies[who].seconds.append(time.monotonic() - began)
            tallies[who].other += folder_hash(out) != wanted
    return tallies


def _finish(crawl: Path, out: Path) -> None:
    with cluster() as made:
        if batch(crawl, out, made.address).wait(PATIENCE):
            raise RuntimeError(f"a batch that nobody disturbed failed: {out}")


def _disturb(crawl: Path, out: Path, who: str, after: float, tally: Tally) -> None:
    with cluster() as made:
        client = batch(crawl, out, made.address)
        victim = {"worker": made.workers[0], "scheduler": made.scheduler, "client": client}[who]
        try:
            client.wait(after)
            tally.early += 1
        except subprocess.TimeoutExpired:
            victim.kill()
            tally.killed += 1
        try:
            client.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            tally.hung += 1
            client.kill()
            client.wait(20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, check, print a row for each; 1 if a folder was another or a client hung."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="promissory-crawl-") as folder:
        write_crawl(Path(folder), pages=1200, shards=12, share=0.1)
        tallies = kill_batches(Path(folder), given.times, given.seed)
    print(f"{'killed':>10} {'times':>6} {'ended before':>13} {'other bytes':>12} {'hung':>5} {'next run':>9}")
    for who, tally in tallies.items():
        mean = sum(tally.seconds) / max(1, len(tally.seconds))
        print(f"{who:>10} {tally.killed:6} {tally.early:13} {tally.other:12} {tally.hung:5} {mean:7.1f} s")
    return int(any(tally.other or tally.hung for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
