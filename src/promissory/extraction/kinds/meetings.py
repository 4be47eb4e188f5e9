"""Finding meetings: people or bodies that meet, by verb ("met with", "hosted", "visited") and by noun ("the NATO summit")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.kinds.assemblies import DELIBERATING, deliberate, find_stays, is_assembly
from promissory.extraction.kinds.convenings import find_convened
from promissory.extraction.kinds.gatherings import expected, status_of_call, status_of_noun, status_of_verb
from promissory.extraction.kinds.seating import GREAT, TALK, drafts, unique
from promissory.extraction.naming import Referent
from promissory.extraction.nominals import carrier, companions, everyone, introducer, listed_after, listed_before, owners, whole
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import actors_of, after, children, conjuncts, is_passive, spread, subjects, things_of
from promissory.extraction.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs of talking; they are a meeting only with somebody named.
TALKING = frozenset("speak talk consult confer discuss".split())
#: Verbs that take the one who is met as their object.
RECEIVING = frozenset("host receive welcome convene summon gather greet".split())
#: Verbs whose subject convenes what their object names.
CONVENING = frozenset("host convene organise organize summon call chair co-chair co-host cohost".split())
#: Verbs whose subject takes part in what their object names.
JOINING = frozenset(
    "hold attend have join address conduct conclude begin start finish share continue open lead end resume tell brief leave see".split()
)
#: Verbs whose subject is at the event that they name after "at", "for" or "during".
ATTENDING = frozenset("participate speak take meet arrive come gather travel attend go fly return discuss present convene".split())
#: What a plan or a person "meets with" without a meeting.
RECEPTION = frozenset(
    "resistance criticism opposition approval silence skepticism scepticism success failure outrage applause disapproval hostility "
    "refusal rejection anger support enthusiasm dismay protest response".split()
)
#: Verbs that tell who is at an event.
INCLUDING = frozenset("bring include involve gather unite feature assemble".split())
#: Verbs of saying something to the one who is met or called.
TELLING = frozenset(
    "assure tell warn ask urge thank brief inform congratulate promise invite press reassure remind accuse present offer update".split()
)
#: Nouns of talks that may be many at once.
SEVERAL = frozenset("talk talks meeting call conversation consultation discussion negotiation".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings in a sentence."""
    yield from _fragment(scene, sentence)
    yield from find_stays(scene, sentence)
    yield from find_convened(scene, sentence)
    rules = {"meet": _meet, "host": _host, "visit": _visit, "phone": _phone, "event": _event}
    for token, frame in triggers(scene.pack, sentence, "meeting"):
        if frame.role in rules:
            yield from rules[frame.role](scene, sentence, token)


def _fragment(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "With the President of Kazakhstan.": one more talk of the author told of in the sentence before."""
    first = sentence.tokens[0]
    author = scene.discourse.author
    if (
        first.lower_ != "with"
        or author is None
        or author not in scene.discourse.together
        or any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens)
    ):
        return
    for one in everyone(scene, sentence, [t for p in children(first, "pobj") for t in conjuncts(p)]):
        yield from drafts(scene, sentence, first, "held", [Referent(author, person=True, inferred=True), one], "fragment")


# --- verbs -------------------------------------------------------------------------------------------------------------


def _meet(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X met (with) Y", "ministers met", "X spoke with Y"."""
    if is_passive(verb) or _has_event(scene, sentence, verb) or (verb.lemma_ == "see" and not _is_appointed(scene, sentence, verb)):
        return
    if verb.lemma_ in DELIBERATING and (verb.lemma_ not in TALKING or is_assembly(scene, sentence, verb)):
        yield from deliberate(scene, sentence, verb)
        return
    if verb.lemma_ == "meet" and any(t.tag_ == "NN" and t.lemma_.lower() in RECEPTION for t in after(verb, "with")):
        return
    here = everyone(scene, sentence, subjects(verb)) + _at_ones_side(sentence, verb)
    there = everyone(scene, sentence, [*companions(verb), *_objects(verb)])
    if verb.lemma_ in TALKING:
        withs = [*after(verb, "with", "to"), *(t for o in children(verb, "dobj") for t in after(o, "with"))]
        there = [r for r in everyone(scene, sentence, withs) if _can_meet(scene, r)]
        if not (here and there and any(r.person for r in here + there)):
            return
    elif not there and any(o.lemma_.lower() not in ("meeting", "summit") for o in children(verb, "dobj")):
        return
    here = here or _met_before(scene, verb)
    yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *there], "meet")


