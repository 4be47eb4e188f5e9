"""Loans told of from the side of those who take them, or by those who fear for them: who lends, and what nobody has decided."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, within
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.lexicon.goods import LOANS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What lenders sign for with those who borrow.
LENT = LOANS | frozenset("financing facility guarantee".split())
#: What is done with a loan by those who take it.
SIGNING = frozenset("sign award place conclude win let get receive secure land book obtain agree negotiate seal ink".split())
#: What those have who shrink from a plan.
RISKS = frozenset("risk liability responsibility exposure liable concern misgiving reservation".split())
#: What is done by those who add to what another gives.
ADDING = frozenset("supplement complement augment".split())


def lenders_at(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> list[Referent]:
    """ "Ukrenergo signed a loan with the EBRD": who lends, where a loan or grant is signed for with somebody."""
    if noun.lemma_.lower() not in LENT or verb.lemma_ not in SIGNING:
        return []
    beside = [t for word in (verb, *within(noun)) for t in after(word, "with")]
    return [who for who in scene.named(sentence, beside) if may_give(scene, who) and not is_ours(scene, who)]


def is_ours(scene: Scene, who: Referent) -> bool:
    """Whether it is the receiver or a firm or body of its own."""
    actor = scene.pack.actor.get(who.id)
    return who.id == scene.beneficiary or (actor is not None and actor.country == scene.beneficiary)


def is_added_to(noun: Token) -> bool:
    """ "Will supplement the bank's financing with a donation": what another adds to is not his."""
    noun = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    adding = noun.dep_ == "dobj" and noun.head.lemma_ in ADDING
    return adding and any(t.lower_ == "with" and t.i > noun.i for t in noun.head.subtree)


def adding_with(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "Italy will supplement the bank's loan with a donation": who adds it."""
    verb = next((a for a in noun.ancestors if a.lemma_ in ADDING), None) if noun.dep_ == "pobj" and noun.head.lower_ == "with" else None
    return [who for who in scene.named(sentence, subjects(verb)) if may_give(scene, who)] if verb is not None else []


def is_feared(noun: Token) -> bool:
    """ "The risks associated with the loans", "liable for the loan": what somebody else shrinks from is not his gift, and not decided."""
    above = list(takewhile(lambda t: t.pos_ not in ("VERB", "AUX") or t.dep_ == "acl", noun.ancestors))
    return any(t.lemma_.lower() in RISKS for t in above if t.pos_ in ("NOUN", "ADJ"))


def acting_over(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Who acts in the outermost clause that is more than a report."""
    verbs = [a for a in noun.ancestors if a.pos_ == "VERB" and a.dep_ in ("ROOT", "ccomp", "conj") and "say" not in classes_of(a)]
    acting = [scene.named(sentence, subjects(v)) for v in reversed(verbs)]
    return next(([w for w in who if may_give(scene, w)] for who in acting if any(may_give(scene, w) for w in who)), [])
