"""What stands on every page and belongs to none: running headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from math import ceil

from promissory.reading.context import Line

#: So many lines from the top and the bottom of a page may run.
EDGE = 3
#: A line runs if it stands at one height (within so many points) on this share of the pages, and on two at least.
SHARE, HEIGHT = 0.4, 15.0
NUMBER = re.compile(r"\W*(?:page|p\.?|seite|стор\.?)?\W*(?:#|[ivxl]+)\W*(?:(?:of|/|von|з)\W*#)?\W*", re.I)
ONE_OF = re.compile(r"\W*page\W*\d{1,4}\W*of\W*\d{1,4}\W*", re.I)

Place = tuple[int, int]


def strip_running(pages: list[list[Line]]) -> tuple[list[list[Line]], tuple[tuple[str, str], ...]]:
    """The pages without what runs, and what was taken out: (reason, words)."""
    running = {place for places in _recurring(pages) for place in places}
    running |= {(p, at) for p, page in enumerate(pages) for at in _edges(page) if ONE_OF.fullmatch(page[at].text)}
    removed = tuple(dict.fromkeys((_reason(pages[p], pages[p][at]), pages[p][at].text) for p, at in sorted(running)))
    kept = [[line for at, line in enumerate(page) if (p, at) not in running] for p, page in enumerate(pages)]
    return kept, removed


def _recurring(pages: list[list[Line]]) -> list[list[Place]]:
    """Groups of lines at the edges of pages that say the same but for their figures, at the same height."""
    groups: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for p, page in enumerate(pages):
        for at in _edges(page):
            for height in {round(page[at].bottom / HEIGHT), round(page[at].bottom / HEIGHT + 0.5)}:
                groups[_form(page[at].text), height].append((p, at))
    fewest = max(2, ceil(SHARE * len(pages)))
    return [places for places in groups.values() if len({p for p, _ in places}) >= fewest]


def _edges(page: list[Line]) -> set[int]:
    order = sorted(range(len(page)), key=lambda at: -page[at].top)
    return {*order[:EDGE], *order[-EDGE:]}


def _form(words: str) -> str:
    return re.sub(r"\d+", "#", " ".join(words.lower().split()))


def _reason(page: list[Line], line: Line) -> str:
    if NUMBER.fullmatch(_form(line.text)):
        return "page number"
    middle = (max(other.top for other in page) + min(other.bottom for other in page)) / 2
    return "running header" if line.bottom > middle else "running footer"
