"""Which texts of about the same days may retell one source: a bound on their kinship, by counting for many texts at once.

Every text meets all of its days, and on a busy day these are hundreds, half of them with enough words of the war in common. Each text is
cut into a few parts; words that come in one order in two texts come in parts that follow each other in both, and how many such words there
can be at most is counted in a hundredth of the time that their order takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from promissory.reconciliation.retelling import CITED, LEAST, QUOTED, RETOLD, SHARED

#: How many texts are looked at together at least.
TOGETHER = 512
#: Into how many parts a text is cut.
PARTS = 8
#: Against what two ways of rounding may make of a share.
SLACK = 1e-9

Stems = NDArray[np.uint32]
Numbers = NDArray[np.int64]
Days = tuple[int, int]


def pairs_in_time(appeared: Sequence[Days], stems_of: Callable[[int], Stems], days: int) -> Iterator[tuple[int, int]]:
    """The places of two texts that may be kin and are no more than some days apart. They are in the order of the days on which they can
    have appeared; their stems are asked for by place, once or twice, when they are needed."""
    begin, rows = 0, list[int]()
    while begin < len(appeared):
        end, first = min(len(appeared), begin + max(TOGETHER, len(rows) // 2)), appeared[begin][0]
        recent = [at for at in rows if appeared[at][1] >= first - days]
        rows = [*recent, *range(begin, end)]
        texts = [stems_of(at) for at in rows]
        index, last = Index(texts), np.array([appeared[at][1] for at in rows])
        for row, at in enumerate(rows[len(recent) :], len(recent)):
            near = last[:row] >= appeared[at][0] - days
            yield from ((rows[other], at) for other in index.kin_of(texts[row], near).tolist())
        begin = end


class Index:
    """Some texts by their stems."""

    def __init__(self, texts: Sequence[Stems]) -> None:
        self._sizes = np.array([len(stems) for stems in texts])
        stems = np.concatenate(texts)
        order = np.argsort(stems, kind="stable")
        self._stems, self._rows = stems[order], np.repeat(np.arange(len(texts)), self._sizes)[order]
        self._parts = np.concatenate([_parts_of(len(stems)) for stems in texts])[order]

    def kin_of(self, stems: Stems, among: NDArray[np.bool_]) -> Numbers:
        """Which of the first texts, of those marked, may be kin to one with these stems."""
        begins, ends = np.searchsorted(self._stems, stems, "left"), np.searchsorted(self._stems, stems, "right")
        found = _ranges(begins, ends)
        rows, parts, mine = self._rows[found], self._parts[found], np.repeat(_parts_of(len(stems)), ends - begins)
        mean = np.sqrt(self._sizes[: len(among)] * float(len(stems)))
        shared = np.bincount(rows, minlength=len(self._sizes))[: len(among)]
        able = among & (shared >= (LEAST - SLACK) * mean)
        kept = np.zeros(len(self._sizes), bool)
        kept[: len(among)] = able
        inside = kept[rows]
        place = np.cumsum(kept)[rows[inside]] - 1
        most = _most_in_order(int(able.sum()), place, mine[inside], parts[inside])
        near = (most + SHARED * shared[able]) / mean[able]
        return np.flatnonzero(able)[near >= RETOLD - QUOTED - CITED - SLACK]


def _most_in_order(number: int, rows: Numbers, mine: Numbers, theirs: Numbers) -> Numbers:
    """For each of a number of texts how many of the words shared with one text can come in one order in both: on the way through the
    parts of both, ahead in one or the other, on which the most are."""
    cells = np.bincount((rows * PARTS + mine) * PARTS + theirs, minlength=number * PARTS * PARTS).reshape(number, PARTS, PARTS)
    ways = np.zeros((PARTS + 1, number), np.int64)  # of the part before in the one text, by the part of the other
    for part in range(PARTS):
        for other in range(PARTS):
            ways[other + 1] = np.maximum(ways[other + 1], ways[other]) + cells[:, part, other]
    most: Numbers = ways[PARTS]
    return most


def _parts_of(size: int) -> Numbers:
    """In which part of a text each of its stems is."""
    return np.arange(size) * PARTS // max(1, size)


def _ranges(begins: Numbers, ends: Numbers) -> Numbers:
    """All numbers from each beginning to its end, one after the other."""
    sizes = ends - begins
    offsets = np.repeat(begins - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes)
    numbers: Numbers = np.arange(int(sizes.sum())) + offsets
    return numbers
