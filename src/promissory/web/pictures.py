"""Small pictures as SVG, drawn on the server: they print, scale and need no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from promissory.analysis import Office, Term
from promissory.ledger.days import interval

WIDTH, EDGE = 720, 24
#: Heights of labels on a line in time, the best first; the width of a letter; steps nearer than this stand at one place.
HEIGHTS, LETTER, NEAR = (34, 76, 16, 94), 8.0, 12.0


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on a line in time: where it stands (0 to WIDTH), what it is, and height and anchor of its label (0: there is no room)."""

    at: float
    step: Mapping[str, Any]
    height: int
    anchor: str


def draw_line(history: Sequence[Mapping[str, Any]]) -> list[Stop]:
    """The steps of an entry along a line in time; those without any day are left out. Nothing if there are fewer than two."""
    dated = [(day, step) for step in history if (day := _day(step))]
    if len(dated) < 2:
        return []
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    span = max(1, (last - first).days)
    stops = sorted(((EDGE + (WIDTH - 2 * EDGE) * (day - first).days / span, step) for day, step in dated), key=lambda stop: stop[0])
    return _labelled(stops)


def _labelled(stops: Sequence[tuple[float, Mapping[str, Any]]]) -> list[Stop]:
    """Each label at the first height that has room for it; a status told again at the same place has one label."""
    taken = dict.fromkeys(HEIGHTS, 0.0)
    found: list[Stop] = []
    for at, step in stops:
        wide = LETTER * len(step["status"])
        anchor = "start" if at - wide / 2 < 0 else "end" if at + wide / 2 > WIDTH else "middle"
        begin = {"start": at, "end": at - wide, "middle": at - wide / 2}[anchor]
        again = any(abs(one.at - at) < NEAR and one.step["status"] == step["status"] for one in found)
        height = 0 if again else next((height for height in HEIGHTS if taken[height] <= begin), 0)
        taken |= {height: begin + wide + LETTER} if height else {}
        found.append(Stop(round(at, 1), step, height, anchor))
    return found


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
