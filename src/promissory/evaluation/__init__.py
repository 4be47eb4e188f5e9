"""How good the claims are, measured against annotated documents."""

from promissory.evaluation.calibrating import Calibration, calibrate, judge
from promissory.evaluation.gold import GoldClaim, GoldDocument, is_unread, load_gold
from promissory.evaluation.scoring import Fault, Rate, Score, mark, pair, score, told_in

__all__ = [
    "Calibration",
    "Fault",
    "GoldClaim",
    "GoldDocument",
    "Rate",
    "Score",
    "calibrate",
    "is_unread",
    "judge",
    "load_gold",
    "mark",
    "pair",
    "score",
    "told_in",
]
