"""Tenures of those who stand for a post: candidates, nominees, those put forward, those who lost the vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import contest_of, doers, drafts, told_post
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_of, office_over
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import people_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

NOUNS = frozenset(
    "candidate contender nominee frontrunner front-runner favourite favorite hopeful challenger aspirant runner-up finalist".split()
)
#: What one of them wants, or what is held to fill a post.
RACES = frozenset(
    "race contest election vote run-off runoff campaign poll ballot primary presidency premiership leadership running".split()
)
#: What those who stand for a post are to do in it.
SEEKING = frozenset("succeed replace lead become head run take serve".split())
#: Adjectives before "candidate" that tell the post.
ELECTED = {"presidential": "president", "mayoral": "mayor", "chancellor": "chancellor"}
ENTERING = frozenset("enter join quit leave withdraw declare announce launch file submit confirm end abandon suspend".split())
BIDS = frozenset("candidacy candidature bid campaign race hat name contest".split())
LOSING = frozenset("lose concede trail lead".split())


def find_candidates(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence of those who stand for a post."""
    for token in sentence.tokens:
        if token.lemma_.lower() in NOUNS and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield from _candidate(scene, sentence, token)
        elif token.pos_ == "VERB":
            for rule in (_put_forward, _enters, _loses):
                yield from rule(scene, sentence, token)


