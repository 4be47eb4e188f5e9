"""Under which keys claims are looked up for what is found across entries: rival figures, agreements, and those who count agreements."""

from __future__ import annotations

from promissory.reconciliation.blocking import number_of
from promissory.reconciliation.objecting import rival_keys
from promissory.reconciliation.portraying import Portrait

#: The registers in which agreements stand, and those that count others.
PACTS, AGGREGATES = number_of("register", "pacts"), number_of("register", "aggregates")


def registers_of(p: Portrait) -> list[int]:
    """The keys of a claim."""
    if p.kind == "agreement":
        return [PACTS, AGGREGATES] if (p.slot("count") or 1) > 1 else [PACTS]
    return list(rival_keys(p))
