"""Rounds of ammunition that are only called rounds, and rounds of other things."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Czech Republic will send Ukraine half a million rounds this year, Petr Fiala said.", 500_000),
        ("Slovenia has handed over some 30,000 rounds to Ukraine from its stocks, the ministry said.", 30_000),
        ("Norway gave Ukraine 2,000 additional rounds for its howitzers in May.", 2_000),
    ],
)
def test_counted_rounds_are_ammunition(claims_of: ClaimsOf, text: str, count: int) -> None:
    (found,) = claims_of(text, "2024-06-10", "commitment")
    assert [(i.item, i.count) for i in found.items] == [("ammunition", count)]


@pytest.mark.parametrize("text", ["Ukraine and Russia held 3 rounds of talks in Istanbul.", "After two rounds, Kyiv and Warsaw agreed."])
def test_rounds_of_talks_are_none(claims_of: ClaimsOf, text: str) -> None:
    assert all(not c.items for c in claims_of(text, "2024-06-10"))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("London bought 650 Martlet missiles for Ukraine.", [("starstreak", 650)]),
        ("Britain gave Ukraine six Stormer launchers.", [("stormer", 6)]),
        ("Norway sent 2 NASAMS launchers and Patriot interceptors to Ukraine.", [("nasams", 2), ("interceptor", None)]),
    ],
)
def test_a_class_behind_a_name_is_no_goods_of_its_own(claims_of: ClaimsOf, text: str, items: list[tuple[str, int | None]]) -> None:
    (found,) = claims_of(text, "2024-06-10", "commitment")
    assert [(i.item, i.count) for i in found.items] == items


def test_rounds_of_applause_are_no_ammunition(claims_of: ClaimsOf) -> None:
    text = "Ukraine won in Lviv, and 200,000 rounds of applause followed."
    assert all(not c.items for c in claims_of(text, "2024-06-10"))
