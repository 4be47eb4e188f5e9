"""Visits told plainly, of guests with or without a name: "a delegation of the corporation visited the port", "he is off to Lviv"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.onesided import is_somebody, known
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import date_near
from promissory.extraction.slots.listing import companions, each_once
from promissory.extraction.slots.placing import Spot, set_place, spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of going whose goal is their object, and those whose goal follows a preposition.
SEEING = frozenset("visit tour inspect".split())
GOING = frozenset(
    "travel fly go come return head journey sail drive rush arrive land touch set depart leave jet proceed continue hurry swing stop drop "
    "pull roll get descend converge flock make invite send dispatch despatch welcome expect await spend tour keep stay remain "
    "begin start call".split()
)
#: What stands before the goal.
TOWARDS = ("to", "for", "into", "in", "at", "on")
#: Verbs that tell where somebody is only with an "in", "at" or "from".
RESTING = {
    "be": ("in", "at"), "arrive": ("in", "at"), "land": ("in", "at"), "get": ("from", "to"), "return": ("from", "to"), "stay": ("in",),
    "remain": ("in",), "touch": ("in", "at"), "stop": ("in", "at"), "spend": ("in", "at"), "keep": ("in", "at"), "come": ("to", "from"),
    "leave": ("for",), "depart": ("for",), "set": ("for",), "make": ("to",), "begin": ("with", "in"), "start": ("with", "in"),
    "fly": ("to", "into", "by", "via"), "expect": ("in", "at"), "await": ("in", "at"), "welcome": ("to",), "go": ("to",),
    "call": ("at",), "tour": ("of", "through"), "drop": ("in",), "head": ("for", "to", "towards"),
}  # fmt: skip
#: Verbs whose object is whoever comes.
BRINGING = frozenset("invite send dispatch despatch welcome keep expect await".split())
#: What one is in a place for.
AIMS = frozenset("meet see attend sign talk speak hold discuss visit brief negotiate chair address open join consult confer take".split())
#: Words beside "be" by which somebody is on the way or there.
BEING = frozenset("due off back expected present bound".split())
#: Verbs that one is moved by only where a journey is their object ("begins a tour with Kyiv").
STARTED = frozenset("begin start make continue spend".split())
JOURNEYS = frozenset("tour trip visit journey day hour week weekend stay".split())
#: Collectives that travel.
PARTIES = frozenset("delegation mission team committee group panel party convoy contingent commission board staff".split())


def find_sojourns(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of visits by people who are called by name, by post or as a party, each to a place that is told."""
    for verb in sentence.tokens:
        lemma = verb.lemma_.lower()
        if verb.pos_ not in ("VERB", "AUX") or lemma not in SEEING | GOING | {"be"}:
            continue
        goals = _goals(scene, sentence, verb)
        guests = [t for t in _guests(verb) if is_somebody(sentence, t) or t.lemma_.lower() in PARTIES]
        if not goals or not guests or not _moves(scene, sentence, verb):
            continue
        beside = [t for t in companions(verb) if is_somebody(sentence, t)]
        people = each_once(known(scene, sentence, [*guests, *beside])) or _host(scene, goals[0])
        if lemma not in SEEING and _is_home(scene, people, goals[0]):
            continue
        for draft in drafts(scene, sentence, verb, _status(scene, sentence, verb), people, "sojourn"):
            if all(p.inferred and not p.person for p in people) and lemma not in SEEING and not sentence.dates:
                continue  # "the general returned to Kyiv": nobody knows whose general
            if "place" not in draft.slots:
                set_place(draft, sentence, goals[0])
            draft.slots["format"] = "visit"
            yield draft


def _guests(verb: Token) -> list[Token]:
    """Whoever comes: the subject, or the object of a verb of sending."""
    if verb.lemma_.lower() in BRINGING and not is_passive(verb):
        return spread(children(verb, "dobj"))
    if verb.lemma_ == "be" and any(c.lower_ == "present" and c.i < verb.i for c in verb.children):
        return spread(children(verb, "attr", "nsubj"))  # "present in Kyiv were X and Y"
    return subjects(verb)


def _goals(scene: Scene, sentence: Sentence, verb: Token) -> list[Spot]:
    """The places that a verb goes to or is at: its object, or what follows its preposition."""
    lemma = verb.lemma_.lower()
    words = [t for o in spread(children(verb, "dobj")) for t in (o, *after(o, "in", "at", "of", "to"))] if lemma in SEEING else []
    preps = RESTING.get(lemma, TOWARDS)
    beside = children(verb, "prt", "advmod", "acomp", "prep")
    words += [t for w in (verb, *beside) for t in after(w, *preps)]
    if lemma == "be":
        words += [t for w in beside for t in after(w, "to", "for", "in", "at")]
    if lemma in STARTED:
        words += [t for o in children(verb, "dobj") if o.lemma_.lower() in JOURNEYS for t in after(o, *preps, "to", "of")]
    if lemma == "invite":
        asked = [x for x in children(verb, "xcomp", "advcl") if x.lemma_ in ("visit", "come", "travel")]
        words += [t for x in asked for t in (*children(x, "dobj"), *after(x, "to"))]
    at = {t.i for t in words}
    return [s for s in spots_in(scene, sentence) if s.head.i in at]


def _moves(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells a journey here: "is in Berlin" does with a day or an aim, "begins" only a tour."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        state = {c.lower_ for c in children(verb, "acomp", "advmod", "prt", "attr", "prep")}
        if state & BEING:
            return True
        aimed = any(c.tag_ == "VB" and c.lemma_ in AIMS for c in children(verb, "advcl", "xcomp"))
        ahead = scene.mood(sentence, verb).tense == "future"
        there = date_near(sentence, verb) is not None
        return not children(verb, "attr", "acomp") and (aimed or ahead or there or bool(_where(verb)))
    if lemma in STARTED:
        return any(o.lemma_.lower() in JOURNEYS for o in children(verb, "dobj"))
    if lemma in SEEING:
        return True
    if lemma in ("get", "set", "pull", "roll", "drop", "touch"):
        return any(c.lower_ in ("back", "off", "out", "in", "down", "home", "by") for c in verb.children)
    return not children(verb, "dobj") or lemma in BRINGING | {"leave"}


def _where(verb: Token) -> list[Token]:
    """ "Was in Moscow, where …": what was done there."""
    return [v for v in verb.doc[verb.i + 1 :] if v.dep_ == "relcl" and any(c.lower_ == "where" for c in v.children)]


def _status(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """ "Is due in Kyiv", "is off to Lviv", "has been invited to visit India": ahead; "is in Berlin": there."""
    status = status_of_verb(scene, sentence, verb)
    state = {c.lower_ for c in children(verb, "acomp", "advmod", "prt", "prep")}
    if status == "held" and (state & {"due", "off", "expected", "bound"} or verb.lemma_ in ("invite", "expect", "await")):
        return "planned"
    return status


def _host(scene: Scene, goal: Spot) -> list[Referent]:
    """The state visited, where nobody knows who the guest is."""
    state = scene.pack.country_of.get(goal.name)
    return [Referent(state, inferred=True)] if state else []


def _is_home(scene: Scene, people: list[Referent], goal: Spot) -> bool:
    """ "Returned to the White House in January": whoever goes about in the own country visits nobody."""
    land = scene.pack.country_of.get(goal.name)
    return bool(people) and not people[0].inferred and scene.namer.state_of(people[0].id) == land
