"""Posts that a dated text gives to people who did not hold them that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from promissory.model import Document, Finding, Span
from promissory.packs import Pack
from promissory.reading.clues import Clue, first_day, last_day, sentences
from promissory.reading.clues_of_posts import post_clues
from promissory.reading.dating import SEARCHED

#: Days on both sides of a post in which papers may use either title.
GRACE = timedelta(14)


def find_stale_posts(document: Document, pack: Pack) -> tuple[Finding, ...]:
    """A finding for each person named with a post that the pack knows not to be theirs on the document's day.

    Of an inferred day nothing is said: it may rest on these very posts. Sentences about an earlier time are left out.
    """
    published = document.published
    if published is None or published.basis == "inferred" or not document.language.startswith("en"):
        return ()
    first, _, last = published.value.partition("/")
    found = _stale(document, pack, first_day(first), last_day(last or first))
    return tuple({finding.message: finding for finding in found}.values())


def _stale(document: Document, pack: Pack, first: date, last: date) -> Iterator[Finding]:
    for clue in post_clues(sentences(document.text[:SEARCHED]), pack):
        if not _holds(clue, first, last):
            message = f"{clue.because}, but the text is of {document.published.value}" if document.published else clue.because
            yield Finding(kind="stale_post", message=message, about=(document.id,), evidence=(_name_at(document, clue.at),))


def _holds(clue: Clue, first: date, last: date) -> bool:
    """Whether some post reaches the days of publication, give or take the grace, or they lie between two of one person."""
    if min(until for _, until in clue.spans) < first and last < max(since for since, _ in clue.spans):
        return True
    return any(since - _within(since - date.min) <= last and first <= until + _within(date.max - until) for since, until in clue.spans)


def _within(room: timedelta) -> timedelta:
    """The grace, or what is left of time."""
    return min(GRACE, room)


def _name_at(document: Document, at: int) -> Span:
    """The words from the name on to the end of its line, at most sixty characters."""
    end = document.text.find("\n", at, at + 60)
    end = end if end > at else min(len(document.text), at + 60)
    return Span(at, end, document.text[at:end])
