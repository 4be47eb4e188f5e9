"""Needs: who lacks, needs or asks for what, in verbs, nouns, comparisons and measures."""
