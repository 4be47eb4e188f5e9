"""Needs, lots and policy → the plan with its reasons. Pure and deterministic: the order of the rows settles what is equal."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from promissory.allocation.pairing import Fitting, Pairs, barred, lineage, pairs_of
from promissory.allocation.solving import Flow, Solution, Vector, solve
from promissory.allocation.stating import Lot, Need, Policy
from promissory.allocation.telling import Allotment, Plan, Unmet, Worth
from promissory.errors import UsageError

#: Names told in one reason at most.
NAMED = 3


def allocate(
    needs: Sequence[Need], lots: Sequence[Lot], policy: Policy | None = None, parents: Mapping[str, str | None] | None = None
) -> Plan:
    """Ranks scarce supply against open needs; `parents` maps an item to its class, whose needs it may serve.

    Floors are met first as far as they can be, then the weighted need met is greatest, then units come earliest. Hard terms are never
    broken. UsageError names floors of groups that need nothing.
    """
    policy, parents = policy or Policy(), parents or {}
    groups = _groups(needs, policy)
    pairs = pairs_of(needs, lots, policy, parents)
    flow = Flow(pairs, [n.count for n in needs], [m.count for m in lots], groups)
    weights = [n.weight * policy.weights.get(n.group, 1.0) for n in needs]
    worth = np.array(weights, dtype=float)[pairs.need] * pairs.worth
    found = solve(flow, worth, _waits(pairs, lots))
    return _Teller(needs, lots, parents, pairs, weights, found).tell()


def _groups(needs: Sequence[Need], policy: Policy) -> dict[str, tuple[list[int], int]]:
    """Group with a floor → its needs, and the units of the floor."""
    members = {group: [n for n, need in enumerate(needs) if need.group == group] for group in policy.floors}
    if empty := [group for group, found in members.items() if not found]:
        raise UsageError(f"a floor for {', '.join(empty)}, who need nothing", "floors", "name those that stand under `for`")
    return {g: (found, math.ceil(policy.floors[g] * sum(needs[n].count for n in found) - 1e-9)) for g, found in members.items()}


def _waits(pairs: Pairs, lots: Sequence[Lot]) -> Vector:
    """Days from the first lot until each pair's comes; one without a day comes last."""
    days = [lot.available.toordinal() for lot in lots if lot.available]
    if not days:
        return np.zeros(len(pairs))
    comes = np.array([lot.available.toordinal() if lot.available else max(days) + 1 for lot in lots], dtype=float)
    waits: Vector = comes[pairs.lot] - min(days)
    return waits


