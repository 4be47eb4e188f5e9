"""A stored text cut into paragraphs and pieces, each piece with the claims whose words it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same claims; `opens` are the claims that begin with it."""

    text: str
    claims: tuple[str, ...]
    opens: tuple[str, ...]


def mark_text(text: str, claims: Iterable[Record]) -> list[list[Piece]]:
    """The paragraphs of a text, each as its pieces in order; joined, the pieces of a paragraph are its line."""
    spans = [(span["start"], span["end"], claim["id"]) for claim in claims for span in claim["evidence"]]
    paragraphs, opened, at = [], set[str](), 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            paragraphs.append(list(_pieces(text, at, end, [s for s in spans if s[0] < end and s[1] > at], opened)))
        at = end + 1
    return paragraphs


def _pieces(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]], opened: set[str]) -> Iterator[Piece]:
    edges = sorted({start, end} | {min(max(edge, start), end) for span in spans for edge in span[:2]})
    for first, last in pairwise(edges):
        held = tuple(dict.fromkeys(claim for a, b, claim in spans if a <= first and last <= b))
        new = tuple(claim for claim in held if claim not in opened)
        opened.update(new)
        yield Piece(text[first:last], held, new)


def around(text: str, span: Record, margin: int = 160) -> tuple[str, str, str]:
    """The words before a span, the span and the words after it, within its paragraph and at whole words."""
    start, end = span["start"], span["end"]
    first = max(text.rfind("\n", 0, start) + 1, start - margin)
    stop = text.find("\n", end)
    last = min(len(text) if stop < 0 else stop, end + margin)
    before, after = text[first:start], text[end:last]
    if first and text[first - 1] not in "\n ":
        before = "… " + before.partition(" ")[2]
    if last < len(text) and text[last] not in "\n ":
        after = after.rpartition(" ")[0] + " …"
    return before, text[start:end], after
