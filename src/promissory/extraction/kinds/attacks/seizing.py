"""Attacks by which land changes hands: "Russian forces took Avdiivka in February", "the fall of Bakhmut", "drove them from the island"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier, introducer
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.attacks.blows import Blow
from promissory.extraction.kinds.attacks.strikes import status_of
from promissory.extraction.kinds.matters.foes import belligerents, foe_of, land_of, opponent
from promissory.extraction.lexicon.forces import SOLDIERS, UNITS
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import date_near
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of gaining land, by what they take as their object; those of winning back need no word for who does it.
TAKING = frozenset(
    "take capture seize occupy overrun conquer enter infiltrate encircle surround storm invade penetrate grab gain annex wrest".split()
)
REGAINING = frozenset("retake retook recapture liberate reclaim regain".split())  # "retook" is unknown to the lemmatizer
#: Verbs that gain land behind a preposition ("broke into the town", "crossed into the Kursk region").
PUSHING = frozenset("break push cross pour sweep advance roll burst thrust move".split())
INTO = ("into", "through", "onto")
#: Verbs of throwing out those who held it ("drove the Russians out of Kherson").
OUSTING = frozenset("push drive force throw expel oust eject kick chase".split())
OUT = ("from", "out", "of")
#: All verbs that tell of it.
GAINING = TAKING | REGAINING | PUSHING | OUSTING | {"fall"}
#: Nouns of gaining land.
GAINS = frozenset("capture seizure takeover conquest occupation recapture retaking liberation encirclement fall".split())
#: Nouns for land without a name.
LAND = frozenset("town city village settlement kilometre kilometer hectare mile island".split())
#: Nouns for those who gain it.
TROOPS = (
    SOLDIERS
    | UNITS
    | frozenset(
        "force army unit fighter tank column military proxy separatist militia mercenary invader occupier group team squad infantry "
        "rebel".split()
    )
)


def seizures(scene: Scene, sentence: Sentence) -> Iterator[Blow]:
    """The attacks of a sentence by which land was taken or won back."""
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in GAINING:
            blow = _of_verb(scene, sentence, token)
        elif token.pos_ == "NOUN" and lemma in GAINS:
            blow = _of_noun(scene, sentence, token)
        else:
            continue
        if blow is not None and blow.status != "threatened":
            yield blow


def _of_verb(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Took Avdiivka", "was captured by the invaders", "fell to Russian troops", "crossed into Kursk region"."""
    status = status_of(scene, sentence, verb)
    if status is None or verb.dep_ == "amod":
        return None
    doing = actors_of(verb) if verb.lemma_ != "fall" else after(verb, "to")
    doers = belligerents(scene, sentence, doing)
    held = _ground(verb)
    sides = [side for t in held if (side := land_of(scene, sentence, t))]
    named = bool(sides) or (bool(doers) and any(_is_land(t) for t in held))
    if not named or not _may_take(scene, sentence, verb, doing, doers) or (verb.lemma_ == "occupy" and not _is_deed(sentence, verb, doing)):
        return None
    return _blow(sentence, verb, status, doers, sides)


def _is_deed(sentence: Sentence, verb: Token, doing: list[Token]) -> bool:
    """Whether "occupy" tells of an act, on a day or by troops, and not of who holds a place."""
    return date_near(sentence, verb) is not None or (verb.tag_ == "VBD" and any(t.lemma_.lower() in TROOPS for t in doing))


def _ground(verb: Token) -> list[Token]:
    """What was gained."""
    if verb.lemma_ == "fall":
        return subjects(verb) if not children(verb, "acomp", "prt") else []
    if verb.lemma_ in OUSTING and (things_of(verb) or is_passive(verb)):
        beyond = [t for c in verb.children if c.lower_ in ("out", "back") for t in after(c, "of", "from")]
        return [*after(verb, *OUT), *beyond]
    if verb.lemma_ in PUSHING:
        return after(verb, *INTO)
    return [*things_of(verb), *(t for o in things_of(verb) for t in after(o, "of", "in"))]


def _may_take(scene: Scene, sentence: Sentence, verb: Token, doing: list[Token], doers: list[str]) -> bool:
    """Whether those who act can hold land: a side of the war or its troops, nobody who only walks in."""
    people = any(r.person for r in everyone(scene, sentence, doing))
    if verb.lemma_ == "fall":
        return bool(doers) or not after(verb, "to", "in", "into", "on", "behind", "under", "by")
    if not doing:
        return is_passive(verb) and verb.lemma_ in REGAINING | {"capture", "seize", "occupy", "overrun", "conquer", "annex"}
    troops = any(t.lemma_.lower() in TROOPS for t in doing)
    if verb.lemma_ in PUSHING | {"enter", "take", "move", "grab", "gain"}:
        return bool(doers) and not people and (troops or verb.lemma_ in ("take", "grab", "gain"))
    return bool(doers) and not people


def _of_noun(scene: Scene, sentence: Sentence, noun: Token) -> Blow | None:
    """ "Russia's capture of Bakhmut", "the fall of Avdiivka"."""
    status = status_of(scene, sentence, noun)
    ground = after(noun, "of")
    sides = [side for t in ground if (side := land_of(scene, sentence, t))]
    if status is None or not sides or noun.dep_ in ("compound", "nmod") or noun.i in sentence.quoted:
        return None
    if not _has_happened(scene, sentence, noun):
        return None
    doers = [s for s in scene.states(list(owners(scene, sentence, noun))) if opponent(s)]
    return _blow(sentence, noun, status, doers or belligerents(scene, sentence, after(noun, "by")), sides)


def _has_happened(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether the words say that it is done: a day, "since" or "after" before it, something that it did; not an aim."""
    verb = carrier(noun)
    mood = scene.mood(sentence, verb) if verb is not None else None
    if mood is not None and (mood.negated or mood.modal or mood.conditional or mood.tense in ("future", "infinitive")):
        return False
    did = verb is not None and noun.dep_ == "nsubj" and verb.tag_ == "VBD" and noun.lemma_ != "occupation"
    return did or date_near(sentence, noun) is not None or introducer(noun) in ("since", "after", "following", "despite")


def _blow(sentence: Sentence, word: Token, status: str, doers: list[str], sides: list[str]) -> Blow:
    """Both sides: whoever wins a town back has lost it before."""
    if not doers and word.lemma_.lower() in REGAINING | {"recapture", "retaking", "liberation"}:
        doers = [*sides[:1]]
    sufferers = [foe for d in doers[:1] if (foe := foe_of(d))] or sides[:1]
    return Blow(sentence, word, status, doers[:1], sufferers, gain=True)


def _is_land(token: Token) -> bool:
    return token.lemma_.lower() in LAND
