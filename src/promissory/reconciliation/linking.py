"""How entries hang together: what includes what, which delivery fulfils which promise, who had asked for it, what it is part of.

Links are made block by block: deeds that share an actor and a measure, in the order of time, each held against its neighbours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from promissory.reconciliation.belonging import part_of_framework, part_of_gathering
from promissory.reconciliation.calendar_windows import gap
from promissory.reconciliation.deeds import FRAMEWORKS, PATIENCE, PROMISES, REACH, REQUESTS, TOWNS, Deed, sort_of
from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.repeating import find_repeats

#: Days between a collective announcement and the national ones inside it.
TOGETHER = 7

#: From, type, to.
Tie = tuple[str, str, str]


def link_block(block: int, deeds: Sequence[Deed], wanted: Collection[str], known: Knowledge) -> set[Tie]:
    """The links from the wanted entries to others of a block, whose deeds come in the order of time.

    What a whole has inside is linked from the whole alone (`includes`). A stretch of the block does, if it reaches twice REACH
    beyond the wanted ones.
    """
    if sort_of(block) in (FRAMEWORKS, TOWNS):
        return set(_link_belongings(block, deeds, wanted, known))
    if sort_of(block) == REQUESTS:
        return set(_link_requests(deeds, wanted, known))
    found = {tie for n, deed in enumerate(deeds) if deed.entry in wanted for tie in _link_parts(deeds, n, known)}
    found |= {(d.entry, "fulfils", p.entry) for n, d in enumerate(deeds) if d.entry in wanted for p in _fulfilled(deeds, n, known)}
    return found.union(find_repeats(deeds, wanted))


def _around(deeds: Sequence[Deed], n: int) -> Sequence[Deed]:
    """The neighbours of a deed."""
    return (*deeds[max(0, n - REACH) : n], *deeds[n + 1 : n + 1 + REACH])


def _link_parts(deeds: Sequence[Deed], n: int, known: Knowledge) -> Iterator[Tie]:
    """Shares to the wholes that contain them; of one donor's sums in one sentence only the largest is a whole."""
    whole = deeds[n]
    around = _around(deeds, n)
    parts = [part for part in around if _contains(whole, part, known) or _bundles(whole, part)]
    is_share = bool(parts) and any(other.actors == whole.actors and _contains(other, whole, known) for other in around)
    for part in parts:
        if whole.actors != part.actors or not is_share:
            yield whole.entry, "includes", part.entry


def _contains(whole: Deed, part: Deed, known: Knowledge) -> bool:
    """Whether one is a collective or larger commitment and the other a share of it, by its words or its time."""
    if not _at_one_time(whole, part) or not _covers(whole, part, known) or _for_other_times(whole, part):
        return False
    if part.actors < whole.actors:
        return True
    if part.actors == whole.actors:
        return not set(whole.breaths).isdisjoint(part.breaths)  # one document states both with the same words
    inside = frozenset().union(*(known.members(actor) for actor in whole.actors))
    return part.actors <= inside and not set(whole.docs).isdisjoint(part.docs)


def _bundles(whole: Deed, part: Deed) -> bool:
    """Whether a package of several goods has among them what the other entry is about: the same one of a series."""
    if not whole.numbers & part.numbers or whole.actors != part.actors:
        return False
    return len(part.measure) < len(whole.measure) and part.measure.keys() <= whole.measure.keys()


def _covers(whole: Deed, part: Deed, known: Knowledge) -> bool:
    """Whether some measure of the part is less than the whole's, and none more."""
    pairs = [(m, n) for i, m in whole.measure.items() for j, n in part.measure.items() if i in known.broader(j)]
    if not pairs or any(m is not None and n is not None and n > m for m, n in pairs):
        return False
    return any(m is not None and (n is None or n < m) for m, n in pairs)


def _at_one_time(a: Deed, b: Deed) -> bool:
    return a.begun is not None and b.begun is not None and gap(a.begun, b.begun) <= TOGETHER


def _for_other_times(a: Deed, b: Deed) -> bool:
    """Whether each names the time it is for, and the two do not meet (1.7 billion in 2022, 3 billion in 2024)."""
    return a.period is not None and b.period is not None and gap(a.period, b.period) > 0


def _fulfilled(deeds: Sequence[Deed], n: int, known: Knowledge) -> list[Deed]:
    """The promise that a delivery fulfils: the only one that fits, or those whose numbers add up to it; none if it is open."""
    delivery = deeds[n]
    if delivery.status != "delivered" or delivery.promised:
        return []
    fitting = [deed for deed in _around(deeds, n) if _can_fulfil(delivery, deed, known)]
    if len(fitting) <= 1:
        return fitting
    delivered = _counts(delivery)
    together = [sum(_counts(d).get(item, 0.0) for d in fitting) for item in delivered]
    if delivered and together == list(delivered.values()):
        return fitting
    larger = [d for d in fitting if delivered and all(_counts(d).get(item, 0.0) >= n for item, n in delivered.items())]
    return larger if len(larger) == 1 else []


def _counts(deed: Deed) -> dict[str, float]:
    return {item: n for item, n in sorted(deed.measure.items()) if n is not None}


def _can_fulfil(delivery: Deed, promise: Deed, known: Knowledge) -> bool:
    if promise.status not in PROMISES or promise.actors != delivery.actors or not promise.begun or not delivery.ended:
        return False
    if _for_other_times(delivery, promise):
        return False
    if not 0 <= delivery.ended[1] - promise.begun[0] <= PATIENCE:
        return False
    return any(
        _suffices(promise, i, delivery.measure[j])
        for i in promise.measure
        for j in delivery.measure
        if i in known.broader(j) or j in known.broader(i)
    )


def _suffices(promise: Deed, thing: str, delivered: float | None) -> bool:
    """Whether a delivery can be of what was promised: of sums both are known and the promise is no less.

    More items than one promise holds may be several promises at once.
    """
    promised = promise.measure[thing]
    return thing in promise.items or (promised is not None and delivered is not None and delivered <= promised)


def _link_belongings(block: int, deeds: Sequence[Deed], wanted: Collection[str], known: Knowledge) -> Iterator[Tie]:
    """Agreements to their framework and meetings to their summit, where just one fits."""
    fits = part_of_framework if sort_of(block) == FRAMEWORKS else part_of_gathering
    for n, part in enumerate(deeds):
        if part.entry in wanted:
            wholes = [whole for whole in _around(deeds, n) if fits(part, whole, known)]
            yield from ((part.entry, "part_of", whole.entry) for whole in wholes if len(wholes) == 1)


def _link_requests(deeds: Sequence[Deed], wanted: Collection[str], known: Knowledge) -> Iterator[Tie]:
    """A commitment of the one who was asked for that item before."""
    for n, gift in enumerate(deeds):
        if gift.kind == "commitment" and gift.entry in wanted:
            yield from ((gift.entry, "requested_by", need.entry) for need in _around(deeds, n) if _answers(gift, need, known))


def _answers(gift: Deed, need: Deed, known: Knowledge) -> bool:
    if need.kind != "need" or not gift.ended or not need.begun or not gift.actors & need.actors:
        return False
    if not 0 <= gift.ended[1] - need.begun[0] <= PATIENCE:
        return False
    return any(i in known.broader(j) or j in known.broader(i) for i in gift.measure for j in need.measure)


def mirrored(ties: Iterable[Tie]) -> Iterator[Tie]:
    """Links with their other side: what a whole includes is part of it."""
    for source, kind, target in ties:
        yield source, kind, target
        if kind == "includes":
            yield target, "part_of", source
