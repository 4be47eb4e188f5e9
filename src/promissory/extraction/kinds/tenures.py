"""Finding tenures: somebody takes, holds or leaves a post, or stands for it. A title before a name alone is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.careers import find_careers
from promissory.extraction.kinds.incumbencies import find_incumbencies
from promissory.extraction.kinds.installing import ahead, contest_of, drafts, is_hoped, named_before, office_after
from promissory.extraction.kinds.posts import Office, held_office, office_of
from promissory.extraction.kinds.rosters import find_rosters
from promissory.extraction.kinds.successions import elected_office, find_successions
from promissory.extraction.listing import everyone
from promissory.extraction.owning import owners
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import after, agents, children, is_passive, subjects, things_of
from promissory.extraction.triggers import triggers

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose object gets the post.
NAMING = frozenset(
    "appoint reappoint elect reelect name nominate inaugurate install instal promote confirm swear pick choose select tap designate".split()
)
#: Verbs whose subject gets it.
TAKING = frozenset("become succeed replace take assume win follow".split())
#: Verbs whose object loses it.
OUSTING = frozenset(
    "dismiss sack oust fire remove recall topple depose unseat axe impeach suspend discharge demote expel relieve strip".split()
)
#: Those of them that are said of nothing but posts.
SACKING = frozenset("sack fire dismiss oust suspend unseat axe demote".split())
#: Verbs whose subject gives it up.
LEAVING = frozenset("resign quit retire step stand leave depart bow drop withdraw pull exit".split())
#: Nouns of an office that somebody takes up or leaves.
OFFICES = frozenset("office post position helm duty duties role job seat presidency premiership power chair function functions".split())
#: What those who stand for a post are in.
MENTIONING = frozenset("mention name see tout tip regard describe discuss float put consider list emerge cite".split())
RACES = frozenset("race contest candidacy running bid candidature consideration".split())
#: Bodies that their members leave.
CABINETS = frozenset("government cabinet ministry administration pentagon".split())
RULING = frozenset("rule govern lead head".split())
RUNNING = frozenset("run stand campaign contend vie compete seek".split())
LEAVING_NOUNS = frozenset("resignation departure dismissal retirement ouster removal sacking firing ousting".split())
CANDIDATE_NOUNS = frozenset(
    "candidate candidacy contender runner nominee bid frontrunner front-runner favourite favorite hopeful rival candidature".split()
)
TAKING_NOUNS = frozenset(
    "appointment inauguration election nomination choice selection promotion confirmation re-election reelection installation".split()
)
#: What others do with somebody's resignation or appointment.
RECEIVING = frozenset("accept approve demand welcome back reject confirm regret".split())
#: Words before a post that is not held much longer. A former one was left at another time, which the words do not tell.
GOING = frozenset(("outgoing", "departing"))
ENDING = frozenset("end expire run finish conclude".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence."""
    seen: dict[tuple[str, str], set[object]] = {}
    for draft in _all(scene, sentence):
        posts = seen.setdefault((draft.parties.get("person", [""])[0], draft.status), set())
        post = draft.slots.get("post")
        another = bool(draft.features.get("office")) and draft.status == "holds" and None not in posts and post not in posts
        if not posts or another:
            yield draft
        posts.add(post)


