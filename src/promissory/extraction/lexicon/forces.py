"""Nouns for those who fight, one by one and in units, each listed once."""

from __future__ import annotations

SOLDIERS = frozenset("soldier troop serviceman servicewoman marine paratrooper".split())
#: Units of a certain size.
UNITS = frozenset("division brigade regiment battalion company squadron platoon".split())
