"""What stands around the verb of an attack: those hit, what it is said to have been, whom a possessive points to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children

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


#: What guns spend, and words by which it is counted in time or against another's.
SPENT = frozenset("shell round projectile munition bullet ammunition".split())
RATE = re.compile(
    r"\b(?:an?|per|each|every) (?:single )?(?:second|minute|hour|day|night|week|month)\b|\bdaily\b|\b(?:times|twice) (?:as|more)\b"
)


def fires_at(verb: Token) -> bool:
    """ "Russians fire at civilians", "positions are fired at", with no weapon named."""
    stranded = is_passive(verb) and any(c.lower_ in ("at", "on", "upon") for c in verb.children)
    return verb.lemma_ == "fire" and (stranded or bool(after(verb, "at", "on", "upon")))


def is_rate(sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "Fires 2,000 shells a day", "fire twice as many rounds as": how much a side shoots, at no place in particular."""
    if any((m := sentence.at.get(t.i)) and m.id_of("place") for t in verb.subtree if t.i > verb.i):
        return False
    spent = any(t.lemma_.lower() in SPENT for thing in things for t in (thing, *after(thing, "of")))
    aimed = after(verb, "at", "on", "upon", "into", "towards", "toward", "against", "across")
    return spent and not aimed and RATE.search(" ".join(t.lower_ for t in verb.subtree)) is not None


def owners_above(doers: list[Token]) -> list[Token]:
    """ "The ministry said its forces had …": the subject above, to whom the possessive points."""
    for doer in doers:
        if any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in doer.lefts):
            above = doer.head.head
            return subjects(above) if above.pos_ == "VERB" and above.i != doer.head.i else []
    return []


def referred_to(verb: Token, things: list[Token]) -> list[Token]:
    """ "The bus was carrying miners when it was hit": what the pronoun of the clause means."""
    if verb.dep_ != "advcl" or not things or any(t.lower_ not in ("it", "they", "them") for t in things):
        return []
    return [s for s in subjects(verb.head) if s.pos_ in ("NOUN", "PROPN")]
