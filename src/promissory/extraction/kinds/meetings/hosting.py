"""Meetings told by who receives, convenes or joins whom: "hosted X", "welcomed X to Oslo", "chaired the council", "joined X for talks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.meetings.company import at_ones_side, calls_peers, is_along, is_crowd_of_west, speaks_for
from promissory.extraction.kinds.meetings.gatherings import status_of_call, status_of_verb
from promissory.extraction.kinds.meetings.pairing import from_countries
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.names.abreast import listed_after
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import companions, each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that take the one who is met as their object.
RECEIVING = frozenset("host receive welcome convene summon gather assemble greet bring entertain fete".split())
#: Verbs whose object, when it is a body, sits in session.
SEATING = frozenset("chair co-chair cochair open inaugurate attend join address".split())
#: What stands before where or when one is joined.
OCCASIONS = ("in", "for", "on", "at", "during")
#: Where those who are joined sit.
ROOMS = frozenset("room office hall palace residence".split())
#: What one is welcomed into for good.
CIRCLES = frozenset("team club family alliance coalition government cabinet ranks rank community membership board post role job".split())
#: How far "aboard" stands behind "welcome".
ABOARD = 8
#: Verbs of calling many in.
CALLING_IN = frozenset("host convene summon gather assemble bring receive".split())


def host(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X hosted Y", "X welcomed Y to Z", "Y was received by X"; what is hosted must be a person or those who speak for a state."""
    if verb.lemma_ not in RECEIVING | SEATING or has_event(scene, sentence, verb) or _is_into_circle(verb):
        return
    hosts = everyone(scene, sentence, actors_of(verb)) or receivers(sentence, verb)
    if verb.lemma_ == "bring" and not _brings_together(scene, sentence, verb):
        return
    if verb.lemma_ == "join" and _is_on_occasion(scene, sentence, verb):
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), _joined(scene, sentence, verb), "host")
        return
    things = things_of(verb)
    guests = [r for t in things for r in everyone(scene, sentence, [t]) if r.person or _is_body(scene, r) or speaks_for(t)]
    guests = guests or from_countries(things) or _after_goal(sentence, verb)
    if guests and (beside := _brought_along(sentence, verb)):
        guests = each_once([*guests, *beside])
    if guests and verb.lemma_ == "bring":  # "brought X together with the leaders of Germany and Italy"
        guests = each_once([*guests, *(r for t in companions(verb) for r in everyone(scene, sentence, [t]) if r.person or speaks_for(t))])
    if not guests and verb.lemma_ in CALLING_IN and (any(is_crowd_of_west(t) for t in things) or calls_peers(scene, sentence, verb)):
        guests = [Referent("partners", vague=True)]
    if verb.lemma_ in SEATING:
        habit = verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP")  # "X, who chairs the Council"
        guests = [g for g in guests if _is_session(scene, g)] if hosts and not habit else []
    if not guests:
        return
    called = all(_is_body(scene, g) for g in guests)  # a body that is convened, not people who are received
    others = [*companions(verb), *(t for thing in things for t in after(thing, "with"))] if called else []
    beside = [*everyone(scene, sentence, others), *(at_ones_side(sentence, verb) if called else [])]
    hosts = each_once([*hosts, *(r for r in beside if r.person)])  # "chaired it alongside Y"
    status = status_of_call(scene, sentence, verb) if called else status_of_verb(scene, sentence, verb)
    _remember(scene, hosts, guests)
    calling = called and verb.lemma_ not in ("address", "join", "attend")  # whoever speaks to a council has not called it
    yield from drafts(scene, sentence, verb, status, guests if calling else [*hosts, *guests], "host", hosts if calling else None)


def _is_into_circle(verb: Token) -> bool:
    """ "Welcomed X aboard", "welcomed Finland to the alliance": as one of a circle, and to no meeting."""
    aboard = any(t.lower_ == "aboard" for t in verb.doc[verb.i + 1 : verb.i + ABOARD])
    return verb.lemma_ == "welcome" and (aboard or any(t.lemma_.lower() in CIRCLES for t in after(verb, "to", "into")))


