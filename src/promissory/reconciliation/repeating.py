"""Commitments that go back to an earlier one: the same again (`restates`), or more of it (`tops_up`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from promissory.reconciliation.deeds import PATIENCE, PROMISES, REACH, Deed
from promissory.reconciliation.objecting import FRESH


def find_repeats(block: Sequence[Deed], wanted: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """(later, restates or tops_up, earlier) of the wanted entries among the commitments of one donor and thing, in the order of time.

    A link is made only to the one earlier commitment that fits; where two do, it stays open.
    """
    for n, later in ((n, deed) for n, deed in enumerate(block) if deed.entry in wanted):
        earlier = [d for d in block[max(0, n - REACH) : n] if _precedes(d, later)]
        for kind, fits in RELATIONS.items():
            fitting = [d for d in earlier if fits(later, d)]
            if len(fitting) == 1:
                yield later.entry, kind, fitting[0].entry
                break


def _precedes(early: Deed, later: Deed) -> bool:
    if early.actors != later.actors or early.begun is None or later.begun is None or later.status not in PROMISES:
        return False
    apart = later.begun[0] - early.begun[1]
    return apart > FRESH and apart <= PATIENCE


def _restates(later: Deed, early: Deed) -> bool:
    """Whether the words say that it was announced before, and it is of the same measure."""
    return early.status in PROMISES and later.again and _same_measure(later, early)


def _same_measure(one: Deed, other: Deed) -> bool:
    """Whether every sum and number that both name agree, and there is one."""
    pairs = [(one.measure[thing], other.measure[thing]) for thing in one.measure.keys() & other.measure.keys()]
    told = [(x, y) for x, y in pairs if x is not None and y is not None]
    return bool(told) and all(x == y for x, y in told)


def _tops_up(later: Deed, early: Deed) -> bool:
    """Whether the words tell of an increase and name the earlier figure beside the new one, or the same framework."""
    shared = later.measure.keys() & early.measure.keys()
    if later.raised is None or not shared or _same_measure(later, early):
        return False
    figures = {figure for thing in shared if (figure := early.measure[thing]) is not None} - set(later.measure.values())
    return bool(figures & later.raised) or (later.framework is not None and later.framework == early.framework)


#: What a later commitment may be to an earlier one; the first that holds is told.
RELATIONS: Mapping[str, Callable[[Deed, Deed], bool]] = {"restates": _restates, "tops_up": _tops_up}
