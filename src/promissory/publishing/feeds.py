"""An Atom feed of what changed: every step of every entry, the newest reports first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from promissory.ledger.days import interval
from promissory.model.naming import in_quotes
from promissory.packs import Pack
from promissory.publishing.flattening import headline
from promissory.publishing.gathering import Content, Evidence, Record

ATOM = "http://www.w3.org/2005/Atom"
#: Steps in a feed at most.
MOST = 200
Node = ElementTree.Element


def write_atom(content: Content, to: Path) -> None:
    """A feed of the latest steps of what is exported."""
    to.write_bytes(atom(content.about, content.entries, content.evidence, content.pack))


def atom(about: str, entries: Iterable[Record], evidence: Mapping[str, tuple[Evidence, ...]], pack: Pack, site: str = "") -> bytes:
    """The latest steps of some entries. Each is dated by its report, the feed by the newest: the same ledger gives the same feed.

    `site` is the address of a web app (ending in a slash) that has pages of the entries; none for a feed that is only a file.
    """
    steps = sorted(_steps(entries), key=lambda step: (step[0], step[2]["id"], step[1]), reverse=True)[:MOST]
    feed = Node("feed", xmlns=ATOM)
    _text(feed, "id", site or f"urn:promissory:{'-'.join(about.split()) or 'ledger'}")
    _text(feed, "title", f"Promissory: {about}")
    _text(feed, "updated", _moment(steps[0][0] if steps else "1970-01-01"))
    _text(ElementTree.SubElement(feed, "author"), "name", "Promissory")
    if site:
        ElementTree.SubElement(feed, "link", rel="self", href=f"{site}feed.atom")
    for day, number, entry in steps:
        feed.append(_entry(day, number, entry, evidence[entry["id"]], pack, site))
    ElementTree.indent(feed)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _steps(entries: Iterable[Record]) -> Iterator[tuple[str, int, Record]]:
    """Steps whose report is dated, by the last day that it may be of."""
    for entry in entries:
        for number, step in enumerate(entry["history"]):
            if days := interval(step["reported"]):
                yield days[1], number, entry


def _entry(day: str, number: int, entry: Record, evidence: tuple[Evidence, ...], pack: Pack, site: str) -> Node:
    step = entry["history"][number]
    proofs = [item for item in evidence if item.claim in step["claims"]]
    node = Node("entry")
    _text(node, "id", f"urn:promissory:{entry['id']}:{number}:{step['status']}")
    _text(node, "title", clean(f"{step['status']}: {headline(entry, proofs[0].quote if proofs else '', pack)}"))
    _text(node, "updated", _moment(day))
    if site:
        ElementTree.SubElement(node, "link", rel="alternate", href=f"{site}entry/{entry['id']}")
    for url in dict.fromkeys(item.document["url"] for item in proofs if item.document["url"]):
        ElementTree.SubElement(node, "link", rel="related", href=clean(url))
    ElementTree.SubElement(node, "category", term=entry["kind"])
    quotes = dict.fromkeys(f"{in_quotes(item.quote)} ({item.document['publisher'] or item.source})" for item in proofs)
    _text(node, "content", clean("\n".join([f"{step['status']}, on {step['on'] or 'an unknown day'}", *quotes])), type="text")
    return node


def _text(parent: Node, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = text


def clean(text: str) -> str:
    """Text without the characters that XML does not have."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c < "\ud800" or "\ue000" <= c < "\ufffe" or c > "\uffff")


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
