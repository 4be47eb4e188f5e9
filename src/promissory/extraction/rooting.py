"""Sentences whose verb the parser takes for a participle: "Ukraine's deputy prime minister, X, held talks with Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
LOOSE = frozenset(("amod", "acl", "appos", "conj", "dep"))


def give_root(sentence: Doc) -> None:
    """Makes the past form behind "subject, name," the verb of a sentence that has no other, in place."""
    root = next((t for t in sentence if t.dep_ == "ROOT"), None)
    if root is None or not root.tag_.startswith("NN") or sentence[-1].text not in ".!?" or any(t.tag_ in FINITE for t in sentence):
        return
    named = max((c.i for c in root.children if c.dep_ == "appos" and c.tag_ == "NNP"), default=0)
    verb = next((t for t in sentence[named + 1 :] if t.tag_ == "VBN" and t.dep_ in LOOSE and sentence[t.i - 1].text == ","), None)
    if not named or verb is None or verb.i == len(sentence) - 1 or sentence[verb.i + 1].lower_ == "by":
        return
    _rehang(root, verb)


def _rehang(subject: Token, verb: Token) -> None:
    """The noun before the verb is its subject, the one after it its object, and the rest of the sentence hangs on it."""
    thing = verb.head if verb.dep_ == "amod" and verb.head.i > verb.i else None
    later = [c for c in subject.children if c.i > verb.i and c is not thing and c.i != (thing.i if thing is not None else -1)]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    if thing is not None:
        thing.head, thing.dep_ = verb, "dobj"
    goal = any(c.dep_ == "dobj" for c in verb.children)
    for child in later:
        child.head = verb
        if child.dep_ == "appos":  # "called Putin 'the war criminal'"
            child.dep_ = "oprd" if goal else "dobj"
