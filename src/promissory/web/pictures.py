"""Small pictures as SVG, drawn on the server: they print, scale and need no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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


def _day(step: Mapping[str, Any]) -> date | None:
    for key in ("on", "reported"):
        if found := interval(step[key]):
            return date.fromisoformat(found[0])
    return None
