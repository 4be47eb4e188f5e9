"""Who held which post, and when: the terms that the pack knows, with what reports say of them, and those that only reports tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Unpack

from promissory.analysis.registers.context import Context, step
from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import interval
from promissory.packs import Pack, Post

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """One report of a term: what it says, of which day (or reported on), and the entry."""

    status: str
    on: str | None
    entry: str


@dataclass(frozen=True, slots=True)
class Term:
    """One person in a post; a day is None where neither the pack nor a report tells it. `known` if the pack has it."""

    person: str
    since: str | None
    until: str | None
    known: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A post of a body, and who held it or stood for it, in order."""

    post: str
    body: str
    terms: tuple[Term, ...]


def offices(ledger: Ledger, pack: Pack, **options: Unpack[FilterOptions]) -> tuple[Office, ...]:
    """The posts that entries under the filters of `Ledger.entries` tell of, by body and post."""
    options["kind"] = "tenure"
    context = Context(ledger, pack, options.get("as_of"))
    found: dict[tuple[str, str], dict[Post | str, list[Record]]] = {}
    for row in ledger.entries(**options):
        term = context.term(row.record)
        for body in row["parties"].get("body") or [""]:
            office = found.setdefault((body, term.role if term else row["post"] or ""), {})
            for person in row["parties"].get("person") or ():
                office.setdefault(term or person, []).append(row.record)
    return tuple(_office(body, post, terms, pack, options.get("as_of")) for (body, post), terms in sorted(found.items()))


def _office(body: str, post: str, told: Mapping[Post | str, list[Record]], pack: Pack, as_of: str | None) -> Office:
    """All terms of a post: a reader sees who came before and after, also where no report says so."""
    known = {term: told.get(term, []) for term in pack.holders.get((post, body), ()) if not as_of or (term.since or "") <= as_of}
    terms = [*_known(known | {term: told[term] for term in told if isinstance(term, Post)}), *_reported(told)]
    return Office(post, body, tuple(sorted(terms, key=lambda term: (term.since or term.until or "9999", term.person))))


def _known(told: Mapping[Post, list[Record]]) -> Iterator[Term]:
    for term, entries in told.items():
        yield Term(term.person, term.since, term.ended, True, tuple(_told(entries)))


def _reported(told: Mapping[Post | str, list[Record]]) -> Iterator[Term]:
    for person, entries in told.items():
        if isinstance(person, str):
            days = [[day for entry in entries if (day := step(entry, *statuses))] for statuses in (("takes_office",), ("leaves_office",))]
            since, until = (min(found, default=None) for found in days)
            yield Term(person, since, until, False, tuple(_told(entries)))


def _told(entries: Iterable[Record]) -> list[Told]:
    steps = [Told(found["status"], found["on"] or found["reported"], entry["id"]) for entry in entries for found in entry["history"]]
    return sorted(steps, key=lambda told: (interval(told.on) or ("9999", ""), told.status, told.entry))
