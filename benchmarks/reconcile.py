"""Reconciling N made-up claims whose true groups are known: seconds of processor time, peak memory, pairwise precision and recall.

The claims are skewed as those of news are: few givers give most, few goods, towns and words come often and most seldom, most things are
told once and some by dozens, a tenth of the days has half of what happens. They are of a world as wide as a million claims come from: the
states, goods and towns of the pack in twelve years. It does not grow with the claims: a larger N is more of the same days. Each N runs
in a process of its own, on one core. `--narrow` makes them of thirty givers, fourteen goods, as many towns, three years, and a few hundred
words, where unlike things look alike.
"""

from __future__ import annotations

import argparse
import datetime
import random
import resource
import subprocess
import sys
import time
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from promissory.model.ids import content_id
from promissory.packs import load_pack
from promissory.reconciliation import EmptyShelf, Report, add

KINDS = {"statement": 34, "commitment": 32, "meeting": 12, "attack": 10, "need": 6, "proposal": 3, "agreement": 3}
STATES = "US DE GB FR PL NL DK NO SE CA IT ES FI CZ RO LT EE LV BE PT GR HR AU JP IE AT LU IS SI SK BG".split()
ITEMS = "patriot iris-t nasams f-16 leopard howitzer ammunition missile drone himars tank air_defence_system gepard bradley".split()
TOWNS = "Kyiv Brussels Berlin Warsaw Washington Paris London Vilnius Kharkiv Odesa Lviv Rome Madrid Oslo".split()
SYLLABLES = "ka ro mi ten sol var ne dru pa lis gor het ban us tem ora fil mon ek sta".split()
PAIRS = [first + second for first in "bcdfghjklmnprstvwz" for second in "aeiou"]
#: Words of news, and so many of them that all come equally often: two quotes of different things then share one word in seven times, as
#: those of the labelled reports do (without words that are common in news).
VOCABULARY, EQUAL = 40_000, 8
BEGIN = datetime.date(2014, 2, 27).toordinal()
PER_DOCUMENT = 8
#: By how many claims a thing is told at most.
MOST_TOLD = 60


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, one row for each N."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[12_500, 25_000, 50_000], help="numbers of claims")
    parser.add_argument("--here", action="store_true", help="in this process: print the row of the one size")
    parser.add_argument("--narrow", action="store_true", help="of a world too narrow for so many")
    given = parser.parse_args(arguments)
    if given.here:
        print(measure(given.sizes[0], NARROW if given.narrow else wide()))
        return
    print(f"{'claims':>9} {'entries':>9} {'seconds':>9} {'us/claim':>9} {'MiB':>7} {'KiB/claim':>10} {'precision':>10} {'recall':>7}")
    for size in given.sizes:
        subprocess.run([sys.executable, __file__, "--here", str(size), *["--narrow"] * given.narrow], check=True)


def measure(size: int, world: World) -> str:
    """The row of one size; memory is all that the process held at its peak. The claims come one by one and are not kept beside."""
    pack, things, begun = load_pack(), Things(), time.process_time()
    changes = add(things.noting(make_claims(size, random.Random(size), world)), pack, EmptyShelf())
    found, right, number = 0, 0, 0
    for entry in changes.entries:
        number += 1
        found += _pairs(len(entry.claims))
        right += sum(_pairs(n) for n in Counter(map(things.of, entry.claims)).values())
    seconds, used = time.process_time() - begun, _memory()
    true = sum(map(_pairs, things.counts().values()))
    per = 1e6 * seconds / size, used / 1024, used / size
    score = f"{right / max(1, found):10.3f} {right / max(1, true):7.3f}"
    return f"{size:9,} {number:9,} {seconds:9.1f} {per[0]:9.0f} {per[1]:7.0f} {per[2]:10.1f} {score}"


