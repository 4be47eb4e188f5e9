"""Journeys through several places, each of which is a visit: "travelled to Berlin, Paris and Rome", "a tour that took him to Oslo"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.placing import Spot, set_place, spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns of journeys, and what they do with the one who makes them.
JOURNEYS = frozenset("tour journey itinerary swing travels trek roadshow".split())
TAKING = frozenset("take bring lead carry".split())
#: Words between one place of a journey and the next.
THEN = frozenset(", and & then on onward onwards later next finally to".split())
#: How many such words stand there at most.
GAP = 6


def find_tours(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "Her tour took her to Oslo on Monday and Helsinki on Tuesday"."""
    for verb in sentence.tokens:
        if verb.lemma_ not in TAKING or verb.pos_ != "VERB":
            continue
        journey = next((s for s in subjects(verb) if s.lemma_.lower() in JOURNEYS), None)
        people = _travellers(scene, sentence, journey, verb) if journey is not None else []
        for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "visit") if people else ():
            yield from each_place(scene, sentence, verb, draft)


def _travellers(scene: Scene, sentence: Sentence, journey: Token, verb: Token) -> list[Referent]:
    """Those whose journey it is; nobody where "him" may be either of two people that the sentence names."""
    owned = [r for r in owners(scene, sentence, journey) if r.person]
    named = {m.id_of("person", "surname") for m in sentence.mentions if m.end <= verb.idx} - {None}
    if not owned and len(named) > 1 and any(t.pos_ == "PRON" for t in children(verb, "dobj")):
        return []
    return owned or [r for r in everyone(scene, sentence, [*children(verb, "dobj"), *after(journey, "by")]) if r.person]


def each_place(scene: Scene, sentence: Sentence, verb: Token, draft: Draft) -> Iterator[Draft]:
    """The visit told by a verb, once for each place that it goes to in a row; each with the day told beside its place."""
    row = _row(scene, sentence, verb)
    if len(row) < 2 or draft.slots.get("place") not in {spot.name for spot in row}:
        yield draft
        return
    for spot, following in zip(row, [*row[1:], None], strict=True):
        end = following.start if following else len(sentence.text)
        parties = {role: [*ids] for role, ids in draft.parties.items()}
        one = replace(
            draft, slots=dict(draft.slots), grounds=dict(draft.grounds), parties=parties, clause=spot.head.i, features=dict(draft.features)
        )
        set_place(one, sentence, spot)
        one.features |= {"leg": float(spot is not row[0])}
        day = next((d for d in sentence.dates if d.value and spot.end <= d.start < end), None)
        if day is not None and len(sentence.dates) > 1:
            one.slots["date"], one.grounds["date"] = day.value, (sentence.start + day.start, sentence.start + day.end)
        yield one


def _row(scene: Scene, sentence: Sentence, verb: Token) -> list[Spot]:
    """The places behind a verb of travel, each a few linking words and days after the last; from the first that it goes to."""
    found: list[Spot] = []
    for spot in sorted((s for s in spots_in(scene, sentence) if s.start > verb.idx), key=lambda s: s.start):
        before = sentence.tokens[spot.head.i - 1].lower_ if spot.head.i else ""
        if _is_next(sentence, found[-1], spot) if found else before in ("to", "in", "the", "for") or spot.head.head.i == verb.i:
            found.append(spot)
        elif found:
            break
    return found


def _is_next(sentence: Sentence, one: Spot, other: Spot) -> bool:
    """Whether only linking words and days stand between two places."""
    words = [t for t in sentence.tokens if one.end <= t.idx < other.start and t.i not in sentence.date_at]
    linked = all(t.lower_ in THEN or (t.lower_ in ("on", "in") and t.nbor(1).i in sentence.date_at) for t in words)
    return 0 < len(words) <= GAP and linked and any(t.lower_ in (",", "and", "then", "&") for t in words)
