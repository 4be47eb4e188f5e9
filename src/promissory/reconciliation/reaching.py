"""Which claims may be in another group when some pairs have changed: the components of their ends, as they were and as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from promissory.reconciliation import clustering

#: Loads the pairs of claims.
Load = Callable[[Collection[int]], None]
#: A claim, a number of steps → those it is paired with by a pair that is better than enough by so many steps.
Joined = Callable[[int, int], Iterable[int]]


class Reach:
    """Components looked for from single claims: no further than a crowd, however many chains of pairs may lead to.

    What they are is what `clustering.homes_of_all` finds for all claims at once.
    """

    def __init__(self, load: Load, joined: Joined) -> None:
        self._load, self._joined = load, joined
        self._homes: dict[int, list[int]] = {}
        self._cut: set[int] = set()
        self._crowded: dict[int, set[int]] = defaultdict(set)

    def components(self, claims: Iterable[int]) -> Iterator[list[int]]:
        """The components of claims, each once."""
        told = set[int]()
        for claim in sorted(claims):
            if claim not in told:
                component = self.component(claim)
                told.update(component)
                yield component

    def component(self, claim: int) -> list[int]:
        found = self._homes.get(claim)
        if found is None:
            step, found = next((step, chain) for step in range(clustering.STEPS + 1) if (chain := self._chained(claim, step)))
            self._homes.update(dict.fromkeys(found, found))
            self._cut.update(found if step else ())
        return found

    def is_cut(self, claim: int) -> bool:
        """Whether a claim whose component was looked for is one of more than a crowd."""
        return claim in self._cut

    def _chained(self, claim: int, step: int) -> list[int]:
        """The claims that chains of pairs of a strength lead to; none if they are a crowd that weaker pairs hold together."""
        reached, frontier, crowded = {claim}, [claim], self._crowded[step]
        while frontier:
            if step < clustering.STEPS and (len(reached) > clustering.CROWD or not crowded.isdisjoint(frontier)):
                crowded |= reached
                return []
            self._load(frontier)
            frontier = list(set().union(*(self._joined(one, step) for one in frontier)) - reached)
            reached.update(frontier)
        return sorted(reached)
