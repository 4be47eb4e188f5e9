"""Whether two texts reword one source: the same facts in the same order, the same quotations, the same agency cited.

Reports of one event share its words; that they also come in one order is the mark of one source. Weights and threshold were set
on reports of which it is known which were rewritten from which (see the tests).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from promissory.reconciliation.signing import Signature

#: Kinship at and above which two texts count as one source.
RETOLD = 0.337
#: Content words below which a text says too little to be told apart.
ENOUGH_STEMS = 25
#: What sharing content words weighs beside sharing their order.
SHARED = 0.25
#: Long quotations in common, by so many runs of words, and an agency or paper that both cite.
QUOTED, FEWEST_RUNS = 0.03, 3
CITED = 0.1
#: Share of content words below which nothing else can make two texts kin: saves the search for their order.
LEAST = (RETOLD - QUOTED - CITED) / (1 + SHARED)


def kinship(one: Signature, other: Signature, *, cited: bool = False) -> float:
    """How near two texts are, from 0 to about 1.4; symmetric. `cited`: both go back to one agency or paper, by their own words."""
    shared = len(one.content & other.content)
    mean = float((len(one.stems) * len(other.stems)) ** 0.5)
    if not mean or shared / mean < LEAST:
        return 0.0
    near = (_in_order(one.stems, other.stems) + SHARED * shared) / mean
    quoted = len(one.quoted & other.quoted) >= FEWEST_RUNS
    return near + (QUOTED if quoted else 0.0) + (CITED if cited else 0.0)


def _in_order(one: Sequence[int], other: Sequence[int]) -> int:
    """The most stems that come first in the same order in both texts."""
    place = {stem: at for at, stem in enumerate(other)}
    ends: list[int] = []
    for at in (place[stem] for stem in one if stem in place):
        found = bisect_left(ends, at)
        ends[found : found + 1] = [at]
    return len(ends)
