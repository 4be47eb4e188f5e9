"""Needs that answer a question: "What do you need? Seven batteries, and quickly"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.matters.straits import Lack
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: The end of a question after what somebody needs or wants to have.
QUESTION = re.compile(
    r"\b(?:what|which|how (?:much|many))\b[^.?!\n]*\b(?:need(?:s|ed)?|lack(?:s|ing)?|short of|missing|"
    r"require[ds]?|want(?:s|ed)?|ask(?:s|ed|ing)? for|"
    r"wish(?:es)? for|wish list|would help)\b[^.?!\n]*\?[\"”»)]*$",
    re.IGNORECASE,
)
#: How much of the text before may be the question.
BEFORE = 220
#: Marks between an answer's phrase and what is said of it.
BREAKS = frozenset((",", ".", ";", ":", "–", "—", "!"))


def answers(scene: Scene, sentence: Sentence) -> Iterator[Lack]:
    """The wants that a sentence names in answer to the question before it, without a verb."""
    before = scene.document.text[max(0, sentence.start - BEFORE) : sentence.start].rstrip(' \n\t-–—"“«')
    if not before.endswith(("?", "?)", "?”", '?"')) or QUESTION.search(before) is None:
        return
    things: list[Token] = []
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "acl"):
            if not things or token.nbor(-1).text not in (*BREAKS, "and", "to"):
                things = [t for t in things if t.i < _last_break(sentence, token)]
            break
        things.append(token)
    named = [t for t in things if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")]
    if named:
        yield named[0], named, [], False


def _last_break(sentence: Sentence, verb: Token) -> int:
    """Where the last phrase before the verb begins, which is its subject."""
    return max((t.i for t in sentence.tokens[: verb.i - sentence.tokens[0].i] if t.text in BREAKS), default=0)
