"""Who tells a claim where the next paragraph says so, quotations set apart, labels of headlines, schemes and papers come back to."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf, of_kind

DAY = "2024-05-14"
TANKS = "Poland will hand over ten more tanks to Ukraine."


def parties(claims: list[Claim], kind: str, role: str) -> list[tuple[str, ...]]:
    return [dict(c.parties).get(role, ()) for c in of_kind(claims, kind)]


def tellers(claims: list[Claim]) -> list[tuple[str, ...]]:
    return [tuple(c.attributed_to) for c in of_kind(claims, "commitment")]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("President Andrzej Duda said this in a video address.", "andrzej-duda"),
        ("President Andrzej Duda said this in Warsaw on Monday, PAP reports.", "andrzej-duda"),
        ("President Andrzej Duda wrote about this on X.", "andrzej-duda"),
        ("This was stated by President Andrzej Duda at a briefing in Warsaw, the agency reports.", "andrzej-duda"),
        ("As Ukrinform reports, this was announced by President Andrzej Duda.", "andrzej-duda"),
        ("The relevant statement was made by President Andrzej Duda.", "andrzej-duda"),
        ("That's according to President Andrzej Duda.", "andrzej-duda"),
        ("This is stated in a release of the Polish Defence Ministry, Ukrinform reports.", "Polish-Ministry-of-Defence"),
        ("This was reported by the press service of the Polish Ministry of National Defence.", "Polish-Ministry-of-Defence"),
        ("The Polish Defence Ministry reported this on Facebook.", "Polish-Ministry-of-Defence"),
    ],
)
def test_a_paragraph_is_told_by_whom_the_next_one_names(claims_of: ClaimsOf, told: str, who: str) -> None:
    claims = claims_of(f"{TANKS}\n\n{told}", published=DAY)
    assert tellers(claims) == [(who,)]
    assert not of_kind(claims, "statement")


@pytest.mark.parametrize(
    "told",
    [
        "President Andrzej Duda said it would be a hard winter.",
        "Germany's chancellor Olaf Scholz announced that talks would go on.",
        "This week President Andrzej Duda said the harvest was poor.",
        "Those who fight know that, Olaf Scholz said.",
    ],
)
def test_what_the_next_paragraph_tells_besides_is_no_credit(claims_of: ClaimsOf, told: str) -> None:
    assert tellers(claims_of(f"{TANKS}\n\n{told}", published=DAY)) == [()]


def test_a_quotation_set_apart_is_whose_it_is_further_down(claims_of: ClaimsOf) -> None:
    text = (
        "Ukraine's prime minister met his Belgian counterpart in Kyiv.\n\n"
        "“We must keep our heads cool while we help our friends”\n\n"
        "Belgian prime minister Alexander De Croo spoke of the winter ahead.\n\n"
        "Kyiv can count on Belgium, De Croo said, but “we must keep our heads cool while we help our friends, and tell the truth”."
    )
    claims = of_kind(claims_of(text, published="2023-07-11"), "statement")
    quoted = [c for c in claims if c.status == "quoted"]
    assert [dict(c.parties)["speaker"] for c in quoted] == [("alexander-de-croo",)]
    assert len(quoted[0].evidence) == 2


def test_words_that_nobody_repeats_stay_with_the_last_speaker(claims_of: ClaimsOf) -> None:
    text = (
        "Alexander De Croo spoke of Ukraine. “It is a hard winter for all of us,” he said.\n\n"
        "“We must keep our heads cool while we help our friends.”"
    )
    speakers = parties(claims_of(text, published="2023-07-11"), "statement", "speaker")
    assert set(speakers) == {("alexander-de-croo",)}


@pytest.mark.parametrize("label", ["NATO SUMMIT", "Vilnius Summit", "UKRAINE WAR", "Berlin talks", "Peace deal"])
def test_what_a_headline_is_about_says_nothing(claims_of: ClaimsOf, label: str) -> None:
    claims = claims_of(f"{label}: Ukraine ‘will get more help this year’\n\nGermany will deliver two systems to Ukraine.", published=DAY)
    assert not of_kind(claims, "statement")


def test_whoever_a_headline_names_says_it(claims_of: ClaimsOf) -> None:
    text = "Scholz: ‘We will help Ukraine this year and next’\n\nGermany will deliver two systems to Ukraine."
    assert parties(claims_of(text, published=DAY), "statement", "speaker") == [("olaf-scholz",)]


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("Latvia and Britain lead the drone coalition for Ukraine. Italy and Turkey have joined the coalition.", [("LV", "GB")]),
        ("Denmark has launched an initiative to buy weapons from Ukrainian industry. Canada joined the initiative on Monday.", [("DK",)]),
        ("A coalition of drones was created by Ukraine and Latvia. Later, Sweden joined the coalition.", [("UA", "LV")]),
        ("The Netherlands, Germany and Estonia have joined the coalition to supply Ukraine with drones.", [("partners",)]),
        ("Kyiv and Copenhagen started “Build with Ukraine”, a programme to produce Ukrainian weapons abroad.", [("UA", "DK")]),
    ],
)
def test_a_scheme_that_is_come_back_to_is_the_same(claims_of: ClaimsOf, text: str, leaders: list[tuple[str, ...]]) -> None:
    assert parties(claims_of(text, published=DAY), "initiative", "lead") == leaders


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        ("Spain, Lithuania and Germany have signed letters of intent to join the drone coalition for Ukraine.", {"ES", "LT", "DE"}),
        ("Britain has signed a declaration of intent to join the IT coalition for Ukraine.", {"GB"}),
        ("Norway and Sweden have each signed an agreement to join the demining coalition for Ukraine.", {"NO", "SE"}),
    ],
)
def test_a_paper_by_which_several_join_is_one(claims_of: ClaimsOf, text: str, signers: set[str]) -> None:
    assert [set(p) for p in parties(claims_of(text, published=DAY), "agreement", "party")] == [signers]


def test_agreements_with_the_country_stay_apart(claims_of: ClaimsOf) -> None:
    text = "Germany and France signed security agreements with Ukraine on Monday."
    assert sorted(parties(claims_of(text, published=DAY), "agreement", "party")) == [("DE", "UA"), ("FR", "UA")]


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("Estonia leads the IT Coalition for Ukraine. The group has met, and contributions total 30 million euros.", "partners"),
        ("Estonia leads the IT Coalition for Ukraine. Its members have contributed 30 million euros so far.", "partners"),
        ("There are now 20 states in the drone coalition for Ukraine. All of them have pledged 2 billion euros this year.", "partners"),
        ("Britain runs a fund for Ukraine. Pledges to the fund now stand at 900 million pounds.", "partners"),
        ("Estonia leads the IT Coalition for Ukraine. Tallinn has given 30 million euros so far.", "EE"),
        ("Estonia leads the IT Coalition for Ukraine. Its contributions total 30 million euros.", "EE"),
    ],
)
def test_those_of_a_group_give_together(claims_of: ClaimsOf, text: str, donor: str) -> None:
    claims = [c for c in of_kind(claims_of(text, published=DAY), "commitment") if c.amount is not None]
    assert [dict(c.parties)["donor"] for c in claims] == [(donor,)]
