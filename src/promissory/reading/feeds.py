"""RSS and Atom: each entry is a document."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from promissory.errors import SourceError
from promissory.model import Published
from promissory.reading.composing import Draft, Facts, compose
from promissory.reading.context import Context, Outcome
from promissory.reading.html import draft_html
from promissory.reading.language import language_code
from promissory.reading.plain import draft_text
from promissory.reading.safe_xml import decode_xml
from promissory.reading.streaming import read_whole

#: What stands between the words of an entry.
TAGS = re.compile(r"<[^>]*>|&nbsp;")


def read_feed(stream: BinaryIO, source: str, context: Context, _hints: Facts) -> Iterator[Outcome]:
    """The documents of the entries, named `FEED#entry-id` (its id, else its link, else its number), in the feed's order."""
    raw = read_whole(stream, context.settings.max_text_bytes, source, "split it")
    feed = _parsed(decode_xml(raw, source), source)
    if not feed.entries:
        raise SourceError("no entries in this XML feed", source, "nothing to read")
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{source}#{entry.get('id') or entry.get('link') or number}"
        try:
            yield compose(_draft(entry, feed.feed, where), where)
        except SourceError as fault:
            yield fault


def _parsed(text: str, source: str) -> Any:
    try:
        import feedparser  # type: ignore[import-untyped]
    except ImportError:
        raise SourceError("feeds need the library feedparser", source, "pip install 'promissory[formats]'") from None
    return feedparser.parse(io.BytesIO(text.encode()), response_headers={"content-type": "application/xml; charset=utf-8"})


def _draft(entry: Mapping[str, Any], feed: Mapping[str, Any], where: str) -> Draft:
    """The fullest text of an entry, its title if it has no other."""
    bodies = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    body = max(bodies, key=lambda body: len(body.get("value", "")))
    words, title = body.get("value", ""), _line(draft_text(entry.get("title", ""), where).traced.text)
    if not TAGS.sub("", words).strip():
        draft = draft_text(title or "", where)
    elif body.get("type") == "text/plain":
        draft = draft_text(words, where)
    else:
        draft = draft_html(f"<!doctype html><title></title><body><article>{words}</article>", where)
    return replace(draft, format="feed", traced=replace(draft.traced, runs=()), facts=_facts(entry, feed, title))


def _facts(entry: Mapping[str, Any], feed: Mapping[str, Any], title: str | None) -> Facts:
    parsed: time.struct_time | None = entry.get("published_parsed")
    day = time.strftime("%Y-%m-%d", parsed) if parsed else None
    language = entry.get("summary_detail", {}).get("language") or feed.get("language") or ""
    return Facts(
        title=title,
        publisher=_line((entry.get("source") or {}).get("title") or feed.get("title") or ""),
        published=Published(day, "feed", (f"the feed's entry: {entry.get('published', day)}",)) if day else None,
        url=entry.get("link") or None,
        language=language_code(language),
        authors=tuple(name for person in entry.get("authors", ()) if (name := _line(person.get("name", "")))),
    )


def _line(words: str) -> str | None:
    return " ".join(words.split()) or None
