"""Proposals: who urges, advises, demands or plans that somebody act, and how that is answered."""
