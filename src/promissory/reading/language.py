"""Which language a text is in: a cheap guess, made to keep other languages out of an English reader."""

from __future__ import annotations

import re
from collections import Counter

from resiliparse.parse.lang import detect_fast

from promissory.reading.language_words import COMMON, SCRIPTS, TELLING

#: Common English words that are not common words of other languages in Latin script.
ENGLISH = frozenset(
    (
        "the", "of", "and", "to", "that", "for", "with", "has", "have", "from", "by", "its", "said", "will", "would", "are", "were", "been",
        "which", "it", "as", "not", "this", "their", "he", "his", "they", "be", "at", "or", "after", "who", "than", "more", "also", "had",
        "but", "about", "we", "our", "you",
    )
)  # fmt: skip
#: Small words that English shares with others, and words of English news: they tell where no other language is found.
ENGLISH_ALSO = frozenset(
    (
        "a", "an", "in", "on", "is", "was", "no", "so", "up", "out", "off", "over", "into", "since", "when", "while", "during",
        "against", "between", "across", "near", "under", "before", "if", "could", "should", "must", "can", "may", "being",
        "other", "some", "any", "all", "many", "most", "first", "last", "new", "just", "only", "now", "there", "what", "how",
        "him", "her", "she", "them", "s", "says", "told", "met", "spoke", "announced", "called", "made", "support", "aid",
        "help", "needs", "defence", "defense", "security", "military", "war", "forces", "weapons", "missile", "missiles",
        "strike", "strikes", "air", "country", "countries", "foreign", "prime", "state", "statement", "today", "week", "month",
        "year", "years", "people", "world", "leaders", "allies", "talks", "billion", "worth",
    )
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
#: What says nothing of the language: addresses on the web, and abbreviations such as "U.S.", whose letters are words elsewhere.
NO_WORDS = re.compile(r"https?://\S+|\b(?:[A-Za-z]\.){2,}")
SAMPLE = 8000
SHORT = 15
#: Share of common English words above which a text is English; English news has 0.3 to 0.4, other languages under 0.08.
ENOUGH = 0.15
#: The same with the words that English shares.
ENOUGH_ALSO = 0.2
#: Share of common words of another language above which a text is in it; news has 0.2 to 0.4.
ENOUGH_OTHER = 0.1


def settle_language(text: str, declared: str | None) -> str:
    """The language of a text whose page declares one: the words decide if they are many, else the declaration."""
    if declared is None:
        return guess_language(text)
    found = guess_language(text)
    return found if found != "und" and len(WORD.findall(text[:SAMPLE])) >= 2 * SHORT else declared


def guess_language(text: str) -> str:
    """`en`, the code of another language, or `und` (undetermined)."""
    words = WORD.findall(NO_WORDS.sub(" ", text[:SAMPLE]).lower())
    if not words:
        return "und"
    if sum(map(ENGLISH.__contains__, words)) >= ENOUGH * len(words):
        return "en"
    if code := _by_script("".join(words)) or _by_words(words):
        return code
    if sum(word in ENGLISH or word in ENGLISH_ALSO for word in words) >= ENOUGH_ALSO * len(words):
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


def _by_script(letters: str) -> str | None:
    """The language of a text mostly in a script that is not Latin, by the letters that only it has."""
    for script, languages in SCRIPTS.items():
        if len(re.findall(script, letters)) * 2 < len(letters):
            continue
        counts = {code: len(re.findall(telling, letters)) for code, telling in languages.items()}
        best = max(counts, key=lambda code: counts[code])
        return best if counts[best] or TELLING[script] is None else TELLING[script]
    return None


def _by_words(words: list[str]) -> str | None:
    """The language whose common words a text in Latin script uses most; None if they are few or two languages draw."""
    counts = Counter(code for word in words for code in COMMON.get(word, ()))
    (first, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if most > max(second, ENOUGH_OTHER * len(words)) else None