@dataclass(frozen=True)
class World:
    """What there is to tell of, the most frequent first; `speakers` how many speak for a state."""

    states: Sequence[str]
    items: Sequence[str]
    towns: Sequence[str]
    days: int
    speakers: int
    is_wide: bool = False

    def state(self, chance: random.Random) -> str:
        """Who gives or speaks: the first for four in ten."""
        return _skewed(self.states, chance, 0.7)

    def town(self, chance: random.Random) -> str:
        return _skewed(self.towns, chance, 0.5) if self.is_wide else chance.choice(self.towns)

    def item(self, chance: random.Random) -> str:
        return _skewed(self.items, chance, 0.5) if self.is_wide else chance.choice(self.items)

    def victim(self, chance: random.Random) -> str:
        """Who is given to or attacked: mostly Ukraine."""
        return _skewed(self.states, chance, 0.5) if self.is_wide and chance.random() < 0.4 else "UA"

    def day(self, chance: random.Random) -> int:
        """A half of what happens is on a tenth of the days."""
        if self.is_wide and chance.random() < 0.5:
            return BEGIN + 10 * chance.randrange(self.days // 10)
        return BEGIN + chance.randrange(self.days)

    def word(self, chance: random.Random) -> str:
        """Common words come often."""
        if self.is_wide:
            return spelled(int(EQUAL * ((VOCABULARY / EQUAL + 1) ** chance.random() - 1)))
        return "".join(chance.choices(SYLLABLES[: 4 if chance.random() < 0.5 else None], k=chance.choice((2, 3, 3, 4))))

    def documents(self, size: int) -> tuple[int, int]:
        """How many days some documents tell of, and how many these are; they are enough for each thing to be told once in a text."""
        if not self.is_wide:
            return 10**6, max(1, size // PER_DOCUMENT)
        days = max(1, MOST_TOLD * PER_DOCUMENT * self.days // size)
        return days, max(1, days * size // PER_DOCUMENT // self.days)


def _skewed(things: Sequence[str], chance: random.Random, by: float) -> str:
    return things[(int(chance.paretovariate(by)) - 1) % len(things)]


NARROW = World(STATES, ITEMS, TOWNS, 1100, 12)


@cache
def wide() -> World:
    """The states, goods and towns of the pack, those that are in the news most before the others."""
    pack = load_pack()
    states = [actor.id for actor in pack.actors if actor.type == "state" and actor.id != "UA"]
    return World(
        states=[*STATES, *sorted(set(states) - set(STATES))], items=[*ITEMS, *sorted({item.id for item in pack.items} - set(ITEMS))],
        towns=[*TOWNS, *sorted(place.name for place in pack.places if place.name not in TOWNS)], days=4400, speakers=60, is_wide=True,
    )  # fmt: skip


class Things:
    """Which thing each claim is about, in eight bytes a claim: what is measured is the memory of reconciling. 40 bits of the id, 24 of the
    number of the thing."""

    def __init__(self) -> None:
        self._line = array("Q")
        self._sorted = False

    def noting(self, made: Iterator[tuple[Report, int]]) -> Iterator[Report]:
        for report, thing in made:
            self._line.append(int(report.id[2:12], 16) << 24 | thing)
            yield report

    def of(self, claim: str) -> int:
        if not self._sorted:
            self._line, self._sorted = array("Q", sorted(self._line)), True
        return self._line[bisect_left(self._line, int(claim[2:12], 16) << 24)] & 0xFFFFFF

    def counts(self) -> Counter[int]:
        return Counter(one & 0xFFFFFF for one in self._line)


def make_claims(size: int, chance: random.Random, world: World | None = None) -> Iterator[tuple[Report, int]]:
    """Reports with the number of the thing each is about."""
    told, world = 0, world or wide()
    documents = world.documents(size)
    for thing in count():
        made = _make_thing(world, chance)
        for number in range(min(size - told, 1 + int(chance.paretovariate(1.1)) if chance.random() < 0.5 else 1, MOST_TOLD)):
            yield _make_report(made, told, (number, *documents), world, chance), thing
            told += 1
            if told == size:
                return


def _make_thing(world: World, chance: random.Random) -> dict[str, Any]:
    """What all claims of one thing have in common."""
    kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
    state, other, victim, day = world.state(chance), chance.choice(world.states), world.victim(chance), world.day(chance)
    words = [world.word(chance) for _ in range(8)]
    slots: dict[str, Any] = {"date": datetime.date.fromordinal(day).isoformat()}
    parties: dict[str, list[str]] = {"speaker": [_speaker(state, world, chance)]}
    if kind == "commitment":
        parties = {"donor": [state], "recipient": [victim]}
        slots |= {"support": "military"} | _gift(world, chance)
    elif kind == "agreement":
        parties, slots["topics"] = {"party": [victim, other]}, ["security"]
    elif kind == "meeting":
        parties = {"participant": _make_guests(state, other, world, chance)}
        slots |= {"place": world.town(chance), "format": chance.choice(("bilateral", "visit", "summit"))}
    elif kind == "attack":
        parties, slots["place"] = {"actor": ["RU" if victim == "UA" else state], "target": [victim]}, world.town(chance)
    elif kind == "need":
        parties, slots["items"] = {"needs": [victim]}, [_lot(world, chance)]
    elif kind == "proposal":
        parties = {"by": [state], "to": [other]}
    return {"kind": kind, "parties": parties, "words": words, "day": day, "slots": slots, "first": chance.randrange(10**6)}


def _make_guests(state: str, other: str, world: World, chance: random.Random) -> list[str]:
    """Who meets: two people, as in a half of the labelled reports, or Ukraine and a state."""
    people = [_speaker("UA", world, chance), _speaker(state, world, chance)]
    return people if chance.random() < 0.5 else ["UA", other]


def _speaker(state: str, world: World, chance: random.Random) -> str:
    """Who speaks for a state: one of them for three in ten."""
    number = int(chance.paretovariate(0.5)) if world.is_wide else chance.randrange(world.speakers)
    return f"{state.lower()}-minister-{number % world.speakers}"


STATUS = {
    "statement": ("quoted", "reported"), "commitment": ("pledged", "allocated", "delivered"), "meeting": ("planned", "held"),
    "attack": ("reported",), "need": ("stated", "requested"), "proposal": ("made",), "agreement": ("signed",),
}  # fmt: skip


def _make_report(thing: dict[str, Any], n: int, where: tuple[int, int, int], world: World, chance: random.Random) -> Report:
    """One telling: most of the words, some of the slots, a few days late, in another text than the tellings before."""
    number, days, documents = where
    words = [word for word in thing["words"] if chance.random() < 0.8] + [world.word(chance) for _ in range(3)]
    quote, start = " ".join(words) + ".", 200 * (n % PER_DOCUMENT)
    slots = {name: value for name, value in thing["slots"].items() if chance.random() < 0.85}
    day = thing["day"] + min(int(chance.expovariate(0.3)), 60)
    record = {
        "doc": f"d_{(day - BEGIN) // days}_{(thing['first'] + number) % documents}",
        "kind": thing["kind"], "status": chance.choice(STATUS[thing["kind"]]), "parties": thing["parties"],
        "reported": datetime.date.fromordinal(day).isoformat(), **slots,
        "evidence": [{"start": start, "end": start + len(quote), "quote": quote}],
    }  # fmt: skip
    return Report.from_record(record | {"id": content_id("c", [n, record])})


def _gift(world: World, chance: random.Random) -> dict[str, Any]:
    if chance.random() < 0.5:
        return {"items": [_lot(world, chance)]}
    value = float(chance.choice((1, 2, 5)) * 10 ** chance.randrange(6, 10) * chance.randrange(1, 40))
    return {"amount": {"value": value, "currency": chance.choice(("USD", "EUR", "EUR", "GBP")), "qualifier": "exact"}}


def _lot(world: World, chance: random.Random) -> dict[str, Any]:
    return {"item": world.item(chance), "count": chance.choice((None, 1, 2, 3, 4, 6, 10, 14, 18, 30, 50)), "qualifier": None}


def spelled(number: int) -> str:
    """A word for a number, told from all others by its first six letters."""
    return "".join(PAIRS[number // len(PAIRS) ** place % len(PAIRS)] for place in range(3))


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _memory() -> float:
    """The most memory this process has held, in KiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 if sys.platform == "darwin" else float(most)


if __name__ == "__main__":
    main()
