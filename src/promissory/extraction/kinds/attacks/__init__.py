"""Attacks: a hostile act with its actor, target, means and place, told by its verb, its noun, or what it left behind."""
