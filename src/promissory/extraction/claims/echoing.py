"""Statements that say nothing but another claim ("He said that Germany will send tanks"): the claim is told by him, and that is all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from promissory.extraction.claims.crediting import TOLD_OF
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import OBJECTS, SUBJECTS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.referring import report_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Kinds whose claims a report may wholly consist of.
TOLD = frozenset(("commitment", "agreement", "meeting", "tenure", "need", "attack", "proposal", "initiative", "condition"))
#: Where the word a claim hangs on stands under the main word of what is said.
PARTS = ("dobj", "xcomp", "attr", "oprd", "dative")
#: Where it stands under a verb that by itself says little ("submitted a letter of resignation", "the transfer will begin").
DEEP = (*PARTS, "prep", "pobj", "acomp", "advmod", "agent", "npadvmod", "nummod", "compound", "conj")
LIGHT = frozenset(
    "be begin start continue follow arrive come happen occur end finish amount total reach stand rise grow raise increase place sign hold "
    "have make submit hand give take go get bring complete finalise finalize finish total plan expect schedule set due run include "
    "conclude remain become last".split()
)
#: Those of them that with an object say what their subject does to it ("the shortage gives Russia an advantage").
HANDLED = frozenset("have make give take get bring raise".split())
#: What is told of an attack by those who count its dead and what they shot down.
TOLLS = frozenset(
    "die kill injure wound hurt damage destroy wreck shoot down intercept hospitalise hospitalize lose shell target bring burn".split()
)
#: Cue words that only say that it was said; who notes, stresses or argues takes a position.
NEUTRAL = frozenset(
    "say add tell announce confirm report state write inform disclose reveal according accord note recall remind mention explain post "
    "tweet know cite refer reference in by per for go".split()
)
#: Verbs of a position, whatever is wished or feared.
POSITIONS = frozenset("want wish hope believe think fear doubt consider seek intend aim expect".split())
BESIDE = ("conj", "advcl", "parataxis")
#: Clauses beside the main one that add no other content of their own.
ASIDES = frozenset("after before since when as until till once".split())

Judged = tuple[float, Draft]


def without_echoes(scene: Scene, drafts: Iterable[Judged]) -> list[Judged]:
    """The drafts but for reported statements whose whole content is another of them."""
    known = list(drafts)
    words = {draft.trigger for _, draft in known if draft.kind in TOLD}
    answered = {draft.trigger for _, draft in known if draft.kind == "proposal" and draft.status != "made"}
    return [(c, d) for c, d in known if d.kind != "statement" or d.status != "reported" or not _is_echo(scene, d, words, answered)]


def _is_echo(scene: Scene, draft: Draft, words: set[tuple[int, int]], answered: set[tuple[int, int]]) -> bool:
    """Whether all cues of a statement report clauses that are other claims, each of them, or it only rejects a proposal."""
    if draft.trigger in answered and len(draft.evidence) == 1:
        return True
    said = [a for a in scene.attributions if any(s.bounds(cue.word) == draft.trigger for s, cue in a.cues)]
    heard = [(s, cue) for a in said[:1] for s, cue in a.cues if cue.content]
    cues = [(s, cue) for s, cue in heard if not _is_hollow(s, cue) and not any(other.word.i in cue.content for _, other in heard)]
    return bool(cues) and len(draft.evidence) == 1 and all(_says_nothing_else(s, cue, words) for s, cue in cues)


def _is_hollow(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue only takes up what another says ("who announced it on X")."""
    return all(sentence.tokens[i].pos_ == "PRON" for i in cue.content)


def _says_nothing_else(sentence: Sentence, cue: Cue, words: set[tuple[int, int]]) -> bool:
    neutral = cue.word.lemma_.lower() in NEUTRAL
    clauses = _clauses(sentence, cue)
    if not clauses:
        return neutral and _names_only(sentence, cue, words)
    told = [c for c in clauses if _is_told(sentence, cue, c, words)]
    return neutral and cue.role != "stance" and bool(told) and all(c in told or _goes_on(c) for c in clauses)


def _names_only(sentence: Sentence, cue: Cue, words: set[tuple[int, int]]) -> bool:
    """Whether what is said is a thing that is given, with its figures or its goods ("confirmed another batch of tanks")."""
    roots = [t for i in sorted(cue.content) if (t := sentence.tokens[i]).head.i == cue.word.i and t.dep_ in OBJECTS]
    things = [t for root in roots for t in (root, *_under(root))]
    counted = any(t.i in sentence.amount_at or sentence.item_of(t) for t in things)
    return counted and any(sentence.bounds(t) in words for t in things)


def _clauses(sentence: Sentence, cue: Cue) -> list[Token]:
    """The main words of what is said, those coordinated with them too."""
    said = [sentence.tokens[i] for i in sorted(cue.content)]
    report = report_of(cue.word) if cue.role == "source" else None  # "…, the agency reports with reference to his channel"
    over = frozenset(cue.content) - ({report.i} if report is not None else set())
    roots = [t for t in said if t.pos_ in ("VERB", "AUX") and t.i in over and (t.head.i == t.i or t.head.i not in over)]
    beside = [c for r in roots for c in r.children if c.dep_ in BESIDE and c.i in cue.content and c.pos_ in ("VERB", "AUX")]
    return roots + [c for c in beside if c.dep_ != "advcl" or not _is_aside(c)]


def _is_aside(clause: Token) -> bool:
    """Whether a clause only says when, or what for: "after talks", "to protect its cities"."""
    purpose = clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children)
    return purpose or any(c.lower_ in ASIDES for c in clause.children if c.dep_ in ("mark", "advmod"))


def _is_told(sentence: Sentence, cue: Cue, clause: Token, words: set[tuple[int, int]]) -> bool:
    """Whether a clause is a claim of its own; what is denied is a position."""
    if clause.lemma_ in POSITIONS or any(c.dep_ == "neg" for c in clause.children):
        return False
    return clause.lemma_ in TOLLS or any(sentence.bounds(t) in words for t in (clause, *_parts(clause)) if t.i in cue.content)


def _goes_on(clause: Token) -> bool:
    """Whether a clause only goes on with what was given ("the transfer will start right away")."""
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    return clause.lemma_ in LIGHT and subject is not None and subject.lemma_.lower() in TOLD_OF


def _parts(clause: Token) -> Iterator[Token]:
    """The words under the main word of a clause that may carry its claim, deeper under verbs that say little."""
    light = clause.lemma_ in LIGHT
    judged = any(c.dep_ in ("attr", "acomp") or (c.dep_ == "dobj" and clause.lemma_ in HANDLED) for c in clause.children)
    for child in clause.children:
        if child.dep_ in SUBJECTS and (child.dep_ == "nsubjpass" or (light and not judged)):
            yield from (child, *(c for c in child.children if c.dep_ == "acl"))
        elif child.dep_ == "xcomp" and child.pos_ in ("VERB", "AUX"):
            yield child
            yield from _parts(child)
        elif child.dep_ in (DEEP if light else PARTS):
            yield child
            yield from _under(child) if light else ()


def _under(word: Token) -> Iterator[Token]:
    for child in word.children:
        if child.dep_ in DEEP:
            yield child
            yield from _under(child)
