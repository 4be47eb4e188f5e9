"""How many days lie between an event and what it is measured from: "a day after the two spoke", "two days before the strike"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import whole
from promissory.extraction.grammar.verbal import measured_from, span_before
from promissory.extraction.lexicon.numerals import SMALL

if TYPE_CHECKING:
    from promissory.extraction.words import Token

COUNTS = {**SMALL, "a": 1, "an": 1, "the": 1}
SIDES = {"after": -1, "following": -1, "before": 1, "ahead": 1}
#: The time of day in which "hours after" stays.
SAME = frozenset(("hour", "minute"))
#: Days beyond which a span is told roughly.
WIDEST = 10


def days_apart(token: Token) -> tuple[Token, int] | None:
    """The word above that an event is measured from, and how many days it lies from that one's day; None where it is not measured so."""
    verb = measured_from(token)
    told = span_before(verb) if verb is not None else None
    if verb is not None and told is not None:
        return _measured(verb.head, [told[0]], SIDES[told[1]]) if told[1] in SIDES else None
    top = whole(token)
    prep = top.head if top.dep_ == "pobj" and top.head.lower_ in SIDES else _ahead_of(top)
    if prep is None or prep.head.i == prep.i:
        return None
    spans = [c for c in (*prep.children, *prep.head.children) if c.dep_ == "npadvmod" and c.i == prep.i - 1]
    return _measured(prep.head, spans, SIDES[prep.lower_])


def _ahead_of(noun: Token) -> Token | None:
    """ "Announced it a day ahead of the summit": the word of place that carries the "of"."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return of.head if of is not None and of.head.lower_ == "ahead" else None


def _measured(above: Token, spans: list[Token], side: int) -> tuple[Token, int] | None:
    if len(spans) != 1 or spans[0].lemma_ not in SAME | {"day"}:
        return None
    if spans[0].lemma_ in SAME:
        return above, 0
    count = next((n for c in spans[0].lefts if (n := _number(c.lower_)) is not None), None)
    rough = any(c.lower_ in ("few", "some", "about", "several", "barely") for c in spans[0].lefts)
    return (above, side * count) if count is not None and count <= WIDEST and not rough else None


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else COUNTS.get(word)
