"""Sessions called by the name of the body alone: "at the NATO-Ukraine Council on Wednesday", "after yesterday's Ramstein"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.meetings.occasions import occasion
from promissory.extraction.lexicon.events import GATHERINGS, TALKS
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words before a body that make its name stand for a session.
DURING = frozenset("during following before".split())
#: Words that do so where the day or the town is told with it.
AT = frozenset("at for after in".split())
#: Nouns in whose place the name cannot stand.
SESSIONS = GATHERINGS | TALKS | frozenset("call round visit".split())


def find_councils(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The sessions of a sentence that nothing but a body's name tells of."""
    if any(t.lemma_.lower() in SESSIONS for t in sentence.tokens):
        return  # told by that noun
    for mention in sentence.mentions:
        actor = scene.pack.actor.get(mention.id_of("actor") or "")
        if actor is None or actor.type != "body" or not ("Council" in actor.name or "Group" in actor.name):
            continue
        head = sentence.head_of(mention)
        if head is not None and _is_sitting(sentence, head):
            yield from occasion(scene, sentence, head)


def _is_sitting(sentence: Sentence, head: Token) -> bool:
    """Whether a body's name stands for one of its sessions: of a day, in a town, or told as a time."""
    prep = head.head if head.dep_ == "pobj" else None
    if prep is None:
        return False
    ahead = prep.lower_ == "of" and prep.head.lower_ == "ahead"
    dated = any(t.i in sentence.date_at for t in head.subtree)
    behind = [t for t in sentence.tokens if t.i > head.right_edge.i][:2]
    dated = dated or (len(behind) == 2 and behind[0].lower_ == "on" and behind[1].i in sentence.date_at)
    placed = any((m := sentence.at.get(t.i)) and m.id_of("place") for c in head.children if c.lower_ == "in" for t in c.children)
    return ahead or prep.lower_ in DURING or (prep.lower_ in AT and (dated or placed))
