"""Accuracy floors on the labelled documents beside the repository; they only go up (`python -m benchmarks.floors`).

A changed gold file fails until its digest and floors are set anew on purpose.
"""

from __future__ import annotations

import pytest

from tests.measuring import GOLD, Claims, claims_of_set, figures_of, labelled, load_floors

FLOORS = load_floors()

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled documents (../shared/gold) are not here")


@pytest.fixture(scope="module")
def claims() -> dict[str, Claims]:
    return {name: claims_of_set(one) for name, one in FLOORS.items()}


@pytest.mark.parametrize("name", FLOORS)
def test_gold_is_what_the_floors_were_set_for(name: str) -> None:
    assert labelled(FLOORS[name]).digest == FLOORS[name]["digest"]


@pytest.mark.parametrize(("name", "split"), [(name, split) for name, one in FLOORS.items() for split in one["floors"]])
def test_no_figure_falls_below_its_floor(name: str, split: str, claims: dict[str, Claims]) -> None:
    one = FLOORS[name]
    figures = figures_of(one, split, claims[name])
    assert {figure: value for figure, value in figures.items() if value < one["floors"][split][figure]} == {}
