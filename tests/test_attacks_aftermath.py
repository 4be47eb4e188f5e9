"""Attacks told by the dead, the fires and the pieces they left, by local officials, and by what is said of attacks in general."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

Find = Callable[[str], list[Claim]]


@pytest.fixture
def attacks(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2025-03-12", "attack")


@pytest.mark.parametrize(
    ("text", "target", "place"),
    [
        ("Russia fired missiles at Kyiv on Monday. Two more people lost their lives in Nikopol, the governor said.", "UA", "Nikopol"),
        ("Russia struck Odesa with drones on Monday. A bakery caught fire in Izmail.", "UA", "Izmail"),
        ("A pensioner died in Marhanets on Monday. Two others have shrapnel wounds.", "UA", "Marhanets"),
        ("Debris from a downed drone sparked a fire at an oil depot in Tuapse on Monday.", "RU", "Tuapse"),
        ("The governor of Saratov region, Roman Busargin, said a plant had been damaged by drones on Monday.", "RU", "Saratov region"),
        ("Air defences shot down 40 drones over the Bryansk and Oryol regions on Monday.", "RU", "Bryansk region"),
        ("In one night, 117 drones smuggled into Russia in lorries struck four air bases on Monday.", "RU", None),
        ("Russia shelled Sumy on Monday. Three deaths were reported in Shostka.", "UA", "Shostka"),
        ("Vladimir Putin spoke of Kyiv's use of Storm Shadows against targets in Bryansk on Monday.", "RU", "Bryansk"),
        ("Four violations of Polish airspace by drones were recorded on Monday.", "PL", None),
        ("Belgorod mourned after it was shelled by Ukrainian artillery on Monday.", "RU", "Belgorod"),
        ("Ukraine's DTEK said two of its thermal plants had been struck by missiles on Monday.", "UA", None),
        ("Moscow's defence ministry said air defences had destroyed 112 Ukrainian drones on Monday.", "RU", None),
    ],
)
def test_what_an_attack_leaves(attacks: Find, text: str, target: str, place: str | None) -> None:
    found = {(claim.parties["target"], claim.place, claim.date) for claim in attacks(text)}
    assert ((target,), place, "2025-03-10") in found


@pytest.mark.parametrize(
    "text",
    [
        "A poet died in Lviv on Monday after a long illness.",
        "Russia struck Odesa on Sunday and Kharkiv is calm. Two people lost their lives in an accident in Lutsk on Monday.",
        "A fire broke out in a hotel in Lviv on Monday.",
        "Attacks on hospitals are prohibited by the law of war, the ministry in Kyiv said.",
        "Ukraine denied that it had fired missiles at Belgorod on Monday.",
        "Kyiv did not confirm that its drones had struck a refinery in Tuapse.",
        "Critics in Kyiv attacked the budget on Monday.",
        "A heart attack killed the general in Odesa on Monday.",
        "Berlin ruled out the use of Taurus missiles against targets in Bryansk.",
        "A missile strike on Poland would trigger a response by the alliance.",
    ],
)
def test_no_aftermath(attacks: Find, text: str) -> None:
    assert [c for c in attacks(text) if "Odesa" not in c.evidence[0].quote] == []


def test_a_town_that_was_named_before(attacks: Find) -> None:
    claims = attacks("Kramatorsk lost its heating in January. On Monday a Russian bomb destroyed a clinic in the city.")
    assert [(c.place, c.date) for c in claims] == [("Kramatorsk", "2025-03-10")]


def test_means_behind_what_is_only_said(attacks: Find) -> None:
    (claim,) = attacks("A clinic in Kyiv was destroyed on Monday by what police say was a cruise missile, and a fire broke out.")
    assert "cruise_missile" in claim.means


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine counted its losses. A gas explosion in a block of flats in Lviv killed two people on Monday.",
        "Ukraine counted its losses. Shares in its steelmakers were hammered in Warsaw on Monday.",
        "Ukraine counted its losses. A lightning strike set a barn in Lviv on fire on Monday.",
        "Ukraine counted its losses. A film studio launched a drone show in Kyiv on Monday.",
    ],
)
def test_mishaps_markets_and_shows_are_no_attacks(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, "2024-06-10", "attack")


@pytest.mark.parametrize(
    "text",
    ["General Surovikin bombed Odesa on Sunday with 20 missiles.", "Russia launched a lightning attack on the Kharkiv region on Friday."],
)
def test_generals_and_lightning_attacks_are_no_figures_of_speech(claims_of: ClaimsOf, text: str) -> None:
    (found,) = claims_of(text, "2024-06-10", "attack")
    assert {role: list(who) for role, who in found.parties.items()} == {"actor": ["RU"], "target": ["UA"]}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine has other worries. The budget came under attack from the opposition in Kyiv.",
        "Ukraine has other worries. Two people were pulled from the rubble of a house in Odesa whose boiler had burst.",
    ],
)
def test_quarrels_and_boilers_are_no_attacks(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, "2024-06-10", "attack")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Three years on, whole streets of Mariupol lie in ruins.", "Mariupol"),
        ("The school in Izium stood in ruins.", "Izium"),
        ("Little was left of Vovchansk.", "Vovchansk"),
        ("Rescuers in Ternopil have finished searching the rubble; the death toll stands at 33.", "Ternopil"),
    ],
)
def test_told_by_what_is_left(attacks: Find, text: str, place: str) -> None:
    (claim,) = attacks(text)
    assert claim.parties == {"actor": ("RU",), "target": ("UA",)}
    assert claim.place == place


@pytest.mark.parametrize(
    "text",
    [
        "Hopes for a truce in Ukraine are in ruins.",
        "The village near Lviv lay in ruins after the flood.",
        "The death toll from the crash near Kyiv rose to six.",
        "Foreign Minister Andrii Sybiha was in Kyiv on Friday.",
    ],
)
def test_other_ruins_and_tolls(attacks: Find, text: str) -> None:
    assert attacks(text) == []


def test_fire_on_occupied_land_is_of_the_other_side(attacks: Find) -> None:
    (claim,) = attacks("A fire broke out at an oil depot in Feodosia after a drone attack on Monday, local officials said.")
    assert claim.parties == {"actor": ("UA",), "target": ("RU",)}


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian drones forced the closure of two airports in Moscow on Monday.",
        "Drones shut Vnukovo airport in Moscow for three hours on Monday.",
    ],
)
def test_airports_closed_by_drones(attacks: Find, text: str) -> None:
    (claim,) = attacks(text)
    assert claim.parties == {"actor": ("UA",), "target": ("RU",)}
    assert "drone" in (claim.means or ())


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Estonia said three Russian MiG-31 fighters violated its airspace for 12 minutes on Friday.", "EE"),
        ("Two Russian helicopters entered Lithuanian airspace.", "LT"),
    ],
)
def test_airspace_broken_into_by_pilots(attacks: Find, text: str, target: str) -> None:
    (claim,) = attacks(text)
    assert claim.parties == {"actor": ("RU",), "target": (target,)}


def test_friendly_jets_break_into_no_airspace(attacks: Find) -> None:
    assert attacks("Polish fighter jets entered Ukrainian airspace to escort the president.") == []


def test_the_rest_of_the_weapons_told_before(attacks: Find) -> None:
    claims = attacks(
        "Russia launched 128 drones at Kharkiv on Sunday. The remainder struck 14 locations, among them a substation near Odesa."
    )
    assert ("RU",) in [claim.parties["actor"] for claim in claims if claim.place == "Odesa"]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv asked for tanks. Others attacked the decision to send them.",
        "Ukrainian gunners, who fire about 2,000 shells a day, wait for more.",
        "The lack of shells forced Ukrainian troops to retreat.",
        "Sanctions forced Moscow to sell its oil to India.",
        "The plan of Ukraine's government came under fire from the opposition.",
    ],
)
def test_what_strikes_nobody(attacks: Find, text: str) -> None:
    assert attacks(text) == []


def test_missiles_that_force_a_plant_to_close(attacks: Find) -> None:
    (claim,) = attacks("Russian missiles forced the power plant in Kharkiv to shut down on Monday.")
    assert (claim.parties["actor"], claim.place, claim.means) == (("RU",), "Kharkiv", ("missile",))


def test_what_is_struck_in_a_land_at_war_is_that_lands(attacks: Find) -> None:
    (claim,) = attacks("A ballistic missile hit a Barbados-flagged ship that was loading wheat in Odesa on Monday, killing four Syrians.")
    assert claim.parties == {"actor": ("RU",), "target": ("UA",)}