def _is_appointed(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether "see" is an appointment: "was due to see X", "will see X on Friday"; both sides are people."""
    mood = scene.mood(sentence, verb)
    people = [everyone(scene, sentence, tokens) for tokens in (subjects(verb), children(verb, "dobj"))]
    ahead = mood.tense == "future" or mood.under("plan") or (mood.tense == "infinitive" and not mood.governors)
    return ahead and all(side and side[0].person for side in people) and not children(verb, "ccomp", "xcomp", "acl")


def _at_ones_side(sentence: Sentence, verb: Token) -> list[Referent]:
    """ "X, together with Y and Z, met": those who go with the subject."""
    return [
        one
        for token in verb.doc
        if token.lower_ == "with" and token.i and token.nbor(-1).lower_ in ("together", "along") and token.i < verb.i
        for one in listed_after(sentence, token)
    ]


def _met_before(scene: Scene, verb: Token) -> list[Referent]:
    """ "They met", "the leaders will meet again": those who met last."""
    subject = next(
        (t for t in subjects(verb) if t.lower_ in ("they", "both", "two") or t.lemma_ in ("leader", "president", "minister", "side")), None
    )
    if subject is None or subject.tag_ not in ("NNS", "PRP", "DT", "CD"):
        return []
    return [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]


def _objects(verb: Token) -> list[Token]:
    return spread(children(verb, "dobj")) if verb.lemma_ in ("meet", "see", "join") else []


def _host(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X hosted Y", "X welcomed Y to Z", "Y was received by X"; what is hosted must be a person or those who speak for a state."""
    if verb.lemma_ not in RECEIVING or _has_event(scene, sentence, verb):
        return
    hosts = everyone(scene, sentence, actors_of(verb))
    guests = [r for r in everyone(scene, sentence, things_of(verb)) if r.person or _is_body(scene, r)]
    if not guests:
        return
    called = not any(g.person for g in guests)  # a body that is convened, not people who are received
    status = status_of_call(scene, sentence, verb) if called else status_of_verb(scene, sentence, verb)
    yield from drafts(scene, sentence, verb, status, guests if called else [*hosts, *guests], "host", hosts if called else None)


def _can_meet(scene: Scene, who: Referent) -> bool:
    """Whether the one talked to is a person, a state or a body, not the press or a crowd."""
    actor = scene.pack.actor.get(who.id)
    return who.person or (actor is not None and not who.vague and actor.type in ("state", "bloc", "body", "office", "coalition"))


def _is_body(scene: Scene, who: Referent) -> bool:
    actor = scene.pack.actor.get(who.id)
    return actor is not None and actor.type == "body"


def _visit(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X visited Kyiv", "X travelled to Kyiv": a person, and a place."""
    guests = [r for r in everyone(scene, sentence, actors_of(verb)) if r.person]
    if not guests:
        return
    guests += [r for r in everyone(scene, sentence, _beside(verb)) if r.person and r not in guests]
    for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), guests, "visit"):
        if "place" in draft.slots and draft.features["near_place"]:
            yield draft


def _beside(verb: Token) -> list[Token]:
    """Those who are visited, and those with whom somebody visits."""
    goals = children(verb, "dobj")
    return [*goals, *companions(verb), *(t for g in goals for t in after(g, "with"))]


def _phone(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X called Y": both are people, and nothing else is said of Y."""
    objects = [o for o in children(verb, "dobj") if not children(verb, "oprd", "xcomp", "ccomp", "advcl", "prt")]
    here, there = everyone(scene, sentence, subjects(verb)), everyone(scene, sentence, objects)
    if here and there and all(r.person for r in here + there):
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *there], "phone")


