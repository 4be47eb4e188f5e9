"""Conditions told as an order of things: "a truce must precede talks", "first a ceasefire, then talks", "the key lies with Berlin"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.conditions.bargains import PRIZES
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.kinds.conditions.hinging import AIMS, BACKING, hinge, whose_part
from promissory.extraction.kinds.conditions.preceding import GIVING
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that put one thing before another.
PRECEDING = frozenset("precede predate".split())
#: What is to come later.
LATER = AIMS | PRIZES | frozenset("election vote exchange discussion dialogue referendum".split())
#: Nouns for what opens the way.
KEYS = frozenset("key decision ball".split())
#: How far what comes first may be from the word that says so.
NEAR = 4


def find_sequences(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that say what comes before what, or with whom it lies."""
    for token in sentence.tokens:
        if token.lemma_ in PRECEDING and token.pos_ == "VERB":
            yield from _precedes(scene, sentence, token)
        elif token.lower_ == "first":
            yield from _first_then(scene, sentence, token)
        elif token.lower_ == "up" and token.head.lemma_ == "be":
            yield from _up_to(scene, sentence, token)
        elif token.lemma_ == "fall" and token.dep_ == "conj" and token.head.lemma_ == "stand":
            yield from _stands_or_falls(scene, sentence, token)
        elif token.lemma_ in ("lie", "rest") and token.pos_ == "VERB":
            yield from _lies_with(scene, sentence, token)


def _precedes(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "A ceasefire must precede talks", "talks have to be preceded by a truce"."""
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need") else verb
    due = above is not verb or any(c.lower_ in ("must", "should") for c in children(verb, "aux"))
    first, then = (agents(verb), things_of(verb)) if is_passive(verb) else (subjects(verb) or subjects(above), things_of(verb))
    dues = [t for t in first if t.lemma_.lower() in BACKING]
    later = [t for t in then if t.lemma_.lower() in LATER]
    if due and dues and later and not scene.mood(sentence, above).negated:
        yield from hinge(scene, sentence, verb, dues, [], "precedes")


def _first_then(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "First a ceasefire, then talks": an order that nothing but the two nouns tell."""
    after_it = sentence.tokens[word.i + 1 : word.i + 1 + NEAR]
    due = next((t for t in after_it if t.lemma_.lower() in BACKING), None)
    then = next((t for t in sentence.tokens[word.i + 1 : word.i + 4 * NEAR] if t.lower_ == "then"), None)
    if due is None or then is None or due.i > then.i or any(t.pos_ == "VERB" for t in sentence.tokens[word.i + 1 : due.i]):
        return
    if any(t.lemma_.lower() in LATER for t in sentence.tokens[then.i + 1 : then.i + 1 + NEAR]):
        yield from hinge(scene, sentence, word, [due], [], "first then")


def _up_to(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "It is up to Berlin whether Warsaw may hand over its tanks": who decides on what others would do."""
    verb = word.head
    deciders = states_in(scene, sentence, after(word, "to"))
    clause = next((c for c in children(verb, "ccomp", "csubj", "advcl") if any(m.lower_ == "whether" for m in c.lefts)), None)
    if clause is None or not deciders or clause.lemma_ not in GIVING or scene.mood(sentence, verb).negated:
        return
    setters = [s for s in states_in(scene, sentence, subjects(clause)) if s not in deciders]
    yield draft_condition(scene, sentence, word, "stated", deciders, setters, "up to")


def _lies_with(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The key to the release of the money lies with the Rada"."""
    keys = [t for t in subjects(verb) if t.lemma_.lower() in KEYS]
    prized = [t for k in keys for p in after(k, "to", "on", "about") for t in within(p) if t.lemma_.lower() in PRIZES]
    holders = after(verb, "with", "in")
    on = states_in(scene, sentence, holders) or whose_part(scene, sentence, holders)
    if prized and on and not scene.mood(sentence, verb).negated:
        yield draft_condition(scene, sentence, verb, "stated", on, [], "lies with")


def _stands_or_falls(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The truce stands or falls with Moscow's willingness": whose part it is, it hangs on."""
    what = [n for t in subjects(verb.head) for n in within(t)]
    terms = after(verb, "with", "on", "by")
    on = whose_part(scene, sentence, terms) or states_in(scene, sentence, terms)
    if on and any(t.lemma_.lower() in PRIZES for t in what):
        yield draft_condition(scene, sentence, verb, "stated", on, [], "stands or falls")
