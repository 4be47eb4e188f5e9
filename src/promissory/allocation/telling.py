"""The plan and why it is so: what each lot meets, what stays open, what one more unit would be worth, what a weight decides."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Allotment:
    """Units of a lot for a need.

    `worth` is that of one unit beside the item asked for; `keeps_from` a weight from which on the need surely keeps it.
    """

    lot: str
    need: str
    units: int
    worth: float
    late: bool
    keeps_from: float


@dataclass(frozen=True, slots=True)
class Unmet:
    """Units of a need that stay open, why, and the weight below which it surely gets no unit more (None: no weight helps)."""

    need: str
    units: int
    why: str
    open_below: float | None


@dataclass(frozen=True, slots=True)
class Worth:
    """What one more unit of an item, free of terms, would add to the weighted need met, and the need it would serve."""

    item: str
    worth: float
    need: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Allotments by lot, unmet needs by weight, lots left over, floors not met (group → units short), and the worth of one more unit."""

    allotments: tuple[Allotment, ...]
    unmet: tuple[Unmet, ...]
    spare: dict[str, int]
    short: dict[str, int]
    worths: tuple[Worth, ...]
    met: float
    wanted: float

    def to_record(self) -> dict[str, Any]:
        """The plan as JSON: `allotments, unmet, spare, short, worths, met, wanted` (met and wanted in weighted units)."""
        return asdict(self)
