"""Tenures told by a noun: somebody's resignation, appointment, candidacy, the end of a term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import contest_of, drafts, named_before, person_at
from promissory.extraction.kinds.tenures.posts import Office, office_of, office_over
from promissory.extraction.kinds.tenures.successions import aim
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What those who stand for a post are in.
MENTIONING = frozenset("mention name see tout tip regard describe discuss float put consider list emerge cite".split())
LEAVING_NOUNS = frozenset("resignation departure dismissal retirement ouster removal sacking firing ousting exit".split())
CANDIDATE_NOUNS = frozenset(
    "pick candidate candidacy contender runner nominee bid frontrunner front-runner favourite favorite hopeful rival candidature".split()
)
#: Those of them whom others put up.
PUT_UP = frozenset("candidate nominee favourite favorite choice selection pick".split())
PROPOSING = frozenset("propose nominate name present submit choose pick select find seek back support endorse field introduce have".split())
TAKING_NOUNS = frozenset(
    "appointment inauguration election nomination choice selection promotion confirmation re-election reelection installation".split()
)
#: Papers in which it is handed in.
LETTERS = frozenset("letter statement request note papers paper".split())
#: What others do with somebody's resignation or appointment.
RECEIVING = frozenset("accept approve demand welcome back reject confirm regret".split())
ENDING = frozenset("end expire run finish conclude".split())

#: Parts of speech of the words of a title.
TITULAR = frozenset(("NOUN", "PROPN", "ADP", "CCONJ", "DET", "ADJ", "PART"))


def by_noun(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Kuleba's resignation", "a candidate to lead NATO", "the term of Stoltenberg ends"."""
    lemma = noun.lemma_.lower()
    owned = [] if _is_anothers(lemma, noun) else owners(scene, sentence, noun)
    behind = [*after(noun, "of", "by"), *(i for t in after(noun, "on") if t.i in sentence.date_at for i in after(t, "of"))]
    named = [t for t in behind if not any(c.tag_ == "PRP$" for c in t.lefts)]  # nobody knows who "his adviser" is
    named = named or [t for b in behind for t in children(b, "appos")]
    people = [p for p in [*owned, *everyone(scene, sentence, named)] if p.person]
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in LETTERS:
        noun = noun.head
    if _is_received(noun):  # "Zelensky accepted his resignation"
        people = [one] if (one := named_before(scene, sentence, noun)) else []
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and noun.head.pos_ in ("VERB", "AUX") else None
    if lemma in ("term", "mandate", "tenure"):
        following = sentence.tokens[noun.i + 1 : noun.i + 9]
        ends = (verb is not None and verb.lemma_ in ENDING and noun.dep_ == "nsubj") or (
            noun.dep_ == "ROOT" and any(t.lemma_ in ENDING and t.tag_ in ("VBD", "VBZ") for t in following)
        )
        if people and ends:
            yield from drafts(scene, sentence, noun, people, None, "leaves_office", "term")
        return
    if noun.dep_ == "appos" and lemma in CANDIDATE_NOUNS:
        people = [p for p in everyone(scene, sentence, [noun.head]) if p.person]
    if not people and noun.dep_ == "pobj" and noun.head.lower_ == "as" and lemma in CANDIDATE_NOUNS:
        people = [p for p in everyone(scene, sentence, things_of(noun.head.head)) if p.person]  # "leaves X as the only candidate"
    proposed = verb is not None and lemma in PUT_UP and verb.lemma_ in PROPOSING and noun.dep_ == "dobj"
    if proposed:  # "proposed a candidate for the post": somebody else
        people = [p for p in everyone(scene, sentence, children(noun, "appos")) if p.person]
    elif verb is not None and not people:
        people = [p for p in everyone(scene, sentence, agents(verb) if is_passive(verb) else subjects(verb)) if p.person]
    backed = noun.dep_ == "pobj" and noun.head.head.lemma_ in ("support", "backing", "vote", "endorsement")  # of somebody else's
    if (
        not (people or backed)
        and noun.dep_ == "pobj"
        and noun.head.head.dep_ in ("dobj", "nsubjpass")
        and noun.head.head.head.pos_ == "VERB"
    ):
        above = noun.head.head.head
        people = [p for p in everyone(scene, sentence, agents(above) if is_passive(above) else subjects(above)) if p.person]
    if lemma in PUT_UP and (beside := [p for p in everyone(scene, sentence, children(noun, "appos")) if p.person]):
        people = beside  # "Trump's pick for secretary of state, X, voted"
    people = _named_behind(sentence, noun, people)
    people = _apposed(scene, sentence, noun, people) if lemma in LEAVING_NOUNS else people
    approved = verb is not None and verb.lemma_ in ("approve", "confirm", "ratify") and lemma in ("candidacy", "candidature", "nomination")
    seats = [t for t in after(noun, "to") if t.lemma_.lower() in ("post", "position", "job", "office", "role")]
    posts = [
        *after(noun, "for", "as"),
        *(i for t in seats for i in after(t, "of")),
        *(after(verb, "as") if approved and verb is not None else []),
    ]
    office = next((o for t in posts if (o := office_of(scene, sentence, t))), None) or to_lead(scene, sentence, noun)
    if office is None and lemma in CANDIDATE_NOUNS:  # "his bid to succeed Y at the helm of NATO"
        office = next((o for v in children(noun, "acl", "relcl") if (o := aim(scene, sentence, v))), None)
    if lemma in LEAVING_NOUNS:
        yield from drafts(scene, sentence, noun, people, office, "leaves_office", "resignation")
    elif approved and people:
        office = office or Office(None, None, sentence.bounds(noun))
        yield from drafts(scene, sentence, noun, people, office, "takes_office", "appointment")
    elif lemma in CANDIDATE_NOUNS and (office or lemma in ("candidacy", "candidature") or _is_mentioned(scene, noun)):
        yield from drafts(scene, sentence, noun, people, office, "candidate", "candidate")
    elif lemma in TAKING_NOUNS and office and people:
        yield from drafts(scene, sentence, noun, people, office, "takes_office", "appointment")


