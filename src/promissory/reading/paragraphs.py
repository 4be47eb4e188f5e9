"""Paragraphs from printed lines: which line goes on in the next, by their places on the page and by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from promissory.reading.context import Line

#: Points by which a line is indented, and by which the edges of lines of one column differ.
INDENT, RAGGED = 8.0, 25.0
#: A gap so many times the usual one divides paragraphs; letters so much larger are a heading's.
WIDE_GAP, LARGER = 1.22, 1.12
#: A line that goes on in lower case may end before the edge by this share of its width.
NEAR = 0.15
#: So many lines make an edge.
FEWEST = 3
MARKED = re.compile(
    r"\s*(?:[-–—•*·▪►●○■□◦‣⁃\uf0b7\uf0a7]|o(?= \w)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}\.)+\d{0,2}|[IVX]{1,5}\.|[A-Z]\.)\s"
    r"|\s*(?:Article|Section|Part|Chapter|Annex|Title) (?:\d{1,3}|[IVXLA-D]{1,5})\b"
)
#: Words after which a line cannot end, whatever the next begins with.
LEADS_ON = re.compile(r"\b(?:in|of|and|or|to|under|the|by|with|from|for|see|articles?|paragraphs?|sections?)$", re.I)
ENDED = re.compile(r"[.!?:;…][\"”’»)\]]*$")
SOFT = "\u00ad"
#: First parts of compounds that keep their hyphen.
PREFIXES = frozenset(
    "self non co long short well high low cross pre post anti counter ex mid multi semi pro all half first second third medium large small "
    "full part inter so vice de re".split()
)


def paragraphs(pages: list[list[Line]]) -> list[tuple[str, bool]]:
    """The paragraphs of printed pages in order, and whether each is one centred line."""
    columns = [column for page in pages for column in _columns(page)]
    words = _vocabulary(pages)
    usual, margins = _usual_gap(columns), _margins(pages)
    groups: list[list[Line]] = []
    last: tuple[Line, float] | None = None
    for column in columns:
        for line, right in zip(column, _edges(column), strict=True):
            joins = last is not None and not _both_centred(last[0], line, *margins) and _goes_on(groups[-1], last[1], line, usual)
            groups[-1].append(line) if joins else groups.append([line])
            last = (line, right)
    return [(_joined(group, words), len(group) == 1 and _is_centred(group[0], *margins)) for group in groups]


def _columns(page: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines each of which stands below the one before."""
    column: list[Line] = []
    for line in page:
        if column and line.bottom > column[-1].top:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _edges(column: list[Line]) -> list[float]:
    """For each line of a column how far right lines beside it go: the furthest edge that several lines share."""
    found: list[float] = []
    for line in column:
        beside = [other for other in column if abs(other.left - line.left) < 60]
        rights = sorted((other.right for other in (beside if len(beside) >= FEWEST else column)), reverse=True)
        shared = (edge for at, edge in enumerate(rights) if at + FEWEST <= len(rights) and edge - rights[at + FEWEST - 1] < RAGGED)
        found.append(next(shared, rights[0]))
    return found


def _goes_on(group: list[Line], edge: float, line: Line, usual: float) -> bool:
    """Whether a paragraph goes on in a line; `edge` is how far right its last line could have gone."""
    last = group[-1]
    if last.text.endswith(SOFT):
        return True
    if (MARKED.match(line.text) and not LEADS_ON.search(last.text)) or _heights_differ(last, line):
        return False
    runs_on = not ENDED.search(last.text) and (line.text[:1].islower() or last.text[-1] in ",–")
    if last.text[-1] in ";:" and line.text[:1].isupper():
        return False
    below = line.bottom <= last.top and line.top <= last.top
    if below and last.bottom - line.bottom > WIDE_GAP * usual:
        return False
    if not below:
        return runs_on or (not ENDED.search(last.text) and _is_full(last, edge, line) and len(last.text) > 40)
    if not _is_full(last, edge, line):
        return runs_on and last.right > edge - NEAR * (edge - last.left)
    if line.left > last.left + INDENT:
        return runs_on or (len(group) == 1 and bool(MARKED.match(group[0].text)))
    return runs_on or line.left > last.left - INDENT or len(group) == 1


def _is_full(last: Line, edge: float, line: Line) -> bool:
    """Whether the first word of `line` had no room at the end of `last`."""
    word = len(line.text.split()[0]) + 1
    return last.right + word * _letter(line) * 0.9 > edge


def _letter(line: Line) -> float:
    return (line.right - line.left) / max(len(line.text), 1)


def _heights_differ(first: Line, second: Line) -> bool:
    low, high = sorted((first.top - first.bottom, second.top - second.bottom))
    return low <= 0 or high > LARGER * low


def _both_centred(first: Line, second: Line, left: float, right: float) -> bool:
    """Whether both stand in the middle of the page and are not of one width, as the lines of a headline or of a signature."""
    return abs(first.left - second.left) > INDENT / 2 and _is_centred(first, left, right) and _is_centred(second, left, right)


def _is_centred(line: Line, left: float, right: float) -> bool:
    return line.left > left + INDENT / 3 and abs((line.left - left) - (right - line.right)) < 2 * INDENT


def _margins(pages: list[list[Line]]) -> tuple[float, float]:
    lines = [line for page in pages for line in page]
    return (min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0))


def _usual_gap(columns: list[list[Line]]) -> float:
    gaps = [a.bottom - b.bottom for column in columns for a, b in pairwise(column)]
    return median(gaps) if gaps else 0.0


def _vocabulary(pages: list[list[Line]]) -> frozenset[str]:
    return frozenset(word for page in pages for line in page for word in re.findall(r"\w+(?:-\w+)*(?!\w*\u00ad)", line.text.lower()))


def _joined(lines: list[Line], words: frozenset[str]) -> str:
    text = ""
    for line in lines:
        text = _appended(text, line.text, words) if text else line.text
    return text.removesuffix(SOFT)


def _appended(text: str, following: str, words: frozenset[str]) -> str:
    """Two lines as one: a space between them, or a word mended that was divided at the line's end."""
    if not text.endswith((SOFT, "-")) or not re.search(r"\w.$", text):
        return f"{text} {following}"
    stem, hyphen = text[:-1], text[-1]
    first, second = re.findall(r"[\w-]+$", stem) or [""], re.match(r"\w+", following)
    if second is None:
        return f"{stem}- {following}" if hyphen == "-" else f"{stem}-{following}"
    return stem + ("" if _is_division(first[0].lower(), second[0], words) else "-") + following


def _is_division(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether a hyphen only divides a word at a line's end: the text has the whole word elsewhere, or nothing speaks for a compound."""
    if first + second.lower() in words:
        return True
    compound = f"{first}-{second.lower()}" in words or first.rpartition("-")[2] in PREFIXES
    return second[:1].islower() and not compound and first.isalpha()
