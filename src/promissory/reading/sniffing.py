"""What a source is, by its content; its name only settles what content leaves open."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from promissory.errors import SourceError
from promissory.reading.decoding import decode, marked

#: Openings of formats that hold text this version does not read, or no text at all.
OPENINGS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"WARC/", "a web archive"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article|main|div|p|h1|section|meta|title)\b", re.I | re.S
)
XML = re.compile(r"\s*<(\?xml|rss|feed)\b", re.I)
MARKDOWN = re.compile(r"^(#{1,6} \S|={3,}\s*$|```|> \S|[*-] \[[^\]]*\]\()|\]\((https?:|/)|^\*\*\S", re.M)
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MARKDOWN_NAMES = (".md", ".markdown")
JSONL_NAMES = (".jsonl", ".ndjson")


def sniff(head: bytes, name: str) -> str:
    """The format (`text`, `markdown`, `html`, `jsonl`) of a source whose first bytes are `head`; SourceError if it is none."""
    for opening, what in OPENINGS:
        if head.startswith(opening):
            raise SourceError(f"{what}, which this version does not read", name, "save it as plain text, HTML or JSONL")
    if not marked(head) and _is_binary(head):
        raise SourceError("a binary file, not a text", name, "give text, Markdown, HTML or JSONL")
    text, suffix = decode(head).text, PurePath(name).suffix.lower()
    if suffix in JSONL_NAMES or _is_jsonl(text):
        return "jsonl"
    if HTML.match(text):
        return "html"
    if XML.match(text):
        raise SourceError("an XML file, which this version does not read", name, "save it as plain text, HTML or JSONL")
    return "markdown" if suffix in MARKDOWN_NAMES or len(MARKDOWN.findall(text)) >= 3 else "text"


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head or len(CONTROLS.findall(head)) > len(head) // 20


def _is_jsonl(text: str) -> bool:
    """Whether the first line that is not empty is a JSON object; of a line longer than the head only its beginning is known."""
    line, closed, _ = text.lstrip().partition("\n")
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not closed and re.match(r'\{\s*"(\w+)"\s*:', line) is not None
