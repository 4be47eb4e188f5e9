"""One gift told twice is one claim: headline and lead, sum and purpose, package and contents; a running total is another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]


def gifts(claims_of: Read, text: str) -> list[Claim]:
    return claims_of(text, "2024-05-15", "commitment")


def test_a_headline_at_large_is_told_by_its_lead_and_not_by_a_total(claims_of: Read) -> None:
    found = gifts(
        claims_of,
        "Latvia delivers more military aid to Ukraine\n\nLatvia has delivered mortars and drones to Ukraine.\n\n"
        "Since the start of the war, Latvia has provided Ukraine with military aid worth 600 million euros.",
    )
    assert [(len(c.evidence), bool(c.items), c.amount and c.amount.value) for c in found] == [(2, True, None), (1, False, 600e6)]


def test_an_arrival_told_again_at_large_is_that_of_the_headline(claims_of: Read) -> None:
    found = gifts(
        claims_of, "Estonia hands howitzers to Ukraine\n\nEstonia has given Ukraine howitzers. A new Estonian shipment has reached Ukraine."
    )
    assert [c.parties["donor"] for c in found] == [("EE",)]


def test_a_headline_may_round_the_sum(claims_of: Read) -> None:
    (found,) = gifts(
        claims_of,
        "Minister announces nearly €65 million in aid to Ukraine\n\nFinland announced a €64.8 million aid package for Ukraine on Monday.",
    )
    assert (found.parties["donor"], found.amount and found.amount.value) == (("FI",), 64.8e6)


def test_a_headline_is_as_firm_as_its_lead(claims_of: Read) -> None:
    found = gifts(
        claims_of,
        "Germany to give Ukraine one more Patriot battery\n\n"
        "BERLIN - The Federal Government has resolved to bolster Ukraine's air defence.",
    )
    assert [(c.status, c.items[0].count) for c in found] == [("committed", 1)]


def test_a_round_sum_of_another_size_is_another(claims_of: Read) -> None:
    found = gifts(
        claims_of,
        "Finland announces nearly €65 million in aid to Ukraine\n\nIn March Finland announced a €48 million aid package for Ukraine.",
    )
    assert {c.amount.value for c in found if c.amount} == {65e6, 48e6}


@pytest.mark.parametrize(
    "text",
    [
        "Norway gives Ukraine 1.5 billion kroner, which is roughly $146 million.",
        "Norway will spend 180 million euros to purchase drones for Ukraine.",
        "Norway will give Ukraine 40 million euros for gas.\n\nThese funds are already at hand and will be spent on gas.",
        "Norway will give Ukraine 40 million euros.\n\nThe funds will be channelled through the World Bank.",
        "Norway is giving Ukraine 275 million dollars. The Norwegian government said the package includes missiles and shells.",
        "Norway has handed Ukraine ten drones manufactured by a Croatian company.",
    ],
)
def test_what_a_gift_is_worth_or_spent_on_is_one_with_it(claims_of: Read, text: str) -> None:
    assert [c.parties["donor"] for c in gifts(claims_of, text)] == [("NO",)]


def test_a_group_stands_for_its_members(claims_of: Read) -> None:
    (found,) = gifts(
        claims_of,
        "Denmark, Norway, Sweden, Finland and Iceland have given Ukraine 17 billion euros. The Nordic countries gave Ukraine 17 billion "
        "euros, Kristersson said.",
    )
    assert set(found.parties["donor"]) == {"DK", "NO", "SE", "FI", "IS"}


def test_a_list_behind_it_is_of_the_gift_told_last(claims_of: Read) -> None:
    found = gifts(
        claims_of,
        "Finland will give Ukraine 50 million euros. The funding will be used to deliver drones.\n\nThe Ministry of Defence will also send "
        "Finland's largest donation of equipment. It comprises:\n\n- 60 boats\n\n- 400 vehicles",
    )
    assert {i.count for c in found if c.amount for i in c.items} <= {None}
    assert {60, 400} <= {i.count for c in found if not c.amount for i in c.items}


def test_a_headline_may_round_the_sum_in_other_money(claims_of: Read) -> None:
    (found,) = gifts(
        claims_of,
        "Sweden announces Ukraine aid of almost €400m\n\nSweden announced a package of 4.5 billion kronor (€393 million) for Ukraine.",
    )
    assert (found.amount and found.amount.value, len(found.evidence)) == (4.5e9, 2)


def test_a_headline_without_a_giver_is_told_by_its_lead(claims_of: Read) -> None:
    found = gifts(
        claims_of, "Government approves military support to Ukraine\n\nThe Norwegian government approved military support to Ukraine."
    )
    assert [c.parties["donor"] for c in found] == [("NO",)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's pledge comes after Denmark had urged Congress to act for Ukraine.",
        "This military aid will provide significant support to the Ukrainian army.",
        "The fund was set up with the objective of providing financial assistance to Ukraine.",
    ],
)
def test_what_was_told_before_is_no_other_gift(claims_of: Read, text: str) -> None:
    lead = "Norway will give Ukraine 20 tanks.\n\nIn Oslo it was raining on Monday.\n\nParliament met in the morning.\n\n"
    assert [c.evidence[0].quote for c in gifts(claims_of, lead + text)] == ["Norway will give Ukraine 20 tanks."]
