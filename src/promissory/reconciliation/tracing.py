"""What new texts change in the copies and retellings of earlier ones: they are held against what they can reach, and the ties are those
of all texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from promissory.model import Finding
from promissory.reconciliation.calendar_windows import Window
from promissory.reconciliation.copies import (
    ALWAYS,
    COPY,
    DAYS,
    FIRST,
    HEAD,
    KIN,
    CopyText,
    Kindred,
    Pair,
    Tie,
    forget_read,
    in_time,
    near_in_time,
)


class CopyShelf(Protocol):
    """The texts of earlier builds, and which of them are tied as copies or kin."""

    def marked(self, mark: int, most: int) -> Iterable[str]:
        """The places of the first texts that have a mark, at most so many."""

    def marked_after(self, mark: int, place: str) -> Iterable[str]:
        """The places of the texts that have a mark and come after one."""

    def near_in_time(self, window: Window | None, days: int) -> Iterable[str]:
        """The documents that appeared within some days, and all undated ones; of an undated text's window (None) all documents."""

    def tied(self, docs: Collection[str]) -> Iterable[Tie]:
        """The ties of documents."""

    def texts(self, docs: Collection[str]) -> Iterable[tuple[str, bytes, str | None, str | None]]:
        """Documents with signature, publisher and date of publication."""


@dataclass(frozen=True)
class CopyChanges:
    """What new texts change: findings that are new and that are found no more, the document that stands for the source of each
    document whose source is new or another, the new ties, and those that are gone."""

    findings: tuple[Finding, ...]
    removed: frozenset[str]
    sources: Mapping[str, str]
    ties: frozenset[Tie]
    untied: frozenset[Tie] = frozenset()


def add_texts(documents: Iterable[CopyText], shelf: CopyShelf | None = None) -> CopyChanges:
    """What new texts change in the copies and retellings of earlier ones; all texts are new without a shelf."""
    new = {document.id: document for document in documents}
    now = Kindred.of(new.values()) if shelf is None else Kindred(dict(new))
    displaced = set() if shelf is None else _reach(now, new, shelf)
    before = now.without(new.keys())
    untied = frozenset(now.untie(displaced))
    found, old = ({f.id: f for f in (*k.near_copies(), *k.retellings())} for k in (now, before))
    sources = {doc: source for doc, source in now.sources.items() if before.sources.get(doc) != source}
    ties = frozenset(tie for tie in now.ties() if not new.keys().isdisjoint(tie[:2]))
    forget_read()
    return CopyChanges(tuple(f for key, f in found.items() if key not in old), frozenset(old.keys() - found.keys()), sources, ties, untied)


def _reach(now: Kindred, new: Mapping[str, CopyText], shelf: CopyShelf) -> set[Pair]:
    """Tie new texts to earlier ones, and take in all that ties lead to; the earlier pairs that were copies and meet in no mark any more."""
    others, marked = _Others(shelf), _Marked(shelf, new.values())
    now.tie((), in_time(new.values()))
    for document in new.values():
        meeting = marked.meeting(document)
        now.tie(((document, new[other]) for other in meeting & new.keys()), ())
        now.tie(((document, other) for other in others.get(meeting - new.keys())), ())
    nearby = dict[str, CopyText]()
    for window, documents in sorted(_by_window(new.values()), key=lambda pair: pair[0] or ALWAYS):
        near = shelf.near_in_time(window, DAYS)
        read = {text.id: text for text in _texts(shelf, [doc for doc in near if doc not in nearby])}
        nearby = {doc: read.get(doc) or nearby[doc] for doc in near}  # of the window before as many as this one has in common with it
        now.tie((), near_in_time(documents, nearby.values()))
    displaced = marked.displaced()
    frontier = ({end for tie in now.ties() for end in tie[:2]} | displaced) - new.keys()
    while frontier:
        now.texts |= {text.id: text for text in others.get(frontier)}
        ties = set(shelf.tied(frontier))
        frontier = {end for tie in ties for end in tie[:2]} - now.texts.keys()
        now.texts |= {text.id: text for text in others.get(frontier)}
        copies, kin = ([(now.texts[one], now.texts[other]) for one, other, tied in sorted(ties) if tied == sort] for sort in (COPY, KIN))
        now.tie(copies, kin)
    tied = ((now.texts[one], now.texts[other]) for other, ones in now.alike.items() for one in ones if one in displaced)
    return {pair for pair in tied if pair[1].id not in new and not marked.is_met(*pair)}


def _by_window(documents: Iterable[CopyText]) -> Iterable[tuple[Window | None, list[CopyText]]]:
    """Documents by the days on which they can have appeared."""
    found: dict[Window | None, list[CopyText]] = defaultdict(list)
    for document in documents:
        found[document.window].append(document)
    return found.items()


def _texts(shelf: CopyShelf, docs: Iterable[str]) -> Iterator[CopyText]:
    return (CopyText(*row) for row in shelf.texts(list(docs)))


class _Marked:
    """Which texts are the first that have a mark, earlier ones and new ones together."""

    def __init__(self, shelf: CopyShelf, new: Collection[CopyText]) -> None:
        self._shelf, self._new = shelf, defaultdict[int, list[str]](list)
        self._old: dict[int, list[str]] = {}
        self._first: dict[int, list[str]] = {}
        for document in new:
            for mark in document.marks:
                self._new[mark].append(document.place)

    def first(self, mark: int) -> list[str]:
        if mark not in self._first:
            self._old[mark] = list(self._shelf.marked(mark, FIRST))
            self._first[mark] = sorted([*self._old[mark], *self._new.get(mark, ())])[:FIRST]
        return self._first[mark]

    def meeting(self, document: CopyText) -> set[str]:
        """The ids of the texts that a new one meets in some mark."""
        places: set[str] = set()
        for mark in document.marks:
            places.update(place for place in self.first(mark) if place < document.place)
            if document.place in self.first(mark):
                places.update(self._shelf.marked_after(mark, document.place))
        return {place[HEAD:] for place in places}

    def displaced(self) -> set[str]:
        """The earlier texts that were among the first of a mark and are no more."""
        return {place[HEAD:] for mark in self._new for place in self._old[mark] if place not in self.first(mark)}

    def is_met(self, earlier: CopyText, later: CopyText) -> bool:
        """Whether two texts meet in some mark."""
        return any(earlier.place in self.first(mark) for mark in set(earlier.marks).intersection(later.marks))


class _Others:
    """Earlier texts, each asked for once."""

    def __init__(self, shelf: CopyShelf) -> None:
        self._shelf, self._held = shelf, dict[str, CopyText]()

    def get(self, docs: Iterable[str]) -> list[CopyText]:
        wanted = list(dict.fromkeys(docs))
        self._held.update((text.id, text) for text in _texts(self._shelf, [doc for doc in wanted if doc not in self._held]))
        return [self._held[doc] for doc in wanted]
