"""Programs that write to a ledger, ended by SIGKILL at random moments: what was committed must be there, and nothing by halves.

Three kinds of work are killed in turn: a build of made-up reports (with the product's own reconciliation), a reviewer who rules
on one entry after the other, and the migration of a ledger of the first schema. After every kill the ledger is opened as anybody
would open it, checked as `promissory check` does, and held against what the program had said was done.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # run as a file or as a module
    sys.path.insert(0, str(Path(__file__).parent.parent))

from promissory.ledger import Ledger, open_ledger
from promissory.ledger.migrations import VERSION_TABLE, statements_of
from promissory.model import Claim, Document, Finding, Published
from promissory.pipeline import build
from promissory.stages import ProductStages

DOCUMENTS, PER_DOCUMENT = 80, 4
DONORS, WORK = ("NO", "SE", "DK", "DE", "FR", "PL"), ("build", "review", "migration")
#: How often work is timed before it is killed; the first time programs are not in memory yet.
TIMED = 3
Faults = list[str]


@dataclass(frozen=True)
class MadeUp(ProductStages):
    """The product's stages, but for reading and extraction: each source is the number of a report, each line of it a pledge."""

    @property
    def version(self) -> str:
        return "made up"

    def read(self, source: str, *_others: Any) -> Iterator[Document]:
        chance = random.Random(int(source))
        lines = [f"{chance.choice(DONORS)} pledged package {chance.randrange(60)} of aid in {source}." for _ in range(PER_DOCUMENT)]
        yield Document("\n".join(dict.fromkeys(lines)), source, published=Published(f"2024-0{1 + int(source) % 9}-11", "given"))

    def extract(self, document: Document, *_others: object) -> tuple[Claim, ...]:
        return tuple(_claim(document, line) for line in document.text.splitlines())

    def examine(self, document: Document, *_others: object) -> tuple[Finding, ...]:
        return (Finding(kind="undated", message="made up", about=(document.id,)),)


@dataclass
class Tally:
    """What came of the kills of one kind of work."""

    killed: int = 0
    early: int = 0
    promised: int = 0
    faults: Faults = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, check, print a row for each kind of work; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200, help="kills in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", nargs=2, metavar=("WORK", "LEDGER"), help="be the one who is killed")
    given = parser.parse_args(arguments)
    if given.work:
        WORKERS[given.work[0]](Path(given.work[1]))
        return 0
    tallies = kill(given.times, given.seed)
    print(f"{'work':>10} {'killed':>7} {'ended before':>13} {'rulings told':>13} {'faults':>7}")
    for work, tally in tallies.items():
        print(f"{work:>10} {tally.killed:7} {tally.early:13} {tally.promised:13} {len(tally.faults):7}")
    for fault in (fault for tally in tallies.values() for fault in tally.faults[:5]):
        print(fault, file=sys.stderr)
    return int(any(tally.faults for tally in tallies.values()))


def kill(times: int, seed: int = 1) -> dict[str, Tally]:
    """Kill so many programs and see what each leaves behind."""
    chance, tallies = random.Random(seed), {work: Tally() for work in WORK}
    with tempfile.TemporaryDirectory(prefix="promissory-kills-") as home:
        whole = Path(home) / "whole.db"
        timed = {work: [_begin(work, Path(home) / f"{work}-timed-{n}.db", whole) for n in range(TIMED)] for work in WORK}
        longest = {work: min(_time(work, ledger) for ledger in ledgers) for work, ledgers in timed.items()}
        wanted = _listing(whole)
        for n in range(times):
            work = WORK[n % len(WORK)]
            ledger = _begin(work, Path(home) / f"{work}-{n}.db", whole)
            told = _kill(work, ledger, chance.uniform(0.3, 1.05) * longest[work], tallies[work])
            tallies[work].promised += len(told)
            tallies[work].faults += [f"{work} {n}: {fault}" for fault in _faults(work, ledger, told, wanted)]
    return tallies


def _begin(work: str, ledger: Path, whole: Path) -> Path:
    """What the work starts from: nothing, a copy of a whole ledger, or a ledger of the first schema."""
    if not whole.exists():
        _build(whole)
    if work == "review":
        with open_ledger(whole) as made:
            made.backup(ledger)
    elif work == "migration":
        _first_schema(ledger)
    return ledger


def _first_schema(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        for line in (VERSION_TABLE, *statements_of(1, "sqlite"), "INSERT INTO schema_version VALUES (1, '2024-01-01')"):
            raw.execute(line)
        rows = [(n, f"state {n}", "2024-01-01") for n in range(1, 2000)]
        raw.executemany("INSERT INTO rebuilds VALUES (?, ?, ?)", rows)
    raw.close()


def _start(work: str, ledger: Path) -> subprocess.Popen[str]:
    root = Path(__file__).parent.parent
    places = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-m", "benchmarks.kills", "--work", work, str(ledger)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": places})


def _time(work: str, ledger: Path) -> float:
    begun = time.monotonic()
    _start(work, ledger).communicate()
    return time.monotonic() - begun


def _kill(work: str, ledger: Path, after: float, tally: Tally) -> list[str]:
    """Start, wait, kill; what the program said was done."""
    process = _start(work, ledger)
    try:
        told, _ = process.communicate(timeout=after)
        tally.early += 1
    except subprocess.TimeoutExpired:
        process.kill()
        told, _ = process.communicate()
        tally.killed += 1
    return [line for line in told.splitlines(keepends=True) if line.endswith("\n")]


def _faults(work: str, path: Path, told: Sequence[str], wanted: str) -> Faults:
    """What is wrong with a ledger after a kill; the work must then go on to its end."""
    if not path.exists():
        return []
    with open_ledger(path) as ledger:
        found = [f"{fault.where}: {fault.what}" for fault in ledger.check()]
        found += _lost(ledger, told)
        if work == "migration" and ledger.rebuilt_from() != "state 1999":
            found.append("rows of the old schema are gone")
    if work == "build":
        _build(path)
        found += ["the next build makes other entries"] if _listing(path) != wanted else []
    return found


def _lost(ledger: Ledger, told: Sequence[str]) -> Faults:
    """Rulings that the program had been told were on the record, and that are not."""
    there = {row.id for row in ledger.decisions()}
    return [f"the ruling {line.strip()} is lost" for line in told if line.strip() not in there]


def _listing(path: Path) -> str:
    with open_ledger(path) as ledger:
        return json.dumps([ledger.entries().to_records(), ledger.findings().to_records()])


def _build(path: Path) -> None:
    with open_ledger(path) as ledger:
        build([str(n) for n in range(DOCUMENTS)], ledger, jobs=1, stages=MadeUp())


def _review(path: Path) -> None:
    """Rule on one entry after the other; each ruling is told when it is on the record."""
    with open_ledger(path) as ledger:
        for n, row in enumerate(ledger.entries(limit=30)):
            decision = ledger.decide(("accept", "reject", "note")[n % 3], row.id, reviewer="A. Reader", reason="seen")
            print(decision.id, flush=True)


def _migrate(path: Path) -> None:
    open_ledger(path).close()


WORKERS: Mapping[str, Callable[[Path], None]] = {"build": _build, "review": _review, "migration": _migrate}


def _claim(document: Document, line: str) -> Claim:
    at = document.text.index(line)
    evidence, donor = (document.span(at, at + len(line)),), (line.split()[0],)
    return Claim(text=document.text, doc=document.id, kind="commitment", status="pledged", parties={"donor": donor}, evidence=evidence)


if __name__ == "__main__":
    sys.exit(main())
