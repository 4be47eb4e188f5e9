"""Statements that say nothing but another claim ("He said that Germany will send tanks"): the claim is told by him, and that is all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from promissory.extraction.cues import Cue
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Kinds whose claims a report may wholly consist of; that somebody reports an attack is news by itself.
TOLD = frozenset(("commitment", "agreement", "meeting", "tenure", "need"))
#: Where the word a claim hangs on stands under the main word of what is said.
PARTS = ("dobj", "xcomp", "nsubjpass")
#: Verbs that only say that it was said.
NEUTRAL = frozenset("say add tell announce confirm report state write inform disclose reveal according".split())

Judged = tuple[float, Draft]


def without_echoes(scene: Scene, drafts: Iterable[Judged]) -> list[Judged]:
    """The drafts but for reported statements whose whole content is another of them."""
    known = list(drafts)
    words = {draft.trigger for _, draft in known if draft.kind in TOLD}
    return [(c, d) for c, d in known if d.kind != "statement" or d.status != "reported" or not _is_echo(scene, d, words)]


def _is_echo(scene: Scene, draft: Draft, words: set[tuple[int, int]]) -> bool:
    """Whether the only cue of a statement reports clauses that are other claims, each of them."""
    said = [a for a in scene.attributions if any(s.bounds(cue.word) == draft.trigger for s, cue in a.cues)]
    cues = [(s, cue) for a in said[:1] for s, cue in a.cues if cue.content]
    if len(cues) != 1 or len(draft.evidence) != 1 or cues[0][1].word.lemma_.lower() not in NEUTRAL | {"accord"}:
        return False
    clauses = _clauses(*cues[0])
    return bool(clauses) and all(_is_told(cues[0][0], clause, words) for clause in clauses)


def _clauses(sentence: Sentence, cue: Cue) -> list[Token]:
    """The main words of what is said, those coordinated with them too."""
    roots = [t for i in sorted(cue.content) if (t := sentence.tokens[i]).head.i not in cue.content and t.pos_ in ("VERB", "AUX")]
    return roots + [c for r in roots for c in r.children if c.dep_ in ("conj", "advcl", "parataxis") and c.i in cue.content]


def _is_told(sentence: Sentence, clause: Token, words: set[tuple[int, int]]) -> bool:
    return any(sentence.bounds(t) in words for t in (clause, *(c for c in clause.children if c.dep_ in PARTS)))