def _brought_along(sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Gathered the leaders of X and Y, along with Z": those whom the parser hangs on the last of the row."""
    ends = [t for t in sentence.tokens[verb.i :] if is_along(t)]
    return [one for end in ends[:1] if verb.lemma_ in CALLING_IN for one in listed_after(sentence, end)]


def _after_goal(sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Welcomed to Riga the foreign minister of Ukraine, X": the guest whom the parser hangs on the town."""
    to = next((c for c in verb.children if c.lower_ in ("to", "in") and c.i == verb.i + 1), None)
    return listed_after(sentence, to)[:1] if to is not None and verb.lemma_ in ("welcome", "receive") and not children(verb, "dobj") else []


def _remember(scene: Scene, hosts: list[Referent], guests: list[Referent]) -> None:
    """Keep who received whom, for "his host" and "her guest"."""
    scene.discourse.host = next((h.id for h in hosts if h.person), scene.discourse.host)
    scene.discourse.guest = next((g.id for g in guests if g.person), scene.discourse.guest)


def _brings_together(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Brought X and Y together", wherever the parser hangs the adverb; not "a conference that brings together the industry"."""
    together = any(t.lower_ == "together" and verb.i in (t.head.i, t.head.head.i) for t in sentence.tokens[verb.i :])
    things = things_of(verb)
    people = everyone(scene, sentence, [*things, *companions(verb)])
    crowd = any(is_crowd_of_west(t) for t in things) or calls_peers(scene, sentence, verb)
    return together and (sum(r.person for r in people) > 1 or (len(people) > 1 and people[0].person) or crowd)


def _is_on_occasion(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Joined X for talks", "joined X on a call", "joined X in Kyiv": where it was, and not "joined X in calling for"."""
    events = {t.i for t, f in triggers(scene.pack, sentence, "meeting") if f.role == "event"}
    there = [t for w in (verb, *things_of(verb), *(i for o in things_of(verb) for i in after(o, "of"))) for t in after(w, *OCCASIONS)]
    return any(t.i in events or t.lower_ in ROOMS or ((m := sentence.at.get(t.i)) and m.id_of("place")) for t in there)


def _joined(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """Who joined and who was joined, if both sides are people."""
    sides = [everyone(scene, sentence, tokens) for tokens in (actors_of(verb), things_of(verb))]
    if not sides[1] and any(t.lower_ == "them" for t in things_of(verb)):
        sides[1] = [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]
    others = [t for event in after(verb, "in", "for", "on", "at") for t in after(event, "with")]
    if not any(r.person for r in sides[1]) and any(speaks_for(t) for t in things_of(verb)):  # "joined the leaders of the Force in Oslo"
        return [*sides[0], *sides[1]] if any(r.person for r in sides[0]) else []
    people = [*(r for side in sides for r in side), *everyone(scene, sentence, others)]
    return people if all(any(r.person for r in side) for side in sides) else []


def receivers(sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Was welcomed with military honours by X": the "by" that the parser hangs on the honours."""
    by = next((t for t in sentence.tokens[verb.i + 1 :] if t.lower_ == "by"), None)
    return listed_after(sentence, by)[:1] if by is not None and is_passive(verb) else []


def _is_body(scene: Scene, who: Referent) -> bool:
    actor = scene.pack.actor.get(who.id)
    return actor is not None and actor.type == "body"


def _is_session(scene: Scene, who: Referent) -> bool:
    """Whether the body is one that is there only while it sits ("chaired the Contact Group")."""
    return _is_body(scene, who) and any(word in scene.pack.actor[who.id].name for word in ("Council", "Group", "Platform", "Conference"))


def has_event(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's object is an event of its own ("hosted a conference"), which the rule for nouns reads."""
    things = children(verb, "dobj", "nsubjpass")[:1]  # "received Y, the first encounter of the two": the second is no object
    events = {t.i for t, f in triggers(scene.pack, sentence, "meeting") if f.role == "event"}
    return verb.lemma_ != "meet" and any(t.i in events for t in things)
