"""What each of several sums of one sentence is for: "100 million in medical aid and 300 million in budget support"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.matters.support import PARTING, kind_told
from promissory.extraction.scene import Draft
from promissory.extraction.slots.filling import Goods

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What parts the words of one sum from those of the next.
JOINING = re.compile(r"[,;:]|\band\b|\bplus\b|\bas well as\b|\balong with\b|\bwhile\b|\bbut\b|\bwith\b", re.I)


@dataclass(frozen=True)
class Segment:
    """The words of one sum."""

    words: list[Token]
    goods: Goods
    #: whether the next sum is a part of this one, so that what that is for says nothing of the whole
    whole: bool
    #: the only date that stands with it
    date: DateMention | None = None


def segments_of(sentence: Sentence, words: list[Token], goods: Goods, sums: list[AmountMention]) -> list[Segment]:
    """The words and goods of each sum; nothing where they cannot be told apart."""
    cuts = [_cut(sentence, a, b) for a, b in pairwise(sums)]
    if not cuts or any(cut is None for cut in cuts):
        return []
    starts = [0, *(cut for cut in cuts if cut is not None)]
    ends = [*starts[1:], len(sentence.text)]
    whole = [PARTING.search(sentence.text[a.end : b.start]) is not None for a, b in pairwise(sums)]
    found = []
    for start, end, is_whole in zip(starts, ends, [*whole, False], strict=True):
        own = [(item, at) for item, at in goods if start <= at[0] - sentence.start < end]
        dates = [d for d in sentence.dates if start <= d.start < end and d.value]
        found.append(Segment([t for t in words if start <= t.idx < end], own, is_whole, dates[0] if len(dates) == 1 else None))
    told = any(s.goods or kind_told(s.words) for s in found[:-1])
    bare = [s for s in found[:-1] if not (s.goods or s.whole or kind_told(s.words))]
    if bare and not told and all(s.date for s in found):  # "20 million this year and 30 million next year for drones"
        return [replace(s, words=words, goods=goods) for s in found]
    return [] if bare and not told else found


def fill_own_time(draft: Draft, sentence: Sentence, segments: list[Segment], number: int) -> None:
    """The date that stands with a sum, where each has its own ("1.8 billion in 2024 and 2.1 billion in 2025")."""
    date = segments[number].date
    if date is not None and all(s.date is not None and not s.whole for s in segments):
        _fill_time(draft, sentence, date)


def fill_times(sentence: Sentence, drafts: list[Draft], spots: list[tuple[int, int]]) -> None:
    """ "Six are to come this year, eight next year and five in 2025": the date behind each number, where all but one have one."""
    starts = [start - sentence.start for start, _ in spots]
    ends = [min((s for s in starts if s > start), default=len(sentence.text)) for start in starts]
    times = [[d for d in sentence.dates if start <= d.start < end and d.value] for start, end in zip(starts, ends, strict=True)]
    if any(len(dates) > 1 for dates in times) or sum(bool(dates) for dates in times) < len(times) - 1:
        return
    for draft, dates in zip(drafts, times, strict=True):
        draft.slots.pop("period", None)
        draft.grounds.pop("period", None)
        for date in dates:
            _fill_time(draft, sentence, date)


def _fill_time(draft: Draft, sentence: Sentence, date: DateMention) -> None:
    """The time of what has been given, or for which it is meant."""
    slot = "date" if draft.status == "delivered" else "period"
    for other in ("date", "period"):
        draft.slots.pop(other, None)
        draft.grounds.pop(other, None)
    draft.slots[slot], draft.grounds[slot] = date.value, (sentence.start + date.start, sentence.start + date.end)


def _cut(sentence: Sentence, amount: AmountMention, following: AmountMention) -> int | None:
    """Where the words of a sum end and those of the next begin."""
    found = list(JOINING.finditer(sentence.text, amount.end, following.start))
    return found[-1].start() if found else None
