"""Quotation marks: the stretches of a text that stand between them, across sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promissory.extraction.splitting import Block

#: Opening mark → the marks that close it.
PAIRS = {"“": "”", "«": "»", "„": "”“", '"': '"”', "‘": "’", "'": "'", "”": "”"}
OPENING = re.compile(r"(?<![\w])[“«„\"‘'](?=[^\s])|(?:(?<=\s)|^)”(?=\w)")
SINGLE = "'‘"
PARTICLES = frozenset("of the and for in on to a an de la".split())
#: A single mark that closes stands after a stop or before a space, a stop or the end.
AFTER = re.compile(r"[\s,.;:!?)\]—–…”\"-]|$")
#: "- We shall see - said the minister": dashes in place of marks, as in texts translated from Slavic languages.
SAID = (
    r"(?P<said>[A-Z“\"][^\n]*?)\s[-–—]\s(?=(?:[\w’'-]+ ){0,9}?"
    r"(?:said|says|added|adds|told|wrote|writes|announced|emphasi[sz]ed|stressed|continued|noted|explained|concluded|asked|replied|stated|"
    r"assessed|warned|commented|argued|claimed|reminded|pointed|declared|admitted|assured|appealed)\b)"
)
DASHED = re.compile(r"(?:^|(?<=[.!?…”\"]))\s*[-–—] ?" + SAID, re.MULTILINE)
#: The same in a block whose opening dash was taken for that of a list.
LISTED = re.compile(SAID)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words at `[start, end)` of the text, marks included; `open` if the closing mark is missing (it runs on)."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str, blocks: list[Block]) -> tuple[Quotation, ...]:
    """The quotations of each block, in order; a block that opens a quotation and does not close it is quoted to its end."""
    found: list[Quotation] = []
    for block in blocks:
        running = bool(found) and found[-1].open
        found += _in_block(text, block, running)
    return tuple(found)


def _in_block(text: str, block: Block, running: bool) -> list[Quotation]:
    """The quotations of a block; `running` if the block before left one open, which this one may close without opening it again."""
    found = list(_marked(text, block.start, block.end, running))
    found += [d for d in _dashed(text, block.start, block.end, block.bullet) if not any(q.start < d.end and d.start < q.end for q in found)]
    return sorted(found, key=lambda q: q.start)


def _marked(text: str, start: int, end: int, running: bool) -> Iterator[Quotation]:
    at = start
    if running and (closed := _closes(text, start, end)):
        yield Quotation(start, closed)
        at = closed
    while match := OPENING.search(text, at, end):
        mark = match[0]
        close = _closing(text, match.end(), end, mark)
        if close is None and (mark in SINGLE or mark == "”"):
            at = match.end()
            continue
        if close is None and mark == "“":
            close = _closing(text, match.end(), end, '"')
        if close is None or not _is_name(text, start, match.start(), close):
            yield Quotation(match.start(), close or end, open=close is None)
        at = close or end


def _is_name(text: str, block: int, start: int, end: int) -> bool:
    """Whether marks set off a name ("Satan 2", "The Daily Star") that runs on into the sentence around it."""
    words = text[start + 1 : end - 1].split()
    if len(words) > 5 or not all(w[0].isupper() or w[0].isdigit() or w.lower() in PARTICLES for w in words):
        return False
    before = text[max(block, start - 3) : start].rstrip()
    stopped = text[end - 2] in ",.!?…"
    return before[-1:].isalnum() or (len(words) > 1 and not stopped and text[end : end + 1] == " " and before[-1:] not in (":", ","))


def _closes(text: str, start: int, end: int) -> int | None:
    """The offset after a curly closing mark that stands before any opening one."""
    close = text.find("”", start, end)
    opening = text.find("“", start, end)
    return close + 1 if close > start and (opening < 0 or close < opening) else None


def _closing(text: str, start: int, end: int, mark: str) -> int | None:
    """The offset after the closing mark; an apostrophe inside a word closes nothing."""
    for at in range(start, end):
        if text[at] in PAIRS[mark] and _is_closing(text, at, end, mark):
            return at + 1
    return None


def _is_closing(text: str, at: int, end: int, mark: str) -> bool:
    if mark not in SINGLE:
        return True
    return not text[at - 1].isspace() and AFTER.match(text, at + 1, end) is not None


def _dashed(text: str, start: int, end: int, bullet: bool) -> Iterator[Quotation]:
    first = LISTED.match(text, start, end) if bullet else None
    if first:
        yield Quotation(*first.span("said"))
    for match in DASHED.finditer(text, first.end() if first else start, end):
        yield Quotation(*match.span("said"))
