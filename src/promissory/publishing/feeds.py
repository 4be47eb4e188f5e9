"""Atom feeds of what changed: every step of every entry, the newest reports first. Files and the web app have the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from promissory.ledger import Ledger
from promissory.ledger.days import interval
from promissory.publishing.flattening import headline
from promissory.publishing.gathering import Content, Evidence, Record, evidence_of

ATOM = "http://www.w3.org/2005/Atom"
#: Steps in a feed at most, and how many of the newest documents tell them.
MOST, DOCUMENTS = 200, 40
#: What a feed of everything is about.
EVERYTHING = "the whole ledger"
Node = ElementTree.Element


@dataclass(frozen=True)
class Change:
    """A step of an entry: the last day that its report may be of, its number in the history, and the words that tell it."""

    day: str
    number: int
    entry: Record
    proofs: tuple[Evidence, ...]

    @property
    def order(self) -> tuple[str, str, int]:
        return self.day, str(self.entry["id"]), self.number


def write_atom(content: Content, to: Path) -> None:
    """A feed of the latest steps of what is published. The same ledger gives the same feed."""
    to.write_bytes(atom_of(_changes(content), content.about))


def newest_changes(ledger: Ledger) -> list[Change]:
    """The steps that the newest documents tell, with what they say of them."""
    documents = {row.id: row.record for row in ledger.newest_documents(DOCUMENTS)}
    entries = {row.id: row.record for doc in documents for row in ledger.entries_of_document(doc)}
    claims = {row.id: row.record for row in ledger.claims_of([key for entry in entries.values() for key in entry["claims"]])}
    known = {key: claim for key, claim in claims.items() if claim["doc"] in documents}
    evidence = {key: tuple(evidence_of(entry, known, documents)) for key, entry in entries.items()}
    return [change for change in _steps(entries.values(), evidence) if change.proofs]


def atom_of(changes: Iterable[Change], about: str, base: str | None = None) -> bytes:
    """The feed of changes, each dated by its report, the feed by the newest; `base` is the address of the app that shows the entries."""
    latest = sorted(changes, key=lambda change: change.order, reverse=True)[:MOST]
    feed = Node("feed", xmlns=ATOM)
    _text(feed, "id", f"urn:promissory:{'-'.join(about.split())}")
    _text(feed, "title", f"Promissory: {about}")
    _text(feed, "updated", _moment(latest[0].day if latest else "1970-01-01"))
    if base:
        ElementTree.SubElement(feed, "link", rel="self", href=f"{base}feed.atom")
    _text(ElementTree.SubElement(feed, "author"), "name", "Promissory")
    feed.extend(_entry(change, base) for change in latest)
    ElementTree.indent(feed)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _changes(content: Content) -> Iterator[Change]:
    return _steps(content.entries, content.evidence)


def _steps(entries: Iterable[Record], evidence: Mapping[str, tuple[Evidence, ...]]) -> Iterator[Change]:
    """Steps whose report is dated."""
    for entry in entries:
        for number, step in enumerate(entry["history"]):
            if days := interval(step["reported"]):
                proofs = tuple(item for item in evidence[entry["id"]] if item.claim in step["claims"])
                yield Change(days[1], number, entry, proofs)


def _entry(change: Change, base: str | None) -> Node:
    entry, proofs = change.entry, change.proofs
    step = entry["history"][change.number]
    node = Node("entry")
    _text(node, "id", f"urn:promissory:{entry['id']}:{change.number}:{step['status']}")
    _text(node, "title", clean(f"{step['status']}: {headline(entry, proofs[0].quote if proofs else '')}"))
    _text(node, "updated", _moment(change.day))
    if base:
        ElementTree.SubElement(node, "link", rel="alternate", href=f"{base}entry/{entry['id']}")
    for url in dict.fromkeys(item.document["url"] for item in proofs if item.document["url"]):
        ElementTree.SubElement(node, "link", rel="related", href=clean(url))
    ElementTree.SubElement(node, "category", term=entry["kind"])
    quotes = dict.fromkeys(f"“{item.quote}” ({item.document['publisher'] or item.source})" for item in proofs)
    _text(node, "content", clean("\n".join([f"{step['status']}, on {step['on'] or 'an unknown day'}", *quotes])), type="text")
    return node


def _text(parent: Node, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = text


def clean(text: str) -> str:
    """Text without the characters that XML does not have."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c < "\ud800" or "\ue000" <= c < "\ufffe" or c > "\uffff")


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
