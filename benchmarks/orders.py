"""Whether the ledger is the same in any order and number of builds: `python -m benchmarks.orders [SOURCE ...] [--times 20]`.

SOURCE is what `promissory build` reads; without one, the project's own reports. Claims are extracted once. Each time some of the documents
are built at once, and in two to nine builds in another order: entries and findings have to be the same, and `check` has to find no fault.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # run as a file or as a module
    sys.path.insert(0, str(Path(__file__).parent.parent))

from promissory.ledger import Ledger, open_ledger
from promissory.model import Claim, Document, Finding
from promissory.packs import Pack, load_pack
from promissory.pipeline import build
from promissory.reading import read
from promissory.stages import ProductStages

REPORTS = Path(__file__).parent.parent / "training/reports/docs.jsonl"
BUILDS = range(2, 10)
#: Of all documents so many are taken at a time, one part of so many.
PARTS = (1, 2, 6, 16)

Told = tuple[Document, tuple[Claim, ...], tuple[Finding, ...]]


@dataclass(frozen=True)
class Known(ProductStages):
    """The product's stages, but that a source is the number of a document whose claims are known."""

    told: Sequence[Told] = ()

    def read(self, source: str, *_others: object) -> Iterator[Document]:
        yield self.told[int(source)][0]

    def extract(self, document: Document, _pack: Pack) -> tuple[Claim, ...]:
        return next(claims for known, claims, _ in self.told if known is document)

    def examine(self, document: Document, *_others: object) -> tuple[Finding, ...]:
        return next(findings for known, _, findings in self.told if known is document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", default=[str(REPORTS)], metavar="SOURCE")
    parser.add_argument("--times", type=int, default=20, metavar="N", help="orders that are tried  [default: 20]")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="the first order  [default: 1]")
    given = parser.parse_args()
    stages = Known(told=list(known(given.sources)))
    print(f"{len(stages.told)} documents, {sum(len(claims) for _, claims, _ in stages.told):,} claims", flush=True)
    faulty = sum(not is_same(stages, seed) for seed in range(given.seed, given.seed + given.times))
    print(f"{given.times - faulty} of {given.times} orders give the same ledger")
    sys.exit(bool(faulty))


def known(sources: Sequence[str]) -> Iterator[Told]:
    """Documents with what is extracted from them."""
    pack, product = load_pack(), ProductStages()
    for source in sources:
        for document in read(source):
            claims = product.extract(document, pack)
            yield document, claims, product.examine(document, claims, pack)


def is_same(stages: Known, seed: int) -> bool:
    """Whether one order gives the ledger that all at once give; where it does not, the order is printed."""
    chance, size = random.Random(seed), len(stages.told)
    chosen = chance.sample(range(size), max(2, size // chance.choice(PARTS)))
    cuts = sorted(chance.sample(range(1, len(chosen)), min(len(chosen), chance.choice(BUILDS)) - 1))
    batches = [chosen[start:end] for start, end in zip([0, *cuts], [*cuts, len(chosen)], strict=True)]
    with tempfile.TemporaryDirectory(prefix="promissory-bench-") as folder:
        once = listing(Path(folder, "once.db"), stages, [sorted(chosen)])
        often = listing(Path(folder, "often.db"), stages, batches)
    same = once == often and not once[-1]
    if not same:
        print(f"order {seed}: {len(chosen)} documents in {len(batches)} builds differ, or have faults", flush=True)
    return same


def listing(where: Path, stages: Known, batches: Sequence[Sequence[int]]) -> list[Any]:
    """Entries, findings and faults of a ledger that was built batch by batch."""
    with open_ledger(where) as ledger:
        for batch in batches:
            build([str(number) for number in batch], ledger, jobs=1, stages=stages)
        return _told_by(ledger)


def _told_by(ledger: Ledger) -> list[Any]:
    return [ledger.entries().to_records(), ledger.findings().to_records(), ledger.check()]


if __name__ == "__main__":
    main()
