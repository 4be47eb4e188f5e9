"""Who gives what in phrases that the parser takes apart: made available, offered to somebody, come with, shares of a sum."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

DAY = "2024-05-14"
#: Paragraphs around a sentence, so that it is no note of its own.
REST = "\n\nThe two ministers met in Oslo on Tuesday.\n\nThey spoke about the harvest in Ukraine."


def told(claims: list[Claim]) -> list[tuple[str, tuple[str, ...], float | None, list[tuple[str, float | None]]]]:
    """Status, givers, sum and goods of each commitment."""
    return [
        (c.status, tuple(c.parties.get("donor", ())), c.amount.value if c.amount else None, [(i.item, i.count) for i in c.items])
        for c in claims
        if c.kind == "commitment"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain will make six Hawk systems available to Ukraine this autumn.", ("pledged", ("ES",), None, [("hawk", 6)])),
        ("Norway has made 12 M109s ready for transfer to Ukraine.", ("allocated", ("NO",), None, [("m109", 12)])),
        ("Ottawa offers Ukraine 4,000 military helmets, the ministry said.", ("pledged", ("CA",), None, [("helmet", 4000)])),
        ("Vilnius is putting in 30 million euros for Ukraine.", ("allocated", ("LT",), 3e7, [])),
        ("Norway, it was announced, will give Ukraine 3 billion kroner.", ("pledged", ("NO",), 3e9, [])),
        ("Oslo has sent Ukraine 5 million euros, in the shape of shells.", ("delivered", ("NO",), 5e6, [("shells", None)])),
        ("Sweden's military support for Ukraine has reached 48 billion kronor.", ("delivered", ("SE",), 48e9, [])),
    ],
)
def test_what_a_phrase_gives(claims_of: ClaimsOf, text: str, expected: tuple[object, ...]) -> None:
    assert expected in told(claims_of(text, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Norway put in place new rules on the export of tanks that Ukraine wants.",
        "The 12 M109s that Norway owns are being made ready. Ukraine waits.",
        "Norway and Ukraine exchanged letters on tanks.",
    ],
)
def test_phrases_that_give_nothing(claims_of: ClaimsOf, text: str) -> None:
    assert not [c for c in told(claims_of(text + REST, published=DAY)) if c[0] in ("allocated", "delivered")]


def test_a_part_of_a_sum_comes_from_another(claims_of: ClaimsOf) -> None:
    claims = claims_of("London is putting in 450 million pounds for Ukraine, 100 million of it from Norway.", published=DAY)
    assert {(who, value) for _, who, value, _ in told(claims)} == {(("GB",), 45e7), (("NO",), 1e8)}


def test_a_bare_number_is_a_part_of_the_sum_before(claims_of: ClaimsOf) -> None:
    text = "The US Senate passed a bill that would give its allies a combined 95.3 billion dollars, 60 of them for Ukraine."
    assert 6e10 in [value for _, _, value, _ in told(claims_of(text, published=DAY))]


def test_a_number_behind_a_sum_may_count_goods(claims_of: ClaimsOf) -> None:
    text = "Norway gave Ukraine 95 million dollars for 80 drones, 60 of them for the navy."
    assert [value for _, _, value, _ in told(claims_of(text, published=DAY)) if value] == [95e6]


def test_a_contribution_that_lasts_holds_what_is_told_next(claims_of: ClaimsOf) -> None:
    text = (
        "Allies pledged Ukraine 21 billion euros. Berlin's contribution of 11 billion runs until 2029. "
        "It includes four Iris-T systems and 300 radars."
    )
    assert ("allocated", ("DE",), 11e9, [("iris-t", 4), ("radar", 300)]) in told(claims_of(text, published="2025-04-11"))


def test_what_comes_with_it_and_on_top(claims_of: ClaimsOf) -> None:
    claims = claims_of("Germany handed a Patriot system over to Ukraine. With it came 16 missiles.", published=DAY)
    assert ("delivered", ("DE",), None, [("missile", 16)]) in told(claims)
    text = "The European Union gave Ukraine 1.9 billion euros. On top of that come 1.5 billion out of the earnings on Russian assets."
    assert 1.5e9 in [value for _, _, value, _ in told(claims_of(text, published=DAY))]


def test_missiles_that_come_are_no_gift(claims_of: ClaimsOf) -> None:
    assert not told(claims_of("Russia attacked Ukraine at dawn. In the evening came 16 missiles." + REST, published=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Estonia announced contributions to Ukraine. Estonia's amounts to 10 million euros, Norway's to 100 million.",
        "Norway and Estonia announced packages for Ukraine. Norway's is worth 100 million euros, Estonia's 10 million.",
    ],
)
def test_shares_whose_noun_is_left_out(claims_of: ClaimsOf, text: str) -> None:
    assert {(who, value) for _, who, value, _ in told(claims_of(text, published=DAY)) if value} == {(("EE",), 1e7), (("NO",), 1e8)}


def test_a_whole_that_others_give_is_theirs(claims_of: ClaimsOf) -> None:
    text = "The United States will put up 20 billion dollars of the 50-billion-dollar loan that the G7 agreed to give Ukraine."
    assert {(who, value) for _, who, value, _ in told(claims_of(text, published=DAY))} == {(("US",), 2e10), (("G7",), 5e10)}


def test_whose_figures_a_giver_without_a_verb_has(claims_of: ClaimsOf) -> None:
    text = "For Ukraine, Germany is paying for 180,000 shells, Norway is giving 140 million euros and Belgium 200 million."
    assert {(who, value) for _, who, value, _ in told(claims_of(text, published=DAY))} == {
        (("DE",), None), (("NO",), 14e7), (("BE",), 2e8)
    }  # fmt: skip


def test_training_by_what_it_is_for(claims_of: ClaimsOf) -> None:
    claims = claims_of("Ireland has provided demining training to Ukraine.", published=DAY, kind="commitment")
    assert [(c.status, c.support) for c in claims] == [("delivered", "training")]


def test_a_first_sum_that_could_come(claims_of: ClaimsOf) -> None:
    text = "The EU has agreed to lend Ukraine 50 billion euros. The first 4.5 billion could flow in March."
    assert ("considered", 4.5e9) in [(status, value) for status, _, value, _ in told(claims_of(text, published="2024-02-01"))]
