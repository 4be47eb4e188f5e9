"""Needs told by what hangs on goods: low on them, critical for somebody, no holding out unless they come, what it takes, what is enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.straits import Lack, phrases
from promissory.extraction.lexicon.goods import AID
from promissory.extraction.lexicon.verbs import HANDING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Adjectives that make goods a need of the one named after "for".
VITAL = frozenset("critical crucial indispensable imperative vital essential paramount".split())
#: What is called vital in a word of thanks.
SUPPORT = AID | frozenset("backing training cooperation unity solidarity partnership".split())
FARING = frozenset("be get remain stay grow seem".split())
#: Verbs of goods that come, and those of getting or sending them.
COMING = frozenset("arrive come reach flow materialise materialize".split())
HAVING = HANDING | frozenset("get receive obtain secure find have raise fund approve unblock release".split())
#: What one does to have something ("interested in buying").
SEEKING = frozenset("get receive obtain buy purchase acquire secure procure have".split())
#: What is counted in so many.
FEWER = frozenset("fewer less".split())


def dearths(sentence: Sentence) -> Iterator[Lack]:
    """The wants of a sentence on which something hangs."""
    for token in sentence.tokens:
        word = token.lower_
        if word == "low" and token.dep_ in ("acomp", "advmod", "prt", "ROOT", "conj") and _verb_of(token).lemma_ in FARING:
            yield token, phrases([*after(token, "on"), *after(_verb_of(token), "on")]), subjects(_verb_of(token)), False
        elif word in VITAL and token.dep_ == "acomp" and token.head.lemma_ in FARING:
            takers = [*after(token, "for", "to"), *after(token.head, "for")]
            goods = all(s.lemma_.lower() not in SUPPORT for s in subjects(token.head))
            if takers and goods and not any(c.dep_ == "neg" for c in token.head.children):
                yield token, phrases(subjects(token.head)), takers, False
        elif word == "interested" and token.dep_ == "acomp" and token.head.lemma_ in FARING:
            if not any(c.dep_ == "neg" for c in token.head.children):
                yield token, phrases(_sought(token)), subjects(token.head), False
        elif word == "unless":
            yield from _unless(token)
        elif word in FEWER:
            yield from _with_fewer(token)
        elif token.lemma_ == "take" and token.pos_ == "VERB":
            yield from _takes(sentence, token)
        elif word == "missing" and token.pos_ == "VERB" and token.dep_ in ("ROOT", "ccomp", "conj"):
            yield token, phrases([*subjects(token), *(t for s in (token, *subjects(token)) for t in after(s, "of"))]), [], False


def _sought(word: Token) -> list[Token]:
    """ "Interested in missiles", "interested in buying missiles": what one would have."""
    getting = [c for p in children(word, "prep") if p.lower_ == "in" for c in children(p, "pcomp") if c.lemma_ in SEEKING]
    return [*after(word, "in"), *(t for verb in getting for t in children(verb, "dobj"))]


def _verb_of(word: Token) -> Token:
    """The verb that a predicate belongs to."""
    return word.head if word.head.pos_ in ("VERB", "AUX") else word


def _unless(mark: Token) -> Iterator[Lack]:
    """ "The cities will freeze unless more equipment arrives", "cannot hold unless they get shells"."""
    clause = mark.head
    if clause.dep_ != "advcl":
        return
    if clause.lemma_ in COMING or (clause.lemma_ in HAVING and is_passive(clause)):
        yield mark, phrases(subjects(clause)), [], False
    elif clause.lemma_ in HAVING:
        takers = [*children(clause, "dative"), *after(clause, "to")]
        got = clause.lemma_ in ("get", "receive", "obtain", "secure", "find", "have", "raise")
        yield mark, phrases(children(clause, "dobj")), subjects(clause) if got else takers, False


def _with_fewer(word: Token) -> Iterator[Lack]:
    """ "Cannot protect its cities with fewer than 25 systems"."""
    prep = next((a for a in word.ancestors if a.lower_ == "with" and a.dep_ == "prep"), None)
    verb = prep.head if prep is not None else None
    if prep is None or verb is None or verb.pos_ != "VERB" or not any(t.lower_ == "than" for t in prep.subtree):
        return
    able = any(c.lower_ in ("can", "ca", "could", "will", "would", "wo") for c in verb.children)
    if able and any(c.dep_ == "neg" for c in verb.children):
        yield word, phrases(children(prep, "pobj")), subjects(verb), False


def _takes(sentence: Sentence, verb: Token) -> Iterator[Lack]:
    """ "A shield over the whole country would take 25 systems"."""
    supposed = any(c.lower_ in ("would", "'d") for c in verb.children) and not any(c.dep_ == "neg" for c in verb.children)
    things = children(verb, "dobj")
    counted = any(t.i in sentence.number_at for thing in things for t in thing.lefts)
    if supposed and counted and not any(s.lower_ == "it" or s.pos_ == "PRON" for s in subjects(verb)):
        yield verb, phrases(things), [], False
