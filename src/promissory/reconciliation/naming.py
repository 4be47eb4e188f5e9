"""Ids of entries: from the founding claim, kept as long as most of an entry's old claims stay together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from promissory.model.ids import content_id
from promissory.reconciliation.portraying import Portrait


def name_groups(groups: Sequence[Sequence[Portrait]], previous: Mapping[str, str]) -> list[str]:
    """An id for each group, in their order. `previous` maps claim ids to the entry ids of an earlier run.

    An old id goes to the group that holds most of its claims; of equals, to the one with the founding claim. A group without
    an old id is named by its own founding claim: the earliest reported, the smallest id of those.
    """
    kept = _keep(groups, previous)
    taken = set(kept.values()) | set(previous.values())
    names: dict[int, str] = dict(kept)
    for n in sorted((n for n in range(len(groups)) if n not in kept), key=lambda n: _founder(groups[n])):
        names[n] = _fresh(_founder(groups[n])[1], taken)
        taken.add(names[n])
    return [names[n] for n in range(len(groups))]


def _keep(groups: Sequence[Sequence[Portrait]], previous: Mapping[str, str]) -> dict[int, str]:
    if not previous:
        return {}
    wishes = []
    for n, group in enumerate(groups):
        founder = _founder(group)
        wishes += [(-votes, founder, old, n) for old, votes in Counter(_old(group, previous)).items()]
    kept: dict[int, str] = {}
    given: set[str] = set()
    for _, _, old, n in sorted(wishes):
        if n not in kept and old not in given:
            kept[n] = old
            given.add(old)
    return kept


def _old(group: Iterable[Portrait], previous: Mapping[str, str]) -> list[str]:
    return [previous[p.id] for p in group if p.id in previous]


def _founder(group: Iterable[Portrait]) -> tuple[str, str]:
    return min(p.report.order for p in group)


def _fresh(founder: str, taken: set[str]) -> str:
    """The id by the founding claim; after a split that id may be another's, then the next one."""
    n = 0
    while (name := content_id("e", [founder, n] if n else [founder])) in taken:
        n += 1
    return name
