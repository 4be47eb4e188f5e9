"""Which lot may serve which need, and at what worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from promissory.allocation.stating import Lot, Need, Policy

Numbers = NDArray[np.intp]
#: Before and after any day that is given.
NO_DAY, EVER = 0, date.max.toordinal() + 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """Needs and lots (by number) that fit, by need and then by lot; arrays of one length.

    `worth` is of one unit before the need's weight, lateness included. `asking` has a number for each need: needs of one number ask
    alike, and have the same lots.
    """

    need: Numbers
    lot: Numbers
    worth: NDArray[np.float64]
    late: NDArray[np.bool_]
    asking: list[int]

    def __len__(self) -> int:
        return len(self.need)


def pairs_of(needs: Sequence[Need], lots: Sequence[Lot], policy: Policy, parents: Mapping[str, str | None]) -> Pairs:
    """Every need with every lot of its item, of a narrower item, or of a substitute, unless the lot's terms bar it."""
    fitting = Fitting(lots, parents)
    numbers: dict[tuple[object, ...], int] = {}
    asking = [numbers.setdefault(fitting.asked(need), len(numbers)) for need in needs]
    rows = [fitting.allowed(needs[n]) for n in np.unique(asking, return_index=True)[1]]
    need = np.repeat(np.arange(len(needs)), [len(rows[k][0]) for k in asking])
    lot: Numbers = np.concatenate([np.zeros(0, dtype=np.intp), *(rows[k][0] for k in asking)])
    worth = np.concatenate([np.zeros(0), *(rows[k][1] for k in asking)])
    due = np.array([n.by.toordinal() if n.by else EVER for n in needs], dtype=np.intp)
    comes = np.array([m.available.toordinal() if m.available else NO_DAY for m in lots], dtype=np.intp)
    late = comes[lot] > due[need]
    return Pairs(need, lot, np.where(late, worth * policy.late, worth), late, asking)


class Fitting:
    """The lots that would do for a need."""

    def __init__(self, lots: Sequence[Lot], parents: Mapping[str, str | None]) -> None:
        self._lots = lots
        self._barred = frozenset(name for lot in lots for name in lot.bars)
        self._by_item: dict[str, list[int]] = defaultdict(list)
        for number, lot in enumerate(lots):
            for item in lineage(lot.item, parents):
                self._by_item[item].append(number)

    def asked(self, need: Need) -> tuple[object, ...]:
        """All that settles which lots would do for a need: what it asks for, and those of its names that some terms exclude."""
        names = [name for name in (need.group, need.use) if name in self._barred]
        return (need.item, *need.substitutes.items(), *names) if names or need.substitutes else (need.item,)

    def worths(self, need: Need) -> dict[int, float]:
        """Lot → the worth of one unit of it for a need, whatever its terms."""
        found: dict[int, float] = {}
        for item, worth in [*need.substitutes.items(), (need.item, 1.0)]:
            for lot in self._by_item.get(item, ()):
                found[lot] = max(worth, found.get(lot, 0.0))
        return found

    def allowed(self, need: Need) -> tuple[Numbers, NDArray[np.float64]]:
        """The lots whose terms do not bar a need, in order, and the worths of a unit of each."""
        rows = [(lot, worth) for lot, worth in sorted(self.worths(need).items()) if not barred(need, self._lots[lot])]
        return np.array([lot for lot, _ in rows], dtype=np.intp), np.array([worth for _, worth in rows], dtype=float)


def lineage(item: str, parents: Mapping[str, str | None]) -> list[str]:
    """An item and the classes it belongs to, narrowest first."""
    found: list[str] = []
    at: str | None = item
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def barred(need: Need, lot: Lot) -> bool:
    """Whether the terms of a lot exclude the one who asks or the use."""
    return need.group in lot.bars or need.use in lot.bars
