"""Records of fields, as JSONL and CSV hold them: one document each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from promissory.errors import SourceError
from promissory.model import Document, Published
from promissory.reading.bylines import iso_date
from promissory.reading.composing import Draft, Facts, completed, compose
from promissory.reading.html import draft_html
from promissory.reading.language import language_code
from promissory.reading.plain import draft_text

KNOWN = ("id", "text", "html", "title", "publisher", "published", "url", "language")


def read_record(record: Mapping[str, Any], source: str, where: str, format_: str, hints: Facts) -> Document:
    """The document of one record of `source`; `where` names the record if it has no `id` of its own."""
    name = record.get("id")
    where = f"{source}#{name}" if isinstance(name, str | int) and str(name).strip() else where
    draft = completed(_draft(record, where, format_), hints)
    raw = draft.traced.text
    # the source's bytes are those of the field `text` in UTF-8: escapes make the line itself useless as an address
    return compose(draft, where, lambda traced: traced.segments(raw.encode(), raw, "utf-8", 0) if draft.format == format_ else ())


def _draft(record: Mapping[str, Any], where: str, format_: str) -> Draft:
    text, page = _words(record, "text"), _words(record, "html")
    if text is None and page is None:
        raise SourceError("the record has no text", where, 'give it a field "text" or "html"')
    draft = replace(draft_text(text, where), format=format_) if text is not None else draft_html(page or "", where)
    return replace(draft, facts=_facts(record, draft.facts))


def _facts(record: Mapping[str, Any], read: Facts) -> Facts:
    """The given fields; what they leave open, as read from the page."""
    written, language = record.get("published"), _words(record, "language")
    day = iso_date(str(written)) if written is not None else None
    unread = {} if day or written is None else {"published": written}
    odd = {key: record[key] for key in ("title", "publisher", "url") if record.get(key) is not None and _words(record, key) is None}
    extra = {key: value for key, value in record.items() if key not in KNOWN and value is not None} | unread | odd
    return Facts(
        title=" ".join((_words(record, "title") or read.title or "").split()) or None,
        publisher=_words(record, "publisher") or read.publisher,
        published=Published(day, "given") if day else read.published,
        url=_words(record, "url") or read.url,
        language=language_code(language) if language else read.language,
        language_given=language is not None,
        authors=read.authors,
        extra=tuple((_sound(key), _written(value)) for key, value in extra.items()),
    )


def _words(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    return _sound(value) if isinstance(value, str) and value.strip() else None


def _written(value: Any) -> str:
    return _sound(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _sound(words: str) -> str:
    """Words without lone surrogates, which JSON can write and no file can hold."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
