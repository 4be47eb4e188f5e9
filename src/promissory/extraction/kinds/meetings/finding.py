"""Finding meetings: people or bodies that meet, by verb ("met with", "hosted", "visited") and by noun ("the NATO summit")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.governors import is_to_infinitive
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, conjuncts, spread
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.meetings.assemblies import DELIBERATING, deliberate, find_sessions, find_stays, is_assembly
from promissory.extraction.kinds.meetings.attendance import find_attendance
from promissory.extraction.kinds.meetings.company import at_ones_side, posts_of_place, speaks_for
from promissory.extraction.kinds.meetings.convenings import find_convened
from promissory.extraction.kinds.meetings.councils import find_councils
from promissory.extraction.kinds.meetings.doings import find_doings
from promissory.extraction.kinds.meetings.encounters import find_encounters
from promissory.extraction.kinds.meetings.formats import is_in_one_room, is_phoned
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.hosting import has_event, host, receivers
from promissory.extraction.kinds.meetings.occasions import occasion
from promissory.extraction.kinds.meetings.pairing import (
    aside_of,
    both_above,
    from_countries,
    instructed,
    met_before,
    planned_for,
    rows_met,
    theirs,
    together_here,
    told_above,
)
from promissory.extraction.kinds.meetings.receptions import find_receptions
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.kinds.meetings.sitting import is_of_body, is_session_told
from promissory.extraction.kinds.meetings.touring import find_tours
from promissory.extraction.kinds.meetings.visiting import visit
from promissory.extraction.names.abreast import listed_after, listed_before
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import date_near
from promissory.extraction.slots.listing import companions, each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of talking; they are a meeting only with somebody named.
TALKING = frozenset("speak talk consult confer discuss negotiate".split())
#: Verbs of meeting that may have those who are called in as their object.
ASSEMBLING = frozenset("gather assemble".split())
#: Times of day and edges of an event, at which one talks.
DAYTIMES = frozenset("morning afternoon evening night day weekend noon midnight dawn sideline margin fringe".split())
#: Words beside "saw" by which it is one of several meetings.
BESIDES = frozenset("also separately privately briefly again afterwards later then earlier twice".split())
#: Objects of "meet" that are nobody.
SATISFIED = frozenset("need demand requirement obligation expectation target goal standard deadline criterion criteria challenge".split())
#: Nouns of what is done with others, told of at a meeting.
DEALINGS = frozenset(
    "engagement cooperation co-operation contact relation tie dialogue coordination partnership trade work outreach interaction "
    "relationship".split()
)
TABLES = frozenset("table desk room aisle".split())
FACES = frozenset("meeting summit face time hand hands".split())
#: What a plan or a person "meets with" without a meeting.
RECEPTION = frozenset(
    "resistance criticism opposition approval silence skepticism scepticism success failure outrage applause disapproval hostility "
    "refusal rejection anger support enthusiasm dismay protest response".split()
)
#: In what many stand together without meeting.
SPIRITS = frozenset("solidarity support unity defence defense opposition condemnation response favour favor prayer mourning".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings in a sentence."""
    found = list(_all(scene, sentence))
    yield from (draft for draft in found if not (is_of_body(sentence, draft, found) or is_session_told(sentence, draft, found)))


