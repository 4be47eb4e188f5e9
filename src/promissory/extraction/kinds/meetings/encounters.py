"""Meetings told without a word for one: time spent with somebody, "face to face with", "saw one another", a train taken to Kyiv."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import content
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.meetings.company import guests_among, speaks_for
from promissory.extraction.kinds.meetings.formats import is_in_one_room
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.pairing import planned_for
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.names.abreast import listed_after
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import companions, each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is spent with somebody.
TIMES = frozenset("minute hour day night evening morning afternoon week weekend time while half".split())
#: Verbs of which one sees or deals with another, by what they take as their object.
SHARING = {
    "exchange": frozenset("view opinion word pleasantry handshake greeting assessment".split()),
    "compare": frozenset(("note",)),
    "share": frozenset("meal table stage platform dinner lunch handshake".split()),
    "have": frozenset("tea coffee drink meal word chat".split()),
    "play": frozenset("host golf tennis chess".split()),
    "pose": frozenset("photo photograph picture".split()),
}
#: What carries a traveller, and the verbs of using it.
VEHICLES = frozenset("train flight plane helicopter bus convoy jet motorcade".split())
BOARDING = frozenset("take board catch ride drive".split())
#: Verbs of being seen with somebody.
APPEARING = frozenset("speak stand appear sit talk pose address tell say announce walk".split())
#: Where people are seen together who need not have met.
PICTURES = frozenset("poster photo photograph picture stamp cover mural painting cartoon ranking list".split())
#: Verbs of being in front of somebody.
FACING = frozenset("be sit come stand meet talk speak bring find".split())


def find_encounters(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings and visits that no verb or noun of meeting opens."""
    for token in sentence.tokens:
        if token.lemma_ == "spend" and token.pos_ == "VERB":
            yield from _time_spent(scene, sentence, token)
        elif token.lemma_ in ("have", "get") and any(o.lemma_ in ("minute", "hour") and after(o, "with") for o in children(token, "dobj")):
            yield from _with_others(scene, sentence, token)  # "had fifty minutes with Y"
        elif token.lemma_ in SHARING and any(content(o).lemma_ in SHARING[token.lemma_] for o in children(token, "dobj")):
            yield from _with_others(scene, sentence, token)
        elif token.lemma_ in ("get", "bring", "put", "gather") and _into_one_room(token):
            yield from _put_together(scene, sentence, token)
        elif token.lemma_ in ("hold", "have") and is_in_one_room(token) and token.pos_ == "VERB":
            yield from _with_others(scene, sentence, token)
        elif token.lemma_ == "brief" and token.pos_ == "VERB":
            yield from _briefed(scene, sentence, token)
        elif token.lower_ in ("alongside", "beside", "next") and token.head.lemma_ in APPEARING:
            yield from _side_by_side(scene, sentence, token)
        elif token.lower_ == "face":
            yield from _face_to_face(scene, sentence, token)
        elif token.lemma_ == "call" and token.pos_ == "VERB" and after(token, "on"):
            yield from _called_on(scene, sentence, token)
        elif token.lemma_ in ("discuss", "negotiate") and is_passive(token):
            yield from _discussed_by(scene, sentence, token)
        elif token.lemma_ == "see" and _each_other(token):
            yield from _with_others(scene, sentence, token)
        elif token.lemma_ in BOARDING and token.pos_ == "VERB":
            yield from _carried_to(scene, sentence, token)


