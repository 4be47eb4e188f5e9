"""Conditions told by what comes first: "nothing ahead of a settlement", "absent a truce no troops", "first there must be a truce"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.conditions.bargains import is_denied
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.kinds.conditions.consents import CONSENT
from promissory.extraction.kinds.conditions.hinging import BACKING
from promissory.extraction.kinds.conditions.preceding import PEACE
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.lexicon.punctuation import OPENING
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What puts off a thing that is not done before, and what puts off anything.
UNTIL = (("ahead", "of"), ("prior", "to"), ("before",), ("until",), ("till",), ("pending",), ("short", "of"), ("in", "advance", "of"))
MISSING = (("failing",), ("absent",), ("barring",), ("in", "the", "absence", "of"), ("for", "want", "of"))
#: The first words of all of these, and of what is wanted first.
FIRST_WORDS = frozenset(words[0] for words in (*UNTIL, *MISSING)) | {"first"}
#: What may be waited for.
AWAITED = BACKING | frozenset("decision vote breakthrough pact treaty accord armistice peace backstop clarity plan proof".split())
#: What is settled between those who fight.
TRUCES = AGREEMENTS | frozenset("ceasefire cease-fire truce armistice settlement peace".split())
#: What is asked for to be seen or had first.
SEEING = frozenset("see have get hear receive obtain secure know read discuss settle".split())
WANTING = frozenset("want like wish need demand expect insist require prefer ask".split())
#: How many words a phrase may be from its head.
NEAR = 7


def find_deferrals(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that such words tell."""
    for token in sentence.tokens:
        if token.lower_ not in FIRST_WORDS:
            continue
        if (length := _opens(token, UNTIL)) and (due := _due_after(token, length)) is not None:
            yield from _put_off(scene, sentence, token, due)
        elif (length := _opens(token, MISSING)) and _is_clause_start(token) and (due := _due_after(token, length)) is not None:
            yield from _missing(scene, sentence, token, due)
        elif token.lower_ == "first" and token.dep_ == "advmod" and (verb := _verb_over(token)) is not None:
            yield from (*_first_there_must_be(scene, sentence, token, verb), *_wanted_first(scene, sentence, token, verb))


def _opens(token: Token, openings: tuple[tuple[str, ...], ...]) -> int:
    """How many words the opening that begins with the token has; 0 where none does."""
    known = [opening for opening in openings if opening[0] == token.lower_]
    words = tuple(t.lower_ for t in token.doc[token.i : token.i + 4]) if known else ()
    return next((len(opening) for opening in known if words[: len(opening)] == opening), 0)


def _is_clause_start(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return before is None or before.text in (",", ";", ":", "-", "–", *OPENING) or before.lower_ in ("but", "and", "that", "yet")


def _due_after(token: Token, length: int) -> Token | None:
    """The noun of what has to be there first: the head of the phrase that follows."""
    for word in token.doc[token.i + length : token.i + length + NEAR]:
        if word.pos_ in ("VERB", "AUX", "PRON", "PUNCT"):
            return None
        if word.pos_ in ("NOUN", "PROPN") and word.dep_ not in ("compound", "poss", "nmod", "amod"):
            ends = word.lemma_ == "end" and any(t.lemma_.lower() in PEACE for t in after(word, "of", "to"))
            return word if ends or word.lemma_.lower() in AWAITED - CONSENT else None
    return None


def _put_off(scene: Scene, sentence: Sentence, word: Token, due: Token) -> Iterator[Draft]:
    """ "Would put nothing in writing ahead of a settlement", "there will be no troops before a ceasefire"."""
    main = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX") and is_denied(a)), None)
    if main is None:
        return
    mood = scene.mood(sentence, main)
    if mood.tense in ("future", "present") or mood.modal in ("will", "would", "can", "could"):
        none = [t for t in (*children(main, "attr"), *subjects(main)) if any(c.lower_ == "no" for c in t.lefts)]  # "no French troops"
        setters = states_in(scene, sentence, subjects(main)) or [s for t in none for s in scene.states(owners(scene, sentence, t))]
        yield from _draft(scene, sentence, word, due, [s for s in setters if s in scene.pack.actor], "until")


def _missing(scene: Scene, sentence: Sentence, word: Token, due: Token) -> Iterator[Draft]:
    """ "Failing Russian agreement, the force remains on paper", "absent guarantees, Kyiv will not sign"."""
    main = next((t for t in sentence.tokens if t.dep_ == "ROOT"), None)
    doers = states_in(scene, sentence, subjects(main)) if main is not None and main.i > due.i else []
    if main is not None and main.pos_ in ("VERB", "AUX") and scene.mood(sentence, main).tense != "past":
        yield from _draft(scene, sentence, word, due, doers, "missing")


def _verb_over(word: Token) -> Token | None:
    """The verb that "first" goes with; at the end of a clause the parser may hang it on the last noun."""
    if word.head.pos_ in ("VERB", "AUX"):
        return word.head
    ends = word.i + 1 == len(word.doc) or word.nbor().pos_ in ("PUNCT", "CCONJ")
    return next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None) if ends and word.head.i < word.i else None


def _first_there_must_be(scene: Scene, sentence: Sentence, word: Token, verb: Token) -> Iterator[Draft]:
    """ "First there must be a ceasefire", "a truce has to be there first"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    bound = any(c.lower_ in ("must", "should") for c in verb.children) or above.lemma_ in ("have", "need")
    dues = [t for t in children(verb, "attr") if t.lemma_.lower() in AWAITED]
    if verb.lemma_ == "be" and children(above, "expl") and bound and dues and not scene.mood(sentence, verb).negated:
        yield from _draft(scene, sentence, word, dues[0], [], "first")


def _wanted_first(scene: Scene, sentence: Sentence, word: Token, inner: Token) -> Iterator[Draft]:
    """ "Wants to see a plan first", "would like guarantees first": who wants it sets it, who has it to give must act."""
    verb = inner.head if inner.dep_ == "xcomp" and inner.lemma_ in SEEING else inner
    things = children(inner, "dobj")
    setters = states_in(scene, sentence, subjects(verb))
    last = word.i > max((t.i for t in things), default=word.i)
    if verb.lemma_ not in WANTING or not things or not setters or not last or scene.mood(sentence, verb).negated:
        return
    on = _whose(scene, sentence, things[0], setters)
    on = on or [s for s in (scene.beneficiary,) if s not in setters and scene.focus]
    if on:
        yield draft_condition(scene, sentence, word, "stated", on, setters, "wants before")


def _draft(scene: Scene, sentence: Sentence, word: Token, due: Token, setters: list[str], rule: str) -> Iterator[Draft]:
    on = _whose(scene, sentence, due, setters)
    if not on and (due.lemma_.lower() in TRUCES or due.lemma_ == "end") and "RU" not in setters:
        on = ["RU"]
    if not on and due.lemma_.lower() in ("guarantee", "assurance", "backstop", "backing", "support", "aid"):
        on = ["partners"]
    if on:
        yield draft_condition(scene, sentence, word, "stated", on, [s for s in setters if s not in on], rule)


def _whose(scene: Scene, sentence: Sentence, due: Token, setters: list[str]) -> list[str]:
    """Whose part it is: its owner or adjective, who stands after "by", "from" and "of"; of a decision also after "in"."""
    named = [*after(due, "of", "by", "from"), *(after(due, "in") if due.lemma_ in ("decision", "vote", "clarity") else [])]
    owned = [*scene.states(owners(scene, sentence, due)), *states_in(scene, sentence, named)]
    return [s for s in dict.fromkeys(owned) if s in scene.pack.actor and s not in setters]
