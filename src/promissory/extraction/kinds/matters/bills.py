"""Bills that give: "a $61 billion aid bill", "the bill with 61 billion for Ukraine"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after
from promissory.extraction.lexicon.goods import AID, MONEY

if TYPE_CHECKING:
    from promissory.extraction.words import Token

BILLS = frozenset("bill legislation measure act law supplemental".split())
#: What a bill is called that gives.
GIVING = AID | MONEY | frozenset("relief loan lend-lease appropriation appropriations".split())


def is_aid_bill(sentence: Sentence, noun: Token) -> bool:
    """Whether a bill is one of aid by its name, or by a sum that is said to be in it."""
    if noun.lemma_.lower() not in BILLS:
        return False
    called = any(c.dep_ in ("compound", "nmod", "amod") and c.lemma_.lower() in GIVING for c in noun.lefts)
    above = noun.head if noun.dep_ == "dobj" else noun
    inside = [*noun.lefts, *(t for word in (noun, above) for p in after(word, "with", "worth", "of") for t in p.subtree)]
    return called or any(t.i in sentence.amount_at for word in inside for t in word.subtree)
