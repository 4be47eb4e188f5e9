"""Which language a text is in: a cheap guess, made to keep other languages out of an English reader."""

from __future__ import annotations

import re

from resiliparse.parse.lang import detect_fast

#: Common English words that are not common words of other languages in Latin script.
ENGLISH = frozenset(
    (
        "the", "of", "and", "to", "that", "for", "with", "has", "have", "from", "by", "its", "said", "will", "would", "are", "were", "been",
        "which", "it", "as", "not", "this", "their", "he", "his", "they", "be", "at", "or", "after", "who", "than", "more", "also", "had",
        "but", "about", "we", "our", "you",
    )
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 8000
SHORT = 15
#: Share of common English words above which a text is English; English news has 0.3 to 0.4, other languages under 0.08.
ENOUGH = 0.15


def guess_language(text: str) -> str:
    """`en`, the code of another language, or `und` (undetermined)."""
    words = WORD.findall(text[:SAMPLE].lower())
    if not words:
        return "und"
    if sum(word in ENGLISH for word in words) >= ENOUGH * len(words):
        return "en"
    latin = sum(word.isascii() for word in words) >= 0.8 * len(words)
    if len(words) < SHORT:
        return "en" if latin else "und"
    code, _ = detect_fast(text[:SAMPLE])
    return "und" if code == "unknown" else str(code)


def language_code(written: str) -> str | None:
    """The language subtag of a tag such as `en-GB`; None if it is no tag."""
    found = re.match(r"([a-z]{2,3})(?:[-_]|$)", written.strip().lower())
    if found:
        return found[1]
    return "en" if written.strip().lower() == "english" else None
