"""Entries as links and the findings across entries see them: who, how much of what, when, where, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import Any

from promissory.model import Entry
from promissory.reconciliation.blocking import number_of
from promissory.reconciliation.calendar_windows import Window, window_of
from promissory.reconciliation.expecting import arrivals_of, due_of
from promissory.reconciliation.figuring import numbers_in
from promissory.reconciliation.gallery import Place
from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.portraying import Portrait

#: Days a promise may be old when it is fulfilled or told again, or a request when it is met.
PATIENCE = 1100
#: How many neighbours in time an entry is held against within one donor and item.
REACH = 40
PROMISES = frozenset({"pledged", "committed", "allocated", "contracted"})
#: Kinds of entries that deeds are made of, with the role of those whose they are.
DEEDS = {"commitment": "donor", "need": "asked", "agreement": "party", "meeting": "participant", "initiative": "lead"}
#: What deeds stand together in a block for; the last two bits of its number say which.
GIFTS, REQUESTS, FRAMEWORKS, TOWNS = range(4)
#: Words of a meeting beside a larger one.
ASIDE = re.compile(r"\b(?:side-?lines?|margins)\b", re.I)

#: The words of an increase, and of what it starts from.
RAISED = re.compile(
    r"\b(?:top(?:s|ped|ping)? up|rais(?:e|es|ed|ing)\b.{0,80}?\b(?:to|by)|increas(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|on top of|"
    r"in addition to|add(?:s|ed|ing)? (?:another|a further|to)|supplement(?:s|ed|ing)?)\b",
    re.I | re.S,
)
FROM = re.compile(r"\bfrom (?:[€$£]\s?)?[\w.]+ (?:(?:million|billion) )?to\b", re.I)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is told of an entry; `measure` maps each item, and each currency, to how much.

    `promised`: some step is an undertaking; `again`: some claim says that it was announced before; `raised`: the figures in words that
    tell of an increase, None if none do; `numbers`: which of a series, beyond the first, since of firsts there are many; `breaths`: the
    quotes, each with its document, as numbers; `due`: the last day promised and the claim that names it; `arrived`: when it is told to
    have come. `town`, `form` and `aside` (whether it was held beside a larger one) are of meetings, `frameworks` of agreements and
    initiatives.
    """

    entry: str
    kind: str
    status: str
    actors: frozenset[str]
    measure: Mapping[str, float | None]
    items: frozenset[str]
    begun: Window | None
    ended: Window | None
    period: Window | None
    framework: str | None
    promised: bool
    again: bool
    raised: frozenset[float] | None
    numbers: frozenset[int]
    docs: tuple[str, ...]
    breaths: tuple[int, ...]
    due: tuple[int, str] | None
    arrived: tuple[Window, ...]
    town: str | None = None
    form: str | None = None
    aside: bool = False
    frameworks: frozenset[str] = frozenset()

    @property
    def place(self) -> Place:
        """Where it stands in a block."""
        return (*(self.begun or (0, 0)), self.entry)

    @property
    def has_sum(self) -> bool:
        return bool(self.measure.keys() - self.items)


