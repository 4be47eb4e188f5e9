"""From what a reviewer says to a decision for the record: ids made whole, the change checked, what it is about marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from promissory.errors import UsageError
from promissory.ledger.editing import check_change
from promissory.ledger.marking import is_mark, mark_claim, mark_entry
from promissory.ledger.rows import Row
from promissory.model import Decision
from promissory.model.decisions import ACTIONS

Find = Callable[[str], Row]
#: action → what it can be about
NOUNS: Mapping[str, tuple[str, ...]] = {"undo": ("decision",)}
RULED = ("entry", "claim")


def make_decision(
    find: Find, action: str, about: Sequence[str], *, reviewer: str, reason: str, change: Mapping[str, Any], at: str | None
) -> Decision:
    """The decision; UsageError for ids, changes or names that cannot be meant. `find` gets a thing by the beginning of its id."""
    if action not in ACTIONS:
        raise UsageError(f"{action!r} is no decision", "review", f"one of {', '.join(ACTIONS)}")
    if not reviewer.strip():
        raise UsageError("a decision has a reviewer", action, "give your name")
    rows = [_fitting(find(key), action) for key in about]
    _check_number(action, rows)
    _check_kinds(action, rows)
    kept = check_change(str(rows[0]["kind"]), change) if action == "edit" else {}
    if change and not kept:
        raise UsageError("only an edit changes slots", action, "use edit")
    moment = at or datetime.now(UTC).isoformat(timespec="microseconds")
    ids = tuple(dict.fromkeys(row.id for row in rows))
    try:
        return Decision(
            action=action, about=ids, reviewer=reviewer.strip(), at=moment, reason=reason.strip(), change=kept, marks=_marks(rows, find)
        )
    except ValueError as fault:
        raise UsageError(f"{moment!r} is no time", action, "write 2024-07-11T10:00:00+00:00") from fault


def check_taken(decision: Decision) -> None:
    """UsageError for a decision of another ledger whose marks identify nothing, or whose change nothing can hold."""
    cure = "take what the log of a ledger holds"
    if not all(map(is_mark, decision.marks.values())):
        raise UsageError("does not say what it is about", decision.id, cure)
    if decision.action == "edit":
        if decision.about[0] not in decision.marks:
            raise UsageError("does not say what it is about", decision.id, cure)
        check_change(str(decision.marks[decision.about[0]]["kind"]), decision.change)


def _fitting(row: Row, action: str) -> Row:
    nouns = NOUNS.get(action, RULED)
    if row.noun not in nouns:
        raise UsageError(
            f"{action} is about {' or '.join(nouns)}, not about a {row.noun}", row.id, "promissory review lists what to rule on"
        )
    return row


def _check_number(action: str, rows: Sequence[Row]) -> None:
    number = len({row.id for row in rows})
    if not rows or (action == "edit" and number > 1):
        raise UsageError(f"{action} is about one thing", action, "give one id")
    if action == "merge" and number < 2:
        raise UsageError("one thing cannot be merged", action, "give two ids or more")


def _check_kinds(action: str, rows: Sequence[Row]) -> None:
    if action == "merge" and len(kinds := {str(row["kind"]) for row in rows}) > 1:
        raise UsageError(f"things of different kinds are not one: {', '.join(sorted(kinds))}", action, "merge entries of one kind")
    if action == "split":
        _check_split(rows)


def _check_split(rows: Sequence[Row]) -> None:
    home, leaving = rows[0], [row.id for row in rows[1:]]
    if home.noun != "entry" or any(row.noun != "claim" for row in rows[1:]):
        raise UsageError("split takes claims out of an entry", "split", "give the entry's id, then those of the claims that leave it")
    if strange := [key for key in leaving if key not in home["claims"]]:
        raise UsageError(f"the entry has no claim {strange[0]}", home.id, "promissory show lists its claims")
    if not leaving or set(leaving) == set(home["claims"]):
        raise UsageError("some claims must leave and some must stay", home.id, "name some of its claims")


def _marks(rows: Sequence[Row], find: Find) -> dict[str, Any]:
    """What identifies each thing, and each claim of an entry."""
    marks: dict[str, Any] = {}
    for row in rows:
        if row.noun == "entry":
            marks[row.id] = mark_entry(row.record)
            marks |= {key: mark_claim(find(key).record) for key in row["claims"]}
        elif row.noun == "claim":
            marks[row.id] = mark_claim(row.record)
    return marks
