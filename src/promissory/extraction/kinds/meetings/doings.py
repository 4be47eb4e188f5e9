"""Meetings told by what people do over the telephone or together, and those that one is asked to come to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.meetings.formats import take_for_call
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import companions, each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What one speaks over.
LINES = frozenset("phone telephone line videolink videoconference video".split())
#: What two do side by side: their meeting, where it is said when or where.
SHARED = frozenset(
    "inspect tour visit lay unveil open inaugurate watch walk stroll ride climb board plant view examine launch cut light pray kneel "
    "observe commemorate mark honour honor pose sign".split()
)
#: Verbs that open a session, where they are no talk of two.
DECIDING = frozenset("agree settle debate deliberate see".split())
#: What two who are one subject do at one time.
WALKED = frozenset("inspect tour visit lay unveil inaugurate walk stroll".split())
#: Verbs that ask somebody to come.
ASKING = frozenset(("invite", "summon"))


def find_doings(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings that no word for one opens, but what was done there."""
    known = {t.i for t, f in triggers(scene.pack, sentence, "meeting") if f.role in ("meet", "phone") and t.lemma_ not in DECIDING}
    for verb in sentence.tokens:
        if verb.pos_ != "VERB":
            continue
        if verb.i not in known and _is_phoned(verb):
            yield from _by_phone(scene, sentence, verb)
        elif verb.lemma_ in SHARED:
            yield from _side_by_side(scene, sentence, verb)
        elif verb.lemma_ in ASKING:
            yield from _invited(scene, sentence, verb)


def _is_phoned(verb: Token) -> bool:
    """ "Agreed by telephone", "told him on the phone"."""
    return any(t.lemma_.lower() in LINES and not after(t, "of") for t in after(verb, "by", "over", "on", "via"))


def _by_phone(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X and Y agreed by telephone on a truce", "X told Y on the phone": a call of all the people at the verb."""
    others = [*things_of(verb), *children(verb, "dative"), *companions(verb), *after(verb, "to")]
    people = [r for r in everyone(scene, sentence, [*actors_of(verb), *others]) if r.person]
    for draft in _told(scene, sentence, verb, people):
        take_for_call(sentence, draft, verb)
        yield draft


def _side_by_side(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X and Y laid wreaths together in Kyiv", "Y, with whom X inspected a plant": people, and a place or day."""
    beside = [*companions(verb), *(t for o in children(verb, "dobj") for t in after(o, "with")), *after(verb, "alongside")]
    here = [r for r in everyone(scene, sentence, subjects(verb)) if r.person]
    there = [r for r in everyone(scene, sentence, [*beside, *_with_whom(verb)]) if r.person]
    joint = any(t.lower_ in ("together", "jointly") and verb.i in (t.head.i, t.head.head.i) for t in verb.subtree)
    apart = any(c.lower_ == "their" for o in children(verb, "dobj") for c in children(o, "poss"))  # "toured their constituencies"
    joint = joint or (verb.lemma_ in WALKED and not apart)  # "X and Y toured the plant"
    if not here or not (there or (joint and len(here) > 1)) or (verb.lemma_ == "sign" and not joint):
        return
    for draft in _told(scene, sentence, verb, [*here, *there]):
        if draft.slots.keys() & {"place", "date"}:
            yield draft


def _with_whom(verb: Token) -> list[Token]:
    """ "Y, with whom X inspected"."""
    asks = [p for c in children(verb, "prep") if c.lower_ == "with" for p in children(c, "pobj") if p.lower_ == "whom"]
    return [verb.head] if asks and verb.dep_ == "relcl" else []


def _invited(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X has invited Y to Berlin in June": people on both sides, and a place to come to."""
    hosts = [r for r in everyone(scene, sentence, actors_of(verb)) if r.person]
    guests = [r for r in everyone(scene, sentence, things_of(verb)) if r.person]
    mood = scene.mood(sentence, verb)
    if not hosts or not guests or mood.negated or mood.conditional or mood.modal:
        return
    goal = {t.i for t in after(verb, "to")}
    for draft in drafts(scene, sentence, verb, "planned", each_once([*hosts, *guests]), "host"):
        if "place" in draft.slots and any(t.i in goal for s, e in [draft.grounds["place"]] for t in _covered(sentence, s, e)):
            yield draft


def _covered(sentence: Sentence, start: int, end: int) -> list[Token]:
    return [t for t in sentence.tokens if start <= sentence.start + t.idx < end]


def _told(scene: Scene, sentence: Sentence, verb: Token, people: list[Referent]) -> Iterator[Draft]:
    everybody = each_once(people)
    if len(everybody) > 1 and not (is_passive(verb) and verb.lemma_ not in ASKING and not children(verb, "nsubjpass")):
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), everybody, "meet")
