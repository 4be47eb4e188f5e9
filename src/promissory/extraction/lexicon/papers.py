"""Nouns for what parties sign with one another, each listed once."""

from __future__ import annotations

#: What binds those who sign it, by the commonest nouns.
AGREEMENTS = frozenset("agreement accord pact treaty deal".split())
#: These, and those that are signed as well.
INSTRUMENTS = AGREEMENTS | frozenset("memorandum contract arrangement".split())
