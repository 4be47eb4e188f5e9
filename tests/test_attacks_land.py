"""Attacks by which land changes hands, weapons that fly into a foreign sky, and those behind an attack that names nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def attacks(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2025-03-12", "attack")


@pytest.mark.parametrize(
    ("text", "actor", "place", "date"),
    [
        ("Moscow's forces took Kurakhove in January.", "RU", "Kurakhove", "2025-01"),
        ("Russian tanks entered Pokrovsk on Tuesday.", "RU", "Pokrovsk", "2025-03-11"),
        ("The fall of Avdiivka on 17 February 2024 opened a road to the west.", "RU", "Avdiivka", "2024-02-17"),
        ("Vuhledar fell to Russian troops in October 2024.", "RU", "Vuhledar", "2024-10"),
        ("Russia's seizure of the Zaporizhzhia plant in March 2022 alarmed the inspectors.", "RU", "Zaporizhzhia", "2022-03"),
        ("Ukrainian soldiers retook Kherson in November 2022.", "UA", "Kherson", "2022-11"),
        ("Ukrainian troops crossed into Russia's Kursk region on 6 August 2024.", "UA", "Kursk region", "2024-08-06"),
        ("The invaders overran Popasna in May 2022.", "RU", "Popasna", "2022-05"),
    ],
)
def test_land_that_changes_hands(attacks: Find, text: str, actor: str, place: str, date: str) -> None:
    (claim,) = attacks(text)
    assert (claim.parties["actor"], claim.place, claim.date) == ((actor,), place, date)


@pytest.mark.parametrize(
    "text",
    [
        "The president entered the hall in Kyiv to applause on Tuesday.",
        "Poland took in refugees from Kherson in March.",
        "Russia took part in talks in Istanbul on Monday.",
        "Ukraine entered negotiations with Russia in Istanbul on Monday.",
        "The capture of Kramatorsk remains the Kremlin's aim.",
        "The fall of Pokrovsk would be a heavy blow.",
        "The Russian base that captures Ukraine's culture opened on Monday.",
    ],
)
def test_nothing_is_taken(attacks: Find, text: str) -> None:
    assert attacks(text) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("About 20 Russian drones entered Polish airspace on Monday.", "PL"),
        ("A Russian drone violated Romania's airspace on Saturday.", "RO"),
        ("Moscow sent 810 drones and 13 missiles overnight.", "UA"),
        ("Russia attacked Odesa overnight. The occupiers hit a school there.", "UA"),
    ],
)
def test_weapons_sent(attacks: Find, text: str, target: str) -> None:
    claims = attacks(text)
    assert {c.parties["target"] for c in claims} == {(target,)}
    assert {c.parties["actor"] for c in claims} == {("RU",)}


def test_drones_seen_over_a_town(attacks: Find) -> None:
    (claim,) = attacks("Drones were reported over Oryol on Monday night.")
    assert (claim.parties["actor"], claim.parties["target"], claim.place) == (("UA",), ("RU",), "Oryol")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("An arson attack on a shop in Vilnius in May 2024 was ordered by Moscow, prosecutors said.", "RU"),
        ("A blast on the Kerch bridge in October 2022 was claimed by the SBU.", "UA"),
        ("The occupiers struck Sloviansk on Monday night.", "RU"),
        ("The occupiers shelled Nikopol on Monday.", "RU"),
        ("Ukrainian forces repelled 42 assaults near Pokrovsk on Monday.", "RU"),
    ],
)
def test_who_is_behind_it(attacks: Find, text: str, actor: str) -> None:
    (claim,) = attacks(text)
    assert claim.parties["actor"] == (actor,)


def test_they_are_those_who_attacked_before(attacks: Find) -> None:
    claims = attacks("The occupiers shelled Nikopol on Monday. On Tuesday they hit a school in Kherson.")
    assert [(c.parties["actor"], c.place, c.date) for c in claims] == [
        (("RU",), "Nikopol", "2025-03-10"),
        (("RU",), "Kherson", "2025-03-11"),
    ]


def test_gifts_that_reach_a_country_are_no_attack(attacks: Find) -> None:
    assert attacks("Through the scheme two Patriot missiles reached Ukraine.") == []


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The mayor of Moscow says 33 drones heading for the Russian capital have been brought down since midnight.", "UA", "RU"),
        ("The council condemns Russia's attacks of 3 and 4 March on Kyiv and Odesa, which injured over fifty people.", "RU", "UA"),
        ("Poland said on Monday that 20 Russian drones had crossed into its airspace.", "RU", "PL"),
        ("Russian shelling of Azovstal does not stop.", "RU", "UA"),
        ("Putin spoke of a response to Ukrainian attacks on Russian territory with ATACMS missiles.", "UA", "RU"),
        ("Ukraine's positions are being fired at from howitzers and mortars.", "RU", "UA"),
    ],
)
def test_sides(attacks: Find, text: str, actor: str, target: str) -> None:
    assert [(c.parties["actor"], c.parties["target"]) for c in attacks(text)] == [((actor,), (target,))]


def test_a_third_country_in_another_clause_is_no_target(attacks: Find) -> None:
    claims = attacks("Volodymyr Zelensky, who was on his way to Ankara, said that the assault on Monday killed three people.")
    assert all(c.place != "Ankara" for c in claims)


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Russian forces attacked in Sumy and Kursk regions on May 12.", "RU", "UA"),
        ("Russian troops shelled villages in the Kursk region on Monday.", "RU", "UA"),
        ("Russian units stormed the outskirts of Sudzha, Kursk region, on Monday.", "RU", "UA"),
        ("Moscow accused Kyiv of blowing up a pumping station near Sudzha on Monday.", "UA", "RU"),
        ("Kyiv was accused of damaging a bridge in the Kursk region on Monday.", "UA", "RU"),
        ("Russia launched a strike package of 40 missiles and 90 drones on Monday night.", "RU", "UA"),
    ],
)
def test_those_who_act_are_no_target_on_their_own_land(attacks: Find, text: str, actor: str, target: str) -> None:
    assert {(c.parties["actor"], c.parties["target"]) for c in attacks(text)} == {((actor,), (target,))}


@pytest.mark.parametrize(
    "text",
    [
        "(Russian objective: Capture all of Donetsk region, and advance into Odesa region)",
        "Push the Ukrainian forces back from the border and shell Kharkiv.",
        "The Russian army is not going to take Kyiv in a week.",
        "Russia is never going to capture Odesa.",
    ],
)
def test_aims_and_what_will_not_happen_are_no_attacks(attacks: Find, text: str) -> None:
    assert attacks(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("On Monday a glide bomb took the roof off a school in Kharkiv.", "reported"),
        ("Twelve Ukrainian marines were killed in battle near Vuhledar on Monday.", None),
        ("More than 90 soldiers have been killed in the fighting for the Kursk region.", None),
        ("Three soldiers were killed by a drone near Lyman on Monday.", "reported"),
    ],
)
def test_losses_in_battle_are_no_attack(attacks: Find, text: str, status: str | None) -> None:
    assert [c.status for c in attacks(text)] == ([status] if status else [])


def test_in_a_headline_what_happens_meanwhile_is_not_what_is_said(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Kremlin says no deal yet as missiles strike Ternopil\n\nRescuers were at work in the Ukrainian city."
    (claim,) = claims_of(text, "2024-05-15", "attack")
    assert claim.status == "reported"


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Ukraine waits. On Sunday 117 drones hit four airfields as far away as Irkutsk.", "UA", "RU"),
        ("Ukraine waits. On Sunday drones attacked airfields in Irkutsk and Murmansk.", "UA", "RU"),
        ("Ukraine waits. Portugal helps. Odesa spent a day without power after the weekend's raid on its substations.", "RU", "UA"),
        (
            "Ukraine froze in the autumn of 2022. On 10 October of that year more than eighty missiles fell on a score of cities.",
            "RU",
            "UA",
        ),
    ],
)
def test_sides_by_towns(attacks: Find, text: str, actor: str, target: str) -> None:
    assert [(c.parties.get("actor"), c.parties.get("target")) for c in attacks(text)] == [((actor,), (target,))]
