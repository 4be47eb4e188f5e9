"""What has the words of an attack and is none: people taken prisoner, accidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import after
from promissory.extraction.lexicon.forces import SOLDIERS
from promissory.extraction.lexicon.papers import AGREEMENTS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Who is taken prisoner, and what is seized without a blow.
TAKEN = SOLDIERS | frozenset(
    "fighter prisoner defender officer sailor hostage civilian journalist mercenary pilot crew volunteer person man woman child "
    "national citizen commander general recruit asset fund yacht ship property".split()
)
#: What kills and is no hostile act.
MISHAPS = frozenset(
    "accident crash collision earthquake flood avalanche storm stampede heatwave derailment scandal crisis row protest resignation "
    "revelation affair dispute recession inflation pandemic".split()
)
#: What bursts or burns by itself, by the words before it.
BURSTS = frozenset(("explosion", "blast", "fire"))
HOUSEHOLD = frozenset("gas boiler methane kitchen electrical accidental firework fireworks".split())
#: Words before a noun of attacking that make it something else.
OTHERS = frozenset(
    "heart panic asthma verbal personal hunger labour labor wildcat general rail transport teachers charm diplomatic media propaganda "
    "legal political ad advertising election electoral pr".split()
)
#: Nouns of attacking that are no hostile act with such a word before them.
FIGURES = frozenset("attack strike offensive assault campaign blitz war".split())
#: What is only attacked with words, or by a market.
UNHURT = AGREEMENTS | frozenset(
    "share stock bond currency hryvnia rouble ruble price economy market profit budget bill policy proposal speech decision idea "
    "record serve appointment reputation credibility show bargain compromise contract partnership alliance truce arrangement "
    "balance tone note chord pose".split()
)
#: Those who attack with words.
CRITICS = frozenset(
    "critic opposition lawmaker politician deputy columnist newspaper paper senator economist commentator party rival".split()
)


def is_figure(noun: Token) -> bool:
    """ "A heart attack", "a hunger strike", "a lightning strike", "a gas explosion"; not "General X", nor "a lightning attack"."""
    words = {c.lower_ for c in noun.lefts}
    figure = noun.lemma_.lower() in FIGURES and bool(words & OTHERS)
    return figure or (noun.lemma_ == "strike" and "lightning" in words) or _bursts_by_itself(noun)


def is_of_words_or_money(doers: list[Token], things: list[Token]) -> bool:
    """ "Critics attacked him", "attacked the budget", "shares were hammered": no blow is struck."""
    told = bool(doers) and all(d.lemma_.lower() in CRITICS for d in doers)
    return told or (bool(things) and all(t.lemma_.lower() in UNHURT for t in things))


def takes_people(verb: Token, things: list[Token]) -> bool:
    """ "Fighters captured in the city", "were seized at the port": people who are taken, and no place that is stormed."""
    taken = [*things, *([verb.head] if verb.dep_ == "acl" else [])]
    return verb.lemma_ in ("capture", "seize", "detain") and any(t.lemma_.lower() in TAKEN for t in taken)


def is_mishap(verb: Token, doers: list[Token]) -> bool:
    """ "Killed in an accident", "destroyed by a flood", "killed by a gas explosion"."""
    return any(t.lemma_.lower() in MISHAPS or _bursts_by_itself(t) for t in [*doers, *after(verb, "in", "by", "from")])


def _bursts_by_itself(noun: Token) -> bool:
    return noun.lemma_ in BURSTS and any(c.lower_ in HOUSEHOLD for c in noun.lefts)
