"""The words of a sentence that open a frame of the pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.sentences import Sentence
from promissory.packs import Frame, Pack

if TYPE_CHECKING:
    from spacy.tokens import Token

POS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}


def triggers(pack: Pack, sentence: Sentence, kind: str) -> Iterator[tuple[Token, Frame]]:
    """Each token that opens a frame of the kind, with the frame; a verb with its particle or preposition wins over the verb alone."""
    for token in sentence.tokens:
        pos = POS.get(token.pos_)
        if pos is None:
            continue
        for words in _wordings(token):
            frames = [f for f in pack.frames_of.get((pos, words), ()) if f.kind == kind]
            if frames:
                yield from ((token, frame) for frame in frames)
                break


def _wordings(token: Token) -> Iterator[str]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        for child in token.children:
            if child.i > token.i and child.dep_ in ("prt", "prep", "advmod", "dobj", "acomp"):
                for inner in child.children:
                    if child.dep_ in ("prt", "dobj", "prep") and inner.dep_ == "prep":
                        yield f"{lemma} {child.lower_} {inner.lower_}"
                yield f"{lemma} {child.lower_}"
    elif token.i + 1 < len(token.doc):
        before = token.doc[token.i - 1] if token.i else None
        if before is not None and before.dep_ == "compound":
            yield f"{before.lower_} {lemma}"
    yield lemma
