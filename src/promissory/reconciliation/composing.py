"""The entry of a group of claims: canonical slots, history and current status, all computed, nothing of a claim lost."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from promissory.model import Entry, Step
from promissory.reconciliation.calendar_windows import gap, width, window_of
from promissory.reconciliation.knowing import NAMELESS, Knowledge
from promissory.reconciliation.portraying import COLLECTIVE_KINDS, Portrait
from promissory.reconciliation.sourcing import Sources

#: The life of a thing of each kind, from its beginning; statuses in one pair of brackets exclude each other: the later holds.
LIVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "need": (("stated",), ("requested",), ("met",)),
    "commitment": (("considered",), ("pledged",), ("committed",), ("allocated",), ("contracted",), ("delivered",)),
    "agreement": (("proposed",), ("negotiating",), ("signed",), ("in_force",), ("ended",)),
    "meeting": (("planned",), ("held",)),
    "statement": (("reported",), ("quoted",)),
    "attack": (("threatened",), ("claimed",), ("reported",)),
    "initiative": (("proposed",), ("announced",), ("active",), ("ended",)),
    "condition": (("stated",), ("met", "unmet")),
    "tenure": (("candidate",), ("takes_office",), ("holds",), ("leaves_office",)),
    "proposal": (("made",), ("accepted", "rejected")),
}
#: Statuses that hold from any stage on, if nothing later goes on: a suspended delivery that arrives is delivered.
BREAKS = frozenset({"suspended", "withdrawn", "cancelled"})
UNITED = frozenset({"topics", "attributed_to", "scope", "means", "hit"})
DATES = frozenset({"date", "period", "by"})
FAR = "9999"


def compose(ident: str, group: Sequence[Portrait], sources: Sources) -> Entry:
    """The entry of a group, without links, findings and grade."""
    members = sorted(group, key=lambda p: p.report.order)
    history = tell(members)
    status = current(members[0].kind, history)
    independent = len({sources.of(p) for p in members})
    return Entry(
        id=ident,
        kind=members[0].kind,
        status=status,
        parties=_parties(members),
        slots=_slots(members, status, sources),
        history=history,
        claims=tuple(p.id for p in members),
        independent_sources=independent,
    )


def tell(members: Iterable[Portrait]) -> tuple[Step, ...]:
    """The steps in the order of event time; claims of one status whose dates agree are one step."""
    steps: dict[str, list[list[Portrait]]] = defaultdict(list)
    for member in sorted(members, key=lambda p: (p.when is None, width(p.when) if p.when else 0, p.report.order)):
        fitting = next((step for step in steps[member.status] if _same_step(step[0], member)), None)
        if fitting is None:
            steps[member.status].append([member])
        else:
            fitting.append(member)
    told = [_step(status, step) for status, listed in steps.items() for step in listed]
    return tuple(sorted(told, key=lambda s: (s.on or s.reported or FAR, s.reported or FAR, s.status, s.claims)))


def _same_step(first: Portrait, member: Portrait) -> bool:
    if member.when is not None:
        return first.when is not None and not gap(first.when, member.when)
    # undated: what the first dated claim of that status says, unless it had not happened yet
    return first.when is None or member.said is None or first.when[0] <= member.said[1] or first.when[0] - member.said[1] > 400


def _step(status: str, members: Sequence[Portrait]) -> Step:
    dates = [(width(p.when), p.report.slot("date")) for p in members if p.when]
    reported = min((p.report.reported for p in members if p.report.reported), default=None)
    return Step(status, min(dates)[1] if dates else None, reported, tuple(sorted(p.id for p in members)))


def current(kind: str, history: Sequence[Step]) -> str:
    """The furthest status of a kind's life; a break holds if no step comes after it, of two that exclude each other the later."""
    rank = {status: n for n, stage in enumerate(LIVES[kind]) for status in stage}
    going = [step for step in history if step.status not in BREAKS]
    broken = [step for step in history if step.status in BREAKS]
    if broken and (not going or _at(broken[-1]) >= max(map(_at, going))):
        return broken[-1].status
    return max(going, key=lambda step: (rank[step.status], _at(step), step.status)).status


def _at(step: Step) -> int:
    window = window_of(step.on) or window_of(step.reported)
    return window[1] if window else 0


