"""Finding meetings: people or bodies that meet, by verb ("met with", "hosted", "visited") and by noun ("the NATO summit")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.kinds.gatherings import (
    add_requester,
    expected,
    fill_body,
    fill_format,
    is_before,
    seats,
    status_of_noun,
    status_of_verb,
)
from promissory.extraction.naming import Referent
from promissory.extraction.nominals import before, carrier, everyone, fill_place_of, introducer, owners, whole
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import fill_attribution, fill_date
from promissory.extraction.syntax import actors_of, after, children, conjuncts, is_passive, spread, subjects, things_of
from promissory.extraction.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs of talking; they are a meeting only with somebody named.
TALKING = frozenset(("speak", "talk", "consult", "confer", "discuss"))
#: Verbs that take the one who is met as their object.
RECEIVING = frozenset(("host", "receive", "welcome", "convene", "summon", "gather", "meet"))
#: Verbs whose subject convenes what their object names.
CONVENING = frozenset(("host", "convene", "organise", "organize", "summon", "call", "chair", "co-chair", "co-host", "cohost"))
#: Verbs whose subject takes part in what their object names.
JOINING = frozenset(("hold", "attend", "have", "join", "address", "conduct", "conclude", "begin", "start", "finish", "share", "continue", "open", "lead", "end", "resume", "tell", "brief", "leave", "see"))
#: Nouns of events that are known by their owner alone ("the NATO summit").
GREAT = frozenset(("summit", "conference", "forum", "ministerial"))
#: Nouns that name a meeting only together with those who meet.
ATTENDING = frozenset("participate speak take meet arrive come gather travel attend go fly return discuss present convene".split())
TALK = frozenset(("call", "conversation", "discussion", "consultation", "talk", "talks", "negotiation", "trip", "visit", "dinner", "lunch", "breakfast", "reception", "tour"))


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings in a sentence."""
    yield from _fragment(scene, sentence)
    rules = {"meet": _meet, "host": _host, "visit": _visit, "phone": _phone, "event": _event}
    for token, frame in triggers(scene.pack, sentence, "meeting"):
        if frame.role in rules:
            yield from rules[frame.role](scene, sentence, token)


def _fragment(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """"With the President of Kazakhstan.": one more talk of the author told of in the sentence before."""
    first = sentence.tokens[0]
    author = scene.discourse.author
    if first.lower_ != "with" or author is None or author not in scene.discourse.together or any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens):
        return
    for one in everyone(scene, sentence, [t for p in children(first, "pobj") for t in conjuncts(p)]):
        yield from _draft(scene, sentence, first, "held", [Referent(author, person=True, inferred=True), one], "fragment")


# --- verbs -------------------------------------------------------------------------------------------------------------


def _meet(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """"X met (with) Y", "ministers met", "X spoke with Y"."""
    if is_passive(verb) or _has_event(scene, sentence, verb):
        return
    here = everyone(scene, sentence, subjects(verb))
    there = everyone(scene, sentence, [*after(verb, "with"), *_objects(verb)])
    if verb.lemma_ in TALKING:
        withs = [*after(verb, "with", "to"), *(t for o in children(verb, "dobj") for t in after(o, "with"))]
        there = [r for r in everyone(scene, sentence, withs) if _can_meet(scene, r)]
        if not (here and there and any(r.person for r in here + there)):
            return
    elif children(verb, "dobj") and not there:
        return
    here = here or _met_before(scene, verb)
    yield from _draft(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *there], "meet")


def _met_before(scene: Scene, verb: Token) -> list[Referent]:
    """"They met", "the leaders will meet again": those who met last."""
    subject = next((t for t in subjects(verb) if t.lower_ in ("they", "both", "two") or t.lemma_ in ("leader", "president", "minister", "side")), None)
    if subject is None or subject.tag_ not in ("NNS", "PRP", "DT", "CD"):
        return []
    return [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]


def _objects(verb: Token) -> list[Token]:
    return spread(children(verb, "dobj")) if verb.lemma_ in RECEIVING else []


def _host(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """"X hosted Y", "X welcomed Y to Z", "Y was received by X"; what is hosted must be a person or those who speak for a state."""
    if verb.lemma_ not in RECEIVING or _has_event(scene, sentence, verb):
        return
    hosts = everyone(scene, sentence, actors_of(verb))
    guests = [r for r in everyone(scene, sentence, things_of(verb)) if r.person or _is_body(scene, r)]
    if not guests:
        return
    for draft in _draft(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*hosts, *guests], "host"):
        if not hosts or not any(g.person for g in guests):
            draft.parties["convenor"] = [h.id for h in hosts]
        yield draft


