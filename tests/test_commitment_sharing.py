"""Givers and sums or counts told in two rows: who gives which."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.amounts.money import amounts
from promissory.model import Claim

LEAD = "Ukraine's partners meet\n\nUkraine and its partners met in Brussels on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Canada, Britain and Japan have pledged $3 billion, $2 billion and $4 billion respectively.", {"CA": 3e9, "GB": 2e9, "JP": 4e9}),
        ("Canada, Britain and Japan have pledged $3.5, $2.1 and $4 billion respectively.", {"CA": 3.5e9, "GB": 2.1e9, "JP": 4e9}),
        ("Norway and Spain allocated 500 million and 300 million euros to Ukraine respectively.", {"NO": 5e8, "ES": 3e8}),
        ("The Netherlands and Belgium gave 200 million and 100 million euros to Ukraine.", {"NL": 2e8, "BE": 1e8}),
        ("Contributions of $90 million and $40 million came from Japan and Iceland respectively.", {"JP": 9e7, "IS": 4e7}),
        ("Germany pledged 3 billion, France 2 billion and Italy 1 billion euros in aid for Ukraine.", {"DE": 3e9, "FR": 2e9, "IT": 1e9}),
    ],
)
def test_sums_in_the_order_of_their_givers(claims_of: Callable[..., list[Claim]], text: str, shares: dict[str, float]) -> None:
    found = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert {c.parties["donor"]: c.amount.value for c in found if c.amount} == {(who,): value for who, value in shares.items()}


@pytest.mark.parametrize(
    "text",
    [
        "This brings the EU's funding for Ukraine to €485 million and for Moldova to €38 million.",
        "The EU will give 485 million euros to Ukraine and 38 million euros to Moldova.",
    ],
)
def test_totals_and_gifts_of_each_receiver(claims_of: Callable[..., list[Claim]], text: str) -> None:
    found = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert {c.parties["recipient"]: c.amount.value for c in found if c.amount} == {("UA",): 4.85e8, ("MD",): 3.8e7}


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Germany and Denmark will send three and two Patriots.", {"DE": 3, "DK": 2}),
        ("Germany and France will supply Ukraine with five and four Patriot batteries, respectively.", {"DE": 5, "FR": 4}),
        ("Berlin and Warsaw delivered 18 Leopards and 14 Leopards respectively, the ministers said.", {"DE": 18, "PL": 14}),
    ],
)
def test_counts_in_the_order_of_their_givers(claims_of: Callable[..., list[Claim]], text: str, shares: dict[str, int]) -> None:
    found = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert {c.parties["donor"]: c.items[0].count for c in found} == {(who,): count for who, count in shares.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Spain and Norway together pledged 500 million and 300 million euros to Ukraine.",
        "Germany and Denmark will deliver three IRIS-T systems and two NASAMS batteries.",
    ],
)
def test_givers_who_give_it_all_together(claims_of: Callable[..., list[Claim]], text: str) -> None:
    found = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert [len(c.parties["donor"]) for c in found] == [2, 2]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("500 million and 300 million euros", [5e8, 3e8]),
        ("1.5, 1.2 and 1 billion euros respectively", [1.5e9, 1.2e9, 1e9]),
        ("$3.5, $2.1 and $4 billion respectively", [3.5e9, 2.1e9, 4e9]),
        ("3 billion, France 2 billion and Italy 1 billion euros", [3e9, 2e9, 1e9]),
        ("in 2023 and 300 million euros", [3e8]),
        ("two states and 300 million euros", [3e8]),
        ("40 million people and 3 billion euros", [3e9]),
    ],
)
def test_a_row_of_which_the_last_names_the_money(text: str, values: list[float]) -> None:
    assert [m.value for m in amounts(text)] == values
    assert {m.currency for m in amounts(text)} <= {"EUR", "USD"}
