"""Tenures of posts that the clause only points to: "was appointed in May", "seeks a second term", "is mentioned for the job"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, conjuncts
from promissory.extraction.kinds.tenures.installing import ahead, drafts, named_before, told_post
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_in, office_of, office_over
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone, people_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that put somebody in a post which the clause does not name.
NAMING = frozenset("appoint reappoint confirm approve".split())
#: Verbs by which somebody is spoken of as one who may get a post.
MENTIONING = frozenset("mention tout tip float shortlist slate discuss rumour rumor earmark".split())
TERMS = frozenset("term mandate re-election reelection election".split())
JOBS = frozenset("job post position role office portfolio vacancy".split())
RUNNING = frozenset("run stand compete vie contend apply".split())
#: What somebody is in who may get a post, and what the post is about.
CONTEST = frozenset("running contention frame race".split())
LEADING = frozenset("lead head run succeed replace become chair command".split())
#: Words for the place at the head of a body.
HEAD = frozenset(("head", "helm"))


def find_aspirants(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these ways of speaking tell."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX"):
            for rule in (_appointed, _another_term, _mentioned, _runners, _at_the_head):
                yield from rule(scene, sentence, token)
        elif token.lower_ in CONTEST and token.dep_ == "pobj" and token.head.lower_ == "in":
            yield from _in_the_running(scene, sentence, token)


def _appointed(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X, who was appointed in May", "since parliament confirmed him on 6 May": the post is the one beside the name or held then."""
    if verb.lemma_ not in NAMING or after(verb, "as", "to", "for") or children(verb, "oprd", "attr", "xcomp", "ccomp"):
        return
    things = things_of(verb)
    pronoun = any(t.lower_ in ("him", "her") for t in things)
    before = named_before(scene, sentence, verb) if pronoun else None
    people = [before] if before else [p for p in everyone(scene, sentence, things) if p.person]
    status = ahead(scene, sentence, verb, "takes_office") if len(things) == 1 else None
    dated = any(sentence.date_at.get(t.i) for t in verb.subtree)
    if status is None or len(people) != 1 or not (dated or pronoun) or not (is_passive(verb) or pronoun):
        return
    office = held_office(scene, sentence, people[0].id, taken=False)
    if office is not None:
        yield from drafts(scene, sentence, verb, people, office, status, "appointed")


def _another_term(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Would seek a second term as president of the Commission", "is running for re-election"."""
    if verb.lemma_ not in RUNNING | {"seek", "want", "bid"}:
        return
    terms = [t for t in (*children(verb, "dobj"), *after(verb, "for")) if t.lemma_.lower() in TERMS]
    if not terms or scene.mood(sentence, verb).negated:
        return
    people = people_in(scene, sentence, subjects(verb))
    office = next((o for t in terms for i in after(t, "as", "in") if (o := office_of(scene, sentence, i))), None)
    office = office or next((o for p in people if (o := held_office(scene, sentence, p.id, taken=False))), None)
    if office and office.role != "candidate":
        yield from drafts(scene, sentence, verb, people, office, "candidate", "another term")


def _mentioned(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The job, for which X is being mentioned", "X has been tipped for the post of speaker"."""
    if verb.lemma_ not in MENTIONING or not is_passive(verb) or scene.mood(sentence, verb).negated:
        return
    aims = [verb.head if t.tag_ == "WDT" else t for t in after(verb, "for", "as")]
    people = people_in(scene, sentence, subjects(verb))
    office = next((o for t in aims if (o := office_of(scene, sentence, t) or office_in(scene, sentence, t))), None)
    if people and (office or any(t.lemma_.lower() in JOBS for t in aims)):
        yield from drafts(scene, sentence, verb, people, office or told_post(scene, sentence, verb), "candidate", "mentioned")


def _in_the_running(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Is in the running to head a command", "is in contention for the post of speaker"."""
    verb = noun.head.head
    if verb.lemma_ not in ("be", "remain", "stay") or scene.mood(sentence, verb).negated:
        return
    clauses = [c for n in (noun, verb) for c in children(n, "acl", "xcomp", "advcl", "relcl") if c.lemma_ in LEADING]
    led = [t for c in clauses for t in children(c, "dobj", "attr")]
    aims = [i for n in (noun, verb) for t in after(n, "for") for i in (t, *after(t, "of"))]
    office = next((o for t in (*led, *aims) if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None)
    if office or led:
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, subjects(verb)), office, "candidate", "in the running")


def _runners(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Three people are running for her post: X, Y and Z": those named after the colon."""
    if verb.lemma_ not in RUNNING:
        return
    aims = after(verb, "for")
    colon = next((t for t in sentence.tokens[verb.i :] if t.text == ":"), None)
    if not aims or colon is None or people_in(scene, sentence, _own(verb)):
        return
    office = next((o for t in aims for i in (t, *after(t, "of")) if (o := office_of(scene, sentence, i))), None)
    office = office or told_post(scene, sentence, verb) or _hers(scene, sentence, aims)
    first = [t for t in sentence.tokens[colon.i + 1 :] if t.dep_ == "appos" and t.pos_ == "PROPN"][:1]
    named = [p for t in first for one in conjuncts(t) if (p := scene.namer.name(sentence, one)) and p.person]
    if office:
        yield from drafts(scene, sentence, verb, named, office, "candidate", "runners")


def _own(verb: Token) -> list[Token]:
    """The subject itself, without what stands beside it after the colon."""
    return [s for s in children(verb, "nsubj") if s.pos_ == "PROPN"]


def _hers(scene: Scene, sentence: Sentence, aims: list[Token]) -> Office | None:
    """ "Her post": that of the one named last."""
    mine = any(c.lower_ in ("his", "her") for t in aims for c in t.lefts)
    last = scene.discourse.person if mine else None
    return held_office(scene, sentence, last, taken=False) if last else None


def _at_the_head(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has been at the head of the institution since last summer", "at the helm of NATO since 2014"."""
    spots = [t for t in after(verb, "at") if t.lemma_.lower() in HEAD] if verb.lemma_ == "be" else []
    if not spots:
        return
    since = any(c.lower_ in ("since", "for") and c.dep_ == "prep" for c in verb.children)
    if not since or scene.mood(sentence, verb).tense != "perfect":
        return
    people = people_in(scene, sentence, subjects(verb))
    told = [o for s in subjects(verb) for t in children(s, "appos") if (o := office_of(scene, sentence, t))]
    own = next((o for p in people if (o := held_office(scene, sentence, p.id, taken=False))), None) or next(iter(told), None)
    office = own or next((o for s in spots for t in after(s, "of") if (o := office_over(scene, sentence, t))), None)
    yield from drafts(scene, sentence, verb, people, office or _head(sentence, spots[0]), "holds", "at the head")


def _head(sentence: Sentence, spot: Token) -> Office:
    return Office("head", None, sentence.bounds(spot))
