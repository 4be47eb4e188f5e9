"""Questions put to the ledger: what was promised, what arrived, what is missing; who signed what, and when."""

from promissory.analysis.balancing import PROMISED, Balance, Undertaking, balance
from promissory.analysis.evidencing import Proof, prove
from promissory.analysis.floors import Floor, floors
from promissory.analysis.lags import Lag, lags
from promissory.analysis.officeholding import Office, Term, Told, offices
from promissory.analysis.partnering import Pact, Partners, partners
from promissory.analysis.queueing import Queued, review_queue
from promissory.analysis.rates import Rates, load_rates
from promissory.analysis.registering import Published, Signature, published_numbers, signatures
from promissory.analysis.registers import REGISTERS, Line, Register, register
from promissory.analysis.supplying import open_needs, open_supply
from promissory.analysis.tallying import DIMENSIONS, Tally, tally
from promissory.analysis.timelines import Moment, timeline

__all__ = [
    "DIMENSIONS",
    "PROMISED",
    "REGISTERS",
    "Balance",
    "Floor",
    "Lag",
    "Line",
    "Moment",
    "Office",
    "Pact",
    "Partners",
    "Proof",
    "Published",
    "Queued",
    "Rates",
    "Register",
    "Signature",
    "Tally",
    "Term",
    "Told",
    "Undertaking",
    "balance",
    "floors",
    "lags",
    "load_rates",
    "offices",
    "open_needs",
    "open_supply",
    "partners",
    "prove",
    "published_numbers",
    "register",
    "review_queue",
    "signatures",
    "tally",
    "timeline",
]
