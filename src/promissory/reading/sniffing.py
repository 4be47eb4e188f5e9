"""What a source is, by its content; its name only settles what content leaves open."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from promissory.errors import SourceError
from promissory.reading.addresses import is_address_list
from promissory.reading.decoding import decode, marked
from promissory.reading.tables import header_of

#: Openings of formats that are read from their bytes.
READ = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"WARC/", "warc"))
#: Openings of formats that hold text this version does not read, or no text at all.
UNREAD = (
    (b"{\\rtf", "an RTF file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"Rar!", "a RAR file"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article|main|div|p|h1|section|meta|title)\b", re.I | re.S
)
#: The root element of an XML file, after its declaration, comments and document type.
ROOT = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^\[>]*(?:\[.*?\]\s*)?>\s*)*<([\w.-]+:)?(?P<name>[\w.-]+)", re.I | re.S)
ROOTS = {"rss": "feed", "feed": "feed", "rdf": "feed", "urlset": "sitemap", "sitemapindex": "sitemap"}
MARKDOWN = re.compile(r"^(#{1,6} \S|={3,}\s*$|```|> \S|[*-] \[[^\]]*\]\()|\]\((https?:|/)|^\*\*\S", re.M)
CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
#: A header of a mail; one that only machines write, or three that people write, make the head of a mail.
MAIL_HEAD = re.compile(r"(?:From [^\n]*\n)?((?:[!-9;-~]+:[ \t]?[^\n]*\n(?:[ \t]+[^\n]*\n)*)+)\r?(?:\n|$)")
MAIL_FIELD = re.compile(r"^(from|to|date|subject|message-id|mime-version|received|return-path|snapshot-content-location):", re.I | re.M)
BY_MACHINES = frozenset(("message-id", "mime-version", "received", "return-path", "snapshot-content-location"))
MARKDOWN_NAMES = (".md", ".markdown")
JSONL_NAMES = (".jsonl", ".ndjson")
TABLE_NAMES = (".csv", ".tsv")
MAIL_NAMES = (".eml", ".mht", ".mhtml")


def sniff(head: bytes, name: str) -> str:
    """The format (a key of `FORMATS` or `HOLDERS`) of a source whose first bytes are `head`; SourceError if it is none."""
    for opening, format_ in READ:
        if head.startswith(opening) or (format_ == "pdf" and opening in head[:1024]):
            return format_
    _refuse(head, name)
    text, suffix = decode(head).text, PurePath(name).suffix.lower()
    if suffix in JSONL_NAMES or _is_jsonl(text):
        return "jsonl"
    if suffix in MAIL_NAMES or _is_mail(text):
        return "mail"
    if HTML.match(text):
        return "html"
    if text.lstrip().startswith("<") and (root := ROOT.match(text)):
        return _xml(root["name"], name) if root["name"].lower() in ROOTS or text.lstrip().startswith("<?xml") else "text"
    if is_address_list(text):
        return "addresses"
    if suffix in TABLE_NAMES or (header_of(text) and len(text.strip().splitlines()) > 1):  # a line alone is no table
        return "csv"
    return "markdown" if suffix in MARKDOWN_NAMES or len(MARKDOWN.findall(text)) >= 3 else "text"


def _refuse(head: bytes, name: str) -> None:
    """SourceError for what is no text and has no reader."""
    for opening, what in UNREAD:
        if head.startswith(opening):
            raise SourceError(f"{what}, which this version does not read", name, "save it as plain text, HTML or JSONL")
    if head.startswith(OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in head
        what = "an office file locked with a password" if locked else "an old office file, which this version does not read"
        raise SourceError(what, name, "save it without a password" if locked else "save it as DOCX, PDF or plain text")
    if not marked(head) and _is_binary(head):
        raise SourceError("a binary file, not a text", name, "give text, Markdown, HTML, PDF, DOCX, JSONL or an archive of them")


def _xml(root: str, name: str) -> str:
    if found := ROOTS.get(root.lower()):
        return found
    raise SourceError(f"an XML file of {root!r}, which this version does not read", name, "save it as plain text, HTML or JSONL")


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head or len(head) - len(head.translate(None, CONTROLS)) > len(head) // 20


def _is_mail(text: str) -> bool:
    found = MAIL_HEAD.match(text.replace("\r\n", "\n"))
    fields = {name.lower() for name in MAIL_FIELD.findall(found[1])} if found else set()
    return bool(fields & BY_MACHINES and len(fields) > 1) or {"from", "date", "subject"} <= fields


def _is_jsonl(text: str) -> bool:
    """Whether the first line that is not empty is a JSON object; of a line longer than the head only its beginning is known."""
    line, closed, _ = text.lstrip().partition("\n")
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not closed and re.match(r'\{\s*"(\w+)"\s*:', line) is not None
