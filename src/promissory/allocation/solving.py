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

from promissory.allocation.pairing import Pair
from promissory.errors import DependencyError

Vector = NDArray[np.float64]
#: Prices smaller than this are none.
TINY = 1e-7


@dataclass(frozen=True, slots=True)
class Flow:
    """The network: units that each need takes and each lot gives at most, and group → (its needs, the units of its floor)."""

    pairs: Sequence[Pair]
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
        self.solver.passModel(self._lp(highspy, flow))

    def _lp(self, highspy: Any, flow: Flow) -> Any:
        lp = highspy.HighsLp()
        rows = len(flow.needs) + len(flow.lots) + len(flow.floors)
        group_of = {n: k for k, (members, _) in enumerate(flow.floors.values()) for n in members}
        floors = [units for _, units in flow.floors.values()]
        entries = [
            [p.need, len(flow.needs) + p.lot, *([rows - len(floors) + group_of[p.need]] if p.need in group_of else [])] for p in flow.pairs
        ]
        entries += [[rows - len(floors) + k] for k in range(len(floors))]
        lp.num_col_, lp.num_row_, lp.sense_ = self.columns, rows, highspy.ObjSense.kMaximize
        lp.col_cost_ = np.zeros(self.columns)
        lp.col_lower_ = np.zeros(self.columns)
        # every arc has a finite bound, as with infinite ones the simplex stalls; one too wide to bind, so that rows alone have prices
        lp.col_upper_ = np.array([*(min(flow.needs[p.need], flow.lots[p.lot]) + 1 for p in flow.pairs), *floors], dtype=float)
        lp.row_lower_ = np.array([*([-highspy.kHighsInf] * (rows - len(floors))), *floors], dtype=float)
        lp.row_upper_ = np.array([*flow.needs, *flow.lots, *([highspy.kHighsInf] * len(floors))], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(e) for e in entries])]).astype(np.int32)
        lp.a_matrix_.index_ = np.array([row for e in entries for row in e], dtype=np.int32)
        lp.a_matrix_.value_ = np.ones(sum(map(len, entries)))
        return lp

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
        for row in np.flatnonzero(np.abs(self._row_prices) > TINY):
            self.solver.changeRowBounds(int(row), activity[row], activity[row])
        return values

    def prices(self) -> Vector:
        """What one unit more of each row would add to the last aim."""
        return self._row_prices
