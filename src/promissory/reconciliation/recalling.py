"""Which earlier time the words of a claim go back to: "the guns that were promised in May" is the promise of May."""

from __future__ import annotations

import re
from datetime import date

from promissory.reconciliation.calendar_windows import Window, gap, width, window_of
from promissory.reconciliation.portraying import MONTHS, Portrait

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
#: Days beyond which a time is hardly known.
VAGUE = 60
#: A report this many days after a thing goes back to it; before, it tells of it.
AFTER = 20


def recalls(late: Portrait, early: Portrait) -> bool:
    """Whether the words of a claim name the month in which the earlier one was, as a month gone by."""
    if late.doc == early.doc or early.moment is None or late.said is None or late.said[0] - early.moment[1] < AFTER:
        return False
    return any(not gap(month, early.moment) for month in _months_before(late, late.said))


def _months_before(p: Portrait, said: Window) -> list[Window]:
    """The months that the words name, without a year the last one that had begun by the day of the report."""
    return [month for name, year in p.months if (month := _month(MONTHS.index(name) + 1, year, said))]


def _month(month: int, year: str, said: Window) -> Window | None:
    if year:
        return window_of(f"{year}-{month:02}")
    until = date.fromordinal(said[0])
    return window_of(f"{until.year - (month > until.month)}-{month:02}")


def shares_weekday(a: Portrait, b: Portrait) -> bool:
    """Whether the words of a report that nobody can date name the day of the week on which the other thing was."""
    return _is_on_named_weekday(a, b) or _is_on_named_weekday(b, a)


def _is_on_named_weekday(undated: Portrait, dated: Portrait) -> bool:
    if dated.when is None or width(dated.when) or (undated.moment is not None and width(undated.moment) <= VAGUE):
        return False
    return re.search(rf"\b{WEEKDAYS[date.fromordinal(dated.when[0]).weekday()]}\b", undated.text) is not None
