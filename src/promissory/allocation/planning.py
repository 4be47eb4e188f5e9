"""Needs, lots and policy → the plan with its reasons. Pure and deterministic: the order of the rows settles what is equal."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from promissory.allocation.pairing import Pair, barred, fits, lineage, pairs_of
from promissory.allocation.solving import Flow, Solution, solve
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
    worth = np.array([weights[p.need] * p.worth for p in pairs])
    found = solve(flow, worth, _waits(pairs, lots))
    return _Teller(needs, lots, parents, pairs, weights, found).tell()


def _groups(needs: Sequence[Need], policy: Policy) -> dict[str, tuple[list[int], int]]:
    """Group with a floor → its needs, and the units of the floor."""
    members = {group: [n for n, need in enumerate(needs) if need.group == group] for group in policy.floors}
    if empty := [group for group, found in members.items() if not found]:
        raise UsageError(f"a floor for {', '.join(empty)}, who need nothing", "floors", "name those that stand under `for`")
    return {g: (found, math.ceil(policy.floors[g] * sum(needs[n].count for n in found) - 1e-9)) for g, found in members.items()}


def _waits(pairs: Iterable[Pair], lots: Sequence[Lot]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Days from the first lot until each pair's comes; one without a day comes last."""
    days = [lot.available for lot in lots if lot.available]
    first, last = (min(days), max(days)) if days else (date.min, date.min)
    return np.array([float(((lots[p.lot].available or last) - first).days + (lots[p.lot].available is None and bool(days))) for p in pairs])


class _Teller:
    """Says why a solution is as it is."""

    def __init__(
        self, needs: Sequence[Need], lots: Sequence[Lot], parents: Mapping[str, str | None],
        pairs: Sequence[Pair], weights: Sequence[float], found: Solution,
    ) -> None:  # fmt: skip
        self.needs, self.lots, self.parents, self.weights, self.found = needs, lots, parents, weights, found
        self.pairs = pairs
        self.used = [(p, int(units)) for p, units in zip(pairs, found.units, strict=True) if units > 0]
        self.met: dict[int, int] = defaultdict(int)
        self.given: dict[int, int] = defaultdict(int)
        self.open_to: dict[int, list[Pair]] = defaultdict(list)
        self.takers: dict[int, list[int]] = defaultdict(list)
        for pair, units in self.used:
            self.met[pair.need] += units
            self.given[pair.lot] += units
            self.takers[pair.lot].append(pair.need)
        for pair in pairs:
            self.open_to[pair.need].append(pair)

    def tell(self) -> Plan:
        open_ = sorted((n for n in range(len(self.needs)) if self.met[n] < self.needs[n].count), key=lambda n: (-self.weights[n], n))
        return Plan(
            allotments=tuple(self._allotment(p, units) for p, units in sorted(self.used, key=lambda u: (u[0].lot, u[0].need))),
            unmet=tuple(Unmet(self.needs[n].id, self.needs[n].count - self.met[n], self._why(n), self._open_below(n)) for n in open_),
            spare={lot.id: lot.count - self.given[m] for m, lot in enumerate(self.lots) if self.given[m] < lot.count},
            short={group: units for group, units in self.found.short.items() if units},
            worths=self._worths(),
            met=round(sum(self.weights[p.need] * p.worth * units for p, units in self.used), 6),
            wanted=round(sum(w * n.count for w, n in zip(self.weights, self.needs, strict=True)), 6),
        )

    def _allotment(self, pair: Pair, units: int) -> Allotment:
        need = self.needs[pair.need]
        keeps = self.found.lot_price[pair.lot] / pair.worth if pair.worth else 0.0
        return Allotment(self.lots[pair.lot].id, need.id, units, round(pair.worth, 6), pair.late, round(float(keeps), 6))

    def _why(self, n: int) -> str:
        need = self.needs[n]
        if self.open_to[n]:
            ahead = {taker for pair in self.open_to[n] for taker in self.takers[pair.lot] if taker != n}
            if not ahead:
                return "all that would do is given to it"
            return f"what would do goes to {self._names(sorted(ahead, key=lambda t: (-self.weights[t], t)))}"
        doing = [lot for lot in self.lots if fits(need, lot, self.parents)]
        if not doing:
            return "no lot offers it or what may stand in for it"
        terms = [lot.id for lot in doing if barred(need, lot)]
        return f"the terms of {_some(terms)} exclude {need.group or need.use}"

    def _names(self, numbers: Sequence[int]) -> str:
        return _some([f"{self.needs[n].id} (weight {self.weights[n]:g})" for n in numbers])

    def _open_below(self, n: int) -> float | None:
        """The weight at which a unit of some lot would be worth as much here as where it goes."""
        bids = [float(self.found.lot_price[p.lot]) / p.worth for p in self.open_to[n] if p.worth]
        return round(min(bids), 6) if bids else None

    def _worths(self) -> tuple[Worth, ...]:
        """For each item that is needed or offered: the best that one unit of it, free of terms and in time, could do."""
        wanted: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, need in enumerate(self.needs):
            for item, share in ((need.item, 1.0), *need.substitutes.items()):
                wanted[item].append((n, share))
        worths = [self._worth(item, wanted) for item in sorted({*wanted, *(lot.item for lot in self.lots)})]
        return tuple(sorted((w for w in worths if w.worth > 0), key=lambda w: (-w.worth, w.item)))

    def _worth(self, item: str, wanted: Mapping[str, list[tuple[int, float]]]) -> Worth:
        """Of needs that would gain alike, one that is still open is named."""
        gains = [
            (round(self.weights[n] * share - float(self.found.need_price[n]), 6), self.met[n] < self.needs[n].count, -n)
            for kind in lineage(item, self.parents)
            for n, share in wanted.get(kind, ())
        ]
        gain, _, n = max(gains, default=(0.0, False, 0))
        return Worth(item, gain, self.needs[-n].id if gain > 0 else None)


def _some(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
