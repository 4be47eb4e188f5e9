"""Conditions told as what is missing: "without reforms the EU could not take it in", "no accession without the consent of all"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import children
from promissory.extraction.kinds.conditions.bargains import PRIZES
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What may be missing.
MISSING = frozenset(
    "reform guarantee progress unanimity decision consensus law withdrawal assurance commitment ceasefire compromise concession pledge "
    "change amendment mandate".split()
)
#: What the supported country does at home, where nobody is named.
EFFORTS = frozenset("reform progress law change amendment".split())
HARDLY = frozenset("hardly scarcely barely never not n't".split())
IMPOSSIBLE = frozenset("impossible unthinkable inconceivable".split())
MODALS = frozenset("can could will would may might".split())


def find_bars(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that "without" tells."""
    for token in sentence.tokens:
        if token.lower_ != "without":
            continue
        missing = next((t for t in children(token, "pobj") if t.lemma_.lower() in MISSING), None)
        main = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
        if missing is not None and main is not None and (barred := _barred(main, token)) is not None:
            yield from _draft(scene, sentence, missing, barred)


def _barred(main: Token, without: Token) -> Token | None:
    """The verb of what does not come about: the one above, or what is said there."""
    for verb in (main, *children(main, "ccomp")):
        words = {c.lower_ for c in verb.children}
        refused = bool(words & HARDLY) or any(c.lower_ in IMPOSSIBLE for c in children(verb, "acomp")) or _has_none(verb)
        inverted = without.i and without.nbor(-1).lower_ == "not"  # "Not without guarantees would Kyiv agree"
        if words & MODALS and "have" not in words and (refused or inverted):
            return verb
    return None


def _has_none(verb: Token) -> bool:
    """ "There can be no accession", "no money will flow"."""
    things = [*children(verb, "attr"), *subjects(verb)]
    return any(c.lower_ == "no" for t in things if t.lemma_.lower() in PRIZES for c in t.lefts)


def _draft(scene: Scene, sentence: Sentence, missing: Token, barred: Token) -> Iterator[Draft]:
    """Whose reform or guarantee it is must act: the owner, the one it comes from, the subject for "its own"."""
    own = any(c.lower_ in ("its", "their") for c in missing.subtree if c.dep_ == "poss")
    doers = states_in(scene, sentence, [t for t in missing.subtree if sentence.at.get(t.i)])
    on = scene.states(owners(scene, sentence, missing)) or doers or (states_in(scene, sentence, subjects(barred)) if own else [])
    on = [s for s in on if s in scene.pack.actor]
    named = states_in(scene, sentence, [t for t in barred.subtree if sentence.at.get(t.i)])
    if not on and missing.lemma_.lower() in EFFORTS and scene.beneficiary in named:
        on = [scene.beneficiary]  # "without reforms there will be no membership for Ukraine"
    if on:
        yield draft_condition(scene, sentence, missing, "stated", on, [], "without")
