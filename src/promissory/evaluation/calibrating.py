"""Whether confidence means what it says: of claims at 0.8, four in five should be right.

Claims on optional labels are left out. The expected calibration error (ECE; Naeini, Cooper and Hauskrecht 2015) is the mean distance
between the confidence of a band of claims and the share of them that is right, weighted by their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from promissory.evaluation.gold import GoldDocument
from promissory.evaluation.scoring import Record, by_document, mark

BANDS = 10
SURE = 0.8
#: A claim's confidence, and whether it is right in kind, evidence, status and parties.
Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Band:
    """The claims whose confidence lies in `[low, high)`: how many, their mean confidence, the share that is right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bands that hold claims, the expected calibration error, and the claims at 0.8 or more: how many, the share right."""

    bands: tuple[Band, ...]
    error: float
    sure: int
    sure_right: float

    def to_record(self) -> dict[str, Any]:
        bands = [{name: getattr(band, name) for name in Band.__slots__} for band in self.bands]
        return {"bands": bands, "error": self.error, "sure": self.sure, "sure_right": self.sure_right}


def judge(gold: Sequence[GoldDocument], claims: Iterable[Record], texts: Mapping[str, str]) -> list[Judged]:
    """The confidence of each claim of the labelled documents with whether it is right."""
    found = by_document([document.name for document in gold], claims)
    return [
        (float(claim["confidence"]), said == "right")
        for document in gold
        for claim, said in zip(found[document.name], mark(document, found[document.name], texts[document.name]), strict=True)
        if said != "optional"
    ]


def calibrate(judged: Sequence[Judged]) -> Calibration:
    """How far the confidence of claims is from the share of them that is right."""
    bands = [band for n in range(BANDS) if (band := _band(judged, n)).claims]
    error = sum(band.claims * abs(band.confidence - band.right) for band in bands) / max(1, len(judged))
    sure = [right for confidence, right in judged if confidence >= SURE]
    return Calibration(tuple(bands), round(error, 3), len(sure), round(sum(sure) / max(1, len(sure)), 3))


def _band(judged: Sequence[Judged], number: int) -> Band:
    held = [(c, r) for c, r in judged if min(int(c * BANDS), BANDS - 1) == number]
    size = max(1, len(held))
    return Band(
        number / BANDS, (number + 1) / BANDS, len(held),
        round(sum(c for c, _ in held) / size, 3), round(sum(r for _, r in held) / size, 3),
    )  # fmt: skip
