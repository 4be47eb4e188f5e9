"""Aggregates: "signed agreements with nine countries" held against the agreements known by then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from promissory.model import Entry, Finding
from promissory.reconciliation.comparing import instruments_of
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
    by = max((p.moment[1] for p in members if p.moment and p.status in CONCLUDED), default=None)
    hub = _hub(members, singles)
    if by is None or hub is None:
        return None
    sorts = frozenset().union(*(instruments_of(p) for p in members))
    counted = {partner: e.id for e, claims in singles if _known(claims, by, sorts) and (partner := _partner(claims, hub))}
    named = frozenset().union(*(p.roles.get("party", frozenset()) for p in members)) - {hub} - members[0].known.collective
    return _judge(entry, int(entry.slots["count"]), counted, named)


def _judge(entry: Entry, said: int, counted: dict[str, str], named: frozenset[str]) -> Count:
    ids = tuple(counted[partner] for partner in sorted(counted))
    missing = sorted(named - counted.keys())
    surplus = sorted(counted.keys() - named) if len(named) >= said else []
    if len(counted) == said and not missing and not surplus:
        return Count(entry, ids, f"the {said} it speaks of are known one by one", None)
    message = f"speaks of {said}; known by then: {len(counted)} ({', '.join(sorted(counted)) or 'none'})"
    if missing:
        message += f"; missing: {', '.join(missing)}"
    elif len(counted) < said:
        message += f"; missing: {said - len(counted)} that no claim names"
    if surplus or len(counted) > said:
        message += f"; surplus: {', '.join(surplus) or f'{len(counted) - said} of them'}"
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
    parties = claims[0].roles.get("party", frozenset())
    return next(iter(parties - {hub})) if hub in parties and len(parties) == 2 else None


def _known(claims: Sequence[Portrait], by: int, sorts: frozenset[str]) -> bool:
    """Whether an agreement of such a sort was concluded by that day, by the day of signature or else of the report."""
    own = frozenset().union(*(instruments_of(p) for p in claims))
    concluded = any(p.status in CONCLUDED and p.moment and p.moment[0] <= by for p in claims)
    return concluded and (not own or not sorts or bool(own & sorts))
