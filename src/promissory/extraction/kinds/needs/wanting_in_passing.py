"""Needs told in passing: there is no money for it, the sum has yet to be found, a third of what is needed, "more interceptors, please"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.straits import FRACTIONS, Lack, phrases
from promissory.extraction.kinds.matters.wares import is_goods
from promissory.extraction.lexicon.goods import FUNDS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of finding money, and words for what is paid.
FINDING = frozenset("find secure raise cover fund finance guarantee pledge collect mobilise mobilize identify arrange".split())
SUMS = FUNDS | frozenset("sum remainder rest half third amount balance".split())
SCHEMES = frozenset("appeal plan programme program project response operation fund call".split())
#: What output and deliveries do with what is needed.
MEETING = frozenset("meet cover satisfy supply fulfil fulfill provide".split())
DEMANDS = frozenset("need requirement demand".split())
SCARCE = frozenset("only just barely hardly merely scarcely".split())
#: What somebody must have.
HAVING = frozenset("have get receive obtain acquire".split())
#: What singles out one thing of several.
FOREMOST = frozenset("important urgent vital crucial pressing critical decisive main".split())
THINGS = frozenset("thing issue task point matter concern question problem".split())
GOODS = frozenset(
    "money fund spare part ammunition shell doctor medicine fuel equipment shelter replacement reserve crew specialist".split()
)
OPENING = frozenset(('"', "“", "«", "'", "‘", ":", "–", "—", "-"))


def in_passing(sentence: Sentence) -> Iterator[Lack]:
    """The wants of a sentence that are told so."""
    for token in sentence.tokens:
        word, lemma = token.lower_, token.lemma_.lower()
        if lemma == "be" and any(c.dep_ == "expl" and c.lower_ == "there" for c in token.children):
            yield from _there_is_no(sentence, token)
        elif lemma in FINDING and token.tag_ == "VBN":
            yield from _yet_to_be_found(sentence, token)
        elif lemma in DEMANDS and token.dep_ == "pobj":
            yield from _part_of_needs(token)
        elif lemma in HAVING and token.tag_ == "VB":
            yield from _must_have(sentence, token)
        elif word in ("more", "another") and token.dep_ in ("amod", "det", "nummod"):
            yield from _more_please(sentence, token)
        elif lemma in THINGS and token.dep_ == "nsubj" and token.head.lemma_ == "be":
            yield from _most_important(sentence, token)
        elif word == "strength" and token.dep_ == "pobj":
            yield from _under_strength(token)


def _there_is_no(sentence: Sentence, verb: Token) -> Iterator[Lack]:
    """ "There are no spare parts", "there is no money for repairs"."""
    for thing in children(verb, "attr"):
        none = any(c.lower_ == "no" for c in thing.lefts) or any(c.dep_ == "neg" for c in verb.children)
        goods = bool(sentence.item_of(thing)) or thing.lemma_.lower() in GOODS
        if none and goods and not any(c.lower_ in ("such", "other", "longer") for c in thing.lefts):
            yield thing, phrases([thing]), [], False


def _yet_to_be_found(sentence: Sentence, verb: Token) -> Iterator[Lack]:
    """ "The remaining 70 million has yet to be found", "no money has been found for it", "financing has not been secured"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    things = subjects(verb) or subjects(above)
    if not is_passive(verb) or not things:
        return
    sums = [t for t in things if t.lemma_.lower() in SUMS or any(w.i in sentence.amount_at for w in t.subtree)]
    denied = any(c.dep_ == "neg" or c.lower_ in ("yet", "only") for v in (verb, above) for c in v.children)
    none = any(c.lower_ == "no" for t in things for c in t.lefts)
    scant = any(t.lower_ in SCARCE or t.text == "%" for v in (verb,) for c in v.children if c.dep_ == "npadvmod" for t in c.subtree)
    schemes = [t for t in things if t.lemma_.lower() in SCHEMES]
    if sums and (denied or none):
        yield verb, phrases(things + after(verb, "for")), [], False
    elif schemes and scant and verb.lemma_ in ("fund", "finance", "cover"):
        yield verb, [verb, *phrases(things)], [], False


def _part_of_needs(noun: Token) -> Iterator[Lack]:
    """ "Its own output covers only a third of its needs"."""
    part = noun.head.head if noun.head.lower_ == "of" else None
    verb = part.head if part is not None and part.dep_ in ("dobj", "npadvmod") else None
    if part is None or verb is None or verb.lemma_ not in MEETING:
        return
    words = list(part.subtree)
    if part.lemma_.lower() in FRACTIONS or part.text == "%" or any(t.lower_ in SCARCE for t in (*words, *verb.lefts)):
        yield verb, [*phrases([noun]), *phrases(subjects(verb))], children(noun, "poss"), False


def _must_have(sentence: Sentence, verb: Token) -> Iterator[Lack]:
    """ "Ukraine must get more air defence", "they have to have longer-range weapons"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    must = above is verb and any(c.lower_ == "must" for c in verb.children)
    has = above is not verb and above.lemma_ == "have" and above.i < verb.i
    things = children(verb, "dobj")
    denied = any(c.dep_ == "neg" for v in (verb, above) for c in v.children)
    if (must or has) and not denied and is_goods(sentence, phrases(things)):
        yield verb, phrases(things), subjects(verb) or subjects(above), False


def _more_please(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "“More interceptors, please,” said the commander", "his message was short: more interceptors"."""
    thing, before = word.head, sentence.tokens[: word.i]
    opened = not before or before[-1].text in OPENING
    if opened and thing.dep_ in ("ROOT", "ccomp", "appos", "attr", "dep", "npadvmod", "parataxis", "dobj") and is_goods(sentence, [thing]):
        yield word, phrases([thing]), [], True


def _most_important(sentence: Sentence, noun: Token) -> Iterator[Lack]:
    """ "The most important thing now is air defence"."""
    told = {c.lower_ for c in noun.lefts}
    things = children(noun.head, "attr")
    if told & FOREMOST and things and is_goods(sentence, phrases(things)) and not children(noun.head, "neg"):
        yield noun, phrases(things), children(noun, "poss"), False


def _under_strength(noun: Token) -> Iterator[Lack]:
    """ "The brigade is below strength", "units at 60 percent of their strength"."""
    prep = noun.head
    part = prep.head if prep.lower_ == "of" else None
    percent = (
        part is not None and part.dep_ == "pobj" and part.head.lower_ in ("at", "to") and part.head.head.lemma_ in ("be", "stand", "fight")
    )
    verb = part.head.head if part is not None and percent else prep.head
    if (prep.lower_ in ("below", "under") or percent) and verb.lemma_ in ("be", "stand", "fight", "remain", "fall", "operate"):
        yield noun, [noun], subjects(verb), False
