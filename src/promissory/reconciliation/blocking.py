"""Which claims are worth comparing: those that share something that identifies a thing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from promissory.reconciliation.calendar_windows import width
from promissory.reconciliation.portraying import Portrait

#: A block up to this size is compared all with all; in a larger one each claim meets its next neighbours in time, so that
#: the work grows with the number of claims and not with its square.
WHOLE = 64
NEIGHBOURS = 24
#: Where undated claims stand in the order of time.
NEVER = (10**7, 10**7)


def keys_of(portrait: Portrait) -> list[int]:
    """The blocks that a claim stands in, each as a number of 63 bits."""
    return [number_of(portrait.kind, *key) for key in dict.fromkeys(block_keys(portrait))]


def number_of(*key: object) -> int:
    """A key as a number that is the same on every machine."""
    return int.from_bytes(blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


class Keys:
    """The blocks of numbered claims."""

    def __init__(self) -> None:
        self._keys, self._ends = array("q"), array("Q", [0])

    def add(self, keys: Iterable[int]) -> None:
        self._keys.extend(keys)
        self._ends.append(len(self._keys))

    def __getitem__(self, claim: int) -> array[int]:
        return self._keys[self._ends[claim] : self._ends[claim + 1]]

    def __len__(self) -> int:
        return len(self._ends) - 1


class Blocks:
    """Which claims stand in which block, in the order of time; numbers only, since a claim stands in several and all are held at once.

    Of a block that is in a ledger already only the claims near new ones are here; `sizes` says how many it has in all.
    """

    def __init__(self) -> None:
        self.sizes: dict[int, int] = {}
        self._numbers: dict[int, int] = {}
        self._keys = array("q")
        self._members: list[array[int]] = []
        self._mine = array("I")
        self._claims = array("I")
        self._ends = array("Q")

    def add(self, claim: int, keys: Iterable[int]) -> None:
        """Take in the next claim of the line with its keys."""
        for key in keys:
            block = self._numbers.setdefault(key, len(self._members))
            if block == len(self._members):
                self._members.append(array("I"))
                self._keys.append(key)
            self._members[block].append(len(self._claims))
            self._mine.append(block)
        self._claims.append(claim)
        self._ends.append(len(self._mine))

    def followers(self) -> Iterator[tuple[int, list[int]]]:
        """Each claim in the order of the line, with the later ones that it meets."""
        whole = [self.sizes.get(key, len(members)) <= WHOLE for key, members in zip(self._keys, self._members, strict=True)]
        seats, begin = array("I", bytes(array("I").itemsize * len(self._members))), 0
        for claim, end in zip(self._claims, self._ends, strict=True):
            later: set[int] = set()
            for block in self._mine[begin:end]:
                members, seats[block] = self._members[block], seats[block] + 1
                later.update(members[seats[block] : seats[block] + (WHOLE if whole[block] else NEIGHBOURS)])
            begin = end
            yield claim, [self._claims[at] for at in sorted(later)]


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
    named = any(len(line) > 1 for line in p.broader.values())
    keys += [(donor, "open") for donor in donors if not (p.amount and named)]
    if len(donors) > 1 or donors & p.known.collective or not all(donors):
        keys += [("collective", thing) for thing in what]
    else:
        named_alone = what[-1:] if p.amount else sorted(p.known.branded.intersection(p.items))
        keys += [("collective", thing) for thing in named_alone]  # as where nobody says who gives it
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
