"""Trains what extraction has learnt: what the wording of a sentence leads one to expect, and the ranker of drafts.

    python -m training.train [--write] [--whole GOLD.jsonl] [--corpus FOLDER] GOLD.jsonl DOCS.jsonl [GOLD DOCS ...]

GOLD and DOCS are labelled documents as `promissory evaluate` reads them: one labelled document a line, and one document a line
in the JSONL input form (or a folder of texts). The articles in `training/sentences`, of which each sentence is labelled by itself,
count too; with `--corpus`, the folder of the documents that `training/labels` are of, so do those labels.

First a regression a kind learns which sentences hold claims (`wording.py`). Then the drafts of the finders are matched with the
labels, and two regressions a kind learn which drafts are claims (`keep`) and which are right in status and parties too (`right`),
told what the wording leads one to expect by models that have not seen the text. Figures are cross-validated by document. Documents
of the unread third are left out, but not of a GOLD named with `--whole`. The confidence is set by `first_look.jsonl` (`calibrating.py`).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from promissory.extraction.claims.expecting import Expected
from promissory.extraction.claims.ranking import WEIGHTS, describe, load_calibration, load_weights
from promissory.packs import load_pack
from training import wording
from training.calibrating import first_look
from training.calibrating import fit as calibrate
from training.labels import unpack
from training.texts import Pair, Text, gather

STRENGTH = 0.15
RARE = 3
FOLDS = 10
#: Scores that differ by less than so many labels would make do as well.
NOISE = 3
#: Kinds with fewer drafts teach too little to drop any but the hopeless.
FEW = 60
FLOORS = np.arange(0.1, 0.51, 0.02)  # a draft more likely a claim than not is never dropped
SMALLEST = 0.01

Vector = NDArray[np.float64]
Weights = dict[str, dict[str, dict[str, float]]]


@dataclass(frozen=True)
class Example:
    """A draft with its features and what the labels say of it; `whole` where they say whether its parties and status are right too."""

    document: str
    features: dict[str, float]
    mark: str
    whole: bool


def examples_of(text: Text, expected: list[Expected]) -> list[tuple[str, Example]]:
    """(kind, example) for each draft of a text; drafts on optional labels teach nothing."""
    described = describe(text.scene, text.drafts, expected)
    found = zip(text.drafts, described, text.marks, strict=True)
    return [(draft.kind, Example(text.name, features, mark, text.whole)) for draft, features, mark in found if mark != "optional"]


def fit(features: Any, truth: Vector) -> LogisticRegression | None:
    """A regression, or None where there is only one class to learn."""
    if len(set(truth)) < 2:
        return None
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(features, truth)


def held_out(features: Any, truth: Vector, groups: list[str]) -> Vector:
    """The probability of each example by a model that has not seen its document."""
    guess = np.full(len(truth), float(truth.mean()))
    folds = min(FOLDS, len(set(groups)))
    if folds < 2:
        return guess
    for train, test in GroupKFold(folds).split(features, truth, groups):
        model = fit(features[train], truth[train])
        guess[test] = model.predict_proba(features[test])[:, 1] if model else truth[train].mean()
    return guess


def weights_of(model: LogisticRegression | None, names: list[str], truth: Vector) -> dict[str, float]:
    """The weights worth keeping; the intercept stands under the empty name."""
    if model is None:
        return {"": 4.0 if truth.mean() > 0.5 else -4.0}
    weights = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= SMALLEST}
    return weights | {"": round(float(model.intercept_[0]), 3)}


def learn(kind: str, examples: list[Example], labels: int) -> dict[str, dict[str, float]]:
    """The two models of a kind, with the floor of `keep` that gives the best held-out F1 of claims and of right ones.

    Floor and figures are of the texts whose claims are labelled whole; `labels` is how many of the kind these have.
    """
    seen = Counter(name for e in examples for name, value in e.features.items() if value)
    vectorizer = DictVectorizer()
    features = vectorizer.fit_transform([{k: v for k, v in e.features.items() if seen[k] >= RARE} for e in examples])
    names = list(vectorizer.get_feature_names_out())
    groups = [e.document for e in examples]
    whole = np.array([e.whole for e in examples])
    keep = np.array([float(e.mark != "extra") for e in examples])
    guess = held_out(features, keep, groups)[whole]
    known, right = keep[whole], np.array([float(e.mark == "right") for e in examples])[whole]
    sure = held_out(features[whole], right, [e.document for e in examples if e.whole])
    wanted = max(labels, int(known.sum()))
    # what is kept should be a claim and should be right: the sum of both scores chooses, so that a flat curve of one does not
    scores = [2 * np.array([known[guess >= f].sum(), right[guess >= f].sum()]) / ((guess >= f).sum() + wanted) for f in FLOORS]
    best = max(float(both.sum()) for both in scores)
    # of floors that do as well within the noise of a small set, the lowest: a claim lost is lost to everybody after
    f1, floor = next((float(both[0]), float(f)) for both, f in zip(scores, FLOORS, strict=True) if both.sum() >= best - NOISE / wanted)
    if len(known) < FEW:
        f1, floor = float(scores[0][0]), float(FLOORS[0])
    high = sure >= 0.8
    print(
        f"{kind:11} labels {labels:4} drafts {len(known):5} claims {int(known.sum()):4} right {int(right.sum()):4}"
        f"  F1 {2 * known.sum() / (len(known) + wanted):.3f} -> {f1:.3f} at {floor:.2f}"
        f"  right when sure (>= 0.8): {right[high].mean() if high.any() else 0:.2f} of {int(high.sum())}"
    )
    models = {"keep": weights_of(fit(features, keep), names, keep), "right": weights_of(fit(features[whole], right), names, right)}
    models["keep"]["floor"] = round(floor, 2)
    return models


def train(texts: Sequence[Text], expected: Sequence[list[Expected]]) -> Weights:
    """The weights of each kind; figures are printed as they are learnt."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for text, here in zip(texts, expected, strict=True):
        for kind, example in examples_of(text, here):
            examples[kind].append(example)
    labels = Counter(kind for text in texts if text.whole for kind in text.labels)
    return {kind: learn(kind, found, labels[kind]) for kind, found in sorted(examples.items())}


def write(weights: Weights) -> None:
    """The weights file anew, and what was loaded of it forgotten."""
    record = {"pack": load_pack().digest, "calibration": calibrate(first_look(), sorted(weights)), "weights": weights}
    WEIGHTS.write_text(json.dumps(record, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    load_weights.cache_clear()
    load_calibration.cache_clear()
    print(f"{WEIGHTS.stat().st_size} bytes written to {WEIGHTS.name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="GOLD DOCS [GOLD DOCS ...]")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    parser.add_argument("--whole", action="append", type=Path, default=[], help="a GOLD that has no unread third")
    parser.add_argument("--corpus", type=Path, help="the documents that training/labels are of")
    options = parser.parse_args()
    if len(options.files) % 2:
        parser.error("files come in pairs: GOLD DOCS")
    pairs: list[Pair] = list(zip(options.files[::2], options.files[1::2], strict=True))
    with tempfile.TemporaryDirectory(prefix="promissory-labels-") as folder:
        if options.corpus:
            pairs.append(unpack(options.corpus, Path(folder))[:2])
        texts = list(gather(pairs, options.whole))
    expected, expectations = wording.learn(texts)
    weights = train(texts, expected)
    if options.write:
        wording.write(expectations)
        write(weights)


if __name__ == "__main__":
    main()
