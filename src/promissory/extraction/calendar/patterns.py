"""The pieces that the grammar of dates is made of: patterns of months, days, years and units, and the register of its rules."""

from __future__ import annotations

import re
from collections.abc import Callable

from promissory.extraction.calendar.chronology import AHEAD, MODS, MONTHS, Place, Reading, last_day, nearest_year, resolve
from promissory.extraction.calendar.tense import is_ahead, tense_of
from promissory.extraction.lexicon.numerals import FIGURES, SPELLED

MONTH = (
    r"(?P<month>January|February|March|April|May\b(?:\.(?=\s\d))?|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
GAP = r"(?:\s|(?<=\.))"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?)"
FULL_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
DAY2 = r"(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)(?![\d-]|[.,]\d)(?![^\W_])"
DASH = r"(?:\s?[-‐‑–—]\s?|\s(?:to|and|or|through)\s)"
OF_YEAR = rf"(?:,?\s(?:of\s|in\s)?(?:{YEAR}|(?P<which>this|last|next|the\ssame|the\sprevious|the\sfollowing|that)\syear))"
SEASON = r"(?P<season>spring(?:time)?|summer(?:time)?|autumn|fall|winter(?:time)?)"
UNIT = r"(?P<unit>second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
MOD = (
    r"(?P<mod>early|late|mid|the\s(?:very\s)?(?:beginning|start|end|middle|close|outset|turn)\s(?:of|in)"
    r"|(?:the\s)?(?:beginning|start|end|middle)\sof)"
)
LEAD = rf"(?:{MOD}[-\s](?:the\s)?)?"
HOW_MANY = (
    rf"(?P<count>(?:\d{{1,2}}\s1/2|\d{{0,2}}\s?½|{FIGURES}|{SPELLED}|an?|half\san?|(?:a\s)?(?:couple|pair)(?:\sof)?|(?:a\s|the\s)?few|several|many"
    r"|dozens\sof|hundreds\sof|a\snumber\sof)(?:\s(?:more|full|short|long|good|solid|straight|consecutive|additional"
    r"|extra))?)"
)
ROUGHLY = (
    r"(?P<rough>(?:more\sthan|over|at\sleast|no\sless\sthan|less\sthan|under|up\sto|almost|nearly|about|around|some(?!\san?\s)|roughly"
    r"|approximately|just\sover|just\sunder|at\smost|no\smore\sthan|another)\s)"
)
PART = r"(?P<part>morning|afternoon|evening|night|midday|noon|midnight|dawn)"
CLOCK = (
    r"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)|(?P<hour24>[01]?\d"
    r"|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?)(?:\s(?:GMT|UTC|CET|CEST|EET|EEST|EST|EDT|BST|MSK|ET|local\stime"
    r"|Kyiv\stime|Moscow\stime)\b)?"
)

Reader = Callable[[re.Match[str], Place], Reading | None]
Rule = tuple[re.Pattern[str], Reader]
RULES: dict[str, list[Rule]] = {}


def rule(classes: str, pattern: str) -> Callable[[Reader], Reader]:
    """Register a reading of `pattern` for expressions whose first word is of one of `classes`."""
    compiled = re.compile(pattern + r"(?!\w)", re.IGNORECASE)

    def register(read: Reader) -> Reader:
        for name in classes.split():
            RULES.setdefault(name, []).append((compiled, read))
        return read

    return register


def month_of(match: re.Match[str]) -> int | None:
    """The month's number; a common word ("may", "march") must carry its capital."""
    name = match["month"].rstrip(".")
    if name.lower() in ("may", "march", "mar", "august", "jan", "dec") and name[0].islower():
        return None
    return MONTHS[name.lower()]


def is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= last_day(year, month)


def mod_of(match: re.Match[str]) -> str | None:
    words = re.findall(r"[a-z]+", (match["mod"] or "").lower())
    return next((MODS[word] for word in words if word in MODS), None)


def year_shift(which: str) -> int:
    return {"last": -1, "next": 1}.get(which.lower(), 0)


def dated(place: Place, match: re.Match[str], month: int, day: int | None, mod: str | None = None) -> Reading | None:
    """A month or a day of it, with the year that is said, or the one the anchor gives."""
    tail = f"{month:02d}" + (f"-{day:02d}" if day else "")
    if match["year"]:
        year = int(match["year"])
        return Reading(f"{year}-{tail}", mod=mod) if day is None or is_day(year, month, day) else None
    if day is not None and not is_day(2024, month, day):
        return None
    if match["which"]:
        if match["which"].lower() not in ("this", "last", "next"):
            return Reading(f"XXXX-{tail}", relative=True, mod=mod)
        by = year_shift(match["which"])
        return resolve(place, lambda today: f"{today.year + by}-{tail}", f"XXXX-{tail}", mod=mod)
    tense = AHEAD if is_ahead(place.text, place.start) else tense_of(place.text, place.start)
    return resolve(place, lambda today: f"{nearest_year(today, month, day, tense)}-{tail}", f"XXXX-{tail}", mod=mod)
