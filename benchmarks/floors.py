"""Measures extraction on the labelled sets and raises the accuracy floors: `python -m benchmarks.floors [--write] [--lower REASON]`.

Prints each figure beside its floor. `--write` raises floors to the figure less a hundredth; a floor that would fall stays, unless
`--lower` gives the reason, which is kept in the file.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from tests.measuring import FLOORS_FILE, claims_of_set, figures_of, labelled, load_floors

SLACK = 0.01


def raised(floors: dict[str, float], figures: dict[str, float], lower: bool) -> dict[str, float]:
    """The new floors of a split: grounded has no slack, the rest a hundredth."""
    new = {name: value if name == "grounded" else round(value - SLACK, 3) for name, value in figures.items()}
    return new if lower else {name: max(value, floors.get(name, 0.0)) for name, value in new.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="raise the floors")
    parser.add_argument("--lower", metavar="REASON", help="let floors fall, for this reason")
    options = parser.parse_args()
    sets: dict[str, Any] = load_floors()
    for name, one in sets.items():
        claims = claims_of_set(one)
        one["digest"] = labelled(one).digest
        for split, floors in one["floors"].items():
            figures = figures_of(one, split, claims)
            print(f"{name:7} {split:7}", "  ".join(f"{k} {v:.3f} (floor {floors.get(k, 0):.3f})" for k, v in figures.items()))
            one["floors"][split] = raised(floors, figures, options.lower is not None)
        if options.lower:
            one["lowered"] = [*one.get("lowered", []), options.lower]
    if options.write:
        FLOORS_FILE.write_text(json.dumps(sets, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
