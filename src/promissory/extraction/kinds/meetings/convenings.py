"""Meetings spoken of again: who convened "the gathering", at whose request, and who spoke there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import children
from promissory.extraction.lexicon.events import GATHERINGS, TALKS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

CALLING = frozenset("convene summon call initiate organise organize request".split())
MET = GATHERINGS | TALKS | {"council"}


def find_convened(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "The gathering was summoned by X at Y's request, with Z addressing it": joined to the meeting told of before."""
    for verb in sentence.tokens:
        if not is_convened_again(verb):
            continue
        convenors = everyone(scene, sentence, agents(verb))
        askers = everyone(scene, sentence, _askers(verb))
        if not (convenors or askers):
            continue
        draft = scene.draft(sentence, "meeting", "held", verb, "convened")
        draft.add("participant", [r.id for r in everyone(scene, sentence, _speakers(verb)) if r.person])
        draft.add("convenor", [r.id for r in convenors])
        draft.add("requested_by", scene.states(askers))
        draft.features["reference"] = 1
        yield draft


def is_convened_again(verb: Token) -> bool:
    """ "The gathering was summoned": a verb of calling whose subject is the meeting told of before."""
    return verb.lemma_ in CALLING and is_passive(verb) and any(_is_told(s) for s in subjects(verb))


def _is_told(subject: Token) -> bool:
    """A definite meeting with no word of its own about who met."""
    return subject.lemma_.lower() in MET and {c.lower_ for c in subject.children} <= {"the", "this", "that"}


def _askers(verb: Token) -> list[Token]:
    """ "At Ukraine's request", "at the request of Ukraine"."""
    requests = [
        p
        for at in verb.children
        if at.lower_ in ("at", "on", "upon")
        for p in children(at, "pobj")
        if p.lemma_ in ("request", "initiative")
    ]
    return [o for r in requests for o in (*children(r, "poss"), *(p for of in children(r, "prep") for p in children(of, "pobj")))]


def _speakers(verb: Token) -> list[Token]:
    """ "With X addressing the allies": the subject of a clause after "with"."""
    clauses = [c for w in verb.children if w.lower_ == "with" for c in children(w, "pcomp")]
    return [s for clause in clauses for s in children(clause, "nsubj")]
