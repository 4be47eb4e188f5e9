"""An entry as it stood on a day: only the claims reported by then, and what they give.

Nothing may leak from later reports, so every value must be one that a visible claim states. Where the value chosen today is
stated by none of them, the last reported one that is takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from promissory.ledger.days import interval
from promissory.model import STATUSES

FIXED = frozenset(
    (
        "id", "kind", "status", "parties", "history", "claims", "independent_sources", "grade", "grade_reasons", "findings", "links",
        "reviewed",
    )
)  # fmt: skip
#: Statuses that hold from any stage on, unless something goes on later.
BREAKS = frozenset({"suspended", "withdrawn", "cancelled"})
#: Kinds whose statuses the model lists from the firmest to the weakest.
FIRST_IS_FURTHEST = frozenset({"statement", "attack"})
TRIMMED = "computed from the claims reported by the day asked for"


@dataclass(frozen=True, slots=True)
class Visible:
    """A claim that was reported by the day asked for."""

    id: str
    doc: str
    reported: str | None
    record: Mapping[str, Any]


def trim_entry(record: Mapping[str, Any], visible: Sequence[Visible], findings: frozenset[str]) -> dict[str, Any] | None:
    """The record of an entry from its visible claims, in order of report; None if there are none yet.

    `findings` are the ids of those visible by the day. An entry all of whose claims are visible keeps its values.
    """
    if not visible:
        return None
    shown = dict(record) | {"findings": [key for key in record["findings"] if key in findings]}
    if {claim.id for claim in visible}.issuperset(record["claims"]):
        return shown
    return _narrowed(shown, visible, TRIMMED)


def narrow(record: Mapping[str, Any], kept: Sequence[Visible], because: str) -> dict[str, Any] | None:
    """The record of an entry from some of its claims, in order of report, and why; None if it has none of them."""
    mine = [claim for claim in kept if claim.id in record["claims"]]
    if len(mine) == len(record["claims"]):
        return dict(record)
    return _narrowed(record, mine, because) if mine else None


def _narrowed(record: Mapping[str, Any], visible: Sequence[Visible], because: str) -> dict[str, Any]:
    seen = {claim.id for claim in visible}
    history = _history(record["history"], visible)
    status = status_of(str(record["kind"]), history or (visible[-1].record,))
    shown = dict(record) | {"status": status, "history": history}
    shown |= {"parties": _parties(record["parties"], visible), "claims": [key for key in record["claims"] if key in seen]}
    shown |= {slot: _slot(value, slot, visible) for slot, value in record.items() if slot not in FIXED}
    return _with_edits(shown, record) | _grading(record, visible, because)


def _with_edits(shown: dict[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    """Values that a reviewer set are corrections of what was read: they hold on any day. A status does not."""
    edited = [slot for slot in (record["reviewed"] or {}).get("slots", ()) if slot != "status"]
    roles = {role: record["parties"].get(role, []) for role in edited if role not in record}
    parties = {role: ids for role, ids in (shown["parties"] | roles).items() if ids}
    return shown | {slot: record[slot] for slot in edited if slot in record} | {"parties": parties}


def _history(steps: Sequence[Mapping[str, Any]], visible: Sequence[Visible]) -> list[dict[str, Any]]:
    reported = {claim.id: claim.reported for claim in visible}
    dated = {claim.id: claim.record.get("date") for claim in visible}
    kept = []
    for step in steps:
        if claims := [key for key in step["claims"] if key in reported]:
            days = [day for key in claims if (day := reported[key])]
            first = step["reported"] if len(claims) == len(step["claims"]) else min(days, default=None)
            told = [day for key in claims if (day := dated[key])]
            on = step["on"] if step["on"] in told else told[-1] if told else None
            kept.append({**step, "on": on, "reported": first, "claims": claims})
    return kept


def status_of(kind: str, history: Sequence[Mapping[str, Any]]) -> str:
    """The furthest status; a break holds if no step comes after it."""
    last = max(map(_last_day, history), default="")
    broken = [str(step["status"]) for step in history if step["status"] in BREAKS and _last_day(step) >= last]
    going = [str(step["status"]) for step in history if step["status"] not in BREAKS]
    if broken:
        return broken[-1]
    order = STATUSES[kind] if kind not in FIRST_IS_FURTHEST else STATUSES[kind][::-1]
    return max(going, key=order.index)


def _last_day(step: Mapping[str, Any]) -> str:
    found = interval(step.get("on")) or interval(step.get("reported"))
    return found[1] if found else ""


def _parties(parties: Mapping[str, Sequence[str]], visible: Sequence[Visible]) -> dict[str, list[str]]:
    """The actors that some visible claim names; those of the first claim where none of today's stand."""
    stated = {actor for claim in visible for ids in claim.record["parties"].values() for actor in ids}
    kept = {role: left for role, ids in parties.items() if (left := [actor for actor in ids if actor in stated])}
    return kept or {role: list(ids) for role, ids in visible[0].record["parties"].items()}


def _slot(value: Any, slot: str, visible: Sequence[Visible]) -> Any:
    stated = [claim.record.get(slot) for claim in visible]
    if value in stated:
        return value
    if isinstance(value, list):
        members = [member for held in stated if isinstance(held, list) for member in held]
        return [member for member in value if member in members] or list(_unique(members))
    filled = [held for held in stated if held is not None]
    return filled[-1] if filled else None


def _unique(members: Sequence[Any]) -> list[Any]:
    kept: list[Any] = []
    for member in members:
        if member not in kept:
            kept.append(member)
    return kept


def _grading(record: Mapping[str, Any], visible: Sequence[Visible], because: str) -> dict[str, Any]:
    """Corroboration cannot be more than the documents then known; a grade resting on later reports is not kept."""
    sources = min(int(record["independent_sources"]), len({claim.doc for claim in visible}))
    if sources == record["independent_sources"]:
        return {}
    return {"independent_sources": sources, "grade": "F6", "grade_reasons": [because]}
