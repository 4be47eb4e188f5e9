"""Citations that lead nowhere: malformed addresses, reference marks without a definition, lists of references with nothing in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from urllib.parse import urlsplit

from promissory.extraction.lexicon.punctuation import OPENING
from promissory.model import Document, Span

#: "[2]: address" or "[2] words" at the beginning of a line defines what the mark [2] stands for.
DEFINITION = re.compile(r"^[ \t]*\[\^?(?P<mark>\d{1,3})\](?P<colon>:?)[ \t]*(?P<target>[^\n]*)$", re.M)
#: A mark behind a word or a full stop. A figure put into a quotation ("the [20] systems") stands before a word and is none.
MARK = re.compile(r"(?<=\S)[ \t]?\[\^?(?P<mark>\d{1,3})\](?=[ \t]*(?:[.,;:!?)\]\[”\"’]|$|\n)|[ \t]+[A-Z])", re.M)
ADDRESS = re.compile(r"\b(?:https?|ftp):/{0,2}[^\s<>\"”’)\]]*", re.I)
#: A host is dotted labels that end in letters, with an optional port.
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,23}", re.I)
LINK = re.compile(r"!?\[(?P<words>[^\]\n]{1,200})\]\((?P<target>[^)\n]*)\)")
HEADING = re.compile(
    r"^[ \t#*]*(?:further reading|references?|sources?|citations?|bibliography|works cited|footnotes|endnotes|related links|links)[ \t]*"
    r":?[ \t*]*$",
    re.M | re.I,
)
#: What may stand under a heading of references: a mark, an address, a dated or quoted title, a list item.
REFERENCE = re.compile(rf"[ \t]*(?:\[|\(?\d{{1,3}}[.)]|[-*•–]|https?:|www\.|[{OPENING}]|.{{0,160}}\b(?:19|20)\d{{2}}\b|.{{3,120}}$)")
#: Line breaks, in bytes, that go with a line that cleaning takes out.
SLACK = 4
TRAILING = ".,;:!?*_"


@dataclass(frozen=True)
class Citations:
    """The reference marks, their definitions and the addresses of one text."""

    text: str

    @cached_property
    def definitions(self) -> dict[str, list[re.Match[str]]]:
        found: dict[str, list[re.Match[str]]] = {}
        for definition in DEFINITION.finditer(self.text):
            found.setdefault(definition["mark"], []).append(definition)
        return found

    @cached_property
    def working(self) -> frozenset[str]:
        """Marks with a definition that leads somewhere."""
        return frozenset(mark for mark, found in self.definitions.items() if any(not _fault(d) for d in found))

    def broken(self) -> tuple[tuple[Span, str], ...]:
        """Each broken citation with what is wrong with it, in the order of the text."""
        kinds = (self._addresses(), self._definitions(), self._marks(), self._links(), self._headings())
        found = {span: fault for kind in kinds for span, fault in kind}
        return tuple((span, found[span]) for span in sorted(found))

    def supports(self, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` cite something that may be followed: a mark with a sound definition or an address."""
        marks = (found["mark"] in self.working for found in MARK.finditer(self.text, start, end))
        addresses = (not address_fault(found.group()) for found in ADDRESS.finditer(self.text, start, end))
        return any(marks) or any(addresses)

    def _addresses(self) -> Iterator[tuple[Span, str]]:
        for found in ADDRESS.finditer(self.text):
            if fault := address_fault(found.group()):
                yield Span.cut(self.text, found.start(), found.end()), fault

    def _definitions(self) -> Iterator[tuple[Span, str]]:
        for definition in (d for found in self.definitions.values() for d in found):
            if fault := _fault(definition):
                yield Span.cut(self.text, definition.start(), definition.end()), fault

    def _marks(self) -> Iterator[tuple[Span, str]]:
        """Marks without a definition, but for texts whose notes are a numbered list of their own."""
        if _has_numbered_notes(self.text):
            return
        for found in MARK.finditer(self.text):
            if found["mark"] not in self.definitions:
                yield Span.cut(self.text, found.start(), found.end()), "no reference has this number"

    def _links(self) -> Iterator[tuple[Span, str]]:
        for found in LINK.finditer(self.text):
            target = found["target"].strip()
            if not target or target.casefold().startswith(("javascript:", "about:")):
                yield Span.cut(self.text, found.start(), found.end()), "the link has no address"

    def _headings(self) -> Iterator[tuple[Span, str]]:
        """A heading of references that ends the text or is followed by another label."""
        for heading in HEADING.finditer(self.text):
            if _is_empty_after(self.text, heading.end()):
                yield Span.cut(self.text, heading.start(), heading.end()), "nothing stands under this heading"


def emptied_headings(document: Document) -> Iterator[str]:
    """Headings of references that cleaning took out as furniture, where nothing stood under them."""
    headings = [words for _, words in document.removed if HEADING.fullmatch(words)]
    others = [len(words.encode()) for _, words in document.removed if not HEADING.fullmatch(words)]
    gaps = [(after.raw_start - before.raw_end, after.start) for before, after in pairwise(document.segments)]
    for words in headings:
        length = len(words.encode())
        places = [at for gap, at in gaps if 0 <= gap - length <= SLACK]
        # a line of the same length taken out elsewhere leaves the same gap: then the place is not known
        known = places and not any(0 <= other - length <= SLACK or 0 <= length - other <= SLACK for other in others)
        if known and any(_is_empty_after(document.text, at) for at in places):
            yield words


def address_fault(address: str) -> str | None:
    """What is wrong with a web address, or None."""
    address = address.rstrip(TRAILING.replace(":", ""))
    if address.endswith(("…", "...")):
        return "the address is cut off"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        sound = parts.port is None or parts.port > 0
    except ValueError:
        return "the address cannot be read"
    numeric = re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}", host)
    return None if sound and (HOST.fullmatch(_ascii(host)) or numeric) else "the address has no host"


def _is_empty_after(text: str, at: int) -> bool:
    """Whether a heading that ends at `at` is the last line or followed by another label."""
    after = text[at:].lstrip("\n \t").partition("\n")[0].strip()
    return not after or after.endswith(":") or not REFERENCE.match(after)


def _ascii(host: str) -> str:
    """A host with letters outside ASCII as if they were plain ones."""
    return "".join(c if c.isascii() else "x" for c in host)


def _fault(definition: re.Match[str]) -> str | None:
    """What is wrong with "[n]: target"; a target in plain words is sound."""
    target = definition["target"].strip().strip("<>")
    if not re.search(r"\w", target):
        return "the reference is empty"
    address, _, rest = target.partition(" ")
    if not ADDRESS.match(address):
        return None
    # an address that goes on behind a space was broken; a title or a date behind it is none of it
    if re.match(r"[^\s\"'“(]*[=/%&]\S*(?:\s+\S*[/=]\S*)*$|\S+\s*=?/\S", rest.strip()):
        return "the address has a space in it"
    return address_fault(address)


def _has_numbered_notes(text: str) -> bool:
    """Whether a text ends in a list "1. …" under a heading of references."""
    return any(re.match(r"\s*\(?1[.)]?\s+\S", text[heading.end() :]) for heading in HEADING.finditer(text))
