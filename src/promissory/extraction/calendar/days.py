"""Dates written out: days, months, years, decades, centuries, feasts, in words and figures."""

from __future__ import annotations

import re
from dataclasses import replace

from promissory.extraction.calendar.chronology import MODS, Place, Reading, value_of
from promissory.extraction.calendar.patterns import (
    DASH,
    DAY,
    DAY2,
    GAP,
    LEAD,
    MONTH,
    OF_YEAR,
    WEEKDAY,
    YEAR,
    dated,
    is_day,
    mod_of,
    month_of,
    rule,
)


def _with_end(reading: Reading | None, last: str) -> Reading | None:
    """A run of days: `3-5 April` is 2024-04-03/2024-04-05."""
    if reading is None:
        return None
    end = f"{reading.timex[:-2]}{int(last):02d}"
    if end <= reading.timex or (value_of(end) and not is_day(int(end[:4]), int(end[5:7]), int(last))):
        return None
    return replace(reading, value=None if "X" in end else f"{reading.timex}/{end}")


@rule(
    "month weekday digit",
    rf"(?:{WEEKDAY},?\s(?:the\s)?)?{MONTH}{GAP}(?:the\s)?{DAY}(?:{OF_YEAR}|,?\s(?P<which2>last|this|next)\syear)?",
)
def _month_day(match: re.Match[str], place: Place) -> Reading | None:
    month = month_of(match)
    return dated(place, match, month, int(match["day"])) if month else None


@rule("month", rf"{MONTH}\s{DAY}{DASH}{DAY2}{OF_YEAR}?")
def _month_days(match: re.Match[str], place: Place) -> Reading | None:
    month = month_of(match)
    return _with_end(dated(place, match, month, int(match["day"])), match["day2"]) if month else None


@rule("digit the weekday", rf"(?:{WEEKDAY},?\s)?(?:the\s)?{DAY}\s(?:of\s)?{MONTH}{OF_YEAR}?")
def _day_month(match: re.Match[str], place: Place) -> Reading | None:
    month = month_of(match)
    return dated(place, match, month, int(match["day"])) if month else None


@rule("digit the", rf"(?:the\s)?{DAY}{DASH}{DAY2}\s(?:of\s)?{MONTH}{OF_YEAR}?")
def _days_month(match: re.Match[str], place: Place) -> Reading | None:
    month = month_of(match)
    return _with_end(dated(place, match, month, int(match["day"])), match["day2"]) if month else None


@rule("month mod the", rf"{LEAD}(?:the\smonth\sof\s)?{MONTH}{OF_YEAR}?")
def _month_year(match: re.Match[str], place: Place) -> Reading | None:
    month = month_of(match)
    if not month or not (match["year"] or match["which"] or match["mod"] or _stands_as_month(match, place)):
        return None
    return dated(place, match, month, None, mod_of(match))


_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|till|by|from|between|to|and|or|during|before|after|through|for|every|each|this|last|next"
    r"|past|around|throughout|as|both|late|early|mid)[\s-](?:the\s)?$",
    re.I,
)


_AFTER_PERSON = re.compile(rf"\s(?:said|told|will|has|was|is|on\b|and\s(?!{MONTH.replace('?P<month>', '?:')})[A-Z])")


def _stands_as_month(match: re.Match[str], place: Place) -> bool:
    """A bare month: never an abbreviation (Jan, Mar), and "May" or "March" only where a preposition asks for a date."""
    name = match["month"]
    if name.endswith(".") or (len(name) == 3 and name != "May") or not (name[0].isupper()):
        return False
    if name.lower() not in ("may", "march", "april", "june", "august"):
        return True
    before = place.before(match.start("month"), 14)
    if name.lower() in ("april", "june", "august"):
        return not re.match(r"\s[A-Z][a-z]+(?!day)", place.after(match.end())) or bool(_BEFORE_MONTH.search(before))
    return bool(_BEFORE_MONTH.search(before)) and not _AFTER_PERSON.match(place.after(match.end()))


@rule(
    "digit",
    r"(?P<y>(?:1[6-9]|20|21)\d\d)(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>3[01]|[12]\d"
    r"|0?[1-9])(?P<time>T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?",
)
def _iso_day(match: re.Match[str], _place: Place) -> Reading | None:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not is_day(year, month, day):
        return None
    clock = (match["time"] or "")[:6]
    return Reading(f"{year}-{month:02d}-{day:02d}{clock}", "TIME" if clock else "DATE")


@rule("digit", r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![-\d])")
def _iso_month(match: re.Match[str], _place: Place) -> Reading | None:
    return None if int(match["m"]) == int(match["y"][2:]) + 1 else Reading(f"{match['y']}-{match['m']}")


