"""Attacks that are only kept off, feared or spoken of, and those of which the same words say that they were met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import whole
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import children
from promissory.extraction.kinds.matters.hearsay import DENYING
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs and nouns that keep attacks off: what they speak of has not happened.
WARDING = frozenset(
    "protect defend shield deter repel prevent intercept counter stop withstand resist defence defense protection threat "
    "risk resilient survive avoid thwart against possibility fear danger case event discuss confer refrain".split()
)

#: What somebody is to do with attacks that go on.
HALTING = frozenset("halt end cease pause suspend limit curb".split())
#: Attacks that go on for months, and have no day.
DRIVES = frozenset("counteroffensive counter-offensive offensive campaign push".split())
#: What is done with weapons on their way.
DOWNING = frozenset("shoot down fend ward parry foil neutralise neutralize destroy absorb".split())
#: Verbs and nouns of the law: what they say of attacks is said of any.
NORMS = frozenset("prohibit forbid ban outlaw criminalise criminalize constitute".split())


def is_warded_off(noun: Token) -> bool:
    """Whether the phrase hangs on protecting, deterring or fearing."""
    here = whole(noun)
    if noun.lemma_.lower() in DRIVES and here.dep_ == "pobj" and here.head.lower_ == "for":
        return True  # "what it needs for its counteroffensive"
    if here.dep_ == "nsubj" and here.head.lemma_ in ("stop", "cease", "risk", "threaten"):
        return False  # "the shelling does not stop"
    if here.dep_ in ("nsubj", "nsubjpass") and here.head.lemma_ in NORMS and not any(c.dep_ == "det" for c in here.lefts):
        return True  # "attacks on civilians are prohibited"
    for _ in range(4):
        here = here.head
        if here.lemma_.lower() in WARDING:
            return not _withstood(here)
        if here.lemma_ in DOWNING and here.tag_ in ("VB", "VBG") and not children(here, "aux", "nsubj")[1:]:
            return True  # "a battery to help shoot down incoming strikes"
        if here.lemma_ in HALTING and here.tag_ == "VB":
            return True  # "agreed to halt strikes on power plants"
        if here.head.i == here.i or here.pos_ in ("VERB", "AUX"):
            return False
    return False


def is_denied(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Denied that it had fired", "did not confirm that its drones struck", "rejected claims that …": what nobody owns up to."""
    here = verb
    while here.dep_ in ("ccomp", "xcomp", "acl", "dobj", "pcomp", "conj", "advcl", "prep", "pobj") and here.head.i != here.i:
        here = here.head
        if (
            here.i < verb.i
            and here.pos_ == "VERB"
            and (here.lemma_ in DENYING or (here.lemma_ == "confirm" and scene.mood(sentence, here).negated))
        ):
            return True
        if here.dep_ in ("conj", "advcl") and here.pos_ == "VERB":
            return False
    return False


def _withstood(verb: Token) -> bool:
    """ "Repelled 40 assaults", "our pilots repel air strikes": what was met has happened."""
    done = verb.lemma_ in ("repel", "repulse") and verb.tag_ in ("VBD", "VBP", "VBZ") and not children(verb, "aux")
    return done or (verb.lemma_ in ("withstand", "survive", "protect") and verb.tag_ == "VBD")
