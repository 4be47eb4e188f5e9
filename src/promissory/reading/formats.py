"""The formats that can be read: one small reader each. A new format is a new row, and an opening in `sniffing`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from promissory.reading.addresses import read_addresses, read_sitemap
from promissory.reading.archives import read_gzip, read_zip
from promissory.reading.composing import Draft, Facts
from promissory.reading.context import Context, Outcome
from promissory.reading.feeds import read_feed
from promissory.reading.html import draft_html, draft_html_in_bulk
from promissory.reading.jsonl import read_jsonl
from promissory.reading.mail import read_mail
from promissory.reading.markdown import draft_markdown
from promissory.reading.pdf import read_pdf
from promissory.reading.plain import draft_text
from promissory.reading.tables import read_table
from promissory.reading.warc import read_warc

#: Format → from decoded characters, and where they come from (for faults), to the draft of the one document they hold.
FORMATS: dict[str, Callable[[str, str], Draft]] = {"text": draft_text, "markdown": draft_markdown, "html": draft_html}

#: Formats that have a faster and coarser reader for archives of many.
IN_BULK: dict[str, Callable[[str, str], Draft]] = {"html": draft_html_in_bulk}

#: Format → from a stream of bytes to the documents in it, one after the other, with the faults among them.
HOLDERS: dict[str, Callable[[BinaryIO, str, Context, Facts], Iterator[Outcome]]] = {
    "addresses": read_addresses,
    "csv": read_table,
    "feed": read_feed,
    "gzip": read_gzip,
    "jsonl": read_jsonl,
    "mail": read_mail,
    "pdf": read_pdf,
    "sitemap": read_sitemap,
    "warc": read_warc,
    "zip": read_zip,
}
