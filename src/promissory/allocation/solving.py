"""The only home of the solver: a flow from lots to needs, solved for one aim after the other.

Needs within groups on one side and lots on the other make a network matrix, so that a corner of the polyhedron has whole units and
the simplex method ends in one. What an aim has settled is kept for the next without a constraint of its own: in the optimum a variable
with a reduced cost stays at its bound and a row with a price stays tight (complementary slackness), and only the rest may move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from promissory.allocation.pairing import Pairs
from promissory.errors import DependencyError

Vector = NDArray[np.float64]
#: Prices smaller than this are none.
TINY = 1e-7


@dataclass(frozen=True, slots=True)
class Flow:
    """The network: units that each need takes and each lot gives at most, and group → (its needs, the units of its floor)."""

    pairs: Pairs
    needs: Sequence[int]
    lots: Sequence[int]
    floors: Mapping[str, tuple[Sequence[int], int]]


@dataclass(frozen=True, slots=True)
class Solution:
    """Units of each pair, what one unit more of each need's demand and of each lot is worth, and how many units each floor is short."""

    units: Vector
    need_price: Vector
    lot_price: Vector
    short: dict[str, int]


def solve(flow: Flow, worth: Vector, wait: Vector) -> Solution:
    """The flow that meets the floors as far as possible, then is worth most, then comes earliest (`wait`: days, by pair)."""
    model = _Model(flow)
    size = len(flow.pairs)
    short = np.zeros(len(flow.floors))
    if flow.floors:
        short = model.best(np.concatenate([np.zeros(size), -np.ones(len(flow.floors))]))[size:]
    units = model.best(_padded(worth, flow))[:size]
    prices = np.abs(model.prices())
    if wait.any():
        units = model.best(_padded(-wait, flow))[:size]
    needs = len(flow.needs)
    return Solution(
        np.rint(units), prices[:needs], prices[needs : needs + len(flow.lots)],
        {group: round(float(missing)) for group, missing in zip(flow.floors, short, strict=True)},
    )  # fmt: skip


def _padded(worth: Vector, flow: Flow) -> Vector:
    return np.concatenate([worth, np.zeros(len(flow.floors))])


def _quiet(highspy: Any) -> Any:
    """A solver that prints nothing: HiGHS tells its name on standard output as soon as its callbacks are set."""

    class Quiet(highspy.Highs):  # type: ignore[misc]
        def enableCallbacks(self) -> None:
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()

    return Quiet()


def _incidence(flow: Flow) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Where each column begins, and the rows it stands in: its need, its lot and, if the need has a floor, that."""
    pairs, top = flow.pairs, len(flow.needs) + len(flow.lots)
    floor_of = np.full(len(flow.needs), -1)
    for number, (members, _) in enumerate(flow.floors.values()):
        floor_of[members] = top + number
    rows = np.stack([pairs.need, len(flow.needs) + pairs.lot, floor_of[pairs.need]], axis=1)
    stands = rows >= 0
    sizes = np.concatenate([stands.sum(axis=1), np.ones(len(flow.floors), dtype=int)])
    index = np.concatenate([rows[stands], top + np.arange(len(flow.floors))])
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32), index.astype(np.int32)


class _Model:
    """The columns are the pairs and the shortfalls of the floors, the rows the needs, the lots and the floors."""

    def __init__(self, flow: Flow) -> None:
        try:
            import highspy
        except ImportError as fault:
            raise DependencyError("no solver is installed", "highspy", "pip install 'promissory[allocate]'") from fault
        self.columns = len(flow.pairs) + len(flow.floors)
        self.solver = _quiet(highspy)
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0), ("solver", "simplex")):
            self.solver.setOptionValue(option, value)
        self._pass(highspy, flow)

    def _pass(self, highspy: Any, flow: Flow) -> None:
        """Hand the model over as arrays: set on an `HighsLp` one by one, each number is copied by way of Python."""
        floors = np.array([units for _, units in flow.floors.values()], dtype=float)
        supply = np.array([*flow.needs, *flow.lots], dtype=float)
        # every arc has a finite bound, as with infinite ones the simplex stalls; one too wide to bind, so that rows alone have prices
        widest = np.minimum(supply[flow.pairs.need], supply[len(flow.needs) + flow.pairs.lot]) + 1
        start, index = _incidence(flow)
        nothing = np.zeros(self.columns)
        self.solver.passModel(
            self.columns, len(supply) + len(floors), len(index), int(highspy.MatrixFormat.kColwise), int(highspy.ObjSense.kMaximize), 0.0,
            nothing, nothing, np.concatenate([widest, floors]),
            np.concatenate([np.full(len(supply), -highspy.kHighsInf), floors]),
            np.concatenate([supply, np.full(len(floors), highspy.kHighsInf)]),
            start, index, np.ones(len(index)), np.zeros(self.columns, dtype=np.int32),
        )  # fmt: skip

    def best(self, aim: Vector) -> Vector:
        """The columns where an aim is greatest; whatever would lessen it is fixed from here on."""
        every = np.arange(self.columns, dtype=np.int32)
        self.solver.changeColsCost(self.columns, every, aim)
        self.solver.run()
        found = self.solver.getSolution()
        values, activity = np.array(found.col_value), np.array(found.row_value)
        self._row_prices = np.array(found.row_dual)
        fixed = every[np.abs(np.array(found.col_dual)) > TINY]
        self.solver.changeColsBounds(len(fixed), fixed, values[fixed], values[fixed])
        tight = np.flatnonzero(np.abs(self._row_prices) > TINY).astype(np.int32)
        self.solver.changeRowsBounds(len(tight), tight, activity[tight], activity[tight])
        return values

    def prices(self) -> Vector:
        """What one unit more of each row would add to the last aim."""
        return self._row_prices
