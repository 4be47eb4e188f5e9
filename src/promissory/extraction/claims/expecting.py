"""What a sentence's wording leads one to expect: a logistic regression a kind over its words and how they hang together.

The finders know the constructions that somebody wrote down; this knows what sentences with a claim of a kind read like, learnt from all
sentences of the labelled texts, those in which no finder sees anything among them (`training/train.py`). The ranker asks it about every
draft: one that stands in a sentence that reads like none of its kind is doubted.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence

if TYPE_CHECKING:
    from promissory.extraction.words import Token

WEIGHTS = Path(__file__).parent / "weights" / "expectations.json"
#: A word of the sentence before or behind counts for half.
NEARBY = 0.5
#: Words that hang on others and say nothing by it.
SILENT = frozenset(("punct", "det"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))

#: kind → log odds that a sentence holds a claim of it
Expected = dict[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """Kinds, the intercept of each, and for each feature the kinds it speaks for or against: number of the kind, weight, and so on."""

    kinds: list[str]
    intercepts: list[float]
    #: weights in hundredths, which keeps the file small
    features: dict[str, list[int]]


def expect(sentences: Sequence[Sentence], words: Sequence[list[str]], number: int) -> Expected:
    """What to expect of one of the sentences of a document, given the masked words of all; nothing without weights."""
    return _log_odds(load_weights(), describe_sentence(sentences, words, number))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """What was learnt; of no kind where nothing was."""
    if not WEIGHTS.exists():
        return Weights([], [], {})
    return Weights(**json.loads(WEIGHTS.read_text(encoding="utf-8")))


def _log_odds(weights: Weights, features: dict[str, float]) -> Expected:
    found = [0.0] * len(weights.kinds)
    for name, value in features.items():
        if known := weights.features.get(name):
            for n in range(0, len(known), 2):
                found[known[n]] += known[n + 1] * value
    return {kind: at + sum_ / 100 for kind, at, sum_ in zip(weights.kinds, weights.intercepts, found, strict=True)}


def describe_sentence(sentences: Sequence[Sentence], words: Sequence[list[str]], number: int) -> dict[str, float]:
    """The features of a sentence: its masked words, pairs of them, what hangs on what, its main verb, and the words next to it."""
    sentence, here = sentences[number], words[number]
    around = (*words[max(0, number - 1) : number], *words[number + 1 : number + 2])
    return (
        {f"n {word}": NEARBY for near in around for word in near}
        | dict.fromkeys(here, 1.0)
        | {f"{a} {b}": 1.0 for a, b in zip(("^", *here), (*here, "$"), strict=True)}
        | dict.fromkeys(_ties(sentence.tokens, here), 1.0)
        | {"^quoted": float(bool(sentence.quoted)), "^heading": float(sentence.block.heading)}
    )


def _ties(tokens: Sequence[Token], words: list[str]) -> list[str]:
    """What hangs on what ("send>dobj>ITEM", "send>dobj", "send>to>UA"), and the main verb with its tense and auxiliaries."""
    found = []
    for token, word in zip(tokens, words, strict=True):
        head, dep = token.head, token.dep_
        if dep == "ROOT":
            auxiliaries = "+".join(words[c.i] for c in token.children if c.dep_ in AUXILIARIES)
            found += [f"={word}", f"={token.tag_}", f"={auxiliaries}=", f"={word} {token.tag_} {auxiliaries}"]
        if dep in SILENT:
            continue
        found += [f"{words[head.i]}>{dep}>{word}", f"{words[head.i]}>{dep}>"]
        if dep in ("pobj", "pcomp"):
            found.append(f"{words[head.head.i]}>{words[head.i]}>{word}")
    return found
