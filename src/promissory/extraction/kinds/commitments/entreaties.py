"""What the receiver asks for while those asked weigh it: "is examining Kyiv's request for missiles", "its request is under review"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.gifts.firmness import is_under_review
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.reading import Gift, settle
from promissory.extraction.kinds.gifts.seeming import PLEAS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import amounts_in, goods_in
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

WEIGHED = Frame("commitment", "gift", "NOUN", "considered", ())


def of_entreaties(scene: Scene, sentence: Sentence) -> Iterator[Gift]:
    """The gifts that a sentence says are weighed on the receiver's request."""
    for noun in sentence.tokens:
        optional = noun.lemma_.lower() == "option"  # "an option for another 30 boats is under consideration"
        if noun.pos_ != "NOUN" or not (optional or noun.lemma_.lower() in PLEAS):
            continue
        words = [t for thing in after(noun, "for", *(("on",) if optional else ())) for t in within(thing)]
        verb = noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass") else None
        if verb is None or not (goods_in(sentence, words) or amounts_in(sentence, words)) or not _is_weighed(scene, sentence, noun, verb):
            continue
        asking = scene.states(scene.named(sentence, [*children(noun, "poss"), *after(noun, "by", "from", "of")]))
        asking = asking or [owner for owner in [scene.namer.modifier(sentence, noun)] if owner]
        if scene.beneficiary in asking or optional:
            asked = [*after(noun, "to"), *(actors_of(verb) if noun.dep_ != "nsubj" else [])]
            donors = [who for who in scene.named(sentence, asked) if may_give(scene, who)]
            gift = Gift(sentence, noun, WEIGHED, "considered", donors, [Referent(scene.beneficiary)], words, scene.mood(sentence, verb))
            if settled := settle(scene, gift):
                yield settled


def _is_weighed(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether those who are asked look at a request, and have not turned it down."""
    mood = scene.mood(sentence, verb)
    open_ = not mood.negated and mood.modal not in ("should", "must", "would", "could") and not mood.under("urge", "refuse")
    told = "consider" in classes_of(verb) and (noun.dep_ == "dobj") != is_passive(verb)
    return open_ and (told or (noun.dep_ == "nsubj" and is_under_review(verb)))
