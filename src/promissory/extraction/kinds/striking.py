"""What stands around the verb of an attack: those hit, what it is said to have been, whom a possessive points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.syntax import is_passive, subjects
from promissory.extraction.tree import after, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def those_among(verb: Token) -> list[Token]:
    """ "Among the buildings hit were a school and a clinic": what the clause says those were."""
    head = verb.head
    above = head.head.head if verb.dep_ == "acl" and head.dep_ == "pobj" and head.head.lower_ in ("among", "amongst") else None
    return children(above, "attr", "nsubj") if above is not None and above.lemma_ == "be" else []


def said_to_be(verb: Token) -> list[Token]:
    """ "Destroyed by what police say was a missile": what the clause says it was."""
    told = [t for t in after(verb, "by", "with", "in") if t.dep_ == "pcomp"]
    return [o for t in told for v in (t, *children(t, "ccomp")) for o in children(v, "attr")]


def fires_at(verb: Token) -> bool:
    """ "Russians fire at civilians", "positions are fired at", with no weapon named."""
    stranded = is_passive(verb) and any(c.lower_ in ("at", "on", "upon") for c in verb.children)
    return verb.lemma_ == "fire" and (stranded or bool(after(verb, "at", "on", "upon")))


def is_rate(verb: Token, things: list[Token]) -> bool:
    """ "Gunners who fire 2,000 shells a day": how much is spent as a rule, with nobody named who is struck."""
    usual = verb.tag_ in ("VBP", "VBZ", "VBG") and not after(verb, "at", "on", "against", "into", "over")
    each = [c for t in (verb, *things) for c in t.children if c.dep_ == "npadvmod" and c.lemma_ in ("day", "week", "month", "night")]
    rates = any(k.lower_ in ("a", "per", "each", "every") for c in each for k in c.lefts) or any(c.lower_ == "daily" for c in verb.children)
    return usual and rates and verb.lemma_ in ("fire", "launch", "use", "shoot", "send", "lob")


def owners_above(doers: list[Token]) -> list[Token]:
    """ "The ministry said its forces had …": the subject above, to whom the possessive points."""
    for doer in doers:
        if any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in doer.lefts):
            above = doer.head.head
            return subjects(above) if above.pos_ == "VERB" and above.i != doer.head.i else []
    return []
