"""Which lot may serve which need, and at what worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promissory.allocation.stating import Lot, Need, Policy


@dataclass(frozen=True, slots=True)
class Pair:
    """A need and a lot (by number) that fit; `worth` is of one unit before the need's weight, lateness included."""

    need: int
    lot: int
    worth: float
    late: bool


def pairs_of(needs: Sequence[Need], lots: Sequence[Lot], policy: Policy, parents: Mapping[str, str | None]) -> list[Pair]:
    """Every need with every lot of its item, of a narrower item, or of a substitute, unless the lot's terms bar it."""
    by_item: dict[str, list[int]] = defaultdict(list)
    for number, lot in enumerate(lots):
        for item in lineage(lot.item, parents):
            by_item[item].append(number)
    return [
        Pair(n, m, worth * (policy.late if (late := is_late(need, lots[m])) else 1.0), late)
        for n, need in enumerate(needs)
        for m, worth in sorted(_fitting(need, by_item).items())
        if not barred(need, lots[m])
    ]


def lineage(item: str, parents: Mapping[str, str | None]) -> list[str]:
    """An item and the classes it belongs to, narrowest first."""
    found: list[str] = []
    at: str | None = item
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def fits(need: Need, lot: Lot, parents: Mapping[str, str | None]) -> bool:
    """Whether a lot would do for a need, whatever its terms."""
    return not {need.item, *need.substitutes}.isdisjoint(lineage(lot.item, parents))


def barred(need: Need, lot: Lot) -> bool:
    """Whether the terms of a lot exclude the one who asks or the use."""
    return need.group in lot.bars or need.use in lot.bars


def is_late(need: Need, lot: Lot) -> bool:
    """Whether a lot comes after the day that a need is for; what has no day is not late."""
    return need.by is not None and lot.available is not None and lot.available > need.by


def _fitting(need: Need, by_item: Mapping[str, list[int]]) -> dict[int, float]:
    """Lot → the worth of one unit of it for a need."""
    worths: dict[int, float] = {}
    for item, worth in [*need.substitutes.items(), (need.item, 1.0)]:
        for lot in by_item.get(item, ()):
            worths[lot] = max(worth, worths.get(lot, 0.0))
    return worths
