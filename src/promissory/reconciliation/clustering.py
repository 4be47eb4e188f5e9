"""Groups of claims that hold together as wholes: no chains, and nothing joined that could as well go elsewhere."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from promissory.reconciliation.chaining import Numbers, bounded, cut, gathered_by
from promissory.reconciliation.comparing import compare
from promissory.reconciliation.gallery import Gallery
from promissory.reconciliation.weighing import VETO

#: How far a second candidate that contradicts the first must stay behind for the first to be clear.
CLEAR = 0.3
#: Two groups join if the pairs across them reach this share of ENOUGH on average; a single pair must reach all of it.
TOGETHER = 0.85
#: If a pair across them fits worse than the one share of ENOUGH, the average pair must reach the other.
LEAST, OUTWEIGHED = 0.4, 0.95
#: Only pairs that reach this share of ENOUGH are looked at again.
HOPE = 0.45
#: How many members of differing look speak for a large group.
FACES = 16
#: A component of more claims is cut: only pairs that are better than enough by STEP keep it together, or by two steps, up to STEPS.
CROWD, STEP, STEPS = 512, 0.5, 4
#: Up to so many pairs of a component are held where they are found at once.
FEW = 1 << 16
#: Of how many pairs something is worked out at once.
PART = 1 << 20
#: How many computed scores of a large component are kept.
MOST = 1 << 20

Weights = NDArray[np.float64]
Ends = NDArray[np.uint32]
#: Two claims as one number → their score.
Measured = dict[int, float]


#: What is added for none, one, two, three and more things that two documents have in common.
COMPANY = (0.0, 0.4, 0.8, 1.1, 1.4)


class Held:
    """The pairs of claims that are worth a second look, as numbers: there are about ten of them a claim.

    `shared` tells for how many things that their documents have in common COMPANY is added to the score.
    """

    def __init__(self) -> None:
        self.scores, self.shared = array("d"), array("B")
        self.firsts, self.seconds = array("I"), array("I")

    def __len__(self) -> int:
        return len(self.scores)

    def add(self, first: int, second: int, score: float, shared: int = 0) -> None:
        self.firsts.append(first)
        self.seconds.append(second)
        self.scores.append(score)
        self.shared.append(shared)

    def drop(self, pair: int) -> None:
        """Hold a pair no longer; the others keep their places."""
        self.scores[pair] = VETO

    def weight(self, pair: int, company: bool) -> float:
        """The score, with what company adds to it or without; VETO if the pair was dropped."""
        return self.scores[pair] + COMPANY[self.shared[pair]] if company else self.scores[pair]

    def strength(self, pair: int, gallery: Gallery, company: bool, was: tuple[float, int] | None = None) -> float:
        """By how many steps a pair is better than enough for its claims to be one thing, below zero if it is not enough; or how it was."""
        score, shared = was or (self.scores[pair], self.shared[pair])
        return (score + COMPANY[shared if company else 0] - gallery.enough(self.firsts[pair])) // STEP

    def rivals(self, pair: int, gallery: Gallery, company: bool) -> bool:
        """Whether a pair is nearly enough, so that its claims may be kept from joining others."""
        return self.weight(pair, company) >= gallery.enough(self.firsts[pair]) - CLEAR

    def has_a_say(self, pair: int, gallery: Gallery) -> bool:
        """Whether a pair joins claims, is nearly enough for that, or is helped by company: any other weighs the same when not held."""
        return self.shared[pair] > 0 or self.rivals(pair, gallery, company=True)

    def ends(self) -> tuple[Ends, Ends]:
        """Both claims of each pair, as they are now: no pair can be added while this is held."""
        return np.frombuffer(self.firsts, np.uint32), np.frombuffer(self.seconds, np.uint32)

    def weights(self, company: bool) -> Weights:
        """The score of each pair, with what company adds to it or without; VETO if the pair was dropped."""
        scores = np.frombuffer(self.scores)
        if company:
            scores, shared, added = scores.copy(), np.frombuffer(self.shared, np.uint8), np.array(COMPANY)
            for part in _parts(len(scores)):
                scores[part] += added[shared[part]]
        return scores

    def strengths(self, gallery: Gallery, weights: Weights) -> NDArray[np.int8]:
        """By how many steps each pair is better than enough, STEPS at most; below zero if it is not enough."""
        (firsts, _), enough, strengths = self.ends(), gallery.enough_of_all(), np.empty(len(weights), np.int8)
        for part in _parts(len(weights)):
            over = np.maximum(weights[part] - enough[firsts[part]], -STEP)  # a VETO has no steps
            strengths[part] = np.minimum(over // STEP, STEPS)
        return strengths


def _parts(number: int) -> Iterator[slice]:
    """The places of very many numbers, some at a time: what is worked out of them on the way takes no memory to speak of."""
    return (slice(begin, begin + PART) for begin in range(0, number, PART))


def meet(gallery: Gallery, claim: int, later: Iterable[int]) -> Iterator[tuple[int, float]]:
    """Those of later claims in which there is hope for a claim, with their scores."""
    portrait, hope = gallery.portrait(claim), HOPE * gallery.enough(claim)
    for other in later:
        if (score := compare(portrait, gallery.portrait(other))) >= hope:
            yield other, score


def measure(gallery: Gallery, one: int, other: int) -> float:
    """The score of two claims: the earlier is held against the later, so that it is the same to the last bit at every time."""
    early, late = (one, other) if gallery.place(one) < gallery.place(other) else (other, one)
    return compare(gallery.portrait(early), gallery.portrait(late))


def homes_of_all(gallery: Gallery, held: Held, company: bool) -> Numbers:
    """The component of each claim: those that chains of joining pairs connect, and if these are a crowd, chains of better ones."""
    strengths, (firsts, seconds) = held.strengths(gallery, held.weights(company)), held.ends()
    joining = np.flatnonzero(strengths >= 0)
    return bounded(len(gallery), firsts[joining], seconds[joining], strengths[joining], CROWD, STEPS)


def homes_of(components: Iterable[list[int]], number: int) -> Numbers:
    """The component of each of a number of claims, of which some are in components that are known."""
    homes = np.arange(number, dtype=np.uint32)
    for component in components:
        homes[component] = component[0]
    return homes


def group(
    gallery: Gallery, held: Held, homes: Numbers, claims: Collection[int], company: bool, measured: Measured | None = None
) -> Iterator[list[int]]:
    """Groups of the claims, each sorted by claim id; every claim is in exactly one. Order of the pairs is without effect.

    It is done component by component (`homes` tells of which each claim is): claims of different ones have no say in one another's
    groups, but for the rivals of each claim, which may be of any. The claims are those of whole components. Scores of pairs that are not
    held are put into `measured`, and taken from there.
    """
    alone = bytearray(len(gallery))
    for claim in claims:
        alone[claim] = 1
    weights = held.weights(company)
    rivals = Rivals(gallery, held, weights)
    for joining, pairs in _components(gallery, held, homes, weights):
        affinity = Affinity(gallery, held, weights, pairs, {} if measured is None else measured)
        for members in _agglomerate(gallery, held, weights, joining, affinity, rivals):
            for member in members:
                alone[member] = 0
            yield sorted(members, key=gallery.ids.__getitem__)
    yield from ([claim] for claim in claims if alone[claim])


def _components(gallery: Gallery, held: Held, homes: Numbers, weights: Weights) -> Iterator[tuple[Numbers, Numbers]]:
    """Of each component the pairs that join, the best first, and all its pairs."""
    firsts, seconds = held.ends()
    inner = np.flatnonzero((homes[firsts] == homes[seconds]) & (weights != VETO)).astype(np.uint32)
    joining = inner[held.strengths(gallery, weights)[inner] >= 0]
    best = joining[np.lexsort((*_by_ids(gallery, firsts[joining], seconds[joining]), -weights[joining], homes[firsts[joining]]))]
    joined = np.zeros(len(gallery), bool)
    joined[homes[firsts[best]]] = True
    inner = inner[joined[homes[firsts[inner]]]]
    yield from zip(cut(best, homes[firsts[best]]), gathered_by(inner, homes[firsts[inner]]), strict=True)


def _by_ids(gallery: Gallery, firsts: Ends, seconds: Ends) -> tuple[Ends, Ends]:
    """What pairs of one score are sorted by: the later of both ids after the earlier."""
    ranks = gallery.ranks()
    return np.maximum(ranks[firsts], ranks[seconds]), np.minimum(ranks[firsts], ranks[seconds])


class Rivals:
    """Which others each claim may be one thing with, the likeliest first."""

    def __init__(self, gallery: Gallery, held: Held, weights: Weights) -> None:
        firsts, seconds = held.ends()
        near = np.flatnonzero(weights >= gallery.enough_of_all()[firsts] - CLEAR)
        near = near[np.argsort(-weights[near], kind="stable")].astype(np.uint32)
        both = np.column_stack((firsts[near], seconds[near])).ravel()
        order = np.argsort(both, kind="stable").astype(np.uint32)  # of one claim the likeliest stay first
        self._ends = np.searchsorted(both, np.arange(len(gallery) + 1), sorter=order)
        self._others, self._pairs, self._weights = both[order ^ 1], near[order >> 1], weights

    def of(self, claim: int, least: float) -> list[int]:
        """Those that weigh at least so much."""
        mine = slice(self._ends[claim], self._ends[claim + 1])
        number = int(np.searchsorted(-self._weights[self._pairs[mine]], -least, "right"))
        found: list[int] = self._others[mine][:number].tolist()
        return found


@dataclass(slots=True)
class Group:
    """Claims taken to be about one thing; `faces` are the members that stand for it in comparing."""

    members: list[int]
    faces: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.faces = self.faces or list(self.members)


class Affinity:
    """Scores of the pairs of one component, kept once computed. Those held of a large one are in two lines of numbers: there may be
    millions."""

    def __init__(self, gallery: Gallery, held: Held, weights: Weights, pairs: Numbers, measured: Measured) -> None:
        self.gallery, (firsts, seconds) = gallery, held.ends()
        keys = np.minimum(firsts[pairs], seconds[pairs]).astype(np.uint64)
        keys <<= np.uint64(32)
        keys |= np.maximum(firsts[pairs], seconds[pairs])
        self._keys, self._weights = array("Q"), array("d")
        self._known, self._measured = dict[int, float](), measured
        if len(pairs) <= FEW:
            self._known.update(zip(keys.tolist(), weights[pairs].tolist(), strict=True))
            return
        order = np.argsort(keys)
        self._keys.frombytes(keys[order].data.cast("B"))
        self._weights.frombytes(weights[pairs[order]].data.cast("B"))

    def of(self, a: int, b: int) -> float:
        key = a << 32 | b if a < b else b << 32 | a
        found = self._known.get(key)
        if found is None:
            found = self._held(key) if self._keys else None
        if found is None:
            found = self._measured.get(key)
        return self._measure(a, b, key) if found is None else found

    def _held(self, key: int) -> float | None:
        at = bisect_left(self._keys, key)
        return self._weights[at] if at < len(self._keys) and self._keys[at] == key else None

    def _measure(self, a: int, b: int, key: int) -> float:
        if len(self._measured) >= MOST:
            self._measured.clear()  # no more than some are asked for again
        self._measured[key] = measured = measure(self.gallery, a, b)
        return measured


def _agglomerate(gallery: Gallery, held: Held, weights: Weights, joining: Numbers, affinity: Affinity, rivals: Rivals) -> list[list[int]]:
    """The groups of one component, the best pairs joined first."""
    firsts, seconds = held.ends()
    groups: dict[int, Group] = {}
    for pair in joining:
        a, b, score = int(firsts[pair]), int(seconds[pair]), float(weights[pair])
        left, right = (groups.get(claim) or groups.setdefault(claim, Group([claim])) for claim in (a, b))
        if left is not right and _holds(left, right, affinity) and not _torn(a, b, score, rivals, affinity):
            _join(left, right, groups, gallery)
    return [g.members for g in {id(g): g for g in groups.values()}.values()]


def _holds(left: Group, right: Group, affinity: Affinity) -> bool:
    """Whether every pair across two groups fits somehow and the average pair fits; a misfit must be outweighed, none be a veto."""
    total, enough, share = 0.0, affinity.gallery.enough(left.faces[0]), TOGETHER
    needed, most = TOGETHER * enough * len(left.faces) * len(right.faces), 2 * enough * len(right.faces)
    for at, a in enumerate(left.faces):
        if total + most * (len(left.faces) - at) < needed:
            return False  # whatever the others may give
        for b in right.faces:
            score = affinity.of(a, b)
            if score == VETO:
                return False
            if score < LEAST * enough:
                share = OUTWEIGHED
            total += min(score, 2 * enough)
    return total >= share * enough * len(left.faces) * len(right.faces)


def _torn(a: int, b: int, score: float, rivals: Rivals, affinity: Affinity) -> bool:
    """Whether one of the two fits about as well with a third that contradicts the other: then it is left apart."""
    for one, chosen in ((a, b), (b, a)):
        if any(other != chosen and affinity.of(other, chosen) == VETO for other in rivals.of(one, score - CLEAR)):
            return True
    return False


def _join(left: Group, right: Group, groups: dict[int, Group], gallery: Gallery) -> None:
    joined = Group(left.members + right.members, _choose_faces(left.faces + right.faces, gallery))
    for member in joined.members:
        groups[member] = joined


def _choose_faces(members: list[int], gallery: Gallery) -> list[int]:
    """All of a small group; of a large one, those of differing look first, in the order of their ids."""
    if len(members) <= FACES:
        return members
    line = sorted(members, key=gallery.ids.__getitem__)
    first = {gallery.portrait(number).face: number for number in reversed(line)}
    chosen = sorted(first.values(), key=gallery.ids.__getitem__)[:FACES]
    return chosen + [number for number in line if number not in chosen][: FACES - len(chosen)]