def _all(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    yield from _fragment(scene, sentence)
    yield from find_stays(scene, sentence)
    yield from find_sessions(scene, sentence)
    yield from find_councils(scene, sentence)
    yield from find_convened(scene, sentence)
    yield from find_attendance(scene, sentence)
    yield from find_encounters(scene, sentence)
    yield from find_receptions(scene, sentence)
    yield from find_doings(scene, sentence)
    yield from find_tours(scene, sentence)
    rules = {"meet": _meet, "host": host, "visit": visit, "phone": _phone, "event": occasion}
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
    if verb.lemma_ == "meet" and verb.dep_ != "acl" and is_passive(verb):
        yield from _met_by(scene, sentence, verb)
    if verb.lemma_ in ASSEMBLING and things_of(verb):  # "gathered the leaders of Germany and Italy"
        yield from host(scene, sentence, verb)
        return
    if is_passive(verb) or has_event(scene, sentence, verb) or (verb.lemma_ == "see" and not _is_appointed(scene, sentence, verb)):
        return
    down = verb.lemma_ == "sit" and (any(c.lower_ == "down" for c in verb.children) or bool(_across(verb)))
    if verb.lemma_ in DELIBERATING and not down and (verb.lemma_ not in TALKING or is_assembly(scene, sentence, verb)):
        yield from deliberate(scene, sentence, verb)
        return
    if verb.lemma_ == "meet" and any(t.tag_ == "NN" and t.lemma_.lower() in RECEPTION for t in after(verb, "with")):
        return
    if verb.lemma_ == "meet" and any(t.lemma_.lower() in SATISFIED for t in children(verb, "dobj")):
        return  # "to meet the needs of the two armies"
    if verb.lemma_ == "come" and _joins_forces(verb):
        return
    here = (
        instructed(scene, sentence, verb)
        or both_above(scene, sentence, verb)
        or everyone(scene, sentence, subjects(verb))
        or theirs(scene, sentence, verb)
    )
    here += at_ones_side(sentence, verb)
    there = _met(scene, sentence, verb, [*companions(verb), *_objects(verb), *_across(verb)])
    if verb.lemma_ in TALKING:
        withs = [*companions(verb), *after(verb, "to"), *(t for o in children(verb, "dobj") for t in after(o, "with"))]
        withs = [t for t in withs if not _is_of_dealings(t)]
        here = each_once([*here, *(r for r in listed_before(sentence, verb) if len(here) < 2)])
        there = [r for r in _met(scene, sentence, verb, withs) if _can_meet(scene, r) and not _is_press(scene, verb, r)]
        here = here or (met_before(scene, verb) or aside_of(scene, sentence, verb) if there else [])
        if not (here or there) and (is_phoned(sentence) or _talk_together(verb)) and len(told := met_before(scene, verb)) > 1:
            yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), told, "meet")
            return
        both = len(here) > 1 and all(r.person for r in here)
        both = both and (is_phoned(sentence) or _talk_together(verb) or _and_i(verb) or _is_between_two(scene, verb, here))
        formal = verb.lemma_ in ("consult", "confer") or any(r.person for r in here + there)  # states consult as states
        formal = formal and (verb.lemma_ != "negotiate" or all(r.person for r in here + there))
        if not (both or (here and there and formal) or _is_circle_talking(scene, verb, here)) or _is_spoken_at(verb):
            return
    elif there and all(r.id in scene.voices.papers for r in there):
        return  # "sat down with Politico"
    elif not there and any(o.lemma_.lower() not in FACES and not _is_crowd(o) for o in children(verb, "dobj")):
        return
    if verb.lemma_ == "shake" and not all(r.person for r in (*here, *there)):
        return
    here = (
        here
        or from_countries(subjects(verb))
        or planned_for(scene, sentence, verb)
        or (listed_before(sentence, verb) if verb.tag_ == "VBD" and not children(verb, "nsubj") else [])
        or met_before(scene, verb)
        or together_here(sentence, verb)
        or told_above(scene, sentence, verb)
    )
    if verb.lemma_ in ("meet", "convene", "sit") and here and not there and all(_is_of_business(scene, r) for r in here):
        return  # "the Bank of England met on Thursday"
    several = len([*companions(verb), *_objects(verb)]) > 1  # "saw X and Y separately", not "the envoys of X and Y"
    apart = several and any(c.lower_ in ("separately", "individually") for c in verb.children)
    rows = rows_met(sentence, verb)
    for others in rows if len(rows) > 1 and here else [[one] for one in there] if apart and here else [there]:
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *others], "meet")


def _is_of_business(scene: Scene, who: Referent) -> bool:
    """A bank or company, whose board meets about its own affairs."""
    actor = scene.pack.actor.get(who.id)
    return actor is not None and (actor.type == "company" or (actor.type == "office" and "Bank" in actor.name))


def _joins_forces(verb: Token) -> bool:
    """ "Came together to form an alliance", "in solidarity": what is done in common, and no meeting unless a place is named."""
    aims = [c for c in children(verb, "xcomp", "advcl") if c.tag_ == "VB"]
    common = [t for t in after(verb, "in", "at") if t.lemma_.lower() in SPIRITS]
    placed = [t for t in after(verb, "in", "at") if t not in common]
    return (bool(common) or any(c.lemma_ not in TALKING for c in aims)) and not placed