def _can_meet(scene: Scene, who: Referent) -> bool:
    """Whether the one talked to is a person, a state or a body, not the press or a crowd."""
    actor = scene.pack.actor.get(who.id)
    return who.person or (actor is not None and not who.vague and actor.type in ("state", "bloc", "body", "office", "coalition"))


def _is_body(scene: Scene, who: Referent) -> bool:
    actor = scene.pack.actor.get(who.id)
    return actor is not None and actor.type == "body"


def _visit(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """"X visited Kyiv", "X travelled to Kyiv": a person, and a place."""
    guests = [r for r in everyone(scene, sentence, actors_of(verb)) if r.person]
    if not guests:
        return
    guests += [r for r in everyone(scene, sentence, children(verb, "dobj")) if r.person]
    for draft in _draft(scene, sentence, verb, status_of_verb(scene, sentence, verb), guests, "visit"):
        if "place" in draft.slots and draft.features["near_place"]:
            yield draft


def _phone(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """"X called Y": both are people, and nothing else is said of Y."""
    objects = [o for o in children(verb, "dobj") if not children(verb, "oprd", "xcomp", "ccomp", "advcl", "prt")]
    here, there = everyone(scene, sentence, subjects(verb)), everyone(scene, sentence, objects)
    if here and there and all(r.person for r in here + there):
        yield from _draft(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *there], "phone")


def _has_event(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's object is an event of its own ("hosted a conference"), which the rule for nouns reads."""
    return any(f.role == "event" for t, f in triggers(scene.pack, sentence, "meeting") if t.dep_ in ("dobj", "nsubjpass") and t.head.i == verb.i)


# --- nouns -------------------------------------------------------------------------------------------------------------


def _event(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """"The NATO summit in Vilnius", "Biden's call with Zelensky", "talks between Russia and Ukraine"."""
    if not expected(noun):
        return
    verb = carrier(noun)
    own = owners(scene, sentence, noun)
    others = everyone(scene, sentence, _others(noun, verb))
    members = everyone(scene, sentence, [*after(noun, "between", "among", "of"), *after(whole(noun), "between", "among", "of")])
    joined, hosts = _by_verb(scene, sentence, noun, verb)
    if others and not own and not members and not joined:
        joined = _teller(scene, sentence, noun)
    status = status_of_noun(scene, sentence, noun, verb)
    for guests in _apart(noun, own, others):
        owned = [] if guests and guests[0] in own else own
        people = _present(scene, _unique([*owned, *members, *joined, *guests]), noun)
        yield from _draft(scene, sentence, noun, status, people, "event", hosts)


def _teller(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """The author of a first-person text ("There were talks with the president of Georgia")."""
    ident = scene.discourse.speaker if noun.i in sentence.quoted else scene.discourse.author
    return [Referent(ident, person=True, inferred=True)] if ident in scene.pack.person and ident is not None else []


def _present(scene: Scene, people: list[Referent], noun: Token) -> list[Referent]:
    """Who is there: those named in person rather than the conference or group that they attend."""
    persons = [p for p in people if p.person]
    bodies = [p for p in people if not p.person and (a := scene.pack.actor.get(p.id)) and a.type in ("body", "coalition") and not a.country]
    return [p for p in people if p not in bodies] if persons and bodies else people


def _others(noun: Token, verb: Token | None) -> list[Token]:
    """Those met: after "with" at the noun, or at the verb that carries it ("held talks on Friday with X")."""
    direct = after(noun, "with") or after(whole(noun), "with")
    if not direct and verb is not None and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and verb.lemma_ in JOINING | CONVENING | {"take", "be"}:
        direct = after(verb, "with")
    if noun.lemma_.lower() in ("visit", "trip"):
        direct = direct or [t for t in after(noun, "by")]
    return direct


def _by_verb(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> tuple[list[Referent], list[Referent]]:
    """Those whom the carrying verb makes take part, and those it makes convene."""
    top = whole(noun)
    if verb is None or top.dep_ not in ("dobj", "nsubjpass", "pobj"):
        return [], []
    actors = everyone(scene, sentence, actors_of(verb))
    if top.dep_ == "pobj":
        return _attending(noun, verb, actors, bool(after(noun, "with"))), []
    if verb.lemma_ in CONVENING:
        return (actors if noun.lemma_.lower() not in GREAT else []), actors
    return (actors if verb.lemma_ in JOINING else []), []


def _attending(noun: Token, verb: Token, actors: list[Referent], others: bool) -> list[Referent]:
    """"At the summit X announced", "X travels for talks with Y", "during a visit to Z, X said"."""
    lemma, prep = noun.lemma_.lower(), introducer(noun)
    persons = [a for a in actors if a.person]
    if lemma in ("visit", "trip", "tour"):
        return persons if prep in ("during", "after", "on", "before", "in") else []
    if lemma in TALK:
        return actors if prep in ("for", "in", "during", "to") and (verb.lemma_ in ATTENDING or persons) else []
    if prep in ("at", "during", "to", "in") and (others or lemma in GREAT or verb.lemma_ in ATTENDING or lemma in ("meeting", "session", "gathering")):
        return persons
    return []


def _apart(noun: Token, own: list[Referent], others: list[Referent]) -> list[list[Referent]]:
    """One meeting for all, or one each where several were spoken to in several talks ("calls with X, Y and Z", "the EU and G7 summits")."""
    lemma = noun.lemma_.lower()
    plural = noun.tag_ in ("NNS", "NNPS")
    if plural and lemma in GREAT and len(own) > 1 and not others:
        return [[one] for one in own]
    if plural and len(others) > 1 and lemma in ("talk", "talks", "meeting", "call", "conversation", "consultation", "discussion", "negotiation"):
        return [[one] for one in others]
    return [others]


# --- drafts ------------------------------------------------------------------------------------------------------------


def _unique(people: list[Referent]) -> list[Referent]:
    found: dict[str, Referent] = {}
    for one in people:
        found.setdefault(one.id, one)
    return list(found.values())


def _draft(
    scene: Scene, sentence: Sentence, trigger: Token, status: str | None, people: list[Referent], rule: str, hosts: list[Referent] | None = None
) -> Iterator[Draft]:
    if status is None:
        return
    people = _unique(people) or _implied(scene, sentence, trigger, hosts or [])
    draft = scene.draft(sentence, "meeting", status, trigger, rule)
    draft.add("participant", _without_states(scene, seats(scene, people), people))
    if hosts:
        draft.add("convenor", [h.id for h in hosts])
    fill_date(draft, sentence, trigger)
    fill_place_of(scene, draft, sentence, trigger)
    if is_before(scene, draft) and draft.status == "planned" and rule == "event":
        draft.status = "held"
    fill_body(scene, sentence, draft, trigger, people)
    fill_format(scene, sentence, draft, trigger, people)
    add_requester(scene, sentence, draft, trigger)
    fill_attribution(draft, scene, sentence, trigger)
    _measure(sentence, draft, trigger, people, rule)
    if _is_specific(draft, trigger, people, rule):
        if trigger.lemma_.lower() in GREAT and not all(p.inferred for p in people):
            scene.discourse.summit = tuple(i for i in draft.parties["participant"] if i in scene.pack.actor) or scene.discourse.summit
        scene.discourse.together = tuple(draft.parties["participant"]) if len(people) > 1 else scene.discourse.together
        yield draft


def _without_states(scene: Scene, ids: list[str], people: list[Referent]) -> list[str]:
    """A council's states give way to those who speak for them ("Zelensky at the NATO-Ukraine Council")."""
    spoken = {scene.namer.state_of(p.id) for p in people if p.person}
    named = {p.id for p in people}
    return [i for i in ids if i in named or i not in spoken]


def _implied(scene: Scene, sentence: Sentence, trigger: Token, hosts: list[Referent]) -> list[Referent]:
    """Who meets where a summit or conference names nobody: its host, the bloc of the sentence, else the pack's country."""
    if trigger.lemma_.lower() not in GREAT or trigger.tag_ in ("NNS", "NNPS"):
        return []
    if scene.discourse.summit and any(c.lower_ in ("the", "their", "this") for c in trigger.lefts):
        return [Referent(i, inferred=True) for i in scene.discourse.summit]
    blocs = [a for m in sentence.mentions if (a := m.id_of("actor")) and scene.pack.actor[a].type == "bloc"]
    return hosts or [Referent(i, inferred=True) for i in blocs[:1] or [scene.beneficiary]]


def _measure(sentence: Sentence, draft: Draft, trigger: Token, people: list[Referent], rule: str) -> None:
    """What tells the ranker a meeting from a manner of speaking."""
    draft.features |= {
        "people": len(people), "persons": sum(p.person for p in people), "vague": sum(p.vague for p in people),
        "has_date": "date" in draft.slots, "has_place": "place" in draft.slots, "near_place": "place" in draft.slots,
        "body": "body" in draft.slots, "named": bool(before(sentence, trigger)), "heading": sentence.block.heading,
        f"rule {rule}": 1.0, f"trigger {trigger.lemma_.lower()}": 1.0,
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
    if lemma in TALK:
        return bool(people) and lemma in ("visit", "trip") and "place" in draft.slots
    return bool(people) and (fixed or "body" in draft.slots)
