"""The fund, scheme or coalition that a gift is part of: "under the Danish model", "to the Czech ammunition initiative", "for PURL"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import clause, main_clause
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Instruments that give nothing themselves.
TREATIES = frozenset(("agreement",))
#: What stands before a body that gifts are co-ordinated in ("within the Ramstein group", "in the framework of the contact group").
COORDINATING = frozenset(("within", "under"))
FRAMES = frozenset(("framework", "format", "auspices", "aegis", "umbrella", "scope"))


def fill_framework(scene: Scene, draft: Draft, sentence: Sentence, trigger: Token, words: list[Token]) -> None:
    """The framework named among the words of a gift, else the only one that its clause names."""
    if "framework" in draft.slots:
        return
    named = _named(scene, sentence)
    inside = {t.i for t in words} | {t.i for t in trigger.subtree if clause(t) == clause(trigger) or not subjects(clause(t))}
    near = [pair for pair in named if pair[2].i in inside] or [pair for pair in named if main_clause(pair[2]) == main_clause(trigger)]
    if len({ident for ident, _, _ in near}) == 1:
        ident, bounds, _ = near[0]
        draft.slots["framework"] = ident
        draft.grounds["framework"] = bounds


def _named(scene: Scene, sentence: Sentence) -> list[tuple[str, tuple[int, int], Token]]:
    """The frameworks of support that a sentence names, where each stands and the head of its name."""
    found = []
    for mention in sentence.mentions:
        ident, head = mention.id_of("framework"), sentence.head_of(mention)
        if ident and head is not None and scene.pack.framework[ident].type not in TREATIES:
            found.append((ident, (sentence.start + mention.start, sentence.start + mention.end), head))
        elif head is not None and (body := _coordinating(scene, mention.id_of("actor"), head)):
            found.append((body, (sentence.start + mention.start, sentence.start + mention.end), head))
    return found


def _coordinating(scene: Scene, actor: str | None, head: Token) -> str | None:
    """A body within which many give, no state or union: it is a framework where it stands as one."""
    if actor is None or scene.pack.actor[actor].type != "body" or head.dep_ != "pobj":
        return None
    framed = head.head.lower_ == "of" and head.head.head.lemma_.lower() in FRAMES
    return actor if framed or head.head.lower_ in COORDINATING else None
