"""Attacks told by what they left: "whole districts of Mariupol lie in ruins", "the death toll in Ternopil has risen to 33"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects, things_of
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.attacks.blows import Blow
from promissory.extraction.kinds.attacks.resembling import MISHAPS
from promissory.extraction.kinds.attacks.strikes import WITHOUT_POWER
from promissory.extraction.kinds.matters.foes import land_of, opponent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.placing import spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of how something lies there, and in what.
LYING = frozenset("lie stand be remain sit leave".split())
RUINS = frozenset("ruin rubble ash wreckage".split())
#: Words of nothing, of which a town is left.
NOTHING = frozenset("nothing little much".split())
#: Verbs by which a toll is counted up.
COUNTING = frozenset("rise climb stand increase reach grow go mount".split())


#: Verbs of being without power.
DARK = frozenset("be have leave remain stay lose go sit plunge spend cut".split())
CONSUMERS = frozenset(
    "subscriber consumer customer household home people family resident district region city town village settlement part half third "
    "quarter thousand hundred street neighbourhood neighborhood".split()
)


def ruins(scene: Scene, sentence: Sentence, goes_on: bool) -> Iterator[Blow]:
    """The attacks of a sentence that tells what lies in ruins and how many are dead; `goes_on` says whether one was told before."""
    for verb in sentence.tokens:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        lying = _lying(verb)
        tolls = [s for s in subjects(verb) if _is_toll(s)] if verb.lemma_ in COUNTING and goes_on else []
        phrases = lying or tolls or (_darkened(sentence, verb) if goes_on else [])
        mood = scene.mood(sentence, verb) if phrases else None
        if mood is None or mood.negated or mood.modal or mood.conditional or mood.tense in ("future", "infinitive"):
            continue
        held = [*phrases, *(t for p in (verb, *phrases) for t in after(p, "in", "at", "from"))]
        held += [spot.head for spot in spots_in(scene, sentence)] if phrases is not lying else []
        side = next((side for t in held if (side := land_of(scene, sentence, t))), None)
        side = side or (opponent(scene.discourse.attacker[1] or "") if not lying else None)
        if side and (foe := opponent(side)) and not any(t.lemma_.lower() in MISHAPS for t in verb.subtree):
            yield Blow(sentence, verb, "reported", [foe], [side], phrases)


def _lying(verb: Token) -> list[Token]:
    """What lies in ruins, or of what nothing is left."""
    if verb.lemma_ in ("leave", "remain") and any(s.lemma_.lower() in NOTHING for s in subjects(verb)):
        return [t for word in (verb, *subjects(verb)) for t in after(word, "of")]
    ruined = verb.lemma_ in LYING and any(t.lemma_.lower() in RUINS for t in after(verb, "in"))
    return things_of(verb) if ruined and verb.lemma_ == "leave" else subjects(verb) if ruined else []


def _darkened(sentence: Sentence, verb: Token) -> list[Token]:
    """ "410,000 subscribers were without electricity", told after an attack: who has no power."""
    if verb.lemma_ not in DARK or (verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "csubj")) or not WITHOUT_POWER.search(sentence.text):
        return []
    who = things_of(verb) if verb.lemma_ in ("leave", "plunge", "cut") else subjects(verb)
    return [t for t in who if t.lemma_.lower() in CONSUMERS or any(o.lemma_.lower() in CONSUMERS for o in after(t, "of"))]


def _is_toll(noun: Token) -> bool:
    """ "The death toll", "the number of dead"."""
    toll = noun.lemma_.lower() == "toll" and any(c.lower_ in ("death", "casualty") for c in noun.lefts)
    return toll or (
        noun.lemma_.lower() == "number" and any(t.lower_ in ("dead", "killed", "wounded", "injured") for t in after(noun, "of"))
    )
