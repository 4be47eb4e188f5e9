"""Run as a program of its own: reads PDF files from standard input and writes the lines of their pages.

Such files can make any reader loop or eat all memory, so the reader is a process that can be ended. It imports nothing of the
product. One request is 8 bytes of length and the file; the answers are lines of JSON: a page `{"lines": [[text, left, right,
bottom, top], …]}`, at last `{"done": metadata}` or `{"fault": words}`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

#: A line break that pdfium has taken out at a hyphen.
HYPHENS = ("\ufffe", "\x02")
MEMORY_BYTES = 2_000_000_000


def main() -> None:
    """Answer requests until standard input ends."""
    _bound_memory()
    while header := sys.stdin.buffer.read(8):
        raw = sys.stdin.buffer.read(int.from_bytes(header, "big"))
        for answer in _answers(raw):
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


def _bound_memory() -> None:
    """Let no file take more than its share of memory, where the system can see to that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _answers(raw: bytes) -> Iterator[dict[str, Any]]:
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ImportError:
        yield {"fault": "missing"}
        return
    try:
        pdf = pypdfium2.PdfDocument(raw)
        for page in pdf:
            yield {"lines": _lines(page)}
            page.close()
        yield {"done": pdf.get_metadata_dict(skip_empty=True)}
        pdf.close()
    except pypdfium2.PdfiumError as fault:
        yield {"fault": str(fault)}
    except MemoryError:
        yield {"fault": "it needs too much memory"}


def _lines(page: Any) -> list[tuple[str, float, float, float, float]]:
    """The lines of a page in reading order; a line that ends in a hyphen at the margin keeps a soft hyphen."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    exact = len(text) == text_page.count_chars()
    found: list[tuple[str, float, float, float, float]] = []
    start = 0
    for at, character in enumerate(text + "\n"):
        if character in HYPHENS or character == "\n":
            words = text[start:at].rstrip("\r\n ")
            if words.strip():
                hyphen = "\u00ad" if character in HYPHENS else ""
                found.append((words.strip() + hyphen, *_box(text_page, text, start, start + len(words), exact)))
            start = at + 1
    return found


def _box(text_page: Any, text: str, start: int, end: int, exact: bool) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of the line; zeros where places in the text are not places on the page."""
    while start < end and text[start].isspace():
        start += 1
    if not exact or start >= end:
        return 0.0, 0.0, 0.0, 0.0
    left, *_ = text_page.get_charbox(start, loose=True)
    # height and place of a letter in the middle: the first may be a bullet of another font, the last a footnote's number
    middle = next(at for at in range((start + end) // 2, -1, -1) if not text[at].isspace())
    _, bottom, _, top = text_page.get_charbox(middle, loose=True)
    _, _, right, _ = text_page.get_charbox(end - 1, loose=True)
    return round(left, 1), round(right, 1), round(bottom, 1), round(top, 1)


if __name__ == "__main__":
    main()
