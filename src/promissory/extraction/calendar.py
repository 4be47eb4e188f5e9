"""Dates in the wording of news: a grammar of its own, and a calendar that knows the publication date and its precision.

Extents and `timex` follow TimeML (prepositions stay outside, modifiers such as "early" or "more than" inside). `value` is the
ledger's reading: an ISO 8601 date or interval, or None where only a guess could fill it. A publication date that is itself
an interval resolves an expression only when every day of the interval gives the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from promissory.extraction.numerals import FIGURES, SMALL, SPELLED, TENS, numeral_value


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time: `text[start:end] == quote`.

    `value`: ISO 8601 date or interval, None if it cannot be resolved. `timex`: TIMEX3 value. `mod`: START, MID, END, APPROX,
    MORE_THAN or LESS_THAN. `boundary`: the preposition that bounds it ("by", "until", "since", "from", "before", "after",
    "within", "for"). `span_words`: the ISO duration said ("P10Y"). `covers`: the interval that a stretch counted from the
    publication date covers ("the next four years" said in 2024: 2024/2028).
    """

    start: int
    end: int
    quote: str
    value: str | None
    timex: str
    type: str
    relative: bool = False
    span_words: str | None = None
    mod: str | None = None
    boundary: str | None = None
    covers: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date: the first and the last day on which the text can have appeared."""

    first: date
    last: date

    def agree(self, resolve: Callable[[date], str]) -> str | None:
        """What `resolve` gives, if the first and the last day give the same (all resolutions are monotone in the day)."""
        answer = resolve(self.first)
        return answer if self.first == self.last or answer == resolve(self.last) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule read: the TIMEX3 value and how it was come by."""

    timex: str
    type: str = "DATE"
    relative: bool = False
    mod: str | None = None
    covers: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule looks: the text, the anchor (None if undated), and the start of the expression."""

    text: str
    anchor: Anchor | None
    start: int


MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
         "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun"), 1)
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "wintertime": "WI"}
UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M",
         "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centurie": "C", "min": "TM", "hr": "TH"}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI", "midnight": "NI", "dawn": "MO"}
MODS = {"early": "START", "late": "END", "mid": "MID", "beginning": "START", "start": "START", "end": "END", "middle": "MID",
        "close": "END", "outset": "START", "rest": "END", "remainder": "END", "later": "END", "earlier": "START", "turn": "START"}  # fmt: skip


def iso(day: date) -> str:
    return day.isoformat()


def month_iso(year: int, month: int) -> str:
    """`2024-14` is 2025-02: months run on into the next year and back into the last."""
    return f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}"


def last_day(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day


def week_iso(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def value_of(timex: str) -> str | None:
    """The ledger's date or interval of a TIMEX3 date; None for what has no place on the calendar."""
    if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?", timex):
        return timex
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)T.*", timex):
        return match[1]
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex):
        return _week_value(int(match[1]), int(match[2]), weekend=bool(match[3]))
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", timex):
        months = 3 if match[2] == "Q" else 6
        return f"{match[1]}-{(int(match[3]) - 1) * months + 1:02d}/{match[1]}-{int(match[3]) * months:02d}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        return _season_value(int(match[1]), match[2])
    if match := re.fullmatch(r"(\d{3})X", timex):
        return f"{match[1]}0/{match[1]}9"
    return None


def _week_value(year: int, week: int, *, weekend: bool) -> str:
    monday = date.fromisocalendar(year, week, 1)
    return f"{iso(monday + timedelta(5 if weekend else 0))}/{iso(monday + timedelta(6))}"


def _season_value(year: int, season: str) -> str:
    first, last = SEASON_MONTHS[season]
    return f"{year}-{first:02d}/{month_iso(year, last if last > first else last + 12)}"


def anchor_of(published: str | None) -> Anchor | None:
    """The anchor of an ISO date, month, year, date-time or interval; None for None. Raises ValueError for anything else."""
    if published is None:
        return None
    first, _, last = published.partition("/")
    return Anchor(_edge(first, late=False), _edge(last or first, late=True))


