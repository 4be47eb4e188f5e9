"""Learns what the wording of a sentence leads one to expect (`extraction/claims/expecting.py`): a logistic regression for each kind."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from promissory.extraction.claims.expecting import WEIGHTS, Expected, Weights, describe_sentence, load_weights
from promissory.extraction.claims.masking import mask
from promissory.extraction.grammar.sentences import Sentence
from training.texts import Text

STRENGTH = 0.3
RARE = 3
FOLDS = 10
#: Sentences labelled by themselves count for less: their labels waver more.
WEIGHT_ALONE = 0.3
#: Smaller weights are left out, in hundredths.
SMALLEST = 2

Vector = NDArray[np.float64]


def _features(sentences: Sequence[Sentence]) -> list[dict[str, float]]:
    words = [mask(sentence) for sentence in sentences]
    return [describe_sentence(sentences, words, number) for number in range(len(sentences))]


class Wording:
    """The sentences of all texts, and what is learnt of each kind."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        rows = [row for text in texts for row in _features(text.scene.sentences)]
        seen = Counter(name for row in rows for name, value in row.items() if value)
        self.vectorizer = DictVectorizer()
        self.rows: Any = self.vectorizer.fit_transform([{k: v for k, v in row.items() if seen[k] >= RARE} for row in rows])
        self.groups = np.array([n for n, text in enumerate(texts) for _ in text.scene.sentences])
        self.weights = np.array([1.0 if text.whole else WEIGHT_ALONE for text in texts for _ in text.scene.sentences])

    def of_kind(self, kind: str) -> tuple[Vector, Vector]:
        """Whether each sentence holds a claim of the kind, and whether readers may differ on it."""
        told = [kind in kinds for text in self.texts for kinds in text.told]
        may = [kind in kinds for text in self.texts for kinds in text.open]
        return np.array(told), np.array(may)

    def fit(self, told: Vector, chosen: Vector) -> LogisticRegression:
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        return model.fit(self.rows[chosen], told[chosen], sample_weight=self.weights[chosen])

    def held_out(self, kind: str) -> Vector:
        """The log odds of each sentence by a model that has not seen its text."""
        told, may = self.of_kind(kind)
        guess = np.zeros(len(told))
        for train, test in GroupKFold(FOLDS).split(self.rows, told, self.groups):
            chosen = np.zeros(len(told), dtype=bool)
            chosen[train] = True
            guess[test] = self.fit(told, chosen & ~may).decision_function(self.rows[test])
        precision = average_precision_score(told[~may], guess[~may])
        print(f"{kind:11} sentences {int(told.sum()):5} of {len(told)}  average precision {precision:.3f}")
        return guess


def learn(texts: Sequence[Text]) -> tuple[list[list[Expected]], Weights]:
    """What each sentence of each text leads one to expect by models that have not seen the text, and the weights of all of them."""
    wording = Wording(texts)
    kinds = sorted({kind for text in texts for told in text.told for kind in told})
    expected: list[list[Expected]] = [[{} for _ in text.scene.sentences] for text in texts]
    weights = Weights(kinds, [], defaultdict(list))
    for number, kind in enumerate(kinds):
        odds = iter(wording.held_out(kind))
        for of_sentence in chain.from_iterable(expected):
            of_sentence[kind] = float(next(odds))
        told, may = wording.of_kind(kind)
        model = wording.fit(told, ~may)
        weights.intercepts.append(round(float(model.intercept_[0]), 3))
        for name, weight in zip(wording.vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
            if abs(hundredths := round(100 * weight)) >= SMALLEST:
                weights.features[str(name)] += [number, hundredths]
    return expected, weights


def write(weights: Weights) -> None:
    """The weights file anew, a feature a line, and what was loaded of it forgotten."""
    lines = (f"{_json(name)}:{_json(of)}" for name, of in sorted(weights.features.items()))
    head = f'{{"kinds":{_json(weights.kinds)},\n"intercepts":{_json(weights.intercepts)},\n"features":{{\n'
    WEIGHTS.write_text(head + ",\n".join(lines) + "\n}}\n", encoding="utf-8")
    load_weights.cache_clear()
    print(f"{WEIGHTS.stat().st_size} bytes written to {WEIGHTS.name}")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
