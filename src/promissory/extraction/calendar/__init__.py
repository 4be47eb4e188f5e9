"""Dates: the wording of news about days and stretches of time, and the arithmetic that gives each its day. `dates` finds them."""
