"""Meetings that are told as planned and then called off: "he had been due in Madrid but put off the trip", "the session was scrapped"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import children
from promissory.extraction.kinds.meetings.gatherings import calls_off
from promissory.extraction.lexicon.events import GATHERINGS, MEALS, TALKS, VISITS
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns that point to what was planned.
PLANNED = (
    GATHERINGS
    | MEALS
    | TALKS
    | VISITS
    | frozenset("journey call engagement appearance event ceremony encounter plan appointment lecture round".split())
)


def is_undone(scene: Scene, sentence: Sentence, trigger: Token, status: str) -> bool:
    """Whether words after a planned meeting, in its sentence or at the head of the next, say that it was called off.

    What the words before do not say to be planned ("had meant to come for a session") must be named again by its own noun.
    """
    undoing = [t for t in sentence.tokens if t.i > trigger.i and _undoes(t)]
    if status == "held":
        return any(s.lemma_ == trigger.lemma_ and s.i != trigger.i for t in undoing for s in things_of(t))
    here = bool(undoing)
    following = scene.sentences[sentence.number + 1 : sentence.number + 2]
    return here or any(s.block_number == sentence.block_number and _opens_undoing(s) for s in following)


def _undoes(verb: Token) -> bool:
    """ "Put off the trip", "the session was called off"."""
    if verb.pos_ != "VERB" or not calls_off(verb):
        return False
    return any(_is_told(t) for t in (things_of(verb) or [*children(verb, "dobj"), *subjects(verb)]))


def _opens_undoing(sentence: Sentence) -> bool:
    """ "The trip was cancelled when …": the main clause, with nothing of its own about which trip."""
    root = next((t for t in sentence.tokens if t.dep_ == "ROOT"), None)
    return root is not None and is_passive(root) and _undoes(root)


def _is_told(noun: Token) -> bool:
    """ "The trip", "his visit", "it"."""
    bare = all(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "no", "any") for c in noun.lefts) and any(True for _ in noun.lefts)
    return noun.lower_ == "it" or (noun.lemma_.lower() in PLANNED and bare and not children(noun, "prep"))
