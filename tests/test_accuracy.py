"""Accuracy floors on the labelled documents beside the repository; they only go up (`python -m benchmarks.floors`).

A changed gold file fails until its digest and floors are set anew on purpose.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.measuring import GOLD, Claims, claims_of_set, figures_of, labelled, load_floors

FLOORS = load_floors()
#: Sets of the floors file that can be read here: those of the repository, and those beside it where they are.
READABLE = [
    pytest.param(
        name, marks=pytest.mark.skipif(not (one.get("own") or GOLD.is_dir()), reason="the labelled documents (../shared/gold) are not here")
    )
    for name, one in FLOORS.items()
]


@cache
def claims_of(name: str) -> Claims:
    return claims_of_set(FLOORS[name])


@pytest.mark.parametrize("name", READABLE)
def test_gold_is_what_the_floors_were_set_for(name: str) -> None:
    assert labelled(FLOORS[name]).digest == FLOORS[name]["digest"]


@pytest.mark.parametrize("name", READABLE)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    for split, floors in FLOORS[name]["floors"].items():
        figures = figures_of(FLOORS[name], split, claims_of(name))
        assert {figure: value for figure, value in figures.items() if value < floors[figure]} == {}, split
