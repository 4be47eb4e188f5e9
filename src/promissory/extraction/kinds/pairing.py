"""Who meets whom where the verb of meeting does not say it itself: rows of "with", "the two", plans for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.listing import everyone, listed_after
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import after

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def rows_met(sentence: Sentence, verb: Token) -> list[list[Referent]]:
    """ "Met with X to discuss the plan, with Y to review it, and with Z": the people after each "with"."""
    withs = [t for t in sentence.tokens[verb.i + 1 :] if t.lower_ == "with" and t.dep_ in ("prep", "conj")]
    opening = [w for n, w in enumerate(withs) if n == 0 or w.nbor(-1).text in (",", ";") or w.nbor(-1).lower_ == "and"]
    rows = [listed_after(sentence, w) for w in opening]
    return rows if all(rows) else []


def two_before(scene: Scene, verb: Token) -> list[Referent]:
    """The only two people of the sentence before, whom "the two" are."""
    number = next((s.number for s in reversed(scene.sentences) if s.tokens and s.tokens[0].doc is verb.doc), 0)
    before = scene.sentences[number - 1] if number else None
    named = list(dict.fromkeys(p for m in before.mentions if (p := m.id_of("person", "surname")))) if before is not None else []
    return [Referent(p, person=True, inferred=True) for p in named] if len(named) == 2 else []


def planned_for(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Plans for X to meet Y"."""
    return everyone(scene, sentence, after(verb.head, "for")) if verb.dep_ == "acl" and verb.tag_ == "VB" else []
