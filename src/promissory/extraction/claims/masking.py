"""The words of a sentence as learning sees them: lemmas, with names, sums, counts and dates replaced by what they are.

So nothing is learnt about a single state, person or figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def mask(sentence: Sentence) -> list[str]:
    """A word for each token, in order."""
    return [_mask(sentence, token) for token in sentence.tokens]


def _mask(sentence: Sentence, token: Token) -> str:
    if token.i in sentence.amount_at:
        return "MONEY"
    if token.i in sentence.date_at:
        return "DATE"
    mention = sentence.at.get(token.i)
    if mention:
        name = mention.names[0]
        if name.type in ("actor", "adjective", "demonym", "metonym"):
            return name.id if name.id in ("UA", "RU") else "ALLY"
        if name.type in ("person", "surname"):
            return "PERSON"
        if name.type == "item":
            return "ITEM"
    if token.i in sentence.number_at:
        return "NUM"
    return token.lemma_.lower() if token.pos_ != "PROPN" else "PROPN"
