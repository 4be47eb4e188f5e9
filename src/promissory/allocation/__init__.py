"""Scarce supply against open needs: which lot should go where, what stays open, and why."""

from promissory.allocation.planning import allocate
from promissory.allocation.stating import Lot, Need, Policy
from promissory.allocation.tables import read_needs, read_policy, read_supply
from promissory.allocation.telling import Allotment, Plan, Unmet, Worth

__all__ = ["Allotment", "Lot", "Need", "Plan", "Policy", "Unmet", "Worth", "allocate", "read_needs", "read_policy", "read_supply"]