def _has_event(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's object is an event of its own ("hosted a conference"), which the rule for nouns reads."""
    return verb.lemma_ != "meet" and any(
        f.role == "event" for t, f in triggers(scene.pack, sentence, "meeting") if t.dep_ in ("dobj", "nsubjpass") and t.head.i == verb.i
    )


# --- nouns -------------------------------------------------------------------------------------------------------------


def _event(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "The NATO summit in Vilnius", "Biden's call with Zelensky", "talks between Russia and Ukraine"."""
    verb = carrier(noun)
    if not expected(noun) or (verb is not None and verb.lemma_ == "meet" and noun.dep_ == "dobj"):
        return
    own = owners(scene, sentence, noun)
    others = unique([*everyone(scene, sentence, _others(noun, verb)), *_listed(sentence, noun, "with")])
    members = everyone(scene, sentence, [*after(noun, "between", "among", "of"), *after(whole(noun), "between", "among", "of")])
    members = unique([*members, *_listed(sentence, noun, "between"), *_included(scene, sentence, noun)])
    joined, hosts = _by_verb(scene, sentence, noun, verb)
    if others and not own and not members and not joined:
        joined = _teller(scene, sentence, noun)
    status = status_of_noun(scene, sentence, noun, verb)
    for guests in _apart(noun, own, others) if own or joined or members else [others]:
        owned = [] if guests and guests[0] in own else own
        people = _present(scene, unique([*owned, *members, *joined, *guests]))
        yield from drafts(scene, sentence, noun, status, people, "event", hosts)


def _listed(sentence: Sentence, noun: Token, word: str) -> list[Referent]:
    """The people in a row after a preposition of the noun's."""
    preps = [c for n in (noun, whole(noun)) for c in n.children if c.dep_ == "prep" and c.lower_ == word]
    return [one for prep in preps[:1] for one in listed_after(sentence, prep)]


def _included(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "A conference that brings together X and Y", "a meeting that included X", "the summit where X will represent Z"."""
    found = everyone(scene, sentence, _attendees(noun))
    for verb in (c for c in sentence.tokens[noun.i + 1 :] if c.dep_ == "relcl" and c.head.i >= noun.i):
        if verb.lemma_ in INCLUDING:
            found += everyone(scene, sentence, things_of(verb))
        elif verb.lemma_ in ("represent", "meet", "speak", "attend") and any(c.lower_ == "where" for c in verb.children):
            found += [r for r in everyone(scene, sentence, subjects(verb)) if r.person]
    return found


def _attendees(noun: Token) -> list[Token]:
    """ "Participants in the meeting included X and Y"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if above.lemma_.lower() not in ("participant", "attendee", "guest") or above.dep_ != "nsubj":
        return []
    return things_of(above.head) if above.head.lemma_ in INCLUDING or above.head.lemma_ == "be" else []


def _teller(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """The author of a first-person text ("There were talks with the president of Georgia")."""
    ident = scene.discourse.speaker if noun.i in sentence.quoted else scene.discourse.author
    return [Referent(ident, person=True, inferred=True)] if ident in scene.pack.person and ident is not None else []


def _present(scene: Scene, people: list[Referent]) -> list[Referent]:
    """Who is there: those named in person rather than the conference or group that they attend."""
    persons = [p for p in people if p.person]
    bodies = [p for p in people if not p.person and (a := scene.pack.actor.get(p.id)) and a.type in ("body", "coalition") and not a.country]
    return [p for p in people if p not in bodies] if persons and bodies else people


def _others(noun: Token, verb: Token | None) -> list[Token]:
    """Those met: after "with" at the noun, or at the verb that carries it ("held talks on Friday with X")."""
    direct = after(noun, "with") or after(whole(noun), "with")
    if (
        not direct
        and verb is not None
        and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr")
        and verb.lemma_ in JOINING | CONVENING | {"take", "be"}
    ):
        direct = after(verb, "with")
    if not direct and verb is not None and noun.lemma_.lower() in TALK and _is_amid(noun):
        direct = after(verb, "with")
    direct = direct or [t for v in noun.children if v.dep_ == "acl" and v.lemma_ in ("hold", "host") for t in after(v, "with")]
    if noun.lemma_.lower() in ("visit", "trip"):
        direct = direct or after(noun, "by")
    return direct


def _is_amid(noun: Token) -> bool:
    """ "Raised it with X at talks in Paris"."""
    return introducer(noun) in ("at", "in", "during")


def _is_bloc(scene: Scene, who: Referent) -> bool:
    actor = scene.pack.actor.get(who.id)
    return actor is not None and actor.type == "bloc"


def _by_verb(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> tuple[list[Referent], list[Referent]]:
    """Those whom the carrying verb makes take part, and those it makes convene."""
    top = whole(noun)
    if verb is None or (top.dep_ not in ("dobj", "nsubjpass", "pobj") and not (top.dep_ == "nsubj" and _is_chaired(verb))):
        return [], []
    actors = everyone(scene, sentence, actors_of(verb))
    if top.dep_ == "pobj":
        told = everyone(scene, sentence, children(verb, "dobj")) if verb.lemma_ in TELLING and noun.lemma_.lower() in TALK else []
        others = bool(after(noun, "with")) or (_is_amid(noun) and bool(after(verb, "with")))
        return _attending(noun, verb, [a for a in actors if a.person or _is_bloc(scene, a)], others, [r for r in told if r.person]), []
    if _is_chaired(verb):
        row = listed_before(sentence, verb) if len(actors) < 2 else []
        return unique([*actors, *_at_ones_side(sentence, verb), *row, *_chairs(sentence, verb)]), []
    if verb.lemma_ in CONVENING:
        return (actors if noun.lemma_.lower() not in GREAT and not _is_of_body(scene, sentence, noun) else []), actors
    return (actors if verb.lemma_ in JOINING else []), []


def _is_chaired(verb: Token) -> bool:
    """Whether the verb is "chair" or "co-chair", which the tokenizer may cut in three."""
    return verb.lemma_ in ("chair", "co-chair", "cochair") or (verb.lower_ == "co" and any("chair" in c.lower_ for c in verb.children))


def _chairs(sentence: Sentence, verb: Token) -> list[Referent]:
    """Those after "by" who chair, wherever the parser hangs them."""
    by = next((t for t in sentence.tokens[verb.i :] if t.lower_ == "by"), None)
    return listed_after(sentence, by) if by is not None else []


def _is_of_body(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether it is the session of a body ("a meeting of the Contact Group")."""
    named = [*owners(scene, sentence, noun), *everyone(scene, sentence, after(noun, "of"))]
    return any((a := scene.pack.actor.get(r.id)) and a.type in ("body", "coalition") for r in named)


def _attending(noun: Token, verb: Token, actors: list[Referent], others: bool, told: list[Referent]) -> list[Referent]:
    """ "At the summit X announced", "X travels for talks with Y", "during a visit to Z, X said", "in a call X assured Y"."""
    lemma, prep = noun.lemma_.lower(), introducer(noun)
    persons = [a for a in actors if a.person]
    if lemma in ("meeting", "session", "gathering", *GREAT) and prep == "at":
        persons = actors
    if lemma in ("visit", "trip", "tour"):
        return persons if prep in ("during", "after", "on", "before", "in") else []
    if lemma in TALK:
        return _talking(prep, verb, actors, others, told)
    if lemma in GREAT and (verb.lemma_ in ("meet", "speak", "talk") and (children(verb, "dobj") or after(verb, "with"))):
        return []
    if prep in ("at", "during", "to", "in", *(("for",) if verb.lemma_ in ATTENDING else ())) and (
        others or lemma in GREAT or verb.lemma_ in ATTENDING or lemma in ("meeting", "session", "gathering")
    ):
        return persons
    return []


def _talking(prep: str, verb: Token, actors: list[Referent], others: bool, told: list[Referent]) -> list[Referent]:
    """Those who talk where a verb has "in a call", "for talks", "after talks with X"."""
    persons = [a for a in actors if a.person]
    if persons and told and prep in ("in", "during", "on", "at"):
        return [*persons, *told]
    if others and prep in ("after", "following", "before", "ahead", "at"):
        return persons
    return actors if prep in ("for", "in", "during", "to") and (verb.lemma_ in ATTENDING or persons) else []


def _apart(noun: Token, own: list[Referent], others: list[Referent]) -> list[list[Referent]]:
    """One meeting for all, or one each where several were spoken to in several talks ("calls with X, Y and Z", "the EU and G7 summits")."""
    lemma = noun.lemma_.lower()
    plural = noun.tag_ in ("NNS", "NNPS")
    if plural and lemma in GREAT and len(own) > 1 and not others:
        return [[one] for one in own]
    if plural and len(others) > 1 and lemma in SEVERAL:
        return [[one] for one in others]
    return [others]
