"""Groups of claims that hold together as wholes: no chains, and nothing joined that could as well go elsewhere."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from promissory.reconciliation.chaining import Components
from promissory.reconciliation.comparing import ENOUGH, compare
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.weighing import VETO

#: How far a second candidate that contradicts the first must stay behind for the first to be clear.
CLEAR = 0.3
#: Two groups join if the pairs across them reach this share of ENOUGH on average; a single pair must reach all of it.
TOGETHER = 0.85
#: If a pair across them fits worse than the one share of ENOUGH, the average pair must reach the other.
LEAST, OUTWEIGHED = 0.4, 0.95
#: What is added for one, two, three and more things that two documents have in common.
COMPANY = (0.4, 0.8, 1.1, 1.4)
#: Only pairs that reach this share of ENOUGH by themselves are helped, and only if they lead by this much.
HOPE, MARGIN = 0.45, 0.4
#: How many members of differing look speak for a large group.
FACES = 16


Pair = tuple[Portrait, Portrait]
Scored = tuple[float, Portrait, Portrait]
Key = tuple[str, str]
NOTHING: Mapping[Key, float] = {}


@dataclass
class Group:
    """Claims taken to be about one thing; `faces` are the members that stand for it in comparing."""

    members: list[Portrait]
    faces: list[Portrait] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.faces = self.faces or list(self.members)


class Affinity:
    """Scores of the pairs of one component, kept once computed; `raised` holds what the company that claims keep adds to a pair."""

    def __init__(self, raised: Mapping[Key, float]) -> None:
        self.known: dict[Key, float] = {}
        self.raised = raised

    def of(self, a: Portrait, b: Portrait) -> float:
        key = _key(a, b)
        if key not in self.known:
            self.known[key] = compare(a, b) + self.raised.get(key, 0.0)
        return self.known[key]


@dataclass(frozen=True)
class Held:
    """The pairs that are worth a second look, as numbers: of all portraits there are several of them a claim."""

    portraits: Sequence[Portrait]
    scores: array[float]
    firsts: array[int]
    seconds: array[int]

    def of(self, numbers: Iterable[int], raised: Mapping[Key, float] = NOTHING) -> list[Scored]:
        """Some of the pairs, with their scores."""
        told = ((self.scores[n], self.portraits[self.firsts[n]], self.portraits[self.seconds[n]]) for n in numbers)
        return [(score + raised.get(_key(a, b), 0.0), a, b) for score, a, b in told]

    def by_documents(self) -> Iterator[list[Scored]]:
        """The pairs of each two documents that have any."""
        place: dict[str, int] = {}
        docs = array("L", (place.setdefault(portrait.doc, len(place)) for portrait in self.portraits))
        ends = ((docs[first], docs[second]) for first, second in zip(self.firsts, self.seconds, strict=True))
        keys = array("Q", (min(one, other) * len(place) + max(one, other) if one != other else 0 for one, other in ends))
        line = sorted((n for n in range(len(keys)) if keys[n]), key=keys.__getitem__)
        return (self.of(numbers) for _, numbers in groupby(line, key=keys.__getitem__))


def _hold(portraits: Sequence[Portrait], pairs: Iterable[Pair]) -> Held:
    """The pairs with hope; the others are forgotten."""
    held = Held(portraits, array("d"), array("L"), array("L"))
    place = {portrait.id: n for n, portrait in enumerate(portraits)}
    for a, b in pairs:
        score = compare(a, b)
        if score >= HOPE * ENOUGH[a.kind]:
            held.scores.append(score)
            held.firsts.append(place[a.id])
            held.seconds.append(place[b.id])
    return held


def _key(a: Portrait, b: Portrait) -> Key:
    return (a.id, b.id) if a.id < b.id else (b.id, a.id)


def cluster(portraits: Sequence[Portrait], pairs: Iterable[Pair]) -> list[list[Portrait]]:
    """Groups of the portraits, each sorted by claim id; every portrait is in exactly one. Order of the input is without effect.

    It runs twice: what is certain shows which documents tell of the same things, and between those less is needed.
    """
    held = _hold(portraits, pairs)
    certain = _group(held, NOTHING)
    raised = weigh_company(held, certain)
    groups = _group(held, raised) if raised else certain
    return sorted((sorted(g, key=lambda p: p.id) for g in groups), key=lambda members: members[0].id)


def _group(held: Held, raised: Mapping[Key, float]) -> list[list[Portrait]]:
    """The groups, component by component: claims that no chain of links joins have no say in one another's groups."""
    joined = Components(len(held.portraits))
    for score, first, second in zip(held.scores, held.firsts, held.seconds, strict=True):
        a, b = held.portraits[first], held.portraits[second]
        if score + raised.get(_key(a, b), 0.0) >= ENOUGH[a.kind] - CLEAR:
            joined.join(first, second)
    linked: dict[int, list[int]] = defaultdict(list)
    for n, (first, second) in enumerate(zip(held.firsts, held.seconds, strict=True)):
        if (home := joined.home(first)) == joined.home(second):
            linked[home].append(n)
    alone = [[portrait] for n, portrait in enumerate(held.portraits) if joined.home(n) not in linked]
    return alone + [group for numbers in linked.values() for group in _agglomerate(held.of(numbers, raised), raised)]


