"""Questions put to the ledger: what was promised, what arrived, what is missing; who signed what, and when."""

from promissory.analysis.balancing import PROMISED, Balance, Undertaking, balance
from promissory.analysis.evidencing import Proof, prove
from promissory.analysis.queueing import Queued, review_queue
from promissory.analysis.registering import Signature, signatures
from promissory.analysis.registers import REGISTERS, Line, Register, register
from promissory.analysis.timelines import Moment, timeline

__all__ = [
    "PROMISED",
    "REGISTERS",
    "Balance",
    "Line",
    "Moment",
    "Proof",
    "Queued",
    "Register",
    "Signature",
    "Undertaking",
    "balance",
    "prove",
    "register",
    "review_queue",
    "signatures",
    "timeline",
]
