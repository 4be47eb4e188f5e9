"""Whose words they are: bodies called for short before a spokesman, and those who are behind something without saying anything."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document, Published


def claims(text: str, kind: str) -> list[Claim]:
    document = Document(text=text, source="told", title="Europe and Ukraine", published=Published("2024-12-03", "given"))
    return [claim for claim in extract(document) if claim.kind == kind]


@pytest.mark.parametrize(
    "speaker",
    ["a Commission spokesperson", "one Commission official", "the Commission's chief spokesman"],
)
def test_a_short_name_before_a_spokesman_is_that_of_the_body(speaker: str) -> None:
    lead = "The European Commission has proposed a new loan for Ukraine."
    found = claims(f"{lead}\n\n“The second plan for Ukraine is on the table,” {speaker} said.", "statement")
    assert [claim.parties["speaker"] for claim in found] == [("European-Commission",)]


def test_a_commission_of_a_town_is_not_the_unions() -> None:
    lead = "The city of Lviv met Polish firms to discuss help for Ukraine."
    found = claims(f"{lead}\n\n“The second plan for Ukraine is on the table,” a building commission spokesman said.", "statement")
    assert all(claim.parties["speaker"] != ("European-Commission",) for claim in found)


@pytest.mark.parametrize("deed", ["the drone attack on Kharkiv", "the sabotage of a railway and arson attacks in Poland"])
def test_who_is_behind_an_attack_has_not_told_of_it(deed: str) -> None:
    found = claims(f"Ukraine and its allies met in Warsaw.\n\nMoscow is behind {deed}.", "attack")
    assert found
    assert {claim.status for claim in found} == {"reported"}
    assert not any(claim.attributed_to for claim in found)


def test_a_clause_on_what_one_speaks_of_dates_no_speech() -> None:
    text = "Dmytro Kuleba praised the package announced by Berlin in March, and stressed that Ukraine would go on defending itself."
    dates = {claim.date for claim in claims(text, "statement")}
    assert dates
    assert all(date is None or date.startswith("2024-12") for date in dates)


def test_the_government_is_that_of_the_headline() -> None:
    document = Document(
        text="The Government has today decided on a fifteenth package of military support to Ukraine, worth SEK 7.1 billion.",
        source="told",
        title="Sweden presents its largest package to Ukraine",
        published=Published("2024-02-20", "given"),
    )
    gifts = [claim for claim in extract(document) if claim.kind == "commitment"]
    assert gifts
    assert {claim.parties["donor"] for claim in gifts} == {("SE",)}


def test_the_presidents_office_is_that_of_the_president_just_named() -> None:
    text = (
        "US plan for Ukraine catches Europe off guard\n\nUS Army Secretary Dan Driscoll met President Volodymyr Zelensky in Kyiv. "
        "The president's office said it was “ready for honest work on the plan for Ukraine”."
    )
    speakers = {claim.parties["speaker"] for claim in claims(text, "statement")}
    assert speakers == {("Office-of-the-President",)}
