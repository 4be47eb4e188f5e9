"""The Admiralty grade of an entry: F for the source (nobody has judged it), a digit from what corroborates and contradicts."""

from __future__ import annotations

UNJUDGED = "F"


def grade(independent: int, corroborated: tuple[str, ...] = (), contradicted: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    """Letter and digit with the reasons.

    `independent` counts sources, `corroborated` and `contradicted` say in words what else speaks for and against. 1 is
    confirmed (three sources), 2 probably true (two), 3 possibly true (one), 4 doubtful (contradicted, whatever else).
    """
    voices = independent + (1 if corroborated else 0)
    digit = 4 if contradicted else max(1, 4 - voices)
    sources = "one source" if independent == 1 else f"{independent} independent sources"
    return f"{UNJUDGED}{digit}", (f"reported by {sources}", *corroborated, *contradicted)
