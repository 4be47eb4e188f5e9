"""Which of many numbered things are joined by chains of pairs."""

from __future__ import annotations

from array import array


class Components:
    """Things 0 to n - 1, each at first a component of its own; eight bytes a thing."""

    def __init__(self, number: int) -> None:
        self._above = array("L", range(number))

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
