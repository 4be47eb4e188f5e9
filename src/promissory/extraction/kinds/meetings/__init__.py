"""Meetings: who met, meets or is to meet, told by verbs, nouns, visits, rounds of talks and what was done there."""
