"""Entries as rulings make them: two told as one, one without some of its claims, one with other slots."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from promissory.ledger.trimming import FIXED, Visible, narrow, status_of

Record = dict[str, Any]


def merge_entries(first: Mapping[str, Any], second: Mapping[str, Any]) -> Record:
    """Both as one under the first's id: every claim and step of both, the first's values where both have one.

    How many of their sources are independent of one another is not known here, so the larger number of the two stands.
    """
    history = _join_steps(first["history"], second["history"])
    merged = dict(first) | {slot: _join(first[slot], second.get(slot)) for slot in first if slot not in FIXED}
    roles = dict.fromkeys((*first["parties"], *second["parties"]))
    parties = {role: _join(first["parties"].get(role, []), second["parties"].get(role, [])) for role in roles}
    joined = {key: _join(first[key], second[key]) for key in ("claims", "findings", "links", "grade_reasons")}
    links = [link for link in joined["links"] if link["entry"] not in (first["id"], second["id"])]
    sources = max(first["independent_sources"], second["independent_sources"])
    merged |= joined | {"parties": parties, "links": links, "history": history, "independent_sources": sources}
    return merged | {"status": status_of(str(first["kind"]), history)}


def take_out(entry: Mapping[str, Any], key: str, claims: Sequence[Visible]) -> Record | None:
    """A new entry of some of an entry's claims; None if none of them are in it."""
    part = narrow(entry, claims, "split off in review")
    return part | {"id": key, "links": []} if part else None


def keep_only(entry: Mapping[str, Any], claims: Sequence[Visible], because: str) -> Record | None:
    """An entry as only these of its claims give it; None if none are left."""
    return narrow(entry, claims, because)


def edit_entry(entry: Mapping[str, Any], change: Mapping[str, Any]) -> Record:
    """An entry with other values; a slot that is a role is set among the parties, and null or nothing empties it."""
    edited, parties = dict(entry), dict(entry["parties"])
    for slot, value in change.items():
        if slot in edited and slot != "parties":
            edited[slot] = value
        else:
            parties[slot] = value
    return edited | {"parties": {role: ids for role, ids in parties.items() if ids}}


def edit_for_claim(
    entry: Mapping[str, Any], claim: Mapping[str, Any], change: Mapping[str, Any], others: Collection[Mapping[str, Any]]
) -> Record:
    """What of an edit of one claim shows in its entry: the values that come from that claim and from no other."""

    def rests_on_it(slot: str) -> bool:
        read = _value(claim, slot)
        return _value(entry, slot) == read and not any(_value(other, slot) == read for other in others)

    return {slot: value for slot, value in change.items() if not others or rests_on_it(slot)}


def _value(record: Mapping[str, Any], slot: str) -> Any:
    return record[slot] if slot in record else record["parties"].get(slot, [])


def _join(one: Any, other: Any) -> Any:
    """Members of both lists, each once; of single values the first that is known."""
    if not isinstance(one, list):
        return other if one is None else one
    held = {row["item"] for row in one if isinstance(row, dict) and "item" in row}
    return one + [new for new in other or () if new not in one and not (isinstance(new, dict) and new.get("item") in held)]


def _join_steps(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> list[Record]:
    steps = [dict(step) for step in one]
    for new in other:
        same = next((step for step in steps if (step["status"], step["on"]) == (new["status"], new["on"])), None)
        if same is None:
            steps.append(dict(new))
        else:
            reported = min((day for day in (same["reported"], new["reported"]) if day), default=None)
            same.update(reported=reported, claims=sorted({*same["claims"], *new["claims"]}))
    return sorted(steps, key=lambda s: (s["on"] or s["reported"] or "9999", s["reported"] or "9999", s["status"], s["claims"]))
