"""An allocation beside the bare solver on the same model: `python -m benchmarks.allocate [--needs 10000 --lots 1000 --pairs 50000]`.

The needs and lots are made up. The peer is HiGHS alone: the seconds spent in its `run` within the same allocation.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import date, timedelta
from typing import Any

import highspy  # noqa: F401  (loaded before the clock runs: it is loaded once a process)

from promissory.allocation import Lot, Need, Policy, allocate, solving

START = date(2024, 1, 1)


def made_up(needs: int, lots: int, pairs: int) -> tuple[list[Need], list[Lot]]:
    """Needs and lots of as many items as give about so many allowed pairs."""
    chance = random.Random(1)
    items = [f"item{k}" for k in range(max(1, needs * lots // pairs))]
    wanted = [
        Need(
            f"n{k}", chance.choice(items), chance.randint(1, 20), chance.randint(1, 9),
            START + timedelta(chance.randint(0, 365)), f"g{chance.randint(0, 9)}",
        )
        for k in range(needs)
    ]  # fmt: skip
    return wanted, [
        Lot(f"l{k}", chance.choice(items), chance.randint(1, 40), "", START + timedelta(chance.randint(0, 365))) for k in range(lots)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, size in (("needs", 10_000), ("lots", 1_000), ("pairs", 50_000)):
        parser.add_argument(f"--{name}", type=int, default=size)
    options = parser.parse_args()
    needs, lots = made_up(options.needs, options.lots, options.pairs)
    spent = clocked_solver()
    began = time.process_time()
    plan = allocate(needs, lots, Policy(floors={"g0": 0.1, "g1": 0.1}, late=0.7))
    whole = time.process_time() - began
    met = f"{plan.met / plan.wanted:.0%} of the weighted need met"
    print(f"{len(needs):,} needs, {len(lots):,} lots: {len(plan.allotments):,} allotments, {met}")
    print(f"allocation {whole:.2f} s, the solver alone {spent[0]:.2f} s, ratio {whole / spent[0]:.2f}")


def clocked_solver() -> list[float]:
    """The seconds that the solver runs from here on, summed in a list of one."""
    spent = [0.0]
    best = solving._Model.best

    def timed(self: Any, aim: Any) -> Any:
        run = self.solver.run

        class Clocked:
            def __getattr__(self, name: str) -> Any:
                return getattr(inner, name)

            def run(self) -> None:
                began = time.process_time()
                run()
                spent[0] += time.process_time() - began

        inner, self.solver = self.solver, Clocked()
        try:
            return best(self, aim)
        finally:
            self.solver = inner

    solving._Model.best = timed  # type: ignore[method-assign]
    return spent


if __name__ == "__main__":
    main()
