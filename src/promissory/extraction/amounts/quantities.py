"""What sums and counts share: their mentions, what the words around a number say of it, and the ends of a range.

A range keeps its lower end with the qualifier `at_least` and its upper end in `upper`: "€1.5-2 billion" is at least
1,500,000,000. The middle of a range is nobody's figure and is never taken. Words without a figure ("billions of euros",
"a multi-billion-euro package", "dozens of tanks") make no mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from promissory.extraction.lexicon.numerals import SCALES, numeral_value


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A sum of money: `text[start:end] == quote`, value in units of the currency (ISO 4217; None where left open).

    `converted`: the sum repeats the one before it in another currency. `implausible`: a bare sum below a hundred said to be
    a bill, loan or package; it stays as written. `upper`: the upper end of a range whose lower end is `value`.
    `inherited`: the currency is that of the sum before ("€50 billion, of which 17 billion in grants").
    """

    start: int
    end: int
    quote: str
    value: float
    currency: str | None
    qualifier: str = "exact"
    converted: bool = False
    implausible: bool = False
    upper: float | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A count: `unit` is "percent" or a unit of measure ("GW", "km", "ton"), None for things counted."""

    start: int
    end: int
    quote: str
    value: float
    qualifier: str = "exact"
    unit: str | None = None
    upper: float | None = None


IGNORE = re.IGNORECASE
DASH = r"(?:\s?[-‐‑–—]\s?|\sto\s|\sor\s)"
_ABOUT = (
    r"about|around|some|roughly|approximately|approx\.?|circa|ca?\.|nearly|almost|close to|just under|just shy of"
    r"|an estimated|estimated(?:\s(?:value|worth|cost|total)\sof)?|up to about|in the region of|~|≈"
)
_QUALIFIER = re.compile(
    r"(?:^|(?<=[\s(,;:\"“‘—–-]))(?:"
    r"(?P<at_most>up to|at most|no more than|not more than|as much as|as many as|a maximum of|maximum of|not exceeding"
    r"|fewer than|less than|under|below|max\.?)"
    r"|(?P<at_least>more than|over|at least|no less than|no fewer than|not less than|in excess of|above|upwards of"
    r"|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|a minimum of|minimum of|well over|north of|minimum|>)"
    rf"|(?P<about>{_ABOUT}))"
    r"\s*(?:(?:an?|the)\s+)?(?:(?:additional|further|extra|another|initial|total of|total)\s+)*(?:of\s+)?$",
    IGNORE,
)
#: A preposition of place before an article: "differences over a 140-billion-euro loan".
_ABOUT_THE = re.compile(r"\b(?:over|under|below|above)\s+(?:an?|the)\s+$", IGNORE)
_HANDED_OVER = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|took|taken?|takes|taking|give|gave|given|giving|transferred|carried|left"
    r"|pass(?:ed|ing)?|sign(?:ed)?)\sover\s+(?:(?:an?|the)\s+)?(?:\w+\s)?$",
    IGNORE,
)
_TRAILING = re.compile(
    r"\s?(?:(?P<at_least>or more\b|or above\b|and more\b|at least\b|\+|plus\b)|(?P<about>or so\b|or thereabouts\b)"
    r"|(?P<at_most>or less\b|or fewer\b|at most\b|at maximum\b))",
    IGNORE,
)
BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+)?$", IGNORE)


def is_range(match: re.Match[str]) -> bool:
    low, high = ends_of(match)
    return high is None or low < high


def ends_of(match: re.Match[str]) -> tuple[float, float | None]:
    """The low and the high end; a scale after the high end holds for both ("1.5-2 billion")."""
    groups = match.groupdict()
    scale = groups["low_scale"] or groups.get("late_scale") or ""
    rest = numeral_value(groups["rest"]) * scale_of(groups["rest_scale"]) if groups.get("rest") else 0.0
    high = None
    if groups.get("high"):
        high = numeral_value(groups["high"]) * scale_of(groups["high_scale"])
        if not scale and groups["high_scale"]:
            scale = groups["high_scale"]
        elif not scale and (word := re.search(r"(?:hundred|thousand|[mbtr]+illion)$", groups["high"].lower())):
            scale = word.group()
    return tidy(numeral_value(groups["low"]) * scale_of(scale) + rest), None if high is None else tidy(high)


def scale_of(word: str | None) -> float:
    """The factor that words of scale stand for, one on the other ("lakh crore", "thousand million")."""
    factor = 1.0
    for part in re.findall(r"[a-z]+", (word or "").lower()):
        factor *= SCALES.get(part) or SCALES.get(part.rstrip("s")) or 1.0
    return factor


def tidy(value: float) -> float:
    return round(value, 4)


def qualifier_of(text: str, start: int, end: int) -> str:
    """What the words around a number say of it; "between X and Y" bounds X from below and Y from above."""
    before = text[max(0, start - 60) : start]
    match = _QUALIFIER.search(before)
    if text[start : start + 1].isdigit() and _ABOUT_THE.search(before):
        match = None
    if match and not _HANDED_OVER.search(before):
        if match["at_most"]:
            return "at_most"
        return "at_least" if match["at_least"] else "about"
    if BETWEEN.search(before) and re.match(r"[^.;]{0,25}\sand\s", text[end : end + 40]):
        return "at_least"
    if match := _TRAILING.match(text, end):
        return match.lastgroup or "exact"
    return "exact"
