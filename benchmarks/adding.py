"""A ledger of N made-up claims, reconciled once, then 100 documents more: processor time and memory, each step in a process of its own.

    python -m benchmarks.adding 100000 made.db
    python -m benchmarks.adding 200000 made.db --days 880 --documents 20

The ledger is made if it is not there. Documents of the second step are other ones every time, so it can be run again. `--days` is how many
days the world has: what documents reach is near them in time, so the second line tells what a million claims of 4,400 days do, a fifth of
them and of the documents.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

if __name__ == "__main__":  # run as a file or as a module
    sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.filling import documents_of, fill
from benchmarks.reconcile import PER_DOCUMENT, World, make_claims, wide
from promissory.ledger import Extracted, open_ledger
from promissory.pipeline import Stored, load

STEPS = ("fill", "reconcile", "add")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fill if need be, reconcile, add, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int)
    parser.add_argument("ledger")
    parser.add_argument("--days", type=int, default=wide().days)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--step", choices=STEPS)
    given = parser.parse_args(arguments)
    if given.step:
        step(given.step, given.claims, given.ledger, replace(wide(), days=given.days), given.documents)
        return
    asked = sys.argv[1:] if arguments is None else list(arguments)
    for name in STEPS if not Path(given.ledger).exists() else STEPS[-1:]:
        subprocess.run([sys.executable, "-m", "benchmarks.adding", *asked, "--step", name], check=True)


def step(name: str, size: int, where: str, world: World, documents: int) -> None:
    """Do one step and say what it took."""
    with open_ledger(where) as ledger:
        held, new, begun = len(ledger.current_runs()), tuple[Extracted, ...](), time.process_time()
        if name == "fill":
            list(fill(ledger, size, entries=False, world=world))
        else:
            chance = random.Random(held + size)
            made = [(thing, report.claim) for report, thing in islice(make_claims(size, chance, world), documents * PER_DOCUMENT)]
            new = tuple(extracted for extracted, _ in documents_of(made, held, chance)) if name == "add" else ()
            begun = time.process_time()
            stored = [Stored(one.document.id, one.document.source, one) for one in new]
            load(lambda _, stored=stored: stored, ledger, version="made up")  # type: ignore[misc]
        seconds, most = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{name:>10} {size:9,} claims {len(new):4} documents {seconds:8.1f} s {most:7.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
