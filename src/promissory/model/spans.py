"""Spans: the exact words that prove something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from promissory.errors import GroundingError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of a document's stored text, with the words that stand there."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise GroundingError(f"span {self.start}:{self.end} cannot hold {self.quote[:40]!r}")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`, without the white space at its ends."""
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return cls(start, start + len(words), words)

    def check(self, text: str) -> None:
        """Raise GroundingError unless the quote stands in `text` at this place."""
        if text[self.start : self.end] != self.quote:
            raise GroundingError(f"the text at {self.start}:{self.end} is not {self.quote[:60]!r}")

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def to_record(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "quote": self.quote}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Span:
        return cls(record["start"], record["end"], record["quote"])
