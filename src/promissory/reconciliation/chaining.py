"""Which of many numbered things are joined by chains of pairs."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Numbers of things, or places in a line.
Numbers = NDArray[np.integer[Any]]
#: How many pieces of a line are made ready at once: there may be one for every few pairs.
PART = 1 << 16


class Components:
    """Things 0 to n - 1, each at first a component of its own; four bytes a thing."""

    def __init__(self, number: int) -> None:
        self._above = array("I", range(number))

    def home(self, thing: int) -> int:
        """The smallest thing of the component."""
        above = self._above
        while above[thing] != thing:
            above[thing] = above[above[thing]]
            thing = above[thing]
        return thing

    def join(self, one: int, other: int) -> None:
        first, second = self.home(one), self.home(other)
        if first > second:
            first, second = second, first
        self._above[second] = first

    def homes(self) -> Numbers:
        """The home of each thing."""
        above = self._above
        for thing, next_above in enumerate(above):  # what is above is smaller, and at its home already
            above[thing] = above[next_above]
        return np.array(above, dtype=np.uint32)


def bounded(number: int, firsts: Numbers, seconds: Numbers, strengths: Numbers, most: int, steps: int) -> Numbers:
    """The component of each thing, by its smallest. One of more than `most` things falls into those of its pairs of strength 1 and more,
    these if need be into those of strength 2, and so on up to `steps`: what holds together at that is one however many it is."""
    homes, crowded = _joined(number, firsts, seconds), np.ones(number, bool)
    for strength in range(1, steps + 1):
        crowded &= np.bincount(homes, minlength=number)[homes] > most
        if not crowded.any():
            break
        kept = crowded[firsts] & (strengths >= strength)
        homes[crowded] = _joined(number, firsts[kept], seconds[kept])[crowded]
    return homes


def _joined(number: int, firsts: Numbers, seconds: Numbers) -> Numbers:
    joined = Components(number)
    for first, second in zip(firsts, seconds, strict=True):
        joined.join(int(first), int(second))
    return joined.homes()


def gathered_by(line: Numbers, values: Numbers) -> Iterator[Numbers]:
    """The things of a line that have the same value beside them, value by value from the smallest; each in the order of the line."""
    order = np.argsort(values, kind="stable")
    yield from cut(line[order], values[order])


def cut(line: Numbers, values: Numbers) -> Iterator[Numbers]:
    """A line cut where the values beside it change."""
    if len(line):
        ends = np.concatenate(([0], np.flatnonzero(values[1:] != values[:-1]) + 1, [len(line)]))
        for at in range(0, len(ends) - 1, PART):
            yield from (line[begin:end] for begin, end in pairwise(ends[at : at + PART + 1].tolist()))
