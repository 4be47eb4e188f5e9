"""Faults met in briefings and read-outs: what weapons reach, names explained, papers to be carried out, votes, mayors."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf, of_kind

DAY = "2024-04-23"


def parties(claims: list[Claim], kind: str, role: str) -> list[tuple[str, ...]]:
    return [dict(c.parties).get(role, ()) for c in of_kind(claims, kind)]


def counts(claims: list[Claim]) -> list[tuple[str, float | None]]:
    return [(i.item, i.count) for c in of_kind(claims, "commitment") for i in c.items or ()]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("The HIMARS that the U.S. is sending to Ukraine can travel up to 50 miles.", [("himars", None)]),
        ("The U.S. package for Ukraine includes HIMARS, a long-range rocket system.", [("himars", None)]),
        ("Germany will hand over the Patriot system that it promised to Ukraine.", [("patriot", 1)]),
        ("Berlin is sending Ukraine a Patriot system.", [("patriot", 1)]),
        ("Spain gave Ukraine ten tanks, a radar and shells.", [("tank", 10), ("radar", 1), ("shells", None)]),
    ],
)
def test_a_name_with_the_is_not_one(claims_of: ClaimsOf, text: str, goods: list[tuple[str, float | None]]) -> None:
    assert sorted(counts(claims_of(text, published=DAY)), key=str) == sorted(goods, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "Biden ruled out sending Ukraine rockets that could strike Russian territory.",
        "Paris gave Ukraine missiles that can hit targets in Crimea.",
    ],
)
def test_how_far_weapons_reach_is_no_threat(claims_of: ClaimsOf, text: str) -> None:
    assert not of_kind(claims_of(text, published=DAY), "attack")


def test_what_a_strike_destroyed_is_not_what_it_was_made_with(claims_of: ClaimsOf) -> None:
    text = "Putin spoke of the arms for Kyiv after a Ukrainian strike destroyed helicopters at two Russian airfields."
    attack = of_kind(claims_of(text, published=DAY), "attack")[0]
    assert not attack.means
    assert attack.place != "Kyiv"


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky has called for the full implementation of the air defence agreements made with Donald Trump.",
        "Zelensky called for the execution of the agreement on air defence with Ukraine.",
    ],
)
def test_what_is_to_be_carried_out_is_no_need(claims_of: ClaimsOf, text: str) -> None:
    assert not of_kind(claims_of(text, published=DAY), "need")


def test_those_who_call_for_systems_need_them(claims_of: ClaimsOf) -> None:
    assert parties(claims_of("Zelensky has called for more air defence systems.", published=DAY), "need", "needs") == [("UA",)]


def test_whoever_addresses_needs_has_none(claims_of: ClaimsOf) -> None:
    text = "Washington set aside 225 million dollars for Ukraine to address needs like drinking water and medicine."
    assert ("US",) not in parties(claims_of(text, published=DAY), "need", "needs")


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Britain and Latvia will build Ukraine's vital drone capabilities.", 0),
        ("Ukraine's vital need for shells is clear.", 1),
    ],
)
def test_what_is_vital_and_built_is_no_need(claims_of: ClaimsOf, text: str, needs: int) -> None:
    assert len(of_kind(claims_of(text, published=DAY), "need")) == needs


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Senate is poised to vote to advance a package that includes $61 billion for Ukraine.", "considered"),
        ("The Senate voted to advance a $61 billion package for Ukraine.", "considered"),
        ("Congress passed a $61 billion package for Ukraine.", "committed"),
    ],
)
def test_a_step_of_a_vote_decides_nothing(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert {c.status for c in of_kind(claims_of(text, published=DAY), "commitment")} == {status}


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Ukraine had aimed to receive 4.5 billion euros from the EU, but will receive 3 billion euros.", [3e9]),
        ("Berlin had planned to send Ukraine 20 tanks.", []),
        ("Germany had promised Ukraine 2 billion euros.", [2e9]),
    ],
)
def test_what_one_had_hoped_for_is_nothing(claims_of: ClaimsOf, text: str, sums: list[float]) -> None:
    assert [c.amount.value for c in of_kind(claims_of(text, published=DAY), "commitment") if c.amount] == sums


def test_what_is_recommended_to_somebody_is_proposed(claims_of: ClaimsOf) -> None:
    text = "The Commission has recommended to the EU Council to disburse 3 billion euros to Ukraine."
    assert parties(claims_of(text, published=DAY), "proposal", "by") == [("European-Commission",)]


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin called the US delivery of missiles to Kyiv “another mistake by the United States”.",
        "Vladimir Putin called the US delivery of missiles to Kyiv a mistake.",
    ],
)
def test_a_delivery_that_is_called_something_is_told(claims_of: ClaimsOf, text: str) -> None:
    assert parties(claims_of(text, published=DAY), "commitment", "donor") == [("US",)]


def test_what_something_is_called_in_quotation_marks_is_said(claims_of: ClaimsOf) -> None:
    text = "Vladimir Putin called the US delivery of missiles to Kyiv “another mistake by the United States”."
    assert parties(claims_of(text, published=DAY), "statement", "speaker") == [("vladimir-putin",)]


@pytest.mark.parametrize(
    ("town", "who"), [("Kharkiv", "ihor-terekhov"), ("Lviv", "andrii-sadovyi")]
)  # fmt: skip
def test_the_mayor_is_that_of_the_town_named(claims_of: ClaimsOf, town: str, who: str) -> None:
    text = f"Russian forces destroyed a power station in {town}, the mayor said. Kyiv mayor Vitali Klitschko said nothing was hit."
    attack = of_kind(claims_of(text, published=DAY), "attack")[0]
    assert tuple(attack.attributed_to) == (who,)


def test_an_alliance_for_goods_is_not_the_alliance(claims_of: ClaimsOf) -> None:
    text = "Von der Leyen announced a Drone Alliance with Ukraine, for which the EU will set aside two billion euros."
    claims = claims_of(text, published="2025-09-10")
    assert all("NATO" not in ids for c in claims for ids in dict(c.parties).values())


def test_what_is_dubbed_says_nothing(claims_of: ClaimsOf) -> None:
    text = "The Paris conference agreed on a mechanism, dubbed PAREM, to coordinate winter aid for Ukraine."
    assert not of_kind(claims_of(text, published="2022-12-13"), "statement")
