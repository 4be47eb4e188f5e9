"""The words of a page for a first look: fast, rough, and without any offset."""

from __future__ import annotations

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from promissory.reading.language import guess_language


def main_words(raw: bytes) -> str:
    """The main content of an HTML page, or the bytes as they are where they are no HTML."""
    if b"<" not in raw[:2000]:
        return raw.decode("utf-8", "replace")
    tree = HTMLTree.parse_from_bytes(raw, "utf-8", errors="replace")
    return str(extract_plain_text(tree, main_content=True, links=False, alt_texts=False))


def is_english(text: str) -> bool:
    """Whether claims can be read from a text; one too short to tell is taken to be."""
    return guess_language(text) in ("en", "und")