@rule("digit", r"(?P<d>3[01]|[12]\d|0?[1-9])(?P<sep>[-/.])(?P<m>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d.]\d)")
def _numeric_day(match: re.Match[str], _place: Place) -> Reading | None:
    """Dots are European; with slashes or dashes a day that could be a month leaves the date open."""
    first, second, sep = int(match["d"]), int(match["m"]), match["sep"]
    if len(match["y"]) == 2 and (sep != "." or len(match["d"]) + len(match["m"]) != 4):
        return None
    year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
    if sep == "." or first > 12 or first == second:
        return Reading(f"{year}-{second:02d}-{first:02d}") if is_day(year, second, first) else None
    if second > 12:
        return Reading(f"{year}-{first:02d}-{second:02d}") if is_day(year, first, second) else None
    return Reading(f"{year}-XX-XX")


_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|of|from|until|till|during|before|after|for|through|throughout|to|and|or|year|between|late|early"
    r"|mid|the|this|that|circa|around|through|into|the\syear|spring|summer|autumn|fall|winter)[\s-]$",
    re.I,
)
_COUNTED = re.compile(
    r"[-\s](?:[a-z]+(?:-[a-z]+)?\s)?(?:people|troops|soldiers|servicemen|personnel|men|women|children|civilians|refugees"
    r"|prisoners|fighters|shells|rounds|missiles|rockets|drones|"
    r"tanks|vehicles|units|systems|square|km|kilomet\w+|miles|met(?:er|re)s?|tons?|tonnes?|kg|feet|dollars|euros"
    r"|hryvnias?|pounds|helmets|rifles|guns|weapons|times|"
    r"generators|houses|homes|buildings|cases|workers|sites|prisoners|hours|days|weeks|mm|million|billion|MW|GW"
    r"|megawatts?|gigawatts?|percent|per\scent|points)\b",
    re.I,
)
_COUNTING = re.compile(
    r"(?:\b(?:more\sthan|over|about|some|nearly|almost|least|another|additional|approximately|roughly|around|up\sto|all)\s"
    r"|[$€£#]\s?|[A-Za-z]-|\d[.,:/-])$",
    re.I,
)


@rule("digit mod the year", rf"(?:{LEAD}(?:(?:calendar\s)?year\s)?|the\s(?:calendar\s)?year\s){YEAR}")
def _year(match: re.Match[str], place: Place) -> Reading | None:
    """A year, unless the figure counts something: "2000 soldiers", "more than 2,024 rounds", "an S-2000"."""
    before = place.before(match.start(), 16)
    year, after = int(match["year"]), place.after(match.end("year"))
    if re.search(r"(?:[A-Z]-|[$€£#]\s?|\d[.,:/]|[=&?_]\"?)$", before) or re.match(r"%|\s?°", after) or not 1700 <= year <= 2100:
        return None
    said = match.start() < match.start("year") or _YEAR_CUE.search(before)
    if _COUNTED.match(after) or (_COUNTING.search(before) and not match["mod"]) or (year % 100 == 0 and not said):
        return None
    return Reading(match["year"], mod=mod_of(match))


@rule("pre", rf"(?:pre|post)[-‑\s]?{YEAR}")
def _around_year(match: re.Match[str], _place: Place) -> Reading | None:
    return Reading(match["year"])


@rule("digit", r"(?P<from>(?:19|20)\d\d)\s?(?P<dash>[-‐‑–—/])\s?(?P<to>(?:19|20)\d\d|\d\d)(?![-\d]|[.,]\d)")
def _years(match: re.Match[str], _place: Place) -> Reading | None:
    """`2024-2027`, `2024–26`; with two figures and a hyphen only where it cannot be a month."""
    first, last = int(match["from"]), int(match["to"])
    if len(match["to"]) == 2:
        last += first // 100 * 100
        if match["dash"] == "-" and int(match["to"]) <= 12 and last != first + 1:
            return None
    return Reading(str(first), value=f"{first}/{last}") if last > first else None


@rule("digit the mod twenties", rf"{LEAD}(?:the\s)?(?:(?P<mod2>early|mid|late)[-\s])?(?P<decade>(?:1[6-9]|20)\d)0['’]?s")
def _decade(match: re.Match[str], _place: Place) -> Reading | None:
    return Reading(match["decade"], mod=MODS.get((match["mod2"] or "").lower()) or mod_of(match))


@rule("digit the", r"(?:the\s)?(?:(?:early|mid|late)[-\s])?(?P<nth>1\d|2[0-2])(?:st|nd|rd|th)[-\s]century")
def _century(match: re.Match[str], _place: Place) -> Reading | None:
    return Reading(str(int(match["nth"]) - 1))


@rule(
    "the digit",
    r"(?:the\s)?(?:(?P<mod>early|mid|late)[-\s])?['’](?P<decade>[2-9])0s|the\s(?:(?P<mod2>early|mid"
    r"|late)[-\s])?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
)
def _short_decade(match: re.Match[str], _place: Place) -> Reading | None:
    """`the '90s`, `the nineties`."""
    words = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    tens = match["decade"] or str(words.index(match["word"].lower()) + 2)
    return Reading(f"19{tens}" if tens not in "2" else "202", mod=MODS.get((match["mod"] or match["mod2"] or "").lower()))