def _candidate(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "X and Y are the two remaining candidates in the contest to succeed Z", "the front-runner, X", "X, the nominee for secretary"."""
    office = _post_of(scene, sentence, noun)
    people = _named_as(scene, sentence, noun)
    if office and office.body and people and _is_elsewhere(scene, people[0], office.body) and not after(noun, "for", "of", "in"):
        office = Office(None, scene.namer.state_of(people[0].id), office.at)  # of another country than the race last told of
    if office and people and not _is_denied(scene, sentence, noun):
        yield from drafts(scene, sentence, noun, people, office, "candidate", "candidate")


def _is_elsewhere(scene: Scene, person: Referent, body: str) -> bool:
    """Whether the post last told of is another state's than that of the one who stands."""
    states = [scene.namer.state_of(i) for i in (person.id, body)]
    return all(s in scene.pack.actor and scene.pack.actor[s].type == "state" for s in states) and states[0] != states[1]


def _is_denied(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    verb = noun.head
    return verb.pos_ in ("VERB", "AUX") and scene.mood(sentence, verb).negated


def _named_as(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Who is called so: the apposition, the name the noun stands before, the subject it is said of."""
    near = [*children(noun, "appos"), *([noun.head] if noun.dep_ in ("appos", "compound", "nmod", "amod") else [])]
    found = [Referent(i, person=True) for t in near if (m := sentence.at.get(t.i)) and (i := m.id_of("person", "surname"))]
    if not found and noun.dep_ == "attr" and noun.head.lemma_ in ("be", "remain", "become"):
        found = people_in(scene, sentence, subjects(noun.head))
    if not found and noun.dep_ == "pobj" and noun.head.lower_ in ("as", "among"):
        verb = noun.head.head
        found = people_in(scene, sentence, things_of(verb) if is_passive(verb) else [*subjects(verb), *things_of(verb)])
    return found


def _post_of(scene: Scene, sentence: Sentence, noun: Token) -> Office | None:
    """The post stood for: after "for" or "as", before the noun ("presidential nominee"), in "to succeed Z", else the one last told of."""
    for token in after(noun, "for", "as", "in"):
        if office := office_of(scene, sentence, token) or _in_race(scene, sentence, token):
            return office
    if role := next((ELECTED[c.lower_] for c in noun.lefts if c.lower_ in ELECTED), None):
        return Office(role, scene.namer.modifier(sentence, noun), sentence.bounds(noun))
    return _in_race(scene, sentence, noun) or _told(scene, sentence, noun)


def _in_race(scene: Scene, sentence: Sentence, noun: Token) -> Office | None:
    """ "The contest to succeed Johnson", "the race for the presidency", "the presidential run-off"."""
    for verb in (v for v in noun.subtree if v.pos_ == "VERB" and v.lemma_ in SEEKING):
        before = people_in(scene, sentence, children(verb, "dobj"))
        if verb.lemma_ in ("succeed", "replace") and before and (held := held_office(scene, sentence, before[0].id, taken=False)):
            return held
        tokens = [*children(verb, "dobj", "attr", "oprd"), *after(verb, "as")]
        if office := next((o for t in tokens if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None):
            return office
    if noun.lemma_.lower() in RACES:
        if office := next((o for t in after(noun, "for") if (o := office_of(scene, sentence, t))), None):
            return office
        if any(c.lower_ == "presidential" for c in noun.lefts) or noun.lemma_.lower() == "presidency":
            return Office("president", scene.namer.modifier(sentence, noun), sentence.bounds(noun))
    return None


def _told(scene: Scene, sentence: Sentence, noun: Token) -> Office | None:
    """The post that the text is about, for a bare "the front-runner"."""
    role, body = contest_of(scene)
    bare = not after(noun, "for", "of", "in") and any(c.lower_ == "the" for c in noun.lefts)
    return Office(role, body, sentence.bounds(noun)) if bare and (role or body) and noun.lemma_.lower() != "candidate" else None


def _put_forward(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Was put forward for the job by Zelensky", "threw her hat into the ring"."""
    forward = verb.lemma_ == "put" and any(t.lower_ == "forward" for t in verb.children)
    ring = verb.lemma_ in ("throw", "toss") and any(t.lower_ == "hat" for t in children(verb, "dobj"))
    if not (forward or ring) or scene.mood(sentence, verb).negated:
        return
    aims = after(verb, "for", "as")
    office = next((o for t in aims if (o := office_of(scene, sentence, t))), None)
    job = any(t.lemma_.lower() in ("job", "post", "position", "role", "successor", "replacement") for t in aims)
    aims += [i for t in things_of(verb) for i in after(t, "as", "for")]
    job = job or any(t.lemma_.lower() in ("successor", "replacement") for t in aims)
    people = people_in(scene, sentence, things_of(verb)) if forward else doers(scene, sentence, verb)
    if office or job or ring:
        yield from drafts(scene, sentence, verb, people, office or told_post(scene, sentence, verb), "candidate", "put forward")


def _enters(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Declared his candidacy for the presidency", "entered the race to lead the party", "suspended her campaign"."""
    if verb.lemma_ not in ENTERING:
        return
    things = [t for t in children(verb, "dobj") if t.lemma_.lower() in BIDS and t.lemma_.lower() not in ("hat", "name")]
    if not things or scene.mood(sentence, verb).negated:
        return
    for thing in things:
        office = next((o for t in after(thing, "for") if (o := office_of(scene, sentence, t))), None) or _in_race(scene, sentence, thing)
        office = office or (told_post(scene, sentence, verb) if thing.lemma_.lower() in ("candidacy", "candidature", "race") else None)
        if office:
            yield from drafts(scene, sentence, verb, doers(scene, sentence, verb), office, "candidate", "enters")


def _loses(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Babis, who lost to Pavel in the run-off", "leads in the polls ahead of the run-off for the presidency"."""
    if verb.lemma_ not in LOSING or scene.mood(sentence, verb).negated:
        return
    races = [t for t in verb.subtree if t.lemma_.lower() in RACES - {"presidency", "premiership"} and t.i > verb.i]
    office = next((o for t in races if (o := _in_race(scene, sentence, t))), None)
    if office is None and any(t.lemma_.lower() in ("run-off", "runoff") for t in races):
        office = told_post(scene, sentence, verb)
    if office and (verb.lemma_ != "lead" or any(t.lower_ == "polls" for t in after(verb, "in"))):
        yield from drafts(scene, sentence, verb, doers(scene, sentence, verb), office, "candidate", "loses")
