"""Commitments past their date: what was promised for a day and had not been reported as delivered by then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from promissory.model import Finding
from promissory.reconciliation.calendar_windows import Window, width
from promissory.reconciliation.portraying import Portrait

PROMISED = frozenset({"pledged", "committed", "allocated"})
#: Days from which a stretch is the time that support is for, and no date by which it is due.
LONG = 190
#: Words of goods on their way; money "for 2025" is due on no day.
HANDED = re.compile(
    r"\b(?:deliver\w*|arriv\w*|hand(?:s|ed|ing)?[\s-]?over|handover|ship(?:s|ped|ping|ment)?\b|transfer\w*|sen[dt]\w*|suppl\w+|provid\w+|"
    r"receiv\w+|reach\w*|come|get|give\w*|due|promis\w+|expected|follow)",
    re.I,
)
#: Words that set a day, beside those that only tell when something was said.
BY = re.compile(
    r"\b(?:by|until|till|before|within|no later than|end of|later this|(?:in|over|during) the (?:next|coming)|next|coming|"
    r"this (?:week|month|summer|autumn|fall|winter|spring|year))\b",
    re.I,
)
TRAINING = re.compile(r"\btrain(?:s|ed|ing)\b", re.I)


def find_overdue(entry: str, due: tuple[int, str], arrived: Window | None, later: str) -> Finding:
    """What to object to in a commitment of goods whose date passed before its delivery was reported.

    It is about the entry, the claim that names the date, and the first document after that date: so it shows as of the days from
    which it could be known. Where no document is later than the date, nothing is overdue.
    """
    day, claim = due
    message = f"due by {date.fromordinal(day)}, and no report by then tells of its arrival"
    if arrived:
        message += f"; it arrived by {date.fromordinal(arrived[1])}"
    return Finding(kind="overdue", message=message, about=(entry, claim, later), severity="info" if arrived else "warn")


def due_of(members: Sequence[Portrait]) -> tuple[int, str] | None:
    """The last day promised, and the claim that names it; the latest report counts, since it knows of the delays."""
    told = [(p.said[1], due[1], p.id) for p in members if (due := _promised_for(p)) and p.said]
    if not told:
        return None
    _, day, claim = max(told)
    return day, claim


def _promised_for(p: Portrait) -> Window | None:
    """The time by which a claim promises goods, where its words speak of handing over; None for what the claim itself calls past."""
    if p.status not in PROMISED or p.said is None or p.amount or not p.items or p.slot("framework"):
        return None
    if not HANDED.search(p.text) or not BY.search(p.text) or TRAINING.search(p.text):
        return None
    due = p.period or p.when
    return due if due and width(due) <= LONG and due[1] > p.said[0] and width(p.said) <= LONG else None


def arrivals_of(members: Iterable[Portrait]) -> list[Window]:
    """When the claims tell of its coming."""
    return [p.moment for p in members if p.status == "delivered" and p.moment]
