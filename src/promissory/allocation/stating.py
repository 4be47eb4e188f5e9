"""What an allocation is made from: needs, lots and the policy. Item classes and requesters only, no places, no units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Need:
    """So many units of an item that somebody needs.

    `weight` says how much one unit matters beside one of other needs; `by` is the day until which it is wanted; `group` who asks (the
    name that floors and terms use); `use` what for; `substitutes` other items with the worth of one unit of them, above 0 up to 1.
    """

    id: str
    item: str
    count: int
    weight: float = 1.0
    by: date | None = None
    group: str = ""
    use: str = ""
    substitutes: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lot:
    """So many units of an item that somebody can give from a day on; `bars` are the groups and uses that its terms exclude."""

    id: str
    item: str
    count: int
    donor: str = ""
    available: date | None = None
    bars: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Policy:
    """What is put above the weights.

    `floors`: group → the share of its needed units that comes first while it can be met. `late`: what a unit that comes after its day
    is worth, from 0 to 1. `weights`: group → a factor on the weights of its needs.
    """

    floors: Mapping[str, float] = field(default_factory=dict)
    late: float = 1.0
    weights: Mapping[str, float] = field(default_factory=dict)
