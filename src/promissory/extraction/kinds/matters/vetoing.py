"""Whose aid a member of the Union holds up, where no word says so: "Budapest vetoed the latest package"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: The bloc whose members decide on its money together, each with a veto.
UNION = "EU"


def held_up_in(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> str | None:
    """The Union, where the text tells of it and one of its members vetoes or blocks aid or a sum, not goods of its own."""
    union = scene.pack.actor.get(UNION)
    if union is None or verb.lemma_ not in ("veto", "block") or not any(_is_aid(sentence, t) for t in things):
        return None
    if any(c.dep_ == "poss" for t in things for c in t.lefts):
        return None  # "blocked its own aid"
    states = set(scene.states(scene.named(sentence, actors_of(verb))))
    told = any(UNION in m.ids_of("actor", "adjective") for s in scene.sentences for m in s.mentions)
    return UNION if told and states and states <= set(union.members) else None


def _is_aid(sentence: Sentence, thing: Token) -> bool:
    goods = any(sentence.item_of(t) for t in thing.subtree)
    return thing.i in sentence.amount_at or (thing.lemma_.lower() in SUPPORT_NOUNS and not goods)
