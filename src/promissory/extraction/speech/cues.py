"""A cue of speech: who says, by which word, and which words are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promissory.extraction.words import Token


@dataclass(frozen=True)
class Cue:
    """One report of speech. `content` are the token indices said (none if the words stand elsewhere), `role` as in the pack's frames."""

    word: Token
    speakers: tuple[Token, ...]
    content: frozenset[int]
    role: str
