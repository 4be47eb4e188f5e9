"""Calendar arithmetic: publication dates that may be intervals, TIMEX3 values, the nearest Wednesday."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


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

    def before(self, at: int, reach: int = 20) -> str:
        """The characters that lead up to `at`."""
        return self.text[max(0, at - reach) : at]

    def after(self, at: int, reach: int = 40) -> str:
        """The characters that follow `at`."""
        return self.text[at : at + reach]


_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
    "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS = ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun")
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS, 1) for name in names.split()}
#: The same written in full.
MONTH_NAMES = frozenset(names.split()[0] for names in _MONTHS)
WEEKDAY_NAMES = frozenset(names.split()[0] for names in _WEEKDAYS)
SEASONS = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
    "wintertime": "WI",
}  # fmt: skip
#: The day of the invasion, which every text names without its year.
INVADED = "2022-02-24"
UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M",
         "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centurie": "C", "min": "TM", "hr": "TH"}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI", "midnight": "NI", "dawn": "MO"}
MODS = {
    "early": "START", "beginning": "START", "start": "START", "outset": "START", "turn": "START", "earlier": "START", "mid": "MID",
    "middle": "MID", "late": "END", "end": "END", "close": "END", "rest": "END", "remainder": "END", "later": "END",
}  # fmt: skip


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
    if timex.startswith("9999"):  # the last week and winter run past the end of the calendar
        return None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex):
        return _week_value(int(match[1]), int(match[2]), weekend=bool(match[3]))
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", timex):
        months = 3 if match[2] == "Q" else 6
        return f"{match[1]}-{(int(match[3]) - 1) * months + 1:02d}/{match[1]}-{int(match[3]) * months:02d}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        return _season_value(int(match[1]), match[2])
    if match := re.fullmatch(r"(\d{3})", timex):
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


def first_day(value: str) -> date:
    """The first day of an ISO date, month or year."""
    return _edge(value, late=False)


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
    answer = agreed(place, known)
    return Reading(answer or unknown, relative=True, **extra)  # type: ignore[arg-type]


def agreed(place: Place, known: Callable[[date], str]) -> str | None:
    if place.anchor is None:
        return None
    try:
        return place.anchor.agree(known)
    except (ValueError, OverflowError):  # the calendar ends at year 1 and 9999
        return None


#: The tense of what can only be ahead.
AHEAD = 2


def nearest_year(today: date, month: int, day: int | None, tense: int) -> int:
    """The year of a date without one: the nearest, what the tense speaks against counting as farther; of equals the past."""
    ahead, behind = {AHEAD: (1.0, 99.0), 1: (1.0, 1.6), 0: (1.05, 1.0), -1: (1.6, 1.0)}.get(tense, (99.0, 1.0))

    def distance(year: int) -> float:
        months = (year - today.year) * 12 + (month - today.month) + ((day - today.day) / 31 if day else 0.0)
        return months * ahead if months > 0 else -months * behind

    return min((today.year - 1, today.year, today.year + 1), key=distance)


def nearest_weekday(today: date, weekday: int, tense: int) -> date:
    """The last such day up to today; with the future tense the next one from today."""
    back = (today.isoweekday() - weekday) % 7
    return today + timedelta((7 - back) % 7 if tense > 0 else -back)


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
    return f"{day.year // 10 + count:03d}" if unit == "E" else f"{day.year // 100 + count:02d}"


def period(count: float | None, unit: str) -> str:
    """TIMEX3 duration: (10, "Y") is P10Y, (None, "W") is PXW, two decades (2, "E") are P2DE."""
    if count is None:
        return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{_LETTERS.get(unit, unit)}"
    if count == 0.5 and unit in ("Y", "TH"):
        return "P6M" if unit == "Y" else "PT30M"
    if unit.startswith("T"):
        return f"PT{count:g}{unit[1:]}"
    if unit == "Y" and count % 1 == 0.5:
        return f"P{int(count)}Y6M"
    return f"P{count:g}{_LETTERS.get(unit, unit)}"


_LETTERS = {"E": "DE", "C": "CE"}
_IN_ISO = {"DE": (10, "Y"), "CE": (100, "Y"), "Q": (3, "M")}


def iso_duration(timex: str) -> str:
    """The ISO 8601 duration of a TIMEX3 one, which also counts quarters, decades and centuries: P2DE is P20Y."""
    match = re.fullmatch(r"P(\d+(?:\.\d+)?)(DE|CE|Q)", timex)
    if not match:
        return timex
    times, letter = _IN_ISO[match[2]]
    return f"P{float(match[1]) * times:g}{letter}"


def covered(place: Place, count: float, unit: str) -> str | None:
    """The interval from the publication day `count` units on (or back), as precise as the unit."""
    if unit.startswith("T") or unit == "WE" or not float(count).is_integer():
        return None
    years = {"E": 10, "C": 100}.get(unit)
    size, step = (int(count) * years, "Y") if years else (int(count), unit)
    size, step = (size * 7, "D") if step == "W" else (size * 3, "M") if step == "Q" else (size, step)
    here, there = agreed(place, lambda today: shift(today, 0, step)), agreed(place, lambda today: shift(today, size, step))
    return None if here is None or there is None else "/".join(sorted((here, there)))


UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXXX", "C": "XXXX"}