class _Teller:
    """Says why a solution is as it is."""

    def __init__(
        self, needs: Sequence[Need], lots: Sequence[Lot], parents: Mapping[str, str | None],
        pairs: Pairs, weights: Sequence[float], found: Solution,
    ) -> None:  # fmt: skip
        self.needs, self.lots, self.parents, self.weights, self.found, self.pairs = needs, lots, parents, weights, found, pairs
        self.used = np.flatnonzero(found.units > 0)
        units = found.units[self.used]
        self.met = np.bincount(pairs.need[self.used], units, len(needs)).astype(int).tolist()
        self.given = np.bincount(pairs.lot[self.used], units, len(lots)).astype(int).tolist()
        self.first = np.searchsorted(pairs.need, np.arange(len(needs) + 1)).tolist()
        self.takers: dict[int, list[int]] = defaultdict(list)
        for need, lot in zip(pairs.need[self.used].tolist(), pairs.lot[self.used].tolist(), strict=True):
            self.takers[lot].append(need)
        self.reasons: dict[int, str] = {}

    def tell(self) -> Plan:
        open_ = sorted((n for n in range(len(self.needs)) if self.met[n] < self.needs[n].count), key=lambda n: (-self.weights[n], n))
        below = self._open_below()
        return Plan(
            allotments=self._allotments(),
            unmet=tuple(Unmet(self.needs[n].id, self.needs[n].count - self.met[n], self._why(n), below[n]) for n in open_),
            spare={lot.id: lot.count - self.given[m] for m, lot in enumerate(self.lots) if self.given[m] < lot.count},
            short={group: units for group, units in self.found.short.items() if units},
            worths=self._worths(),
            met=round(self._met_worth(), 6),
            wanted=round(sum(w * n.count for w, n in zip(self.weights, self.needs, strict=True)), 6),
        )

    def _met_worth(self) -> float:
        gained = np.array(self.weights, dtype=float)[self.pairs.need] * self.pairs.worth * self.found.units
        return float(gained.sum())

    def _allotments(self) -> tuple[Allotment, ...]:
        """By lot, then by need; a need surely keeps a unit from the weight at which it is worth what the lot is."""
        pairs, used = self.pairs, self.used[np.lexsort((self.pairs.need[self.used], self.pairs.lot[self.used]))]
        worth, price = pairs.worth[used], self.found.lot_price[pairs.lot[used]]
        keeps = np.divide(price, worth, out=np.zeros(len(used)), where=worth > 0)
        columns = (pairs.lot[used], pairs.need[used], self.found.units[used], worth, pairs.late[used], keeps)
        return tuple(
            Allotment(self.lots[lot].id, self.needs[need].id, int(units), round(each, 6), late, round(from_, 6))
            for lot, need, units, each, late, from_ in zip(*(column.tolist() for column in columns), strict=True)
        )

    def _why(self, n: int) -> str:
        """Needs that ask alike and get nothing have one reason."""
        if self.met[n]:
            return self._reason(n)
        asking = self.pairs.asking[n]
        if asking not in self.reasons:
            self.reasons[asking] = self._reason(n)
        return self.reasons[asking]

    def _reason(self, n: int) -> str:
        need = self.needs[n]
        if lots := self.pairs.lot[self.first[n] : self.first[n + 1]].tolist():
            ahead = sorted({taker for lot in lots for taker in self.takers[lot]} - {n}, key=lambda t: (-self.weights[t], t))
            names = _some([f"{self.needs[t].id} (weight {self.weights[t]:g})" for t in ahead[:NAMED]], len(ahead))
            return f"what would do goes to {names}" if ahead else "all that would do is given to it"
        doing = self.fitting.worths(need)
        if not doing:
            return "no lot offers it or what may stand in for it"
        terms = [self.lots[m] for m in sorted(doing) if barred(need, self.lots[m])]
        excluded = [name for name in (need.group, need.use) if any(name in lot.bars for lot in terms)]
        return f"the terms of {_some([lot.id for lot in terms])} exclude {' and '.join(excluded)}"

    @cached_property
    def fitting(self) -> Fitting:
        return Fitting(self.lots, self.parents)

    def _open_below(self) -> list[float | None]:
        """For each need, the weight at which a unit of some lot would be worth as much here as where it goes."""
        able = self.pairs.worth > 0
        bids = np.full(len(self.needs), np.inf)
        np.minimum.at(bids, self.pairs.need[able], self.found.lot_price[self.pairs.lot[able]] / self.pairs.worth[able])
        return [None if bid == np.inf else round(bid, 6) for bid in bids.tolist()]

    def _worths(self) -> tuple[Worth, ...]:
        """For each item that is needed or offered: the best that one unit of it, free of terms and in time, could do."""
        wanted: dict[str, list[tuple[float, bool, int]]] = defaultdict(list)
        prices = self.found.need_price
        plain = np.round(np.array(self.weights, dtype=float) - prices, 6).tolist()
        for n, need in enumerate(self.needs):
            wanted[need.item].append((plain[n], self.met[n] < need.count, -n))
            for item, share in need.substitutes.items():
                wanted[item].append((round(self.weights[n] * share - float(prices[n]), 6), self.met[n] < need.count, -n))
        best = {item: max(gains) for item, gains in wanted.items()}
        worths = [self._worth(item, best) for item in sorted({*wanted, *(lot.item for lot in self.lots)})]
        return tuple(sorted((w for w in worths if w.worth > 0), key=lambda w: (-w.worth, w.item)))

    def _worth(self, item: str, best: Mapping[str, tuple[float, bool, int]]) -> Worth:
        """Of needs that would gain alike, one that is still open is named."""
        gain, _, n = max((best[kind] for kind in lineage(item, self.parents) if kind in best), default=(0.0, False, 0))
        return Worth(item, gain, self.needs[-n].id if gain > 0 else None)


def _some(names: Sequence[str], number: int = 0) -> str:
    """The first names of so many, or of as many as there are."""
    more = max(number, len(names)) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
