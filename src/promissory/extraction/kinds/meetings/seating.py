"""Building the draft of a meeting from those who meet, its word and its status; what is too vague makes none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier, introducer
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.meetings.attendance import told_present
from promissory.extraction.kinds.meetings.company import speaks_for
from promissory.extraction.kinds.meetings.contests import is_contest
from promissory.extraction.kinds.meetings.formats import fill_format
from promissory.extraction.kinds.meetings.gatherings import is_before
from promissory.extraction.kinds.meetings.requesting import add_requester
from promissory.extraction.kinds.meetings.sitting import fill_body, seats
from promissory.extraction.kinds.meetings.undoing import is_undone
from promissory.extraction.lexicon.events import GREAT, MEALS, TALKS, VISITS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution
from promissory.extraction.slots.listing import each_once, everyone
from promissory.extraction.slots.owning import before
from promissory.extraction.slots.placing import fill_day, fill_place_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns that name a meeting only together with those who meet.
TALK = MEALS | TALKS | VISITS | frozenset("call conversation exchange".split())


#: Blocs whose ministers talk among themselves.
BLOCS = frozenset(("G7", "G20", "EU", "NATO"))


#: Verbs of taking the chance that a meeting gives.
USING = frozenset("use open seize choose".split())
#: What stands before a meeting by which something else is only dated.
AROUND = frozenset("after following before since until upon".split())


def drafts(
    scene: Scene,
    sentence: Sentence,
    trigger: Token,
    status: str | None,
    people: list[Referent],
    rule: str,
    hosts: list[Referent] | None = None,
) -> Iterator[Draft]:
    """The draft, if enough is said to tell which meeting is meant."""
    if status is None or is_contest(scene, trigger, people):
        return
    people = each_once(_speaking(scene, sentence, trigger, people)) or _implied(scene, sentence, trigger, hosts or [])
    people += _known_summit(scene, trigger, people)
    people = each_once([*people, *told_present(scene, sentence, trigger)])
    draft = scene.draft(sentence, "meeting", status, trigger, rule)
    draft.add("participant", _without_states(scene, seats(scene, people), people))
    if hosts:
        draft.add("convenor", [h.id for h in hosts])
        draft.add("participant", [h.id for h in _sitting(scene, draft, hosts)])
    if draft.status in ("planned", "held") and is_undone(scene, sentence, trigger, draft.status):
        draft.status = "cancelled"
    fill_day(draft, sentence, trigger)
    fill_place_of(scene, draft, sentence, trigger)
    if is_before(scene, draft) and draft.status == "planned" and rule == "event" and not _is_told_as_coming(scene, sentence, trigger):
        _settle_past(draft)
    fill_body(scene, sentence, draft, trigger, people)
    _add_sides(scene, draft, trigger)
    fill_format(sentence, draft, trigger, people)
    add_requester(scene, sentence, draft, trigger)
    fill_attribution(draft, scene, sentence, trigger)
    _measure(sentence, draft, trigger, people, rule)
    if _is_specific(draft, trigger, people, rule):
        if (trigger.lemma_.lower() in GREAT or rule == "deliberate") and not all(p.inferred for p in people):
            scene.discourse.summit = tuple(i for i in draft.parties["participant"] if i in scene.pack.actor) or scene.discourse.summit
        circles = [p.id for p in people if _is_circle(scene, p.id)]
        scene.discourse.circle = next(iter(circles), scene.discourse.circle)
        coalitions = (i for i in circles if scene.pack.actor[i].type == "coalition")
        scene.discourse.coalition = next(coalitions, scene.discourse.coalition)
        # "X hosted Y, as a follow-up to the call of Z and W": they are X and Y
        aside = scene.discourse.told_in == sentence.number and trigger.pos_ != "VERB"
        if not aside and (len(people) > 1 or not all(p.person for p in people)):
            scene.discourse.assembled = tuple(draft.parties["participant"])
        if len(people) > 1 and trigger.lemma_.lower() not in GREAT and not aside:
            scene.discourse.told_in = sentence.number if trigger.head is trigger and trigger.pos_ == "VERB" else None
            scene.discourse.together = tuple(draft.parties["participant"])
            states = scene.states(people)
            delegations = not all(p.person for p in people) or not scene.discourse.sides
            if len(states) == 2 and delegations and all(_is_state(scene, s) for s in states):
                scene.discourse.sides = tuple(states)
        yield draft


def _settle_past(draft: Draft) -> None:
    """A day before the report: the event's own means that it is over, that of the clause around it is not the event's."""
    if draft.features.get("day_rank", 0.0) < 2:
        draft.status = "held"
    else:
        del draft.slots["date"], draft.grounds["date"]


def _add_sides(scene: Scene, draft: Draft, trigger: Token) -> None:
    """ "Ministers met the Ukrainian minister in the NATO-Ukraine Council": both sides of a joint council sit there, in person or not."""
    body, seated = draft.slots.get("body"), draft.parties["participant"]
    sides = seats(scene, [Referent(str(body))]) if body else []
    verb = next((a for a in trigger.ancestors if a.pos_ == "VERB"), None)
    goes = verb is not None and verb.lemma_ in ("take", "attend", "participate", "join")
    if body and goes and _is_circle(scene, str(body)) and all(i in scene.pack.person for i in seated):
        draft.add("participant", [str(body)])  # "X took part in the 30th meeting of the contact group"
    if len(sides) > 1:
        draft.add("participant", [s for s in sides if s not in {scene.namer.state_of(i) or i for i in seated}])


def _sitting(scene: Scene, draft: Draft, hosts: list[Referent]) -> list[Referent]:
    """The hosts that sit there themselves: people, and states among states; not the country of a bloc's summit, nor an organiser."""
    seated = draft.parties["participant"]
    states = bool(seated) and all(_is_state(scene, i) or i == "partners" for i in seated)
    return [h for h in hosts if h.person or (states and _is_state(scene, h.id))]


