"""The grammar of dates: one rule per wording, each a pattern with the reading it gives.

A rule is registered under the classes of word that may open it, so that a text is scanned once, word by word, and only the
rules of that word are tried. Of the rules that match at a place the one that reads most words wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from promissory.extraction.chronology import (
    MODS,
    MONTHS,
    ORDINALS,
    PARTS,
    SEASON_MONTHS,
    SEASONS,
    UNITS,
    UNKNOWN,
    WEEKDAYS,
    Place,
    Reading,
    agreed,
    iso,
    last_day,
    month_iso,
    nearest_weekday,
    nearest_year,
    resolve,
    shift,
    tense_of,
    value_of,
    week_iso,
)
from promissory.extraction.numerals import FIGURES, SMALL, SPELLED, TENS, numeral_value

_MONTH = (
    r"(?P<month>January|February|March|April|May\b\.?|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_GAP = r"(?:\s|(?<=\.))"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?)"
_FULL_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
_DAY2 = r"(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)"
_YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)(?![\d-]|[.,]\d)(?![^\W_])"
_DASH = r"(?:\s?[-‐‑–—]\s?|\s(?:to|and|or|through)\s)"
_OF_YEAR = rf"(?:,?\s(?:of\s|in\s)?(?:{_YEAR}|(?P<which>this|last|next|the\ssame|the\sprevious|the\sfollowing|that)\syear))"
_SEASON = r"(?P<season>spring(?:time)?|summer(?:time)?|autumn|fall|winter(?:time)?)"
_UNIT = r"(?P<unit>second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
_MOD = (
    r"(?P<mod>early|late|mid|the\s(?:very\s)?(?:beginning|start|end|middle|close|outset|turn)\s(?:of|in)"
    r"|(?:the\s)?(?:beginning|start|end|middle)\sof)"
)
_LEAD = rf"(?:{_MOD}[-\s](?:the\s)?)?"
_HOW_MANY = (
    rf"(?P<count>(?:{FIGURES}|{SPELLED}|an?|half\san?|(?:a\s)?(?:couple|pair)(?:\sof)?|(?:a\s|the\s)?few|several|many"
    r"|dozens\sof|hundreds\sof|a\snumber\sof)(?:\s(?:more|full|short|long|good|solid|straight|consecutive|additional"
    r"|extra))?)"
)
_ROUGHLY = (
    r"(?P<rough>(?:more\sthan|over|at\sleast|no\sless\sthan|less\sthan|under|up\sto|almost|nearly|about|around|some|roughly"
    r"|approximately|just\sover|just\sunder|at\smost|no\smore\sthan|another)\s)"
)
_PART = r"(?P<part>morning|afternoon|evening|night|midday|noon|midnight|dawn)"
_CLOCK = (
    r"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)|(?P<hour24>[01]?\d"
    r"|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?)(?:\s(?:GMT|UTC|CET|CEST|EET|EEST|EST|EDT|BST|MSK|ET|local\stime"
    r"|Kyiv\stime|Moscow\stime)\b)?"
)

Reader = Callable[[re.Match[str], Place], Reading | None]
Rule = tuple[re.Pattern[str], Reader]
_RULES: dict[str, list[Rule]] = {}


def _rule(classes: str, pattern: str) -> Callable[[Reader], Reader]:
    """Register a reading of `pattern` for expressions whose first word is of one of `classes`."""
    compiled = re.compile(pattern + r"(?!\w)", re.IGNORECASE)

    def register(read: Reader) -> Reader:
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


@_rule(
    "month weekday digit",
    rf"(?:{_WEEKDAY},?\s(?:the\s)?)?{_MONTH}{_GAP}(?:the\s)?{_DAY}(?:{_OF_YEAR}|,?\s(?P<which2>last|this|next)\syear)?",
)
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
    r"\b(?:in|of|since|until|till|by|from|between|to|and|or|during|before|after|through|for|every|each|this|last|next"
    r"|past|around|throughout|as|both|late|early|mid)[\s-](?:the\s)?$",
    re.I,
)


_AFTER_PERSON = re.compile(rf"\s(?:said|told|will|has|was|is|on\b|and\s(?!{_MONTH.replace('?P<month>', '?:')})[A-Z])")


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


@_rule(
    "digit",
    r"(?P<y>(?:1[6-9]|20|21)\d\d)(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>3[01]|[12]\d"
    r"|0?[1-9])(?P<time>T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?",
)
def _iso_day(match: re.Match[str], _place: Place) -> Reading | None:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not _valid(year, month, day):
        return None
    clock = (match["time"] or "")[:6]
    return Reading(f"{year}-{month:02d}-{day:02d}{clock}", "TIME" if clock else "DATE")


@_rule("digit", r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![-\d])")
def _iso_month(match: re.Match[str], _place: Place) -> Reading | None:
    return None if int(match["m"]) == int(match["y"][2:]) + 1 else Reading(f"{match['y']}-{match['m']}")


@_rule("digit", r"(?P<d>3[01]|[12]\d|0?[1-9])(?P<sep>[-/.])(?P<m>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d.]\d)")
def _numeric_day(match: re.Match[str], _place: Place) -> Reading | None:
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


@_rule("digit mod the year", rf"(?:{_LEAD}(?:(?:calendar\s)?year\s)?|the\s(?:calendar\s)?year\s){_YEAR}")
def _year(match: re.Match[str], place: Place) -> Reading | None:
    """A year, unless the figure counts something: "2000 soldiers", "more than 2,024 rounds", "an S-2000"."""
    before = place.before(match.start(), 16)
    year, after = int(match["year"]), place.after(match.end("year"))
    if re.search(r"(?:[A-Z]-|[$€£#]\s?|\d[.,:/]|[=&?_]\"?)$", before) or re.match(r"%|\s?°", after) or not 1700 <= year <= 2100:
        return None
    said = match.start() < match.start("year") or _YEAR_CUE.search(before)
    if _COUNTED.match(after) or (_COUNTING.search(before) and not match["mod"]) or (year % 100 == 0 and not said):
        return None
    return Reading(match["year"], mod=_mod_of(match))


@_rule("pre", rf"(?:pre|post)[-‑\s]?{_YEAR}")
def _around_year(match: re.Match[str], _place: Place) -> Reading | None:
    return Reading(match["year"])


@_rule("digit", r"(?P<from>(?:19|20)\d\d)\s?(?P<dash>[-‐‑–—/])\s?(?P<to>(?:19|20)\d\d|\d\d)(?![-\d]|[.,]\d)")
def _years(match: re.Match[str], _place: Place) -> Reading | None:
    """`2024-2027`, `2024–26`; with two figures and a hyphen only where it cannot be a month."""
    first, last = int(match["from"]), int(match["to"])
    if len(match["to"]) == 2:
        last += first // 100 * 100
        if match["dash"] == "-" and int(match["to"]) <= 12 and last != first + 1:
            return None
    return Reading(str(first), value=f"{first}/{last}") if last > first else None


@_rule("digit the mod twenties", rf"{_LEAD}(?:the\s)?(?:(?P<mod2>early|mid|late)[-\s])?(?P<decade>(?:1[6-9]|20)\d)0['’]?s")
def _decade(match: re.Match[str], _place: Place) -> Reading | None:
    return Reading(f"{match['decade']}X", mod=MODS.get((match["mod2"] or "").lower()) or _mod_of(match))


@_rule(
    "quarter the ordinal digit mod",
    r"(?:the\s)?(?:(?:Q|(?P<half>H))(?P<n>[1-4])|(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd"
    r"|th))[-\s](?P<what>quarter|half))(?:(?:\s(?:of\s|in\s)?(?:the\s)?(?:(?:calendar|fiscal)\s)?(?:year\s)?|[-/’']"
    rf"|,\s)(?:{_YEAR}|(?P<which>(?:this|last|next|the)\syear)))?",
)
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
    if match["which"]:
        by = _year_shift(match["which"].split()[0])
        return resolve(place, lambda today: f"{today.year + by}-{letter}{number}", f"XXXX-{letter}{number}")
    tense, middle = tense_of(place.text, place.start), number * 6 - 3 if half else number * 3 - 1
    return resolve(place, lambda today: f"{nearest_year(today, middle, None, tense)}-{letter}{number}", f"XXXX-{letter}{number}")


@_rule(
    "fiscal the",
    r"(?:the\s)?(?:FY|(?:fiscal|financial|budget)(?:\syear)?)\s?[’']?(?P<y>20\d\d|\d\d)(?:[-–/](?P<to>\d\d(?:\d\d)?))?(?!\d)",
)
def _fiscal(match: re.Match[str], _place: Place) -> Reading | None:
    year = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
    last = f"{year[: 4 - len(match['to'])]}{match['to']}" if match["to"] else None
    return Reading(year, value=f"{year}/{last}" if last and last > year else None)


@_rule(
    "season mod the this",
    rf"(?:{_LEAD}|the\s)?(?P<which>(?:this|last|next|the|coming|past|this\scoming|this\spast)\s)?(?:the\s)?(?:(?:harsh|cold"
    r"|coming|upcoming|long|hard|next"
    rf"|difficult)\s)*{_SEASON}(?:\s(?:of\s)?(?P<from>20\d\d)[-–/](?P<to>\d\d(?:\d\d)?)(?!\d))?(?P<months>\s(?:months"
    r"|period|season"
    rf"|holidays))?(?:{_OF_YEAR.replace('which', 'whose')})?",
)
def _season(match: re.Match[str], place: Place) -> Reading | None:
    season = SEASONS[match["season"].lower()]
    mod = _mod_of(match)
    if match["season"].lower() == "fall" and not _is_autumn(match, place):
        return None
    if match["year"] or match["from"]:
        return Reading(f"{match['year'] or match['from']}-{season}", mod=mod)
    if match["whose"]:
        by = _year_shift(match["whose"])
        return resolve(place, lambda today: f"{today.year + by}-{season}", f"XXXX-{season}", mod=mod)
    which = (match["which"] or "").lower().split()
    if not (which or match["months"] or mod or _BEFORE_SEASON.search(place.before(match.start("season")))):
        return None
    if not which and re.match(r"\s(?:offensive|of\b)|-", place.after(match.end(), 12)):
        return Reading(f"XXXX-{season}", relative=True)
    tense = tense_of(place.text, place.start)
    return resolve(place, lambda today: _season_year(today, season, " ".join(which), tense), f"XXXX-{season}", mod=mod)


_BEFORE_SEASON = re.compile(r"\b(?:in|by|until|since|before|during|for|through|over|the|after|of)\s$", re.I)


def _is_autumn(match: re.Match[str], place: Place) -> bool:
    """Fall the season, not a fall: a year, "this" or "last" beside it, or a preposition before and no "of" behind."""
    if match["year"] or re.match(r"(?:this|last|next|coming|past)", match["which"] or "", re.I):
        return True
    asked = re.search(r"\b(?:in|by|until|since)\s(?:the\s)?$", place.before(match.start("season"), 14))
    return bool(asked) and not re.match(r"\s(?:of|in|by|from)\b", place.after(match.end()))


def _season_year(today: date, season: str, which: str, tense: int) -> str:
    """The season that runs or is nearest; "last" is over, "next" and "coming" have not begun."""
    first = SEASON_MONTHS[season][0]
    ages = {year: (today.year - year) * 12 + today.month - first for year in (today.year - 2, today.year - 1, today.year, today.year + 1)}
    if "last" in which or "past" in which:
        return f"{max(y for y, age in ages.items() if age >= 3)}-{season}"
    if "next" in which or "coming" in which:
        return f"{min(y for y, age in ages.items() if age < 0)}-{season}"
    running = [y for y, age in ages.items() if 0 <= age < 3]
    if not running and tense == 0 and which == "this" and season != "WI":
        return f"{today.year}-{season}"
    bias = -1 if tense > 0 else 2 if tense < 0 else 0
    return f"{running[0] if running else min(ages, key=lambda y: abs(ages[y] - 1) - bias * (ages[y] >= 0))}-{season}"


@_rule(
    "this the past earlier mod",
    r"(?P<edge>(?:(?:earlier|later|early|late|mid|the\s(?:beginning|start|end|middle|close|rest|remainder|turn)\sof|(?:end"
    r"|beginning|start|middle)\sof)[-\s](?:in\s)?)?)(?P<which>this|last|next|the\s(?:past|last|previous|coming|following"
    r"|next|current|same)|that|the|past|previous|coming|following|current|the\svery\snext)\s(?P<coming>(?:coming"
    rf"|past)\s)?(?P<unit>day|week|weekend|month|quarter|year|decade|century|night|{_PART[9:-1]}|{_FULL_WEEKDAY}|{_MONTH})",
)
def _this(match: re.Match[str], place: Place) -> Reading | None:
    """`this week`, `last July`, `next Tuesday`, `earlier this month`, `the end of the year`."""
    which = re.sub(r"^the\s", "", match["which"].lower()).strip()
    edge = next((MODS[w] for w in re.findall(r"[a-z]+", match["edge"].lower()) if w in MODS), None)
    unit = match["unit"].lower()
    if which == "the" and (not edge or unit in PARTS):
        return None
    which = (match["coming"] or which).strip().lower()
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
    if unit == "D" and which in ("past", "last", "coming", "the"):
        return None
    if which in ("that", "same", "following") or (unit == "D" and which in ("next", "previous")):
        return Reading(UNKNOWN[unit], relative=True, mod=mod)
    if (which == "past" and unit in "WMYQ") or (unit in "EC" and which in ("next", "last", "past", "coming", "previous")):
        return Reading(_period(1, unit), "DURATION", True, mod, _covered(place, -1 if which in ("past", "last", "previous") else 1, unit))
    return None if by is None else resolve(place, lambda today: shift(today, by, unit), UNKNOWN[unit], mod=mod)


_NAME_OF_DAY = re.compile(r"\b(?:Good|Black|Bloody|Holy|Easter|Palm|Ash|Cyber)\s$")
_DAY_IN_NAME = re.compile(r"\s(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|School|Agreement|People|Independent|Review)\b")


@_rule(
    "weekday mod earlier",
    rf"(?:(?P<mod>early|late|later|earlier)\s(?:on\s)?)?(?P<weekday>{_WEEKDAY})(?:\s{_PART}|\s(?P<late>night))?(?:,?\s(?:at\s)?{_CLOCK})?",
)
def _weekday(match: re.Match[str], place: Place) -> Reading | None:
    name = match["weekday"]
    if not name[0].isupper() or (not name.endswith("day") and name.rstrip(".") not in ("Tues", "Thurs", "Thu", "Wed")):
        return None
    if _DAY_IN_NAME.match(place.after(match.end())) or _NAME_OF_DAY.search(place.before(match.start())):
        return None
    weekday = WEEKDAYS[name.lower().rstrip(".")]
    tense = tense_of(place.text, place.start)
    part = "NI" if match["late"] else PARTS.get((match["part"] or "").lower(), "")
    clock = _clock(match) or (f"T{part}" if part else "")
    kind = "TIME" if clock else "DATE"
    unknown, mod = f"XXXX-WXX-{weekday}{clock}", _mod_of(match)
    return resolve(place, lambda today: iso(nearest_weekday(today, weekday, tense)) + clock, unknown, type=kind, mod=mod)


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
def _weekend(_match: re.Match[str], place: Place) -> Reading | None:
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


@_rule("noon", rf"(?P<when>noon|midday|midnight)(?:\son\s{_FULL_WEEKDAY})?")
def _noon(match: re.Match[str], place: Place) -> Reading | None:
    clock = "T24:00" if match["when"].lower() == "midnight" else "T12:00"
    if match["weekday"]:
        weekday, tense = WEEKDAYS[match["weekday"].lower()], tense_of(place.text, place.start)
        return resolve(place, lambda today: iso(nearest_weekday(today, weekday, tense)) + clock, f"XXXX-WXX-{weekday}{clock}", type="TIME")
    return replace(resolve(place, lambda today: iso(today) + clock, f"XXXX-XX-XX{clock}", type="TIME"), value="")


@_rule("digit the", r"(?:the\s)?(?:(?:early|mid|late)[-\s])?(?P<nth>1\d|2[0-2])(?:st|nd|rd|th)[-\s]century")
def _century(match: re.Match[str], _place: Place) -> Reading | None:
    return Reading(str(int(match["nth"]) - 1))


@_rule(
    "the digit",
    r"(?:the\s)?(?:(?P<mod>early|mid|late)[-\s])?['’](?P<decade>[2-9])0s|the\s(?:(?P<mod2>early|mid"
    r"|late)[-\s])?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
)
def _short_decade(match: re.Match[str], _place: Place) -> Reading | None:
    """`the '90s`, `the nineties`."""
    words = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    tens = match["decade"] or str(words.index(match["word"].lower()) + 2)
    return Reading(f"19{tens}X" if tens not in "2" else "202X", mod=MODS.get((match["mod"] or match["mod2"] or "").lower()))


@_rule(
    "relday the mod earlier",
    r"(?:(?P<mod>early|late|later|earlier)\s)?(?:the\sday\s(?P<beyond>before|after)\s)?(?P<name>today|yesterday|tomorrow"
    rf"|tonight|overnight)(?:\s{_PART})?",
)
def _named_day(match: re.Match[str], place: Place) -> Reading | None:
    name = match["name"].lower()
    by = _NAMED_DAYS[name] + {"before": -1, "after": 1, "": 0}[(match["beyond"] or "").lower()]
    part = "NI" if name in ("tonight", "overnight") else PARTS.get((match["part"] or "").lower(), "")
    clock = f"T{part}" if part else ""
    kind = "TIME" if clock else "DATE"
    reading = resolve(place, lambda today: iso(today + timedelta(by)) + clock, f"XXXX-XX-XX{clock}", type=kind, mod=_mod_of(match))
    if name == "overnight":
        return replace(reading, value=agreed(place, lambda today: f"{iso(today - timedelta(1))}/{iso(today)}") or "")
    return reading


@_rule(
    "ref the",
    r"(?P<now>now|currently|nowadays|at\spresent|presently|(?:the\s)?present(?=\s(?:day|time|moment))|these\sdays)"
    r"|(?P<past>recently|formerly|previously|lately|(?:the\s)?(?:recent|past)\s(?:days|weeks|months|years|decades)"
    r"|the\s(?:recent\s|distant\s)?past(?!\s\w))|(?P<future>soon|the\s(?:near\s|foreseeable\s|distant\s"
    r"|immediate\s)?future(?!\s(?:of|relations))|(?:the\s)?(?:coming|upcoming|next\sfew)\s(?:days|weeks|months|years"
    r"|decades))",
)
def _reference(match: re.Match[str], _place: Place) -> Reading | None:
    if match["now"]:
        return Reading("PRESENT_REF", relative=True)
    return Reading("PAST_REF" if match["past"] else "FUTURE_REF", relative=True)


# ---------------------------------------------------------------- stretches of time


def count_of(words: str | None) -> float | None:
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
    if plain == "several" or plain.startswith(("a few", "the few", "few", "many", "a number", "dozens", "hundreds")):
        return None
    return numeral_value(plain)


def _period(count: float | None, unit: str) -> str:
    """ISO duration: (10, "Y") is P10Y, (None, "W") is PXW, two decades (2, "E") are P20Y."""
    if count is None:
        return f"PT{'X'}{unit[1:]}" if unit.startswith("T") else f"PX{ {'E': 'DE', 'C': 'CE'}.get(unit, unit) }"
    if count == 0.5 and unit in ("Y", "TH"):
        return "P6M" if unit == "Y" else "PT30M"
    if unit.startswith("T"):
        return f"PT{count:g}{unit[1:]}"
    times, letter = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M")}.get(unit, (1, unit))
    return f"P{count * times:g}{letter}"


def _covered(place: Place, count: float, unit: str) -> str | None:
    """The interval from the publication day `count` units on (or back), as precise as the unit."""
    if unit.startswith("T") or unit == "WE" or not float(count).is_integer():
        return None
    years = {"E": 10, "C": 100}.get(unit)
    size, step = (int(count) * years, "Y") if years else (int(count), unit)
    size, step = (size * 7, "D") if step == "W" else (size * 3, "M") if step == "Q" else (size, step)
    here, there = agreed(place, lambda today: shift(today, 0, step)), agreed(place, lambda today: shift(today, size, step))
    return None if here is None or there is None else "/".join(sorted((here, there)))


_MORE = {"more than": "MORE_THAN", "over": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
         "just over": "MORE_THAN", "less than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN", "almost": "LESS_THAN",
         "nearly": "LESS_THAN",
         "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS"}  # fmt: skip


def _rough(match: re.Match[str]) -> str | None:
    words = " ".join((match["rough"] or "").lower().split())
    return None if not words or words == "another" else _MORE.get(words, "APPROX")


@_rule(
    "digit number rough few",
    rf"{_ROUGHLY}?{_HOW_MANY}[-‑\s](?:(?:calendar|working"
    rf"|business)\s)?{_UNIT}(?P<half>\sand\sa\shalf)?(?P<old>[-‑\s]old)?(?P<long>[-‑]long)?(?:\s(?P<when>ago|earlier"
    r"|later|from\snow|from\stoday"
    r"|before\sthat|after\sthat)\b)?(?P<poss>['’](?:\stime)?)?",
)
def _stretch(match: re.Match[str], place: Place) -> Reading | None:
    """`ten years`, `10-year`, `two days ago`, `a decade`, `once a year`."""
    unit, count = UNITS[match["unit"].lower()], count_of(match["count"])
    word = match["count"].lower()
    if match["old"] or re.match(r"[-‑\s](?:s[-‑\s])?olds?\b", place.after(match.end("unit"), 6)):
        return None
    if unit == "TS" and count == 1:
        return None
    if match["half"] and count is not None:
        count += 0.5
    if match["when"]:
        return _removed(place, match["when"].lower(), count, unit)
    if word in ("a", "an") and not match["rough"] and _RATED.search(place.before(match.start(), 24)):
        return Reading(_period(1, unit), "SET", True)
    return Reading(_period(count, unit), "DURATION", mod=_rough(match))


_RATED = re.compile(r"(?:\d|llion|housand|hundred|euros|dollars|once|twice|times|%)\s(?:[a-z]+\s)?$", re.I)


def _removed(place: Place, when: str, count: float | None, unit: str) -> Reading | None:
    """`three weeks ago` counts from the publication day; "earlier" and "later" count from what was told before."""
    if count is None:
        return Reading("PAST_REF" if when in ("ago", "earlier") else "FUTURE_REF", relative=True)
    if unit.startswith("T"):  # hours back may be yesterday
        return Reading("XXXX-XX-XX", relative=True)
    if when not in ("ago", "from now", "from today") or not float(count).is_integer():
        return Reading(UNKNOWN[unit], relative=True)
    by = int(count) * (-1 if when == "ago" else 1)
    return resolve(place, lambda today: shift(today, by, unit), UNKNOWN[unit])


@_rule(
    "the past this",
    r"(?:(?:the|this)\s)?(?P<which>next|last|past|previous|coming|following|first|final|preceding"
    rf"|upcoming)\s(?P<rough>(?:more\sthan|at\sleast|almost|nearly|about|roughly)\s)?{_HOW_MANY}\s{_UNIT}",
)
def _run(match: re.Match[str], place: Place) -> Reading | None:
    """`the next four years`, `the past two weeks`."""
    unit, count, which = UNITS[match["unit"].lower()], count_of(match["count"]), match["which"].lower()
    back = which in ("last", "past", "previous", "preceding")
    covers = _covered(place, -count if back else count, unit) if count and which in ("next", "last", "past", "coming") else None
    return Reading(_period(count, unit), "DURATION", True, _rough(match), covers)


@_rule("unit", r"(?P<unit>day|week|month|year|decade|century|hour|minute)s?[-‑]?long")
def _long(match: re.Match[str], _place: Place) -> Reading | None:
    many = match.group().lower().startswith(match["unit"].lower() + "s")
    return Reading(_period(None if many else 1, UNITS[match["unit"].lower()]), "DURATION")


@_rule("unit", r"(?P<unit>days|weeks|months|years|decades|centuries|hours)(?:\s(?P<when>ago|earlier|later))?")
def _many(match: re.Match[str], place: Place) -> Reading | None:
    unit = UNITS[match["unit"].lower()[:-1]]
    if match["when"]:
        return Reading("FUTURE_REF" if match["when"].lower() == "later" else "PAST_REF", relative=True)
    before = place.before(match.start(), 12)
    return Reading(_period(None, unit), "DURATION") if re.search(r"\b(?:for|in|within|take|after|of|over)\s$", before, re.I) else None


@_rule(
    "set",
    r"(?P<each>every|each|per)\s(?P<other>other\s|second\s)?(?P<unit>day|week|month|quarter|year|decade|hour|minute|morning"
    r"|evening|night|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|(?P<adverb>annually|yearly|monthly|weekly"
    r"|daily|quarterly|hourly|annual|biannual)",
)
def _set(match: re.Match[str], _place: Place) -> Reading | None:
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


_CLASS_WORDS = {
    "month": [*MONTHS], "weekday": [*WEEKDAYS], "the": ["the"],
    "this": ["this", "next", "last", "that", "coming", "following", "current", "previous"],
    "past": ["past", "previous", "next", "last", "final", "first", "coming", "upcoming", "preceding", "following"],
    "earlier": ["earlier", "later"], "mod": ["early", "late", "mid", "beginning", "start", "end", "middle"],
    "season": [*SEASONS], "relday": [*_NAMED_DAYS], "pre": ["pre", "post"], "year": ["year", "calendar"],
    "quarter": ["q", "h", "q1", "q2", "q3", "q4", "h1", "h2"],
    "ordinal": ["first", "second", "third", "fourth", "last", "final"], "fiscal": ["fy", "fiscal", "financial", "budget"],
    "number": [*SMALL, *TENS, "a", "an", "half", "several", "few", "many", "couple", "dozens", "hundreds"],
    "rough": ["more", "over", "at", "no", "less", "under", "up", "almost", "nearly", "about", "around", "some", "roughly", "approximately",
              "just", "another"],
    "unit": ["day", "week", "month", "year", "decade", "century", "hour", "minute", "days", "weeks", "months", "years", "decades",
             "centuries", "hours", "weeklong", "yearlong", "daylong", "monthlong", "decadelong", "hourlong"],
    "set": ["every", "each", "per", "annually", "yearly", "monthly", "weekly", "daily", "quarterly", "hourly", "annual", "biannual"],
    "ref": ["now", "currently", "nowadays", "at", "presently", "these", "recently", "formerly", "previously", "lately", "recent", "past",
            "soon", "coming", "upcoming", "present"],
    "noon": ["noon", "midday", "midnight"], "holiday": ["christmas", "new"],
}  # fmt: skip


def _by_word() -> dict[str, list[Rule]]:
    """For each word that may open an expression, the rules to try there."""
    table: dict[str, list[Rule]] = {}
    for name, words in _CLASS_WORDS.items():
        for word in words:
            table.setdefault(word, []).extend(rule for rule in _RULES.get(name, ()) if rule not in table.get(word, ()))
    return table


RULES_BY_WORD = _by_word()


def longest_reading(word: str, place: Place) -> tuple[int, Reading] | None:
    """Length and meaning of the longest expression of time that opens with `word` at `place`; of equals the first rule."""
    best: tuple[int, Reading] | None = None
    for pattern, read in _rules_of(word):
        match = pattern.match(place.text, place.start)
        if match and (best is None or match.end() - place.start > best[0]) and (reading := read(match, place)):
            best = (match.end() - place.start, reading)
    return best


def _rules_of(word: str) -> list[Rule]:
    if word[0].isdigit():
        return _RULES["digit"]
    word = word.lower()
    return RULES_BY_WORD.get(word) or (_RULES["fiscal"] if word.startswith("fy") and word[2:].isdigit() else [])
