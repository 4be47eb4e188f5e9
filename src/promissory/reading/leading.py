"""The headline of a printed text that runs over several centred lines: "AGREEMENT / on security co-operation / between / …"."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_TITLE = 220
MOST_LINES = 8


def join_leading(blocks: Sequence[tuple[str, bool]]) -> tuple[str | None, list[str]]:
    """The headline of a text and its blocks, the centred ones that open it made one; `blocks` are words and whether centred."""
    count = 0
    for words, centred in blocks[:MOST_LINES]:
        if not centred or len(" ".join(w for w, _ in blocks[: count + 1])) > LONGEST_TITLE or _is_section(words):
            break
        count += 1
    rest = [words for words, _ in blocks[count:]]
    if count == 0 or not rest:
        return None, [words for words, _ in blocks]
    title = " ".join(" ".join(words for words, _ in blocks[:count]).split())
    return title, [title, *rest]


def _is_section(words: str) -> bool:
    """Whether a centred line opens a part of the text rather than its headline."""
    return words.strip().lower().rstrip(":.") in ("preamble", "introduction", "contents", "table of contents", "summary")
