"""Meetings that somebody calls for: "called for talks between X and Y", "demanded a meeting with Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import introducer, whole
from promissory.extraction.grammar.tree import after
from promissory.extraction.lexicon.events import TALKS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of bidding whose object is what is called for, and those that name it after a preposition.
BIDDING = frozenset("urge demand want advocate favour favor recommend desire support oppose prefer endorse encourage champion".split())
BIDDING_FOR = {
    "for": frozenset("call press push appeal plead argue ask lobby campaign advocate speak hope wish".split()),
    "on": frozenset(("insist",)),
    "against": frozenset("argue warn speak advise".split()),
}


def is_called_for(noun: Token, verb: Token) -> bool:
    """Whether a verb only calls for the meeting: "urged negotiations", "pressed for a summit", "insists on talks"."""
    top = whole(noun)
    if top.dep_ in ("dobj", "nsubjpass"):
        return verb.lemma_ in BIDDING
    return top.dep_ == "pobj" and top.head.head.i == verb.i and verb.lemma_ in BIDDING_FOR.get(introducer(noun) or "", ())


def is_among_others(noun: Token) -> bool:
    """Whether the noun names those who are to meet, who are others than the one that calls for it."""
    return bool(after(noun, "between", "among", "of") or after(whole(noun), "between", "among", "of"))


def status_called_for(noun: Token) -> str | None:
    """Talks that are called for are a proposal only; a session or a meeting is one that is to come."""
    return None if noun.lemma_.lower() in TALKS else "planned"
