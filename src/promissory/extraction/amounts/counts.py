"""Counts as news writes them: how many of what is counted, and measures with their unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from promissory.extraction.amounts.currencies import any_of
from promissory.extraction.amounts.money import amounts
from promissory.extraction.amounts.quantities import DASH, IGNORE, NumberMention, ends_of, is_range, qualifier_of
from promissory.extraction.calendar.dates import dates
from promissory.extraction.lexicon.numerals import FIGURES, NUMBER_WORDS, SCALE, SPELLED, numeral_starts

_MEASURES: Mapping[str, str] = {
    "gw": "GW", "mw": "MW", "kw": "kW", "gwh": "GWh", "mwh": "MWh", "kwh": "kWh", "gigawatt": "GW", "megawatt": "MW", "kilowatt": "kW",
    "km": "km", "kilometer": "km", "kilometre": "km", "kms": "km", "mile": "mile", "meter": "m", "metre": "m", "foot": "foot",
    "feet": "foot", "inch": "inch", "inches": "inch", "centimeter": "cm", "centimetre": "cm", "cm": "cm", "kg": "kg", "kilogram": "kg",
    "kilo": "kg", "ton": "ton", "tonne": "ton", "mt": "ton", "liter": "litre", "litre": "litre", "gallon": "gallon", "barrel": "barrel",
    "hectare": "hectare", "acre": "acre", "degree": "degree", "bcm": "bcm", "percent": "percent", "%": "percent", "pc": "percent",
    "mph": "mph", "knot": "knot",
}  # fmt: skip
_CALIBRE = r"mm|millimet(?:er|re)s?|cal(?:ib(?:er|re))?|cc|hp|kt|kiloton"
_COUNT_SCALE = rf"[-\s]?(?i:{SCALE})\b|[mk](?=\s(?:[a-z]+s|people|men|women|children|artillery|troops)\b)"
_COUNT = re.compile(
    rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>{_COUNT_SCALE})?"
    rf"(?:{DASH}(?:a\s)?(?P<high>{FIGURES}|(?i:{SPELLED}))(?P<high_scale>[-\s]?(?i:{SCALE})\b)?)?(?P<plus>\+|-plus\b)?"
)
_SINGLE_COUNT = re.compile(rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>{_COUNT_SCALE})?(?P<plus>\+|-plus\b)?")
_UNIT = re.compile(
    rf"\s?(?:(?P<points>(?:percentage|per\s?cent(?:age)?|%)[-\s]points?\b)|(?P<percent>%|per\s?cent\b|percent\b)"
    rf"|[-\s]?(?:metric\s)?(?P<unit>{any_of(k for k in _MEASURES if k.isalpha() and k != 'percent')})s?\b)",
    IGNORE,
)
_NOT_A_COUNT_AFTER = re.compile(
    rf"(?:[-‑\s]?(?:{_CALIBRE})\b|st\b|nd\b|rd\b|th\b|[-‑\s](?:thirds?|quarters?|halves|half|fifths?|sixths?|sevenths?|eighths?|tenths?)\b"
    r"|:\d|/\d|[-‑]\d|[-‑](?!ton|plus)[^\W\d]|[.,]\d|[^\W\d]|°|\s?[x×]\s?\d|\s(?:times\b|-?fold\b|BST|CET|EST|a\.m|p\.m|am\b|pm\b|o'clock|GMT|percentile))",
    IGNORE,
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:Article|Articles|Section|Chapter|Resolution|Phase|Type|Mark|Mk|Block|Level|Annex|Protocol|Stage|Tier"
    r"|Category|Group of|Room|Flight|Route|"
    r"Highway|Channel|Part|Number|Nos?\.|Page|Figure|Table|Version|Day|Week|Round|Class|Grade|Unit|[Pp]age|[Pp]aragraph"
    r"|[Aa]rticle|[Nn]umber|[Nn]o\.|[Nn]os\.|"
    r"[Ss]ection|[Cc]hapter|[Pp]hase|[Rr]esolution|[Gg]roup of|[Cc]lause|[Ss]ource of [Aa]id|[Ss]ource|Order|UNSCR"
    r"|U\.S\.C\.|aged|[Aa]ge of|aged between \w+ and|Act)\s|[#№§]\s?)$"
)
_GLUED_BEFORE = re.compile(r"(?:\d\s?[x×]\s?|mm\s[x×]\s|[^\W\d][-‑–./]|\d[-/:.,‑]|[-‑=/_&?~+]|=\"|[$€£])$")
_CLOCK_AFTER_DATE = re.compile(r"\b(?:19|20)\d\d[,\s]\s?$|\b[Aa]t\s$")
_LIST_MARK = re.compile(r"[.)]\s")
_NAME_THEN_DIGIT = re.compile(r"(?<![.!?:;\n]\s)(?<![.!?:;\n])\b[A-Z][A-Za-zÀ-ž-]+\s$")
# "Give Ukraine 6 jets": a state is no model with a number.
_RECEIVER = re.compile(r"\b(?:Ukraine|Ukrainians|Kyiv|Kiev|Moldova|Taiwan|Israel)\s$")
_NOT_A_ONE_BEFORE = re.compile(
    r"\b(?:no|every|any|some|the|this|that|each|which|another|either|only|last|next|first|number|day)\s$", IGNORE
)
_ONE_AS_COUNT = re.compile(
    r"\s(?!(?:of|another|day|hand|time|thing|can|could|should|must|would|will|may|might|has|had|have|is|was|are|were|and|or"
    r"|in|on|that|who|which|to|for|by|at|with|from|side|way|after|side's|man's|but|as)\b)[\w\"“‘']"
)


def numbers(text: str, skip: Iterable[tuple[int, int]] | None = None) -> tuple[NumberMention, ...]:
    """The counts in `text`, in order. `skip` holds spans that are no counts (default: the dates and sums of the text)."""
    taken = sorted(_spoken_for(text) if skip is None else skip)
    found: list[NumberMention] = []
    end = 0
    for start, _ in numeral_starts(text, NUMBER_WORDS):
        while taken and taken[0][1] <= start:
            taken.pop(0)
        if start < end or (taken and taken[0][0] <= start):
            continue
        mention = _read_count(text, start, taken[0][0] if taken else len(text))
        if mention:
            found.append(mention)
            end = mention.end
    return tuple(found)


def _spoken_for(text: str) -> Iterable[tuple[int, int]]:
    """The spans of dates and sums, whose figures count nothing."""
    return [(m.start, m.end) for m in dates(text)] + [(m.start, m.end) for m in amounts(text)]


def _read_count(text: str, start: int, limit: int) -> NumberMention | None:
    match = _COUNT.match(text, start)
    if match and (match.end() > limit or (match["high"] and not _is_count_range(text, match))):
        match = _SINGLE_COUNT.match(text, start)
    if not match or match.end() > limit or _is_glued(text, match):
        return None
    low, high = ends_of(match)
    end, unit = match.end(), None
    if measure := _UNIT.match(text, match.end()):
        unit = _unit_name(measure)
    elif _NOT_A_COUNT_AFTER.match(text, match.end()):
        return None
    qualifier = "at_least" if high is not None or match["plus"] else qualifier_of(text, start, end)
    qualifier = _upper_end(text, start) or qualifier
    return NumberMention(start, end, text[start:end], low, qualifier, unit, high)


def _upper_end(text: str, start: int) -> str | None:
    """`between 50,000 and 100,000`: the second number bounds from above."""
    before = text[max(0, start - 40) : start]
    return "at_most" if re.search(r"\bbetween\s[\w,. ]*\d[\w,. ]*\sand\s$|\bbetween\s\w+\sand\s$", before, IGNORE) else None


def _unit_name(measure: re.Match[str]) -> str:
    if measure["points"]:
        return "percentage point"
    return "percent" if measure["percent"] else _MEASURES[measure["unit"].lower()]


def _is_count_range(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 1]
    return is_range(match) and not re.match(r"\w", after) and not re.match(r"[-:/]\d", text[match.end() : match.end() + 2])


def _is_glued(text: str, match: re.Match[str]) -> bool:
    """Whether the number is part of a name ("F-16", "Leopard 2", "Article 5"), a fraction of a figure, or the pronoun "one"."""
    before = text[max(0, match.start() - 40) : match.start()]
    word = match.group().lower()
    if word == "one" or (word.startswith(("one ", "one-")) and not match["low_scale"]):
        return (word == "one" and not _ONE_AS_COUNT.match(text, match.end())) or bool(_NOT_A_ONE_BEFORE.search(before))
    if _GLUED_BEFORE.search(before) or _NAME_BEFORE.search(before):
        return True
    if before.endswith("[") and text[match.end() : match.end() + 1] == "]":  # a reference mark
        return True
    if re.fullmatch(r"[012]?\d\.[0-5]\d", word) and _CLOCK_AFTER_DATE.search(before):
        return True
    if word.isdigit() and (not before or before[-1] == "\n") and _LIST_MARK.match(text, match.end()):
        return True
    named = _NAME_THEN_DIGIT.search(before) and not _RECEIVER.search(before)
    return bool(re.fullmatch(r"\d(?:\.0)?", word)) and bool(named)