def _edge(value: str, *, late: bool) -> date:
    """The first or the last day of an ISO date, month or year."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        raise ValueError(f"{value!r} is no ISO 8601 date")
    year, month = int(match[1]), int(match[2] or (12 if late else 1))
    return date(year, month, int(match[3] or (last_day(year, month) if late else 1)))


# ---------------------------------------------------------------- resolving


def resolve(place: Place, known: Callable[[date], str], unknown: str, **extra: str | None) -> Reading:
    """A relative reading: `known` of the publication day, or `unknown` where the anchor leaves it open."""
    answer = _agree(place, known)
    return Reading(answer or unknown, relative=True, **extra)  # type: ignore[arg-type]


def _agree(place: Place, known: Callable[[date], str]) -> str | None:
    if place.anchor is None:
        return None
    try:
        return place.anchor.agree(known)
    except (ValueError, OverflowError):  # the calendar ends at year 1 and 9999
        return None


_CLAUSE = re.compile(r"[.!?;:\n][\s\"”’)]|\n")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|won't|to be|due|set to|expected|scheduled|planned|slated|upcoming|going to|plans? to|planning to|aims? to|"
    r"intends? to|hopes? to|ahead of|coming|until|no later than|deadline|(?:is|are|be) (?:\w+ )?to|travels|visits|meets|hosts|arrives|convenes|gathers|begins|starts|opens|"
    r"takes place|takes office|expires|ends|(?:is|are) (?:travell?ing|meeting|visiting|holding|hosting))\b|['’]ll\b", re.I
)  # fmt: skip
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|met|took|began|came|went|sent|gave|made|held|won|wrote|spoke|saw|left|became|since|"
    r"brought|fell|struck|hit|lost|got|launched|ago|last|previous|\w{3,}ed)\b", re.I
)  # fmt: skip


def tense_of(text: str, start: int) -> int:
    """1 if the clause before `start` speaks of the future, -1 of the past, 0 if it does not say; the nearest cue counts."""
    before = text[max(0, start - 110) : start]
    if breaks := [m.end() for m in _CLAUSE.finditer(before)]:
        before = before[breaks[-1] :]
    future = max((m.end() for m in _FUTURE.finditer(before)), default=-1)
    past = max((m.end() for m in _PAST.finditer(before) if not _FUTURE.fullmatch(m.group())), default=-1)
    if re.search(r"\bsince\s(?:the\s|late\s|early\s|mid-?)?$", before, re.I):
        return -1
    if future == past == -1:
        return _tense_after(text, start)
    return 1 if future >= past else -1


def _tense_after(text: str, start: int) -> int:
    """`On Monday, ministers will meet`: the first cue behind an expression that opens its clause."""
    after = re.split(r"[.!?;\n]", text[start : start + 110], maxsplit=1)[0]
    future, past = _FUTURE.search(after), _PAST.search(after)
    if future and (not past or future.start() <= past.start()):
        return 1
    return -1 if past else 0


def nearest_year(today: date, month: int, day: int | None, tense: int) -> int:
    """The year of a date without one: by the tense where it speaks, else the nearest, the past where both are as near."""

    def distance(year: int) -> float:
        off = (year - today.year) * 12 + (month - today.month) + ((day - today.day) / 31 if day else 0.0)
        ahead = off > 0.0
        return abs(off) * (1.0 if not ahead or tense > 0 else 1.05 if tense == 0 else 1.6) + (0.0 if ahead or off == 0 or tense <= 0 else abs(off) * 0.6)

    return min((today.year - 1, today.year, today.year + 1), key=distance)


def shift(day: date, count: int, unit: str) -> str:
    """The TIMEX3 date `count` units from `day`, as precise as the unit."""
    if unit == "D":
        return iso(day + timedelta(count))
    if unit == "W":
        return week_iso(day + timedelta(7 * count))
    if unit == "WE":
        return f"{week_iso(day + timedelta(7 * count))}-WE"
    if unit == "M":
        return month_iso(day.year, day.month + count)
    if unit == "Q":
        index = day.year * 4 + (day.month - 1) // 3 + count
        return f"{index // 4:04d}-Q{index % 4 + 1}"
    if unit == "Y":
        return f"{day.year + count:04d}"
    return f"{day.year // 10 + count:03d}X" if unit == "E" else f"{day.year // 100 + count:02d}XX"


UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXXX", "C": "XXXX"}


# ---------------------------------------------------------------- the grammar

_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?)"
_FULL_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
_DAY2 = r"(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
_YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)(?![\d-]|[.,]\d)(?![^\W_])"
_DASH = r"(?:\s?[-‐‑–—]\s?|\s(?:to|and|or|through)\s)"
_OF_YEAR = rf"(?:,?\s(?:of\s|in\s)?(?:{_YEAR}|(?P<which>this|last|next|the\ssame|the\sprevious|the\sfollowing|that)\syear))"
_SEASON = r"(?P<season>spring(?:time)?|summer(?:time)?|autumn|fall|winter(?:time)?)"
_UNIT = r"(?P<unit>second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
_MOD = r"(?P<mod>early|late|mid|the\s(?:very\s)?(?:beginning|start|end|middle|close|outset|turn)\s(?:of|in)|(?:the\s)?(?:beginning|start|end|middle)\sof)"
_LEAD = rf"(?:{_MOD}[-\s](?:the\s)?)?"
_HOW_MANY = rf"(?P<count>(?:{FIGURES}|{SPELLED}|an?|half\san?|(?:a\s)?(?:couple|pair)(?:\sof)?|(?:a\s|the\s)?few|several|many|dozens\sof|hundreds\sof|a\snumber\sof)(?:\s(?:more|full|short|long|good|solid|straight|consecutive|additional|extra))?)"
_ROUGHLY = r"(?P<rough>(?:more\sthan|over|at\sleast|no\sless\sthan|less\sthan|under|up\sto|almost|nearly|about|around|some|roughly|approximately|just\sover|just\sunder|at\smost|no\smore\sthan|another)\s)"
_PART = r"(?P<part>morning|afternoon|evening|night|midday|noon|midnight|dawn)"
_CLOCK = r"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?)(?:\s(?:GMT|UTC|CET|CEST|EET|EEST|EST|EDT|BST|MSK|ET|local\stime|Kyiv\stime|Moscow\stime)\b)?"

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Place], Reading | None]]
_RULES: dict[str, list[Rule]] = {}


def _rule(classes: str, pattern: str, flags: int = re.IGNORECASE) -> Callable[[Callable[[re.Match[str], Place], Reading | None]], Callable[[re.Match[str], Place], Reading | None]]:
    """Register a reading of `pattern` for expressions whose first word is of one of `classes`."""
    compiled = re.compile(pattern + r"(?!\w)", flags)

    def register(read: Callable[[re.Match[str], Place], Reading | None]) -> Callable[[re.Match[str], Place], Reading | None]:
        for name in classes.split():
            _RULES.setdefault(name, []).append((compiled, read))
        return read

    return register


def _month(match: re.Match[str]) -> int | None:
    """The month's number; a common word ("may", "march") must carry its capital."""
    name = match["month"].rstrip(".")
    if name.lower() in ("may", "march", "mar", "august", "jan", "dec") and name[0].islower():
        return None
    return MONTHS[name.lower()]


def _valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= last_day(year, month)


def _mod_of(match: re.Match[str]) -> str | None:
    words = re.findall(r"[a-z]+", (match["mod"] or "").lower())
    return next((MODS[word] for word in words if word in MODS), None)


def _year_shift(which: str) -> int:
    return {"last": -1, "next": 1}.get(which.lower(), 0)


def _dated(place: Place, match: re.Match[str], month: int, day: int | None, mod: str | None = None) -> Reading | None:
    """A month or a day of it, with the year that is said, or the one the anchor gives."""
    tail = f"{month:02d}" + (f"-{day:02d}" if day else "")
    if match["year"]:
        year = int(match["year"])
        return Reading(f"{year}-{tail}", mod=mod) if day is None or _valid(year, month, day) else None
    if day is not None and not _valid(2024, month, day):
        return None
    if match["which"]:
        if match["which"].lower() not in ("this", "last", "next"):
            return Reading(f"XXXX-{tail}", relative=True, mod=mod)
        by = _year_shift(match["which"])
        return resolve(place, lambda today: f"{today.year + by}-{tail}", f"XXXX-{tail}", mod=mod)
    tense = tense_of(place.text, place.start)
    return resolve(place, lambda today: f"{nearest_year(today, month, day, tense)}-{tail}", f"XXXX-{tail}", mod=mod)


