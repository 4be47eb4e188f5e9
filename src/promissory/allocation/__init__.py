"""Scarce supply against open needs: which lot should go where, what stays open, and why."""

from promissory.allocation.planning import allocate
from promissory.allocation.stating import Lot, Need, Policy
from promissory.allocation.tables import needs_in, policy_in, read_needs, read_policy, read_supply, supply_in
from promissory.allocation.telling import Allotment, Plan, Unmet, Worth

__all__ = [
    "Allotment",
    "Lot",
    "Need",
    "Plan",
    "Policy",
    "Unmet",
    "Worth",
    "allocate",
    "needs_in",
    "policy_in",
    "read_needs",
    "read_policy",
    "read_supply",
    "supply_in",
]
