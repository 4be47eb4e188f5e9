"""Organs of a state spoken of without it ("the defence ministry", "the President's Office"): the one of the state the text is with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.sayers import EMPLOYERS, SOURCES
from promissory.extraction.words import text_of
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Last words of the names of organs that every state has.
ORGANS = frozenset(
    "ministry office presidency administration chancellery government cabinet parliament staff army navy force forces military command "
    "police embassy intelligence service guard treasury department directorate council senate court prosecutor emergency mod mfa".split()
)
#: Organs that sit in another state's capital.
ABROAD = frozenset("embassy command force forces service guard police".split())
#: Ministries that every state has, whether or not the pack names its own.
EVERYWHERE = frozenset(
    ministry for field in ("defence", "foreign", "finance", "interior") for ministry in (f"{field} ministry", f"ministry of {field}")
)
#: Those of whom others' ministries tell.
AT_WAR = ("RU", "UA")
#: Forms in which one word is written in the pack and another in the text.
SPELLINGS = ((r"\bdefense\b", "defence"), (r"['’]s\b", "'s"), (r"\s+", " "))
#: How the office of a head of state is called without its country.
OFFICES = ("president's office", "presidential office", "office of the president", "presidential administration", "presidency")


def organ_of(pack: Pack, token: Token, states: Iterable[str]) -> str | None:
    """The actor that a phrase without a state in it names, for the first of the states that has such an organ; else that state."""
    words = phrase_of(token)
    if token.lemma_.lower() not in ORGANS:
        return None
    known = [s for s in dict.fromkeys(states) if s in pack.actor and pack.actor[s].type in ("state", "bloc")]
    if words in EVERYWHERE:
        known = known[:1]
    named = next((found for s in known if (found := _named(pack, s, words))), None)
    return named or next(iter(known), None)


def seat_of(sentence: Sentence, token: Token) -> str | None:
    """ "The Foreign Office in Islamabad": the state in whose capital an organ sits."""
    places = [p for prep in token.children if prep.lower_ == "in" and prep.dep_ == "prep" for p in prep.children if p.dep_ == "pobj"]
    return next((state for p in places if (m := sentence.at.get(p.i)) and (state := m.id_of("metonym"))), None)


def seat_before(sentence: Sentence, token: Token) -> str | None:
    """ "In Moscow, the defence ministry said": the state in whose capital the sentence begins, and no embassy there."""
    first = sentence.tokens[0]
    towns = [p for p in first.children if p.dep_ == "pobj" and p.i < token.i] if first.lower_ == "in" else []
    if token.lemma_.lower() in ABROAD:
        return None
    return next((state for p in towns if (m := sentence.at.get(p.i)) and (state := m.id_of("metonym"))), None)


def acting_state(pack: Pack, sentence: Sentence, token: Token) -> str | None:
    """ "Germany will send ten tanks, the defence ministry said": the state that the sentence of a ministry tells of."""
    if token.lemma_.lower() not in EMPLOYERS:
        return None
    for mention in sentence.mentions:
        state, head = mention.id_of("actor"), sentence.head_of(mention)
        told = head is not None and head.dep_ == "nsubj" and head.i < token.i and head.head.dep_ in ("ccomp", "ROOT")
        if told and state and pack.actor[state].type == "state" and state not in AT_WAR:
            return state
    return None


def staffed_by(pack: Pack, sentence: Sentence, token: Token) -> str | None:
    """ "In Berlin a government spokesman said", "an official in Rome": the state whose seat is named, or that is told of."""
    person = token.head
    named = None if person.lemma_.lower() in SOURCES else acting_state(pack, sentence, token)  # sources may be another state's
    return seat_of(sentence, person) or seat_of(sentence, person.head) or named


def ministry_of(pack: Pack, state: str, field: str) -> str | None:
    """The ministry of a state for a field ("foreign", "defence"), if the pack has it."""
    return _named(pack, state, f"{field} ministry") if state in pack.actor else None


def phrase_of(token: Token) -> str:
    """The words of an organ's name, in lower case and the pack's spelling, its article left out."""
    inside = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod", "poss")]
    first = min((s.i for t in inside for s in t.subtree if s.pos_ != "DET"), default=token.i)
    last = max(
        (t.i for prep in token.rights if prep.dep_ == "prep" and prep.lower_ in ("of", "for") for t in prep.subtree if t.pos_ != "PUNCT"),
        default=token.i,
    )
    return _spelt(text_of(token.doc[first : last + 1]))


def _spelt(words: str) -> str:
    words = words.lower()
    for pattern, spelling in SPELLINGS:
        words = re.sub(pattern, spelling, words)
    return words


def _named(pack: Pack, state: str, words: str) -> str | None:
    names = _names(pack)
    return next(
        (names[form] for a in pack.actor[state].adjectives for w in _wordings(words) if (form := f"{a.lower()} {w}") in names), None
    )


def _wordings(words: str) -> tuple[str, ...]:
    return OFFICES if words in OFFICES else (words,)


@lru_cache(maxsize=4)
def _names(pack: Pack) -> dict[str, str]:
    """Name in lower case → the office or body that bears it."""
    return {_spelt(name): a.id for a in pack.actors if a.type in ("office", "body") for name in (a.name, *a.names)}
