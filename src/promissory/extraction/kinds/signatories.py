"""Those who met as the parties of what they sign: "where an agreement was signed", "the ministers also signed", "their governments'"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.instruments import Reading
from promissory.extraction.kinds.papers import is_signed
from promissory.extraction.kinds.partnering import MEDIATING
from promissory.extraction.listing import everyone
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import after, children, is_passive, subjects

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns for a pause in a war, and verbs by which it is over.
TRUCES = frozenset("ceasefire truce moratorium armistice".split())
ENDED = frozenset("expire end collapse lapse".split())
#: Those who met, without their names.
MET = frozenset("minister president leader premier side delegation party man woman politician statesman official".split())


def is_at_meeting(noun: Token) -> bool:
    """ "X received Y at the palace, where an agreement was signed": those who met are the parties."""
    verb = noun.head
    return noun.dep_ == "nsubjpass" and verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)


def meeting_of(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Those who meet in the clause that "where" goes back to, if there are several."""
    verb = next((a for a in noun.head.ancestors if a.pos_ == "VERB"), None)
    people = everyone(scene, sentence, [*subjects(verb), *children(verb, "dobj"), *after(verb, "with")]) if verb is not None else []
    return people if len(scene.states(people)) > 1 else []


def by_those_who_met(reading: Reading) -> bool:
    """ "The ministers also signed a letter of intent", "they signed": a plural that names nobody."""
    signers = subjects(reading.verb) if reading.verb is not None and is_signed(reading.verb) else []
    return any(s.lower_ in ("they", "both") or (s.tag_ == "NNS" and s.lemma_ in MET) for s in signers)


def is_of_both_sides(noun: Token, reading: Reading) -> bool:
    """ "The grain deal brokered by Ankara", "the moratorium on strikes has expired": what stands between the two sides of the war."""
    another = any(c.lower_ in ("any", "no") for c in noun.lefts) or bool(after(noun, "between", "with"))
    if reading.verb is None or another:
        return False
    over = noun.lemma_.lower() in TRUCES and noun.dep_ == "nsubj" and reading.verb.lemma_ in ENDED and reading.verb.tag_ in ("VBD", "VBN")
    return over or (reading.verb.lemma_ in MEDIATING and is_passive(reading.verb))


def host_of(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "Was in Kyiv to sign a deal": the state whose capital a guest signs in."""
    verb = reading.verb
    if verb is None or not is_signed(verb):
        return []
    above = [v for v in (verb, *verb.ancestors) if v.pos_ in ("VERB", "AUX")][:2]
    spots = [m for v in above for t in after(v, "in", "to") if (m := sentence.at.get(t.i))]
    return [Referent(i, inferred=True) for m in spots if (i := m.id_of("metonym")) and i in scene.pack.actor and m.id_of("place")][:1]


def is_theirs(reading: Reading) -> bool:
    """ "Their governments' signing of a memorandum"."""
    return any(t.lower_ in ("their", "our") for n in reading.nouns for c in n.lefts for t in (c, *c.lefts))
