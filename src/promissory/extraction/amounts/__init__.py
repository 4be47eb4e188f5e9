"""Sums of money and counts, as news writes them, and the money of the world (`currencies.csv`)."""
