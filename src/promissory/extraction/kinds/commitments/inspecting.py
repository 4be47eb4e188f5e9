"""What auditors and inspectors look into: gifts told of as the subject of their work, which nobody gives there."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What inspectors do and write.
WORKS = frozenset(
    "audit evaluation inspection oversight accountability monitoring tracking scrutiny assessment examination audits inquiry probe "
    "investigation traceability misuse diversion theft".split()
)
#: Verbs of watching what becomes of gifts.
WATCHING = frozenset("monitor track audit inspect oversee supervise control check examine verify assess scrutinise scrutinize".split())
#: Words between what they do and what it is about.
ABOUT = frozenset(("of", "into", "on", "for", "over", "regarding", "concerning", "about"))


def is_inspected(word: Token) -> bool:
    """ "An audit of the training of its troops", "the accountability of equipment sent to Kyiv": what is looked into is no gift."""
    above = takewhile(lambda t: t.pos_ not in ("VERB", "AUX") or t.dep_ in ("acl", "relcl"), word.ancestors)
    path = [word, *above]
    seen_to = any(over.lemma_.lower() == "use" and below.lower_ == "of" and over.head.lemma_ in WATCHING for below, over in pairwise(path))
    return seen_to or any(over.lemma_.lower() in WORKS and below.lower_ in ABOUT for below, over in pairwise(path))
