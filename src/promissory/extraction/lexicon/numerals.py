"""Numerals as newspapers write them: figures, words, and the two mixed ("40bn", "two dozen", "half a million").

Only grammar and arithmetic; what a number counts is decided by those who use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

SMALL: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Mapping[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Mapping[str, float] = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "mm": 1e6, "t": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "milion": 1e6, "milllion": 1e6,
}  # fmt: skip
#: The numbers of a row from the first to the twentieth, in order; those of a short row.
ORDINALS = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth".split()
)
TO_TENTH = ORDINALS[:10]
#: Which of a row something is.
NTH = re.compile(rf"\d+(?:st|nd|rd|th)|(?:(?:{'|'.join(TENS)})[-‑])?(?:{'|'.join(ORDINALS)})")
NUMBER_WORDS = frozenset({*SMALL, *TENS, "half", "a", "an", "another"})

_ONES = "|".join(word for word, value in SMALL.items() if value < 10)
_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[-‑ ](?:{_ONES})\b)?|{'|'.join(sorted(SMALL, key=len, reverse=True))})\b"
_SCALE_WORD = r"(?:dozen|hundred|thousand|lakh|million|crore|billion|trillion)\b"
_SCALES = rf"(?:[-‑\s]{{1,2}}{_SCALE_WORD})"

# Repetitions are bounded, so that no text makes a pattern slow.
FIGURES = (
    r"(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?!\d)|\d{1,3}(?:\.\d{3}){2,5}|\d{1,3}(?:['’]\d{3}){1,5}"
    r"|\d+(?:\.\d+|,\d{1,2}(?![\d,]))?)"
)
SPELLED = (
    rf"(?:half[-\s](?:(?:of\s)?an?\s)?{_SCALE_WORD}|a\scouple\sof\s{_SCALE_WORD}"
    rf"|an?\s(?:additional|extra|further|full|whole|new|cool)\s(?:hundred|thousand|million|billion|trillion)\b"
    rf"|(?:three[-\s]quarters|(?:an?|one)[-\s](?:quarter|third)|two[-\s]thirds)\sof\san?\s{_SCALE_WORD}"
    rf"|{_WORD}(?:\sand\sa\s(?:half|quarter)\b|\spoint\s{_WORD}){_SCALES}{{0,3}}"
    rf"|(?:an?|{_WORD}){_SCALES}\sand\sa\shalf\b"
    rf"|(?:an?|another)\s(?:additional|extra|further|whole|full|record|new)\s{_SCALE_WORD}|another{_SCALES}"
    rf"|(?:an?|{_WORD}){_SCALES}{{1,3}}(?:[-\s](?:and\s)?{_WORD}{_SCALES}{{0,3}}){{0,6}}"
    rf"|{_WORD})"
)
# Scales that may stand after figures; the bare letters only with money, where "m" cannot be metres.
SCALE = r"(?:thousand|million|milion|milllion|billion|trillion|hundred|dozen|crore|lakh|lac|mln|mio|bln|trn|mn|bn|tn)"
SCALE_LETTER = r"(?:[mMbBkK]|mil)"

_FRACTIONS = {
    "a couple": 2, "half": 0.5, "three quarters": 0.75, "a quarter": 0.25, "one quarter": 0.25, "two thirds": 2 / 3, "a third": 1 / 3,
    "one third": 1 / 3,
}  # fmt: skip
_TOKEN = re.compile(r"[a-z]+|\.?\d[\d.,'’ \u00a0\u202f]*", re.IGNORECASE)
_WORDS = re.compile(r"\w+")


def numeral_starts(text: str, words: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Places where a numeral or one of `words` (lower case) begins, each with the word found there ("0" for figures)."""
    for match in _WORDS.finditer(text):
        word = match.group()
        if word[0].isdigit():
            yield match.start(), "0"
        elif (lower := word.lower()) in words:
            yield match.start(), lower


def figure_value(figures: str) -> float:
    """The number written in figures: "1,500" is 1500, "2,5" is 2.5, "1.500.000" is 1500000."""
    figures = re.sub(r"[ \u00a0\u202f'’]", "", figures)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figures):
        return float(figures.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", figures):
        return float(figures.replace(".", ""))
    return float(figures.replace(",", "."))


def numeral_value(numeral: str) -> float:
    """The value of a numeral that FIGURES or SPELLED matched, with any scale after it."""
    words = _TOKEN.findall(numeral.lower())
    if "of" in words:
        return _rounded(_FRACTIONS.get(" ".join(words[: words.index("of")]), 1.0) * _product(words))
    if words[:1] == ["half"]:
        return 0.5 * _product([w for w in words[1:] if w not in ("a", "an")])  # "half a billion", "another half billion"
    if words[-3:] == ["and", "a", "half"]:
        return _sum(words[:-3]) + 0.5 * _product(words[-4:-3])
    if "half" in words or "quarter" in words:
        return _with_part(words)
    if "point" in words:
        return _with_decimals(words)
    return _sum(words)


def _with_part(words: list[str]) -> float:
    """`one and a half million` → 1500000."""
    at = words.index("and")
    part = 0.5 if words[at + 2] == "half" else 0.25
    return (_sum(words[:at]) + part) * _product(words[at + 3 :])


def _with_decimals(words: list[str]) -> float:
    """`two point five billion` → 2500000000."""
    at = words.index("point")
    rest = [word for word in words[at + 1 :] if word not in SCALES]
    decimals = "".join(str(int(_sum([word]))) for word in rest)
    return float(f"{int(_sum(words[:at]))}.{decimals}") * _product([word for word in words if word in SCALES])


def _product(words: list[str]) -> float:
    product = 1.0
    for word in words:
        product *= SCALES.get(word, 1.0)
    return product


def _sum(words: list[str]) -> float:
    """Addends within a scale, scales across: `three hundred and fifty thousand` → 350000."""
    total = current = 0.0
    for word in words:
        if word in SCALES:
            current = (current or 1.0) * SCALES[word]
            if SCALES[word] >= 1e3:
                total, current = total + current, 0.0
        elif word in SMALL or word in TENS:
            current += SMALL.get(word) or TENS[word]
        elif word[-1].isdigit() or word[0].isdigit():
            current += figure_value(word.rstrip(".,'’ \u00a0\u202f"))
    return _rounded(total + current)


def _rounded(value: float) -> float:
    """Without the dust of binary multiplication: 2.3 million is 2300000, not 2299999.9999999995."""
    return round(value, 4)
