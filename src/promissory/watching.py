"""Asks feeds again and again and builds what is new in them into a ledger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from promissory.errors import LedgerError, PromissoryError, UsageError
from promissory.ledger import Ledger
from promissory.pipeline import build
from promissory.settings import Settings
from promissory.stages import ProductStages, Stages

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
#: Seconds between two rounds, at least; and between two tries of a feed that fails, at most.
SHORTEST, LONGEST = 10.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed: when it is to be asked next (seconds of the clock), and how often it has failed since it last answered."""

    address: str
    due: float = 0.0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Round:
    """What came of asking some feeds: numbers of new and known documents, the feeds that failed, and all faults."""

    asked: int
    new: int = 0
    known: int = 0
    failed: frozenset[str] = frozenset()
    faults: tuple[PromissoryError, ...] = ()

    @property
    def line(self) -> str:
        """The round in one line."""
        feeds = "1 feed" if self.asked == 1 else f"{self.asked} feeds"
        failed = f", {len(self.failed)} failed" if self.failed else ""
        return f"{feeds} asked{failed}: {self.new} new, {self.known} known"


def seconds(written: str) -> float:
    """The seconds of `90s`, `15m`, `2h` or `1d`; UsageError for anything else, or less than ten seconds."""
    found = re.fullmatch(r"\s*(\d{1,7})\s*([smhd])\s*", written.lower())
    if not found:
        raise UsageError(f"{written!r} is no time between rounds", "watch", "write 90s, 15m, 2h or 1d")
    length = float(int(found[1]) * UNITS[found[2]])
    if length < SHORTEST:
        raise UsageError(f"{written} is too often", "watch", f"give {SHORTEST:.0f}s or more")
    return length


def after(watched: Watched, answered: bool, now: float, every: float) -> Watched:
    """The feed after it was asked: due again after `every` seconds; after twice that, and so on, for each failure in a row."""
    if answered:
        return replace(watched, due=now + every, failures=0)
    wait = min(every * 2 ** min(watched.failures + 1, 20), max(every, LONGEST))
    return replace(watched, due=now + wait, failures=watched.failures + 1)


def pause(feeds: Iterable[Watched], now: float) -> float:
    """The seconds until the first feed is due."""
    return max(0.0, min(feed.due for feed in feeds) - now)


def watch(
    addresses: Sequence[str],
    ask: Callable[[Sequence[str]], Round],
    tell: Callable[[Round], object],
    *,
    every: float,
    rounds: int | None,
    clock: Callable[[], float],
    sleep: Callable[[float], object],
) -> None:
    """Ask the feeds that are due, tell what came of it, and sleep until the next is due; for so many rounds, None for ever."""
    feeds = tuple(Watched(address, clock()) for address in dict.fromkeys(addresses))
    while rounds is None or rounds > 0:
        now = clock()
        due = {feed.address for feed in feeds if feed.due <= now}
        outcome = ask(sorted(due, key=addresses.index))
        tell(outcome)
        feeds = tuple(after(feed, feed.address not in outcome.failed, clock(), every) if feed.address in due else feed for feed in feeds)
        rounds = None if rounds is None else rounds - 1
        if rounds != 0:
            sleep(pause(feeds, clock()))


@dataclass
class Asking:
    """Builds feeds into a ledger, and with `pages` the pages that their new items link to. A page that failed is not asked again."""

    ledger: Ledger
    settings: Settings
    pages: bool = False
    stages: Stages = field(default_factory=lambda: ProductStages(recall=False))
    followed: set[str] = field(default_factory=set)

    def __call__(self, feeds: Sequence[str]) -> Round:
        try:
            outcome = self._built(feeds)
            links = self._links(feeds) if self.pages else []
        except LedgerError as fault:  # another build is writing: the feeds are asked again later
            return Round(len(feeds), failed=frozenset(feeds), faults=(fault,))
        if not links:
            return outcome
        followed = self._built(links)
        return replace(outcome, new=outcome.new + followed.new, faults=(*outcome.faults, *followed.faults))

    def _built(self, sources: Sequence[str]) -> Round:
        report = build(sources, self.ledger, settings=self.settings, stages=self.stages)
        failed = frozenset(fault.where for fault in report.skipped) & frozenset(sources)
        return Round(len(sources), report.new, report.known, failed, report.skipped)

    def _links(self, feeds: Sequence[str]) -> list[str]:
        """The addresses of items of the feeds that are not read yet."""
        rows = [row.to_record() for row in self.ledger.documents()]
        read = {source for row in rows for source in row["sources"]}
        items = (row for row in rows if any(source.startswith(tuple(f"{feed}#" for feed in feeds)) for source in row["sources"]))
        links = [link for row in items if (link := row["url"]) and link not in read and link not in self.followed]
        self.followed.update(links)
        return list(dict.fromkeys(links))
