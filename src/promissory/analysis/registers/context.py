"""What the rows of a register ask the ledger beside their own entry: links from others, words of claims, posts of the pack."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promissory.ledger import Ledger
from promissory.ledger.days import interval
from promissory.packs import Pack, Post

Record = Mapping[str, Any]


class Context:
    """The ledger as of a day, as far as a register needs it."""

    def __init__(self, ledger: Ledger, pack: Pack, as_of: str | None, beneficiary: str = "UA") -> None:
        self._ledger, self._pack, self._as_of, self.beneficiary = ledger, pack, as_of, beneficiary

    def linking(self, entry: Record, type_: str) -> list[Record]:
        """The entries that link to one by a type of link, as they stood."""
        found = [other for kind, other in self._ledger.links_to(entry["id"]) if kind == type_]
        if self._as_of is None:
            return [*found]
        then = (self._ledger.entry_as_of(other["id"], self._as_of) for other in found)
        return [row.record for row in then if row]

    def words(self, entry: Record) -> str:
        """The first words that prove an entry, on one line."""
        (first,) = self._ledger.claims_of(entry["claims"][:1])
        quote: str = first["evidence"][0]["quote"]
        return " ".join(quote.split())

    def claims(self, entry: Record) -> list[Record]:
        """The claims of an entry, in order of report."""
        return [row.record for row in self._ledger.claims_of(entry["claims"])]

    def term(self, entry: Record) -> Post | None:
        """The post as the pack has it; of several terms that which holds on the entry's day."""
        person, body = _one(entry, "person"), _one(entry, "body")
        terms = [p for p in self._pack.posts_of.get(person, ()) if p.body == body and entry["post"] in (None, p.role)]
        day = interval(entry.get("date") or next((found["reported"] for found in entry["history"]), None))
        return next((p for p in terms if day and p.held_on(*day)), terms[-1] if terms else None)

    def beside(self, entry: Record) -> tuple[str | None, str | None]:
        """Who held the post before and after, by the pack."""
        term = self.term(entry)
        if term is None:
            return None, None
        line = sorted(self._pack.holders[term.role, term.body], key=lambda p: p.since or "")
        at = line.index(term)
        return line[at - 1].person if at else None, line[at + 1].person if at + 1 < len(line) else None

    def publisher(self, claim: Record) -> str:
        """Who published a claim's document; its source where no publisher is known."""
        return str(self._ledger.publisher_of(claim["doc"]) or claim["source"])


def _one(entry: Record, role: str) -> str:
    return next(iter(entry["parties"].get(role) or ()), "")


def step(entry: Record, *statuses: str) -> str | None:
    """The first day at which an entry had one of some statuses; that of the report where its own is not stated."""
    days = [found["on"] or found["reported"] for found in entry["history"] if found["status"] in statuses]
    return min((day for day in days if day), key=_begin, default=None)


def _begin(day: str) -> tuple[str, str]:
    found = interval(day)
    return (found[0] if found else day), day
