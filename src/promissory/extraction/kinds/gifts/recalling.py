"""Goods called again by a wider word: "promised six helicopters … the machines arrived in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import children
from promissory.extraction.kinds.matters.antecedents import is_told_just_before
from promissory.extraction.lexicon.numerals import TO_TENTH
from promissory.extraction.scene import Scene
from promissory.extraction.slots.counted import PACKED
from promissory.extraction.slots.filling import Goods
from promissory.model import ItemCount

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words for goods of any sort, none of which is the name of one.
WIDER = frozenset("machine carrier device rotorcraft airframe craft apparatus".split())
#: What points at goods told before.
POINTING = frozenset("the these those this that all both".split())
#: What may stand before such a word and leave it as wide as it is.
KEEPING = frozenset("first last remaining other same said promised old new latter former".split())
#: Words that make of "one" a further one.
NEXT = frozenset((*TO_TENTH[1:], "another", "further", "new", "additional"))


def recalled(scene: Scene, sentence: Sentence, thing: Token) -> str | None:
    """The goods spoken of last, where a wider word points at them and says no more of them."""
    if thing.lower_ in TO_TENTH and any(c.lower_ == "the" for c in thing.lefts) and not children(thing, "prep", "relcl", "acl"):
        return scene.discourse.item if is_told_just_before(scene, sentence) else None  # "the second follows in May"
    if thing.lemma_.lower() not in WIDER or sentence.at.get(thing.i) is not None or children(thing, "prep"):
        return None
    before = {c.lower_ for c in thing.lefts}
    bare = before <= POINTING | KEEPING | {c.lower_ for c in thing.lefts if c.i in sentence.number_at}
    return scene.discourse.item if before & POINTING and bare else None


def is_next_package(scene: Scene, sentence: Sentence, thing: Token) -> bool:
    """ "The first package was delivered. A second, smaller one followed": another of what the sentence before tells of."""
    if thing.lower_ not in ("one", "ones") or not sentence.number:
        return False
    before = scene.sentences[sentence.number - 1]
    numbered = any(t.lower_ in NEXT for t in sentence.tokens[max(0, thing.i - 4) : thing.i])
    return numbered and any(t.lemma_.lower() in PACKED and t.dep_ in ("nsubj", "nsubjpass", "dobj") for t in before.tokens)


def recalled_goods(scene: Scene, sentence: Sentence, words: list[Token]) -> Goods:
    """The goods that a wider word among some words points at, their number left open but for one of several."""
    for token in words:
        if (item := recalled(scene, sentence, token)) is not None:
            one = token.lower_ in TO_TENTH[1:]  # "the first will arrive in May" may be any number of them
            count = ItemCount(item, 1.0, "exact") if one else ItemCount(item, None, None)
            return [(count, sentence.bounds(token))]
    return []