def _with_end(reading: Reading | None, last: str) -> Reading | None:
    """A run of days: `3-5 April` is 2024-04-03/2024-04-05."""
    if reading is None:
        return None
    end = f"{reading.timex[:-2]}{int(last):02d}"
    if end <= reading.timex or (value_of(end) and not _valid(int(end[:4]), int(end[5:7]), int(last))):
        return None
    return replace(reading, value=None if "X" in end else f"{reading.timex}/{end}")


@_rule("month weekday digit", rf"(?:{_WEEKDAY},?\s(?:the\s)?)?{_MONTH}\s(?:the\s)?{_DAY}(?:{_OF_YEAR}|,?\s(?P<which2>last|this|next)\syear)?")
def _month_day(match: re.Match[str], place: Place) -> Reading | None:
    month = _month(match)
    return _dated(place, match, month, int(match["day"])) if month else None


@_rule("month", rf"{_MONTH}\s{_DAY}{_DASH}{_DAY2}{_OF_YEAR}?")
def _month_days(match: re.Match[str], place: Place) -> Reading | None:
    month = _month(match)
    return _with_end(_dated(place, match, month, int(match["day"])), match["day2"]) if month else None


@_rule("digit the weekday", rf"(?:{_WEEKDAY},?\s)?(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}{_OF_YEAR}?")
def _day_month(match: re.Match[str], place: Place) -> Reading | None:
    month = _month(match)
    return _dated(place, match, month, int(match["day"])) if month else None


@_rule("digit the", rf"(?:the\s)?{_DAY}{_DASH}{_DAY2}\s(?:of\s)?{_MONTH}{_OF_YEAR}?")
def _days_month(match: re.Match[str], place: Place) -> Reading | None:
    month = _month(match)
    return _with_end(_dated(place, match, month, int(match["day"])), match["day2"]) if month else None


@_rule("month mod the", rf"{_LEAD}(?:the\smonth\sof\s)?{_MONTH}{_OF_YEAR}?")
def _month_year(match: re.Match[str], place: Place) -> Reading | None:
    month = _month(match)
    if not month or not (match["year"] or match["which"] or match["mod"] or _stands_as_month(match, place)):
        return None
    return _dated(place, match, month, None, _mod_of(match))


_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|till|by|from|between|to|and|or|during|before|after|through|for|every|each|this|last|next|past|around|throughout|as|both|late|early|mid)[\s-](?:the\s)?$",
    re.I,
)


def _stands_as_month(match: re.Match[str], place: Place) -> bool:
    """A bare month: never an abbreviation (Jan, Mar), and "May" or "March" only where a preposition asks for a date."""
    name = match["month"]
    if name.endswith(".") or len(name) == 3 and name != "May" or not (name[0].isupper()):
        return False
    if name.lower() not in ("may", "march", "april", "june", "august"):
        return True
    before = place.text[max(0, match.start("month") - 14) : match.start("month")]
    if name.lower() in ("april", "june", "august"):
        return not re.match(r"\s[A-Z][a-z]+(?!day)", place.text[match.end() : match.end() + 20]) or bool(_BEFORE_MONTH.search(before))
    return bool(_BEFORE_MONTH.search(before)) and not re.match(r"\s(?:said|told|will|has|was|is|on|and\s[A-Z])\b", place.text[match.end() : match.end() + 6])


