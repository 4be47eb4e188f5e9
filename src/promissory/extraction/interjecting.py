"""What stands between commas inside a verb ("has, for the first time, sent"), set aside while a sentence is parsed.

The parser makes two clauses of such a verb, one of "has" and one of "sent". It reads the rest of the sentence and what is set aside each
by itself, and both are put together again as they stood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from promissory.extraction.tree import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Words that a verb is formed with, behind which something may be interjected.
HELPING = frozenset("has have had will would shall should could may might must can is are was were be been being cannot not".split())
#: Words that open what is interjected, beside adverbs in -ly.
OPENING = frozenset(
    "in as at by for from on under over after before despite during since to through like with without within among amid contrary unlike "
    "thanks according however therefore meanwhile instead thus too moreover nonetheless nevertheless indeed furthermore perhaps still "
    "though consequently hence again also once of alongside together depending given along".split()
)
#: Words that go on with another clause: what a comma closes before them is none.
ELSEWHERE = frozenset(
    "and or but nor so yet because which who whom whose that this these those he it she they we i you there what when where while if as "
    "although though since after before until unless the a an his her its their our your my including with in on at for by".split()
)
#: How old somebody is who is told of.
AGE = re.compile(r"[1-9]\d")
#: How many words may be interjected at most.
LONGEST = 12


def asides_of(words: Doc) -> list[tuple[int, int]]:
    """`[start, end)` of what is interjected, with the commas around it, in order."""
    found: list[tuple[int, int]] = []
    commas = [t.i for t in words if t.text == ","]
    for first, second in pairwise(commas):
        if found and first < found[-1][1]:
            continue
        if 1 < second - first <= LONGEST + 1 and first > 0 and second + 1 < len(words) and _is_interjected(words, first, second):
            found.append((first, second + 1))
    return found


def _is_interjected(words: Doc, first: int, second: int) -> bool:
    """Whether two commas part something off from a verb, or the age of somebody from who it is."""
    if second == first + 2 and AGE.fullmatch(words[first + 1].text):
        return words[first - 1].is_alpha and words[first - 1].lower_ not in MONTHS and words[second + 1].is_alpha
    opener, behind = words[first + 1], words[second + 1]
    if words[first - 1].text not in HELPING or not (opener.text in OPENING or (opener.text.endswith("ly") and opener.is_lower)):
        return False
    if behind.text in ELSEWHERE or not (behind.text.isalpha() and behind.text.islower()):
        return False
    return not any(t.text in HELPING or t.is_punct for t in words[first + 1 : second])


def without(words: Doc, asides: Sequence[tuple[int, int]]) -> list[Doc]:
    """What is left of a sentence, and what is set aside without its commas."""
    from spacy.tokens import Doc

    left = [t for t in words if not any(start <= t.i < end for start, end in asides)]
    parts = [left, *(list(words[start + 1 : end - 1]) for start, end in asides)]
    return [Doc(words.vocab, [t.text for t in part], spaces=[bool(t.whitespace_) for t in part]) for part in parts]


def together(words: Doc, asides: Sequence[tuple[int, int]], parts: Sequence[Doc]) -> Doc:
    """The sentence as it stood with the trees of its parts: what was set aside hangs on the verb that it stands in."""
    from spacy.tokens import Doc

    left, *aside = parts
    kept = [t.i for t in words if not any(start <= t.i < end for start, end in asides)]
    heads, deps, tags = list(range(len(words))), ["punct"] * len(words), [","] * len(words)
    for token, at in zip(left, kept, strict=True):
        heads[at], deps[at], tags[at] = kept[token.head.i], token.dep_, token.tag_
    for (start, end), part in zip(asides, aside, strict=True):
        aged = end - start == 3 and AGE.fullmatch(words[start + 1].text)
        verb = start - 1 if aged or deps[start - 1] not in ("aux", "auxpass", "neg") else heads[start - 1]
        heads[start] = heads[end - 1] = verb
        for token in part:
            at = start + 1 + token.i
            rooted = token.head.i == token.i
            heads[at], deps[at] = (verb, "appos" if aged else _relation(token.tag_)) if rooted else (start + 1 + token.head.i, token.dep_)
            tags[at] = token.tag_
    return Doc(words.vocab, [t.text for t in words], spaces=[bool(t.whitespace_) for t in words], heads=heads, deps=deps, tags=tags)


def _relation(tag: str) -> str:
    """What the head of an interjection is to the verb."""
    if tag in ("IN", "TO") or tag == "VBG":
        return "prep"
    return "advcl" if tag.startswith("VB") else "npadvmod" if tag.startswith("NN") else "advmod"
