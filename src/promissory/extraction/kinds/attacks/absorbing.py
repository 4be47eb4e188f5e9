"""Drafts of attacks in one sentence that are one attack."""

from __future__ import annotations

from promissory.extraction.scene import Draft


def keep(kept: list[Draft], draft: Draft | None) -> None:
    """Add a draft to those of its sentence, unless it is part of one of them."""
    if draft and not any(_absorb(known, draft) for known in kept):
        kept.append(draft)


def _absorb(known: Draft, draft: Draft) -> bool:
    """Whether a draft of the same sentence is part of one read before, which it then completes."""
    if any(
        known.parties.get(r, []) != draft.parties.get(r, []) and known.parties.get(r) and draft.parties.get(r) for r in ("actor", "target")
    ):
        return False
    if any(known.slots[s] != draft.slots[s] for s in ("date", "place") if s in known.slots and s in draft.slots):
        return False
    if known.features.get("apart") != draft.features.get("apart"):
        return False  # "it came a day after missiles hit a depot"
    if known.clause != draft.clause and "place" in {*known.slots, *draft.slots} and _are_armed_apart(known, draft):
        return False  # "fired missiles at the capital, and a man was killed by a drone in Izmail"
    if known.status != draft.status and "threatened" in (known.status, draft.status):
        return False
    for role in ("actor", "target"):
        known.add(role, draft.parties.get(role, []))
    known.parties = {role: ids for role, ids in known.parties.items() if ids}
    for slot in ("means", "hit"):
        joined = tuple(dict.fromkeys((*known.slots.get(slot, ()), *draft.slots.get(slot, ()))))
        if joined:
            known.slots[slot] = joined
    known.slots = {**draft.slots, **known.slots}
    known.grounds = {**draft.grounds, **known.grounds}
    return True


def _are_armed_apart(known: Draft, draft: Draft) -> bool:
    """Whether both are told with weapons, none of which the other names."""
    here, there = set(known.slots.get("means", ())), set(draft.slots.get("means", ()))
    return bool(here and there) and here.isdisjoint(there)