def deed_of(entry: Entry, members: Sequence[Portrait]) -> Deed:
    """The deed of an entry: its givers, those asked, or its parties, and what it amounts to."""
    goods: dict[str, float | None] = {row["item"]: row["count"] for row in entry.slots.get("items") or ()}
    amount = entry.slots.get("amount")
    windows = _windows(entry)
    return Deed(
        entry=entry.id,
        kind=entry.kind,
        status=entry.status,
        actors=_shared(frozenset().union(*(p.roles.get(DEEDS[entry.kind], frozenset()) for p in members))),
        measure=goods | ({amount["currency"] or "?": amount["value"]} if amount else {}),
        items=_shared(frozenset(goods)),
        begun=windows[0] if windows else None,
        ended=windows[-1] if windows else None,
        period=window_of(entry.slots.get("period")),
        framework=entry.slots.get("framework"),
        promised=any(step.status in PROMISES for step in entry.history),
        again=any(p.again and not p.new for p in members),
        raised=_raised(members),
        numbers=frozenset(p.number for p in members if p.number and p.number > 1),
        docs=tuple(sorted({p.doc for p in members})),
        breaths=tuple(sorted({number_of(p.doc, quote) for p in members for quote in p.report.quotes})),
        due=due_of(members) if entry.kind == "commitment" else None,
        arrived=tuple(arrivals_of(members)) if entry.kind == "commitment" else (),
        town=_town(entry, members[0].known) if entry.kind == "meeting" else None,
        form=entry.slots.get("format"),
        aside=entry.kind == "meeting" and any(ASIDE.search(p.text) for p in members),
        frameworks=frozenset().union(*map(_frameworks, members)) if entry.kind in ("agreement", "initiative") else frozenset(),
    )


@lru_cache(maxsize=1 << 14)
def _shared(names: frozenset[str]) -> frozenset[str]:
    """One object for all sets of the same names: many deeds are of the same givers and goods."""
    return names


def _windows(entry: Entry) -> list[Window]:
    """The times of its steps; of a meeting the days on which it was held alone."""
    if entry.kind == "meeting":
        return [held] if (held := window_of(entry.slots.get("date"))) else []
    return sorted(w for step in entry.history if (w := window_of(step.on) or window_of(step.reported)))


def _town(entry: Entry, known: Knowledge) -> str | None:
    place = entry.slots.get("place")
    return known.place(place) if place and not known.is_state(place) else None


def _frameworks(p: Portrait) -> frozenset[str]:
    return p.schemes | ({p.slot("framework")} if p.slot("framework") else frozenset())


def blocks_of(deed: Deed, known: Knowledge) -> list[int]:
    """The blocks that a deed stands in: those of each actor (or member of a bloc) and measure, of its town, of its frameworks."""
    if deed.kind in ("agreement", "initiative"):
        return [_block(FRAMEWORKS, framework) for framework in deed.frameworks]
    if deed.kind == "meeting":
        return [_block(TOWNS, deed.town)] if deed.town and deed.begun else []
    actors = deed.actors.union(*(known.members(actor) for actor in deed.actors))
    things = {known.broader(item)[-1] for item in deed.measure}
    sorts = (GIFTS, REQUESTS) if deed.kind == "commitment" else (REQUESTS,)
    return [_block(sort, actor, thing) for actor in actors for thing in things for sort in sorts]


def _block(sort: int, *key: str) -> int:
    return number_of("deeds", sort, *key) & ~3 | sort


def sort_of(block: int) -> int:
    """What the deeds of a block stand together for."""
    return block & 3


def pack_deed(deed: Deed) -> dict[str, Any]:
    """The JSON of a deed."""
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in asdict(deed).items()}


def unpack_deed(packed: Mapping[str, Any]) -> Deed:
    """The deed of its JSON."""
    found = {field.name: packed[field.name] for field in fields(Deed)}
    found |= {name: frozenset(packed[name]) for name in ("actors", "items", "numbers", "frameworks")} | {
        name: tuple(packed[name]) for name in ("docs", "breaths")
    }
    found |= {name: tuple(packed[name]) if packed[name] else None for name in ("begun", "ended", "period", "due")}
    found["raised"] = None if packed["raised"] is None else frozenset(packed["raised"])
    return Deed(**found | {"arrived": tuple(tuple(window) for window in packed["arrived"])})


def _raised(members: Iterable[Portrait]) -> frozenset[float] | None:
    """The figures of the words of an increase; of "from 2 to 3 billion" both in billions."""
    text = " ".join(p.text for p in members if RAISED.search(p.text))
    if not text:
        return None
    told = numbers_in(text)
    return told | {n * scale for n in told if n < 1000 for scale in (1e6, 1e9) if FROM.search(text)}
