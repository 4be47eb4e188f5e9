"""How good the claims are, measured against annotated documents."""

from promissory.evaluation.gold import GoldClaim, GoldDocument, is_unread, load_gold
from promissory.evaluation.scoring import Fault, Rate, Score, mark, score

__all__ = ["Fault", "GoldClaim", "GoldDocument", "Rate", "Score", "is_unread", "load_gold", "mark", "score"]
