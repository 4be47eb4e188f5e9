"""Reliability of confidence: bands, error, and the share of sure claims that is right."""

from __future__ import annotations

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
