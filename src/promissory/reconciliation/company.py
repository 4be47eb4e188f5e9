"""The company that claims keep: two documents that certainly tell of the same things may well tell of more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from promissory.reconciliation.chaining import gathered_by
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
    doc_of, (firsts, seconds) = np.frombuffer(gallery.docs, np.uint32), held.ends()
    one, other = doc_of[firsts], doc_of[seconds]
    wanted = (one != other) & (np.frombuffer(held.scores) != VETO)
    if docs is not None:
        among = np.zeros(len(gallery.doc_of), bool)
        among[list(docs)] = True
        wanted &= among[one] | among[other]
    pairs = np.flatnonzero(wanted).astype(np.uint32)
    both = np.minimum(one, other)[pairs].astype(np.uint64)
    both <<= np.uint64(32)
    both |= np.maximum(one, other)[pairs]
    for found in gathered_by(pairs, both):
        ends = int(one[found[0]]), int(other[found[0]])
        yield min(ends), max(ends), found.tolist()


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
