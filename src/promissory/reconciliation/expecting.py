"""Commitments past their date: what was promised for a day and had not been reported as delivered by then."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from promissory.model import Entry, Finding, Link
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

Told = tuple[Entry, Sequence[Portrait]]


def find_overdue(told: Sequence[Told], links: Mapping[str, tuple[Link, ...]]) -> list[Finding]:
    """A finding for each commitment of goods whose date passed before its delivery was reported.

    It is about the entry, the claim that names the date, and the first document after that date: so it shows as of the days from
    which it could be known. Where no document is later than the date, nothing is overdue.
    """
    days = _days(told)
    arrivals = _arrivals(told, links)
    found = []
    for entry, members in told:
        if entry.kind == "commitment" and (due := _due(members)) and (later := _first_after(due[0], days)):
            arrived = min([*_reported_arrivals(members), *arrivals.get(entry.id, ())], default=None)
            if arrived is None or arrived[1] > due[0]:
                found.append(_finding(entry, due, later, arrived))
    return found


def _due(members: Sequence[Portrait]) -> tuple[int, Portrait] | None:
    """The last day promised, and the claim that names it; the latest report counts, since it knows of the delays."""
    told = [(p.said[1], due[1], p.id, p) for p in members if (due := _promised_for(p)) and p.said]
    if not told:
        return None
    _, day, _, claim = max(told, key=lambda row: row[:3])
    return day, claim


def _promised_for(p: Portrait) -> Window | None:
    """The time by which a claim promises goods, where its words speak of handing over; None for what the claim itself calls past."""
    if p.status not in PROMISED or p.said is None or p.amount or not p.items or p.slot("framework"):
        return None
    if not HANDED.search(p.text) or not BY.search(p.text) or TRAINING.search(p.text):
        return None
    due = p.period or p.when
    return due if due and width(due) <= LONG and due[1] > p.said[0] and width(p.said) <= LONG else None


def _reported_arrivals(members: Iterable[Portrait]) -> list[Window]:
    return [p.moment for p in members if p.status == "delivered" and p.moment]


def _arrivals(told: Iterable[Told], links: Mapping[str, tuple[Link, ...]]) -> dict[str, list[Window]]:
    """Promise → the days of the deliveries that fulfil it as entries of their own."""
    found: dict[str, list[Window]] = {}
    for entry, members in told:
        for link in links.get(entry.id, ()):
            if link.type == "fulfils":
                found.setdefault(link.entry, []).extend(_reported_arrivals(members))
    return found


def _days(told: Iterable[Told]) -> list[tuple[int, str]]:
    """Day of publication and document, of those that name their day, in order."""
    return sorted({(p.said[0], p.doc) for _, members in told for p in members if p.said and not width(p.said)})


def _first_after(day: int, days: Sequence[tuple[int, str]]) -> str | None:
    at = bisect_right(days, (day, "~"))
    return days[at][1] if at < len(days) else None


def _finding(entry: Entry, due: tuple[int, Portrait], later: str, arrived: Window | None) -> Finding:
    day, claim = due
    message = f"due by {date.fromordinal(day)}, and no report by then tells of its arrival"
    if arrived:
        message += f"; it arrived by {date.fromordinal(arrived[1])}"
    return Finding(kind="overdue", message=message, about=(entry.id, claim.id, later), severity="info" if arrived else "warn")