def _all(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    yield from find_successions(scene, sentence)
    yield from find_incumbencies(scene, sentence)
    yield from find_rosters(scene, sentence)
    yield from find_careers(scene, sentence)
    rules = {"take": _taking, "leave": _leaving, "stand": _standing, "post": _by_noun}
    for token, frame in triggers(scene.pack, sentence, "tenure"):
        if frame.role in rules:
            yield from rules[frame.role](scene, sentence, token)
    for token in sentence.tokens:
        if token.lemma_ == "be" and (attributes := children(token, "attr")):
            yield from _copula(scene, sentence, token, attributes[0])
        if token.lemma_ in RULING and token.pos_ == "VERB":
            yield from _ruling(scene, sentence, token)
        if token.lemma_ == "serve" and token.pos_ == "VERB":
            yield from _serving(scene, sentence, token)
        if token.lower_ in GOING and token.dep_ in ("amod", "compound", "advmod", "nmod"):
            yield from _outgoing(scene, sentence, token)
        if token.lower_ == "since" and token.head.i in sentence.at and sentence.at[token.head.i].id_of("title"):
            yield from _since(scene, sentence, token.head)


# --- rules -------------------------------------------------------------------------------------------------------------


def _taking(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "NATO names Rutte its next chief", "Rutte became Secretary General", "Truss took office", "was appointed minister"."""
    status = ahead(scene, sentence, verb, "takes_office")
    if status is None or is_hoped(verb) or any(s.lower_ in ("whoever", "anyone", "nobody") for s in subjects(verb)):
        return
    if verb.lemma_ in NAMING:
        people = _glued(sentence, verb) or everyone(scene, sentence, things_of(verb))
        office = office_after(scene, sentence, verb, "oprd", "attr", "dobj")
        people = [p for p in people if not (p.inferred and office and _has(scene, p.id, office))]
        if office is not None or verb.lemma_ in ("elect", "inaugurate", "swear"):
            yield from drafts(scene, sentence, verb, people, office, status, "named")
        return
    if verb.lemma_ == "become":
        office = office_after(scene, sentence, verb, "attr", "dobj", "acomp")
        if office is not None:
            yield from drafts(scene, sentence, verb, everyone(scene, sentence, subjects(verb)), office, status, "becomes")
        return
    if verb.lemma_ in ("take", "assume") and not _takes_office(verb):
        return
    if verb.lemma_ == "relieve" and _is_freed(verb):
        return
    if verb.lemma_ in ("succeed", "replace", "relieve", "follow") and (before := _replaced(scene, sentence, verb)):
        yield from _handover(scene, sentence, verb, before, status)
        return
    if verb.lemma_ in ("succeed", "replace", "relieve", "win", "follow") and not office_after(scene, sentence, verb, "dobj"):
        return
    office = office_after(scene, sentence, verb, "dobj", "oprd")
    yield from drafts(scene, sentence, verb, everyone(scene, sentence, subjects(verb)), office, status, "takes")


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
        return [one] if (one := named_before(scene, sentence, verb)) else []
    return [p for p in everyone(scene, sentence, objects) if p.person][:1]


def _handover(scene: Scene, sentence: Sentence, verb: Token, before: list[Referent], status: str) -> Iterator[Draft]:
    """ "Sybiha replaces Kuleba": one takes the post that the other leaves."""
    office = office_after(scene, sentence, verb) or held_office(scene, sentence, before[0].id, taken=False)
    # "replaced him with X": the subject only decides; the parser may hang "with" on the post
    taken = [p for t in verb.subtree for p in after(t, "with") if t.i >= verb.i] if verb.lemma_ == "replace" else []
    taker = everyone(scene, sentence, taken or (_successors(verb) if is_passive(verb) else [s for s in subjects(verb) if s.tag_ != "WP"]))
    if office:
        yield from drafts(scene, sentence, verb, [p for p in taker if p.id != before[0].id], office, status, "replaces")
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
    if verb.lemma_ in OUSTING:
        people = [p for p in everyone(scene, sentence, things_of(verb)) if p.person]
    else:
        people = [p for p in everyone(scene, sentence, subjects(verb)) if p.person]
    office = office_after(scene, sentence, verb, "dobj")
    if _is_race(verb):
        office = office or next((o for t in verb.subtree if t.lower_ in RACES and (o := _to_lead(scene, sentence, t))), None)
    if verb.lemma_ in LEAVING and not _leaves(verb) and not (office and verb.lemma_ != "leave"):
        return
    if verb.lemma_ in OUSTING and not (
        is_passive(verb) or office or (verb.lemma_ in SACKING and all(held_office(scene, sentence, p.id, taken=False) for p in people))
    ):
        return
    yield from drafts(scene, sentence, verb, people, office, "candidate" if _is_race(verb) else "leaves_office", "leaves")


def _leaves(verb: Token) -> bool:
    words = {c.lower_ for c in verb.children}
    if verb.lemma_ in ("step", "stand"):
        return bool(words & {"down", "aside", "back"})
    if verb.lemma_ in ("bow", "drop", "pull"):
        return "out" in words
    if verb.lemma_ in ("resign", "retire"):
        return True
    if any(o.lemma_.lower() in CABINETS and o.head.i == verb.i for o in children(verb, "dobj")):
        return True
    if verb.lemma_ in ("withdraw", "exit") and any(t.lower_ in RACES for t in verb.subtree):
        return True
    return any(o.lemma_.lower() in OFFICES for t in [*children(verb, "dobj"), *after(verb, "from", "after", "as")] for o in t.subtree)


def _is_race(verb: Token) -> bool:
    return verb.lemma_ in ("bow", "drop", "pull") or any(t.lower_ in RACES for t in verb.subtree)


def _standing(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Runs for president", "campaign for the premiership"."""
    people = [p for p in everyone(scene, sentence, subjects(verb)) if p.person]
    aims = [*after(verb, "for", "to"), *(children(verb, "dobj") if verb.lemma_ in ("seek", "contest") else [])]
    office = next((o for t in aims if (o := office_of(scene, sentence, t))), None)
    office = office or next((o for t in after(verb, "in") if (o := elected_office(scene, sentence, t, people))), None)
    if office and people:
        yield from drafts(scene, sentence, verb, people, office, "candidate", "stands")


def _by_noun(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Kuleba's resignation", "a candidate to lead NATO", "the term of Stoltenberg ends"."""
    lemma = noun.lemma_.lower()
    people = [p for p in [*owners(scene, sentence, noun), *everyone(scene, sentence, after(noun, "of", "by"))] if p.person]
    if _is_received(noun):  # "Zelensky accepted his resignation"
        people = [one] if (one := named_before(scene, sentence, noun)) else []
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and noun.head.pos_ in ("VERB", "AUX") else None
    if lemma in ("term", "mandate", "tenure"):
        if people and verb is not None and verb.lemma_ in ENDING and noun.dep_ == "nsubj":
            yield from drafts(scene, sentence, noun, people, None, "leaves_office", "term")
        return
    if noun.dep_ == "appos" and lemma in CANDIDATE_NOUNS:
        people = [p for p in everyone(scene, sentence, [noun.head]) if p.person]
    if not people and noun.dep_ == "pobj" and noun.head.lower_ == "as" and lemma in CANDIDATE_NOUNS:
        people = [p for p in everyone(scene, sentence, things_of(noun.head.head)) if p.person]  # "leaves X as the only candidate"
    if verb is not None and not people:
        people = [p for p in everyone(scene, sentence, agents(verb) if is_passive(verb) else subjects(verb)) if p.person]
    if not people and noun.dep_ == "pobj" and noun.head.head.dep_ in ("dobj", "nsubjpass") and noun.head.head.head.pos_ == "VERB":
        above = noun.head.head.head
        people = [p for p in everyone(scene, sentence, agents(above) if is_passive(above) else subjects(above)) if p.person]
    office = next((o for t in after(noun, "for", "as") if (o := office_of(scene, sentence, t))), None) or _to_lead(scene, sentence, noun)
    if lemma in LEAVING_NOUNS:
        yield from drafts(scene, sentence, noun, people, office, "leaves_office", "resignation")
    elif lemma in CANDIDATE_NOUNS and (office or lemma in ("candidacy", "candidature") or _is_mentioned(scene, noun)):
        yield from drafts(scene, sentence, noun, people, office, "candidate", "candidate")
    elif lemma in TAKING_NOUNS and office and people:
        yield from drafts(scene, sentence, noun, people, office, "takes_office", "appointment")


def _is_mentioned(scene: Scene, noun: Token) -> bool:
    """ "Kallas had also been mentioned as a contender", in a text about who is to get a post."""
    said = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else None
    return said is not None and said.lemma_ in MENTIONING and contest_of(scene) != (None, None)


def _is_received(noun: Token) -> bool:
    """Whether it is another's: "accepted his resignation", "announced her appointment"."""
    theirs = any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in noun.lefts)
    return (
        theirs
        and noun.dep_ == "dobj"
        and noun.head.lemma_ in ("accept", "approve", "demand", "welcome", "back", "reject", "confirm", "regret")
    )


def _to_lead(scene: Scene, sentence: Sentence, noun: Token) -> Office | None:
    """ "A candidate to lead NATO": the post at the head of a body."""
    for verb in noun.children:
        if verb.dep_ in ("acl", "relcl", "xcomp") and verb.lemma_ in ("lead", "head", "run"):
            for body in scene.states(everyone(scene, sentence, children(verb, "dobj"))):
                if (
                    role := next((r for r in ("secretary_general", "president", "prime_minister") if (r, body) in scene.pack.holders), None)
                ) is not None:
                    return Office(role, body, sentence.bounds(verb))
    return None


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
    if not people or office is None:
        return
    words = {c.lower_ for c in attribute.lefts}
    mood = scene.mood(sentence, verb)
    if mood.negated or mood.conditional:
        return
    coming = mood.tense == "future" or (mood.tense == "infinitive" and verb.head.lemma_ == "be")
    if coming or words & {"next", "new", "incoming"}:
        yield from drafts(scene, sentence, verb, people, office, "takes_office", "next")
    elif office.body or _is_known(scene, people, office) or (sentence.dates and not any(c.lower_ in ("a", "an") for c in attribute.lefts)):
        yield from drafts(scene, sentence, verb, people, office, "holds", "copula")


def _is_known(scene: Scene, people: list[Referent], office: Office) -> bool:
    """Whether the pack knows somebody in that post."""
    return any(p.role == office.role for one in people for p in scene.pack.posts_of.get(one.id, ()))


def _serving(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Served as defence secretary from 2019 to 2023"."""
    office = next((o for t in after(verb, "as") if (o := office_of(scene, sentence, t))), None)
    if office:
        yield from drafts(
            scene, sentence, verb, [p for p in everyone(scene, sentence, subjects(verb)) if p.person], office, "holds", "serves"
        )


def _ruling(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has ruled Hungary since 2010"."""
    people = [p for p in everyone(scene, sentence, subjects(verb)) if p.person]
    if any(c.lower_ == "since" and c.dep_ == "prep" for c in verb.children) and scene.mood(sentence, verb).tense == "perfect":
        yield from drafts(scene, sentence, verb, people, None, "holds", "rules")


def _outgoing(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "The outgoing prime minister X", "the outgoing ambassador, X": a post that the one named beside it is leaving."""
    for mention in sentence.mentions:
        person, head = mention.id_of("person", "surname"), sentence.head_of(mention)
        if person is None or head is None or not word.i < head.i <= word.i + 8:
            continue
        between = sentence.tokens[word.i + 1 : head.i]
        title = next((t for t in between if t.i in sentence.at and sentence.at[t.i].id_of("title")), None)
        if title is None or any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in between):
            return
        if office := office_of(scene, sentence, title):
            yield from drafts(scene, sentence, title, [Referent(person, person=True)], office, "leaves_office", "outgoing")
        return


def _since(scene: Scene, sentence: Sentence, title: Token) -> Iterator[Draft]:
    """ "Kuleba, foreign minister since 2020"."""
    office = office_of(scene, sentence, title)
    holder = title.head if title.dep_ == "appos" else title
    if office:
        yield from drafts(scene, sentence, title, [p for p in everyone(scene, sentence, [holder]) if p.person], office, "holds", "since")
