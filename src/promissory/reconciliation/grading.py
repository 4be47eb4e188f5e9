"""The Admiralty grade of an entry: the letter of its most reliable source, a digit from what corroborates and contradicts."""

from __future__ import annotations

UNJUDGED = "F"


def grade(
    independent: int, corroborated: tuple[str, ...] = (), contradicted: tuple[str, ...] = (), letter: str = UNJUDGED
) -> tuple[str, tuple[str, ...]]:
    """Letter and digit with the reasons.

    `independent` counts sources, `corroborated` and `contradicted` say in words what else speaks for and against. 1 is
    confirmed (three sources), 2 probably true (two), 3 possibly true (one), 4 doubtful (contradicted, whatever else). `letter` is
    the reliability of the best source, F where nobody has judged it.
    """
    voices = independent + (1 if corroborated else 0)
    digit = 4 if contradicted else max(1, 4 - voices)
    sources = "one source" if independent == 1 else f"{independent} independent sources"
    judged = () if letter == UNJUDGED else (f"the most reliable of its sources is judged {letter}",)
    return f"{letter}{digit}", (f"reported by {sources}", *judged, *corroborated, *contradicted)
