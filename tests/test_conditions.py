"""Conditions: what must hold before something else is done, whose part it is, and who set it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def conditions(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "condition")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The European Union will release the money once Ukraine has fulfilled the reforms.", ("UA",)),
        ("Ukraine will not join the alliance; NATO will invite Ukraine only when Ukraine has carried out reforms.", ("UA",)),
        ("NATO will deliver the aircraft if Poland gives its consent.", ("PL",)),
        ("Sanctions will remain in place until Russia withdraws its troops.", ("RU",)),
        ("Payments to Ukraine depend on the approval of Hungary.", ("HU",)),
    ],
)
def test_who_must_act(conditions: Find, text: str, on: tuple[str, ...]) -> None:
    claims = conditions(text)
    assert on in [claim.parties["on"] for claim in claims]
    assert {claim.status for claim in claims} == {"stated"}


def test_fulfilled_conditions_are_met(conditions: Find) -> None:
    (claim,) = conditions("Ukraine has fulfilled the conditions for accession to the EU.")
    assert (claim.status, claim.parties["on"], claim.for_) == ("met", ("UA",), "eu_membership")


def test_the_main_subject_sets_it(conditions: Find) -> None:
    (claim,) = conditions("The European Union will release the loan once Ukraine has carried out the reforms.")
    assert claim.parties["set_by"] == ("EU",)


@pytest.mark.parametrize(
    "text",
    [
        "Norway will support Ukraine for as long as it takes.",
        "Norway asked whether Ukraine needs ammunition.",
        "When Ukraine asked, Norway gave ammunition.",
    ],
)
def test_no_condition(conditions: Find, text: str) -> None:
    assert conditions(text) == []
