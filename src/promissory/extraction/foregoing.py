"""Whom "he" or "she" means where nobody who acts stands near: those named before the pronoun, and in the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.discourse import Discourse, Referent
from promissory.extraction.genders import is_female
from promissory.extraction.sentences import Sentence

if TYPE_CHECKING:
    from promissory.extraction.words import Token


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
