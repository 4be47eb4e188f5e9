"""The blocks that added claims stand in, and which earlier claims they push apart there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from promissory.reconciliation.blocking import NEIGHBOURS


@dataclass
class Touched:
    """The blocks that added claims stand in: how many claims each has now, the new ones, and the earlier ones near them."""

    sizes: dict[int, int] = field(default_factory=dict)
    new: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    old: dict[int, list[int]] = field(default_factory=dict)
    keys: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def blocks_of(self, claim: int) -> list[int]:
        return self.keys.get(claim, [])


def pushed_apart(line: list[int], added: int, was_whole: bool) -> Iterator[tuple[int, int]]:
    """Pairs of earlier claims of a block that met before and that added ones now stand between, too many for them to meet."""
    for at, one in enumerate(line):
        old = 0
        for apart, other in enumerate(line[at + 1 :] if one >= added else (), 1):
            old += other >= added
            if old > NEIGHBOURS and not was_whole:
                break
            if other >= added and apart > NEIGHBOURS:
                yield pair_of(one, other)


def pair_of(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
