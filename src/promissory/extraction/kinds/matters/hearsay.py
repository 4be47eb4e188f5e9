"""Gifts that are told only to be denied, or to be held against somebody who made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is told without being known, and what is said of it.
RUMOURS = frozenset("report talk rumour rumor claim allegation story speculation suggestion".split())
#: What those do who say that something is not so.
DENYING = frozenset("deny reject refute dismiss dispute rebut".split())
UNTRUE = frozenset(
    "false untrue wrong baseless unfounded fake premature incorrect inaccurate nonsense lie fabrication fiction groundless".split()
)
#: What somebody meets with for what it did.
JUDGING = frozenset(
    "action against criticise criticize criticism blame sue charge prosecute investigate attack condemn fault rebuke lambast lambaste "
    "praise commend applaud complaint lawsuit probe fire dismiss".split()
)


def is_false(verb: Token) -> bool:
    """ "Reports that Spain would give a battery are false": what is told only to be denied."""
    told = verb.head if verb.dep_ in ("acl", "ccomp", "relcl") else None
    if told is None or told.lemma_.lower() not in RUMOURS or told.head.lemma_ not in ("be", "remain"):
        return False
    return any(c.lemma_.lower() in UNTRUE for c in children(told.head, "acomp", "attr"))


def is_held_against(verb: Token) -> bool:
    """ "Is considering legal action against it for donating 13 jets", "was criticised for sending tanks": what was done."""
    above = verb.head.head
    return verb.dep_ == "pcomp" and verb.head.lower_ == "for" and verb.tag_ == "VBG" and above.lemma_.lower() in JUDGING
