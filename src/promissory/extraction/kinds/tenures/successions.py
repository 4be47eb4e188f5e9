"""Tenures told otherwise than by "appoint" or "resign": who now runs a ministry, takes somebody's place, wins an election, loses a post."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import (
    DUE,
    HOPING,
    ahead,
    doers,
    drafts,
    is_hoped,
    named_before,
    office_after,
    told_post,
)
from promissory.extraction.kinds.tenures.newcomers import newcomer
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_in, office_of, office_over
from promissory.extraction.kinds.tenures.successors import APPOINTING, is_to_be_replaced, successor
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import people_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of being at the head of something.
HEADING = frozenset("run head lead chair command oversee".split())
#: What tells that somebody has come to the head of it and did not always stand there.
NOW = frozenset(("now", "henceforth", "today", "newly", "on"))
SEATS = frozenset("post job seat office position portfolio premiership presidency chancellorship mandate title".split())
PLACES = frozenset("place shoes seat chair reins helm mantle reign".split())
#: Houses by which posts are called.
HOUSES = {
    "downing street": ("prime_minister", "GB"),
    "white house": ("president", "US"),
    "elysee": ("president", "FR"),
    "number 10": ("prime_minister", "GB"),
}
WINNING = frozenset("win clinch beat defeat edge".split())
LOSING = frozenset("lose vacate relinquish abdicate surrender quit".split())
FREEING = frozenset("relieve strip vote force remove".split())
DUTIES = frozenset("duty duties post office command position".split())
ELECTIONS = frozenset("election vote runoff run-off off race contest ballot presidency poll".split())
#: Those of whom a post's coming holder is all but sure.
NEW = frozenset("new newly incoming next newly-appointed newly-elected".split())
SERVING = frozenset("serve be become act work".split())
#: Verbs by which a post comes to somebody.
GIVEN = frozenset("go fall pass get receive give hand land secure obtain move return put place combine assume".split())
#: Nouns that name a post by its house or its field.
POSTED = frozenset("post job portfolio ministry brief position seat department office charge pentagon treasury".split())
MOVING = frozenset("enter move return take assume".split())
#: Verbs of taking somebody's place, and all by which somebody steps into a post.
TAKING = frozenset("take fill step".split())
STEPPING = TAKING | MOVING
HANDING = frozenset("hand pass turn relinquish transfer cede".split())
HANDED = frozenset("ministry portfolio over baton reins office presidency torch gavel command leadership post job power".split())
SUCCESSORS = frozenset("successor replacement heir".split())


def find_successions(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these wordings tell."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX"):
            for rule in (_heads, _steps_in, _is_given, _given_term, _voted_in, _holds, _loses, _wins, _is_named_to, _hands_over, _returns):
                yield from rule(scene, sentence, token)
        elif token.lower_ in NEW and token.dep_ in ("amod", "advmod", "compound", "nmod"):
            yield from newcomer(scene, sentence, token)
        elif token.lemma_.lower() in SUCCESSORS and token.pos_ == "NOUN":
            yield from successor(scene, sentence, token)
    yield from _reelected(scene, sentence)


def _heads(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X now runs the defence ministry", "X will head the mission", "X has led the agency since May"."""
    if verb.lemma_ not in HEADING or verb.dep_ == "acl" or (verb.dep_ == "xcomp" and verb.head.lemma_ != "be"):
        return
    status = ahead(scene, sentence, verb, "takes_office")
    office = next(
        (o for t in (subjects(verb) if is_passive(verb) else children(verb, "dobj")) if (o := office_over(scene, sentence, t))), None
    )
    mood = scene.mood(sentence, verb)
    coming = mood.tense == "future" or (mood.tense == "infinitive" and verb.head.lemma_ == "be")
    if office is None and coming and verb.lemma_ in ("head", "chair", "command", "lead") and after(verb, "from", "until"):
        office = Office(None, None, sentence.bounds(verb))  # "is to chair the conference from February"
    if status is None or office is None:
        return
    since = any(c.lower_ == "since" and c.dep_ == "prep" for c in verb.children)
    fresh = any(c.lower_ == "new" for o in children(verb, "dobj") for c in o.lefts)
    comes = coming or fresh or any(c.lower_ in NOW and c.dep_ == "advmod" for c in verb.children)
    if since or comes:
        people = people_in(scene, sentence, actors_of(verb))
        yield from drafts(scene, sentence, verb, people, office, "takes_office" if comes else "holds", "heads")


