"""Faults met in addresses and releases: gratitude, greetings, rows counted since a day, officials, truces, names in quotation marks."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf, of_kind

DAY = "2024-05-16"


def parties(claims: list[Claim], kind: str, role: str) -> list[tuple[str, ...]]:
    return [dict(c.parties).get(role, ()) for c in of_kind(claims, kind)]


@pytest.mark.parametrize(
    ("thanks", "donor"),
    [
        ("I am grateful to Germany for the package in the amount of 2 billion euros.", "DE"),
        ("I am grateful to Germany for the package worth 2 billion euros.", "DE"),
        ("We are thankful to Norway for the package of 2 billion kroner.", "NO"),
        ("I thank Germany for the largest defence package, in the amount of 2.7 billion euros.", "DE"),
    ],
)
def test_those_to_whom_one_is_grateful_give(claims_of: ClaimsOf, thanks: str, donor: str) -> None:
    assert parties(claims_of(f"Zelensky said: “{thanks}”", published=DAY), "commitment", "donor") == [(donor,)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sweden will support Ukraine by providing 11 billion kronor for its defence.", "pledged"),
        ("Sweden supported Ukraine by giving it ten fighter jets.", "delivered"),
    ],
)
def test_the_means_are_as_firm_as_the_help(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert [c.status for c in of_kind(claims_of(text, published=DAY), "commitment")] == [status]


@pytest.mark.parametrize("greeting", ["Dear Ukrainians!", "Good health to you, fellow Ukrainians!", "I wish you health, dear Ukrainians!"])
def test_whoever_greets_the_nation_heads_it(claims_of: ClaimsOf, greeting: str) -> None:
    text = f"{greeting}\n\nI held a long day of meetings, and I am here, in Kyiv.\n\nI spoke with Polish Prime Minister Donald Tusk today."
    assert ("volodymyr-zelensky", "donald-tusk") in parties(claims_of(text, published=DAY), "meeting", "participant")


@pytest.mark.parametrize(
    "text",
    [
        "The United States announced its 31st drawdown of arms for Ukraine since August 2021, valued at $425 million.",
        "Norway announced its thirteenth package for Ukraine since March 2022, worth 500 million kroner.",
    ],
)
def test_a_row_counted_since_a_day_is_no_period(claims_of: ClaimsOf, text: str) -> None:
    gift = of_kind(claims_of(text, published=DAY), "commitment")[0]
    assert (gift.period, gift.date) == (None, DAY)


def test_what_was_given_since_a_day_has_a_period(claims_of: ClaimsOf) -> None:
    gift = of_kind(claims_of("Norway has given Ukraine 500 million kroner since March 2022.", published=DAY), "commitment")[0]
    assert str(gift.period).startswith("2022-03/")


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Kyiv will get more shells, a senior Ukrainian official said. Volodymyr Zelensky condemned an attack on Sumy.", "UA"),
        ("Kyiv will get more shells, according to a Ukrainian diplomat. President Volodymyr Zelensky condemned an attack on Sumy.", "UA"),
        ("Kyiv will get more shells, a senior Ukrainian official said. “They come,” Mykhailo Podolyak said.", "mykhailo-podolyak"),
    ],
)
def test_the_head_of_a_state_is_no_official_of_it(claims_of: ClaimsOf, text: str, teller: str) -> None:
    gift = of_kind(claims_of(text, published=DAY), "commitment")[0]
    assert tuple(gift.attributed_to) == (teller,)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("The Turkish foreign minister called for a ceasefire between Russia and Ukraine.", ("RU", "UA")),
        ("The Pope called for a truce between Ukraine and Russia.", ("UA", "RU")),
        ("The Turkish foreign minister called for an end to the war in Ukraine.", ()),
    ],
)
def test_a_truce_between_two_is_asked_of_both(claims_of: ClaimsOf, text: str, to: tuple[str, ...]) -> None:
    claims = claims_of(text, published=DAY)
    assert parties(claims, "proposal", "to") == [to]
    assert not of_kind(claims, "agreement")


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Berlin announced the delivery to Ukraine of six “Sea King” helicopters.", [("sea-king", 6)]),
        ("Germany gave Ukraine 20 “Marder” infantry fighting vehicles.", [("marder", 20)]),
        ("Germany gave Ukraine 20 Marder infantry fighting vehicles.", [("marder", 20)]),
    ],
)
def test_names_in_quotation_marks_are_counted(claims_of: ClaimsOf, text: str, goods: list[tuple[str, float]]) -> None:
    assert [(i.item, i.count) for c in of_kind(claims_of(text, published=DAY), "commitment") for i in c.items] == goods


def test_what_is_feared_is_no_attack(claims_of: ClaimsOf) -> None:
    text = "Kuleba pushed back against fears that the missiles would be used to attack Moscow."
    assert not of_kind(claims_of(text, published=DAY), "attack")


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        ("We applaud the 50 countries who have come together in solidarity with Ukraine, Biden said.", 0),
        ("Ministers of 50 countries came together in Ramstein to discuss aid for Ukraine.", 1),
    ],
)
def test_many_who_stand_together_do_not_meet(claims_of: ClaimsOf, text: str, meetings: int) -> None:
    assert len(of_kind(claims_of(text, published=DAY), "meeting")) == meetings


def test_a_message_is_of_those_who_issued_it(claims_of: ClaimsOf) -> None:
    text = (
        "Fifteen countries have created a coalition for Ukraine.\n\n"
        "This is stated in the message of the Ministry of Defense of Ukraine, Ukrinform reports.\n\n"
        "“This is the official start of the work, which will help all of our soldiers,” the message says."
    )
    assert parties(claims_of(text, published=DAY), "statement", "speaker") == [("Ukrainian-Ministry-of-Defence",)]


def test_the_leading_countries_lead(claims_of: ClaimsOf) -> None:
    text = "Spain and Italy are the leading countries in the air defence coalition for Ukraine."
    assert parties(claims_of(text, published=DAY), "initiative", "lead") == [("ES", "IT")]


def test_what_was_left_of_a_salvo_hits(claims_of: ClaimsOf) -> None:
    text = "Last night Russia launched 22 Shahed drones at Ukraine. Fifteen were shot down. The rest hit infrastructure in Odesa region."
    assert "Odesa region" in [c.place for c in of_kind(claims_of(text, published=DAY), "attack")]


def test_a_first_since_a_year_is_of_today(claims_of: ClaimsOf) -> None:
    gift = of_kind(claims_of("Sweden gave Ukraine anti-tank weapons for the first time since 1939.", published=DAY), "commitment")[0]
    assert (gift.date, gift.period) == (DAY, None)


def test_remarks_in_a_joint_statement_are_no_agreement(claims_of: ClaimsOf) -> None:
    text = "Remarks by President Biden and President Zelenskyy of Ukraine in Joint Statement\n\nWe talked about Ukraine."
    assert not of_kind(claims_of(text, published=DAY), "agreement")


def test_a_request_put_to_parliament_is_no_need(claims_of: ClaimsOf) -> None:
    text = "Congress has to pass my request for 33 billion dollars for Ukraine, Biden said."
    assert not of_kind(claims_of(text, published=DAY), "need")


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("It will include interceptors for Patriot systems, and artillery ammunition.", ["interceptor", "ammunition"]),
        ("It'll include interceptors for Patriot systems, and artillery ammunition.", ["interceptor", "ammunition"]),
        ("It includes a grace period.", []),
    ],
)
def test_it_includes_what_the_package_holds(claims_of: ClaimsOf, text: str, goods: list[str]) -> None:
    lead = "Washington will commit 6 billion dollars for Ukraine, Lloyd Austin said."
    claims = of_kind(claims_of(f"{lead}\n\n{text}", published=DAY), "commitment")
    assert [i.item for c in claims for i in c.items or ()] == goods
