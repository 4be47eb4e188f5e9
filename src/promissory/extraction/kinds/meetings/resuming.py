"""Talks that go on: "the third round", "further talks", between those who talked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers, whole
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.matters.foes import opponent
from promissory.extraction.kinds.meetings.gatherings import FUTURE_TIES, is_looked_forward_to
from promissory.extraction.lexicon.events import NEGOTIATIONS
from promissory.extraction.lexicon.numerals import TO_TENTH
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Parts of talks that are between states, whoever speaks for them.
ROUNDS = frozenset(("round", "session"))
#: Words that make talks the next ones of those told before.
AGAIN = frozenset((*TO_TENTH[1:], *"further next final another new subsequent follow-up latest fresh previous earlier".split()))
#: Words before talks that are between the two sides of the war.
TRUCE = frozenset("peace ceasefire truce armistice direct".split())


def is_of_others(noun: Token) -> bool:
    """ "The next meeting of the committee": not of those who met last."""
    return any(t.lemma_.lower() not in NEGOTIATIONS for t in after(whole(noun), "of"))


def is_round_of_talks(noun: Token) -> bool:
    """ "A third round", "the next round", with nothing said of what: of the talks told before."""
    counted = any(c.dep_ == "nummod" for c in noun.lefts) and noun.tag_ == "NNS"  # "a further 200,000 rounds": of ammunition
    again = bool(modifiers(noun) & (AGAIN | {"first"})) and not counted
    return again and not after(noun, "of") and not any(c.dep_ == "compound" for c in noun.lefts)


def goes_on(scene: Scene, noun: Token) -> list[Referent]:
    """ "The third round of talks", "further talks": those who talked before."""
    words = {t.lower_ for n in (noun, whole(noun)) for t in n.lefts}
    foe = opponent(scene.beneficiary)
    fixed = whole(noun).lemma_ in ROUNDS or any(t.pos_ == "PROPN" for t in after(noun, "in", "at"))
    rounds = whole(noun).lemma_ == "round" and len(scene.discourse.together) < 2 and not words & FUTURE_TIES
    if foe and ((words & TRUCE and fixed) or rounds) and noun.lemma_.lower() in NEGOTIATIONS:
        sides = scene.discourse.sides if foe in scene.discourse.sides or "direct" not in words else ()
        return [Referent(i, inferred=True) for i in sides or (foe, scene.beneficiary)]
    again = (whole(noun).lemma_ in ROUNDS and noun.lemma_ != "session") or words & AGAIN or is_looked_forward_to(noun)
    if noun.lemma_.lower() not in NEGOTIATIONS | {"meeting", "round", "session"} or not again or len(scene.discourse.together) < 2:
        return []
    together = [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]
    if whole(noun).lemma_ not in ROUNDS:
        return together
    states = scene.states(together)
    told = states if not all(one.person for one in together) else scene.discourse.sides or states
    return [Referent(i, inferred=True) for i in told]
