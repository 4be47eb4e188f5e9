"""Which words of a text are its headline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from promissory.reading.bylines import is_byline
from promissory.reading.tracing import Edit

QUOTES = str.maketrans({"’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-"})
LONGEST_TITLE = 200
MOST_WORDS = 32
#: A title of fewer words that runs on in the same line is more likely the beginning of a sentence.
FEWEST_WORDS_INLINE = 5


def opening(text: str, title: str) -> int | None:
    """The end of `title` where it opens `text` (white space, case and kinds of quotes aside), else None."""
    end = _matched(text, 0, title)
    if end is None:
        return None
    at_line_end = text[end : end + 1] in ("", "\n")
    return end if at_line_end or (len(title.split()) >= FEWEST_WORDS_INLINE and not text[end : end + 1].isalnum()) else None


def first_line_title(text: str) -> tuple[int, int] | None:
    """The span of a first line that is a headline: short, no sentence, and longer text after it."""
    end = text.find("\n")
    line = text[: max(end, 0)].rstrip()
    words = len(line.split())
    if not line or len(line) > LONGEST_TITLE or not 2 <= words <= MOST_WORDS or line[-1] in ".;:,-–—" or is_byline(line):
        return None
    rest = [block for block in text[end:].split("\n") if block.strip()]
    return (0, len(line)) if rest and max(map(len, rest[:8])) > max(len(line), 60) else None


def repeats(text: str, title_span: tuple[int, int]) -> Iterator[Edit]:
    """Edits that take out later lines, or openings of lines (captions), that only say the headline again.

    An opening is replaced by nothing, so the rest of its line stands as a line of its own.
    """
    title = text[slice(*title_span)]
    if len(title.split()) < FEWEST_WORDS_INLINE:
        return
    for found in re.finditer(r"(?<=\n)[^\n]+", text):
        end = _matched(text, found.start(), title) if found.start() >= title_span[1] else None
        if end is not None and end <= found.end() and (end == found.end() or _opens_anew(text[end : found.end()])):
            yield found.start(), end, ""


def _opens_anew(rest: str) -> bool:
    """Whether what follows a headline in the same line begins a sentence of its own."""
    return bool(re.match(r"[\s|:–—-]+[\"“'‘(]?[A-Z]", rest))


def _matched(text: str, start: int, title: str) -> int | None:
    """Where `title` ends if it stands at `start` of `text`, comparing letters and digits and plain marks."""
    wanted = _letters(title)
    at, matched = start, 0
    while matched < len(wanted):
        if at >= len(text):
            return None
        folded = _plain(text[at])
        at += 1
        if folded.isspace():
            continue
        if list(folded) != wanted[matched : matched + len(folded)]:
            return None
        matched += len(folded)
    return at if wanted else None


@lru_cache(maxsize=256)
def _letters(title: str) -> list[str]:
    return [character for character in _plain(title) if not character.isspace()]


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(QUOTES)).casefold()
