"""Small pictures as SVG, drawn on the server: they print, scale and need no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from promissory.analysis import Office, Term
from promissory.ledger.days import interval

WIDTH, EDGE = 720, 24


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on a line in time: where it stands (0 to WIDTH), on which of two heights its label, and what it is."""

    at: float
    low: bool
    step: Mapping[str, Any]


def draw_line(history: Sequence[Mapping[str, Any]]) -> list[Stop]:
    """The steps of an entry along a line in time; those without any day are left out. None if there are fewer than two."""
    dated = [(day, step) for step in history if (day := _day(step))]
    if len(dated) < 2:
        return []
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    span = max(1, (last - first).days)
    stops = sorted(((EDGE + (WIDTH - 2 * EDGE) * (day - first).days / span, step) for day, step in dated), key=lambda stop: stop[0])
    return [Stop(round(at, 1), n % 2 == 1, step) for n, (at, step) in enumerate(stops)]


@dataclass(frozen=True, slots=True)
class Bar:
    """One term on the scale of its page: where it begins and how long it is (0 to WIDTH); an open end is a day of the page's edge."""

    at: float
    width: float


def draw_terms(offices: Sequence[Office], last: date) -> tuple[tuple[int, ...], dict[tuple[str, str, str, str | None], Bar]]:
    """Years of the scale, and (post, body, person, since) → bar, of the terms of which a day is known."""
    begins = [found for office in offices for term in office.terms if (found := _first(term))]
    first = date(min((begin.year for begin in begins), default=last.year), 1, 1)
    scale = WIDTH / max(1, (date(last.year, 12, 31) - first).days)
    bars = {}
    for office in offices:
        for term in office.terms:
            begin, end = _first(term), _last(term) or (last if term.since else None)
            if begin or end:
                at = max(0.0, ((begin or end or last) - first).days * scale)
                bars[office.post, office.body, term.person, term.since] = Bar(round(at, 1), _width(begin, end, scale))
    return tuple(range(first.year, last.year + 1)), bars


def _width(begin: date | None, end: date | None, scale: float) -> float:
    return round(max(4.0, (end - begin).days * scale), 1) if begin and end else 4.0


def _first(term: Term) -> date | None:
    found = interval(term.since)
    return date.fromisoformat(found[0]) if found else None


def _last(term: Term) -> date | None:
    found = interval(term.until)
    return date.fromisoformat(found[1]) if found else None


def _day(step: Mapping[str, Any]) -> date | None:
    for key in ("on", "reported"):
        if found := interval(step[key]):
            return date.fromisoformat(found[0])
    return None
