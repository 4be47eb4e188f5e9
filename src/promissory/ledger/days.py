"""ISO dates, months, years and intervals as their first and last day, so that they compare as strings."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from promissory.errors import UsageError

PARTIAL = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


@lru_cache(1 << 16)
def interval(value: str | None) -> tuple[str, str] | None:
    """First and last day of `2024`, `2024-04`, `2024-04-03` or `2024-01/2024-03`; None where there is no such date."""
    if not value:
        return None
    first, _, last = value.partition("/")
    start, end = _days(first), _days(last or first)
    return (start[0], end[1]) if start and end else None


def first_day(value: str, option: str) -> str:
    """The first day of a date that a user gave; UsageError if it is none."""
    return _given(value, option)[0]


def last_day(value: str, option: str) -> str:
    """The last day of a date that a user gave; UsageError if it is none."""
    return _given(value, option)[1]


def _given(value: str, option: str) -> tuple[str, str]:
    found = interval(value)
    if found is None:
        raise UsageError(f"{value!r} is no date", option, "write 2024, 2024-07 or 2024-07-11")
    return found


def _days(value: str) -> tuple[str, str] | None:
    parts = PARTIAL.fullmatch(value)
    if not parts or parts[1] == "0000":
        return None
    year, month, day = parts[1], parts[2], parts[3]
    if day:
        return (value, value) if int(day) <= _length(year, month) else None
    if month:
        return f"{value}-01", f"{value}-{_length(year, month)}"
    return f"{year}-01-01", f"{year}-12-31"


def _length(year: str, month: str) -> int:
    return calendar.monthrange(int(year), int(month))[1]
