"""What has the words of an attack and is none: people taken prisoner, accidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.tree import after

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Who is taken prisoner, and what is seized without a blow.
TAKEN = frozenset(
    "soldier fighter troop prisoner serviceman servicewoman defender marine officer sailor hostage civilian journalist mercenary pilot "
    "crew volunteer person man woman child national citizen commander general recruit asset fund yacht ship property".split()
)
#: What kills and is no hostile act.
MISHAPS = frozenset(
    "accident crash collision earthquake flood avalanche storm stampede heatwave derailment scandal crisis row protest resignation "
    "revelation affair dispute recession inflation pandemic".split()
)
#: Words before a noun of attacking that make it something else.
OTHERS = frozenset(
    "heart panic asthma verbal personal hunger labour labor wildcat general rail transport teachers charm diplomatic media propaganda "
    "legal political ad advertising lightning election electoral pr".split()
)
#: Those who attack with words.
CRITICS = frozenset(
    "critic opposition lawmaker politician deputy columnist newspaper paper senator economist commentator party rival".split()
)


def is_figure(noun: Token) -> bool:
    """ "A heart attack", "a hunger strike", "the opposition's attack"."""
    return any(c.lower_ in OTHERS for c in noun.lefts)


def is_criticism(doers: list[Token]) -> bool:
    """ "Critics attacked the budget": words."""
    return bool(doers) and all(d.lemma_.lower() in CRITICS for d in doers)


def takes_people(verb: Token, things: list[Token]) -> bool:
    """ "Fighters captured in the city", "were seized at the port": people who are taken, and no place that is stormed."""
    taken = [*things, *([verb.head] if verb.dep_ == "acl" else [])]
    return verb.lemma_ in ("capture", "seize", "detain") and any(t.lemma_.lower() in TAKEN for t in taken)


def is_mishap(verb: Token, doers: list[Token]) -> bool:
    """ "Killed in an accident", "destroyed by a flood"."""
    return any(t.lemma_.lower() in MISHAPS for t in [*doers, *after(verb, "in", "by", "from")])