def _agglomerate(scored: Sequence[Scored], raised: Mapping[Key, float]) -> list[list[Portrait]]:
    """The groups of one component, the best pairs joined first."""
    affinity = Affinity(raised)
    affinity.known = {_key(a, b): score for score, a, b in scored}
    links = [link for link in scored if link[0] >= ENOUGH[link[1].kind] - CLEAR]
    links.sort(key=lambda link: (-link[0], _key(link[1], link[2])))
    rivals = _rivals(links)
    group = {p.id: Group([p]) for _, a, b in links for p in (a, b)}
    for score, a, b in links:
        left, right = group[a.id], group[b.id]
        if score >= ENOUGH[a.kind] and left is not right and _holds(left, right, affinity) and not _torn(a, b, score, rivals, affinity):
            _join(left, right, group)
    return [g.members for g in {id(g): g for g in group.values()}.values()]


def weigh_company(held: Held, groups: Iterable[Sequence[Portrait]]) -> dict[Key, float]:
    """What to add to pairs of two documents that tell of the same things, if each claim is the other's clear best there."""
    told: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for member in group if len(group) > 1 else ():
            told[member.doc].add(n)
    raised: dict[Key, float] = {}
    for pairs in held.by_documents():
        one, other = (told.get(p.doc, set()) for p in pairs[0][1:])
        if shared := len(one & other):
            raised.update((_key(a, b), COMPANY[min(shared, len(COMPANY)) - 1]) for a, b in _mutual_best(pairs))
    return raised


def _mutual_best(scored: Sequence[Scored]) -> Iterable[Pair]:
    """Of the pairs of two documents those in which each claim fits the other better than any other claim of that document."""
    best: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for score, a, b in scored:
        best[a.id, b.doc].append((score, b.id))
        best[b.id, a.doc].append((score, a.id))
    return ((a, b) for score, a, b in scored if _is_best(best[a.id, b.doc], b.id, score) and _is_best(best[b.id, a.doc], a.id, score))


def _is_best(fits: Iterable[tuple[float, str]], ident: str, score: float) -> bool:
    return all(other == ident or rival <= score - MARGIN for rival, other in fits)


def _holds(left: Group, right: Group, affinity: Affinity) -> bool:
    """Whether every pair across two groups fits somehow and the average pair fits; a misfit must be outweighed, none be a veto."""
    total, enough, share = 0.0, ENOUGH[left.faces[0].kind], TOGETHER
    for a in left.faces:
        for b in right.faces:
            score = affinity.of(a, b)
            if score == VETO:
                return False
            if score < LEAST * enough:
                share = OUTWEIGHED
            total += min(score, 2 * enough)
    return total >= share * enough * len(left.faces) * len(right.faces)


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
