"""What is found in a text before it is parsed: names, sums, counts and dates, to be had by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from promissory.extraction.amounts.counts import numbers
from promissory.extraction.amounts.money import amounts
from promissory.extraction.amounts.quantities import AmountMention, NumberMention
from promissory.extraction.calendar.dates import DateMention, dates
from promissory.extraction.names.spelling import Spellings
from promissory.extraction.scanning.classes import rounds_in, take_up
from promissory.extraction.text.gazetteer import Gazetteer, Mention

#: Names that make a sentence worth parsing.
TELLING = frozenset(("actor", "adjective", "demonym", "metonym", "person", "surname", "item", "framework", "title", "place"))


Found = TypeVar("Found", Mention, AmountMention, NumberMention, DateMention)


class Names:
    """The pack's names in a text, misspelt ones of people among them, and the text's own (`defined`), which come first."""

    def __init__(self, gazetteer: Gazetteer, text: str, spellings: Spellings, defined: Sequence[Mention] = ()) -> None:
        known = spellings.misspelt(text, rounds_in(text, gazetteer.find(text), gazetteer.parents))
        if defined:
            taken = {at for m in defined for at in range(m.start, m.end)}
            known = sorted([*defined, *(m for m in known if taken.isdisjoint(range(m.start, m.end)))], key=lambda m: m.start)
        self.mentions = [m for m in take_up(known, text, gazetteer.parents) if not _is_of_goods(m, known, text)]
        self._starts = [m.start for m in self.mentions]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        return _within(self.mentions, self._starts, start, end)

    def telling(self, start: int, end: int) -> bool:
        """Whether a name between the offsets makes a sentence worth parsing."""
        chosen = self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return any(name.type in TELLING for mention in chosen for name in mention.names)


def _is_of_goods(mention: Mention, known: Sequence[Mention], text: str) -> bool:
    """ "A Drone Alliance with Ukraine": another than the alliance that is only called so."""
    if text[mention.start : mention.end].lower() != "alliance":
        return False
    return any(m.end + 1 == mention.start and m.id_of("item") is not None for m in known)


class Quantities:
    """The sums, dates and counts of a text, read over the whole of it since each may lean on the one before.

    `dollar` is the currency that a bare dollar sign stands for.
    """

    def __init__(self, text: str, published: str | None, dollar: str = "USD") -> None:
        self._amounts = tuple(m for m in amounts(text, dollar=dollar) if m.value >= 0)  # nobody gives less than nothing
        self._dates = dates(text, published)
        taken = [(m.start, m.end) for m in self._amounts] + [(m.start, m.end) for m in self._dates]
        self._numbers = numbers(text, skip=taken)
        self._starts = [[m.start for m in found] for found in (self._amounts, self._dates, self._numbers)]

    def amounts(self, start: int, end: int) -> tuple[AmountMention, ...]:
        return _within(self._amounts, self._starts[0], start, end)

    def dates(self, start: int, end: int) -> tuple[DateMention, ...]:
        return _within(self._dates, self._starts[1], start, end)

    def numbers(self, start: int, end: int) -> tuple[NumberMention, ...]:
        return _within(self._numbers, self._starts[2], start, end)


def _within(found: Sequence[Found], starts: list[int], start: int, end: int) -> tuple[Found, ...]:
    """Those that lie between the offsets, with offsets relative to `start`."""
    chosen = found[bisect_left(starts, start) : bisect_left(starts, end)]
    return tuple(replace(m, start=m.start - start, end=m.end - start) for m in chosen if m.end <= end)
