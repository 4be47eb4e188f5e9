"""The company that claims keep: two documents that certainly tell of the same things may well tell of more."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from promissory.reconciliation.chaining import gathered
from promissory.reconciliation.clustering import COMPANY, Held
from promissory.reconciliation.gallery import Gallery
from promissory.reconciliation.weighing import VETO

#: Only pairs that lead by this much are helped.
MARGIN = 0.4
NOTHING: Collection[int] = frozenset()


def weigh_company(gallery: Gallery, held: Held, told: Mapping[int, Collection[int]], docs: Collection[int] | None = None) -> list[int]:
    """Set what is added to the pairs of two documents that tell of the same things, if each claim is the other's clear best there.

    `told` maps documents to the things that they certainly tell of together with others. With `docs`, only pairs that
    have a document among these are weighed. The pairs for which something changed.
    """
    changed = []
    for one, other, pairs in _by_documents(gallery, held):
        if docs is not None and one not in docs and other not in docs:
            continue
        shared = len(set(told.get(one, NOTHING)).intersection(told.get(other, NOTHING)))
        helped = set(_mutual_best(held, pairs)) if shared else NOTHING
        for pair in pairs:
            things = min(shared, len(COMPANY) - 1) if pair in helped else 0
            if things != held.shared[pair]:
                held.shared[pair] = things
                changed.append(pair)
    return changed


def _by_documents(gallery: Gallery, held: Held) -> Iterator[tuple[int, int, list[int]]]:
    """Two documents with the pairs of claims that they have."""
    docs = gallery.docs
    ends = ((docs[first], docs[second]) for first, second in zip(held.firsts, held.seconds, strict=True))
    earlier = array("i", (min(one, other) if one != other else -1 for one, other in ends))
    for pairs in gathered(earlier, len(gallery.doc_of)):
        one, by_other = earlier[pairs[0]], defaultdict(list)
        for pair in (pair for pair in pairs if held.scores[pair] != VETO):
            by_other[max(docs[held.firsts[pair]], docs[held.seconds[pair]])].append(pair)
        yield from ((one, other, found) for other, found in by_other.items())


def _mutual_best(held: Held, pairs: Sequence[int]) -> Iterable[int]:
    """Of the pairs of two documents those in which each claim fits the other better than any other claim of that document."""
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        first, second, score = held.firsts[pair], held.seconds[pair], held.scores[pair]
        best[first].append((score, second))
        best[second].append((score, first))
    for pair in pairs:
        first, second, score = held.firsts[pair], held.seconds[pair], held.scores[pair]
        if _is_best(best[first], second, score) and _is_best(best[second], first, score):
            yield pair


def _is_best(fits: Iterable[tuple[float, int]], claim: int, score: float) -> bool:
    return all(other == claim or rival <= score - MARGIN for rival, other in fits)
