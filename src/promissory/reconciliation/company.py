"""The company that claims keep: two documents that certainly tell of the same things may well tell of more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from promissory.reconciliation.chaining import Numbers, gathered_by
from promissory.reconciliation.clustering import COMPANY, PART, Held
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
    for one, other, pairs in _by_documents(gallery, held, docs):
        shared = len(set(told.get(one, NOTHING)).intersection(told.get(other, NOTHING)))
        helped = set(_mutual_best(held, pairs)) if shared else NOTHING
        for pair in pairs:
            things = min(shared, len(COMPANY) - 1) if pair in helped else 0
            if things != held.shared[pair]:
                held.shared[pair] = things
                changed.append(pair)
    return changed


def _by_documents(gallery: Gallery, held: Held, docs: Collection[int] | None) -> Iterator[tuple[int, int, list[int]]]:
    """Two documents with the pairs of claims that they have, those that have one of `docs` alone."""
    among = np.ones(len(gallery.doc_of), bool)
    if docs is not None:
        among[:] = False
        among[list(docs)] = True
    doc_of, (firsts, seconds) = np.frombuffer(gallery.docs, np.uint32), held.ends()
    for pairs in _some_at_a_time(doc_of, firsts, seconds):
        one, other = doc_of[firsts[pairs]], doc_of[seconds[pairs]]
        wanted = (one != other) & (among[one] | among[other]) & (np.frombuffer(held.scores)[pairs] != VETO)
        yield from _gathered(pairs[wanted], one[wanted], other[wanted])


def _some_at_a_time(doc_of: Numbers, firsts: Numbers, seconds: Numbers) -> Iterator[Numbers]:
    """The numbers of all pairs, those of some documents at a time, in their order: of two documents all pairs come at once."""
    earlier = np.minimum(doc_of[firsts], doc_of[seconds])
    number = int(earlier.max(initial=0)) + 1
    step = number // (len(earlier) // PART + 1) + 1
    for begin in range(0, number, step):
        yield np.flatnonzero((earlier >= begin) & (earlier < begin + step))


def _gathered(pairs: Numbers, one: Numbers, other: Numbers) -> Iterator[tuple[int, int, list[int]]]:
    """Two documents with those of the pairs that they have."""
    both = np.minimum(one, other).astype(np.uint64) << np.uint64(32) | np.maximum(one, other)
    for found in gathered_by(np.arange(len(pairs)), both):
        ends = int(one[found[0]]), int(other[found[0]])
        yield min(ends), max(ends), pairs[found].tolist()


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
