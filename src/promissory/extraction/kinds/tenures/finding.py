"""Finding tenures: somebody takes, holds or leaves a post, or stands for it. A title before a name alone is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.tenures.arriving import find_arrivals
from promissory.extraction.kinds.tenures.aspiring import find_aspirants
from promissory.extraction.kinds.tenures.careers import EARLIER, RULING, find_careers, ruling, serving, since
from promissory.extraction.kinds.tenures.changing import find_changes
from promissory.extraction.kinds.tenures.departing import find_departures
from promissory.extraction.kinds.tenures.deputizing import find_deputies
from promissory.extraction.kinds.tenures.incumbencies import find_incumbencies
from promissory.extraction.kinds.tenures.installing import (
    ahead,
    drafts,
    is_beside,
    is_hoped,
    named_before,
    office_after,
    office_said,
    only_dates,
    person_at,
    told_post,
)
from promissory.extraction.kinds.tenures.nominations import by_noun, to_lead
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_of, office_over
from promissory.extraction.kinds.tenures.replacing import decides_on_post, put_in_place
from promissory.extraction.kinds.tenures.reshuffling import find_reshuffles
from promissory.extraction.kinds.tenures.rosters import find_rosters
from promissory.extraction.kinds.tenures.standing import find_candidates
from promissory.extraction.kinds.tenures.successions import elected_office, find_successions
from promissory.extraction.kinds.tenures.successors import is_mulled
from promissory.extraction.lexicon.verbs import NAMING
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose object gets the post.
APPOINTING = NAMING | frozenset("reelect inaugurate swear approve".split())
#: Verbs whose object loses it.
OUSTING = frozenset(
    "dismiss sack oust fire remove recall topple depose unseat axe impeach suspend discharge demote expel relieve strip".split()
)
#: Those of them that are said of nothing but posts.
SACKING = frozenset("sack fire dismiss oust suspend unseat axe demote".split())
#: Those that say of what somebody is freed.
STRIPPING = frozenset("strip relieve".split())
#: Verbs whose subject gives it up.
LEAVING = frozenset("resign quit retire step stand leave depart bow drop withdraw pull exit".split())
#: Nouns of an office that somebody takes up or leaves.
OFFICES = frozenset(
    "office post position helm duty duties role job seat presidency premiership chancellery chancellorship power chair "
    "function functions".split()
)
TOPS = frozenset("command top head leadership".split())
#: What one steps down from who leaves no post.
LANDINGS = frozenset("plane train car helicopter bus stage podium platform ship carriage stair ladder aircraft bike tank".split())
RACES = frozenset("race contest candidacy running bid candidature consideration".split())
#: Bodies that their members leave.
#: What is said of a holder who is held to be none.
DISPUTED = frozenset("illegitimate illegal unlawful unelected fake sham".split())
CABINETS = frozenset("government cabinet ministry administration pentagon".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence."""
    seen: dict[tuple[str, str], set[object]] = {}
    told = list(_all(scene, sentence))
    leaving = {(draft.parties["person"][0], draft.slots.get("post")) for draft in told if draft.status == "leaves_office"}
    taken = {(d.parties.get("person", [""])[0], d.slots.get("post"), d.slots.get("date")) for d in told if d.status == "takes_office"}
    running = {draft.parties["person"][0] for draft in told if draft.rule in ("another term", "term given")}
    for draft in told:
        person, post = draft.parties.get("person", [""])[0], draft.slots.get("post")
        if draft.status == "holds" and "date" not in draft.slots and {(person, post), (person, None)} & leaving:
            continue  # "leaves after ten years in the post" is one thing
        if draft.status == "holds" and post is not None and (person, post, draft.slots.get("date")) in taken:
            continue  # "began a second term as president"
        if draft.status == "holds" and draft.parties.get("person", [""])[0] in running:
            continue  # "seeks a second term as president": what is sought is the post that is held
        posts = seen.setdefault((person, draft.status), set())
        another = bool(draft.features.get("office")) and draft.status == "holds" and None not in posts and post not in posts
        if not posts or another:
            yield draft
        posts.add(post)


