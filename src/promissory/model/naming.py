"""The line that names a claim or an entry: who it is of, and what tells it from others of them. Views say how ids and slots read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from promissory.model.kinds import ROLES

Record = Mapping[str, Any]
#: How an id reads, and how the value of a slot does (one of the `items` at a time, one of `means`, …).
Name = Callable[[str], str]
Word = Callable[[str, Any], str]
#: Kinds whose parties stand on two sides, and the roles of these.
ARROWS: Mapping[str, tuple[str, str]] = {
    "commitment": ("donor", "recipient"), "attack": ("actor", "target"), "need": ("asked", "needs"), "proposal": ("by", "to"),
}  # fmt: skip
SINGLE = ("format", "post", "term", "framework")
SEVERAL = ("means", "hit", "scope")
#: Of what a record is about in many words, so many; characters of a quote.
MOST, QUOTED = 3, 120
#: Quotation marks that words may begin with.
MARKS = ("“", "”", '"', "„", "«")


def who(record: Record, name: Name = str) -> str:
    """The parties: one side → the other, or all of them with commas."""
    parties = record.get("parties") or {}
    first, last = ARROWS.get(record["kind"], ("", ""))
    if parties.get(first) and parties.get(last):
        return f"{', '.join(map(name, parties[first]))} → {', '.join(map(name, parties[last]))}"
    named = dict.fromkeys(identity for role in ROLES[record["kind"]] for identity in parties.get(role) or ())
    return ", ".join(map(name, named))


def what(record: Record, word: Word, quote: str = "") -> str:
    """Sums, goods and the other slots in a few words; where there are none, the beginning of a quote, or else the topics."""
    told = list(dict.fromkeys(word(slot, value) for slot, value in _particulars(record)))
    if not told and quote:
        return in_quotes(f"{quote[:QUOTED]}{'…' if len(quote) > QUOTED else ''}")
    return ", ".join(told or [word("topics", topic) for topic in (record.get("topics") or ())[:MOST]])


def title(record: Record, name: Name, word: Word, quote: str = "") -> str:
    """One line for a record: `DE → UA: 2 × patriot`; empty where nobody and nothing is named."""
    return ": ".join(part for part in (who(record, name), what(record, word, quote)) if part)


def in_quotes(words: str) -> str:
    """Words in quotation marks; those that begin with one of their own as they stand."""
    return words if words.startswith(MARKS) else f"“{words}”"


def is_bare(record: Record) -> bool:
    """Whether no slot tells a record from others of the same parties, so that its words must."""
    return next(_particulars(record), None) is None


def _particulars(record: Record) -> Iterator[tuple[str, Any]]:
    if record.get("amount"):
        yield "amount", record["amount"]
    yield from (("items", lot) for lot in record.get("items") or ())
    if record.get("support") and record.get("amount") and not record.get("items"):  # goods say what they are for
        yield "support", record["support"]
    yield from ((slot, record[slot]) for slot in SINGLE if record.get(slot))
    yield from ((slot, value) for slot in SEVERAL for value in (record.get(slot) or ())[:MOST])
