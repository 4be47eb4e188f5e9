"""Whether two reports of one speaker's words are the same words: a headline or lead, and the sentence that tells them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: How many sentences open a report and may be told again at more length.
LEAD = 4
#: The share of the shorter report's words that both have in common.
SHARED = 0.6
#: Fewer words than these in common may be chance.
FEWEST = 3
TELLING = frozenset(("NOUN", "VERB", "PROPN", "ADJ", "NUM"))


def is_restated(scene: Scene, first: Draft, second: Draft, role: str) -> bool:
    """Whether the second draft tells the first again: both of the same speaker, the first at the head of the text, most words the same."""
    if not _same_speaker(scene, first, second, role):
        return False
    here, there = _sentences(scene, first), _sentences(scene, second)
    if not here or not there or not (here[0].block.heading or here[0].number < LEAD):
        return False
    words, more = _words(scene, here), _words(scene, there)
    shared = len(words & more)
    return shared >= FEWEST and shared >= SHARED * min(len(words), len(more))


def _sentences(scene: Scene, draft: Draft) -> list[Sentence]:
    return [s for start, end in draft.evidence for s in scene.within(start, end)]


def _same_speaker(scene: Scene, first: Draft, second: Draft, role: str) -> bool:
    """The same actors, or a state or body first and then the person who speaks for it."""
    one, other = set(first.parties.get(role, [])), set(second.parties.get(role, []))
    return bool(one & other) or one <= {scene.namer.state_of(i) or i for i in other}


def _words(scene: Scene, sentences: list[Sentence]) -> set[str]:
    """What the sentences speak of, names of the pack as ids."""
    found = set()
    for sentence in sentences:
        for token in sentence.tokens:
            mention = sentence.at.get(token.i)
            if mention:
                found.add(scene.namer.state_of(mention.names[0].id) or mention.names[0].id)
            elif token.pos_ in TELLING and not _tells(scene, token):
                found.add(token.lemma_.lower())
    return found


def _tells(scene: Scene, token: Token) -> bool:
    """Whether a word tells nothing apart: a verb of speech, or a noun that opens claims ("attack", "aid")."""
    if token.pos_ == "VERB":
        return any(frame.kind == "statement" for frame in scene.pack.frames_of.get(("VERB", token.lemma_.lower()), ()))
    return (token.pos_, token.lemma_.lower()) in scene.pack.frames_of