def _is_crowd(noun: Token) -> bool:
    """ "Met a dozen leaders", "met lawmakers": some of those who speak for a state, without a name."""
    return noun.tag_ == "NNS" and speaks_for(noun)


def _met_by(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Was met at the station by Y": both are people."""
    here, there = everyone(scene, sentence, subjects(verb)), everyone(scene, sentence, agents(verb)) or receivers(sentence, verb)
    if here and there and here[0].person and there[0].person:
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *there], "meet")


def _is_circle_talking(scene: Scene, verb: Token, here: list[Referent]) -> bool:
    """ "The coalition conferred by video": those of one circle, among themselves; not "conferred a medal on him"."""
    if verb.lemma_ != "confer" or children(verb, "dobj") or not here:
        return False
    actors = [scene.pack.actor.get(r.id) for r in here]
    return all(a is not None and a.type in ("coalition", "bloc", "body", "group") for a in actors)


def _is_of_dealings(name: Token) -> bool:
    """ "Discussed the outcomes of engagement with the American side": with whom the things spoken of were done."""
    word = name.head.nbor(-1) if name.head.lower_ == "with" and name.head.i else name
    return word.lemma_.lower() in DEALINGS


def _is_spoken_at(verb: Token) -> bool:
    """ "…, A said, speaking directly to B": words that go with a speech, not a talk of two."""
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.lemma_ in ("say", "add", "tell") and bool(after(verb, "to"))


def _is_between_two(scene: Scene, verb: Token, people: list[Referent]) -> bool:
    """ "The Ukrainian and the Dutch minister discussed the supply of drones": two who act for two states, of whom no talk was told yet."""
    acting, told = {scene.namer.state_of(r.id) for r in people}, {*scene.discourse.together} >= {r.id for r in people}
    return verb.lemma_ == "discuss" and len(people) == 2 == len(acting) and not told and bool(children(verb, "dobj"))


def _and_i(verb: Token) -> bool:
    """ "Mark Rutte and I talked about interceptors"."""
    return any(s.lower_ == "i" for s in subjects(verb))


def _talk_together(verb: Token) -> bool:
    """ "X and Y talked for 15 minutes", "conferred in Paris": with one another, not of something before others."""
    if any(_is_topical(c) for c in verb.children if c.i > verb.i) or children(verb, "ccomp", "dobj"):
        return False
    if is_in_one_room(verb):
        return True
    lasting = any(t.lemma_ in ("minute", "hour") for t in after(verb, "for"))
    return lasting or (
        verb.lemma_ in ("talk", "confer", "consult") and any(c.lower_ in ("in", "together", "privately") for c in verb.children)
    )


def _is_topical(prep: Token) -> bool:
    """ "Talked about gas", "spoke at a rally", but not "spoke on Monday", "at the weekend"."""
    when = any(p.lower_ in WEEKDAY_NAMES | MONTH_NAMES or p.lemma_ in DAYTIMES or p.like_num for p in children(prep, "pobj"))
    return prep.lower_ in ("to", "of", "at", "on", "about") and prep.dep_ == "prep" and not when


def _met(scene: Scene, sentence: Sentence, verb: Token, tokens: list[Token]) -> list[Referent]:
    """Those met: by the parse, else the people in a row after "with" ("spoke with Minister X to discuss")."""
    named = everyone(scene, sentence, tokens) or posts_of_place(scene, sentence, tokens) or _other_one(scene, sentence, tokens)
    preps = [c for c in verb.children if c.lower_ == "with" and c.i > verb.i]
    row = [one for prep in preps[:1] for one in listed_after(sentence, prep)]
    if not named:
        ends = children(preps[0], "pobj", "pcomp") if preps else []
        # "with Head of the Office of the President Yermak": the name is no part of the title to the parser
        return row if preps and all((m := sentence.at.get(t.i)) and m.id_of("title") for t in ends) else []
    among = len(row) > len(named) and {one.id for one in named} <= {one.id for one in row}
    return each_once([*named, *row]) if row[:1] == named[:1] or among else named


