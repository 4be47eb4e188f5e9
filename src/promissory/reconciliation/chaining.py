"""Which of many numbered things are joined by chains of pairs."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise


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
        first, second = sorted((self.home(one), self.home(other)))
        self._above[second] = first


def gathered(homes: array[int], number: int) -> Iterator[Sequence[int]]:
    """The places of `homes` that hold the same value, value by value from 0 to number - 1; below zero stands for none.

    It is sorted by counting, in four bytes a place.
    """
    ends = array("Q", bytes(8 * (number + 1)))
    for home in homes:
        if home >= 0:
            ends[home + 1] += 1
    for at in range(number):
        ends[at + 1] += ends[at]
    seats, line = ends[:], array("I", bytes(4 * ends[number]))
    for place, home in enumerate(homes):
        if home >= 0:
            line[seats[home]] = place
            seats[home] += 1
    return (line[begin:end] for begin, end in pairwise(ends) if begin < end)