@_rule("digit", r"(?P<y>(?:1[6-9]|20|21)\d\d)(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?P<time>T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
def _iso_day(match: re.Match[str], place: Place) -> Reading | None:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not _valid(year, month, day):
        return None
    clock = (match["time"] or "")[:6]
    return Reading(f"{year}-{month:02d}-{day:02d}{clock}", "TIME" if clock else "DATE")


@_rule("digit", r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![-\d])")
def _iso_month(match: re.Match[str], place: Place) -> Reading | None:
    return None if int(match["m"]) == int(match["y"][2:]) + 1 else Reading(f"{match['y']}-{match['m']}")


@_rule("digit", r"(?P<d>3[01]|[12]\d|0?[1-9])(?P<sep>[-/.])(?P<m>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d.]\d)")
def _numeric_day(match: re.Match[str], place: Place) -> Reading | None:
    """Dots are European; with slashes or dashes a day that could be a month leaves the date open."""
    first, second, sep = int(match["d"]), int(match["m"]), match["sep"]
    if len(match["y"]) == 2 and (sep != "." or len(match["d"]) + len(match["m"]) != 4):
        return None
    year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
    if sep == "." or first > 12 or first == second:
        return Reading(f"{year}-{second:02d}-{first:02d}") if _valid(year, second, first) else None
    if second > 12:
        return Reading(f"{year}-{first:02d}-{second:02d}") if _valid(year, first, second) else None
    return Reading(f"{year}-XX-XX")


_YEAR_CUE = re.compile(
    r"\b(?:in|since|by|of|from|until|till|during|before|after|for|through|throughout|to|and|or|year|between|late|early|mid|the|this|that|circa|around|through|into|the\syear|spring|summer|autumn|fall|winter)[\s-]$",
    re.I,
)
_COUNTED = re.compile(
    r"[-\s](?:[a-z]+(?:-[a-z]+)?\s)?(?:people|troops|soldiers|servicemen|personnel|men|women|children|civilians|refugees|prisoners|fighters|shells|rounds|missiles|rockets|drones|"
    r"tanks|vehicles|units|systems|square|km|kilomet\w+|miles|met(?:er|re)s?|tons?|tonnes?|kg|feet|dollars|euros|hryvnias?|pounds|helmets|rifles|guns|weapons|times|"
    r"generators|houses|homes|buildings|cases|workers|sites|prisoners|hours|days|weeks|mm|million|billion|MW|GW|megawatts?|gigawatts?|percent|per\scent|points)\b",
    re.I,
)
_COUNTING = re.compile(r"(?:\b(?:more\sthan|over|about|some|nearly|almost|least|another|additional|approximately|roughly|around|up\sto|all)\s|[$€£#]\s?|[A-Za-z]-|\d[.,:/-])$", re.I)


@_rule("digit mod the year", rf"(?:{_LEAD}(?:(?:calendar\s)?year\s)?|the\s(?:calendar\s)?year\s){_YEAR}")
def _year(match: re.Match[str], place: Place) -> Reading | None:
    """A year, unless the figure counts something: "2000 soldiers", "more than 2,024 rounds", "an S-2000"."""
    before = place.text[max(0, match.start() - 16) : match.start()]
    year, after = int(match["year"]), place.text[match.end("year") : match.end("year") + 40]
    if re.search(r"(?:[A-Z]-|[$€£#]\s?|\d[.,:/])$", before) or re.match(r"%|\s?°", after) or not 1700 <= year <= 2100:
        return None
    said = match.start() < match.start("year") or _YEAR_CUE.search(before)
    if _COUNTED.match(after) or (_COUNTING.search(before) and not match["mod"]) or (year % 100 == 0 and not said):
        return None
    return Reading(match["year"], mod=_mod_of(match))


@_rule("pre", rf"(?:pre|post)[-‑\s]?{_YEAR}")
def _around_year(match: re.Match[str], place: Place) -> Reading | None:
    return Reading(match["year"])


@_rule("digit", r"(?P<from>(?:19|20)\d\d)\s?(?P<dash>[-‐‑–—/])\s?(?P<to>(?:19|20)\d\d|\d\d)(?![-\d]|[.,]\d)")
def _years(match: re.Match[str], place: Place) -> Reading | None:
    """`2024-2027`, `2024–26`; with two figures and a hyphen only where it cannot be a month."""
    first, last = int(match["from"]), int(match["to"])
    if len(match["to"]) == 2:
        last += first // 100 * 100
        if match["dash"] == "-" and int(match["to"]) <= 12 and last != first + 1:
            return None
    return Reading(str(first), value=f"{first}/{last}") if last > first else None


@_rule("digit the mod twenties", rf"{_LEAD}(?:the\s)?(?:(?P<mod2>early|mid|late)[-\s])?(?P<decade>(?:1[6-9]|20)\d)0['’]?s")
def _decade(match: re.Match[str], place: Place) -> Reading | None:
    return Reading(f"{match['decade']}X", mod=MODS.get((match["mod2"] or "").lower()) or _mod_of(match))


@_rule("quarter the ordinal digit mod", rf"(?:the\s)?(?:(?:Q|(?P<half>H))(?P<n>[1-4])|(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))[-\s](?P<what>quarter|half))(?:(?:\s(?:of\s|in\s)?(?:the\s)?(?:(?:calendar|fiscal)\s)?(?:year\s)?|[-/’']|,\s)(?:{_YEAR}|(?P<which>(?:this|last|next|the)\syear)))?")
def _quarter(match: re.Match[str], place: Place) -> Reading | None:
    half = bool(match["half"]) or (match["what"] or "").lower() == "half"
    number = int(match["n"] or ORDINALS[match["nth"].lower()])
    number = min(number, 2) if half else number
    if match["n"] is None and half and not (match["year"] or match["which"]):
        return None
    if match["n"] and half and int(match["n"]) > 2:
        return None
    letter = "H" if half else "Q"
    if match["year"]:
        return Reading(f"{match['year']}-{letter}{number}")
    if match["n"] and not match["which"] and place.text[match.start()].islower():
        return None
    by = _year_shift((match["which"] or "this").split()[0])
    return resolve(place, lambda today: f"{today.year + by}-{letter}{number}", f"XXXX-{letter}{number}")


@_rule("fiscal the", r"(?:the\s)?(?:FY|(?:fiscal|financial|budget)(?:\syear)?)\s?[’']?(?P<y>20\d\d|\d\d)(?:[-–/](?P<to>\d\d(?:\d\d)?))?(?!\d)")
def _fiscal(match: re.Match[str], place: Place) -> Reading | None:
    year = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
    last = f"{year[:4 - len(match['to'])]}{match['to']}" if match["to"] else None
    return Reading(year, value=f"{year}/{last}" if last and last > year else None)


@_rule("season mod the this", rf"(?:{_LEAD}|the\s)?(?P<which>(?:this|last|next|the|coming|past|this\scoming|this\spast)\s)?(?:the\s)?(?:(?:harsh|cold|coming|upcoming|long|hard|next|difficult)\s)*{_SEASON}(?P<months>\s(?:months|period|season|holidays))?(?:{_OF_YEAR.replace('which', 'whose')})?")
def _season(match: re.Match[str], place: Place) -> Reading | None:
    season = SEASONS[match["season"].lower()]
    mod = _mod_of(match)
    if match["season"].lower() == "fall" and not (match["year"] or match["which"] or re.search(r"\b(?:in|by|until|since)\s(?:the\s)?$", place.text[: match.start("season")][-14:])):
        return None
    if match["year"]:
        return Reading(f"{match['year']}-{season}", mod=mod)
    if match["whose"]:
        by = _year_shift(match["whose"])
        return resolve(place, lambda today: f"{today.year + by}-{season}", f"XXXX-{season}", mod=mod)
    which = (match["which"] or "").lower().split()
    if not which and not match["months"] and not mod and not re.search(r"\b(?:in|by|until|since|before|during|for|through|over|the|after|of)\s$", place.text[: match.start()][-10:] + place.text[match.start() : match.start("season")], re.I):
        return None
    if not which and re.match(r"\s(?:offensive|of\b)|-", place.text[match.end() : match.end() + 12]):
        return Reading(f"XXXX-{season}", relative=True)
    tense = tense_of(place.text, place.start)
    return resolve(place, lambda today: _season_year(today, season, " ".join(which), tense), f"XXXX-{season}", mod=mod)


def _season_year(today: date, season: str, which: str, tense: int) -> str:
    """The season that runs or is nearest; "last" is over, "next" and "coming" have not begun."""
    first = SEASON_MONTHS[season][0]
    ages = {year: (today.year - year) * 12 + today.month - first for year in (today.year - 2, today.year - 1, today.year, today.year + 1)}
    if "last" in which or "past" in which:
        return f"{max(y for y, age in ages.items() if age >= 3)}-{season}"
    if "next" in which or "coming" in which:
        return f"{min(y for y, age in ages.items() if age < 0)}-{season}"
    running = [y for y, age in ages.items() if 0 <= age < 3]
    bias = -1 if tense > 0 else 2 if tense < 0 else 0
    return f"{running[0] if running else min(ages, key=lambda y: abs(ages[y] - 1) - bias * (ages[y] >= 0))}-{season}"


@_rule("this the past earlier mod", rf"(?P<edge>(?:(?:earlier|later|early|late|mid|the\s(?:beginning|start|end|middle|close|rest|remainder|turn)\sof|(?:end|beginning|start|middle)\sof)[-\s](?:in\s)?)?)(?P<which>this|last|next|the\s(?:past|last|previous|coming|following|next|current|same)|that|the|past|previous|coming|following|current|the\svery\snext)\s(?P<coming>(?:coming|past)\s)?(?P<unit>day|week|weekend|month|quarter|year|decade|century|night|{_PART[9:-1]}|{_FULL_WEEKDAY}|{_MONTH})")
def _this(match: re.Match[str], place: Place) -> Reading | None:
    """`this week`, `last July`, `next Tuesday`, `earlier this month`, `the end of the year`."""
    which = re.sub(r"^the\s", "", match["which"].lower()).strip()
    edge = next((MODS[w] for w in re.findall(r"[a-z]+", match["edge"].lower()) if w in MODS), None)
    unit = match["unit"].lower()
    if which == "the" and (not edge or unit in PARTS):
        return None
    if match["month"]:
        month = _month(match)
        return _which_month(place, which, month, edge) if month and place.text[match.start("month")].isupper() else None
    if match["weekday"]:
        return _which_weekday(place, which, WEEKDAYS[match["weekday"].lower()])
    if unit in PARTS:
        return _which_part(place, which, unit)
    return _which_unit(place, which, UNITS[unit], edge)


def _which_month(place: Place, which: str, month: int, mod: str | None) -> Reading | None:
    unknown = f"XXXX-{month:02d}"
    if which in ("last", "past", "previous"):
        return resolve(place, lambda today: month_iso(today.year - (month >= today.month), month), unknown, mod=mod)
    if which in ("next", "coming"):
        return resolve(place, lambda today: month_iso(today.year + (month <= today.month), month), unknown, mod=mod)
    return resolve(place, lambda today: month_iso(today.year, month), unknown, mod=mod) if which == "this" else None


def _which_weekday(place: Place, which: str, weekday: int) -> Reading | None:
    unknown = f"XXXX-WXX-{weekday}"
    if which in ("next", "coming", "following"):
        return resolve(place, lambda today: iso(today + timedelta((weekday - today.isoweekday() - 1) % 7 + 1)), unknown)
    if which in ("last", "past", "previous"):
        return resolve(place, lambda today: iso(today - timedelta((today.isoweekday() - weekday - 1) % 7 + 1)), unknown)
    if which == "this":
        return resolve(place, lambda today: iso(today + timedelta(weekday - today.isoweekday())), unknown)
    return None


def _which_part(place: Place, which: str, part: str) -> Reading | None:
    if which not in ("this", "last", "that"):
        return None
    by = -1 if which == "last" else 0
    if which == "that":
        return Reading(f"XXXX-XX-XXT{PARTS[part]}", "TIME", True)
    return resolve(place, lambda today: f"{iso(today + timedelta(by))}T{PARTS[part]}", f"XXXX-XX-XXT{PARTS[part]}", type="TIME")


def _which_unit(place: Place, which: str, unit: str, mod: str | None) -> Reading | None:
    by = {"last": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "the": 0, "past": -1}.get(which)
    if which in ("that", "same", "following") or (unit == "D" and which in ("next", "previous", "the", "past", "last", "coming")):
        return Reading(UNKNOWN[unit], relative=True, mod=mod)
    if (which == "past" and unit in "WMYQ") or (unit in "EC" and which in ("next", "last", "past", "coming", "previous")):
        return Reading(_period(1, unit), "DURATION", True, mod, _covered(place, -1 if which in ("past", "last", "previous") else 1, unit))
    return None if by is None else resolve(place, lambda today: shift(today, by, unit), UNKNOWN[unit], mod=mod)


@_rule("weekday", rf"(?P<weekday>{_WEEKDAY})(?:\s{_PART}|\s(?P<late>night))?(?:,?\s(?:at\s)?{_CLOCK})?")
def _weekday(match: re.Match[str], place: Place) -> Reading | None:
    name = match["weekday"]
    if not name[0].isupper() or not name.endswith("day") and name.rstrip(".") not in ("Tues", "Thurs", "Thu", "Wed"):
        return None
    if re.match(r"\s(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|School|Agreement|People|Independent|Review)\b", place.text[match.end() : match.end() + 12]):
        return None
    if re.search(r"\b(?:Good|Black|Bloody|Holy|Easter|Palm|Ash|Cyber)\s$", place.text[max(0, match.start() - 8) : match.start()]):
        return None
    weekday = WEEKDAYS[name.lower().rstrip(".")]
    tense = tense_of(place.text, place.start)
    part = "NI" if match["late"] else PARTS.get((match["part"] or "").lower(), "")
    clock = _clock(match) or (f"T{part}" if part else "")
    kind = "TIME" if clock else "DATE"
    return resolve(place, lambda today: iso(nearest_weekday(today, weekday, tense)) + clock, f"XXXX-WXX-{weekday}{clock}", type=kind)


def nearest_weekday(today: date, weekday: int, tense: int) -> date:
    """The last such day up to today; with the future tense the next one from today."""
    back = (today.isoweekday() - weekday) % 7
    return today + timedelta((7 - back) % 7 if tense > 0 else -back)


def _clock(match: re.Match[str]) -> str:
    if match["hour24"]:
        return f"T{int(match['hour24']):02d}:{match['minute24']}"
    if not match["hour"]:
        return ""
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower()[0] == "p" else 0)
    return f"T{hour:02d}:{match['minute'] or '00'}"


