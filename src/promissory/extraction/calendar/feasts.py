"""Feasts and memorial days: those of a fixed day, those that move with Easter, those of the nth weekday of a month."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from promissory.extraction.calendar.chronology import INVADED, Place, Reading, resolve
from promissory.extraction.calendar.patterns import YEAR, rule
from promissory.extraction.calendar.tense import tense_of
from promissory.extraction.lexicon.numerals import TO_TENTH

FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "new year's day": (1, 1), "new year's": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
    "may day": (5, 1), "victory day": (5, 9), "ve day": (5, 8), "bastille day": (7, 14), "halloween": (10, 31), "armistice day": (11, 11),
    "remembrance day": (11, 11), "veterans day": (11, 11), "epiphany": (1, 6), "april fool's day": (4, 1), "women's day": (3, 8),
    "earth day": (4, 22), "juneteenth": (6, 19),
}  # fmt: skip
#: Days from Easter Sunday.
MOVING = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1, "easter sunday": 0,
    "easter monday": 1, "easter": 0, "ascension day": 39, "pentecost": 49, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
#: Month, weekday, and which of them; the last is -1.
NTH = {
    "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3), "memorial day": (5, 1, -1), "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2), "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "black friday": (11, 4, 4),
}  # fmt: skip
_NAMES = "|".join(sorted((re.escape(n) for n in (*FIXED, *MOVING, *NTH)), key=len, reverse=True)).replace(r"\ ", r"\s").replace("'", "['’]")


@rule("feast", rf"(?P<orthodox>Orthodox\s)?(?P<name>{_NAMES})(?:,?\s(?:of\s)?{YEAR})?")
def _feast(match: re.Match[str], place: Place) -> Reading | None:
    """`Good Friday`, `Orthodox Easter`, `Thanksgiving`."""
    name = re.sub(r"\s", " ", match["name"].lower().replace("’", "'"))
    if not match["name"][0].isupper():
        return None
    day = _day_of(name, orthodox=bool(match["orthodox"]))
    if match["year"]:
        return Reading(day(int(match["year"])).isoformat())
    tense = tense_of(place.text, place.start)
    return resolve(place, lambda today: _nearest(day, today, tense).isoformat(), "XXXX-XX-XX")


ANNIVERSARY = ("anniversary", *TO_TENTH)


@rule(
    "anniversary digit",
    rf"(?:(?:(?P<nth>{'|'.join(TO_TENTH)})|(?P<count>\d\d?)(?:st|nd|rd|th))\s)?anniversary\sof\s(?:the|its|Russia['’]s|Moscow['’]s|Putin['’]s)\s"
    r"(?:(?:full[-\s]scale|Russian|all-out)\s){0,2}invasion(?!\sof\s(?!Ukraine\b))",
)
def _anniversary(match: re.Match[str], place: Place) -> Reading | None:
    """`on the third anniversary of the invasion`."""
    if not re.search(r"\bon\s(?:the\s)?$", place.before(match.start()), re.I):  # "events for the anniversary" may be held on other days
        return None
    number = int(match["count"]) if match["count"] else TO_TENTH.index(match["nth"].lower()) + 1 if match["nth"] else None
    if number is not None:
        return Reading(_of_invasion(int(INVADED[:4]) + number).isoformat())
    tense, unknown = tense_of(place.text, place.start), "XXXX" + INVADED[4:]
    return resolve(place, lambda today: _nearest(_of_invasion, today, tense).isoformat(), unknown)


def _of_invasion(year: int) -> date:
    return date.fromisoformat(INVADED).replace(year=year)


def _nearest(day: Callable[[int], date], today: date, tense: int) -> date:
    """The next such day in the future tense, the last one in the past, else the nearest."""
    days = [day(today.year + shift) for shift in (-1, 0, 1)]
    if tense > 0:
        return min(d for d in days if d >= today)
    return max(d for d in days if d <= today) if tense < 0 else min(days, key=lambda d: abs((d - today).days))


def _day_of(name: str, *, orthodox: bool) -> Callable[[int], date]:
    """The day of a feast in a year; the Orthodox ones are kept by the Julian calendar."""
    if name in FIXED:
        return lambda year: date(year - orthodox, *FIXED[name]) + timedelta(13 if orthodox else 0)  # 25 December is 7 January
    if name in MOVING:
        return lambda year: (orthodox_easter if orthodox else easter)(year) + timedelta(MOVING[name])
    after = 1 if name == "black friday" else 0
    return lambda year: _nth(year, *NTH[name]) + timedelta(after)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    """The `which`th such weekday of a month, the last for -1."""
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a day of the Gregorian calendar (right from 1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


FIRST_WORDS = frozenset(name.split()[0].replace("'s", "") for name in (*FIXED, *MOVING, *NTH)) | {"new", "orthodox", "presidents", "april"}
