"""Text that remembers where each of its characters came from, through every edit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from promissory.model import Segment

#: Replace `text[start:end]` by the words; an empty replacement removes.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Run:
    """`text[start:start+length]` stands for the origin's characters `[origin, origin_end)`; inserted words have no run."""

    start: int
    length: int
    origin: int
    origin_end: int

    @property
    def divisible(self) -> bool:
        """Whether character i of the run is character i of its origin."""
        return self.length == self.origin_end - self.origin


@dataclass(frozen=True, slots=True)
class Traced:
    """A text with the runs that lead back to the decoded source; offsets in code points."""

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def whole(cls, text: str) -> Traced:
        """The decoded source itself."""
        return cls(text, (Run(0, len(text), 0, len(text)),) if text else ())

    def edit(self, edits: Iterable[Edit]) -> Traced:
        """The text after `edits`, which are sorted and do not overlap."""
        parts: list[str] = []
        runs: list[Run] = []
        at = length = 0
        for start, end, words in (*edits, (len(self.text), len(self.text), "")):
            parts += (self.text[at:start], words)
            for run in self._between(at, start):
                _append(runs, Run(run.start - at + length, run.length, run.origin, run.origin_end))
            length += start - at
            if words and (replaced := tuple(self._between(start, end))):
                _append(runs, Run(length, len(words), replaced[0].origin, replaced[-1].origin_end))
            length += len(words)
            at = end
        return Traced("".join(parts), tuple(runs))

    def _between(self, start: int, end: int) -> Iterator[Run]:
        """The runs of `text[start:end]`, cut at its ends where they can be divided."""
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.start) - 1)
        for index in range(first, len(self.runs)):
            run = self.runs[index]
            if run.start >= end:
                return
            low, high = max(start, run.start), min(end, run.start + run.length)
            if low < high:
                yield _cut(run, low, high)

    def segments(self, raw: bytes, decoded: str, codec: str, offset: int) -> tuple[Segment, ...]:
        """The runs in bytes of `raw`; `decoded` is `raw[offset:]` under `codec`. Empty where the bytes cannot be counted.

        A codec that does not give the same bytes back (stateful, or with replaced characters) leaves no trustworthy offsets.
        """
        if decoded.encode(codec, "surrogateescape") != raw[offset:]:
            return ()
        found: list[Segment] = []
        at, byte = 0, offset
        for run in self.runs:
            byte += len(decoded[at : run.origin].encode(codec, "surrogateescape"))
            end = byte + len(decoded[run.origin : run.origin_end].encode(codec, "surrogateescape"))
            found.append(Segment(run.start, run.length, byte, end))
            at, byte = run.origin_end, end
        return tuple(found)


def _cut(run: Run, low: int, high: int) -> Run:
    if not run.divisible:
        return Run(low, high - low, run.origin, run.origin_end)
    origin = run.origin + low - run.start
    return Run(low, high - low, origin, origin + high - low)


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, joined to the one before where both can be divided and they touch in text and origin."""
    last = runs[-1] if runs else None
    if last and last.divisible and run.divisible and last.start + last.length == run.start and last.origin_end == run.origin:
        runs[-1] = Run(last.start, last.length + run.length, last.origin, run.origin_end)
    else:
        runs.append(run)
