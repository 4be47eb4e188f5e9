"""Quotations: what stands between quotation marks, across sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promissory.extraction.splitting import Block

PAIRS = {"“": "”", "«": "»", "„": "”", '"': '"', "‘": "’", "'": "'"}
OPENING = re.compile(r"(?<![\w])[“«„\"‘'](?=\S)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words at `[start, end)` of the text, marks included; `open` if the closing mark is missing (it runs on)."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str, blocks: list[Block]) -> tuple[Quotation, ...]:
    """The quotations of each block; a block that opens a quotation and does not close it is quoted to its end."""
    return tuple(q for block in blocks for q in _in_block(text, block.start, block.end))


def _in_block(text: str, start: int, end: int) -> Iterator[Quotation]:
    at = start
    while match := OPENING.search(text, at, end):
        mark = match[0]
        close = _closing(text, match.end(), end, PAIRS[mark])
        if close is None and mark in "'‘":
            at = match.end()
            continue
        yield Quotation(match.start(), close or end, open=close is None)
        at = close or end


def _closing(text: str, start: int, end: int, mark: str) -> int | None:
    """The offset after the closing mark; an apostrophe inside a word closes nothing."""
    at = start
    while (found := text.find(mark, at, end)) >= 0:
        inside_word = mark in "’'" and text[found + 1 : found + 2].isalnum()
        if not inside_word:
            return found + 1
        at = found + 1
    return None
