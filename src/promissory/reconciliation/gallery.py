"""The claims of a run by number: frozen portraits, of which those that were looked at last are kept as they are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from promissory.model.kinds import KINDS
from promissory.reconciliation.blocking import NEVER
from promissory.reconciliation.comparing import ENOUGH
from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.packing import freeze, is_packed, thaw, unpack
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.stacking import Stack

#: How many portraits are kept as they are at least; twice as many at most.
OPEN = 12_000
SORTS = tuple(KINDS)
ENOUGH_OF = tuple(ENOUGH[kind] for kind in SORTS)

#: Where a claim stands in the order of time: first and last day, id.
Place = tuple[int, int, str]


class Facts(NamedTuple):
    """What is asked of every claim that hangs, be it never looked at: where it stands in the order of time, the day on which its document
    was reported (0 where none is named), the date that it was reported with."""

    id: str
    doc: str
    kind: str
    first: int
    last: int
    day: int
    reported: str

    @classmethod
    def of(cls, portrait: Portrait) -> Facts:
        (first, last), said = portrait.moment or NEVER, portrait.said
        day = said[0] if said and said[0] == said[1] else 0
        return cls(portrait.id, portrait.doc, portrait.kind, first, last, day, portrait.report.order[0])


class Gallery:
    """Portraits 0, 1, … in the order in which they were hung; `docs` numbers their documents, `days` are those on which these were
    reported, 0 where none is named."""

    def __init__(self, known: Knowledge) -> None:
        self.known = known
        self.ids: list[str] = []
        self._waiting = Stack()
        self.first, self.last = array("i"), array("i")
        self.days, self._reported = array("i"), list[str]()
        self.docs = array("I")
        self.doc_of: dict[str, int] = {}
        self._sorts = bytearray()
        self._open: dict[int, Portrait] = {}
        self._opened: dict[int, Portrait] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def hang(self, portrait: Portrait) -> int:
        """Take a portrait in; its number."""
        return self._hang(Facts.of(portrait), freeze(portrait))

    def hang_packed(self, facts: Facts, packed: str) -> int:
        """Take in one that is packed: most of them only stand beside others and are not looked at."""
        return self._hang(facts, packed.encode("utf-8", "surrogatepass"))

    def _hang(self, facts: Facts, line: bytes) -> int:
        self.ids.append(facts.id)
        self._waiting.put(line)
        self.first.append(facts.first)
        self.last.append(facts.last)
        self.days.append(facts.day)
        self._reported.append(intern(facts.reported))
        self.docs.append(self.doc_of.setdefault(facts.doc, len(self.doc_of)))
        self._sorts.append(SORTS.index(facts.kind))
        return len(self.ids) - 1

    def portrait(self, number: int) -> Portrait:
        found = self._open.get(number)
        if found is None:
            found = self._opened.pop(number, None) or self._look_for(number)
            if len(self._open) >= OPEN:
                self._opened, self._open = self._open, {}
            self._open[number] = found
        return found

    def _look_for(self, number: int) -> Portrait:
        line = self._waiting[number]
        return unpack(line.decode("utf-8", "surrogatepass"), self.known) if is_packed(line) else thaw(line, self.known)

    def portraits(self, numbers: Iterable[int]) -> list[Portrait]:
        return [self.portrait(number) for number in numbers]

    def place(self, number: int) -> Place:
        return (self.first[number], self.last[number], self.ids[number])

    def order(self, number: int) -> tuple[str, str]:
        """What reports are sorted by: date, id."""
        return (self._reported[number], self.ids[number])

    def kind(self, number: int) -> str:
        return SORTS[self._sorts[number]]

    def enough(self, number: int) -> float:
        """From which sum of weights on a claim of its kind is about the same thing as another."""
        return ENOUGH_OF[self._sorts[number]]

    def enough_of_all(self) -> NDArray[np.float64]:
        """The same of each claim."""
        return np.array(ENOUGH_OF)[np.frombuffer(bytes(self._sorts), np.uint8)]

    def ranks(self) -> NDArray[np.uint32]:
        """Where each claim stands in the order of ids."""
        ranks = np.empty(len(self), np.uint32)
        ranks[sorted(range(len(self)), key=self.ids.__getitem__)] = np.arange(len(self), dtype=np.uint32)
        return ranks

    def in_line(self, numbers: Iterable[int]) -> list[int]:
        """Numbers in the order of time: sorted by id first, so that no claim needs more than one number to be sorted by."""
        line = sorted(numbers, key=self.ids.__getitem__)
        line.sort(key=lambda number: (self.first[number] << 32) + self.last[number])
        return line