def _time_spent(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Spent nine hours with Y": a meeting; "spent two days in Mykolaiv": a visit."""
    times = [o for o in children(verb, "dobj", "npadvmod") if o.lemma_.lower() in TIMES]
    if not times:
        return
    busy = [v for v in verb.subtree if v.tag_ == "VBG" and v.dep_ in ("xcomp", "advcl", "acl", "pcomp")]
    beside = [t for v in busy for t in (*companions(v), *(t for o in (v, *children(v, "dobj")) for t in after(o, "with")))]
    others = _others(scene, sentence, [*companions(verb), *(t for o in times for t in after(o, "with")), *beside])
    if others:
        yield from _meeting(scene, sentence, verb, others)
    elif guests := guests_among(scene, sentence, subjects(verb)):
        yield from _visit(scene, sentence, verb, verb, guests)


def _with_others(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Exchanged views with Y", "the two presidents saw one another in Paris"."""
    others = [*companions(verb), *(t for o in children(verb, "dobj") for t in after(o, "with"))]
    if verb.lemma_ in ("hold", "have") and not others:  # "held a one-on-one with Y", which the tokenizer cuts
        preps = [t for t in sentence.tokens[verb.i + 1 : verb.i + 10] if t.lower_ == "with"]
        yield from _meeting(scene, sentence, verb, [r for p in preps[:1] for r in listed_after(sentence, p) if r.person])
        return
    if verb.lemma_ == "play" and not others:  # "played host to Y"
        others = [t for o in (verb, *children(verb, "dobj")) for t in after(o, "to")]
    yield from _meeting(scene, sentence, verb, _others(scene, sentence, others))


def _into_one_room(verb: Token) -> bool:
    """ "Got X and Y into one room", "brought them around one table"."""
    return any(t.lemma_ in ("room", "table") for t in after(verb, "into", "in", "around", "to", "at"))


def _put_together(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    people = [r for t in things_of(verb) for r in everyone(scene, sentence, [t]) if r.person]
    if len(people) > 1:
        yield from _meeting(scene, sentence, verb, people)


def _briefed(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "General X briefed Y in Kyiv", "Y was briefed by X on Monday": both are people, and it is told where or when."""
    here, there = (everyone(scene, sentence, side) for side in (actors_of(verb), things_of(verb)))
    if not here or not there or not all(r.person for r in (*here, *there)):
        return
    topic = [(sentence.bounds(t)[0]) for about in after(verb, "on", "about") for t in about.subtree]
    for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), each_once([*here, *there]), "meet"):
        if "place" in draft.grounds and draft.grounds["place"][0] in topic:
            del draft.slots["place"], draft.grounds["place"]
        if draft.slots.keys() & {"place", "date"}:
            yield draft


def _side_by_side(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Speaking alongside Y in Kyiv, X said", "X appeared beside Y": before the press or a crowd, and they are together."""
    verb = word.head
    here = [r for r in everyone(scene, sentence, [s for s in subjects(verb) if s.pos_ != "PRON"]) if r.person]
    beside = [r for r in everyone(scene, sentence, [*children(word, "pobj"), *after(word, "to")]) if r.person]
    drawn = any(t.lemma_.lower() in PICTURES for t in after(verb, "on", "in"))  # "stood beside Y on a poster"
    if here and beside and not drawn:
        people = each_once([*here, *beside])
        for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "meet"):
            if draft.slots.keys() & {"place", "date"}:
                yield draft


def _called_on(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Also called on the prime minister, X, in Kyiv": a visit to somebody of whom nothing is asked."""
    asked = (
        children(verb, "xcomp", "ccomp", "advcl") or after(verb, "for") or any(t.lower_ == "to" for t in verb.subtree if t.dep_ == "aux")
    )
    hosts = [r for r in everyone(scene, sentence, after(verb, "on")) if r.person]
    if hosts and not asked and not is_passive(verb):
        yield from _meeting(scene, sentence, verb, hosts)


def _discussed_by(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The supply of missiles was discussed in Capri by X and Y"."""
    by = next((t for t in sentence.tokens[verb.i + 1 :] if t.lower_ == "by" and t.dep_ in ("agent", "prep")), None)
    people = [r for r in listed_after(sentence, by) if r.person] if by is not None else []
    if len(people) > 1:
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "meet")


def _face_to_face(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Was in Abu Dhabi, face to face with a Russian delegation"."""
    words = [t.lower_ for t in sentence.tokens[word.i : word.i + 4]]
    verb = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if words != ["face", "to", "face", "with"] or verb is None or verb.lemma_ not in FACING:
        return
    prep = sentence.tokens[word.i + 3]
    others = _others(scene, sentence, spread(children(prep, "pobj"))) or listed_after(sentence, prep)
    if others:
        yield from _meeting(scene, sentence, verb, others)


def _meeting(scene: Scene, sentence: Sentence, verb: Token, others: list[Referent]) -> Iterator[Draft]:
    here = everyone(scene, sentence, subjects(verb)) or planned_for(scene, sentence, verb) or _told_before(scene, verb)
    people = each_once([*here, *others])
    if here and ((others and len(people) > 1) or _each_other(verb)):
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "meet")


def _told_before(scene: Scene, verb: Token) -> list[Referent]:
    """ "They", "the two presidents": those who met last."""
    plural = any(s.lower_ in ("they", "both", "two", "pair") or s.tag_ == "NNS" for s in subjects(verb))
    return [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together] if plural else []


def _others(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[Referent]:
    """People, and those who speak for a state or body ("a Ukrainian team under X")."""
    found = [(t, r) for t in tokens for r in everyone(scene, sentence, [t])]
    under = [r for t in tokens if speaks_for(t) for r in everyone(scene, sentence, after(t, "under")) if r.person]
    return each_once([*(r for t, r in found if r.person or speaks_for(t)), *under])


def _each_other(verb: Token) -> bool:
    """ "Saw one another", "saw each other"."""
    words = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    return words in (["one", "another"], ["each", "other"])


def _carried_to(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Took the night train to Kyiv"."""
    vehicle = next((o for o in children(verb, "dobj") if o.lemma_.lower() in VEHICLES), None)
    guests = guests_among(scene, sentence, subjects(verb))
    if vehicle is not None and guests and (after(vehicle, "to") or after(verb, "to")):
        met = [r for p in children(verb, "advcl", "xcomp") for r in everyone(scene, sentence, children(p, "dobj")) if r.person]
        handed = [r for p in children(verb, "advcl", "xcomp") for r in everyone(scene, sentence, after(p, "to")) if r.person]
        yield from _visit(scene, sentence, verb, vehicle, each_once([*guests, *met, *handed]))


def _visit(scene: Scene, sentence: Sentence, verb: Token, word: Token, guests: list[Referent]) -> Iterator[Draft]:
    for draft in drafts(scene, sentence, word, status_of_verb(scene, sentence, verb), guests, "visit"):
        if "place" in draft.slots:
            yield draft
