"""Sums and goods that a text names, read without grammar: evidence for comparing, never the value of a slot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from promissory.reconciliation.wording import TOKEN, singular

SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12}
SMALL = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)}
TENS = {word: 10 * n for n, word in enumerate("ten twenty thirty forty fifty sixty seventy eighty ninety hundred".split(), start=1)}
SUM = re.compile(
    rf"(?<![\w.,])(\d+(?:,\d{{3}})*(?:\.\d+)?|{'|'.join(SMALL | TENS)})[\s\u00a0-]?(thousand|million|billion|trillion|bn|mn|m|k|b)\b", re.I
)
FIGURE = re.compile(r"\d+(?:\.\d+)?")
#: Scales that stand right between a figure and the goods it counts.
WORTH = {word: SCALES[word] for word in ("thousand", "million")}
YEAR = re.compile(r"(?:19|20)\d\d")
#: What a model adds to its number: five is no count of "2000-5 jets".
MODEL = re.compile(r"(?<=\d)-\d+\b")
#: The longest name of an item, in words.
LONGEST = 6


def sums_in(text: str) -> frozenset[float]:
    """The figures with a scale that a text names, whatever they count: 188 million, fifty billion."""
    return frozenset(round(_value(figure.casefold()) * SCALES[scale.casefold()], 2) for figure, scale in SUM.findall(text))


def numbers_in(text: str) -> frozenset[float]:
    """All figures of a text, in words or digits: its sums, and the plain numbers."""
    words = (word.casefold().replace(",", "") for word in TOKEN.findall(text))
    return sums_in(text) | {float((SMALL | TENS).get(word) or word) for word in words if word in SMALL or word in TENS or word.isdecimal()}


def _value(figure: str) -> float:
    found = SMALL.get(figure) or TENS.get(figure)
    return float(found) if found else float(figure.replace(",", ""))


def name_of(text: str) -> tuple[str, ...]:
    """The words of an item's name, each without the -s of the plural."""
    return tuple(singular(word) for word in TOKEN.findall(text))


def goods_in(text: str, goods: Mapping[tuple[str, ...], str]) -> dict[str, float | None]:
    """The items that a text names, by the longest names, each with the number that stands right before it, if any does."""
    words = name_of(MODEL.sub("", text))
    found: dict[str, float | None] = {}
    at = 0
    while at < len(words):
        length = next((n for n in range(LONGEST, 0, -1) if words[at : at + n] in goods), 0)
        if length:
            found.setdefault(goods[words[at : at + length]], _number_before(words, at))
        at += length or 1
    return found


def _figure(word: str) -> float | None:
    """The value of a figure in digits or words; None for another word."""
    plain = word.casefold().replace(",", "")
    return float((SMALL | TENS).get(plain) or plain) if plain in SMALL or plain in TENS or FIGURE.fullmatch(plain) else None


def _number_before(words: Sequence[str], at: int) -> float | None:
    """The number up to two words before: "seven additional Patriots"; one is as good as none."""
    for place in range(at - 1, max(-1, at - 3), -1):
        word = words[place]
        if place and words[place - 1] == "of":
            return None  # "the first of 24 fighters" is not 24
        plain = word.casefold().replace(",", "")
        if plain in WORTH and 0 < place == at - 1 and (figure := _figure(words[place - 1])):
            return figure * WORTH[plain]
        if SMALL.get(plain, 1) > 1:
            return float(SMALL[plain])
        if plain.isdecimal() and len(plain) < 7 and not YEAR.fullmatch(word):
            return float(plain)
    return None
