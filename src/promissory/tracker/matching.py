"""The best lining up of two lists, one to one: the only home of the assignment solver."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from promissory.errors import DependencyError

Pair = tuple[int, int]


def assign(points: Mapping[Pair, float]) -> list[Pair]:
    """Of pairs with points above zero those whose points are greatest together, each left and right at most once; in order.

    Pairs that hang together are solved apart from the others. DependencyError without scipy.
    """
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError as fault:
        raise DependencyError("lists cannot be lined up", "scipy", "pip install 'promissory[exports]'") from fault
    chosen: list[Pair] = []
    for pairs in _clusters(points):
        lefts, rights = sorted({left for left, _ in pairs}), sorted({right for _, right in pairs})
        table = np.zeros((len(lefts), len(rights)))
        at_left, at_right = {x: n for n, x in enumerate(lefts)}, {x: n for n, x in enumerate(rights)}
        for left, right in pairs:
            table[at_left[left], at_right[right]] = points[left, right]
        rows, columns = linear_sum_assignment(table, maximize=True)
        found = ((lefts[row], rights[column]) for row, column in zip(rows, columns, strict=True))
        chosen += [pair for pair in found if pair in points]
    return sorted(chosen)


def _clusters(points: Mapping[Pair, float]) -> list[list[Pair]]:
    """Pairs above zero, by what hangs together."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def lead(node: tuple[str, int]) -> tuple[str, int]:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    pairs = sorted(pair for pair, value in points.items() if value > 0)
    for left, right in pairs:
        leader[lead(("left", left))] = lead(("right", right))
    clusters: dict[tuple[str, int], list[Pair]] = {}
    for left, right in pairs:
        clusters.setdefault(lead(("left", left)), []).append((left, right))
    return list(clusters.values())
