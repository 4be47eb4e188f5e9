"""Copies and retellings among documents: an agency's text is one source, however many papers print or reword it.

A **near copy** has little wording that its original has not: it adds nothing. A **retelling** is reworded, and may add facts, so
it stays a document of its own, but what both tell comes from one source. Groups have no chains: every member is near the
document that stands for the group. The order in which documents are given has no effect.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np

from promissory.model import Finding
from promissory.reconciliation.calendar_windows import Window, gap, window_of
from promissory.reconciliation.chaining import gathered_by
from promissory.reconciliation.neighbouring import Index, pairs_in_time
from promissory.reconciliation.retelling import ENOUGH_STEMS, RETOLD, kinship
from promissory.reconciliation.signing import (
    Signature,
    first_shingles,
    is_agency,
    outlet_of,
    outlets_in,
    read_signature,
    signature,
    size_of,
    stems_of,
)
from promissory.reconciliation.stacking import Stack

#: So many of a text's shingles, those with the smallest hashes, are what its copies are found by: a copy has most of the wording of its
#: original, so the smallest of both are nearly always partly the same.
MARKS = 16
#: A text is held against the first so many that have a mark of its own: what very many share is no wording of theirs, as the line that
#: a publisher puts under every report.
FIRST = 64
#: Share of a copy's shingles that its original has as well.
COPIED = 0.7
#: Shingles below which a text is too short to be told from another by them.
ENOUGH = 20
#: Days between two publications that may retell one source; later reports in like words are about what came next.
DAYS = 3
#: When a text without a date can have appeared.
ALWAYS: Window = (0, 10**7)


@dataclass(frozen=True, eq=False)
class CopyText:
    """One document as it is compared: `signature` as made by `signature(text)`, `published` an ISO 8601 date or interval."""

    id: str
    signature: bytes
    publisher: str | None = None
    published: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CopyText) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    @classmethod
    def of(cls, ident: str, text: str, publisher: str | None = None, published: str | None = None) -> CopyText:
        """The document with its signature made from `text`, headline included."""
        return cls(ident, signature(text), publisher, published)

    @property
    def read(self) -> Signature:
        """Kept for the texts that were looked at last only: unpacked they are ten times as large."""
        return _read(self.signature)

    @property
    def marks(self) -> list[int]:
        """What its copies are found by."""
        return first_shingles(self.signature, MARKS)

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
    def place(self) -> str:
        """What sorts originals before copies: a wire that cites nobody else, then the earlier, then the longer text; then the id."""
        wire = is_agency(self.outlet) and self.sources == {self.outlet}
        last = self.window[1] if self.window else 0
        return f"{not wire:d}{self.window is None:d}{last:08}{10**6 - size_of(self.signature):07}{self.id}"


class LaidText(CopyText):
    """The same with its signature in a file: of the texts of a large ledger only those that are looked at need be in memory."""

    def __init__(self, text: CopyText, lines: Stack) -> None:
        kept = {"id": text.id, "publisher": text.publisher, "published": text.published, "_lines": lines}
        self.__dict__.update(kept, _line=lines.put(text.signature))

    @property
    def signature(self) -> bytes:
        line: bytes = self.__dict__["_lines"][self.__dict__["_line"]]
        return line


def laid(texts: Iterable[CopyText]) -> list[CopyText]:
    """Texts with their signatures laid by."""
    lines = Stack()
    return [LaidText(text, lines) for text in texts]


@lru_cache(maxsize=4096)
def _read(packed: bytes) -> Signature:
    return read_signature(packed)


def forget_read() -> None:
    """Keep the texts that were looked at last no longer: unpacked they are large, and claims come next."""
    _read.cache_clear()


Pair = tuple[CopyText, CopyText]
#: Two documents, the smaller id first, and as what they are tied.
Tie = tuple[str, str, str]
COPY, KIN = "copy", "kin"
#: Where the id begins in the place of a text.
HEAD = 17


@dataclass
class Kindred:
    """Texts with their ties: `alike` maps a later ranked text to earlier ones and the share of its shingles that stand there, `kin` each
    text to those that retell the same source and how near they are."""

    texts: dict[str, CopyText] = field(default_factory=dict)
    alike: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    kin: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, documents: Iterable[CopyText]) -> Kindred:
        """The ties of some texts among themselves."""
        kindred = cls({document.id: document for document in documents})
        kindred.tie(_sharing(kindred.texts.values()), in_time(kindred.texts.values()))
        return kindred

    def tie(self, sharing: Iterable[Pair], in_time: Iterable[Pair]) -> None:
        """Tie the pairs that are copies or kin, of those that share marks and those that appeared at about the same time."""
        for one, other in sharing:
            earlier, later = sorted((one, other), key=lambda document: document.place)
            if (share := _share(later, earlier)) >= COPIED and (
                len(later.read.shingles) >= ENOUGH or later.read.shingles == earlier.read.shingles
            ):
                self.alike[later.id][earlier.id] = share
        for one, other in in_time:
            if (near := _kinship(one, other)) >= RETOLD:
                self.kin[one.id][other.id] = self.kin[other.id][one.id] = near

    def ties(self) -> set[Tie]:
        """The pairs that are tied."""
        told = (
            (one, other, sort) for ties, sort in ((self.alike, COPY), (self.kin, KIN)) for one, others in ties.items() for other in others
        )
        return {(min(one, other), max(one, other), sort) for one, other, sort in told}

    def without(self, docs: Collection[str]) -> Kindred:
        """The same without some texts."""
        left = [{one: {o: v for o, v in others.items() if o not in docs} for one, others in ties.items() if one not in docs}
                for ties in (self.alike, self.kin)]  # fmt: skip
        return Kindred({key: text for key, text in self.texts.items() if key not in docs}, *left)

    def untie(self, pairs: Iterable[Pair]) -> Iterator[Tie]:
        """Take pairs (the earlier first) for copies no more; their ties."""
        for earlier, later in pairs:
            del self.alike[later.id][earlier.id]
            yield tie_of(earlier.id, later.id, COPY)

    @cached_property
    def leaders(self) -> dict[str, str]:
        """Document id → id of the document it is a near copy of; originals map to themselves.

        The original is the wire itself where its text is among the documents, else the earliest; of one day, the longest.
        """
        leaders: dict[str, str] = {}
        for document in sorted(self.texts.values(), key=lambda document: document.place):
            closest = [(s, leader) for leader, s in self.alike.get(document.id, {}).items() if leaders[leader] == leader]
            closest.sort(key=lambda pair: (-pair[0], self.texts[pair[1]].place))
            leaders[document.id] = closest[0][1] if closest else document.id
        return {ident: leaders[ident] for ident in sorted(leaders)}

    @cached_property
    def sources(self) -> dict[str, str]:
        """Document id → id of the document that stands for its source; equal ids count as one independent source.

        Copies go with their originals; originals are grouped around the one that most others are near.
        """
        centres = self._gather()
        return {ident: centres[leader] for ident, leader in self.leaders.items()}

    def _gather(self) -> dict[str, str]:
        """Original → centre: the one with most kin gathers them, then the next of those left over."""
        originals = [ident for ident, leader in self.leaders.items() if ident == leader]
        kin = {ident: {o: near for o, near in self.kin.get(ident, {}).items() if self.leaders[o] == o} for ident in originals}
        centres: dict[str, str] = {}
        line = sorted(originals, key=lambda i: (-len(kin[i]), -round(sum(sorted(kin[i].values())), 9), self.texts[i].place))
        for ident in line:
            if ident not in centres:
                centres |= {other: ident for other in (ident, *kin[ident]) if other not in centres}
        return centres

    def near_copies(self) -> Iterator[Finding]:
        """A `near_copy` finding for each near copy, about the copy and then its original."""
        for copy, leader in self.leaders.items():
            if copy != leader:
                share = _share(self.texts[copy], self.texts[leader])
                yield _finding(copy, leader, f"{share:.0%} of its wording is that of {leader}")

    def retellings(self) -> Iterator[Finding]:
        """A `near_copy` finding for each retelling that is no near copy, about it and then the document that stands for its source."""
        message = "reworded from the same source as {}: the two are one source, though each may add facts"
        for ident, centre in self.sources.items():
            if ident != centre and self.leaders[ident] == ident:
                yield _finding(ident, centre, message.format(centre))


def tie_of(one: str, other: str, sort: str) -> Tie:
    return (one, other, sort) if one < other else (other, one, sort)


def cluster_copies(documents: Iterable[CopyText]) -> dict[str, str]:
    """Document id → id of the document it is a near copy of; originals map to themselves."""
    return Kindred.of(documents).leaders


def group_sources(documents: Iterable[CopyText]) -> dict[str, str]:
    """Document id → id of the document that stands for its source; equal ids count as one independent source."""
    return Kindred.of(documents).sources


def find_near_copies(documents: Iterable[CopyText]) -> tuple[Finding, ...]:
    """A `near_copy` finding for each near copy, about the copy and then its original."""
    return tuple(Kindred.of(documents).near_copies())


def find_retellings(documents: Iterable[CopyText]) -> tuple[Finding, ...]:
    """A `near_copy` finding for each retelling that is no near copy, about it and then the document that stands for its source."""
    return tuple(Kindred.of(documents).retellings())


def _finding(one: str, other: str, message: str) -> Finding:
    return Finding(kind="near_copy", message=message, about=(one, other), severity="info")


def _share(later: CopyText, earlier: CopyText) -> float:
    return len(later.read.shingles & earlier.read.shingles) / max(1, len(later.read.shingles))


def _sharing(documents: Iterable[CopyText]) -> Iterator[Pair]:
    """Pairs that have a mark in common of which the earlier is among the first that have it, each once."""
    line = sorted(documents, key=lambda document: document.place)
    sizes = [len(document.marks) for document in line]
    marks, owners = np.fromiter((mark for document in line for mark in document.marks), np.int64), np.repeat(np.arange(len(line)), sizes)
    found = array("Q")
    for held in gathered_by(owners, marks):
        if len(held) > 1:
            first = held[:FIRST].tolist()
            found.extend(one << 32 | other for n, other in enumerate(held.tolist()) for one in first[:n])
    return ((line[pair >> 32], line[pair & 0xFFFFFFFF]) for pair in np.unique(np.array(found, np.uint64)).tolist())


def _kinship(one: CopyText, other: CopyText) -> float:
    """How near two texts are; reports of one publisher are one source already, and its formulas would make all of them kin."""
    if (one.publisher is not None and one.publisher == other.publisher) or min(len(d.read.stems) for d in (one, other)) < ENOUGH_STEMS:
        return 0.0
    return kinship(one.read, other.read, cited=bool(one.sources & other.sources))


def _gap(one: CopyText, other: CopyText) -> int:
    """Days between two publications; a text without a date may be any's neighbour."""
    return gap(one.window, other.window) if one.window and other.window else 0


def in_time(documents: Iterable[CopyText]) -> Iterator[Pair]:
    """Pairs that appeared within DAYS of one another, of those that have enough in common to retell one source."""
    line = sorted(filter(_may_retell, documents), key=lambda document: (document.window or ALWAYS, document.id))
    appeared = [document.window or ALWAYS for document in line]
    return ((line[one], line[other]) for one, other in pairs_in_time(appeared, lambda at: stems_of(line[at].signature), DAYS))


def near_in_time(documents: Iterable[CopyText], others: Iterable[CopyText]) -> Iterator[Pair]:
    """The same of texts that can have appeared on the same days, each with others."""
    told = list(filter(_may_retell, documents))
    around = [other for other in others if told and _may_retell(other) and _gap(told[0], other) <= DAYS]
    if around:
        index, every = Index([stems_of(other.signature) for other in around]), np.ones(len(around), bool)
        yield from ((document, around[at]) for document in told for at in index.kin_of(stems_of(document.signature), every).tolist())


def _may_retell(document: CopyText) -> bool:
    return len(stems_of(document.signature)) >= ENOUGH_STEMS
