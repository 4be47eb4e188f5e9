"""Conditions: what must hold before something else does, whose part it is, and who set it."""
