"""Commitments that go back to an earlier one: the same again (`restates`), or more of it (`tops_up`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from promissory.reconciliation.deeds import PATIENCE, PROMISES, REACH, Deed
from promissory.reconciliation.figuring import numbers_in
from promissory.reconciliation.objecting import FRESH

#: The words of an increase, and of what it starts from.
RAISED = re.compile(
    r"\b(?:top(?:s|ped|ping)? up|rais(?:e|es|ed|ing)\b.{0,80}?\b(?:to|by)|increas(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|on top of|"
    r"in addition to|add(?:s|ed|ing)? (?:another|a further|to)|supplement(?:s|ed|ing)?)\b",
    re.I | re.S,
)
FROM = re.compile(r"\bfrom (?:[€$£]\s?)?[\w.]+ (?:(?:million|billion) )?to\b", re.I)


def find_repeats(block: Sequence[Deed]) -> Iterator[tuple[Deed, str, Deed]]:
    """(later, restates or tops_up, earlier) among the commitments of one donor and thing, in the order of time.

    A link is made only to the one earlier commitment that fits; where two do, it stays open.
    """
    for n, later in enumerate(block):
        earlier = [d for d in block[max(0, n - REACH) : n] if _precedes(d, later)]
        for kind, fits in RELATIONS.items():
            fitting = [d for d in earlier if fits(later, d)]
            if len(fitting) == 1:
                yield later, kind, fitting[0]
                break


def _precedes(early: Deed, later: Deed) -> bool:
    if early.actors != later.actors or early.begun is None or later.begun is None or later.entry.status not in PROMISES:
        return False
    apart = later.begun[0] - early.begun[1]
    return apart > FRESH and apart <= PATIENCE


def _restates(later: Deed, early: Deed) -> bool:
    """Whether the words say that it was announced before, and it is of the same measure."""
    return early.entry.status in PROMISES and any(p.again and not p.new for p in later.members) and _same_measure(later, early)


def _same_measure(one: Deed, other: Deed) -> bool:
    """Whether every sum and number that both name agree, and there is one."""
    pairs = [(one.measure[thing], other.measure[thing]) for thing in one.measure.keys() & other.measure.keys()]
    told = [(x, y) for x, y in pairs if x is not None and y is not None]
    return bool(told) and all(x == y for x, y in told)


def _tops_up(later: Deed, early: Deed) -> bool:
    """Whether the words tell of an increase and name the earlier figure beside the new one, or the same framework."""
    text = " ".join(p.text for p in later.members if RAISED.search(p.text))
    shared = later.measure.keys() & early.measure.keys()
    if not text or not shared or _same_measure(later, early):
        return False
    figures = {figure for thing in shared if (figure := early.measure[thing]) is not None} - set(later.measure.values())
    framework = later.entry.slots.get("framework")
    return bool(figures & _figures(text)) or (framework is not None and framework == early.entry.slots.get("framework"))


def _figures(text: str) -> frozenset[float]:
    """The figures of a text; of "from 2 to 3 billion" both in billions."""
    told = numbers_in(text)
    return told | {n * scale for n in told if n < 1000 for scale in (1e6, 1e9) if FROM.search(text)}


#: What a later commitment may be to an earlier one; the first that holds is told.
RELATIONS: Mapping[str, Callable[[Deed, Deed], bool]] = {"restates": _restates, "tops_up": _tops_up}
