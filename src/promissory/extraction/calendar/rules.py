"""The grammar of dates: one rule per wording, each a pattern with the reading it gives.

A rule is registered under the classes of word that may open it, so that a text is scanned once, word by word, and only the
rules of that word are tried. Of the rules that match at a place the one that reads most words wins. The rules themselves stand in
`days`, `feasts`, `seasons`, `relative` and `stretches`; importing them registers them.
"""

from __future__ import annotations

from collections.abc import Sequence

from promissory.extraction.calendar import days, seasons, stretches  # noqa: F401  their rules are registered
from promissory.extraction.calendar.chronology import MONTHS, SEASONS, WEEKDAYS, Place, Reading
from promissory.extraction.calendar.feasts import ANNIVERSARY, FIRST_WORDS
from promissory.extraction.calendar.patterns import RULES, Rule
from promissory.extraction.calendar.relative import NAMED_DAYS
from promissory.extraction.lexicon.numerals import SMALL, TENS

_CLASS_WORDS = {
    "month": [*MONTHS], "weekday": [*WEEKDAYS, *(f"{name}s" for name in WEEKDAYS if name.endswith("day"))], "the": ["the"],
    "this": ["this", "next", "last", "that", "coming", "following", "current", "previous"],
    "past": ["past", "previous", "next", "last", "final", "first", "coming", "upcoming", "preceding", "following"],
    "earlier": ["earlier", "later", "early", "late"], "mod": ["early", "late", "mid", "beginning", "start", "end", "middle"],
    "season": [*SEASONS], "relday": [*NAMED_DAYS], "pre": ["pre", "post"], "year": ["year", "calendar", "month"],
    "quarter": ["q", "h", "q1", "q2", "q3", "q4", "h1", "h2"],
    "ordinal": ["first", "second", "third", "fourth", "last", "final"], "fiscal": ["fy", "fiscal", "financial", "budget"],
    "number": [*SMALL, *TENS, "a", "an", "half", "several", "few", "many", "couple", "dozens", "hundreds"],
    "rough": ["more", "over", "at", "no", "less", "under", "up", "almost", "nearly", "about", "around", "some", "roughly", "approximately",
              "just", "another"],
    "unit": ["day", "week", "month", "year", "decade", "century", "hour", "minute", "days", "weeks", "months", "years", "decades",
             "centuries", "hours", "weeklong", "yearlong", "daylong", "monthlong", "decadelong", "hourlong"],
    "set": ["every", "each", "per", "annually", "yearly", "monthly", "weekly", "daily", "quarterly", "hourly"],
    "ref": ["now", "more", "most", "current", "currently", "nowadays", "at", "presently", "these", "recently", "formerly", "previously",
            "lately", "recent", "past", "then", "soon", "coming", "upcoming", "present"],
    "noon": ["noon", "midday", "midnight"], "feast": [*FIRST_WORDS], "anniversary": [*ANNIVERSARY],
}  # fmt: skip


def _by_word() -> dict[str, list[Rule]]:
    """For each word that may open an expression, the rules to try there."""
    table: dict[str, list[Rule]] = {}
    for name, words in _CLASS_WORDS.items():
        for word in words:
            table.setdefault(word, []).extend(rule for rule in RULES.get(name, ()) if rule not in table.get(word, ()))
    return table


RULES_BY_WORD = _by_word()


def longest_reading(rules: Sequence[Rule], place: Place) -> tuple[int, Reading] | None:
    """Length and meaning of the longest expression of time that one of the rules finds at `place`; of equals the first rule."""
    best: tuple[int, Reading] | None = None
    for pattern, read in rules:
        match = pattern.match(place.text, place.start)
        if match and (best is None or match.end() - place.start > best[0]) and (reading := read(match, place)):
            best = (match.end() - place.start, reading)
    return best


def rules_of(word: str) -> Sequence[Rule]:
    """The rules to try where an expression may open with the word."""
    if word[0].isdigit():
        return RULES["digit"]
    word = word.lower()
    return RULES_BY_WORD.get(word) or (RULES["fiscal"] if word.startswith("fy") and word[2:].isdigit() else [])
