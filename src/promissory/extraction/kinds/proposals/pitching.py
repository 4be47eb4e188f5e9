"""Finding proposals in plans, bills and offers that somebody puts forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.proposals.pleas import urge
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

PLANS = frozenset("plan proposal suggestion formula amendment counter-proposal counterproposal counter-offer blueprint".split())
IDEAS = PLANS | {"idea"}
#: Papers by which lawmakers propose something, said in a clause of theirs ("introduced a bill that would seize the assets").
BILLS = frozenset("bill motion resolution petition measure legislation".split())
#: Verbs by which a proposal is made known.
PRESENTING = frozenset("present put table submit unveil publish outline reveal announce issue make bring offer set lay forward".split())
#: What one side holds out to the other, and how.
HOLDS_OUT = frozenset("offer pitch present float".split())
TRUCES = frozenset("ceasefire cease-fire truce talk negotiation pause moratorium swap exchange armistice mediation summit".split())


def from_planning(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "China presented a 12-point peace plan", "the Commission tabled a proposal"."""
    things = [n for n in children(verb, "dobj") if _is_plan(n) or _is_bill(n) or (verb.lemma_ in HOLDS_OUT and n.lemma_.lower() in TRUCES)]
    if verb.lemma_ == "come":  # "came up with the idea of"
        things = [n for n in after(verb, "with") if n.lemma_.lower() in IDEAS]
    if not things:
        return None
    told = [s for n in things for c in children(n, "acl", "relcl", "advcl") for s in children(c, "nsubj") if c.tag_ == "VB"]
    told = told or after(verb, "to") or [t for n in things if n.lemma_.lower() in TRUCES for t in after(n, "with", "to")]
    return urge(scene, sentence, verb, actors_of(verb), told, "plan")


def _is_plan(noun: Token) -> bool:
    return noun.lemma_.lower() in PLANS and (noun.lemma_ != "plan" or _is_for_peace(noun))


def _is_bill(noun: Token) -> bool:
    """Whether a bill says what would be done: "a bill that would seize", "a bill to seize"."""
    clauses = children(noun, "relcl", "acl") if noun.lemma_.lower() in BILLS else []
    return any(c.tag_ == "VB" and {k.lower_ for k in c.children} & {"would", "to", "should"} for c in clauses)


def _is_for_peace(plan: Token) -> bool:
    return any(c.lower_ in ("peace", "point", "ceasefire") for c in plan.lefts) or any(t.lower_ == "peace" for t in after(plan, "for"))


def is_yet_to_be_made(scene: Scene, sentence: Sentence, word: Token) -> bool:
    """ "Has yet to present his proposals", "has not yet put forward a plan": nobody has heard them; whose they are may wait for them."""
    verb = word if word.lemma_ in PRESENTING and word.pos_ == "VERB" else word.head
    presented = verb.lemma_ in PRESENTING and (verb.i == word.i or word.dep_ in ("dobj", "nsubjpass"))
    if not presented:
        return False
    mood = scene.mood(sentence, verb)
    return mood.awaited or (mood.negated and any(c.lower_ == "yet" for c in verb.children))
