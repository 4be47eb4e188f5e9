"""Which claims are worth comparing: those that share something that identifies a thing."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence

from promissory.reconciliation.calendar_windows import width
from promissory.reconciliation.portraying import Portrait

#: A block up to this size is compared all with all; in a larger one each claim meets its next neighbours in time, so that
#: the work grows with the number of claims and not with its square.
WHOLE = 64
NEIGHBOURS = 24
#: Where undated claims stand in the order of time.
NEVER = (10**7, 10**7)


def propose_pairs(portraits: Sequence[Portrait]) -> Iterator[tuple[Portrait, Portrait]]:
    """Each pair of claims that shares a block, once; the earlier claim first."""
    line = sorted(portraits, key=lambda p: (p.moment or NEVER, p.id))
    blocks = _Blocks()
    for portrait in line:
        blocks.add((portrait.kind, *key) for key in dict.fromkeys(block_keys(portrait)))
    blocks.close()
    # every block is in the order of the line, so a pair is met only from its earlier claim
    return ((portrait, line[m]) for portrait, later in zip(line, blocks.followers(), strict=True) for m in later)


class _Blocks:
    """Which claims of a line stand in which block; numbers only, since a claim stands in several and all are held at once."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._members: list[array[int]] = []
        self._mine = array("L")
        self._ends = array("L")

    def add(self, keys: Iterable[Hashable]) -> None:
        """Take in the next claim of the line with its keys."""
        for key in keys:
            block = self._numbers.setdefault(key, len(self._members))
            if block == len(self._members):
                self._members.append(array("L"))
            self._members[block].append(len(self._ends))
            self._mine.append(block)
        self._ends.append(len(self._mine))

    def close(self) -> None:
        """All claims are in: the keys are needed no more."""
        self._numbers.clear()

    def followers(self) -> Iterator[list[int]]:
        """For each claim of the line the later ones that it meets."""
        seats, begin = array("L", bytes(array("L").itemsize * len(self._members))), 0
        for end in self._ends:
            later: set[int] = set()
            for block in self._mine[begin:end]:
                members, seats[block] = self._members[block], seats[block] + 1
                reach = len(members) if len(members) <= WHOLE else NEIGHBOURS
                later.update(members[seats[block] : seats[block] + reach])
            begin = end
            yield sorted(later)


def block_keys(p: Portrait) -> Iterable[tuple[object, ...]]:
    """What a claim can be found by among those of its kind."""
    match p.kind:
        case "commitment":
            return _commitment_keys(p)
        case "agreement":
            return _agreement_keys(p)
        case "meeting":
            return _meeting_keys(p)
        case "need":
            return [(who, what) for who in p.roles.get("needs", ()) for what in _roots(p) or [""]]
        case "attack":
            return _attack_keys(p)
        case "tenure":
            return [(who,) for who in p.roles.get("person", ())]
        case "initiative":
            return [*((who,) for who in p.roles.get("lead", ())), *(("scheme", s) for s in p.schemes), *_word_keys(p)]
        case "statement":
            return [*((who,) for who in p.everybody), *(("said", run) for run in sorted(p.shingles)[:3])] or _word_keys(p)
        case _:
            return [(who,) for who in p.everybody] or _word_keys(p)


def _commitment_keys(p: Portrait) -> list[tuple[object, ...]]:
    donors = p.roles.get("donor") or frozenset({""})
    what: list[object] = [*_roots(p), *p.items, *((item, count) for item, count in p.items.items() if count is not None)]
    if p.amount:
        what.append((_rough(p.amount[0]), p.amount[1]))
    keys: list[tuple[object, ...]] = [(donor, thing) for donor in donors for thing in what or [None]]
    keys += [(donor, "open") for donor in donors if not (p.amount and p.items)]
    if len(donors) > 1 or donors & p.known.collective or not all(donors):
        keys += [("collective", thing) for thing in what]
    elif p.amount:
        keys.append(("collective", what[-1]))
    return keys


def _agreement_keys(p: Portrait) -> list[tuple[object, ...]]:
    parties = p.roles.get("party", frozenset())
    count = p.slot("count")
    keys: list[tuple[object, ...]] = [("parties", *sorted(parties)), *(("party", party) for party in parties)]
    return [*keys, ("count", count)] if count and count != 1 else keys


def _meeting_keys(p: Portrait) -> list[tuple[object, ...]]:
    keys: list[tuple[object, ...]] = [("who", who) for who in p.roles.get("participant", ())]
    if p.moment and width(p.moment) <= 3:
        keys += [("day", day) for day in range(p.moment[0] - 1, p.moment[1] + 2)]
    if p.slot("body"):
        keys.append(("body", p.slot("body")))
    if p.place and p.moment:
        keys.append(("place", p.place[1] or p.place[0]))
    return keys


def _attack_keys(p: Portrait) -> list[tuple[object, ...]]:
    keys: list[tuple[object, ...]] = [("who", *sorted(p.roles.get("actor", ()))), ("place", p.place[0] if p.place else None)]
    if p.moment and width(p.moment) <= 7:
        keys += [("week", (p.moment[0] + shift) // 7) for shift in (0, 3)]
    return keys


def _word_keys(p: Portrait) -> list[tuple[object, ...]]:
    """The six longest stems: what an unnamed thing can be found by."""
    words = frozenset().union(*(bag.stems for bag in p.words)) - p.known.common
    return [("word", word) for word in sorted(words, key=lambda w: (-len(w), w))[:6]]


def _roots(p: Portrait) -> list[str]:
    """The broadest item of each line: a Patriot and an air defence system meet."""
    return sorted({line[-1] for line in p.broader.values()})


def _rough(value: float) -> str:
    """A sum to two figures, so that 188 and 188.4 million meet."""
    return f"{value:.1e}"
