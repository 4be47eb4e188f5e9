"""What is asked is not told; who answers in a transcript; parties that share a name."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published
from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    "text",
    [
        "Is Ukraine running out of shells?",
        "Will Germany send more Patriot systems to Ukraine?",
        "“Has the Netherlands delivered the F-16s that Ukraine needs?” the reporter asked.",
        "Ukraine's allies met in Ramstein. Did Russia shell Kharkiv again, and has Poland signed the agreement with Ukraine?",
        "And the tanks that Spain delivered to Ukraine, do they work?",
    ],
)
def test_what_a_question_asks_is_not_told(claims_of: ClaimsOf, text: str) -> None:
    asked = [c for c in claims_of(text, "2024-08-29") if c.kind != "statement" and c.evidence[0].quote.rstrip("”").endswith("?")]
    assert {(c.kind, c.status) for c in asked} <= {("commitment", "delivered")}
    assert all("Spain" in c.evidence[0].quote for c in asked)


def test_what_a_question_takes_for_granted_is_told(claims_of: ClaimsOf) -> None:
    (found,) = claims_of("When will Ukraine get the ten launchers that Norway promised in July?", "2024-08-29", "commitment")
    assert found.status == "pledged"
    assert found.parties["donor"] == ("NO",)


def test_a_surname_with_a_title_is_who_answers_in_a_transcript() -> None:
    text = (
        "MS. ALDRIDGE: Good afternoon. Today we announced another $80 million package of weapons for Ukraine.\n\n"
        "Q: Thank you. Has the policy on long-range fires into Russia changed?\n\n"
        "MS. ALDRIDGE: It has not. Ukraine knows what we think about escalation, and so does Moscow.\n\n"
        "Q: Do you expect the Ukrainians to ask for more of these missiles?\n\n"
        "MS. ALDRIDGE: You would have to ask them, but Ukraine has always told us what it needs most of all.\n\n"
        "Q: Will the secretary go to Kyiv?\n\n"
        "MS. ALDRIDGE: Nothing to announce."
    )
    published = Published("2024-08-29", "given")
    document = Document(text=text, source="test", title="Deputy Spokesperson Holds a Press Briefing", published=published)
    speakers = {who for c in extract(document) if c.kind == "statement" for who in c.parties["speaker"]}
    assert speakers <= {"aldridge"}


@pytest.mark.parametrize(
    ("party", "ident"),
    [
        ("The Liberal Democrats", "Liberal-Democrats"),
        ("The Free Democrats", "FDP"),
        ("The Sweden Democrats", "Sweden-Democrats"),
        ("The Democrats", "Democratic-Party"),
    ],
)
def test_parties_that_share_a_name(claims_of: ClaimsOf, party: str, ident: str) -> None:
    (found,) = claims_of(f"{party} urged the government on Monday to send Ukraine more tanks.", "2024-08-29", "proposal")
    assert found.parties["by"] == (ident,)
