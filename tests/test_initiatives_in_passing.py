"""Schemes told in passing: plans that have drawn others in, foundings only spoken for, commands to come, how a scheme works."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf, of_kind

DAY = "2024-07-11"
#: Enough about the receiver for the rest to be read as meant for it.
ABOUT = "\n\nUkraine needs more help, and allies of Ukraine know it.\n\nKyiv asked for air defence."


@pytest.mark.parametrize(
    ("text", "status", "lead"),
    [
        ("Prague's plan to source artillery shells outside Europe has drawn in 15 nations.", "active", "CZ"),
        ("Prague's plan to source artillery shells outside Europe would cost a billion.", "proposed", "CZ"),
        ("Macron floated the creation of a European force to be deployed after a ceasefire.", "proposed", "FR"),
        ("Macron announced the creation of a European force to be deployed after a ceasefire.", "announced", "FR"),
        ("Denmark announced the start of a programme for Ukrainian engineers.", "announced", "DK"),
        ("A new command in Wiesbaden will coordinate aid and training, NATO said on Thursday.", "announced", "NATO"),
    ],
)
def test_the_status_of_a_scheme(claims_of: ClaimsOf, text: str, status: str, lead: str) -> None:
    schemes = of_kind(claims_of(text + ABOUT, published=DAY), "initiative")
    assert [(c.status, c.parties["lead"]) for c in schemes] == [(status, (lead,))]


@pytest.mark.parametrize(
    "text",
    ["Denmark announced the start of the year of Ukrainian culture.", "Macron announced the beginning of a new era for Ukraine."],
)
def test_the_start_of_a_year_is_no_scheme(claims_of: ClaimsOf, text: str) -> None:
    assert not of_kind(claims_of(text + ABOUT, published=DAY), "initiative")


def test_its_headquarters_are_no_scheme_of_their_own(claims_of: ClaimsOf) -> None:
    schemes = of_kind(claims_of("The Coalition of the Willing opened its headquarters in Paris." + ABOUT, published=DAY), "initiative")
    assert len(schemes) == 1


@pytest.mark.parametrize(
    ("text", "gifts"),
    [
        ("Japan has joined the PURL scheme through which allies supply weapons to Ukraine.", 0),
        ("Japan has joined the PURL scheme through which Norway supplies 20 missiles to Ukraine.", 1),
    ],
)
def test_how_a_scheme_works_is_no_gift(claims_of: ClaimsOf, text: str, gifts: int) -> None:
    assert len(of_kind(claims_of(text + ABOUT, published=DAY), "commitment")) == gifts


@pytest.mark.parametrize(
    "text",
    [
        "Two thirds of allies have contributed more than $4 billion to Ukraine.",
        "A number of partners have contributed more than $4 billion to Ukraine.",
        "Dozens of states have given Ukraine 4 billion dollars.",
        "A third of the member states have given Ukraine tanks.",
    ],
)
def test_some_of_many_give(claims_of: ClaimsOf, text: str) -> None:
    assert [c.parties["donor"] for c in of_kind(claims_of(text + ABOUT, published=DAY), "commitment")] == [("partners",)]


def test_who_prefers_the_money_of_others_gives_none(claims_of: ClaimsOf) -> None:
    text = "Paris has not joined, and prefers the EU's 150-billion-euro SAFE loans."
    donors = [c.parties.get("donor") for c in of_kind(claims_of(text + ABOUT, published=DAY), "commitment")]
    assert ("FR",) not in donors
