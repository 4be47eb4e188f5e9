"""What was read around the word for an attack: who does it, who suffers it, and the phrases that tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token


@dataclass
class Blow:
    """An attack before it is a draft."""

    sentence: Sentence
    trigger: Token
    status: str
    doers: list[str]
    sufferers: list[str]
    phrases: list[Token] = field(default_factory=list)
    #: what was hit, which may be a weapon but is none of those that hit it
    marks: list[Token] = field(default_factory=list)
    #: whether it is told by how many weapons were met in the air
    salvo: bool = False
    #: whether land changed hands
    gain: bool = False
    #: whether it is told by who broke into whose sky, which says enough
    breach: bool = False
    #: whether it only goes on with what was told before, where something was
    again: bool = False


def is_told(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what has happened or happens: not what has not, may, would or will."""
    mood = scene.mood(sentence, verb)
    return not (mood.negated or mood.modal or mood.conditional) and mood.tense not in ("future", "infinitive")
