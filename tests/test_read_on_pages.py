"""What pages of news, read sentence by sentence, had wrong: sentences of our own in the same turns, beside ones that were right."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

WEDNESDAY = "2024-05-29"
LEAD = "The war in Ukraine went on through May, and the allies of Ukraine spoke of it in many capitals.\n\n"


def struck(claims: list[Claim]) -> list[tuple[str, ...]]:
    return [tuple(c.parties["actor"]) for c in claims if c.kind == "attack"]


def test_the_biggest_gift_since_a_day_is_not_of_all_days_since(claims_of: ClaimsOf) -> None:
    (biggest,) = claims_of("Denmark announced 50 million euros for Ukraine, its biggest gift since the Russian invasion.", WEDNESDAY)
    assert (biggest.date, biggest.period) == (WEDNESDAY, None)


def test_all_that_was_given_since_a_day_is_of_that_time(claims_of: ClaimsOf) -> None:
    (all_of_it,) = claims_of("Denmark has given Ukraine aid worth 50 million euros since the Russian invasion.", WEDNESDAY)
    assert str(all_of_it.period).startswith("2022-02-24/")


def test_shelling_by_somebody_is_his_whoever_is_hurt(claims_of: ClaimsOf) -> None:
    claims = claims_of(LEAD + "Shelling by Russian troops killed five people in a village near Kherson on Tuesday.", WEDNESDAY)
    assert struck(claims) == [("RU",)]
    claims = claims_of(LEAD + "Shelling by Ukrainian troops killed five people in a Russian-held village on Tuesday.", WEDNESDAY)
    assert struck(claims) == [("UA",)]


def test_an_attack_that_may_have_been_aimed_is_one_attack(claims_of: ClaimsOf) -> None:
    text = LEAD + "Russia's missile attack on a block of flats in Odesa may have been targeted at officers, the embassy said."
    assert [(c.status, tuple(c.parties["actor"])) for c in claims_of(text, WEDNESDAY) if c.kind == "attack"] == [("reported", ("RU",))]


def test_a_group_of_a_town_is_no_place(claims_of: ClaimsOf) -> None:
    text = LEAD + "Russian drones struck Lutsk, the home town of rock band Halnah, on Tuesday."
    assert {c.place for c in claims_of(text, WEDNESDAY) if c.kind == "attack"} <= {"Lutsk", None}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("When he meets Volodymyr Zelensky in Odesa, Mette Frederiksen plans to speak of shells.", "planned"),
        ("When he met Volodymyr Zelensky in Odesa, Lars Rasmussen spoke of shells.", "held"),
        ("Olaf Scholz promised that Germany will not tire, following his meeting today with Volodymyr Zelensky.", "held"),
    ],
)
def test_whether_a_meeting_is_still_to_come(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert status in [c.status for c in claims_of(LEAD + text, WEDNESDAY) if c.kind == "meeting"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitment", "Norway is rich enough to give Ukraine ten tanks."),
        ("commitment", "It would be a mistake for Norway to give Ukraine ten tanks."),
        ("proposal", "Poland refused to urge Germany to send tanks."),
        ("proposal", "Poland denied having urged Germany to send tanks."),
        ("agreement", "There is no agreement between Norway and Ukraine."),
        ("agreement", "Norway and Ukraine failed to reach an agreement."),
        ("meeting", "A meeting between Olaf Scholz and Volodymyr Zelensky would change little."),
        ("initiative", "Norway does not lead a coalition for Ukraine."),
        ("condition", "Norway set no conditions for its aid to Ukraine."),
    ],
)
def test_what_is_said_not_to_be_is_no_claim(claims_of: ClaimsOf, kind: str, text: str) -> None:
    assert [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)] == []


def test_a_clause_behind_a_colon_is_told_beside_the_one_before(claims_of: ClaimsOf) -> None:
    text = LEAD + "Volodymyr Zelensky had pleaded in Ottawa a day earlier for lawmakers to pass it, to no avail: the Senate blocked it."
    assert [(c.kind, tuple(c.parties["by"])) for c in claims_of(text, WEDNESDAY) if c.kind == "proposal"] == [
        ("proposal", ("volodymyr-zelensky",))
    ]
