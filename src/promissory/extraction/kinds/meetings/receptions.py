"""Meetings told by what one does before another: calls on him, gives him an audience, lays a plan before him in a named place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.meetings.approaches import find_approaches
from promissory.extraction.kinds.meetings.company import guests_among
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.lexicon.events import MEALS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of putting something before somebody, and what is put before him.
SHOWING = frozenset("present lay put set outline unveil show explain pitch submit describe sketch deliver reveal hand make".split())
SHOWN = frozenset(
    "plan proposal formula idea vision blueprint draft evidence list roadmap document scheme case request assessment point "
    "pitch plea appeal gavel letter".split()
)
#: What a host gives a guest.
GIVEN = MEALS | frozenset("audience welcome tour briefing".split())
GIVING = frozenset("give grant host throw offer accord".split())


def find_receptions(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings told so."""
    yield from find_approaches(scene, sentence)
    for verb in sentence.tokens:
        if verb.lemma_ == "be":
            yield from _is_guest(scene, sentence, verb)
        if verb.pos_ != "VERB":
            continue
        if verb.lemma_ in SHOWING:
            yield from _shown_to(scene, sentence, verb)
        elif verb.lemma_ in GIVING and any(o.lemma_.lower() in GIVEN for o in things_of(verb) + children(verb, "dobj")):
            yield from _given_to(scene, sentence, verb)
        elif verb.lemma_ in ("call", "look", "drop"):
            yield from _called_on(scene, sentence, verb)


def _is_guest(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Tusk's guest in Warsaw was Zelensky", "in Warsaw Zelensky was the guest of the president"."""
    sides = (subjects(verb), children(verb, "attr"))
    for word, others in (
        (t, sides[1 - n]) for n, side in enumerate(sides) for t in side if t.lemma_.lower() in ("guest", "host", "visitor")
    ):
        hosts = [r for r in everyone(scene, sentence, [*children(word, "poss"), *after(word, "of")]) if r.person]
        there = [r for r in everyone(scene, sentence, others) if r.person and not r.inferred]
        if hosts and there and word not in others:
            yield from _meeting(scene, sentence, verb, hosts, there)


def _shown_to(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Presented his plan to Y at the White House", "laid out the plan to Y in Downing Street": where it was is told."""
    if not any(t.lemma_.lower() in SHOWN for t in things_of(verb)):
        return
    here = [r for r in everyone(scene, sentence, actors_of(verb)) if r.person]
    yield from _meeting(scene, sentence, verb, here, guests_among(scene, sentence, after(verb, "to", "before")), placed=True)


def _given_to(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Gave Y an audience", "was granted an audience by X", "the dinner that X gave for Y"."""
    if is_passive(verb):
        here, there = everyone(scene, sentence, actors_of(verb)), everyone(scene, sentence, subjects(verb))
    else:
        here = everyone(scene, sentence, subjects(verb))
        there = guests_among(scene, sentence, [*spread(children(verb, "dative")), *after(verb, "to", "for")])
        there = there or guests_among(scene, sentence, [t for o in children(verb, "dobj") for t in after(o, "for", "with")])
    yield from _meeting(scene, sentence, verb, [r for r in here if r.person], there)


def _called_on(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Is to call on Y at the palace": nothing is asked of Y."""
    if verb.lemma_ != "call" and not any(c.lower_ == "in" and c.dep_ in ("prt", "advmod", "prep") for c in verb.children):
        return
    if is_passive(verb) or children(verb, "xcomp", "ccomp", "dobj", "advcl") or after(verb, "for"):
        return
    here = [r for r in everyone(scene, sentence, subjects(verb)) if r.person]
    there = [r for r in everyone(scene, sentence, after(verb, "on")) if r.person]
    for draft in _meeting(scene, sentence, verb, here, there, placed=True):
        draft.slots["format"] = "bilateral"
        yield draft


def _meeting(
    scene: Scene, sentence: Sentence, verb: Token, here: list[Referent], there: list[Referent], *, placed: bool = False
) -> Iterator[Draft]:
    people = each_once([*here, *there])
    if not here or not there or len(people) < 2:
        return
    for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "meet"):
        if not placed or "place" in draft.slots or draft.features["has_date"]:
            yield draft
