"""How many are needed where a part of them has come: "got three of the ten systems it had asked for"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.slots.filling import Goods

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def counted_whole(sentence: Sentence, verb: Token, goods: Goods) -> Goods:
    """The goods of a clause of needing or asking, with the number right before what the clause is on, not with that of the part."""
    whole = verb.head if verb.dep_ == "relcl" else None
    number = next((n for c in whole.lefts if (n := sentence.number_at.get(c.i))), None) if whole is not None else None
    if number is None or len(goods) != 1 or goods[0][0].count in (None, number.value):
        return goods
    item, at = goods[0]
    return [(replace(item, count=number.value, qualifier=number.qualifier), at)]
