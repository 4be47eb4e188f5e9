"""Conditions told as a duty: "for talks to begin, Moscow must stop its attacks", "Kyiv must withdraw, or Moscow will go on"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.conditions.bargains import PRIZES, TOPICS
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.kinds.conditions.consents import owned_by
from promissory.extraction.kinds.conditions.preceding import GIVING, PEACE
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of what is to come about.
COMING = GIVING | frozenset("happen work hold succeed last flow unlock restart take conclude make".split())
#: Words before what follows if a duty is not done.
ELSE = frozenset(("or", "otherwise"))


def find_duties(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence in which somebody must do something so that something else comes about, or does not."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX") and (duty := _duty(token)) is not None:
            if any(_is_purpose(c) for c in (*_before(token, duty), *_behind(token, duty))):
                yield from _must(scene, sentence, token, duty, [], "for it to")
            elif (other := _or_else(token, duty)) is not None:
                setters = states_in(scene, sentence, subjects(other))
                yield from _must(scene, sentence, token, duty, setters, "or else")


def _duty(verb: Token) -> Token | None:
    """The "must", "has" or "needs" under which a verb stands; the verb itself where it is a modal's."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need") and any(c.lower_ == "to" for c in verb.lefts):
        return verb.head
    return verb if any(c.lower_ == "must" for c in children(verb, "aux")) else None


def _before(verb: Token, duty: Token) -> list[Token]:
    """What stands before the duty with "for": "for talks to begin", "for the force to deploy"."""
    preps = [c for v in {verb, duty} for c in v.children if c.lower_ == "for" and c.dep_ == "prep"]
    preps += [c for v in {verb, duty} for t in after(v, "in") if t.lower_ == "order" for c in t.children if c.lower_ == "for"]
    hung = [c for p in preps for t in children(p, "pobj", "pcomp") for c in (t, *children(t, "acl", "relcl"))]
    return [c for c in hung if c.tag_ in ("VB", "VBN")] + [c for v in {verb, duty} for c in children(v, "advcl") if c.i < verb.i]


def _behind(verb: Token, duty: Token) -> list[Token]:
    return [c for v in {verb, duty} for c in children(v, "advcl") if c.i > verb.i]


def _is_purpose(clause: Token) -> bool:
    """ "For talks to begin": its own subject, and something that may be withheld or brought about."""
    passive = clause.tag_ == "VBN" and bool(children(clause, "auxpass"))  # "for the payment to be made"
    if not (clause.tag_ == "VB" or passive) or clause.lemma_ not in COMING or not any(c.lower_ == "to" for c in children(clause, "aux")):
        return False
    whose = [*subjects(clause), *([clause.head] if clause.dep_ in ("acl", "relcl") else [])]
    opened = any(c.lower_ == "for" and c.dep_ == "mark" for c in clause.children) or any(t.head.lower_ == "for" for t in whose)
    return opened and any(t.lemma_.lower() in PRIZES | TOPICS | PEACE for t in (*whose, *children(clause, "dobj", "attr")))


def _or_else(verb: Token, duty: Token) -> Token | None:
    """ "Must withdraw, or Russia will take it": what somebody else will do then."""
    second = next((c for v in (verb, duty) for c in children(v, "conj", "ccomp") if c.i > verb.i), None)
    linked = second is not None and any(c.lower_ in ELSE for v in (verb, duty, second) for c in children(v, "cc", "advmod"))
    ahead = second is not None and any(c.lower_ in ("will", "would") for c in children(second, "aux"))
    return second if second is not None and linked and ahead and subjects(second) else None


def _must(scene: Scene, sentence: Sentence, verb: Token, duty: Token, setters: list[str], rule: str) -> Iterator[Draft]:
    if scene.mood(sentence, duty).negated or is_passive(verb):
        return
    doers = subjects(verb) or subjects(duty)
    on = [s for s in states_in(scene, sentence, doers) or owned_by(scene, sentence, doers) if s in scene.pack.actor]
    if on and not set(setters) & set(on) and (setters or rule != "or else"):
        yield draft_condition(scene, sentence, verb, "stated", on, setters, rule)
