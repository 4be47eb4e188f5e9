"""Codes of money read as signs: the parser hangs "EUR 300 million" in two places, and "€300 million" in one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from promissory.extraction.amounts.currencies import CODES, WORDLIKE
from promissory.extraction.lexicon.numerals import SMALL, TENS

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: What stands for every code while a sentence is parsed.
COIN = "€"


def coin(words: Doc) -> Doc:
    """The words of a sentence with a sign for each code that stands before a number; those words themselves where there is none."""
    from spacy.tokens import Doc

    texts = [t.text for t in words]
    spots = {i for i, text in enumerate(texts[:-1]) if text in CODES and text not in WORDLIKE and _is_figure(texts[i + 1])}
    if not spots:
        return words
    coined = [COIN if i in spots else text for i, text in enumerate(texts)]
    return Doc(words.vocab, coined, spaces=[bool(t.whitespace_) for t in words])


def coins_of(words: Doc, coined: Doc) -> list[str]:
    """The codes and signs of a sentence that look alike once it is coined, as they are written, in order."""
    if coined is words:
        return []
    return [t.text for t, new in zip(words, coined, strict=True) if is_coin(new.text, bool(new.whitespace_))]


def is_coin(text: str, spaced: bool) -> bool:
    """Whether a word of a coined sentence may stand for a code."""
    return text == COIN and spaced


def restored(texts: Sequence[str], spaces: Sequence[bool], coins: Sequence[str]) -> dict[int, str]:
    """Where the words stand that were coined → how they are written."""
    spots = [i for i, (text, spaced) in enumerate(zip(texts, spaces, strict=True)) if is_coin(text, spaced)]
    return dict(zip(spots, coins, strict=True)) if coins else {}


def _is_figure(text: str) -> bool:
    return text[:1].isdigit() or text.lower() in SMALL or text.lower() in TENS
