"""Attacks: actor, target, means, what was hit, where and when; not the war as such, and not what is only feared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def attacks(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "attack")


@pytest.mark.parametrize(
    "text",
    [
        "Russia shelled Kharkiv on Monday.",
        "Kharkiv was shelled by Russia on Monday.",
        "Russian forces struck Kharkiv with missiles on Monday.",
        "Russian missiles hit a school in Kharkiv on Monday.",
        "A Russian missile strike on Kharkiv killed three people on Monday.",
        "Russia launched a drone attack on Kharkiv on Monday.",
        "Five people died after a missile strike on Kharkiv on Monday.",
        "Russian forces abducted three journalists in Kharkiv on Monday.",
    ],
)
def test_russian_attack_on_a_town(attacks: Find, text: str) -> None:
    (claim,) = attacks(text)
    assert claim.parties == {"actor": ("RU",), "target": ("UA",)}
    assert (claim.place, claim.date, claim.status) == ("Kharkiv", "2024-05-13", "reported")


@pytest.mark.parametrize(
    "text",
    [
        "Poland has helped since the invasion of Ukraine.",
        "Moscow may exchange Ukrainian marines captured in Mariupol for a politician held by Kyiv.",
        "The officers who were seized near Bakhmut came home on Monday.",
        "The war in Ukraine is in its third year.",
        "Germany condemns Russian aggression against Ukraine.",
        "Russia did not attack Kharkiv on Monday.",
        "Air defence protects Ukraine against Russian missile attacks.",
        "Ukraine can shoot down 40 drones in a night.",
        "Poland will shoot down drones over its territory.",
        "The battery has shot down more than 90 missiles over Ukraine so far.",
        "Ukraine shot down a Russian fighter jet on Monday.",
        "The election campaign in Kharkiv starts on Monday.",
        "Ukraine has launched a campaign against corruption in its energy ministry.",
        "Before launching an attack on Poland, Moscow would step up its threats, an expert said.",
        "The minister said that the assault showed that pressure on Moscow was too weak.",
        "Ukraine took out a loan of 2 billion dollars for its power plants.",
        "Analysts advise governments to let Ukraine destroy launchers in Kursk.",
        "The envoy was asked whether Ukraine could now strike airfields in Belgorod with missiles.",
        "Poland launched a programme for Ukrainian pilots on Monday.",
        "Poland deported two smugglers on Monday.",
        "The two sides struck a deal on grain in Istanbul.",
    ],
)
def test_no_attack(attacks: Find, text: str) -> None:
    assert attacks(text) == []


def test_other_side_follows_from_the_place(attacks: Find) -> None:
    (claim,) = attacks("Missiles hit a power plant in Odesa on Sunday.")
    assert claim.parties == {"actor": ("RU",), "target": ("UA",)}
    assert "energy" in claim.hit
    assert claim.inferred["actor"]


def test_means_and_hit(attacks: Find) -> None:
    (claim,) = attacks("Russia attacked residential buildings in Dnipro with drones and missiles on Sunday.")
    assert {"drone", "missile"} <= set(claim.means)
    assert "civilian" in claim.hit


def test_told_by_the_attacker_is_claimed(attacks: Find) -> None:
    (claim,) = attacks("Russia's defence ministry said its forces had destroyed an ammunition depot in Odesa with missiles.")
    assert claim.status == "claimed"
    assert claim.parties["actor"] == ("RU",)


def test_what_may_come_is_threatened(attacks: Find) -> None:
    (claim,) = attacks("Vladimir Putin warned that Russia would strike government buildings in Kyiv.")
    assert claim.status == "threatened"


def test_one_attack_in_several_verbs_is_one(attacks: Find) -> None:
    assert len(attacks("A Russian missile strike on a market in Kherson killed four people and wounded nine on Sunday.")) == 1


def test_two_towns_on_two_days_are_two(attacks: Find) -> None:
    text = "Russia shelled Kherson on Sunday. Poland closed a border crossing. Russia shelled Sumy on Monday."
    assert [claim.place for claim in attacks(text)] == ["Kherson", "Sumy"]


def test_headline_and_sentence_are_one(attacks: Find) -> None:
    text = "Russian missiles hit Poltava\n\nRussian missiles hit a hospital in Poltava on Sunday, the governor said."
    (claim,) = attacks(text)
    assert len(claim.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people died after a ballistic missile slammed into a supermarket in Kostiantynivka.",
        "Kyiv came under a massive missile attack early on Monday.",
        "An Iskander missile fell on a hotel in Zaporizhzhia.",
        "We condemn the missile attacks that Russia perpetrated on Ukrainian cities on Monday.",
        "Russian troops fired at civilians in Kherson on Monday.",
    ],
)
def test_more_ways_to_tell_an_attack(attacks: Find, text: str) -> None:
    (claim,) = attacks(text)
    assert (claim.parties["actor"], claim.parties["target"]) == (("RU",), ("UA",))


@pytest.mark.parametrize(
    "text",
    [
        "Energy prices in Ukraine fell on Monday.",
        "The shares of the Russian company crashed on Monday.",
        "The plane landed in Kyiv on Monday.",
    ],
)
def test_nothing_comes_down_but_weapons(attacks: Find, text: str) -> None:
    assert attacks(text) == []


def test_a_mishap_is_no_attack(claims_of: Callable[..., list[Claim]]) -> None:
    assert claims_of("Two Ukrainian soldiers were killed in a car accident near Kyiv on Monday.", "2024-05-15", "attack") == []


def test_those_who_suffer_an_assault_are_its_target(claims_of: Callable[..., list[Claim]]) -> None:
    (claim,) = claims_of(
        "On Friday the citizens of Ukraine are celebrating a holiday, while enduring another missile assault of Putin's army.",
        "2024-05-15",
        "attack",
    )
    assert (claim.parties["actor"], claim.parties["target"]) == (("RU",), ("UA",))


def test_weather_is_no_attack(attacks: Find) -> None:
    assert attacks("Storms battered the coast and knocked out power in Odesa on Monday.") == []


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Russia fired cruise missiles at Ukrainian cities far from the front on Monday.", {"civilian"}),
        ("Russian missiles struck civilian infrastructure in Odesa on Monday.", {"civilian", "infrastructure"}),
        ("Russian drones hit a refinery in Odesa on Monday and killed three workers.", {"civilian", "energy"}),
        ("An explosion shook a munitions depot near Tver after a Ukrainian drone strike on Monday.", {"military"}),
        ("Engineers restored a substation in Kharkiv after a Russian missile attack on Monday.", {"energy"}),
    ],
)
def test_what_was_hit(attacks: Find, text: str, hit: set[str]) -> None:
    assert any(hit <= set(claim.hit or ()) for claim in attacks(text))


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Ukraine's air force shot down 31 of 40 drones on Monday night.", "RU", "UA"),
        ("The Ukrainian air force counted 118 drones on Monday, of which 90 were downed.", "RU", "UA"),
        ("At least six drones were intercepted over Bryansk on Monday.", "UA", "RU"),
        ("Nine Russian drones entered Polish airspace on Monday and were shot down by allied jets.", "RU", "PL"),
        ("Eight ATACMS missiles were fired at Crimea on Monday, Russia's defence ministry said.", "UA", "RU"),
        ("Blasts shook an air base in Crimea on 3 May 2024.", "UA", "RU"),
        ("A Ukrainian drone reached an oil depot in Tula on Monday and set it ablaze.", "UA", "RU"),
        ("Nine Russian refineries have been hit this year, by Kyiv's count.", "UA", "RU"),
        ("Last winter's campaign against Ukraine's grid took out nine transformers.", "RU", "UA"),
        ("A cyber-attack put the registers of Ukraine out of action in December.", "RU", "UA"),
        ("Four people were hurt when a guided bomb came down on a house in Kharkiv.", "RU", "UA"),
        ('"Half of our power plants have been destroyed since March," Volodymyr Zelensky said.', "RU", "UA"),
    ],
)
def test_both_sides_of_what_was_met_counted_or_struck(attacks: Find, text: str, actor: str, target: str) -> None:
    (claim,) = attacks("Ukraine at war\n\nUkraine spoke with its partners.\n\n" + text)
    assert (claim.parties["actor"], claim.parties["target"]) == ((actor,), (target,))


def test_a_place_where_somebody_speaks_is_not_where_it_happened(attacks: Find) -> None:
    (claim,) = attacks("In Washington the president said that Russian missiles had hit a school in Kharkiv on Monday.")
    assert claim.place == "Kharkiv"


def test_the_strikes_are_those_told_before(attacks: Find) -> None:
    text = "Russia struck Kharkiv with missiles on Monday. Ukraine was asleep. Two people were killed in the strikes, the governor said."
    assert len(attacks(text)) == 1


def test_districts_without_electricity(attacks: Find) -> None:
    (claim,) = attacks("A Russian barrage left two districts of Kharkiv without electricity on Monday.")
    assert "energy" in claim.hit


def test_another_is_one_more_weapon(attacks: Find) -> None:
    text = "A Russian missile struck a clinic in Odesa on Monday. Another hit a bus depot in Zaporizhzhia, where four people died."
    assert [claim.place for claim in attacks(text)] == ["Odesa", "Zaporizhzhia"]


def test_a_town_lies_in_its_part_of_the_country(attacks: Find) -> None:
    text = "Missiles hit western Ukraine\n\nFour people were killed on Monday when Russian missiles hit a house in Lviv."
    assert [claim.place for claim in attacks(text)] == ["Lviv"]


def test_weapons_that_take_lives(attacks: Find) -> None:
    (claim,) = attacks("Two missiles that Russia had fired at Odesa on Monday claimed the lives of five dockers.")
    assert (claim.parties, claim.means) == ({"actor": ("RU",), "target": ("UA",)}, ("missile",))
    (claim,) = attacks("In Kharkiv, glide bombs took the lives of nine people on Monday.")
    assert (claim.place, claim.parties["target"]) == ("Kharkiv", ("UA",))


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Villages in Russia went dark because of drones that had crossed the border from Ukraine.", "UA", "RU"),
        ("Drones launched by Kyiv's security service set fire to a depot near Rostov on Monday.", "UA", "RU"),
        ("A ship loaded with corn for Egypt was hit by missiles in Odesa on Monday.", "RU", "UA"),
        ("Russian rockets inflicted heavy damage on the plant at Zmiiv on Monday.", "RU", "UA"),
    ],
)
def test_whose_attack_it_is(attacks: Find, text: str, actor: str, target: str) -> None:
    assert {"actor": (actor,), "target": (target,)} in [claim.parties for claim in attacks(text)]


def test_attacks_with_other_weapons_in_clauses_of_their_own(attacks: Find) -> None:
    text = "Russia fired cruise missiles at the capital, and a man was killed in Odesa region by a drone strike on the port of Izmail."
    assert [set(c.means) & {"cruise_missile", "drone"} for c in attacks(text)] == [{"cruise_missile"}, {"drone"}]
    one = "Russia fired missiles at Kharkiv and hit a school there with a second missile."
    assert len(attacks(one)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Analysts doubt whether Moscow will be able to launch a full offensive against Sloviansk.",
        "Satellite pictures show an accumulation of armour near Tokmak for a new attack on Zaporizhzhia.",
        "The town could become a springboard for an assault on Odesa.",
        "Russia is preparing for a new offensive on Kharkiv.",
    ],
)
def test_attacks_still_to_come_are_not_told(attacks: Find, text: str) -> None:
    assert [c for c in attacks(text) if c.status == "reported"] == []


def test_announced_attack_is_threatened(attacks: Find) -> None:
    (claim,) = attacks("Russian commanders are going to bomb Kharkiv and Sumy this winter.")
    assert claim.status == "threatened"


def test_row_of_attacks_on_others(attacks: Find) -> None:
    (claim,) = attacks("Moscow continues its campaign of sabotage, cyberattacks and arson against NATO countries.")
    assert claim.parties == {"actor": ("RU",), "target": ("NATO",)}


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Seven people were killed in Kostiantynivka on Monday when a Russian missile hit the market.", "civilian"),
        ("The Zaporizhzhia nuclear plant lost its last power line after shelling on Monday.", "nuclear"),
        ("Russian strikes hit power stations in Odesa on Monday, as well as a hospital.", "health"),
        ("Among the buildings hit were a school and a clinic in Sumy.", "civilian"),
    ],
)
def test_hit_in_other_clauses(attacks: Find, text: str, hit: str) -> None:
    (claim,) = attacks(text)
    assert hit in (claim.hit or ())


def test_place_of_the_attacks_own_phrase(attacks: Find) -> None:
    found = attacks("The barrage on Kharkiv on Monday, which followed the deaths in Kramatorsk, killed three people.")
    assert {claim.place for claim in found} == {"Kharkiv"}


def test_village_that_the_pack_does_not_know(attacks: Find) -> None:
    (claim,) = attacks("Russian troops advanced and occupied the village of Krasnopillia-Nove on Monday.")
    assert claim.parties == {"actor": ("RU",), "target": ("UA",)}


def test_operation_is_no_place(attacks: Find) -> None:
    (claim,) = attacks("Ukrainian drones damaged 41 Russian aircraft in Operation Spiderweb on Monday.")
    assert claim.place is None


def test_hackers_of_a_side(attacks: Find) -> None:
    (claim,) = attacks("Russian hackers were behind a cyberattack on Poland's railways on Monday.")
    assert claim.parties == {"actor": ("RU",), "target": ("PL",)}
