"""Phrases that the parser takes apart, hung together again in place: "made available 5 billion", "has to date given"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAKING = frozenset("make makes made making".split())
HAVING = frozenset(("has", "have", "had", "having"))


def put_right(sentence: Doc) -> None:
    """Mends the phrases of a parsed sentence."""
    for word in sentence:
        if word.lower_ == "available":
            _free(word)
        elif word.lower_ == "date":
            _set_apart(word)


def _free(word: Token) -> None:
    """ "Made available EUR 100 billion, of which 33 billion are military": what is made so is the object, and the rest tells of it."""
    made = word.nbor(-1) if word.i else word
    thing = word.head
    if word.dep_ != "amod" or made.lower_ not in MAKING or thing.i <= word.i:
        return
    clause = thing.head
    word.head, word.dep_ = made, "acomp"
    if thing.dep_ == "nsubj" and clause.head.i == made.i and any(c.dep_ == "nsubj" and c.i > thing.i for c in clause.children):
        thing.head, thing.dep_ = made, "dobj"
        clause.head, clause.dep_ = thing, "relcl"


def _set_apart(date: Token) -> None:
    """ "The Union has to date made available": no "has to", where a participle follows."""
    if date.i < 2 or date.i + 1 >= len(date.doc):
        return
    to, having, done = date.nbor(-1), date.nbor(-2), date.nbor(1)
    if to.lower_ != "to" or having.lower_ not in HAVING or done.tag_ not in ("VBN", "VBD") or done.head.i != having.i:
        return
    if having.head.i == having.i:
        done.head, done.dep_ = done, "ROOT"
    else:
        done.head, done.dep_ = having.head, having.dep_
    for child in [c for c in having.children if c.i not in (done.i, to.i, date.i)]:
        child.head = done
    having.head, having.dep_ = done, "aux"
    to.head, to.dep_, to.tag_ = done, "prep", "IN"
    date.head, date.dep_ = to, "pobj"
    done.tag_ = "VBN"
