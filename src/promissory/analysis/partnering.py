"""Who has agreements with whom: parties against the hubs, which have agreements with several of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Unpack

from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import interval
from promissory.model import STATUSES

Record = Mapping[str, Any]
#: A party that is nobody by name.
NAMELESS = "partners"
#: Parties of one agreement up to which it says who agreed with whom; a charter of fifty would fill the table.
TOGETHER = 40
#: Columns at most.
MOST = 8


@dataclass(frozen=True, slots=True)
class Pact:
    """An agreement of two parties, alone or with others (`parties` in all): how far it is, since when, and its entry."""

    entry: str
    status: str
    on: str | None
    parties: int


@dataclass(frozen=True, slots=True)
class Partners:
    """The hubs, those with most partners first; and each party with its pacts with each hub, the furthest and latest first."""

    hubs: tuple[str, ...]
    pacts: Mapping[str, Mapping[str, tuple[Pact, ...]]]


def partners(ledger: Ledger, beneficiary: str = "UA", *, most: int = MOST, **options: Unpack[FilterOptions]) -> Partners:
    """The agreements under the filters of `Ledger.entries`. What tells of a number of agreements is none of its own."""
    options["kind"] = "agreement"
    between: dict[str, dict[str, list[Pact]]] = defaultdict(lambda: defaultdict(list))
    for row in ledger.entries(**options):
        for one, other in permutations(_named(row.record), 2):
            between[one][other].append(_pact(row.record))
    ranked = sorted(between, key=lambda party: (-len(between[party]), party != beneficiary, party))
    hubs = tuple(party for n, party in enumerate(ranked) if n == 0 or len(between[party]) > 1)[:most]
    met = sorted({party for hub in hubs for party in between[hub]})
    return Partners(hubs, {party: _sorted(between[party], hubs) for party in met})


def _named(entry: Record) -> list[str]:
    parties = [party for party in entry["parties"].get("party", ()) if party != NAMELESS]
    return parties if (entry["count"] or 1) == 1 and len(parties) <= TOGETHER else []


def _pact(entry: Record) -> Pact:
    days = (entry["date"], *(step["reported"] for step in entry["history"]))
    return Pact(entry["id"], entry["status"], next((day for day in days if day), None), len(_named(entry)))


def _sorted(found: Mapping[str, Iterable[Pact]], hubs: Iterable[str]) -> dict[str, tuple[Pact, ...]]:
    return {hub: tuple(sorted(found[hub], key=_rank)) for hub in hubs if hub in found}


def _rank(pact: Pact) -> tuple[int, str, str]:
    latest = interval(pact.on)
    return -STATUSES["agreement"].index(pact.status), _backwards(latest[1] if latest else ""), pact.entry


def _backwards(day: str) -> str:
    """A word that sorts the later day first, and none last."""
    return "".join(chr(0x7E - ord(letter)) for letter in day) or "\x7f"
