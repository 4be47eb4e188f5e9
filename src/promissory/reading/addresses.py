"""Lists of addresses: plain lists of URLs, sitemaps and indexes of sitemaps. What each address holds is fetched and read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from promissory.errors import SourceError
from promissory.model import Published
from promissory.reading.bylines import iso_date
from promissory.reading.composing import Facts
from promissory.reading.context import Context, Fetched, Outcome
from promissory.reading.decoding import decode
from promissory.reading.safe_xml import local, parse_xml
from promissory.reading.streaming import read_whole

ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.I)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
SPLIT = "split the list"


def is_address_list(head: str) -> bool:
    """Whether every line is an address, empty, or a comment (`# …`); the last line of a head may be cut."""
    lines = [line.strip() for line in head.split("\n")]
    kept = [line for line in lines if line and not line.startswith("#")]
    return bool(kept) and all(ADDRESS.fullmatch(line) for line in kept)


def read_addresses(stream: BinaryIO, source: str, context: Context, _hints: Facts) -> Iterator[Outcome]:
    """The documents at the addresses of a list; the source of each is its address."""
    text = decode(read_whole(stream, context.settings.max_text_bytes, source, SPLIT)).text
    found = [line.strip() for line in text.split("\n") if line.strip() and not line.strip().startswith("#")]
    yield from _fetched_all(((address, Facts()) for address in dict.fromkeys(found)), len(found), source, context)


def read_sitemap(stream: BinaryIO, source: str, context: Context, _hints: Facts) -> Iterator[Outcome]:
    """The documents at the addresses of a sitemap, or of the sitemaps it lists; dates only of news sitemaps, which say `published`."""
    root = parse_xml(read_whole(stream, context.settings.max_text_bytes, source, SPLIT), source, "a sitemap")
    rows = [row for row in ({local(part.tag): (part.text or "").strip() for part in entry.iter()} for entry in root) if row.get("loc")]
    yield from _fetched_all(((row["loc"], _facts(row)) for row in rows), len(rows), source, context)


def fetch_into(address: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """What is read at one address; its source is the address as asked for, its `url` the one it led to."""
    try:
        fetched = context.fetched(address)
        yield from context.member(io.BytesIO(fetched.content), address, _of_fetched(fetched, hints))
    except SourceError as fault:
        yield fault


def _fetched_all(rows: Iterable[tuple[str, Facts]], count: int, source: str, context: Context) -> Iterator[Outcome]:
    if not count:
        raise SourceError("a list without addresses", source, "nothing to read")
    if count > context.limits.addresses:
        raise SourceError(f"a list of {count:,} addresses; the limit is {context.limits.addresses:,}", source, SPLIT)
    if context.fetch is None:
        raise SourceError(f"a list of {count:,} addresses, and fetching is not available", source, "save the pages and name the files")
    for address, hints in rows:
        yield from fetch_into(address, context, hints)


def _facts(row: dict[str, str]) -> Facts:
    written = row.get("publication_date")
    day = iso_date(written) if written else None
    published = Published(day, "metadata", (f"the sitemap: {written}",)) if day else None
    return Facts(title=row.get("title"), publisher=row.get("name"), published=published)


def _of_fetched(fetched: Fetched, hints: Facts) -> Facts:
    charset = CHARSET.search(fetched.content_type or "")
    extra = (("charset", charset[1]),) if charset else ()
    return replace(hints, url=hints.url or fetched.final_url, extra=(*hints.extra, *extra))
