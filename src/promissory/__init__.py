"""Promissory: an evidence-backed ledger of what was promised, what arrived, and what is missing."""
