"""PDF: the printed lines of the pages, made a text again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from promissory.errors import SourceError
from promissory.reading.composing import Draft, Facts, completed, compose
from promissory.reading.context import Context, Line, Outcome
from promissory.reading.leading import join_leading
from promissory.reading.paragraphs import paragraphs
from promissory.reading.running import strip_running
from promissory.reading.streaming import read_whole
from promissory.reading.tracing import Traced

#: What a PDF file says of itself that is kept; of the file, not of the text, so no date of publication.
PROPERTIES = ("Title", "Author", "CreationDate", "ModDate")


def read_pdf(stream: BinaryIO, source: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """The one document of a PDF file."""
    raw = read_whole(stream, context.limits.file_bytes, source, "split it, or save its text")
    pages, properties = context.pages(raw, source)
    draft = draft_pages(pages, properties)
    if not any(character.isalnum() for character in draft.traced.text):
        raise SourceError("a PDF file without text: perhaps pictures of pages", source, "run a text recognition over it first")
    yield compose(completed(draft, hints), source)


def draft_pages(pages: list[list[Line]], properties: dict[str, str]) -> Draft:
    """The draft of printed pages: paragraphs joined over lines and pages, running headers, footers and page numbers removed."""
    kept, removed = strip_running(pages)
    title, blocks = join_leading(paragraphs(kept))
    extra = tuple((f"file {name.lower()}", properties[name]) for name in PROPERTIES if properties.get(name))
    return Draft(Traced("\n\n".join(blocks), ()), "pdf", Facts(title=title, extra=(("pages", str(len(pages))), *extra)), removed)
