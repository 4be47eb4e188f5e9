"""Who gives which of several sums or counts told in one row: "Germany and Denmark will send three and two batteries respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from promissory.extraction.amounts.quantities import AmountMention, NumberMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft
from promissory.extraction.slots.filling import Goods
from promissory.model import ItemCount

#: A giver or a receiver, and what is given by or to it alone.
Share = tuple[Referent, Goods, AmountMention | None]

#: What says that two rows go together, member by member.
TOLD = re.compile(r"\brespectively\b|\bin that order\b", re.I)
#: What says that they do not.
JOINT = re.compile(r"\b(?:jointly|together|combined|between them|in all|in total|each|both)\b", re.I)
#: What stands between two members of a row of figures.
NEXT = re.compile(r"(?:,|,?\s+and)\s+(?:(?:about|around|some|roughly|nearly|almost|up to|over|more than|another|at least)\s+)?$", re.I)
#: How far the goods may stand behind the last number that counts them.
REACH = 30


def shares_of_givers(gift: Gift, goods: Goods, sums: Sequence[AmountMention]) -> list[Share]:
    """What each giver gives, where as many sums or counts stand in a row as there are givers; nothing where that is not told."""
    givers = [who for who in gift.donors if not who.vague]
    if len(givers) < 2 or len(givers) < len(gift.donors) or JOINT.search(gift.sentence.text):
        return []
    return _in_order(givers, _rows(gift.sentence, goods, sums))


def shares_of_receivers(gift: Gift, goods: Goods, sums: Sequence[AmountMention]) -> list[Share]:
    """What each receiver gets, where the sentence says that the rows go together ("50 and 5 million to Kyiv and Chisinau respectively")."""
    if len(gift.recipients) < 2 or not TOLD.search(gift.sentence.text):
        return []
    return _in_order(gift.recipients, _rows(gift.sentence, goods, sums))


def told_in_order(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, where those of one row of givers go with the row of their sums, wherever the parser parts the row."""
    if not drafts or not TOLD.search(sentence.text):
        return drafts
    givers = drafts[0].parties.get("donor", [])
    row = sorted((d for d in drafts if "amount" in d.grounds and d.parties.get("donor") == givers), key=lambda d: d.grounds["amount"])
    if not 1 < len(row) == len(givers):
        row = _torn_row(sentence, drafts, givers)
    for draft, giver in zip(row, list(givers), strict=False) if 1 < len(row) == len(givers) else ():
        draft.parties["donor"], draft.status = [giver], drafts[0].status
    return drafts


def _torn_row(sentence: Sentence, drafts: list[Draft], givers: list[str]) -> list[Draft]:
    """The drafts of a row of sums that begins with that of several givers, where the parser hangs the others on somebody else."""
    by_sum = {d.grounds["amount"]: d for d in drafts if "amount" in d.grounds}
    row = [a for a in sentence.amounts if not a.converted][: len(givers)]
    found = [by_sum.get((sentence.start + a.start, sentence.start + a.end)) for a in row]
    whole = found and found[0] is drafts[0] and _is_row(sentence, row)
    return [d for d in found if d is not None] if whole and len(givers) > 1 else []


def _in_order(people: Sequence[Referent], rows: Iterator[list[tuple[Goods, AmountMention | None]]]) -> list[Share]:
    row = next((row for row in rows if len(row) == len(people)), [])
    return [(who, goods, amount) for who, (goods, amount) in zip(people, row, strict=True)] if row else []


def _rows(sentence: Sentence, goods: Goods, sums: Sequence[AmountMention]) -> Iterator[list[tuple[Goods, AmountMention | None]]]:
    """The rows of sums, of counts of one thing, and of counted goods that may be told apart."""
    told = TOLD.search(sentence.text) is not None
    if told or _is_row(sentence, sums):
        yield [([], amount) for amount in sums]
    counted = [(item, at) for item, at in goods if item.count]
    if not sums and (told or len({item.item for item, _ in counted}) == 1):
        yield [([part], None) for part in counted]
    if not sums and len(goods) == 1:
        item, at = goods[0]
        numbers = _numbers_before(sentence, at[0] - sentence.start, at[1] - sentence.start)
        yield [([(ItemCount(item.item, n.value, n.qualifier), _at(sentence, n))], None) for n in numbers]


def _numbers_before(sentence: Sentence, start: int, end: int) -> list[NumberMention]:
    """The numbers of a row that ends with the goods it counts ("three and two Patriot batteries")."""
    before = [n for n in sentence.numbers if n.start < end and not n.unit]
    if not before or start - before[-1].end > REACH:
        return []
    row = [before[-1]]
    for earlier, later in reversed(list(pairwise(before))):
        if not NEXT.fullmatch(sentence.text[earlier.end : later.start]):
            break
        row.insert(0, earlier)
    return row


def _is_row(sentence: Sentence, figures: Sequence[AmountMention]) -> bool:
    """Whether figures stand side by side."""
    return all(NEXT.fullmatch(sentence.text[a.end : b.start]) for a, b in pairwise(figures))


def _at(sentence: Sentence, number: NumberMention) -> tuple[int, int]:
    return sentence.start + number.start, sentence.start + number.end
