"""Commitments and needs as links and findings see them: who, how much of what, when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promissory.model import Entry
from promissory.reconciliation.calendar_windows import Window, window_of
from promissory.reconciliation.portraying import Portrait

#: Days a promise may be old when it is fulfilled or told again, or a request when it is met.
PATIENCE = 1100
#: How many neighbours in time an entry is held against within one donor and item.
REACH = 40
PROMISES = frozenset({"pledged", "committed", "allocated", "contracted"})


@dataclass(frozen=True)
class Deed:
    """A commitment or need; `measure` maps each item, and each currency, to how much."""

    entry: Entry
    members: Sequence[Portrait]
    actors: frozenset[str]
    measure: Mapping[str, float | None]
    begun: Window | None
    ended: Window | None


def deed_of(entry: Entry, members: Sequence[Portrait]) -> Deed:
    """The deed of an entry: its givers, or those asked, and what it amounts to."""
    role = "donor" if entry.kind == "commitment" else "asked"
    actors = frozenset().union(*(p.roles.get(role, frozenset()) for p in members))
    measure: dict[str, float | None] = {row["item"]: row["count"] for row in entry.slots.get("items") or ()}
    if amount := entry.slots.get("amount"):
        measure[amount["currency"] or "?"] = amount["value"]
    windows = sorted(w for step in entry.history if (w := window_of(step.on) or window_of(step.reported)))
    return Deed(entry, members, actors, measure, windows[0] if windows else None, windows[-1] if windows else None)