def _apposed(scene: Scene, sentence: Sentence, noun: Token, people: list[Referent]) -> list[Referent]:
    """ "Announced the departure of his chief of staff, X": the name behind the comma, not whoever announces it."""
    owned = next((t for t in after(noun, "of") if any(c.tag_ == "PRP$" for c in t.lefts)), None)
    if owned is None or noun.i > owned.i:
        return people
    comma = next((t for t in sentence.tokens[owned.i + 1 : owned.i + 6] if t.text == ","), None)
    following = sentence.tokens[comma.i + 1 : comma.i + 4] if comma is not None else ()
    if following and following[0].pos_ != "PROPN":
        following = ()
    named = next((one for t in following if (one := person_at(scene, sentence, t))), None)
    return [Referent(named[0], person=True)] if named else []


def _named_behind(sentence: Sentence, noun: Token, people: list[Referent]) -> list[Referent]:
    """ "The resignation of Minister for the Return of the Islands Ivan Bondar": a name behind a long title, which the parser loses."""
    if children(noun, "poss") or any(not p.inferred for p in people):
        return people
    for mention in sentence.mentions:
        person, first = mention.id_of("person"), sentence.tokens_of(mention)[0].i
        between = sentence.tokens[noun.i + 1 : first]
        if person and between and between[0].lower_ == "of" and _is_title(sentence, between):
            return [Referent(person, person=True)]
    return people


def _is_title(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Whether words are nothing but the title of whoever is named behind them."""
    joined = next((t.i + 1 for t in words if t.lower_ in ("and", "or")), None)
    another = [t for t in words if joined is not None and t.i >= joined]  # "of the minister and the silence of President X"
    titled = bool(another) and (m := sentence.at.get(another[0].i)) is not None and m.id_of("title") is not None
    if another and not titled and (another[0].pos_ == "DET" or any(t.lower_ == "of" for t in another)):
        return False
    named = any((m := sentence.at.get(t.i)) and m.id_of("title") for t in words)
    return named and words[-1].pos_ == "PROPN" and all(t.pos_ in TITULAR for t in words)


def _is_anothers(lemma: str, noun: Token) -> bool:
    """ "X is Trump's nominee", "X, the party's candidate": whose nominee somebody is does not stand himself."""
    return lemma in PUT_UP and noun.dep_ in ("attr", "appos", "oprd")


def _is_mentioned(scene: Scene, noun: Token) -> bool:
    """ "Kallas had also been mentioned as a contender", in a text about who is to get a post."""
    said = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else None
    return said is not None and said.lemma_ in MENTIONING and contest_of(scene) != (None, None)


def _is_received(noun: Token) -> bool:
    """Whether it is another's: "accepted his resignation", "announced her appointment"."""
    theirs = any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in noun.lefts)
    return theirs and noun.dep_ == "dobj" and noun.head.lemma_ in RECEIVING


def to_lead(scene: Scene, sentence: Sentence, noun: Token) -> Office | None:
    """ "A candidate to lead NATO": the post at the head of a body."""
    for verb in noun.children:
        if verb.dep_ in ("acl", "relcl", "xcomp") and verb.lemma_ in ("lead", "head", "run"):
            if found := next((o for t in children(verb, "dobj") if (o := office_over(scene, sentence, t))), None):
                return found
            for body in scene.states(everyone(scene, sentence, children(verb, "dobj"))):
                if (
                    role := next((r for r in ("secretary_general", "president", "prime_minister") if (r, body) in scene.pack.holders), None)
                ) is not None:
                    return Office(role, body, sentence.bounds(verb))
    return None
