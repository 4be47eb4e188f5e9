"""Looking claims up across entries: by rival figures, as agreements and those who count them, and which document came first after a day."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from promissory.reconciliation.filing import AGGREGATES, PACTS
from promissory.reconciliation.objecting import Rivals, note_rivals, rival_keys
from promissory.reconciliation.weaving import Loom


class Registers:
    """The registers of all claims: those of earlier builds on the shelf, and those of the added ones."""

    def __init__(self, loom: Loom) -> None:
        self.loom, self.shelf, self.gallery = loom, loom.shelf, loom.gallery

    def entry_of(self, claim: int) -> str:
        """The entry that a claim is in now."""
        return self.loom.entry_of.get(claim) or self.loom.home[claim]

    def entries_of(self, claims: Iterable[int]) -> set[str]:
        return {self.entry_of(claim) for claim in claims}

    def claims_of(self, key: int) -> list[int]:
        """The claims of a register, earlier and added ones."""
        return [*self.loom.bring(self.shelf.members(key)), *self._added.get(key, ())]

    @cached_property
    def _added(self) -> dict[int, list[int]]:
        added: dict[int, list[int]] = defaultdict(list)
        for claim in range(self.loom.added):
            for register in self.loom.registers[claim]:
                added[register].append(claim)
        return added

    def first_after(self, day: int) -> str | None:
        """The first document of a later day."""
        at = bisect_left(self._new_days, (day + 1, ""))
        found = [*self._new_days[at : at + 1], *filter(None, [self.shelf.first_after(day)])]
        return min(found)[1] if found else None

    @cached_property
    def _new_days(self) -> list[tuple[int, str]]:
        """Day and document of the added documents that name their day."""
        return sorted({(day, doc) for doc, day in self.loom.days()})

    def due_on_new_days(self) -> Iterator[str]:
        """The earlier entries that were due in the days before an added document, to which it may be the first after that."""
        for day in sorted({day for day, _ in self._new_days}):
            yield from self.shelf.due_between(self.shelf.day_before(day), day)

    def all_rivals(self) -> Rivals:
        """Rivals among the added claims, where there are no others."""
        rivals: Rivals = {}
        for key, claims in self._added.items():
            if key not in (PACTS, AGGREGATES):
                self._note(key, claims, rivals)
        return rivals

    def rivals_of(self, groups: Mapping[str, Sequence[int]]) -> tuple[Rivals, set[str]]:
        """Rivals of the entries whose rivals may have changed with some groups; and these entries."""
        mine = {key for members in groups.values() for p in self.gallery.portraits(members) for key in rival_keys(p)}
        holders = self.entries_of(claim for key in mine for claim in self.claims_of(key)) | groups.keys()
        claims = [claim for entry, members in groups.items() for claim in members if entry in holders]
        claims += self.loom.bring(self.shelf.of_entries(holders - groups.keys()))
        rivals: Rivals = {}
        for key in sorted({key for claim in claims for key in rival_keys(self.gallery.portrait(claim))}):
            self._note(key, self.claims_of(key), rivals)
        return {pair: figures for pair, figures in rivals.items() if holders.intersection(pair)}, holders

    def _note(self, key: int, claims: Collection[int], rivals: Rivals) -> None:
        if len(self.entries_of(claims)) > 1:
            told = ((self.gallery.portrait(claim), self.entry_of(claim)) for claim in claims)
            note_rivals([(rival_keys(p)[key], p, entry) for p, entry in told], rivals)
