"""Goods that a list goes on with where the parser tears it: "Hawks, Avengers as well as Stinger and tube-launched TOW missiles"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.slots.filling import Goods, goods_in

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention

#: What joins one thing of a list to the next.
JOINING = re.compile(r",|;|\band\b|\bplus\b|\bas well as\b|\balong with\b|\btogether with\b", re.I)
#: What ends a list ("shells, while Oslo", "tanks for which", "drones to protect").
ENDING = re.compile(
    r"\b(?:which|that|who|while|but|for|to|against|from|in|on|at|by|if|when|after|before|because|so|than|of)\b|[:()\u2013\u2014]", re.I
)
#: So many characters may describe the next thing.
REACH = 45


def listed_on(sentence: Sentence, goods: Goods) -> Goods:
    """The goods with those that follow in their list."""
    if not goods:
        return goods
    found = list(goods)
    end = max(at[1] for _, at in found) - sentence.start
    for mention in sentence.mentions:
        if mention.start < end or not mention.id_of("item"):
            continue
        if not _goes_on(sentence, end, mention):
            break
        found += goods_in(sentence, sentence.tokens_of(mention))
        end = mention.end
    return found


def _goes_on(sentence: Sentence, end: int, mention: Mention) -> bool:
    """Whether nothing but the words of a list stands between goods and the next."""
    between = sentence.text[end : mention.start]
    if len(between) > REACH or not JOINING.search(between) or ENDING.search(between):
        return False
    others = [m for m in sentence.mentions if end <= m.start < mention.start and m.id_of("actor", "person", "surname", "metonym")]
    acting = any(t.tag_ in ("VBZ", "VBP", "VBD", "VB", "MD") for t in sentence.tokens if end <= t.idx < mention.start)
    return not (others or acting or any(end <= a.start < mention.start for a in sentence.amounts))
