"""A document from raw text and what is known about it: the one way all formats take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace

from promissory.errors import SourceError
from promissory.model import Document, Published, Segment
from promissory.reading.bylines import read_byline
from promissory.reading.cleaning import clean, tidy
from promissory.reading.language import settle_language
from promissory.reading.titling import first_line_title, opening, repeats
from promissory.reading.tracing import Traced

#: Bytes of the source for the runs of a text; formats that cannot tell give none.
Locate = Callable[[Traced], tuple[Segment, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a source says of a text beside the text itself.

    `language_given` marks a language that the user named for this very text; what a page declares is often its template's.
    """

    title: str | None = None
    publisher: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str | None = None
    language_given: bool = False
    authors: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one document as its format gives it, before cleaning."""

    traced: Traced
    format: str
    facts: Facts = field(default_factory=Facts)
    removed: tuple[tuple[str, str], ...] = ()


def completed(draft: Draft, hints: Facts) -> Draft:
    """The draft with what it does not say of itself from `hints`, which come from around it (an archive, a list, a mail)."""
    own = draft.facts
    open_ = {field.name: getattr(hints, field.name) for field in fields(Facts) if not getattr(own, field.name)}
    return replace(draft, facts=replace(own, **(open_ | {"extra": (*own.extra, *hints.extra)})))


def nowhere(_traced: Traced) -> tuple[Segment, ...]:
    """For texts whose places in the source's bytes are not known."""
    return ()


def compose(draft: Draft, source: str, locate: Locate = nowhere) -> Document:
    """The document of a draft; SourceError if nothing is left to read."""
    cleaned = clean(draft.traced)
    if not any(character.isalnum() for character in cleaned.traced.text):
        raise SourceError("no text in it", source, "check that the file holds the report itself")
    traced, title_span = _headed(cleaned.traced, draft.facts.title)
    traced, repeated = _without_repeats(traced, title_span)
    removed = (*draft.removed, *cleaned.removed, *repeated)
    byline = read_byline(traced.text, removed)
    facts = draft.facts
    return Document(
        text=traced.text,
        source=source,
        title=facts.title or (traced.text[slice(*title_span)] if title_span else None),
        publisher=facts.publisher,
        published=facts.published or byline.published,
        url=facts.url,
        language=facts.language if facts.language and facts.language_given else settle_language(traced.text, facts.language),
        authors=facts.authors or byline.authors,
        format=draft.format,
        segments=locate(traced),
        removed=removed,
        metadata=tuple(sorted(facts.extra)),
        title_span=title_span,
    )


def dated(document: Document, published: Published | None) -> Document:
    """The document with a publication date it lacked."""
    return replace(document, published=published)


def _headed(traced: Traced, title: str | None) -> tuple[Traced, tuple[int, int] | None]:
    """The text opened by its headline as a block of its own, and the headline's place."""
    if not title:
        return traced, first_line_title(traced.text)
    end = opening(traced.text, title)
    if end is None:
        return traced.edit([(0, 0, f"{title}\n\n")]), (0, len(title))
    if traced.text[end : end + 1] == " ":
        traced = traced.edit([(end, end + 1, "\n")])
    return traced, (0, end)


def _without_repeats(traced: Traced, title_span: tuple[int, int] | None) -> tuple[Traced, tuple[tuple[str, str], ...]]:
    edits = list(repeats(traced.text, title_span)) if title_span else []
    repeated = tuple(("repeated headline", traced.text[start:end]) for start, end, _ in edits)
    return tidy(traced.edit(edits)) if edits else traced, repeated
