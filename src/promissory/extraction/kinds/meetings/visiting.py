"""Visits: somebody who goes to a place, those who go along, and those before whom something is put there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.meetings.company import at_ones_side, guests_among
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.kinds.meetings.touring import each_place
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import companions, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What visitors do together with those whom they visit.
WALKING = frozenset("walk stroll lay tour visit inspect ride pray pose stand appear speak hold see attend honour honor embrace".split())
#: Where one goes without a name of the place.
HOME = frozenset("home back there abroad on".split())
#: What those do who are at the place already.
MEETING_THERE = frozenset("wait await receive greet meet welcome join host".split())
#: What one comes to that is no place.
NOWHERE = frozenset("end close halt standstill agreement conclusion power term blow grips life".split())
#: What visitors do before those whom they visit.
SHOWING = frozenset("show present explain hand brief tell discuss submit deliver unveil pitch outline".split())


def visit(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X visited Kyiv", "X travelled to Kyiv": a person, and a place."""
    guests = guests_among(scene, sentence, actors_of(verb))
    if not guests or (verb.lemma_ == "head" and children(verb, "dobj")):  # "headed the delegation"
        return
    if verb.lemma_ == "go" and not after(verb, "to", "into") and not any(c.lower_ in HOME for c in verb.children):  # "went over the plan"
        return
    if verb.lemma_ in ("come", "go", "return") and any(t.lemma_.lower() in NOWHERE for t in after(verb, "to", "into")):
        return  # "his time in Washington is coming to an end"
    others = [*everyone(scene, sentence, [*_beside(verb), *shared_walks(verb)]), *at_ones_side(sentence, verb)]
    guests += [r for r in others if r.person and r not in guests]
    for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), guests, "visit"):
        if "place" in draft.slots and draft.features["near_place"]:
            yield from each_place(scene, sentence, verb, draft)


def _beside(verb: Token) -> list[Token]:
    """Those who are visited, and those with whom somebody visits."""
    goals = children(verb, "dobj")
    return [*goals, *companions(verb), *(t for g in goals for t in after(g, "with"))]


def shared_walks(verb: Token) -> list[Token]:
    """ "Flew to Kyiv, where he laid a wreath with X", "arrived in Odesa and toured the port with X"."""
    later = [t for t in verb.doc[verb.i + 1 :] if t.pos_ == "VERB" and (t.dep_ == "relcl" or (t.dep_ == "conj" and t.head.i == verb.i))]
    walks = [v for v in later if v.lemma_ in WALKING and (v.dep_ == "conj" or any(c.lower_ == "where" for c in v.children))]
    beside = [t for v in walks for t in (*after(v, "with", "alongside"), *(t for o in children(v, "dobj") for t in after(o, "with")))]
    return [*beside, *_meant_for(later), *_waiting(later)]


def _waiting(later: list[Token]) -> list[Token]:
    """ "Paid a visit to Odesa, where Zelensky was waiting for him", "where he was received by Y"."""
    there = [v for v in later if v.dep_ == "relcl" and any(c.lower_ == "where" for c in v.children)]
    met = [
        v
        for v in there
        if v.lemma_ in MEETING_THERE and (is_passive(v) or any(t.pos_ == "PRON" for t in [*things_of(v), *after(v, "for")]))
    ]
    return [t for v in met for t in actors_of(v) if t.pos_ == "PROPN"]


def _meant_for(later: list[Token]) -> list[Token]:
    """ "Flies to Washington, where he wants to show his plan to Y": before whom it is put."""
    where = [v for v in later if any(c.lower_ == "where" for c in v.children)]
    deeds = [d for v in where for d in (v, *children(v, "xcomp")) if d.lemma_ in SHOWING]
    return [t for d in deeds for t in (*after(d, "to", "with"), *(c for c in children(d, "dobj") if c.pos_ == "PROPN"))]