def _steps_in(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X takes his place", "X takes over from Y as Z", "X moved into Downing Street", "X takes charge of the ministry"."""
    if verb.lemma_ not in STEPPING or (status := ahead(scene, sentence, verb, "takes_office")) is None:
        return
    people = people_in(scene, sentence, subjects(verb))
    if verb.lemma_ == "fill" and any(t.lower_ in ("vacancy", "vacant", "role", "post", "job") for t in children(verb, "dobj")):
        role, body = scene.discourse.contest
        office = office_after(scene, sentence, verb) or (Office(role, body, sentence.bounds(verb)) if role else None)
        yield from drafts(scene, sentence, verb, people, office, status, "steps in")
    elif verb.lemma_ in TAKING and (before := _displaced(scene, sentence, verb)):
        office = office_after(scene, sentence, verb) or held_office(scene, sentence, before.id, taken=False, leaving=True)
        yield from drafts(scene, sentence, verb, [p for p in people if p.id != before.id], office, status, "steps in")
        if verb.lemma_ == "take" and any(c.lower_ == "over" for c in verb.children):
            yield from drafts(scene, sentence, verb, [before], office, "leaves_office", "replaced")
    elif verb.lemma_ in MOVING and (office := _house(sentence, verb) or _charge(scene, sentence, verb)):
        yield from drafts(scene, sentence, verb, people, office, status, "steps in")


def _displaced(scene: Scene, sentence: Sentence, verb: Token) -> Referent | None:
    """Whose place it is: "takes his place", "steps into Kuleba's shoes", "takes over from Borrell"."""
    places = [t for t in (*children(verb, "dobj"), *after(verb, "into")) if t.lemma_.lower() in PLACES]
    if any(t.lemma_.lower() == "place" for t in places) and _is_at_table(scene, sentence, verb, places):
        return None
    owned = [p for t in places for p in (*children(t, "poss"), *after(t, "of"))]  # "takes the place of Y"
    if any(p.pos_ == "PRON" for p in owned):
        return named_before(scene, sentence, verb)
    taken = any(c.lower_ in ("over", "reins", "helm", "job", "post", "command", "baton", "presidency") for c in verb.children)
    over = [t for v in (verb, *children(verb, "dobj")) for t in after(v, "from")] if taken else []
    return next(iter(people_in(scene, sentence, [*owned, *over])), None)


def _is_at_table(scene: Scene, sentence: Sentence, verb: Token, places: list[Token]) -> bool:
    """ "Took the place of Scholz at the summit": a place at something, where no post is named and nothing that has somebody at its head."""
    near = [n for t in (verb, *places) for n in (t, *after(t, "of"))]
    more = any(c.dep_ in ("advcl", "relcl") or (c.dep_ == "prep" and c.lower_ != "of") for n in near for c in n.children)
    told = [office_of(scene, sentence, t) for n in near for t in after(n, "as")]
    told += [office_over(scene, sentence, t) for n in near for t in after(n, "at", "in")]
    return more and not any(told)


def _house(sentence: Sentence, verb: Token) -> Office | None:
    if verb.lemma_ == "take":
        return None
    for token in (*children(verb, "dobj"), *after(verb, "into", "to")):
        words = " ".join(t.lower_ for t in token.subtree if t.dep_ != "det")
        if (known := next((HOUSES[h] for h in HOUSES if words.startswith(h)), None)) and verb.lemma_ != "return":
            return Office(known[0], known[1], sentence.bounds(token))
    return None


def _charge(scene: Scene, sentence: Sentence, verb: Token) -> Office | None:
    """ "Takes charge of the ministry", "takes over the Pentagon", "takes the helm at NATO"."""
    things = children(verb, "dobj")
    over = any(c.lower_ == "over" for c in verb.children) or any(t.lower_ in ("charge", "helm", "reins") for t in things)
    over = over or any(t.lower_ in ("command", "leadership", "control") for t in things)
    if verb.lemma_ not in ("take", "assume") or not over:
        return None
    tokens = [*things, *(i for t in (verb, *things) for i in after(t, "of", "at"))]
    named = [o for t in things for i in after(t, "of") if (o := office_of(scene, sentence, i))]  # "took over the post of X"
    found = next(iter(named), None) or next((o for t in tokens if (o := office_over(scene, sentence, t))), None)
    if found or not any(
        t.lemma_.lower() in ("ministry", "department", "office", "post", "job", "portfolio", "brief", "role") for t in things
    ):
        return found
    one = next(iter(doers(scene, sentence, verb)), None)
    held = held_office(scene, sentence, one.id, taken=False) if one else None  # "took over the ministry in March"
    if any(c.lower_ in ("the", "this", "that") for t in things for c in t.lefts if t.lemma_.lower() in ("post", "job", "role", "position")):
        told = (o for t in reversed(sentence.tokens[: verb.i]) if (o := office_of(scene, sentence, t)))
        return next(
            (o for o in told if held is None or o.at != held.at), held
        )  # "replaced his minister with a lawmaker, X, who took the post"
    return held


def _loses(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X lost his post", "was relieved of his duties", "was voted out of office", "was stripped of his command"."""
    if verb.lemma_ not in LOSING | FREEING or (status := ahead(scene, sentence, verb, "leaves_office")) is None:
        return
    objects = [t for t in children(verb, "dobj") if t.lemma_.lower() in SEATS]
    away = [t for t in after(verb, "of", "from") if t.lemma_.lower() in DUTIES | SEATS]
    gone = verb.lemma_ in LOSING and objects and not is_passive(verb)
    freed = is_passive(verb) and verb.lemma_ in FREEING and away
    out = any(c.lower_ == "out" for c in verb.children)
    deep = verb.lemma_ == "vote" and is_passive(verb) and out and any(t.lemma_.lower() in SEATS for t in verb.subtree)
    if gone or freed or deep:
        yield from drafts(
            scene, sentence, verb, people_in(scene, sentence, subjects(verb)), office_after(scene, sentence, verb), status, "loses"
        )


def _wins(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X won Poland's presidential election", "beat Y in the presidential run-off"."""
    if verb.lemma_ not in WINNING or is_passive(verb) or not (status := ahead(scene, sentence, verb, "takes_office")):
        return
    people = doers(scene, sentence, verb)
    things = things_of(verb)
    for noun in things if verb.lemma_ in ("win", "clinch") else [i for t in (verb, *things) for i in after(t, "in")]:
        if office := elected_office(scene, sentence, noun, people):
            yield from drafts(scene, sentence, verb, people, office, status, "wins")


def elected_office(scene: Scene, sentence: Sentence, noun: Token, people: list[Referent]) -> Office | None:
    """The post that a presidential election is about."""
    rounds = noun.lemma_.lower() in ELECTIONS or (noun.lower_ == "off" and {c.lower_ for c in noun.lefts} >= {"run"})
    if not rounds:
        return None
    if told := next((o for t in after(noun, "for") if (o := office_of(scene, sentence, t)) and o.role == "president"), None):
        return told  # "the run-off for the Polish presidency"
    if "presidential" not in {c.lower_ for c in noun.lefts}:
        return None
    body = scene.namer.modifier(sentence, noun) or (scene.namer.state_of(people[0].id) if people else None)
    return Office("president", body, sentence.bounds(noun))


def _is_named_to(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Appoints X to serve as envoy", "picked X to lead the Pentagon", "is tipped to succeed Y", "is likely to become Z"."""
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB"), None)
    yield from is_to_be_replaced(scene, sentence, verb)
    adjective = next((c for c in children(verb, "acomp", "attr") if c.lemma_ in HOPING), None)
    inner = inner or next((c for c in (adjective.children if adjective is not None else ()) if c.dep_ in ("xcomp", "acl", "relcl")), None)
    if inner is None or is_passive(inner) or scene.mood(sentence, verb).negated:
        return
    adjective = adjective or next((c for c in children(verb, "acomp", "oprd") if c.lemma_ in DUE), None)
    office = aim(scene, sentence, inner)
    if office is None and verb.lemma_ in APPOINTING and inner.lemma_ in HEADING:
        office = Office(None, None, sentence.bounds(inner))  # "was named to lead the Canadian team"
    if office is None:
        return
    if verb.lemma_ in APPOINTING:
        status = "candidate" if verb.lemma_ in ("propose", "nominate") else "takes_office"
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, things_of(verb)), office, status, "named to")
    elif verb.lemma_ in HOPING | DUE or adjective is not None:
        due = verb.lemma_ in DUE or (adjective is not None and adjective.lemma_ in DUE)
        # "Scholz wants Pistorius to succeed her": the one who is to do it
        who = people_in(scene, sentence, children(inner, "nsubj")) or doers(scene, sentence, verb)
        yield from drafts(scene, sentence, verb, who, office, "takes_office" if due else "candidate", "hopes")


def aim(scene: Scene, sentence: Sentence, verb: Token) -> Office | None:
    """The post that an infinitive speaks of: "to serve as envoy", "to become president", "to lead the Pentagon", "to succeed Y"."""
    if verb.lemma_ == "form" and (cabinets := [t for t in children(verb, "dobj") if t.lemma_.lower() in ("government", "cabinet")]):
        return office_over(scene, sentence, cabinets[0])
    if verb.lemma_ in HEADING:
        return next((o for t in children(verb, "dobj") if (o := office_over(scene, sentence, t))), None)
    if verb.lemma_ in ("succeed", "replace"):
        before = next(iter(people_in(scene, sentence, things_of(verb))), None)
        if any(t.lower_ in ("him", "her") for t in things_of(verb)):
            before = named_before(scene, sentence, verb) or before  # "appointed his deputy, X, to succeed him"
        held = held_office(scene, sentence, before.id, taken=False, leaving=True) if before else None
        return office_after(scene, sentence, verb) or held
    if verb.lemma_ in SERVING:
        tokens = [*children(verb, "attr", "oprd"), *after(verb, "as")]
        return next((o for t in tokens if (o := office_of(scene, sentence, t))), None)
    return None


def _hands_over(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Stoltenberg hands over to Rutte", "passed the baton to X": one leaves the post that the other takes."""
    if verb.lemma_ not in HANDING or not any(c.lower_ in HANDED for c in verb.children):
        return
    if ahead(scene, sentence, verb, "leaves_office") is None:
        return
    takers = people_in(scene, sentence, [i for v in (verb, *children(verb, "dobj")) for i in after(v, "to")])
    for one in doers(scene, sentence, verb) if takers else ():
        office = office_after(scene, sentence, verb) or held_office(scene, sentence, one.id, taken=False)
        office = office or told_post(scene, sentence, verb) or (Office(None, None, sentence.bounds(verb)) if sentence.dates else None)
        if office:
            yield from drafts(scene, sentence, verb, [one], office, "leaves_office", "hands over")
            yield from drafts(scene, sentence, verb, takers, office, "takes_office", "hands over")


def _returns(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Is set to return as prime minister", "returned to the White House as president"."""
    back = verb.lemma_ == "make" and any(t.lemma_ in ("return", "comeback") for t in children(verb, "dobj"))
    tokens = [t for w in verb.subtree for t in after(w, "as")] if verb.lemma_ == "return" or back else []
    office = next((o for t in tokens if (o := office_of(scene, sentence, t))), None)
    if office and (status := ahead(scene, sentence, verb, "takes_office")):
        status = "candidate" if is_hoped(verb) else status  # "is tipped to return as minister"
        above = verb.head if verb.dep_ == "xcomp" else verb
        people = people_in(scene, sentence, subjects(verb) or subjects(above) or subjects(above.head))
        yield from drafts(scene, sentence, verb, people, office, status, "returns")


def _reelected(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "Re-elected X for a second term as president", which the parser takes apart."""
    for token in sentence.tokens[2:]:
        if token.lower_ == "elected" and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "re":
            office = next((o for t in sentence.tokens[token.i + 1 :] if (o := office_of(scene, sentence, t))), None)
            named = [m for m in sentence.mentions if m.id_of("person")]
            who = next((m.id_of("person") for m in named if m.start > token.idx), None) or next((m.id_of("person") for m in named), None)
            if who and office:
                yield from drafts(scene, sentence, token, [Referent(who, person=True)], office, "takes_office", "re-elected")


def _is_given(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The justice ministry goes to X", "X gets the finance portfolio", "X moves to the foreign ministry", "is put in charge of"."""
    if verb.lemma_ not in GIVEN or (status := ahead(scene, sentence, verb, "takes_office")) is None:
        return
    status = "candidate" if is_hoped(verb) else status  # "is tipped to move to the energy ministry"
    owned = subjects(verb)
    if verb.lemma_ in ("give", "hand") and not is_passive(verb):
        return  # the giver is not the one who gets it
    if verb.lemma_ in ("go", "fall", "pass") and (people := people_in(scene, sentence, after(verb, "to"))):
        posts = owned
    else:
        things = children(verb, "dobj", "oprd", "attr") if verb.lemma_ not in ("move", "return") else after(verb, "to")
        charge = [i for t in (verb, *things, *after(verb, "in")) for i in after(t, "of")] if verb.lemma_ in ("put", "place") else []
        people = people_in(scene, sentence, owned if verb.lemma_ not in ("put", "place") or is_passive(verb) else things_of(verb))
        posts = [*things, *charge]
        if charge and not any(t.lemma_.lower() in POSTED for t in posts):  # "was put in charge of the ground forces"
            over = next((o for t in charge if (o := office_over(scene, sentence, t))), None) or Office(None, None, sentence.bounds(verb))
            yield from drafts(scene, sentence, verb, people, over, status, "given")
            return
    office = next((o for t in posts if t.lemma_.lower() in POSTED if (o := office_in(scene, sentence, t))), None)
    if office and verb.lemma_ in ("move", "return") and (told := [o for t in after(verb, "as") if (o := office_of(scene, sentence, t))]):
        office = Office(told[0].role, told[0].body or office.body, told[0].at)  # "moves to the ministry as its inspector general"
    guests = office is not None and verb.lemma_ == "return" and not all(_may_hold(scene, one, office) for one in people)
    if office and people and not guests:
        yield from drafts(scene, sentence, verb, people, office, status, "given")


def _given_term(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Gave X a second term as president", "a new mandate at the head of the Commission"."""
    if (
        verb.lemma_ not in ("give", "grant", "hand", "award", "win", "secure", "get")
        or ahead(scene, sentence, verb, "takes_office") is None
    ):
        return
    for noun in (t for t in things_of(verb) if t.lemma_.lower() in ("term", "mandate")):
        tokens = [*after(noun, "as"), *after(verb, "as"), *(i for h in (noun, verb) for t in after(h, "at") for i in after(t, "of"))]
        office = next((o for t in tokens if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None)
        who = children(verb, "dative") if verb.lemma_ not in ("win", "secure", "get", "begin", "start") else subjects(verb)
        if office:
            yield from drafts(scene, sentence, verb, people_in(scene, sentence, who), office, "takes_office", "term given")


def _voted_in(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Was voted in for a second term at the head of the Commission"."""
    voted = verb.lemma_ in ("vote", "elect", "reelect", "confirm", "back", "return") and is_passive(verb)
    terms = [t for t in after(verb, "for", "to") if t.lemma_.lower() in ("term", "mandate")] if voted else []
    led = [i for n in (verb, *terms) for t in (*after(n, "at"), *after(n, "as")) for i in (t, *after(t, "of"))] if terms else []
    office = next((o for t in led if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t)) and o.body), None)
    if office and ahead(scene, sentence, verb, "takes_office"):
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, things_of(verb)), office, "takes_office", "term given")


def _holds(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Had held the post since July 2021", "has been in office since"."""
    if verb.lemma_ not in ("hold", "occupy", "be"):
        return
    since = any(c.lower_ in ("since", "from") and c.dep_ == "prep" for t in (verb, *verb.children) for c in t.children)
    held = verb.lemma_ != "be" and any(t.lemma_.lower() in SEATS for t in children(verb, "dobj"))
    there = verb.lemma_ == "be" and any(t.lower_ in ("office", "post", "power") for t in after(verb, "in"))
    if since and (held or there) and ahead(scene, sentence, verb, "holds"):
        people = people_in(scene, sentence, subjects(verb))
        yield from drafts(scene, sentence, verb, people, office_after(scene, sentence, verb, "dobj"), "holds", "held")


def _may_hold(scene: Scene, one: Referent, office: Office) -> bool:
    """ "Returned to the Oval Office": as a guest, where the office is another state's."""
    state, seat = scene.namer.state_of(one.id), scene.namer.state_of(office.body or "")
    return state is None or seat is None or state == seat
