"""Whom "he" or "she" means where nobody who acts stands near: those named before the pronoun, and in the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.genders import is_female
from promissory.extraction.names.discourse import Discourse, Referent

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What opens a clause that sets the scene for whoever it is about.
OPENING = frozenset("while although though when as after once before whereas whilst".split())


def named_before(discourse: Discourse, sentence: Sentence, token: Token) -> str | None:
    """The person named last before a pronoun, where the last of all is only named behind it in its own sentence."""
    here = [p for m in sentence.mentions if m.end <= token.idx and (p := m.id_of("person", "surname"))]
    behind = [p for m in sentence.mentions if m.start > token.idx and (p := m.id_of("person", "surname"))]
    if discourse.person not in behind:
        return None
    before = [who for n, _, who in discourse.named if n < sentence.number]
    return next(reversed(here or before), None)


def named_just_before(discourse: Discourse, sentence: Sentence, token: Token, last: tuple[Referent, ...]) -> tuple[Referent, ...]:
    """ "Ukraine appointed Umerov. He": the only person that the sentence before names, where the one who acted last is further back."""
    if len(last) != 1 or token.lower_ not in ("he", "she") or token.dep_ != "nsubj" or sentence.number - 1 in discourse.going_on:
        return ()
    acted = next((n for n, _, who in reversed(discourse.subjects) if who == last and n <= sentence.number), sentence.number)
    named = {who for n, _, who in discourse.named if n == sentence.number - 1}
    here = any(m.id_of("person", "surname") and m.start < token.idx for m in sentence.mentions)
    alone = len(named) == 1 and acted < sentence.number - 1 and not here
    fitting = alone and is_female(next(iter(named))) in (None, token.lower_ == "she")
    return (Referent(named.pop(), person=True, inferred=True),) if fitting else ()


def opens_for(sentence: Sentence, subject: Token, pronoun: Token) -> bool:
    """ "While Macron would not send jets, he said …": the one named in the clause that opens is the one who goes on.

    Not of what is itself said ("if Putin attacks, he said, …"), nor where the clause names two.
    """
    clause, main = subject.head, pronoun.head
    if clause.dep_ != "advcl" or clause.head.i != main.i or pronoun.dep_ != "nsubj" or clause.i > pronoun.i:
        return False
    if not {c.lower_ for c in clause.lefts} & OPENING:
        return False
    cut = main.i + 1 < len(main.doc) and main.nbor().text == ","
    named = {p for m in sentence.mentions if m.end <= pronoun.idx and (p := m.id_of("person", "surname"))}
    another = any(t.lower_ in ("him", "her") for t in clause.subtree)
    return not cut and not another and len(named) < 2
