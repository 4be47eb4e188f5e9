"""Which body a meeting is of, and who sits in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.events import GATHERINGS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def seats(scene: Scene, people: list[Referent]) -> list[str]:
    """Who sits in the meeting: a bloc for the council it meets in, both sides of a joint council ("NATO-Ukraine Council")."""
    found: list[str] = []
    for one in people:
        found += [i for i in _sides(scene, one.id) if i not in found]
    return found


def _sides(scene: Scene, ident: str) -> list[str]:
    actor = scene.pack.actor.get(ident)
    if actor is None or actor.type != "body":
        return [ident]
    named = [a for part in re.split(r"[-\s]", actor.name) if (a := _state_named(scene, part))]
    if len(named) > 1:
        return named
    parent = scene.pack.actor.get(actor.country or "")
    return [parent.id] if parent and parent.type == "bloc" else [ident]


def _state_named(scene: Scene, word: str) -> str | None:
    return next((a.id for a in scene.pack.actors if a.type in ("state", "bloc") and word in (a.name, a.id)), None)


def fill_body(scene: Scene, sentence: Sentence, draft: Draft, trigger: Token, people: list[Referent]) -> None:
    """The body that meets: named in the event's phrase, in "in the NATO-Ukraine Council", or among those who meet."""
    for mention in sentence.mentions:
        actor, head = mention.id_of("actor"), sentence.head_of(mention)
        if actor and head is not None and _meets(scene, actor) and _belongs(head, trigger):
            draft.slots["body"] = actor
            draft.grounds["body"] = (sentence.start + mention.start, sentence.start + mention.end)
            scene.discourse.sat = (sentence.number, actor)
            return
    summit = trigger.lemma_.lower() in ("summit", "ministerial")
    for one in people:
        if _meets(scene, one.id) or (summit and not one.inferred and one.id in ("NATO", "EU")):
            draft.slots["body"] = one.id
            draft.inferred["body"] = "it is the body that meets"
            scene.discourse.sat = (sentence.number, one.id)
            return
    before, body = scene.discourse.sat
    if body and sentence.number - before == 1 and _is_just_told(trigger):
        draft.slots["body"] = body
        draft.inferred["body"] = "it is the meeting told of before"


def _is_just_told(noun: Token) -> bool:
    """ "The meeting was attended by X": the one just told, with nothing said of whose it is."""
    alone = noun.tag_ == "NN" and [c.lower_ for c in noun.lefts] == ["the"] and not any(c.dep_ == "prep" for c in noun.rights)
    return alone and noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.lemma_.lower() in GATHERINGS


def _belongs(head: Token, trigger: Token) -> bool:
    """Whether a name stands in the event's own phrase: modifier, "of", or "in" right at it."""
    while head.dep_ in ("compound", "nmod", "poss", "amod") and head.i != trigger.i:
        head = head.head
    if head.i == trigger.i:
        return True
    return head.dep_ == "pobj" and head.head.lower_ in ("of", "in") and head.head.head.i == trigger.i


def _meets(scene: Scene, actor: str) -> bool:
    known = scene.pack.actor.get(actor)
    return known is not None and (known.type == "body" or (known.type == "bloc" and actor in ("G7", "G20")))


def is_session_told(sentence: Sentence, clause: Draft, found: list[Draft]) -> bool:
    """ "Attended the meeting of the contact group, which met at Ramstein": the clause on the body tells more of the same session."""
    at = {sentence.start + t.idx: t for t in sentence.tokens}
    verb = at.get(clause.trigger[0])
    if verb is None or verb.dep_ != "relcl" or clause.parties.get("participant") != [clause.slots.get("body")]:
        return False
    for session in found:
        noun = at.get(session.trigger[0])
        if session is not clause and noun in verb.ancestors and session.slots.get("body") == clause.slots["body"]:
            for slot in ("date", "place"):
                if slot in clause.slots and slot not in session.slots:
                    session.slots[slot], session.grounds[slot] = clause.slots[slot], clause.grounds[slot]
            return True
    return False


def is_of_body(sentence: Sentence, gathering: Draft, found: list[Draft]) -> bool:
    """ "Ministers of 50 states met for a session of the contact group": the meeting is the group's, which gets what the verb says."""
    at = {sentence.start + t.idx: t for t in sentence.tokens}
    verb = at.get(gathering.trigger[0])
    if verb is None or verb.pos_ != "VERB" or gathering.parties.get("participant") != ["partners"]:
        return False
    for session in found:
        noun = at.get(session.trigger[0])
        if noun is not None and "body" in session.slots and noun.dep_ == "pobj" and noun.head.head.i == verb.i:
            session.slots = {**{slot: v for slot, v in gathering.slots.items() if slot in ("date", "place")}, **session.slots}
            session.grounds = {**{slot: g for slot, g in gathering.grounds.items() if slot in ("date", "place")}, **session.grounds}
            return True
    return False
