"""Documents: one published text, immutable once stored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from promissory.model.ids import content_id
from promissory.model.spans import Span

BASES = ("metadata", "byline", "feed", "given", "inferred")


@dataclass(frozen=True, slots=True)
class Published:
    """When a document appeared: an ISO 8601 date or interval, what it rests on, and why."""

    value: str
    basis: str
    because: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.basis not in BASES:
            raise ValueError(f"basis {self.basis!r} is none of {', '.join(BASES)}")

    def to_record(self) -> dict[str, Any]:
        return {"value": self.value, "basis": self.basis, "because": list(self.because)}


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the stored text copied from the raw source: `text[start:start+length]` came from `raw[raw_start:raw_end]`.

    Offsets into the text are code points, offsets into the raw source are bytes. A run whose characters map one to one
    (plain text) can be divided; a run that was decoded (an entity, a collapsed space) maps as a whole.
    """

    start: int
    length: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True)
class Document:
    """One published text with its metadata and where it came from.

    `source` is what the user named (path, URL, `FILE#id`); it is not part of the identity, so the same text read from two
    places is one document. `removed` records what cleaning took away: (reason, words).
    """

    text: str
    source: str
    title: str | None = None
    publisher: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str = "en"
    authors: tuple[str, ...] = ()
    format: str = "text"
    segments: tuple[Segment, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    title_span: tuple[int, int] | None = None

    @cached_property
    def id(self) -> str:
        """Hash of text, title, publisher, date and address: what makes two publications one."""
        published = self.published.value if self.published else None
        return content_id("d", [self.text, self.title, self.publisher, published, self.url])

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end` as evidence."""
        return Span.cut(self.text, start, end)

    def to_record(self, *, with_text: bool = False) -> dict[str, Any]:
        """The JSON of a document; `near_copy_of` and `grade` are added by the ledger, which knows the other documents."""
        record: dict[str, Any] = {
            "id": self.id,
            "source": self.source,
            "url": self.url,
            "publisher": self.publisher,
            "title": self.title,
            "authors": list(self.authors),
            "published": self.published.to_record() if self.published else None,
            "language": self.language,
            "length": len(self.text),
            "format": self.format,
            "removed": [{"reason": reason, "text": words} for reason, words in self.removed],
            "metadata": dict(self.metadata),
        }
        if with_text:
            record |= {
                "title_span": list(self.title_span) if self.title_span else None,
                "segments": [[s.start, s.length, s.raw_start, s.raw_end] for s in self.segments],
                "text": self.text,
            }
        return record

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Document:
        """The document of a record made by `to_record(with_text=True)`."""
        published = record.get("published")
        title_span = record.get("title_span")
        return cls(
            text=record["text"],
            source=record["source"],
            title=record.get("title"),
            publisher=record.get("publisher"),
            published=Published(published["value"], published["basis"], tuple(published["because"])) if published else None,
            url=record.get("url"),
            language=record.get("language", "en"),
            authors=tuple(record.get("authors", ())),
            format=record.get("format", "text"),
            segments=tuple(Segment(*segment) for segment in record.get("segments", ())),
            removed=tuple((r["reason"], r["text"]) for r in record.get("removed", ())),
            metadata=tuple(sorted(record.get("metadata", {}).items())),
            title_span=(title_span[0], title_span[1]) if title_span else None,
        )