def _parties(members: Sequence[Portrait]) -> dict[str, tuple[str, ...]]:
    """All that any claim names in a role; a person beside the state spoken for, and "partners", only where nobody else is named.

    "Washington and partners" stays as long as no claim names one of the partners: it is no undertaking of Washington alone.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for member in members:
        for role, who in member.report.roles.items():
            found[role] |= set(who)
    open_ = {role for role, who in found.items() if any(_leaves_open(p.report.roles.get(role, ()), who) for p in members)}
    return {role: _clear(who, members[0], role in open_) for role, who in sorted(found.items())}


def _leaves_open(who: Sequence[str], everybody: set[str]) -> bool:
    """Whether a claim names partners beside all those that any claim names."""
    return NAMELESS in who and len(who) > 1 and set(who) == everybody


def _clear(who: set[str], member: Portrait, is_open: bool) -> tuple[str, ...]:
    if len(who) > 1 and not is_open:
        who = who - {NAMELESS}
    if member.kind in COLLECTIVE_KINDS:
        who = {actor for actor in who if (state := member.known.stands_for(actor, member.moment)) == actor or state not in who}
    return tuple(sorted(who))


def _slots(members: Sequence[Portrait], status: str, sources: Sources) -> dict[str, Any]:
    slots: dict[str, Any] = {}
    for name in members[0].report.slot_names:
        if name in UNITED:
            slots[name] = sorted({value for p in members for value in p.report.slot(name) or ()})
        elif name == "items":
            slots[name] = _items(members, sources)
        else:
            now = [p for p in members if p.status == status and p.report.slot(name) is not None]
            slots[name] = _elect(name, now if name == "date" and now else members, sources)
    return slots


def _elect(name: str, members: Sequence[Portrait], sources: Sources) -> Any:
    """The value most sources give or allow; of equals the most specific, then the first in the alphabet. Words go before assumptions."""
    members = [p for p in members if p.report.slot(name) is not None and not p.report.is_assumed(name)] or members
    votes: dict[str, set[str]] = defaultdict(set)
    for member in members:
        if (value := member.report.slot(name)) is not None:
            votes[json.dumps(value, sort_keys=True)].add(sources.of(member))
    if not votes:
        return None
    if len(votes) == 1:
        return json.loads(next(iter(votes)))
    known, told = members[0].known, {text: json.loads(text) for text in votes}
    backing = {text: set().union(*(votes[other] for other in votes if _allows(name, told[other], told[text], known))) for text in votes}
    best = min(votes, key=lambda text: (-len(backing[text]), _vagueness(told[text], known), text))
    return told[best]


def _allows(name: str, vague: Any, narrow: Any, known: Knowledge) -> bool:
    """Whether one value leaves room for another: the same, a month for a day of it, a state for a town in it."""
    if vague == narrow:
        return True
    if name in DATES:
        a, b = window_of(vague), window_of(narrow)
        return a is not None and b is not None and a[0] <= b[0] and b[1] <= a[1]
    return name == "place" and known.is_state(vague) and known.lands.get(vague.casefold()) == known.lands.get(narrow.casefold())


def _vagueness(value: Any, known: Knowledge) -> int:
    """0 for the most specific; days for dates, 1 for a state among places or a sum that is not exact."""
    if isinstance(value, Mapping):
        return int(value.get("qualifier") != "exact") + int(value.get("currency") is None)
    if not isinstance(value, str):
        return 0
    window = window_of(value)
    return width(window) if window else int(known.is_state(value))


def _items(members: Sequence[Portrait], sources: Sources) -> list[dict[str, Any]]:
    """Each item once, with the count most sources give; a broader name is left out beside the narrower one."""
    votes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for member in members:
        for row in member.report.slot("items") or ():
            votes[row["item"]][json.dumps([row.get("count"), row.get("qualifier")])].add(sources.of(member))
    known = members[0].known
    broader = {b for item in votes for b in known.broader(item)[1:]}
    rows = []
    for item in sorted(votes.keys() - broader):
        ranked = sorted(votes[item], key=lambda v: (json.loads(v)[0] is None, -len(votes[item][v]), v))
        count, qualifier = json.loads(ranked[0])
        rows.append({"item": item, "count": count, "qualifier": qualifier})
    return rows
