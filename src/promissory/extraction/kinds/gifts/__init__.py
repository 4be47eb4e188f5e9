"""Gifts as a sentence tells them, by a verb, a noun or a sum: who gives what to whom, how firmly, and what only looks like a gift."""
