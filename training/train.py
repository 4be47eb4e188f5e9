"""Trains the ranker of drafts.

    python -m training.train [--write] [--whole GOLD.jsonl] [--corpus FOLDER] GOLD.jsonl DOCS.jsonl [GOLD DOCS ...]

GOLD and DOCS are labelled documents as `promissory evaluate` reads them: one labelled document a line, and one document a line
in the JSONL input form (or a folder of texts). The drafts of the finders are matched with the labels; two logistic regressions
a kind learn which drafts are claims (`keep`) and which are right in status and parties too (`right`). Figures are
cross-validated by document. Documents of the unread third are left out, but not of a
GOLD named with `--whole`. With `--corpus`, the folder of the documents that `training/labels` are of, those labels count too.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from promissory.evaluation import GoldDocument, is_unread, judge, load_gold, mark
from promissory.extraction import extract
from promissory.extraction.claims.assembling import build_claim, distinct
from promissory.extraction.claims.ranking import WEIGHTS, describe, load_calibration, load_weights
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.model import Document
from promissory.packs import load_pack
from promissory.reading import read
from training.labels import unpack

STRENGTH = 0.15
RARE = 3
FOLDS = 10
#: Differences of the summed scores that a few labels make.
NOISE = 0.002
#: Kinds with fewer drafts teach too little to drop any but the hopeless.
FEW = 60
FLOORS = np.arange(0.1, 0.51, 0.02)  # a draft more likely a claim than not is never dropped
SMALLEST = 0.01

Vector = NDArray[np.float64]
Weights = dict[str, dict[str, dict[str, float]]]
Calibration = dict[str, tuple[float, float]]
Pair = tuple[Path, Path]


@dataclass(frozen=True)
class Example:
    """A draft with its features and what the labels say of it."""

    document: str
    features: dict[str, float]
    mark: str


def examples_of(gold: GoldDocument, document: Document) -> Iterator[tuple[str, Example]]:
    """(kind, example) for each draft of a document; drafts on optional labels teach nothing."""
    scene = set_scene(document, load_pack())
    drafts = distinct(list(find_drafts(scene)))
    records = [build_claim(scene, draft, 0.5).to_record() for draft in drafts]
    described = describe(scene, drafts)
    groups: dict[tuple[str, tuple[int, int]], list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        groups[draft.kind, draft.evidence[0]].append(n)
    for (kind, _), members in groups.items():
        for n, said in zip(members, mark(gold, [records[n] for n in members], document.text), strict=True):
            if said != "optional":
                yield kind, Example(gold.name, described[n], said)


def gather(pairs: list[Pair], whole: list[Path]) -> tuple[dict[str, list[Example]], Counter[str]]:
    """The examples of each kind, and how many labels of each kind there are."""
    examples: dict[str, list[Example]] = defaultdict(list)
    labels: Counter[str] = Counter()
    for gold_path, docs in pairs:
        gold = {g.name: g for g in load_gold(gold_path) if gold_path in whole or not is_unread(g.name)}
        for document in read(str(docs)):
            name = _name(document)
            if name in gold:
                labels.update(claim.kind for claim in gold[name].claims if not claim.optional)
                for kind, example in examples_of(gold[name], document):
                    examples[kind].append(example)
    return examples, labels


def _name(document: Document) -> str:
    """The file name by which the labels know a document."""
    return document.source.replace("#", "/").rsplit("/", 1)[-1]


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
    """The two models of a kind, with the floor of `keep` that gives the best held-out F1 of claims and of right ones."""
    seen = Counter(name for e in examples for name, value in e.features.items() if value)
    vectorizer = DictVectorizer()
    features = vectorizer.fit_transform([{k: v for k, v in e.features.items() if seen[k] >= RARE} for e in examples])
    names = list(vectorizer.get_feature_names_out())
    groups = [e.document for e in examples]
    keep = np.array([float(e.mark != "extra") for e in examples])
    right = np.array([float(e.mark == "right") for e in examples])
    guess, sure = held_out(features, keep, groups), held_out(features, right, groups)
    wanted = max(labels, int(keep.sum()))
    # what is kept should be a claim and should be right: the sum of both scores chooses, so that a flat curve of one does not
    scores = [2 * np.array([keep[guess >= f].sum(), right[guess >= f].sum()]) / ((guess >= f).sum() + wanted) for f in FLOORS]
    best = max(float(both.sum()) for both in scores)
    # of floors that do as well within the noise of a small set, the lowest: a claim lost is lost to everybody after
    f1, floor = next((float(both[0]), float(f)) for both, f in zip(scores, FLOORS, strict=True) if both.sum() >= best - NOISE)
    if len(examples) < FEW:
        f1, floor = float(scores[0][0]), float(FLOORS[0])
    high = sure >= 0.8
    print(
        f"{kind:11} labels {labels:4} drafts {len(examples):5} claims {int(keep.sum()):4} right {int(right.sum()):4}"
        f"  F1 {2 * keep.sum() / (len(keep) + wanted):.3f} -> {f1:.3f} at {floor:.2f}"
        f"  right when sure (>= 0.8): {right[high].mean() if high.any() else 0:.2f} of {int(high.sum())}"
    )
    models = {"keep": weights_of(fit(features, keep), names, keep), "right": weights_of(fit(features, right), names, right)}
    models["keep"]["floor"] = round(floor, 2)
    return models


def write(weights: Weights, calibration: Calibration) -> None:
    """The weights file anew, and what was loaded of it forgotten."""
    WEIGHTS.parent.mkdir(exist_ok=True)
    record = {"pack": load_pack().digest, "calibration": calibration, "weights": weights}
    WEIGHTS.write_text(json.dumps(record, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    load_weights.cache_clear()
    load_calibration.cache_clear()


def calibration_of(gold_path: Path, docs: Path, texts: Path) -> Calibration:
    """The correction that makes the confidence of claims true on our own labels, before the regressions have learnt from them.

    What regressions and grammar are too sure of is seen only on documents with which they were not made. One slope for all
    kinds, an intercept for each.
    """
    gold = load_gold(gold_path)
    claims = [c.to_record() | {"source": d.source} for d in read(str(docs)) for c in extract(d)]
    bodies = {document.name: (texts / document.name).read_text(encoding="utf-8") for document in gold}
    kinds = sorted(load_weights())
    judged = [(n, c, r) for n, kind in enumerate(kinds) for c, r in judge(gold, [c for c in claims if c["kind"] == kind], bodies)]
    columns = np.zeros((len(judged), len(kinds) + 1))
    for row, (kind, confidence, _) in enumerate(judged):
        columns[row, [0, kind + 1]] = np.log(confidence / (1 - confidence)), 1.0
    model = LogisticRegression(max_iter=3000).fit(columns, [right for _, _, right in judged])
    slope, *offsets = (float(c) for c in model.coef_[0])
    print(f"calibrated on {len(judged)} claims: log odds times {slope:.2f}")
    return {kind: (round(float(model.intercept_[0]) + offset, 3), round(slope, 3)) for kind, offset in zip(kinds, offsets, strict=True)}


def train(pairs: list[Pair], whole: list[Path]) -> Weights:
    """The weights of each kind; figures are printed as they are learnt."""
    examples, labels = gather(pairs, whole)
    return {kind: learn(kind, found, labels[kind]) for kind, found in sorted(examples.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="GOLD DOCS [GOLD DOCS ...]")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    parser.add_argument("--whole", action="append", type=Path, default=[], help="a GOLD that has no unread third")
    parser.add_argument("--corpus", type=Path, help="the documents that training/labels are of; they also calibrate the confidence")
    options = parser.parse_args()
    if len(options.files) % 2:
        parser.error("files come in pairs: GOLD DOCS")
    pairs = list(zip(options.files[::2], options.files[1::2], strict=True))
    with tempfile.TemporaryDirectory(prefix="promissory-labels-") as folder:
        calibration: Calibration = {}
        if options.corpus:
            own = unpack(options.corpus, Path(folder))
            if options.write:
                write(train(pairs, options.whole), {})
                calibration = calibration_of(*own)
            pairs.append(own[:2])
        weights = train(pairs, options.whole)
    if options.write:
        write(weights, calibration)
        print(f"{WEIGHTS.stat().st_size} bytes written to {WEIGHTS.name}")


if __name__ == "__main__":
    main()
