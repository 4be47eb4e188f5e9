"""Schemes that are no more: "which ended in March", "the now defunct fund", "the mission expired"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.tree import children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs by which a scheme itself is over, and words that say so of it.
RUNNING_OUT = frozenset("end expire lapse close cease finish fold collapse".split())
OVER = frozenset("defunct former expired now-defunct disbanded abandoned".split())


def is_over(noun: Token) -> bool:
    """ "The scheme, which ended in March, placed 62", "the now defunct fund", "the mission expired": one that is no more."""
    said = [v for v in children(noun, "relcl") if any(c.tag_ == "WDT" and c.dep_ == "nsubj" for c in v.children)]
    said += [noun.head] if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" else []
    gone = [v for v in said if v.lemma_ in RUNNING_OUT and v.tag_ in ("VBD", "VBN") and not children(v, "neg", "dobj", "auxpass")]
    return bool(gone) or bool(modifiers(noun) & OVER)