@_rule("weekday", rf"{_FULL_WEEKDAY},?\s(?:of\s)?(?P<which>this|last|next|the\scoming)\sweek")
def _weekday_of_week(match: re.Match[str], place: Place) -> Reading | None:
    """`Monday last week`: counted by calendar weeks."""
    weekday = WEEKDAYS[match["weekday"].lower()]
    by = 1 if "coming" in match["which"] else _year_shift(match["which"])
    return resolve(place, lambda today: iso(today + timedelta(7 * by + weekday - today.isoweekday())), f"XXXX-WXX-{weekday}")


@_rule("the", r"the\sweekend")
def _weekend(match: re.Match[str], place: Place) -> Reading | None:
    """`over the weekend`: the last one, in the future tense the next."""
    tense = tense_of(place.text, place.start)
    return resolve(place, lambda today: f"{week_iso(nearest_weekday(today, 6, tense))}-WE", UNKNOWN["WE"])


@_rule("digit", rf"{_CLOCK}(?:(?:\son|,)?\s(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?")
def _time(match: re.Match[str], place: Place) -> Reading | None:
    clock = _clock(match)
    if match["weekday"]:
        weekday, tense = WEEKDAYS[match["weekday"].lower()], tense_of(place.text, place.start)
        return resolve(place, lambda today: iso(nearest_weekday(today, weekday, tense)) + clock, f"XXXX-WXX-{weekday}{clock}", type="TIME")
    reading = resolve(place, lambda today: iso(today) + clock, f"XXXX-XX-XX{clock}", type="TIME")
    return replace(reading, value="")


_NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}


@_rule("relday the", rf"(?:the\sday\s(?P<beyond>before|after)\s)?(?P<name>today|yesterday|tomorrow|tonight|overnight)(?:\s{_PART})?")
def _named_day(match: re.Match[str], place: Place) -> Reading | None:
    name = match["name"].lower()
    by = _NAMED_DAYS[name] + {"before": -1, "after": 1, "": 0}[(match["beyond"] or "").lower()]
    part = "NI" if name in ("tonight", "overnight") else PARTS.get((match["part"] or "").lower(), "")
    clock = f"T{part}" if part else ""
    reading = resolve(place, lambda today: iso(today + timedelta(by)) + clock, f"XXXX-XX-XX{clock}", type="TIME" if clock else "DATE")
    if name == "overnight":
        return replace(reading, value=_agree(place, lambda today: f"{iso(today - timedelta(1))}/{iso(today)}") or "")
    return reading


@_rule("ref the", r"(?P<now>now|currently|nowadays|at\spresent|presently|(?:the\s)?present(?=\s(?:day|time|moment))|these\sdays)|(?P<past>recently|formerly|previously|lately|(?:the\s)?(?:recent|past)\s(?:days|weeks|months|years|decades)|the\s(?:recent\s|distant\s)?past(?!\s\w))|(?P<future>soon|the\s(?:near\s|foreseeable\s|distant\s|immediate\s)?future(?!\s(?:of|relations))|(?:the\s)?(?:coming|upcoming|next\sfew)\s(?:days|weeks|months|years|decades))")
def _reference(match: re.Match[str], place: Place) -> Reading | None:
    if match["now"]:
        return Reading("PRESENT_REF", relative=True)
    return Reading("PAST_REF" if match["past"] else "FUTURE_REF", relative=True)


# ---------------------------------------------------------------- stretches of time


def _count(words: str | None) -> float | None:
    """How many units; None for "several", "a few", "many"."""
    if words is None:
        return 1
    plain = re.sub(r"\s(?:more|full|short|long|good|solid|straight|consecutive|additional|extra)$", "", words.lower().strip())
    if plain in ("a", "an"):
        return 1
    if plain in ("half a", "half an"):
        return 0.5
    if re.match(r"(?:a\s)?(?:couple|pair)", plain):
        return 2
    return numeral_value(plain) if re.match(rf"\d|{'|'.join((*SMALL, *TENS, 'half', 'an?'))}", plain) and "few" not in plain and "number" not in plain else None


def _period(count: float | None, unit: str) -> str:
    """ISO duration: (10, "Y") is P10Y, (None, "W") is PXW, (2, "E") is P20Y as TimeML writes P2DE."""
    number = "X" if count is None else f"{count:g}"
    if count == 0.5 and unit == "Y":
        return "P6M"
    if unit in "EC" and count is not None:
        return f"P{count * (10 if unit == 'E' else 100):g}Y"
    if unit.startswith("T"):
        return f"PT{number}{unit[1:]}"
    return f"P{number}{'3M' if unit == 'Q' and number == '1' else {'E': 'DE', 'C': 'CE', 'Q': 'Q', 'WE': 'WE'}.get(unit, unit)}"[: None if unit != "Q" or number != "1" else 0] or "P3M"


def _covered(place: Place, count: float, unit: str) -> str | None:
    """The interval from the publication day `count` units on (or back), as precise as the unit."""
    if unit.startswith("T") or unit == "WE" or not float(count).is_integer():
        return None
    years = {"E": 10, "C": 100}.get(unit)
    size, step = (int(count) * years, "Y") if years else (int(count), unit)
    size, step = (size * 7, "D") if step == "W" else (size * 3, "M") if step == "Q" else (size, step)
    here, there = _agree(place, lambda today: shift(today, 0, step)), _agree(place, lambda today: shift(today, size, step))
    return None if here is None or there is None else "/".join(sorted((here, there)))


_MORE = {"more than": "MORE_THAN", "over": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "just over": "MORE_THAN",
         "less than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN", "almost": "LESS_THAN", "nearly": "LESS_THAN",
         "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS"}  # fmt: skip


def _rough(match: re.Match[str]) -> str | None:
    words = " ".join((match["rough"] or "").lower().split())
    return None if not words or words == "another" else _MORE.get(words, "APPROX")


@_rule("digit number rough few", rf"{_ROUGHLY}?{_HOW_MANY}[-‑\s](?:(?:calendar|working|business)\s)?{_UNIT}(?P<old>[-‑\s]old)?(?P<long>[-‑]long)?(?:\s(?P<when>ago|earlier|later|from\snow|from\stoday|before\sthat|after\sthat)\b)?(?P<poss>['’](?:\stime)?)?")
def _stretch(match: re.Match[str], place: Place) -> Reading | None:
    """`ten years`, `10-year`, `two days ago`, `a decade`, `once a year`."""
    unit, count = UNITS[match["unit"].lower()], _count(match["count"])
    word = match["count"].lower()
    if match["old"] or re.match(r"[-‑\s](?:s[-‑\s])?olds?\b", place.text[match.end("unit") : match.end("unit") + 6]):
        return None
    if unit == "TS" and count == 1:
        return None
    if match["when"]:
        return _removed(place, match["when"].lower(), count, unit)
    before = place.text[max(0, match.start() - 24) : match.start()].lower()
    if word in ("a", "an") and not match["rough"] and re.search(r"(?:\d|llion|housand|hundred|euros|dollars|once|twice|times|%)\s(?:[a-z]+\s)?$", before):
        return Reading(_period(1, unit), "SET", True)
    return Reading(_period(count, unit), "DURATION", mod=_rough(match))


