"""Packages called by their number alone: "has decided on fourteen packages … The tenth comprised ten tanks"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.gifts.encompassing import HOLDING
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.lexicon.goods import PARCELS
from promissory.extraction.lexicon.numerals import ORDINALS
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import amounts_in, goods_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: The numbers that packages have in words.
NUMBERS = frozenset((*ORDINALS, "latest", "last"))
#: What is numbered.
NUMBERED = PARCELS
#: How many sentences after them one of the packages may be told.
REACH = 3


def of_number(scene: Scene, sentence: Sentence) -> Iterator[Gift]:
    """What one of the packages told just before holds, where the sentence calls it by its number."""
    verb, lead = _held(sentence), scene.lead_gift
    if verb is None or not isinstance(lead, Gift) or not 0 < sentence.number - lead.sentence.number <= REACH:
        return
    if not any(t.lemma_.lower() in NUMBERED for t in lead.sentence.tokens):
        return
    words = [t for t in sentence.tokens if t.i > verb.i]
    if goods_in(sentence, words) or amounts_in(sentence, words):
        given = replace(lead, sentence=sentence, trigger=verb, status="allocated", recipients=[], words=words, own_words=None, draft=None)
        yield replace(given, mood=scene.mood(sentence, verb), inferred_donor="who gave the packages told before")


def _held(sentence: Sentence) -> Token | None:
    """The verb of holding in a sentence that opens with a bare number ("The tenth, decided in May, comprised …")."""
    opening = [t.lower_ for t in sentence.tokens[:3]]
    bare = len(opening) == 3 and opening[0] in ("the", "its") and opening[1] in NUMBERS
    holding = next((t for t in sentence.tokens if t.lemma_ in HOLDING and t.tag_ != "VBG"), None)
    return holding if bare and (opening[2] == "," or sentence.tokens[2] is holding) else None
