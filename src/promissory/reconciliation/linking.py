"""How commitments hang together: what includes what, which delivery fulfils which promise, who had asked for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from promissory.model import Entry, Link
from promissory.reconciliation.calendar_windows import gap, window_of
from promissory.reconciliation.deeds import PATIENCE, PROMISES, REACH, Deed, deed_of
from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.repeating import find_repeats

#: Days between a collective announcement and the national ones inside it.
TOGETHER = 7


def link(entries: Sequence[tuple[Entry, Sequence[Portrait]]], known: Knowledge) -> dict[str, tuple[Link, ...]]:
    """Entry id → its links, sorted."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    deeds = [deed_of(entry, members) for entry, members in entries if entry.kind in ("commitment", "need")]
    for block in _blocks(deeds, known):
        gifts = [d for d in block if d.entry.kind == "commitment"]
        _link_parts(gifts, known, found)
        _link_deliveries(gifts, known, found)
        _link_requests(block, known, found)
        for later, kind, earlier in find_repeats(gifts):
            found[later.entry.id].add((kind, earlier.entry.id))
    return {ident: tuple(Link(kind, other) for kind, other in sorted(links)) for ident, links in found.items()}


def _blocks(deeds: Iterable[Deed], known: Knowledge) -> list[list[Deed]]:
    """Deeds that share an actor (or a bloc it is in) and a measure, in the order of time."""
    blocks: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        actors = deed.actors.union(*(known.members(actor) for actor in deed.actors))
        for actor in actors:
            for thing in {known.broader(item)[-1] for item in deed.measure}:
                blocks[actor, thing].append(deed)
    ordered = (sorted(block, key=lambda d: (d.begun or (0, 0), d.entry.id)) for _, block in sorted(blocks.items()))
    return [block for block in ordered if len(block) > 1]


def _near(block: Sequence[Deed]) -> Iterable[tuple[Deed, Deed]]:
    return ((a, b) for i, a in enumerate(block) for b in block[i + 1 : i + 1 + REACH])


def _link_parts(block: Sequence[Deed], known: Knowledge, found: dict[str, set[tuple[str, str]]]) -> None:
    """Shares to the wholes that contain them; of one donor's sums in one sentence only the largest is a whole."""
    pairs = [pair for a, b in _near(block) for pair in ((a, b), (b, a)) if _contains(*pair, known)]
    shares = {id(part) for whole, part in pairs if whole.actors == part.actors}
    bundles = [pair for a, b in _near(block) for pair in ((a, b), (b, a)) if _bundles(*pair)]
    for whole, part in (*pairs, *bundles):
        if whole.actors != part.actors or id(whole) not in shares:
            found[whole.entry.id].add(("includes", part.entry.id))
            found[part.entry.id].add(("part_of", whole.entry.id))


def _contains(whole: Deed, part: Deed, known: Knowledge) -> bool:
    """Whether one is a collective or larger commitment and the other a share of it, by its words or its time."""
    if not _covers(whole, part, known) or not _at_one_time(whole, part) or _for_other_times(whole, part):
        return False
    if part.actors < whole.actors:
        return True
    if part.actors == whole.actors:
        return _in_one_breath(whole, part)
    inside = frozenset().union(*(known.members(actor) for actor in whole.actors))
    return part.actors <= inside and _in_one_document(whole, part)


def _bundles(whole: Deed, part: Deed) -> bool:
    """Whether a package of several goods has among them what the other entry is about: the same one of a series."""
    if whole.actors != part.actors or len(part.measure) >= len(whole.measure) or not part.measure.keys() <= whole.measure.keys():
        return False
    return bool(_numbers(whole) & _numbers(part))


def _numbers(deed: Deed) -> frozenset[int]:
    """Which of a series the claims speak of, beyond the first: of firsts there are many."""
    return frozenset(p.number for p in deed.members if p.number and p.number > 1)


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
    one, other = window_of(a.entry.slots.get("period")), window_of(b.entry.slots.get("period"))
    return one is not None and other is not None and gap(one, other) > 0


def _in_one_breath(a: Deed, b: Deed) -> bool:
    """Whether one document states both with the same words."""
    spoken = {(p.doc, quote) for p in a.members for quote in p.report.quotes}
    return any((p.doc, quote) in spoken for p in b.members for quote in p.report.quotes)


def _in_one_document(a: Deed, b: Deed) -> bool:
    return bool({p.doc for p in a.members} & {p.doc for p in b.members})


def _link_deliveries(block: Sequence[Deed], known: Knowledge, found: dict[str, set[tuple[str, str]]]) -> None:
    for n, delivery in enumerate(block):
        if delivery.entry.status == "delivered" and not any(s.status in PROMISES for s in delivery.entry.history):
            for promise in _choose_promises(delivery, [d for d in block[max(0, n - REACH) : n + REACH] if d is not delivery], known):
                found[delivery.entry.id].add(("fulfils", promise.entry.id))


def _choose_promises(delivery: Deed, others: Iterable[Deed], known: Knowledge) -> list[Deed]:
    """The promise that a delivery fulfils: the only one that fits, or those whose numbers add up to it; none if it is open."""
    fitting = [d for d in others if _can_fulfil(delivery, d, known)]
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
    if promise.entry.status not in PROMISES or promise.actors != delivery.actors or not promise.begun or not delivery.ended:
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
    return _is_item(promise, thing) or (promised is not None and delivered is not None and delivered <= promised)


def _is_item(deed: Deed, thing: str) -> bool:
    return any(row["item"] == thing for row in deed.entry.slots.get("items") or ())


def _link_requests(block: Sequence[Deed], known: Knowledge, found: dict[str, set[tuple[str, str]]]) -> None:
    """A commitment of the one who was asked for that item before."""
    needs = [d for d in block if d.entry.kind == "need"]
    gifts = [d for d in block if d.entry.kind == "commitment"]
    for gift, need in ((g, n) for g in gifts for n in needs[:REACH]):
        asked = bool(gift.actors & need.actors) and any(
            i in known.broader(j) or j in known.broader(i) for i in gift.measure for j in need.measure
        )
        if asked and gift.ended and need.begun and 0 <= gift.ended[1] - need.begun[0] <= PATIENCE:
            found[gift.entry.id].add(("requested_by", need.entry.id))
