"""States that come to those who have an instrument: "joined the countries that have signed", "added to the list of those bound by"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects, things_of
from promissory.extraction.grammar.tree import conjuncts
from promissory.extraction.kinds.agreements.partnering import states_of
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of coming to others, and those whose object is brought to them.
COMING, BRINGING = frozenset("join enter follow swell extend".split()), frozenset("add include put".split())
#: Nouns for all who have one.
CIRCLE = frozenset("list circle club group number rank row country nation state ally partner signatory member those".split())


def find_newcomers(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[tuple[str, str, Token]]:
    """(state, status, verb) of each that joins those who are said to have the instrument."""
    verb = _verb_over(noun)
    if verb is None:
        return
    mood = scene.mood(sentence, verb)
    if mood.negated or mood.conditional or not _is_with_receiver(scene, sentence, verb, noun):
        return
    ahead = mood.tense in ("future", "infinitive") or mood.modal is not None or mood.under("want", "plan", "consider", "urge")
    coming = things_of(verb) if verb.lemma_ in BRINGING else subjects(verb)
    for state in dict.fromkeys(states_of(scene, sentence, [t for c in coming for t in conjuncts(c)])):
        if state != scene.beneficiary:
            yield state, "proposed" if ahead else "signed", verb


def _is_with_receiver(scene: Scene, sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether the instrument is one with the pack's country: named beside it, of security, or told of before; not "a treaty on bats"."""
    named = any((m := sentence.at.get(t.i)) and scene.beneficiary in m.ids_of("actor", "adjective", "metonym") for t in verb.subtree)
    return named or bool(scene.told) or bool(modifiers(noun) & {"security", "such", "similar"})


def _verb_over(noun: Token) -> Token | None:
    """The verb of coming above the clause in which others have the instrument."""
    clause = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if clause is None or clause.dep_ not in ("acl", "relcl") or clause.head.lemma_.lower() not in CIRCLE:
        return None
    here = clause.head
    while here.dep_ == "pobj" and here.head.head.lemma_.lower() in CIRCLE:
        here = here.head.head
    above = here.head.head if here.dep_ == "pobj" else here.head
    return above if above.lemma_ in COMING | BRINGING and above.pos_ == "VERB" else None
