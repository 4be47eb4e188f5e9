"""A verb of giving where it stands: its frame, what it acts on, and the words that its tests ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.kinds.matters.givers import recipients_of
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token


@dataclass(frozen=True)
class Sense:
    """A verb of giving in a sentence, with its frame and what it acts on."""

    scene: Scene
    sentence: Sentence
    verb: Token
    frame: Frame
    things: list[Token]

    @property
    def role(self) -> str:
        return self.frame.role

    @property
    def lemma(self) -> str:
        return self.verb.lemma_

    @property
    def passive(self) -> bool:
        return is_passive(self.verb)

    @property
    def takers(self) -> list[str]:
        """The states it goes to."""
        return self.scene.states(recipients_of(self.scene, self.sentence, self.verb, self.things, self.frame))

    def is_of(self, noun: Token, words: Collection[str]) -> bool:
        return noun.lemma_.lower() in words

    def has(self, nouns: Iterable[Token], words: Collection[str]) -> bool:
        """Whether one of the nouns is one of the words."""
        return any(self.is_of(t, words) for t in nouns)

    def are(self, words: Collection[str], *, bare: bool = False) -> bool:
        """Whether all things are such; of none only where `bare`."""
        return (bare or bool(self.things)) and all(self.is_of(t, words) for t in self.things)

    def has_sum(self, nouns: Iterable[Token]) -> bool:
        return any(t.i in self.sentence.amount_at for t in nouns)


def is_given(sentence: Sentence, noun: Token) -> bool:
    """Whether a word is for what is given, not for somebody who gives."""
    return sentence.item_of(noun) is not None or noun.lemma_.lower() in SUPPORT_NOUNS
