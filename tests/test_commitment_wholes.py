"""Commitments of which a part is told: tranches, instalments, sums out of a fund; what stands beside the gift in its sentence."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf


def gifts(claims: list[Claim]) -> set[tuple[str, float | None]]:
    """Status and sum of each commitment."""
    return {(c.status, c.amount.value if c.amount else None) for c in claims if c.kind == "commitment"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oslo has transferred the first instalment of grants to Ukraine out of a five-year programme of NOK 75 billion.",
            {("delivered", None), ("committed", 75e9)},
        ),
        (
            "The Commission paid out the third tranche to Ukraine from a support package worth €18 billion.",
            {("delivered", None), ("committed", 18e9)},
        ),
        ("The EU sent Ukraine the first portion of a €35 billion loan on Thursday.", {("delivered", None), ("committed", 35e9)}),
        ("London has delivered the first part of its £3 billion pledge to Ukraine.", {("delivered", None), ("committed", 3e9)}),
        ("The EU released the third tranche of the €18 billion for Ukraine on Monday.", {("delivered", None), ("committed", 18e9)}),
        ("Washington pledged Ukraine $400 million in weapons from a $14 billion fund.", {("pledged", 4e8), ("committed", 14e9)}),
        ("Ukraine has received a tranche of €1.5 billion from the EU.", {("delivered", 1.5e9)}),
        ("The first tranche of the aid, worth $300 million, was delivered to Ukraine in May.", {("delivered", 3e8)}),
        ("Oslo will send Ukraine two Patriot systems as part of a package worth 3 billion kroner.", {("pledged", 3e9)}),
        ("Berlin will provide another €1.1 billion from its budget for air defence for Ukraine.", {("pledged", 1.1e9)}),
    ],
)
def test_the_whole_is_not_what_is_paid(claims_of: ClaimsOf, text: str, expected: set[tuple[str, float | None]]) -> None:
    assert gifts(claims_of(text, published="2024-07-11")) == expected


@pytest.mark.parametrize(
    "title", ["Norway transfers €300 million to Ukraine", "IMF releases $500m tranche for Ukraine", "US pays out $2 billion to Kyiv"]
)
def test_headlines_tell_payments_in_the_present(claims_of: ClaimsOf, title: str) -> None:
    assert {status for status, _ in gifts(claims_of(f"{title}\n\nUkraine's finance ministry said so.", published="2024-07-11"))} == {
        "delivered"
    }


def test_what_was_pleaded_for_meanwhile_is_not_given(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        "The Dutch defence minister announced a package worth €200m as Zelensky pleaded with the west for more Patriot systems."
    )
    [gift], [need] = ([c for c in claims if c.kind == kind] for kind in ("commitment", "need"))
    assert gift.items == ()
    assert need.attributed_to == ("volodymyr-zelensky",)


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv asked for Leopards, and Berlin promised 14.",
        "Ukraine wants Leopards badly. Berlin has promised Kyiv 14 of them.",
        "Ukraine wants Leopards badly. Berlin has promised Ukraine 14 more.",
    ],
)
def test_a_number_behind_a_name_counts_what_was_spoken_of(claims_of: ClaimsOf, text: str) -> None:
    [gift] = [c for c in claims_of(text) if c.kind == "commitment"]
    assert [(item.item, item.count) for item in gift.items] == [("leopard", 14)]


@pytest.mark.parametrize(
    ("text", "date", "period"),
    [
        ("The European Commission is eager to start payments to Ukraine in March.", None, "2024-03"),
        ("Ukraine has received two Patriots from Germany in April.", "2023-04", None),
    ],
)
def test_only_what_is_over_lies_in_a_month_that_is_over(claims_of: ClaimsOf, text: str, date: str | None, period: str | None) -> None:
    [gift] = [c for c in claims_of(text, published="2024-02-06") if c.kind == "commitment"]
    assert (gift.date, gift.period) == (date, period)
