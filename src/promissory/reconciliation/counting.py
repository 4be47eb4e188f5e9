"""Aggregates: "signed agreements with nine countries" held against the agreements known by then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from promissory.model import Entry, Finding
from promissory.reconciliation.calendar_windows import Window, width
from promissory.reconciliation.comparing import instruments_of
from promissory.reconciliation.knowing import NAMELESS
from promissory.reconciliation.portraying import Portrait

CONCLUDED = frozenset({"signed", "in_force"})

Told = tuple[Entry, Sequence[Portrait]]


@dataclass(frozen=True)
class Count:
    """What checking one aggregate gave: the entries it counts, and why it does or does not agree."""

    entry: Entry
    counted: tuple[str, ...]
    corroboration: str | None
    finding: Finding | None


def check_counts(entries: Sequence[Told]) -> list[Count]:
    """Each aggregate agreement entry against the single ones."""
    singles = [told for told in entries if told[0].kind == "agreement" and (told[0].slots.get("count") or 1) == 1]
    aggregates = [told for told in entries if told[0].kind == "agreement" and (told[0].slots.get("count") or 1) > 1]
    return [count for told in aggregates if (count := _check(told, singles)) is not None]


def _check(aggregate: Told, singles: Sequence[Told]) -> Count | None:
    entry, members = aggregate
    by = min((p.moment for p in members if p.moment and p.status in CONCLUDED), key=lambda then: (width(then), then), default=None)
    hub = _hub(members, singles)
    if by is None or hub is None:
        return None
    sorts = frozenset().union(*(instruments_of(p) for p in members))
    known, open_ = {}, {}
    for single, claims in singles:
        if (partner := _partner(claims, hub)) and _is_of_sort(claims, sorts):
            if _is_concluded(claims, by):
                known[partner] = single.id
            elif _may_be_concluded(claims, by):
                open_[partner] = single.id
    named = frozenset().union(*(p.roles.get("party", frozenset()) for p in members)) - {hub} - members[0].known.collective
    return _judge(entry, int(entry.slots["count"]), known, open_, named)


def _judge(entry: Entry, said: int, known: dict[str, str], open_: dict[str, str], named: frozenset[str]) -> Count:
    """Those that may have been concluded by then count where the claim names them or where just they make up the count."""
    fits = len(known.keys() | open_.keys()) == said
    filling = {partner: ident for partner, ident in open_.items() if fits or partner in named}
    counted = known | filling
    ids = tuple(counted[partner] for partner in sorted(counted))
    missing = sorted(named - counted.keys())
    surplus = sorted(counted.keys() - named) if len(named) >= said else []
    if len(counted) == said and not missing and not surplus:
        return Count(entry, ids, f"the {said} it speaks of are known one by one", None)
    message = f"speaks of {said}; known by then: {len(counted)}"
    if missing:
        message += f"; missing: {', '.join(missing)}"
    elif len(counted) < said:
        message += f"; missing: {said - len(counted)} that no claim names"
    if surplus or len(counted) > said:
        message += f"; surplus: {', '.join(surplus) or f'{len(counted) - said} of them'}"
    if counted:
        message += f"; these are {', '.join(sorted(counted))}"
    severity = "warn" if missing or len(counted) > said else "info"
    return Count(
        entry, ids, None, Finding(kind="count_mismatch", message=message, about=(entry.id, *entry.claims, *ids), severity=severity)
    )


def _hub(members: Sequence[Portrait], singles: Sequence[Told]) -> str | None:
    """The party that all the counted agreements share: of the aggregate's parties the one in most single agreements."""
    parties = frozenset.intersection(*(p.roles.get("party", frozenset()) for p in members))
    seen = Counter(party for _, claims in singles for party in claims[0].roles.get("party", ()) if party in parties)
    return min(parties, key=lambda party: (-seen[party], party)) if parties else None


def _partner(claims: Sequence[Portrait], hub: str) -> str | None:
    """Who signed with the hub; None for agreements of more than two and with partners whom nobody names."""
    parties = claims[0].roles.get("party", frozenset())
    return next(iter(parties - {hub})) if hub in parties and len(parties) == 2 and NAMELESS not in parties else None


def _is_of_sort(claims: Sequence[Portrait], sorts: frozenset[str]) -> bool:
    """Whether some claim leaves open what sort it is, or names one that is counted."""
    told = [instruments_of(p) for p in claims]
    return not sorts or any(not own or own & sorts for own in told)


def _is_concluded(claims: Sequence[Portrait], by: Window) -> bool:
    """Whether it was signed by then, by the day of signature or else of the report; of a vague "then" the first day counts."""
    last = by[0] if by[0] == by[1] else by[0] - 1
    return any(p.status in CONCLUDED and p.moment and p.moment[1] <= last for p in claims)


def _may_be_concluded(claims: Sequence[Portrait], by: Window) -> bool:
    """Whether it was signed on a day that no claim tells, or within a vague "then"."""
    concluded = [p for p in claims if p.status in CONCLUDED]
    undated = bool(concluded) and all(p.when is None for p in concluded)
    return undated or any(p.moment and p.moment[0] <= by[1] for p in concluded)
