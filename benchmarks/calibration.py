"""Whether confidence means what it says on documents that nobody read: `python -m benchmarks.calibration [--plot FILE.svg]`.

The claims of the unread parts of dev and events together, by confidence, with the share that is right; the plot needs the extra `bench`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.measuring import claims_of_set, labelled, load_floors

from promissory.evaluation import Calibration, calibrate, judge

SETS = ("dev", "events")


def measure() -> Calibration:
    """The calibration over the unread parts."""
    judged = []
    for name in SETS:
        one = load_floors()[name]
        gold, texts = labelled(one).of_split("unread")
        judged += judge(gold, claims_of_set(one), texts)
    return calibrate(judged)


def draw(found: Calibration, path: Path) -> None:
    """A reliability diagram: the share right against the confidence; the area of a point is the number of claims."""
    from matplotlib import pyplot

    pyplot.rcParams["svg.hashsalt"] = "promissory"
    figure, axes = pyplot.subplots(figsize=(4.5, 4.5), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1)
    axes.scatter(
        [b.confidence for b in found.bands], [b.right for b in found.bands], s=[4 * b.claims for b in found.bands], color="#1f4e79"
    )
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1), ylim=(0, 1), aspect="equal")
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the reliability diagram")
    options = parser.parse_args()
    found = measure()
    for band in found.bands:
        print(f"{band.low:.1f}-{band.high:.1f} {band.claims:5} claims, confidence {band.confidence:.2f}, right {band.right:.2f}")
    print(f"expected calibration error {found.error:.3f}; of {found.sure} claims at 0.8 or more {found.sure_right:.0%} are right")
    if options.plot:
        draw(found, options.plot)


if __name__ == "__main__":
    main()
