"""Copies and retellings among documents: an agency's text is one source, however many papers print or reword it.

A **near copy** has little wording that its original has not: it adds nothing. A **retelling** is reworded, and may add facts, so
it stays a document of its own, but what both tell comes from one source. Groups have no chains: every member is near the
document that stands for the group. The order in which documents are given has no effect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]  # the wheel has no annotations

from promissory.model import Finding
from promissory.reconciliation.calendar_windows import Window, gap, window_of
from promissory.reconciliation.retelling import ENOUGH_STEMS, RETOLD, kinship
from promissory.reconciliation.signing import Signature, is_agency, outlet_of, outlets_in, read_signature, signature

PERMUTATIONS, BANDS, SEED = 128, 64, 1
#: Share of a copy's shingles that its original has as well.
COPIED = 0.7
#: Shingles below which a text is too short to be told from another by them.
ENOUGH = 20
#: Days between two publications that may retell one source; later reports in like words are about what came next.
DAYS = 3


@dataclass(frozen=True)
class CopyText:
    """One document as it is compared: `signature` as made by `signature(text)`, `published` an ISO 8601 date or interval."""

    id: str
    signature: bytes
    publisher: str | None = None
    published: str | None = None

    @classmethod
    def of(cls, ident: str, text: str, publisher: str | None = None, published: str | None = None) -> CopyText:
        """The document with its signature made from `text`, headline included."""
        return cls(ident, signature(text), publisher, published)

    @cached_property
    def read(self) -> Signature:
        return read_signature(self.signature)

    @cached_property
    def outlet(self) -> int | None:
        return outlet_of(self.publisher)

    @cached_property
    def window(self) -> Window | None:
        """First and last day on which it can have appeared."""
        return window_of(self.published)

    @cached_property
    def sources(self) -> frozenset[int]:
        """The outlets it cites, and its own."""
        return self.read.outlets | outlets_in(self.publisher)

    @cached_property
    def rank(self) -> tuple[bool, bool, int, int, str]:
        """What sorts originals before copies: a wire that cites nobody else, then the earlier, then the longer text."""
        wire = is_agency(self.outlet) and self.sources == {self.outlet}
        last = self.window[1] if self.window else 0
        return (not wire, self.window is None, last, -len(self.read.shingles), self.id)


def cluster_copies(documents: Iterable[CopyText]) -> dict[str, str]:
    """Document id → id of the document it is a near copy of; originals map to themselves.

    The original is the wire itself where its text is among the documents, else the earliest; of one day, the longest.
    """
    ranked = _ranked(documents)
    leaders: dict[str, str] = {}
    near = _alike(ranked)
    for document in ranked:
        closest = [(share, leader) for leader, share in near.get(document.id, {}).items() if leaders[leader] == leader]
        # `near` holds earlier documents only, in their order: max takes the first of equals
        leaders[document.id] = max(closest, key=lambda pair: pair[0])[1] if closest else document.id
    return {ident: leaders[ident] for ident in sorted(leaders)}


def group_sources(documents: Iterable[CopyText]) -> dict[str, str]:
    """Document id → id of the document that stands for its source; equal ids count as one independent source.

    Copies go with their originals; originals are grouped around the one that most others are near.
    """
    ranked = _ranked(documents)
    leaders = cluster_copies(ranked)
    originals = [document for document in ranked if leaders[document.id] == document.id]
    centres = _gather(originals, _kin(originals))
    return {ident: centres[leader] for ident, leader in leaders.items()}


def find_near_copies(documents: Iterable[CopyText]) -> tuple[Finding, ...]:
    """A `near_copy` finding for each near copy, about the copy and then its original."""
    held = _ranked(documents)
    of = {document.id: document for document in held}
    pairs = [(of[copy], of[leader]) for copy, leader in cluster_copies(held).items() if copy != leader]
    return tuple(_finding(copy, leader, f"{_share(copy, leader):.0%} of its wording is that of {leader.id}") for copy, leader in pairs)


def find_retellings(documents: Iterable[CopyText]) -> tuple[Finding, ...]:
    """A `near_copy` finding for each retelling that is no near copy, about it and then the document that stands for its source."""
    held = _ranked(documents)
    of, leaders = {document.id: document for document in held}, cluster_copies(held)
    told = [(of[ident], of[centre]) for ident, centre in group_sources(held).items() if ident != centre and leaders[ident] == ident]
    message = "reworded from the same source as {}: the two are one source, though each may add facts"
    return tuple(_finding(one, centre, message.format(centre.id)) for one, centre in told)


def _ranked(documents: Iterable[CopyText]) -> list[CopyText]:
    """Each document once, originals first."""
    return sorted({document.id: document for document in documents}.values(), key=lambda document: document.rank)


def _finding(one: CopyText, other: CopyText, message: str) -> Finding:
    return Finding(kind="near_copy", message=message, about=(one.id, other.id), severity="info")


def _alike(ranked: list[CopyText]) -> dict[str, dict[str, float]]:
    """Document id → the earlier ranked documents it may be a copy of, with the share of its shingles that stand there."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for earlier, later in _candidates(ranked):
        share = _share(later, earlier)
        if share >= COPIED and (len(later.read.shingles) >= ENOUGH or later.read.shingles == earlier.read.shingles):
            found[later.id][earlier.id] = share
    return found