def _removed(place: Place, when: str, count: float | None, unit: str) -> Reading | None:
    """`three weeks ago` counts from the publication day; "earlier" and "later" count from what was told before."""
    if count is None:
        return Reading("PAST_REF" if when in ("ago", "earlier") else "FUTURE_REF", relative=True)
    if unit.startswith("T"):
        return resolve(place, lambda today: iso(today), "XXXX-XX-XX") if when == "ago" and count < 24 and place.anchor is None else Reading("XXXX-XX-XX", relative=True)
    if when not in ("ago", "from now", "from today") or not float(count).is_integer():
        return Reading(UNKNOWN[unit], relative=True)
    by = int(count) * (-1 if when == "ago" else 1)
    return resolve(place, lambda today: shift(today, by, unit), UNKNOWN[unit])


@_rule("the past this", rf"(?:(?:the|this)\s)?(?P<which>next|last|past|previous|coming|following|first|final|preceding|upcoming)\s(?P<rough>(?:more\sthan|at\sleast|almost|nearly|about|roughly)\s)?{_HOW_MANY}\s{_UNIT}")
def _run(match: re.Match[str], place: Place) -> Reading | None:
    """`the next four years`, `the past two weeks`."""
    unit, count, which = UNITS[match["unit"].lower()], _count(match["count"]), match["which"].lower()
    back = which in ("last", "past", "previous", "preceding")
    covers = _covered(place, -count if back else count, unit) if count and which in ("next", "last", "past", "coming") else None
    return Reading(_period(count, unit), "DURATION", True, _rough(match), covers)


@_rule("unit", r"(?P<unit>day|week|month|year|decade|century|hour|minute)s?[-‑]?long")
def _long(match: re.Match[str], place: Place) -> Reading | None:
    many = match.group().lower().startswith(match["unit"].lower() + "s")
    return Reading(_period(None if many else 1, UNITS[match["unit"].lower()]), "DURATION")


@_rule("unit", r"(?P<unit>days|weeks|months|years|decades|centuries|hours)(?:\s(?P<when>ago|earlier|later))?")
def _many(match: re.Match[str], place: Place) -> Reading | None:
    unit = UNITS[match["unit"].lower()[:-1]]
    if match["when"]:
        return Reading("FUTURE_REF" if match["when"].lower() == "later" else "PAST_REF", relative=True)
    before = place.text[max(0, match.start() - 12) : match.start()]
    return Reading(_period(None, unit), "DURATION") if re.search(r"\b(?:for|in|within|take|after|of|over)\s$", before, re.I) else None


@_rule("set", r"(?P<each>every|each|per)\s(?P<other>other\s|second\s)?(?P<unit>day|week|month|quarter|year|decade|hour|minute|morning|evening|night|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|(?P<adverb>annually|yearly|monthly|weekly|daily|quarterly|hourly|annual|biannual)")
def _set(match: re.Match[str], place: Place) -> Reading | None:
    if match["adverb"]:
        unit = {"a": "Y", "y": "Y", "m": "M", "w": "W", "d": "D", "q": "Q", "h": "TH", "b": "Y"}[match["adverb"][0].lower()]
        return Reading(_period(1, unit), "SET", True)
    if match["weekday"]:
        return Reading(f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()]}", "SET", True)
    if (part := match["unit"].lower()) in PARTS:
        return Reading(f"XXXX-XX-XXT{PARTS[part]}", "SET", True)
    return Reading(_period(2 if match["other"] else 1, UNITS[part]), "SET", True)


@_rule("holiday", r"Christmas(?:\s(?P<eve>Eve|Day))?|New\sYear['’]s\s(?P<new>Eve|Day)")
def _holiday(match: re.Match[str], place: Place) -> Reading | None:
    if match["new"]:
        month, day = (12, 31) if match["new"] == "Eve" else (1, 1)
    else:
        month, day = 12, 24 if match["eve"] == "Eve" else 25
    tense = tense_of(place.text, place.start)
    return resolve(place, lambda today: f"{nearest_year(today, month, day, tense)}-{month:02d}-{day:02d}", f"XXXX-{month:02d}-{day:02d}")


# ---------------------------------------------------------------- reading a text

_CLASS_WORDS = {
    "month": [*MONTHS], "weekday": [*WEEKDAYS], "the": ["the"], "this": ["this", "next", "last", "that", "coming", "following", "current", "previous"],
    "past": ["past", "previous", "next", "last", "final", "first", "coming", "upcoming", "preceding", "following"],
    "earlier": ["earlier", "later"], "mod": ["early", "late", "mid", "beginning", "start", "end", "middle"],
    "season": [*SEASONS], "relday": [*_NAMED_DAYS], "pre": ["pre", "post"], "year": ["year", "calendar"], "quarter": ["q", "h", "q1", "q2", "q3", "q4", "h1", "h2"],
    "ordinal": ["first", "second", "third", "fourth", "last", "final"], "fiscal": ["fy", "fiscal", "financial", "budget"],
    "number": [*SMALL, *TENS, "a", "an", "half", "several", "few", "many", "couple", "dozens", "hundreds"],
    "rough": ["more", "over", "at", "no", "less", "under", "up", "almost", "nearly", "about", "around", "some", "roughly", "approximately", "just", "another"],
    "unit": ["day", "week", "month", "year", "decade", "century", "hour", "minute", "days", "weeks", "months", "years", "decades", "centuries", "hours",
             "weeklong", "yearlong", "daylong", "monthlong", "decadelong", "hourlong"],
    "set": ["every", "each", "per", "annually", "yearly", "monthly", "weekly", "daily", "quarterly", "hourly", "annual", "biannual"],
    "ref": ["now", "currently", "nowadays", "at", "presently", "these", "recently", "formerly", "previously", "lately", "recent", "past", "soon", "coming", "upcoming", "present"],
    "holiday": ["christmas", "new"],
}  # fmt: skip
_WORDS = re.compile(r"[^\W_]+")


def _by_word() -> dict[str, list[Rule]]:
    """For each word that may open an expression, the rules to try there."""
    table: dict[str, list[Rule]] = {}
    for name, words in _CLASS_WORDS.items():
        for word in words:
            table.setdefault(word, []).extend(rule for rule in _RULES.get(name, ()) if rule not in table.get(word, ()))
    return table


_TABLE = _by_word()
_BOUNDARY = re.compile(r"\b(by|until|till|since|from|before|after|within|through|for|between|prior to|no later than|starting|beginning)\s(?:the\s|on\s)?$", re.I)


