"""What reconciling keeps between two builds, and asks for again when documents are added: all of it can be made anew from the claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from promissory.reconciliation.gallery import Place

#: A link with the block of deeds that gave it: block, source, type, target.
LinkRow = tuple[int, str, str, str]


#: A claim of an earlier build: its number for good, the packed portrait, its certain group (-1: alone), its entry, its facts.
Hung = tuple[int, str, int, str, tuple[str, str, str, int, int, int, str]]
#: A pair of earlier claims: their numbers, the score, how many things their documents have in common.
PairRow = tuple[int, int, float, int]


class Origin(NamedTuple):
    """What is known of the source of a document: what counts as one source, the document it is a copy of, the letter A–F."""

    key: str
    copy_of: str | None = None
    letter: str = "F"


class Shelf(Protocol):
    """Where the portraits, blocks, pairs, deeds and links of earlier builds are."""

    @property
    def newest(self) -> int:
        """The number of claims ever hung, which is the number of the next one."""

    @property
    def label(self) -> int:
        """The number of the next certain group."""

    def around(self, key: int, places: Sequence[Place], reach: int, whole: int) -> tuple[int, Collection[int]]:
        """How many claims a block has, and which: all of up to `whole`, else the `reach` before and after each place."""

    def between(self, key: int, one: Place, other: Place, most: int) -> int:
        """How many claims of a block stand between two places; at most `most` are counted."""

    def size(self, key: int, most: int) -> int:
        """How many claims a block has; at most `most` are counted."""

    def members(self, key: int) -> Collection[int]:
        """All claims of a block, in its order."""

    def hung(self, numbers: Collection[int]) -> Iterable[Hung]: ...
    def pairs(self, numbers: Collection[int], near: bool) -> Iterable[PairRow]:
        """The pairs that have one of these claims: those that are near enough to have a say in groups, or the others."""

    def pairs_of(self, ends: Collection[tuple[int, int]]) -> Iterable[PairRow]:
        """Those of some couples of claims, the smaller number first, that are pairs."""

    def of_documents(self, docs: Collection[str]) -> Iterable[tuple[str, int, int]]:
        """The claims of documents: document, number, certain group."""

    def of_numbers(self, numbers: Collection[int]) -> Iterable[tuple[str, int, int]]:
        """Claims by their numbers, in the same way."""

    def of_certain(self, groups: Collection[int]) -> Iterable[tuple[str, int, int]]:
        """The claims of certain groups, in the same way."""

    def of_entries(self, entries: Collection[str]) -> Iterable[int]:
        """The claims of entries."""

    def origins(self, docs: Collection[str]) -> Mapping[str, tuple[str, str | None, str]]: ...
    def deeds(self, entries: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
        """Entry → its packed deed, of those that have one."""

    def deeds_around(self, block: int, places: Sequence[Place], reach: int) -> Collection[str]:
        """The entries of a block of deeds within `reach` of places."""

    def links_in(self, block: int, sources: Collection[str]) -> Iterable[LinkRow]:
        """The links of some entries that a block gave."""

    def links_of(self, entries: Collection[str]) -> Iterable[LinkRow]:
        """The links from or to entries."""

    def due_between(self, first: int, last: int) -> Collection[str]:
        """The entries that were due from the first day to the day before the last."""

    def day_before(self, day: int) -> int:
        """The last day before one from which there is a document with claims; 0 if none."""

    def first_after(self, day: int) -> tuple[int, str] | None:
        """The first document with claims that names a later day as its own; the day and the document."""

    def findings_of(self, entries: Collection[str]) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Entry → the records of the findings about it."""


@dataclass(frozen=True)
class EmptyShelf:
    """The shelf of the first build, which has nothing to answer with."""

    newest: int = 0
    label: int = 0

    def nothing(self, *_: Any, **__: Any) -> Any:
        return ()

    def no_names(self, *_: Any, **__: Any) -> Any:
        return {}

    def no_day(self, *_: Any, **__: Any) -> Any:
        return None

    around = between = size = members = hung = pairs = pairs_of = of_documents = of_entries = nothing
    of_numbers = of_certain = nothing
    deeds_around = links_in = links_of = due_between = day_before = nothing
    origins = deeds = findings_of = no_names
    first_after = no_day
