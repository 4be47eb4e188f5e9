"""Clauses that the parser runs together, parted in place: at a semicolon, a dash, a conjunction that opens a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.tree import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass")
DASHES = frozenset(("-", "–", "—", "--"))
#: Words that open a clause beside the main one.
OPENERS = frozenset("while although though whereas if when because as once until unless".split())


def sever(sentence: Doc) -> None:
    """Parts the clauses of a parsed sentence."""
    for word in sentence:
        if word.text == ";":
            _part_at_semicolon(word)
        elif word.text in DASHES and word.whitespace_ and word.i and sentence[word.i - 1].whitespace_:
            _part_at_dash(word)
        elif word.lower_ in OPENERS and word.dep_ in ("mark", "advmod", "prep"):
            _give_verb(word)
        elif word.dep_ == "conj" and word.tag_.startswith("NN") and word.head.tag_.startswith("VB"):
            _give_deed(word)


def _part_at_semicolon(mark: Token) -> None:
    """ "Hungary waits; Ukraine took tanks": the clause before is no complement of the one behind."""
    first = next((t for t in mark.doc[: mark.i] if t.dep_ in ("ccomp", "advcl") and t.head.i > mark.i and t.tag_ in FINITE), None)
    second = first.head if first is not None else None
    if first is None or second is None or first.right_edge.i >= mark.i or second.head.i != second.i:
        return
    for word in [c for c in second.lefts if first.right_edge.i < c.i < mark.i]:
        word.head = first
    first.head, first.dep_ = first, "ROOT"
    second.head, second.dep_ = first, "conj"
    mark.head = first


def _part_at_dash(dash: Token) -> None:
    """ "They gathered in Prague - the latest sign of unity": what the clause before is called, no object of its verb."""
    for word in dash.doc[dash.i + 1 :]:
        if word.dep_ == "dobj" and word.head.i < dash.i and word.left_edge.i == dash.i + 1:
            word.dep_ = "dep"
            return


def _give_verb(opener: Token) -> None:
    """ "While Hungary hesitates, Oslo acts": a verb in -s before a comma, which the parser takes for a second subject."""
    subject = next((c for c in opener.head.children if c.dep_ in SUBJECTS and c.i > opener.i), None)
    if subject is None or subject.tag_ != "NNS" or subject.i + 1 >= len(subject.doc) or subject.nbor(1).text != ",":
        return
    main = subject.head
    doer = subject.nbor(-1)
    others = [c for c in main.children if c.dep_ in SUBJECTS and c.i > subject.i]
    if doer.dep_ != "compound" or doer.head.i != subject.i or doer.tag_ not in ("NNP", "NN") or not others or doer.i <= opener.i:
        return
    subject.tag_, subject.dep_ = "VBZ", "advcl"
    doer.dep_ = "nsubj"
    for word in [c for c in subject.lefts if c.i not in (doer.i, opener.i)]:
        word.head = doer
    opener.head, opener.dep_ = subject, "mark"


def _give_deed(doer: Token) -> None:
    """ "Hungary voted against, but Scholz, meeting Zelensky, called for patience": a name joined to a verb does what a verb behind tells."""
    verb = doer.head
    deed = next((t for t in doer.doc[doer.i + 1 :] if t.tag_ in FINITE and t.head.i == verb.i and t.dep_ in ("dep", "conj")), None)
    if deed is None or any(c.dep_ in SUBJECTS for c in deed.children) or doer.nbor(1).text != ",":
        return
    deed.dep_ = "conj"
    doer.head, doer.dep_ = deed, "nsubj"
    for word in [c for c in verb.children if doer.i < c.i < deed.i and c.dep_ in ("advcl", "punct", "prep", "acl")]:
        word.head = deed