def dates(text: str, published: str | None = None, *, joined: bool = True) -> tuple[DateMention, ...]:
    """The expressions of time in `text`, in order, none overlapping another.

    `published` is an ISO date, month, year or interval; without it whatever needs it stays open. `joined` makes one mention
    of a range ("from 2024 to 2027"); without it the two ends are mentions of their own, as TimeML has them.
    """
    anchor = anchor_of(published)
    found = list(_refer(text, _mentions(text, anchor), anchor))
    return tuple(_join(text, found)) if joined else tuple(found)


def _mentions(text: str, anchor: Anchor | None) -> Iterator[DateMention]:
    end = 0
    for word in _WORDS.finditer(text):
        start = word.start()
        if start < end:
            continue
        name = word.group()
        rules = _RULES["digit"] if name[0].isdigit() else _starting(name)
        if rules and (best := _longest(rules, Place(text, anchor, start))):
            match, reading = best
            yield _mention(text, start, match, reading)
            end = start + match


def _starting(word: str) -> list[Rule]:
    word = word.lower()
    return _TABLE.get(word) or (_RULES["fiscal"] if word.startswith("fy") and word[2:].isdigit() else [])


def _longest(rules: list[Rule], place: Place) -> tuple[int, Reading] | None:
    """The rule that reads most of the text here; of equals the first."""
    best: tuple[int, Reading] | None = None
    for pattern, read in rules:
        match = pattern.match(place.text, place.start)
        if match and (best is None or match.end() - place.start > best[0]) and (reading := read(match, place)):
            best = (match.end() - place.start, reading)
    return best


def _mention(text: str, start: int, length: int, reading: Reading) -> DateMention:
    value = value_of(reading.timex) if reading.value is None and reading.type != "DURATION" and reading.type != "SET" else reading.value or None
    span = reading.timex if reading.type in ("DURATION", "SET") and reading.timex.startswith("P") else None
    boundary = _BOUNDARY.search(text, max(0, start - 16), start)
    return DateMention(
        start, start + length, text[start : start + length], value, reading.timex, reading.type, reading.relative, span, reading.mod,
        boundary[1].lower() if boundary else None, reading.covers,
    )  # fmt: skip


_ANAPHOR = re.compile(
    r"(?P<which>(?:the|that)?\s?(?:very\s)?(?:same|that|next|following|previous|preceding))\s(?P<unit>day|week|month|year|decade|quarter)"
    r"|(?P<count>.+?)\s(?P<span>day|week|month|year|decade)s?\s(?P<when>earlier|later|before\sthat|after\sthat)", re.I
)  # fmt: skip
_MEMORY = 600  # characters over which "the same day" looks back for its day


def _refer(text: str, mentions: Iterator[DateMention], anchor: Anchor | None) -> Iterator[DateMention]:
    """Resolve what counts from the date told before: `the same day`, `that year`, `two weeks later`.

    Only a resolved date of the same text within reach and as fine as the unit serves; else the mention stays open.
    """
    told: DateMention | None = None
    for mention in mentions:
        if mention.value is None and mention.relative and told and mention.start - told.end < _MEMORY and (match := _ANAPHOR.fullmatch(mention.quote)):
            mention = _counted_from(mention, match, told)
        if mention.boundary == "since" and mention.value and anchor:
            mention = replace(mention, covers=_until_published(mention.value, anchor))
        if mention.type == "DATE" and mention.value:
            told = mention
        yield mention


def _counted_from(mention: DateMention, match: re.Match[str], told: DateMention) -> DateMention:
    unit = UNITS[(match["unit"] or match["span"]).lower()]
    day = told.value if told.value and re.fullmatch(r"\d{4}-\d\d-\d\d", told.value) else None
    known = day or ((told.value or "").split("/")[0] if unit in "YE" or (unit == "M" and re.match(r"\d{4}-\d\d", told.value or "")) else None)
    count = _offset(match)
    if known is None or count is None:
        return mention
    try:
        timex = shift(_edge(known, late=False), count, unit)
    except (ValueError, OverflowError):  # the calendar ends at year 1 and 9999
        return mention
    return replace(mention, timex=timex, value=value_of(timex))


def _offset(match: re.Match[str]) -> int | None:
    """How many units after the date told before."""
    if match["which"]:
        word = match["which"].lower().split()[-1]
        return {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
    count = _count(match["count"])
    if count is None or not float(count).is_integer():
        return None
    return int(count) * (-1 if match["when"].lower() in ("earlier", "before that") else 1)


def _until_published(value: str, anchor: Anchor) -> str | None:
    """From a date to the publication, as precise as the date: since 2022, said in 2024, is 2022/2024."""
    start = value.split("/")[0]
    ends = {iso(anchor.first)[: len(start)], iso(anchor.last)[: len(start)]}
    return f"{start}/{ends.pop()}" if len(ends) == 1 and max(ends) > start else None


_RANGE = re.compile(r"\s?[-‐‑–—]\s?|\s(?:to|until|till|through|up to)\s(?:the\s)?")
_RANGE_AND = re.compile(r"\sand\s(?:the\s)?")


def _join(text: str, found: list[DateMention]) -> Iterator[DateMention]:
    """Make one mention of two that are the ends of a range."""
    last: DateMention | None = None
    for mention in found:
        if last and (joined := _range(text, last, mention)):
            last = joined
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last


def _range(text: str, first: DateMention, last: DateMention) -> DateMention | None:
    gap = text[first.end : last.start]
    ranged = _RANGE.fullmatch(gap) or (first.boundary == "between" and _RANGE_AND.fullmatch(gap))
    if not ranged or first.type != "DATE" or last.type != "DATE" or not last.value:
        return None
    start = _year_from(first, last)
    end = last.value.split("/")[-1]
    if not start or start.split("/")[0] > end:
        return None
    return replace(first, end=last.end, quote=text[first.start : last.end], value=f"{start.split('/')[0]}/{end}", relative=first.relative and last.relative)


def _year_from(first: DateMention, last: DateMention) -> str | None:
    """The value of a range's first end; without a year of its own it takes that of the other end."""
    if last.relative or not first.relative or not re.fullmatch(r"[\dX]{4}-\d\d(?:-\d\d)?", first.timex):
        return first.value
    tail, year = first.timex[4:], int((last.value or "0")[:4])
    return f"{year - (tail > (last.value or '').split('/')[-1][4:])}{tail}"
