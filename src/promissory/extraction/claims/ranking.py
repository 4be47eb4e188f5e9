"""How far a draft is trusted: a logistic regression per kind over what the parse shows.

Two regressions a kind, both trained by `training/train.py` on labelled documents: `keep` (is it a claim at all) decides whether
the draft becomes one, `right` (are status and parties right too) is the confidence, once it is calibrated on documents that neither
the grammar nor the regressions were made with. Without weights every draft is kept at 0.5.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from promissory.extraction.claims.expecting import Expected, expect
from promissory.extraction.claims.masking import mask
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.scene import Draft, Scene

WEIGHTS = Path(__file__).parent / "weights" / "ranker.json"
WINDOW = 4
#: Log odds at which what the wording leads one to expect is cut into steps.
STEPS = (-4, -2.5, -1.5, -0.5, 0.5, 1.5, 3)
#: No correction of the log odds.
AS_IT_IS = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a draft is kept, and the probability that it is right."""

    kept: bool
    keep: float
    right: float


def judge(scene: Scene, drafts: list[Draft]) -> list[Verdict]:
    """A verdict for each draft of a document, in order."""
    weights, calibration = load_weights(), load_calibration()
    return [
        _verdict(weights.get(draft.kind), features, calibration.get(draft.kind, AS_IT_IS))
        for draft, features in zip(drafts, describe(scene, drafts), strict=True)
    ]


@lru_cache(maxsize=1)
def load_weights() -> dict[str, dict[str, dict[str, float]]]:
    """kind → {"keep": weights, "right": weights}; the weight of "" is the intercept, that of "floor" the threshold of `keep`."""
    loaded: dict[str, dict[str, dict[str, float]]] = _load().get("weights", {})
    return loaded


@lru_cache(maxsize=1)
def load_calibration() -> dict[str, tuple[float, float]]:
    """kind → intercept and slope by which the log odds of being right are corrected (Platt 1999)."""
    return {kind: (float(a), float(b)) for kind, (a, b) in _load().get("calibration", {}).items()}


def _load() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    return loaded


def _verdict(weights: dict[str, dict[str, float]] | None, features: dict[str, float], calibration: tuple[float, float]) -> Verdict:
    if weights is None:
        return Verdict(True, 0.5, 0.5)
    keep, right = (_log_odds(weights[name], features) for name in ("keep", "right"))
    kept = _probability(keep) >= weights["keep"]["floor"] or _is_sure(features)
    intercept, slope = calibration
    return Verdict(kept, _probability(keep), _probability(intercept + slope * min(keep, right)))


def _is_sure(features: dict[str, float]) -> bool:
    """Drafts of notes, which the weights do not know, schemes of which a clause says what they are, and gifts that somebody refuses."""
    return any(features.get(name) for name in ("note", "sure", "refusal"))


def _log_odds(weights: dict[str, float], features: dict[str, float]) -> float:
    return weights[""] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def describe(scene: Scene, drafts: list[Draft], expected: Sequence[Expected] | None = None) -> list[dict[str, float]]:
    """The features of each draft: its finder's, its sentence's, and how many of its kind stand beside it.

    `expected` is what the wording of each sentence of the scene leads one to expect; asked for where it is not given.
    """
    if not drafts:
        return []
    masked = [mask(s) for s in scene.sentences]
    at = {s.start: n for n, s in enumerate(scene.sentences)}
    told = {n for d in drafts if (n := at.get(d.evidence[0][0])) is not None}
    known = {n: expect(scene.sentences, masked, n) if expected is None else expected[n] for n in told}
    crowd = Counter((d.kind, d.evidence[0]) for d in drafts if not d.features.get("leg"))  # one journey, however many its stops
    seen: Counter[tuple[str, tuple[int, int]]] = Counter()
    described = []
    for draft in drafts:
        here = (draft.kind, draft.evidence[0])
        features = dict(draft.features)
        features |= {
            f"rule={draft.rule}": 1.0,
            f"status={draft.status}": 1.0,
            f"crowd={min(crowd[here], 4)}": 1.0,
            f"place={min(seen[here], 3)}": 1.0,
        }
        features |= {
            f"spans={min(len(draft.evidence), 3)}": 1.0,
            "attributed": float("attributed_to" in draft.slots),
            "dated": float("date" in draft.slots),
        }
        features |= {f"roles={'+'.join(sorted(r for r, ids in draft.parties.items() if ids))}": 1.0}
        features |= {f"who={role}:{_sort(scene, ids)}": 1.0 for role, ids in draft.parties.items() if ids}
        seen[here] += not draft.features.get("leg")
        if (n := at.get(draft.evidence[0][0])) is not None:
            features |= _of_sentence(scene, scene.sentences[n], draft, masked[n])
            features |= _of_wording(known[n].get(draft.kind))
        described.append(features)
    return described


def _sort(scene: Scene, ids: Iterable[str]) -> str:
    """A role's actors by sort, so that the ranker learns nothing about single states."""
    sorts = set()
    for ident in ids:
        if ident in (scene.beneficiary, "RU"):
            sorts.add(ident)
        elif ident in scene.pack.actor:
            sorts.add(scene.pack.actor[ident].type)
        else:
            sorts.add("person" if ident in scene.pack.person else "unknown")
    return "+".join(sorted(sorts))


def _of_wording(expected: float | None) -> dict[str, float]:
    """How far the wording of the sentence leads one to expect the kind; in steps too, as the first steps tell the most."""
    if expected is None:
        return {}
    return {"expected": expected / 2} | {f"expected>{step}": 1.0 for step in STEPS if expected > step}


def _of_sentence(scene: Scene, sentence: Sentence, draft: Draft, words: list[str]) -> dict[str, float]:
    trigger = next((t.i for t in sentence.tokens if sentence.start + t.idx + len(t) > draft.trigger[0]), 0)
    features = {f"w={word}": 1.0 for word in words}
    for at in range(max(0, trigger - WINDOW), min(len(words), trigger + WINDOW + 1)):
        if at != trigger:
            features[f"{'<' if at < trigger else '>'}{words[at]}"] = 1.0
    if words:
        features |= {
            f"t={words[trigger]}": 1.0,
            f"t-1={words[trigger - 1] if trigger else '^'}": 1.0,
            f"t+1={words[trigger + 1] if trigger + 1 < len(words) else '$'}": 1.0,
        }
        features |= {f"dep={sentence.tokens[trigger].dep_}": 1.0}
    features |= {
        "quoted": float(trigger in sentence.quoted), "heading": float(sentence.block.heading), "bullet": float(sentence.block.bullet),
        "focus": scene.focus, f"length={min(6, len(sentence.tokens) // 8)}": 1.0, f"block={min(3, sentence.block_number)}": 1.0,
    }  # fmt: skip
    return features
