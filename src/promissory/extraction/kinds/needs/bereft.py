"""Needs told by having to do without: units without shells, making do with a third, the one thing that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.straits import FRACTIONS, Lack, phrases
from promissory.extraction.lexicon.forces import SOLDIERS, UNITS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What houses are without after a strike, which is damage and no need.
UTILITIES = frozenset("power electricity heat heating water light gas internet lights connection".split())
FARING = frozenset("be remain stand stay".split())
#: How somebody gets by: verb → the word after it, and what stands before what there is.
MANAGING = {"make": "do", "get": "by", "scrape": "by", "survive": "", "manage": "", "subsist": "", "limp": ""}
SHRINKING = frozenset("fall drop shrink cut halve reduce slash dwindle".split())
#: Who is equipped, and the verbs of coming by it.
ARMED = SOLDIERS | UNITS | frozenset("unit army force crew gunner pilot".split())
RECEIVING = frozenset("receive get obtain see".split())
#: What stands for a thing that is still to be named.
THINGS = frozenset("thing piece element ingredient component part factor item link".split())
ABSENT = frozenset("lacking missing absent wanting needed lack miss".split())


def bereft(sentence: Sentence) -> Iterator[Lack]:
    """The wants of a sentence that are told so."""
    for token in sentence.tokens:
        if token.lower_ == "without" and token.head.lemma_ in FARING:
            yield from _is_without(sentence, token)
        elif token.lemma_ == "like" and token.pos_ == "VERB" and any(c.lower_ in ("would", "'d", "’d") for c in token.children):
            if not children(token, "xcomp", "ccomp", "neg"):
                yield token, phrases(children(token, "dobj")), subjects(token), True
        elif token.lemma_ in ("fund", "finance", "cover") and is_passive(token):
            yield from _part_funded(sentence, token)
        elif token.lemma_.lower() in ("ration", "allotment", "allowance", "quota") and token.dep_ in ("nsubj", "nsubjpass"):
            yield from _rations(token)
        elif token.lemma_ in RECEIVING and token.pos_ == "VERB":
            yield from _yet_to_receive(token)
        elif token.lower_ in ("with", "on") and (things := children(token, "pobj")):
            yield from _makes_do(sentence, token, things)
        elif token.lemma_ == "be":
            yield from _only_missing(token)


def _is_without(sentence: Sentence, prep: Token) -> Iterator[Lack]:
    """ "The Gepards are still without ammunition", "the brigade has been without shells for a week"."""
    verb = prep.head
    things = [t for t in children(prep, "pobj") if t.lemma_.lower() not in UTILITIES and not _is_utility(t)]
    bare = not children(verb, "dobj", "acomp", "attr", "neg")
    if things and bare:
        machines = [s for s in subjects(verb) if sentence.item_of(s)]
        yield prep, phrases(things), [] if machines else subjects(verb), False


def _yet_to_receive(verb: Token) -> Iterator[Lack]:
    """ "Fourteen brigades have yet to receive vehicles", "the unit has still not got its radios"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    waits = above is not verb and above.lemma_ == "have" and any(c.lower_ == "yet" for v in (verb, above) for c in v.children)
    lacks = above is verb and any(c.dep_ == "neg" for c in verb.children) and any(c.lower_ in ("yet", "still") for c in verb.children)
    takers = subjects(verb) or subjects(above)
    if (waits or lacks) and any(t.lemma_.lower() in ARMED for t in takers):
        yield verb, phrases(children(verb, "dobj")), takers, False


def _part_funded(sentence: Sentence, verb: Token) -> Iterator[Lack]:
    """ "Only a third of the 7.4 billion for repairs has been funded", "the appeal is barely a quarter funded"."""
    parts = children(verb, "nsubjpass", "npadvmod")
    words = [t for part in parts for t in part.subtree]
    scant = any(t.lower_ in ("only", "just", "barely", "less") for t in (*words, *verb.lefts))
    part = any(t.lemma_.lower() in FRACTIONS or t.text == "%" for t in words)
    if scant and part and any(t.i in sentence.amount_at for t in words):
        yield verb, words, [], False


def _rations(noun: Token) -> Iterator[Lack]:
    """ "The daily ration has fallen from ninety rounds a gun to fifteen"."""
    verb = noun.head
    if verb.lemma_ in SHRINKING and not any(c.dep_ == "neg" for c in verb.children):
        counted = [t for t in verb.subtree if t.i > verb.i]
        yield noun, [*phrases([noun]), *counted], children(noun, "poss"), False


def _is_utility(thing: Token) -> bool:
    """ "Without any supply of power", "without running water"."""
    return any(t.lemma_.lower() in UTILITIES for t in after(thing, "of"))


def _makes_do(sentence: Sentence, prep: Token, things: list[Token]) -> Iterator[Lack]:
    """ "Pilots make do with a third of the jets", "batteries get by on a handful of missiles"."""
    manner = prep.head
    verb = manner.head if manner.lemma_ == "do" and manner.dep_ in ("xcomp", "ccomp") else manner
    word = MANAGING.get(verb.lemma_)
    if word is None or verb.pos_ != "VERB" or (word and not any(t.lower_ == word for t in sentence.tokens[verb.i + 1 : prep.i])):
        return
    counted = any(t.i in sentence.number_at or t.lemma_.lower() in FRACTIONS | {"little", "few"} for thing in things for t in thing.subtree)
    if counted and not children(verb, "neg"):
        yield prep, phrases(things), subjects(verb), False


def _only_missing(verb: Token) -> Iterator[Lack]:
    """ "The only thing that is lacking is money", "the missing piece is interceptors", "what is not there is six billion"."""
    named = [t for t in children(verb, "attr") if t.i > verb.i]
    for subject in children(verb, "nsubj", "csubj"):
        absent = [c for c in subject.children if c.lower_ in ABSENT or c.lemma_ in ABSENT] if subject.lemma_.lower() in THINGS else []
        if subject.lemma_ == "be" and any(t.lower_ == "what" for t in subject.lefts) and children(subject, "neg"):
            absent = [c for c in subject.children if c.lower_ in ("there", "here")]
        if named and absent and not children(verb, "neg"):
            yield absent[0], phrases(named), [], False
