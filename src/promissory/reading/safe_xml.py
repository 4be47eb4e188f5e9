"""XML from strangers: no entities of its own, so that no small file grows large and no other file is drawn in."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from promissory.errors import SourceError
from promissory.reading.decoding import decode

#: No office file or sitemap nests its elements deeper than this.
DEEPEST = 250
ENTITY = re.compile(r"<!ENTITY", re.I)


def decode_xml(raw: bytes, where: str) -> str:
    """The characters of an XML file; SourceError if it declares entities. UTF-8 unless the file or its marks say otherwise."""
    declared = re.match(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)", raw[:200])
    text = decode(raw, declared[1].decode("ascii") if declared else None).text.encode("utf-8", "replace").decode("utf-8")
    if ENTITY.search(text):
        raise SourceError("XML that declares entities of its own is not read: they can grow without bound", where, "save it without them")
    return text


def parse_xml(raw: bytes, where: str, what: str) -> ElementTree.Element:
    """The root element; SourceError, naming the file as `what`, if it is broken, declares entities, or goes too deep."""
    text = re.sub(r"^\s*<\?xml.*?\?>", "", decode_xml(raw, where), count=1, flags=re.S)
    parser = ElementTree.XMLParser(target=_Bounded(where, what))
    try:
        return ElementTree.fromstring(text.strip("\ufeff \t\r\n\x00"), parser)
    except (ElementTree.ParseError, ValueError) as fault:
        raise SourceError(f"{what} that cannot be read: {fault}", where, "save it again") from fault


class _Bounded(ElementTree.TreeBuilder):
    """Builds the tree; SourceError where it goes too deep to be walked."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__()
        self._where, self._what, self._depth = where, what, 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ElementTree.Element:
        self._depth += 1
        if self._depth > DEEPEST:
            raise SourceError(f"{self._what} whose elements are nested more than {DEEPEST} deep", self._where, "save it as plain text")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)


def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]
