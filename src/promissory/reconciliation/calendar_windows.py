"""ISO 8601 dates of any precision as windows of days."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache

#: First and last day as proleptic ordinals.
Window = tuple[int, int]


@lru_cache(maxsize=65536)
def window_of(value: str | None) -> Window | None:
    """The days that a date, month, year or interval covers; None for None and for what is no such date."""
    if not value:
        return None
    first, _, last = value.partition("/")
    try:
        begin, end = _first_day(first), _last_day(last or first)
    except ValueError:
        return None
    return (begin, end) if begin <= end else None


def gap(a: Window, b: Window) -> int:
    """Days between two windows; 0 where they share a day."""
    return max(0, b[0] - a[1], a[0] - b[1])


def width(window: Window) -> int:
    """Days from the first to the last; 0 for a single day."""
    return window[1] - window[0]


def _first_day(value: str) -> int:
    parts = [int(part) for part in value[:10].split("-")]
    return datetime.date(*[*parts, 1, 1][:3]).toordinal()


def _last_day(value: str) -> int:
    parts = [int(part) for part in value[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return datetime.date(year, month, day).toordinal()