def _is_circle(scene: Scene, ident: str) -> bool:
    """A coalition, or a group that is there while it meets."""
    actor = scene.pack.actor.get(ident)
    return actor is not None and (actor.type == "coalition" or (actor.type == "body" and "Group" in actor.name))


def _is_state(scene: Scene, ident: str) -> bool:
    actor = scene.pack.actor.get(ident)
    return actor is not None and actor.type == "state"


def _speaking(scene: Scene, sentence: Sentence, trigger: Token, people: list[Referent]) -> list[Referent]:
    """ "We had dinner with …" in somebody's mouth: the speaker sat there, not all of the body that "we" stands for."""
    ident = scene.discourse.speaker if trigger.i in sentence.quoted else scene.discourse.author
    if ident is None or ident not in scene.pack.person or not any(t.lower_ in ("we", "us") for t in sentence.tokens):
        return people
    body = scene.namer.body_of(ident)
    return [Referent(ident, person=True, inferred=True) if p.inferred and p.id == body else p for p in people]


def _is_told_as_coming(scene: Scene, sentence: Sentence, trigger: Token) -> bool:
    verb = carrier(trigger)
    return verb is not None and scene.mood(sentence, verb).tense == "future"


def _without_states(scene: Scene, ids: list[str], people: list[Referent]) -> list[str]:
    """A council's states give way to those who speak for them ("Zelensky at the NATO-Ukraine Council")."""
    spoken = {scene.namer.state_of(p.id) for p in people if p.person}
    named = {p.id for p in people}
    return [i for i in ids if i in named or i not in spoken]


def _known_summit(scene: Scene, trigger: Token, people: list[Referent]) -> list[Referent]:
    """ "He addresses the summit": beside the person, the bloc of the summit that was told before."""
    definite = any(c.lower_ in ("the", "this") for c in trigger.lefts) and not any(c.dep_ in ("compound", "amod") for c in trigger.lefts)
    own = any(c.lower_ in ("on", "of", "in", "for", "between") for c in trigger.children)  # "the Summit on Peace in Lucerne" is another
    if trigger.lemma_.lower() != "summit" or own or not definite or not people or not all(p.person for p in people):
        return []
    return [Referent(i, inferred=True) for i in scene.discourse.summit if scene.pack.actor[i].type == "bloc"]