def _all(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    yield from find_successions(scene, sentence)
    yield from find_incumbencies(scene, sentence)
    yield from find_rosters(scene, sentence)
    yield from find_careers(scene, sentence)
    rules = {"take": _taking, "leave": _leaving, "stand": _standing, "post": by_noun}
    for token, frame in triggers(scene.pack, sentence, "tenure"):
        if frame.role in rules:
            yield from rules[frame.role](scene, sentence, token)
    for token in sentence.tokens:
        if token.lemma_ == "be" and (attributes := children(token, "attr")):
            yield from _copula(scene, sentence, token, attributes[0])
        if token.lemma_ in RULING and token.pos_ == "VERB":
            yield from ruling(scene, sentence, token)
        if token.lemma_ in ("serve", "last") and token.pos_ == "VERB":
            yield from serving(scene, sentence, token)
        if token.lower_ == "since" and token.head.i in sentence.at and sentence.at[token.head.i].id_of("title"):
            yield from since(scene, sentence, token.head)
    for told in (find_changes, find_arrivals, find_candidates, find_aspirants, find_departures, find_deputies, find_reshuffles):
        yield from told(scene, sentence)


# --- rules -------------------------------------------------------------------------------------------------------------


def _taking(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "NATO names Rutte its next chief", "Rutte became Secretary General", "Truss took office", "was appointed minister"."""
    status = ahead(scene, sentence, verb, "takes_office")
    if status is None or is_hoped(verb) or any(s.lower_ in ("whoever", "anyone", "nobody") for s in subjects(verb)):
        return
    if verb.lemma_ in APPOINTING:
        people = _glued(sentence, verb) or everyone(scene, sentence, things_of(verb))
        told = [o for w in (verb, *things_of(verb)) for t in after(w, "as") if (o := office_of(scene, sentence, t))]
        office = next(iter(told), None) or office_after(scene, sentence, verb, "oprd", "attr", "dobj")
        people = [p for p in people if not (p.inferred and office and _has(scene, p.id, office))]
        if _is_headline(sentence, verb) or (office_said(verb) and not told):
            return  # read from the order of words, or "named the intelligence chief, X, to the post"
        status = "candidate" if verb.lemma_ == "nominate" else status
        if verb.dep_ == "amod" and verb.tag_ == "VBN" and (named := children(verb, "nsubj")):  # "Shmyhal appointed defence minister"
            people, office = everyone(scene, sentence, named), office_of(scene, sentence, verb.head)
        if verb.dep_ == "pcomp" and not people:  # "his first summit since being appointed minister"
            people = everyone(scene, sentence, children(verb.head.head, "poss"))
        if verb.tag_ == "VBN" and verb.dep_ in ("dep", "acl") and not people:  # "Trump, just inaugurated as president, …"
            people = everyone(scene, sentence, [verb.head])
        if verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not people and not children(verb, "aux", "auxpass"):
            people = everyone(scene, sentence, subjects(verb))
        if office is None and people and any(t.lemma_.lower() in OFFICES for t in after(verb, "in")):
            people = people[:1]
            office = held_office(scene, sentence, people[0].id, taken=False)  # "was confirmed in the post"
        if office is None and verb.lemma_ in ("confirm", "appoint") and is_passive(verb) and not after(verb, "to", "in"):
            beside = [o for p in people[:1] if (o := held_office(scene, sentence, p.id, taken=False)) and is_beside(sentence, p.id)]
            office = next(iter(beside), None)  # "Deputy Secretary X, who was confirmed last week"
        if office is not None or verb.lemma_ in ("elect", "inaugurate", "swear"):
            yield from drafts(scene, sentence, verb, people, office, status, "named")
        return
    if verb.lemma_ == "become":
        office = office_after(scene, sentence, verb, "attr", "dobj", "acomp")
        lasting = any(t.lower_ == "serving" for c in children(verb, "attr") for t in c.lefts)
        if office is not None and not lasting:  # "becoming the country's longest-serving minister"
            yield from drafts(scene, sentence, verb, everyone(scene, sentence, _who_becomes(verb)), office, status, "becomes")
        return
    if verb.lemma_ in ("take", "assume") and not _takes_office(verb):
        return
    if verb.lemma_ == "relieve" and _is_freed(verb):
        return
    if decides_on_post(scene, sentence, verb):  # "replaced his defence minister with X"
        yield from put_in_place(scene, sentence, verb, status)
        return
    if verb.lemma_ in ("succeed", "replace", "relieve", "follow") and (before := _replaced(scene, sentence, verb)):
        yield from _handover(scene, sentence, verb, before, status)
        return
    if verb.lemma_ in ("succeed", "replace", "relieve", "win", "follow") and not office_after(scene, sentence, verb, "dobj"):
        return
    office = office_after(scene, sentence, verb, "dobj", "oprd")
    if office is None and only_dates(sentence, verb):
        return
    yield from drafts(scene, sentence, verb, everyone(scene, sentence, subjects(verb)), office, status, "takes")


def _who_becomes(verb: Token) -> list[Token]:
    """The subject of "become"; "resigned as premier to become envoy" may be taken for "as a premier to become …"."""
    taken_in = any(c.lower_ == "as" for c in children(verb, "mark")) and verb.dep_ in ("advcl", "xcomp")
    return subjects(verb.head) if taken_in else subjects(verb)


def _is_headline(sentence: Sentence, verb: Token) -> bool:
    """ "Zelensky named chief X to the post", where the parser takes the verb for a participle of the one who names."""
    at = sentence.at.get(verb.i - 1)
    named = at is not None and at.id_of("person", "surname") is not None
    return verb.dep_ == "acl" and named and not children(verb, "agent")


def _is_freed(verb: Token) -> bool:
    """ "Relieved X of his duties": nobody is said to take them."""
    return any(t.lemma_.lower() in OFFICES | {"command"} for prep in verb.subtree if prep.lower_ == "of" for t in prep.children)


def _glued(sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Appoints Syrskyi army chief": a headline's name, which the parser takes for a part of the post."""
    titles = [o for o in children(verb, "dobj", "oprd") if o.i in sentence.at and sentence.at[o.i].id_of("title")]
    inside = [t for o in titles for t in o.lefts if t.dep_ in ("compound", "nmod", "amod")]
    return [Referent(p, person=True) for t in inside for m in [sentence.at.get(t.i)] if m and (p := m.id_of("person", "surname"))]


def _has(scene: Scene, person: str, office: Office) -> bool:
    """Whether a post is somebody's own already: "Sybiha named foreign minister" does not name the minister in post."""
    first, last = scene.discourse.first, scene.discourse.last
    return any(p.role == office.role and p.held_on(first, last) for p in scene.pack.posts_of.get(person, ()))


def _replaced(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """The one whose post goes to another."""
    objects = [verb.head if o.tag_ == "WP" and verb.dep_ == "relcl" else o for o in things_of(verb)]
    if any(o.lower_ in ("him", "her") for o in objects):
        if any(s.lower_ in ("they", "you", "we") for s in subjects(verb)):
            return []  # "they will replace him"
        return [one] if (one := named_before(scene, sentence, verb)) else []
    return [p for p in everyone(scene, sentence, objects) if p.person][:1]


def _handover(scene: Scene, sentence: Sentence, verb: Token, before: list[Referent], status: str) -> Iterator[Draft]:
    """ "Sybiha replaces Kuleba": one takes the post that the other leaves."""
    above = verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.lemma_ in APPOINTING else verb
    office = office_after(scene, sentence, verb) or office_after(scene, sentence, above, "oprd", "attr", "dobj")
    office = (
        office
        or held_office(scene, sentence, before[0].id, taken=False, leaving=True)
        or told_post(scene, sentence, verb)
        or Office(None, None, sentence.bounds(verb))
    )
    # "replaced him with X": the subject only decides; the parser may hang "with" on the post
    taken = [p for t in verb.subtree for p in after(t, "with") if t.i >= verb.i] if verb.lemma_ == "replace" else []
    taker = everyone(scene, sentence, taken or (_successors(verb) if is_passive(verb) else [s for s in subjects(verb) if s.tag_ != "WP"]))
    if verb.dep_ == "relcl" and any(
        t.lower_ in ("he", "she") for t in children(verb, "nsubj")
    ):  # "led by X, of the agency where he succeeds"
        near = [one for t in sentence.tokens[: verb.i] if (one := person_at(scene, sentence, t))]
        taker = [Referent(near[-1][0], person=True)] if near else taker
    if office and is_mulled(verb):
        yield from drafts(scene, sentence, verb, everyone(scene, sentence, taken), office, "candidate", "replaces")
    elif office:
        yield from drafts(scene, sentence, verb, [p for p in taker if p.id != before[0].id], office, status, "replaces")
        if status != "candidate":
            yield from drafts(scene, sentence, verb, before, office, "leaves_office", "replaced")


def _successors(verb: Token) -> list[Token]:
    """Those after "by", which may hang on the post ("is followed as commander by X")."""
    return agents(verb) or [i for t in verb.subtree if t.i > verb.i for i in after(t, "by")]


def _takes_office(verb: Token) -> bool:
    """ "Takes office", "took over as minister", "takes up his duties"."""
    objects = children(verb, "dobj")
    if any(
        o.lemma_.lower() in OFFICES | {"oath"} and not any(c.lower_ in ("a", "his", "her") for c in o.lefts if o.lower_ == "seat")
        for o in objects
    ):
        return True
    return any(c.lower_ == "over" for c in children(verb, "prt")) and bool(after(verb, "as"))


def _leaving(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Kuleba resigned", "Stoltenberg steps down in October", "the minister was sacked"."""
    status = ahead(scene, sentence, verb, "leaves_office")
    if status is None:
        return
    if verb.lemma_ in LEAVING and is_passive(verb) and verb.lemma_ != "retire":
        return  # "was left out"
    if verb.lemma_ in OUSTING:
        people = [p for p in everyone(scene, sentence, things_of(verb)) if p.person]
    else:
        people = [p for p in everyone(scene, sentence, subjects(verb)) if p.person]
    office = office_after(scene, sentence, verb, "dobj")
    if _is_race(verb):
        office = office or next((o for t in verb.subtree if t.lower_ in RACES and (o := to_lead(scene, sentence, t))), None)
    if verb.lemma_ == "leave" and _just_leaves(sentence, verb):
        yield from drafts(scene, sentence, verb, people, office, "leaves_office", "leaves")
        return
    if verb.lemma_ in LEAVING and not _leaves(verb) and not (office and (verb.lemma_ != "leave" or after(verb, "as"))):
        return
    if verb.lemma_ == "step" and any(c.lower_ == "down" for c in verb.children) and _is_off_something(scene, sentence, verb):
        return
    away = any(t.lemma_.lower() in OFFICES | TOPS for t in after(verb, "from", "of"))
    if verb.lemma_ == "discharge" and after(verb, "from") and not away:
        return  # "was discharged from military service"
    if not office and not away and verb.lemma_ in OUSTING:
        office = next((o for t in after(verb, "from") if (o := office_over(scene, sentence, t)) and o.role), None)
    if verb.lemma_ in STRIPPING and not away and (after(verb, "of") or verb.lemma_ == "strip"):
        return  # "stripped of his citizenship"
    if verb.lemma_ in OUSTING and not (
        is_passive(verb)
        or away
        or office
        or (verb.lemma_ in SACKING and all(held_office(scene, sentence, p.id, taken=False) for p in people))
    ):
        return
    yield from drafts(scene, sentence, verb, people, office, "candidate" if _is_race(verb) else "leaves_office", "leaves")


def _is_off_something(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Stepped down from the plane": what one gets off, and no post or house that has a head."""
    left = after(verb, "from", "off", "onto")
    words = {t.lemma_.lower() for t in left}
    seats = words & (OFFICES | TOPS | CABINETS) or any(office_of(scene, sentence, t) or office_over(scene, sentence, t) for t in left)
    return bool(words & LANDINGS) and not seats


def _leaves(verb: Token) -> bool:
    words = {c.lower_ for c in verb.children}
    if verb.lemma_ in ("step", "stand"):
        return bool(words & {"down", "aside", "back"})
    if verb.lemma_ in ("drop", "pull"):
        return "out" in words and _is_race(verb)
    if verb.lemma_ == "bow":
        return "out" in words
    if verb.lemma_ in ("resign", "retire"):
        return True
    if any(o.lemma_.lower() in CABINETS and o.head.i == verb.i for o in children(verb, "dobj")):
        return True
    if verb.lemma_ in ("withdraw", "exit") and any(t.lower_ in RACES for t in verb.subtree):
        return True
    return any(o.lemma_.lower() in OFFICES for t in [*children(verb, "dobj"), *after(verb, "from", "after", "as")] for o in t.subtree)


def _just_leaves(sentence: Sentence, verb: Token) -> bool:
    """ "Ukraine's envoy, X, is leaving after four years": one called by a post who goes, not to or from anywhere."""
    whole = not children(verb, "dobj", "prt", "advmod") and not after(verb, "to", "for", "from", "with", "on")
    posted = any(t.i in sentence.at and sentence.at[t.i].id_of("title") for s in subjects(verb) for t in s.subtree)
    return whole and posted and (verb.tag_ == "VBG" or bool(after(verb, "after")))


def _is_race(verb: Token) -> bool:
    out_of = [i for c in (verb, *verb.children) if c is verb or c.lower_ == "out" for i in after(c, "of", "from")]
    of_race = not out_of or any(t.lower_ in RACES for o in out_of for t in o.subtree)  # not "dropped out of the call"
    return (verb.lemma_ in ("drop", "pull") and of_race) or any(t.lower_ in RACES for t in verb.subtree)


def _standing(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Runs for president", "campaign for the premiership"."""
    people = [p for p in everyone(scene, sentence, subjects(verb)) if p.person]
    aims = [*after(verb, "for", "to"), *(children(verb, "dobj") if verb.lemma_ in ("seek", "contest") else [])]
    office = next((o for t in aims if (o := office_of(scene, sentence, t))), None)
    office = office or next((o for t in after(verb, "in") if (o := elected_office(scene, sentence, t, people))), None)
    if office and people:
        yield from drafts(scene, sentence, verb, people, office, "candidate", "stands")


def _copula(scene: Scene, sentence: Sentence, verb: Token, attribute: Token) -> Iterator[Draft]:
    """ "Rutte will be the next Secretary General", "X is no longer a candidate", "X was minister from 2019 to 2023"."""
    people = [p for p in everyone(scene, sentence, subjects(verb)) if p.person]
    if any(s.lemma_.lower() == "successor" for s in subjects(verb)):  # "his successor is X"
        people = [p for p in everyone(scene, sentence, [attribute]) if p.person]
        role, body = scene.discourse.contest
        if role or body:
            yield from drafts(
                scene, sentence, attribute, people, Office(role, body, sentence.bounds(attribute)), "takes_office", "successor"
            )
        return
    office = office_of(scene, sentence, attribute)
    if office and office.role != "candidate" and any(c.lower_ == "longer" for t in (verb, attribute) for c in t.children) and people:
        yield from drafts(scene, sentence, verb, people, office, "leaves_office", "no longer")
        return
    if not people or office is None or office.role == "candidate" or (verb.dep_ == "xcomp" and verb.head.lemma_ in APPOINTING):
        return  # "picked X to be the next commander": the one who picks gets nothing
    words = {c.lower_ for c in attribute.lefts}
    mood = scene.mood(sentence, verb)
    if mood.negated or mood.conditional or _is_judged(attribute, office):
        return
    coming = mood.tense == "future" or (mood.tense == "infinitive" and verb.head.lemma_ == "be")
    if coming or words & {"next", "new", "incoming"}:
        yield from drafts(scene, sentence, verb, people, office, "takes_office", "next")
    elif any(c.lower_ in EARLIER and c.dep_ == "advmod" for c in verb.children) and verb.tag_ == "VBD":
        yield from drafts(scene, sentence, verb, people, office, "holds", "copula")  # "was ambassador in Vienna before"
    elif office.body or _is_known(scene, people, office) or (sentence.dates and not any(c.lower_ in ("a", "an") for c in attribute.lefts)):
        yield from drafts(scene, sentence, verb, people, office, "holds", "copula")


def _is_judged(attribute: Token, office: Office) -> bool:
    """ "Is an illegitimate president": an office that whoever speaks does not own."""
    return office.role is not None and any(c.dep_ == "amod" and c.lower_ in DISPUTED for c in attribute.lefts)


def _is_known(scene: Scene, people: list[Referent], office: Office) -> bool:
    """Whether the pack knows somebody in that post."""
    return any(p.role == office.role for one in people for p in scene.pack.posts_of.get(one.id, ()))
