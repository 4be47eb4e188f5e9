"""Nouns for what is set up for a purpose, each listed once: schemes, and the bodies and places that run them."""

from __future__ import annotations

SCHEMES = frozenset("initiative coalition programme program scheme mechanism fund facility platform mission campaign".split())
CENTRES = frozenset(
    "centre center hub academy laboratory lab accelerator incubator marketplace network observatory portal register registry "
    "competition tender venture project".split()
)