def _implied(scene: Scene, sentence: Sentence, trigger: Token, hosts: list[Referent]) -> list[Referent]:
    """Who meets where a summit or conference names nobody: its host, the bloc of the sentence, else the pack's country."""
    if trigger.lemma_.lower() not in GREAT or trigger.tag_ in ("NNS", "NNPS"):
        return []
    if scene.discourse.summit and any(c.lower_ in ("the", "their", "this") for c in trigger.lefts):
        return [Referent(i, inferred=True) for i in scene.discourse.summit]
    named = [a for m in sentence.mentions if (a := m.id_of("actor"))]
    blocs = [a for a in named if scene.pack.actor[a].type in ("bloc", "coalition")]
    blocs = blocs or [b for a in named if (b := scene.namer.state_of(a)) and b in BLOCS]  # "the Commission", which is the EU's
    if introducer(trigger) in ("margins", "sidelines") and any(m.id_of("person", "surname") for m in sentence.mentions):
        return hosts  # "on the sidelines of the summit in The Hague X held talks": where another meeting was
    visitor = _visitor(scene, sentence, trigger) if not blocs else []
    titled = trigger.tag_ == "NNP" and trigger.lemma_.lower() in ("conference", "forum")  # "the Lennart Meri Conference" is of many
    aside = titled or (
        introducer(trigger) in AROUND and not after(trigger, "in", "at", "on")
    )  # "pledged six batteries after the Washington summit"
    gathered = _gathered(scene, sentence, trigger) if not blocs else []
    return hosts or visitor or gathered or [Referent(i, inferred=True) for i in blocs[:1] or ([] if aside else [scene.beneficiary])]


def _visitor(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "X said so while in Vilnius for a summit", "X used the opening of the conference to": the person who is there for it."""
    verb = next((a for a in trigger.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if introducer(trigger) != "for" and (verb is None or verb.lemma_ not in USING):
        return []
    return [r for r in everyone(scene, sentence, subjects(verb)) if r.person] if verb is not None else []


def _gathered(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "The leaders of Denmark and Latvia pledged shells after a summit in Riga": the several whose people act at it or after it."""
    verb = next((a for a in trigger.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None or introducer(trigger) not in ("after", "following", "upon", "at", "during"):
        return []
    sent = [t for t in subjects(verb) if speaks_for(t)]
    named = each_once(everyone(scene, sentence, sent))
    return [Referent(r.id, person=r.person, inferred=True) for r in named] if len(named) > 1 and not any(r.vague for r in named) else []


def _measure(sentence: Sentence, draft: Draft, trigger: Token, people: list[Referent], rule: str) -> None:
    """What tells the ranker a meeting from a manner of speaking."""
    draft.features |= {
        "people": len(people), "persons": sum(p.person for p in people), "vague": sum(p.vague for p in people),
        "has_date": "date" in draft.slots, "has_place": "place" in draft.slots, "near_place": "place" in draft.slots,
        "body": "body" in draft.slots, "named": bool(before(sentence, trigger)), "heading": sentence.block.heading,
        f"rule {rule}": 1.0, "dated_place": "date" in draft.slots and "place" in draft.slots, f"trigger {trigger.lemma_.lower()}": 1.0,
    }  # fmt: skip


def _is_specific(draft: Draft, trigger: Token, people: list[Referent], rule: str) -> bool:
    """Whether enough is said to tell which meeting is meant."""
    lemma = trigger.lemma_.lower()
    fixed = "date" in draft.slots or "place" in draft.slots
    if len(people) > 1:
        return True
    if rule != "event":
        return bool(people) and (fixed or any(not p.person for p in people))
    if lemma in GREAT:
        return "body" in draft.slots or (bool(people) and not people[0].inferred) or (fixed and bool(people))
    if lemma in TALK and rule == "event" and people and people[0].id in BLOCS and fixed:
        return True
    if lemma in TALK:
        went = [p for p in people if p.person or p.id != draft.slots.get("place")]  # "the most senior Pentagon visit"
        return bool(went) and lemma in VISITS and "place" in draft.slots
    return bool(people) and (fixed or "body" in draft.slots or "requested_by" in draft.parties or _is_own(draft, trigger))


def _is_own(draft: Draft, noun: Token) -> bool:
    """ "I held a meeting of the staff": of the day on which the author tells of it."""
    held = noun.dep_ == "dobj" and noun.head.tag_ == "VBD" and draft.status == "held" and bool(after(noun, "of"))
    return held and any(s.lower_ in ("i", "we") for s in children(noun.head, "nsubj"))
