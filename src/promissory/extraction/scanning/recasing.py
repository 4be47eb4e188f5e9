"""Headlines In Title Case, written as sentences are before they are parsed: the parser takes their verbs and nouns for names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from promissory.extraction.lexicon.punctuation import BEHIND, ENDS, STOPS
from promissory.extraction.text.gazetteer import Mention

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Words that Title Case leaves small.
SMALL = frozenset(
    "a an the and or nor but so yet as at by for from in into of off on onto over per to up via with amid than vs if is be its".split()
)
#: Goods that the lists know by words that are no names.
GOODS = re.compile(
    r"(?:(?:air[- ]defen[cs]e|long[- ]range|cruise|ballistic|artillery|armou?red|combat|attack|fighter|battle|rocket)(?: |$))*"
    r"(?:arms|ammunition|munitions?|artillery|equipment|weaponry|troops|aircraft|armou?r|"
    r"(?:weapon|tank|missile|drone|shell|rocket|jet|vehicle|helicopter|gun|howitzer|bomb|mine|soldier|system|launcher)s?)?",
    re.IGNORECASE,
)
#: From how many words on that are no names, and with what share of them capital, a line is in Title Case.
FEWEST, SHARE = 3, 0.8
#: A capital word in the middle of a sentence; a small one.
INSIDE = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Ž][^\W\d_]+(?:['’][^\W\d_]+)?")
SMALL_WORD = re.compile(r"\b[a-zà-ž]+(?:['’][a-z]+)?\b")


def as_sentence(text: str, start: int, end: int, mentions: Iterable[Mention]) -> str:
    """A line of a text as it would stand in a sentence, letter for letter of the same length.

    Capital stay the names given (offsets in the line), words that its sentences write so and never small, and what is no plain
    word ("F-16s", "NATO").
    """
    line = text[start:end]
    names = [m for m in mentions if any(n.type != "topic" for n in m.names)]  # "Peace Talks" is none
    names = [m for m in names if not GOODS.fullmatch(line, m.start, m.end)]
    named = {at for m in names for at in range(m.start, m.end)}
    if line.rstrip().endswith(STOPS) or not _is_title_case(line, named):
        return line
    return WORD.sub(lambda found: found[0] if _stays(text, found, named) else found[0].lower(), line)


def _is_title_case(line: str, named: set[int]) -> bool:
    words = [found[0] for found in WORD.finditer(line) if found[0].lower() not in SMALL and found.start() not in named]
    return len(words) >= FEWEST and sum(w[0].isupper() for w in words) >= SHARE * len(words)


def _stays(text: str, found: re.Match[str], named: set[int]) -> bool:
    word, at = found[0], found.start()
    plain = word[:1].isupper() and word[1:].islower() and len(word.lower()) == len(word)
    if not at or not plain or at in named or found.string[at - 1 : at] == "-":
        return True
    small, capital = _written(text)
    return word.lower() not in small and word in capital


@lru_cache(maxsize=8)
def _written(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that the lines of a text that end as sentences do write small, and those they write capital inside a sentence."""
    prose = "\n".join(line for line in text.split("\n") if line.rstrip(BEHIND).endswith((*ENDS, ":")))
    return frozenset(SMALL_WORD.findall(prose)), frozenset(INSIDE.findall(prose))
