"""What the words around an attack must not be taken for: its place, its weapons, its victims, the attack itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]
LEAD = "Ukraine: the week\n\nUkrainians in Kyiv and Kharkiv went to work as usual, the interior ministry of Ukraine said.\n\n"


@pytest.fixture
def attacks(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(LEAD + text, "2024-05-15", "attack")


@pytest.mark.parametrize(
    "text",
    [
        "Operation Flash, the winning offensive in Croatia's war of independence, came in May 1995.",
        "Her parents had reached Prague at the beginning of the invasion of Ukraine in February.",
    ],
)
def test_no_attack(attacks: Find, text: str) -> None:
    assert attacks(text) == []


def test_units_are_no_weapons(attacks: Find) -> None:
    (claim,) = attacks("The town of Izium was shelled by the 150th Rifle Division on Monday.")
    assert "rifle" not in (claim.means or ())


def test_money_of_a_state_makes_it_no_target(attacks: Find) -> None:
    claims = attacks("A Russian missile killed a cameraman of a US-funded station in Kyiv on Monday.")
    assert {claim.parties["target"] for claim in claims} == {("UA",)}


def test_dead_invaders_are_no_civilians(attacks: Find) -> None:
    claims = attacks("Ukrainian strikes near Bakhmut killed 90 Russians on Monday.")
    assert claims
    assert all("civilian" not in (claim.hit or ()) for claim in claims)


def test_those_whom_invaders_kill_are_civilians(attacks: Find) -> None:
    (claim,) = attacks("Two people died on Monday after Russians dropped a bomb on Kostiantynivka.")
    assert claim.hit == ("civilian",)


def test_the_accused_is_no_place(attacks: Find) -> None:
    claims = attacks("Kyiv accused Moscow of a missile strike that killed nine people on Monday.")
    assert claims
    assert all(claim.place != "Moscow" for claim in claims)


def test_who_makes_counterattacks(attacks: Find) -> None:
    (claim,) = attacks("Ukrainian forces were making counterattacks in Sievierodonetsk on Monday.")
    assert claim.parties == {"actor": ("UA",), "target": ("RU",)}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Warsaw blamed Russian intelligence for an explosion on a railway line near Lublin on Monday.", ("RU", "PL")),
        ("Russian saboteurs blew up a bridge in Lviv on Monday.", ("RU", "UA")),
        ("Russian saboteurs blew up a railway line in Poland on Monday.", ("RU", "PL")),
        ("Kyiv awoke to smoke after the largest drone raid of the war on Monday.", ("RU", "UA")),
    ],
)
def test_those_behind_it(attacks: Find, text: str, parties: tuple[str, str]) -> None:
    (claim,) = attacks(text)
    assert claim.parties == {"actor": (parties[0],), "target": (parties[1],)}


@pytest.mark.parametrize(
    ("text", "means", "hit"),
    [
        (
            "Some 1,500 drones, 280 glide bombs and 50 missiles were launched at Ukraine on Monday.",
            {"drone", "glide_bomb", "missile"},
            set(),
        ),
        ("Russia pounded power stations and cities with missiles on Monday.", {"missile"}, {"energy", "civilian"}),
        (
            "A Russian strike hit a school, a maternity ward and a railway depot in Sumy on Monday.",
            set(),
            {"civilian", "health", "transport"},
        ),
        ("Ukrainian drones hit a pumping station near Krasnodar on Monday.", {"drone"}, {"energy"}),
        ("An explosion tore up a stretch of railway line near Lviv on Monday.", set(), {"transport"}),
    ],
)
def test_rows_of_weapons_and_targets(attacks: Find, text: str, means: set[str], hit: set[str]) -> None:
    (claim,) = attacks(text)
    assert means <= set(claim.means or ())
    assert hit <= set(claim.hit or ())


def test_day_between_attack_and_goal(attacks: Find) -> None:
    (claim,) = attacks("A Russian barrage Monday on a crowded quarter of Kharkiv killed three people.")
    assert claim.place == "Kharkiv"
