"""Transcripts of one or two turns, and what is wished for in them."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf, of_kind

DAY = "2024-04-26"


def parties(claims: list[Claim], kind: str, role: str) -> list[tuple[str, ...]]:
    return [dict(c.parties).get(role, ()) for c in of_kind(claims, kind)]


@pytest.mark.parametrize("label", ["SECRETARY AUSTIN", "SEC. AUSTIN", "SECRETARY OF DEFENSE AUSTIN"])
def test_a_title_in_capitals_before_own_words_takes_the_floor(claims_of: ClaimsOf, label: str) -> None:
    text = f"{label}: Good afternoon. I urged our allies to dig deeper, as Ukraine can't wait.\n\nWe will send Ukraine ten tanks."
    claims = claims_of(text, published=DAY)
    assert parties(claims, "proposal", "by") == [("lloyd-austin",)]
    assert set(parties(claims, "commitment", "donor")) == {("US",)}


def test_each_of_two_has_his_own_words(claims_of: ClaimsOf) -> None:
    text = (
        "PRESIDENT BIDEN: Good afternoon. It's good to have you back.\n\n"
        "PRESIDENT ZELENSKYY: Thank you so much. We would like to get more Patriots.\n\n"
        "I told the President about our peace formula, and I proposed a global peace summit."
    )
    claims = claims_of(text, published="2022-12-21")
    assert parties(claims, "need", "needs") == [("UA",)]
    assert ("volodymyr-zelensky",) in parties(claims, "proposal", "by")
    assert ("joe-biden",) not in parties(claims, "proposal", "by")


def test_a_headline_in_capitals_is_no_turn(claims_of: ClaimsOf) -> None:
    text = "PRESIDENT ZELENSKY: WE NEED MORE TANKS\n\nGermany will send Ukraine ten tanks, Olaf Scholz said. “We will help,” he added."
    assert set(parties(claims_of(text, published=DAY), "commitment", "donor")) == {("DE",)}


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Kyiv would like to receive 20 more tanks.", 1),
        ("Ukraine would love to have more air defence systems.", 1),
        ("Ukraine would like to buy ten Patriot systems.", 1),
        ("Ukraine's soldiers love the Patriot system.", 0),
        ("Ukraine would like to thank Germany for the Patriot system.", 0),
        ("Kyiv would like to discuss the tanks with Berlin.", 0),
    ],
)
def test_what_one_would_like_to_have_is_a_need_and_no_gift(claims_of: ClaimsOf, text: str, needs: int) -> None:
    claims = claims_of(text, published=DAY)
    assert len(of_kind(claims, "need")) == needs
    assert not of_kind(claims, "commitment")


def test_a_decision_that_one_has_is_no_delivery(claims_of: ClaimsOf) -> None:
    claims = of_kind(claims_of("Ukraine has a decision by Denmark to transfer F-16s.", published=DAY), "commitment")
    assert [c.status for c in claims] == ["committed"]


def test_a_tranche_that_includes_contracts_is_no_contract(claims_of: ClaimsOf) -> None:
    text = "Biden announced a tranche of aid to Ukraine, 1.85 billion dollars, which includes equipment and contracts for shells."
    assert {c.status for c in of_kind(claims_of(text, published=DAY), "commitment")} <= {"allocated", "pledged"}
