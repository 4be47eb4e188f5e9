"""Meetings told by what is done at them: a council that discusses, ministers who agree, a person who is due in a city."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import GATHERING
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.meetings.company import speaks_for
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import date_near
from promissory.extraction.slots.listing import companions, each_once, everyone
from promissory.extraction.slots.placing import spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What a body does when it meets.
DELIBERATING = frozenset("discuss agree debate deliberate decide settle return break adjourn disperse rise sit".split())
#: What a session does.
SITTING = frozenset("begin open start conclude end consider examine review vote hear".split())
#: Those who sit for a bloc.
SITTERS = frozenset("head leader minister ambassador representative ally member envoy deputy".split())

#: What is done with a session: held, set for a day, put off.
HELD = frozenset("hold convene stage resume open".split())
SETTING = frozenset("schedule plan slate set".split())
PUTTING_OFF = frozenset("postpone cancel suspend defer".split())


def is_assembly(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether the subject is a body, or the leaders or ministers of a bloc, who can only discuss and agree in session."""
    return any(_sits(scene, sentence, token) for token in subjects(verb))


def _sits(scene: Scene, sentence: Sentence, token: Token) -> bool:
    named = everyone(scene, sentence, [token])
    actor = scene.pack.actor.get(named[0].id) if len(named) == 1 else None
    if actor is None:
        return False
    if actor.type == "body":
        return "Council" in actor.name or "Group" in actor.name
    return actor.type == "bloc" and token.lemma_.lower() in SITTERS and token.tag_ in ("NNS", "NNPS")


def deliberate(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """The session in which a body discusses or agrees; outside a headline only where its day or place is told."""
    if not is_assembly(scene, sentence, verb) or any(c.lemma_ in GATHERING and subjects(c) for c in children(verb, "advcl")):
        return  # "agreed on it when their leaders met in Washington" tells of the meeting itself
    people = everyone(scene, sentence, subjects(verb))
    for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "deliberate"):
        if sentence.block.heading or "date" in draft.slots:
            yield draft


def find_sessions(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "The NATO-Ukraine Council took place in Vilnius", "is to be held", "was postponed": a body told of as its session."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB" or not _happens(verb) or any(t.tag_ in ("NNS", "NNPS") for t in subjects(verb)):
            continue
        if not is_assembly(scene, sentence, verb):
            continue
        status = status_of_verb(scene, sentence, verb)
        if verb.lemma_ in PUTTING_OFF:
            status = "cancelled"
        elif verb.lemma_ in SETTING:
            status = "planned"
        yield from drafts(scene, sentence, verb, status, everyone(scene, sentence, subjects(verb)), "session")


def _happens(verb: Token) -> bool:
    if verb.lemma_ == "take":
        return any(c.lower_ == "place" and c.dep_ == "dobj" for c in verb.children)
    moved = {c.lower_ for c in verb.children if c.dep_ == "prt"} - {"back"}  # "was set up", "was called off"
    return is_passive(verb) and verb.lemma_ in HELD | SETTING | PUTTING_OFF and not moved


def find_stays(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "He is due in Brussels on Thursday", "EU chief in Kyiv as winter closes in" (a headline): a person on a visit."""
    for token in sentence.tokens:
        if token.lower_ == "due" and token.dep_ == "acomp" and _stay(scene, sentence, token):
            guests = [*everyone(scene, sentence, subjects(token.head)), *_awaiting(scene, sentence, token)]
            yield from _visits(scene, sentence, token, each_once(guests), "planned")
        if token.lower_ in ("expected", "awaited") and is_passive(token) and _stay(scene, sentence, token):
            guests = [*everyone(scene, sentence, subjects(token)), *_awaiting(scene, sentence, token)]
            yield from _visits(scene, sentence, token, each_once(guests), "planned")
        if token.lemma_ in ("expect", "await") and token.tag_ == "VBG" and any(s.lower_ in ("we", "i") for s in subjects(token)):
            yield from _visits(scene, sentence, token, _expecting(scene, sentence, token), "planned")
        if (token.lemma_ in SITTING or _takes_up(token)) and token.pos_ == "VERB" and is_assembly(scene, sentence, token):
            yield from deliberate(scene, sentence, token)
        if token.lemma_ == "be" and _is_away(scene, sentence, token):
            guests = each_once([*everyone(scene, sentence, subjects(token)), *_beside(scene, sentence, token)])
            yield from _visits(scene, sentence, token, guests, _status_of_stay(scene, sentence, token))
    root = next((t for t in sentence.tokens if t.dep_ == "ROOT"), None)
    if root is not None and sentence.block.heading and root.pos_ in ("NOUN", "PROPN") and _stay(scene, sentence, root):
        yield from _visits(scene, sentence, root, everyone(scene, sentence, [root]), "held")


def _expecting(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Tomorrow we are expecting the chancellor": the guest, and the one who speaks."""
    guests = [r for r in everyone(scene, sentence, children(verb, "dobj")) if r.person]
    author = scene.discourse.author
    return [*guests, Referent(author, person=True, inferred=True)] if guests and author in scene.pack.person and author else []


def _awaiting(scene: Scene, sentence: Sentence, word: Token) -> list[Referent]:
    """ "Is due in Oslo for talks with X": whom the visit is to."""
    met = [t for event in after(word, "for") for t in after(event, "with")]
    return [r for t in met for r in everyone(scene, sentence, [t]) if r.person or speaks_for(t)]


def _takes_up(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(c.lower_ == "up" for c in verb.children)


def _beside(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Was in Kyiv with his Danish and Dutch colleagues": those who came along."""
    return [r for t in companions(verb) for r in everyone(scene, sentence, [t]) if r.person or speaks_for(t)]


def _status_of_stay(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """ "Is in Kyiv this week": there already, though the week is not over."""
    status = status_of_verb(scene, sentence, verb)
    return "held" if status == "planned" and verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux", "xcomp") else status


def _is_away(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Will be in Berlin on Friday", "is in Kyiv today": a person in a town of another state, on a day that is told."""
    names = {name for t in after(verb, "in") if (m := sentence.at.get(t.i)) and (name := m.id_of("place"))}
    lands = [scene.pack.country_of[name] for name in names if name in scene.pack.country_of]
    guests = everyone(scene, sentence, subjects(verb)) if lands else []
    abroad = bool(guests) and scene.namer.state_of(guests[0].id) not in (None, *lands)
    dated = date_near(sentence, verb) or (sentence.dates[0] if len(sentence.dates) == 1 else None)
    return abroad and not children(verb, "attr", "acomp") and dated is not None and dated.value is not None


def _visits(scene: Scene, sentence: Sentence, token: Token, guests: list[Referent], status: str | None) -> Iterator[Draft]:
    if guests and guests[0].person:
        for draft in drafts(scene, sentence, token, status, guests, "stay"):
            draft.slots["format"] = "visit"
            yield draft


def _stay(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """Whether "in" or "at" and a place hang on the word itself."""
    inner = {p.i for prep in children(token, "prep") if prep.lower_ in ("in", "at") for p in children(prep, "pobj")}
    return any(spot.head.i in inner for spot in spots_in(scene, sentence))
