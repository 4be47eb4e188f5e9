"""Questions put to the ledger: what was promised, what arrived, what is missing; who signed what, and when."""

from promissory.analysis.balancing import PROMISED, Balance, Undertaking, balance
from promissory.analysis.evidencing import Proof, prove
from promissory.analysis.queueing import Queued, review_queue
from promissory.analysis.registering import Signature, signatures

__all__ = ["PROMISED", "Balance", "Proof", "Queued", "Signature", "Undertaking", "balance", "prove", "review_queue", "signatures"]
