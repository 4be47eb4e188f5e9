"""What a crawl takes, by a simulation of its shards with measured rates: `python -m benchmarks.capacity [--cores 16] [--pages N] ...`.

Shards of uneven size and uneven share of reports come in over a line, wait for a core, and their claims wait for the one who loads. Prints
how long each is busy, what is finished when, which of the three is the narrowest, and what a simple sum says. docs/capacity.md works
with it.
"""

from __future__ import annotations

import argparse
import heapq
import random
from dataclasses import dataclass

GB, TIB, HOUR = 1e9, 2.0**40, 3600.0


@dataclass(frozen=True)
class Rates:
    """Seconds of one core, and bytes, as measured by `benchmarks.crawl` and `benchmarks.loading`; see docs/capacity.md."""

    open_page: float = 0.25e-3
    words_of_page: float = 0.52e-3
    automaton: float = 0.11e-3
    story: float = 2.2e-3
    stories: float = 0.07
    report: float = 38e-3
    claims_of_report: float = 6.8
    load_claim: float = 1.6e-3
    packed_page: float = 24e3
    parquet_claim: float = 480.0
    ledger_claim: float = 4.0e3

    def page(self, share: float) -> float:
        """Seconds of one core a page, of which a share are reports about the domain."""
        return self.open_page + self.words_of_page + self.automaton + self.stories * self.story + share * self.report


@dataclass(frozen=True)
class Crawl:
    """A crawl, and the machines that read it: cores, and the line to the archives (bytes a second)."""

    pages: int
    share: float
    cores: int
    line: float
    shard_pages: int = 40_000


@dataclass(frozen=True)
class Outcome:
    """Hours until the last shard is read and the last claim loaded; busy shares of line, cores and loader; sizes."""

    read: float
    loaded: float
    line: float
    cores: float
    loader: float
    claims: int
    parquet_gb: float
    ledger_gb: float

    @property
    def narrowest(self) -> str:
        return max((("the line", self.line), ("the cores", self.cores), ("the loader", self.loader)), key=lambda one: one[1])[0]


def simulate(crawl: Crawl, rates: Rates, seed: int = 1) -> Outcome:
    """Shard by shard: fetched one after the other, read by the core that is free first, loaded in the order in which they are done."""
    chance, arrived, cores = random.Random(seed), 0.0, [0.0] * crawl.cores
    done, busy, pages, claims = list[tuple[float, float]](), 0.0, 0, 0.0
    while pages < crawl.pages:
        size = min(crawl.pages - pages, max(1000, round(chance.gauss(crawl.shard_pages, crawl.shard_pages / 8))))
        share = crawl.share * chance.lognormvariate(-0.125, 0.5)
        arrived += size * rates.packed_page / crawl.line
        begun = max(arrived, heapq.heappop(cores))
        took = size * rates.page(share)
        heapq.heappush(cores, begun + took)
        found = size * share * rates.claims_of_report
        done.append((begun + took, found))
        busy, pages, claims = busy + took, pages + size, claims + found
    read, free = max(moment for moment, _ in done), 0.0
    for moment, found in sorted(done):
        free = max(free, moment) + found * rates.load_claim
    whole = max(read, free)
    return Outcome(
        read / HOUR, free / HOUR, arrived / whole, busy / crawl.cores / whole, claims * rates.load_claim / whole, round(claims),
        claims * rates.parquet_claim / GB, claims * rates.ledger_claim / GB,
    )  # fmt: skip


def by_sum(crawl: Crawl, rates: Rates) -> float:
    """Hours, if the narrowest of the three were busy all the time."""
    line = crawl.pages * rates.packed_page / crawl.line
    cores = crawl.pages * rates.page(crawl.share) / crawl.cores
    loader = crawl.pages * crawl.share * rates.claims_of_report * rates.load_claim
    return max(line, cores, loader) / HOUR


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=12_000_000)
    parser.add_argument("--share", type=float, default=0.01, help="of the pages that are about the domain")
    parser.add_argument("--cores", type=int, default=16)
    parser.add_argument("--line", type=float, default=1.0, help="of the line to the archives, Gbit/s")
    given = parser.parse_args()
    crawl, rates = Crawl(given.pages, given.share, given.cores, given.line * GB / 8), Rates()
    told = simulate(crawl, rates)
    print(f"{crawl.pages:,} pages ({crawl.pages * rates.packed_page / TIB:.2f} TiB packed), {crawl.share:.1%} reports, {crawl.cores} cores")
    page = rates.page(crawl.share)
    print(f"a page: {page * 1000:.2f} ms of one core; a TiB: {TIB / rates.packed_page * page / HOUR:.1f} core hours")
    print(f"read after {told.read:.1f} h, loaded after {told.loaded:.1f} h; by a sum {by_sum(crawl, rates):.1f} h")
    print(f"busy: line {told.line:.0%}, cores {told.cores:.0%}, loader {told.loader:.0%}; the narrowest: {told.narrowest}")
    print(f"{told.claims:,} claims, {told.parquet_gb:.1f} GB of Parquet, a ledger of {told.ledger_gb:.1f} GB")


if __name__ == "__main__":
    main()
