"""XML from strangers: no entities of its own, so that no small file grows large and no other file is drawn in."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from promissory.errors import SourceError
from promissory.reading.decoding import decode

ENTITY = re.compile(r"<!ENTITY", re.I)


def decode_xml(raw: bytes, where: str) -> str:
    """The characters of an XML file; SourceError if it declares entities. UTF-8 unless the file or its marks say otherwise."""
    declared = re.match(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)", raw[:200])
    text = decode(raw, declared[1].decode("ascii") if declared else None).text.encode("utf-8", "replace").decode("utf-8")
    if ENTITY.search(text):
        raise SourceError("XML that declares entities of its own is not read: they can grow without bound", where, "save it without them")
    return text


def parse_xml(raw: bytes, where: str, what: str) -> ElementTree.Element:
    """The root element; SourceError, naming the file as `what`, if it is broken or declares entities."""
    text = re.sub(r"^\s*<\?xml.*?\?>", "", decode_xml(raw, where), count=1, flags=re.S)
    try:
        return ElementTree.fromstring(text.strip("\ufeff \t\r\n\x00"))
    except (ElementTree.ParseError, ValueError) as fault:
        raise SourceError(f"{what} that cannot be read: {fault}", where, "save it again") from fault


def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]