def _share(later: CopyText, earlier: CopyText) -> float:
    return len(later.read.shingles & earlier.read.shingles) / max(1, len(later.read.shingles))


def _candidates(ranked: list[CopyText]) -> Iterator[tuple[CopyText, CopyText]]:
    """Pairs of documents of which MinHash says that they share wording, the earlier ranked first, in a fixed order."""
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    worded = [document for document in ranked if document.read.shingles]
    for number, document in enumerate(worded):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update([str(shingle) for shingle in document.read.shingles])
        yield from ((worded[other], document) for other in sorted(set(index.query(sketch))))
        index.insert(number, sketch)


def _kin(originals: list[CopyText]) -> dict[str, dict[str, float]]:
    """Document id → the documents that retell the same source, with how near they are."""
    found: dict[str, dict[str, float]] = {document.id: {} for document in originals}
    for one, other in _neighbours([d for d in originals if len(d.read.stems) >= ENOUGH_STEMS]):
        near = kinship(one.read, other.read, cited=bool(one.sources & other.sources))
        if near >= RETOLD:
            found[one.id][other.id] = found[other.id][one.id] = near
    return found


def _neighbours(documents: list[CopyText]) -> Iterator[tuple[CopyText, CopyText]]:
    """Pairs that appeared within DAYS of one another; a text without a date may be any's neighbour.

    Reports of one publisher are one source already, and its formulas would make all of them kin.
    """
    for one, other in _in_time(documents):
        if one.publisher is None or one.publisher != other.publisher:
            yield one, other


def _in_time(documents: list[CopyText]) -> Iterator[tuple[CopyText, CopyText]]:
    dated = sorted(((d.window, d.id, d) for d in documents if d.window), key=lambda row: row[:2])
    recent: list[tuple[Window, CopyText]] = []
    for window, _, document in dated:
        recent = [(other, d) for other, d in recent if gap(other, window) <= DAYS]
        yield from ((d, document) for _, d in recent)
        recent.append((window, document))
    undated = [d for d in documents if not d.window]
    yield from ((one, other) for one in undated for _, _, other in dated)
    yield from combinations(undated, 2)


def _gather(originals: list[CopyText], kin: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Document id → centre: the document with most kin gathers them, then the next of those left over."""
    ranks = {document.id: document.rank for document in originals}
    centres: dict[str, str] = {}
    for ident in sorted(kin, key=lambda i: (-len(kin[i]), -round(sum(sorted(kin[i].values())), 9), ranks[i])):
        if ident not in centres:
            centres |= {other: ident for other in (ident, *kin[ident]) if other not in centres}
    return centres