def _across(verb: Token) -> list[Token]:
    """ "Sat across the table from Rubio": those on the other side."""
    across = [c for c in verb.children if c.lower_ in ("across", "opposite")] if verb.lemma_ == "sit" else []
    across = [a for a in across if all(t.lemma_.lower() in TABLES for t in children(a, "pobj"))]
    spots = [t for a in across for t in a.subtree]
    return [p for a in across for w in (verb, a, *spots) for p in after(w, "from") if p.pos_ == "PROPN"]


def _other_one(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[Referent]:
    """ "Will meet the Russian one, headed by Y": the delegation of the other side, by its adjective."""
    ones = [t for t in tokens if t.lower_ in ("one", "ones") and t.tag_ in ("NN", "NNS", "CD")]
    states = [s for t in ones for c in t.lefts if (m := sentence.at.get(c.i)) and (s := m.id_of("adjective", "demonym"))]
    return [Referent(s) for s in states if s in scene.pack.actor]


def _is_appointed(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether "see" is an appointment: "was due to see X", "will see X on Friday"; both sides are people."""
    mood = scene.mood(sentence, verb)
    goals = children(verb, "dobj")
    people = [everyone(scene, sentence, tokens) for tokens in (subjects(verb), goals)]
    ahead = (
        (verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before"))
        or mood.tense == "future"
        or mood.under("plan", "consider")
        or (mood.tense == "infinitive" and not mood.governors)
    )
    fixed = date_near(sentence, verb) is not None or any(t.lemma_ in ("fringe", "margin", "sideline") for t in after(verb, "on", "at"))
    fixed = fixed or any(t.lower_ in BESIDES and t.dep_ == "advmod" for t in verb.doc[verb.i - 1 : verb.i + 7])
    bare = not children(verb, "ccomp", "xcomp", "acl", "advcl") and not after(verb, "as") and _is_where(sentence, verb)
    sent = any(speaks_for(t) and t.pos_ != "PRON" for t in subjects(verb))  # "the delegation is to see its counterparts"
    both = (
        bool(people[0]) and (people[0][0].person or sent) and bool(people[1]) and (people[1][0].person or any(speaks_for(t) for t in goals))
    )
    there = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)  # "flew from Moscow, where he had seen Putin"
    return (
        (ahead or (fixed and bare) or (there and mood.tense in ("past", "perfect")))
        and both
        and not children(verb, "ccomp", "xcomp", "acl")
    )


def _is_where(sentence: Sentence, verb: Token) -> bool:
    """Whether what stands after "in" is a place or a time ("saw X in Rome", not "saw a rival in X")."""
    inner = after(verb, "in")
    return all(t.i in sentence.date_at or ((m := sentence.at.get(t.i)) and m.id_of("place")) for t in inner)


def _objects(verb: Token) -> list[Token]:
    return spread(children(verb, "dobj")) if verb.lemma_ in ("meet", "see", "join") else []


def _can_meet(scene: Scene, who: Referent) -> bool:
    """Whether the one talked to is a person, a state or a body, not the press or a crowd."""
    actor = scene.pack.actor.get(who.id)
    return who.person or (actor is not None and not who.vague and actor.type in ("state", "bloc", "body", "office", "coalition"))


def _is_press(scene: Scene, verb: Token, who: Referent) -> bool:
    """ "Speaking to CNN's Jane Roe": somebody unknown who is spoken to is one who asks for the public."""
    return who.person and who.id not in scene.pack.person and who.id not in scene.discourse.bodies and verb.lemma_ in ("speak", "talk")


def _phone(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X called Y": both are people, and nothing else is said of Y."""
    named = children(verb, "oprd", "xcomp", "ccomp", "prt") or (
        verb.lemma_ == "call" and any(not is_to_infinitive(c) for c in children(verb, "advcl"))
    )
    objects = children(verb, "dobj") if not named else []
    here, there = everyone(scene, sentence, subjects(verb)), everyone(scene, sentence, objects)
    titled = any(o.i + 1 < len(o.doc) and (o.nbor(1).is_quote or o.nbor(1).dep_ == "det") for o in objects)  # "called X a liar"
    if here and there and not titled and all(r.person for r in here + there):
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *there], "phone")
