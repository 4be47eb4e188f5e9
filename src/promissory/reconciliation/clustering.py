"""Groups of claims that hold together as wholes: no chains, and nothing joined that could as well go elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from promissory.reconciliation.comparing import ENOUGH, compare
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.weighing import VETO

#: How far a second candidate that contradicts the first must stay behind for the first to be clear.
CLEAR = 0.3
#: Two groups join if the pairs across them fit this well on average; a single pair must reach ENOUGH.
TOGETHER = 3.4
#: No pair across them may fit worse than this.
LEAST = 1.0
#: How many members of differing look speak for a large group.
FACES = 16


@dataclass
class Group:
    """Claims taken to be about one thing; `faces` are the members that stand for it in comparing."""

    members: list[Portrait]
    faces: list[Portrait] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.faces = self.faces or list(self.members)


class Affinity:
    """Scores of pairs, each computed once."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], float] = {}

    def of(self, a: Portrait, b: Portrait) -> float:
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in self.known:
            self.known[key] = compare(a, b)
        return self.known[key]


def cluster(portraits: Sequence[Portrait], pairs: Iterable[tuple[Portrait, Portrait]]) -> list[list[Portrait]]:
    """Groups of the portraits, each sorted by claim id; every portrait is in exactly one. Order of the input is without effect."""
    affinity = Affinity()
    links = [(score, a, b) for a, b in pairs if (score := affinity.of(a, b)) >= ENOUGH - CLEAR]
    links.sort(key=lambda link: (-link[0], link[1].id, link[2].id))
    rivals = _rivals(links)
    group = {p.id: Group([p]) for p in portraits}
    for score, a, b in links:
        left, right = group[a.id], group[b.id]
        if score >= ENOUGH and left is not right and _holds(left, right, affinity) and not _torn(a, b, score, rivals, affinity):
            _join(left, right, group)
    whole = {id(g): g for g in group.values()}
    return sorted((sorted(g.members, key=lambda p: p.id) for g in whole.values()), key=lambda members: members[0].id)


def _holds(left: Group, right: Group, affinity: Affinity) -> bool:
    """Whether every pair across two groups fits somehow and the average pair fits."""
    total = 0.0
    for a in left.faces:
        for b in right.faces:
            score = affinity.of(a, b)
            if score < LEAST:
                return False
            total += min(score, 2 * ENOUGH)
    return total >= TOGETHER * len(left.faces) * len(right.faces)


def _rivals(links: Iterable[tuple[float, Portrait, Portrait]]) -> Mapping[str, list[tuple[float, Portrait]]]:
    rivals: dict[str, list[tuple[float, Portrait]]] = defaultdict(list)
    for score, a, b in links:
        rivals[a.id].append((score, b))
        rivals[b.id].append((score, a))
    return rivals


def _torn(a: Portrait, b: Portrait, score: float, rivals: Mapping[str, list[tuple[float, Portrait]]], affinity: Affinity) -> bool:
    """Whether one of the two fits about as well with a third that contradicts the other: then it is left apart."""
    for one, chosen in ((a, b), (b, a)):
        for other_score, other in rivals[one.id]:
            if other_score < score - CLEAR:
                break
            if other is not chosen and affinity.of(other, chosen) == VETO:
                return True
    return False


def _join(left: Group, right: Group, group: dict[str, Group]) -> None:
    joined = Group(left.members + right.members, _choose_faces(left.faces + right.faces))
    for member in joined.members:
        group[member.id] = joined


def _choose_faces(members: list[Portrait]) -> list[Portrait]:
    """All of a small group; of a large one, those of differing look first, in the order of their ids."""
    if len(members) <= FACES:
        return members
    line = sorted(members, key=lambda p: p.id)
    first = {p.face: p for p in reversed(line)}
    chosen = sorted(first.values(), key=lambda p: p.id)[:FACES]
    return chosen + [p for p in line if p not in chosen][: FACES - len(chosen)]
