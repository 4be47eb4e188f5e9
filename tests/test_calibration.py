"""Reliability of confidence: bands, error, and the share of sure claims that is right."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.evaluation import calibrate

PROBABILITIES = st.floats(0, 1, allow_nan=False)


def test_claims_at_four_in_five_of_which_four_in_five_are_right_are_calibrated() -> None:
    found = calibrate([(0.8, True)] * 4 + [(0.8, False)])
    assert (found.error, found.sure, found.sure_right) == (0.0, 5, 0.8)


def test_overconfidence_is_an_error() -> None:
    found = calibrate([(0.95, False)] * 10)
    assert found.error == pytest.approx(0.95)
    assert found.sure_right == 0.0


@given(st.lists(st.tuples(PROBABILITIES, st.booleans())))
def test_every_claim_is_in_one_band(judged: list[tuple[float, bool]]) -> None:
    found = calibrate(judged)
    assert sum(band.claims for band in found.bands) == len(judged)
    assert 0 <= found.error <= 1
    assert all(band.low <= band.confidence <= band.high + 1e-3 for band in found.bands)


def test_the_first_look_makes_confidence_true_kind_by_kind() -> None:
    pytest.importorskip("sklearn", reason="the regressions are only needed to train")
    from training.calibrating import fit

    seen = [("attack", 2.0, n % 10 < 6) for n in range(400)] + [("need", 2.0, n % 10 < 9) for n in range(400)]
    found = fit(seen, ["attack", "need"])
    sure = {kind: 1 / (1 + exp(-(intercept + slope * 2.0))) for kind, (intercept, slope) in found.items()}
    assert sure == {"attack": pytest.approx(0.6, abs=0.03), "need": pytest.approx(0.9, abs=0.03)}


def test_the_weights_hold_the_calibration_of_the_first_look() -> None:
    pytest.importorskip("sklearn", reason="the regressions are only needed to train")
    from training.calibrating import first_look, fit

    from promissory.extraction.claims.ranking import load_calibration

    found = fit(first_look(), sorted(load_calibration()))
    assert {kind: pytest.approx(two, abs=0.01) for kind, two in load_calibration().items()} == found
