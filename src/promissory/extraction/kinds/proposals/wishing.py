"""Finding proposals in what somebody wants others to do, or to be done: "wants Kyiv to yield", "wants the money spent elsewhere"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, subjects
from promissory.extraction.grammar.tree import children, spread
from promissory.extraction.kinds.matters.addressing import told_of
from promissory.extraction.kinds.proposals.pleas import urge
from promissory.extraction.kinds.proposals.unnamed import is_somebody, is_want_of_others
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What one wants to come about, which nobody is asked to do ("we want Russia to lose").
OUTCOMES = frozenset("be win lose survive prevail succeed fail live know suffer".split())
#: What somebody else is wanted to do, told by a noun ("wants an invitation now").
WISHES = frozenset(
    "invitation end lifting removal ban ceasefire cease-fire truce withdrawal release recognition membership seizure suspension permission "
    "sanction tribunal investigation inquiry vote referendum election talk negotiation pressure guarantee exemption delay "
    "tariff boycott embargo moratorium court signal force mission fund loan mechanism zone inquiry sanction role seat place".split()
)
#: What others make, and is to be so or so.
MEASURES = frozenset("package law rule deal agreement treaty resolution statement summit budget plan mandate text sanction".split())


def from_wanting(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X wants Y to act", "X would like Y to act", where Y is somebody else."""
    if (
        scene.mood(sentence, verb).negated
        or sentence.text.endswith("?")
        or (verb.lemma_ == "expect" and (not any(t.lower_ in ("i", "we") for t in subjects(verb)) or scene.mood(sentence, verb).modal))
        or (verb.lemma_ == "like" and not any(c.lower_ in ("would", "'d") for c in verb.children))
    ):
        return None
    clauses = [c for c in _wanted(verb) if c.tag_ in ("VB", "VBN") and c.lemma_ not in OUTCOMES]
    done = [c for c in clauses if c.tag_ == "VBN" and any(t.pos_ in ("NOUN", "PROPN") for t in children(c, "nsubj", "nsubjpass"))]
    done += [c for t in children(verb, "dobj") for c in children(t, "acl") if c.tag_ == "VBN" and is_somebody(subjects(verb))]
    wished = [n for n in children(verb, "dobj") if n.lemma_.lower() in WISHES]
    if wished and not clauses:
        owners = [c for n in wished for c in n.lefts if c.dep_ in ("compound", "amod", "nmod", "poss")]
        return urge(scene, sentence, verb, subjects(verb), owners, "want")
    told = [
        t
        for t in spread(s for c in clauses for s in children(c, "nsubj")) or (children(verb, "dobj") if clauses else [])
        if t.pos_ != "PRON"
    ]
    done += [c for c in clauses if c.tag_ == "VB" and any(t.lemma_.lower() in MEASURES for t in children(c, "nsubj"))]
    if done and not scene.named(sentence, told):  # "wants the money spent on reconstruction", "the next package to cover gas"
        return urge(scene, sentence, verb, subjects(verb), [a for c in done for a in agents(c)], "want")
    others = told or (children(verb, "dobj") if clauses else []) + [s for c in clauses for s in children(c, "nsubj")]
    by_others = bool(clauses) and is_want_of_others(others) and is_somebody(subjects(verb))
    return urge(scene, sentence, verb, subjects(verb), told, "want") if by_others or told_of(scene, sentence, told, []) else None


def _wanted(verb: Token) -> list[Token]:
    """The clauses that say what is wanted, also behind "to see" ("would like to see the sanctions extended")."""
    clauses = children(verb, "ccomp", "xcomp")
    return [c for one in clauses for c in (children(one, "ccomp", "xcomp") if one.lemma_ == "see" else [one])]
