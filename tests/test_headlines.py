"""Headlines: what is to come in the infinitive, passives without their auxiliary, clauses side by side, two titles before one name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]
DAY = "2024-05-01"  # a Wednesday
BODY = "\n\nKYIV (Reuters) - Ukraine has been fighting for two years, and its allies have stood by it. Much has been said about the war."


@pytest.mark.parametrize(
    ("line", "kind", "status", "date"),
    [
        ("Rutte to visit Kyiv on Friday", "meeting", "planned", "2024-05-03"),
        ("Poland's Tusk to host Zelensky in Warsaw", "meeting", "planned", None),
        ("EU leaders to discuss Ukraine loan at Thursday summit", "meeting", "planned", "2024-05-02"),
        ("Ukraine, Japan to sign security agreement at G7", "agreement", "proposed", None),
        ("US to announce $400m aid package for Ukraine, officials say", "commitment", "pledged", DAY),
        ("Rutte meets Zelensky in Kyiv, promises more ammunition", "meeting", "held", DAY),
        ("Umerov named Ukraine's defence minister", "tenure", "takes_office", DAY),
        ("Sybiha confirmed as foreign minister", "tenure", "takes_office", DAY),
    ],
)
def test_what_a_headline_tells(claims_of: Read, line: str, kind: str, status: str, date: str | None) -> None:
    assert [(c.status, c.date) for c in claims_of(line + BODY, DAY, kind)] == [(status, date)]


@pytest.mark.parametrize(
    ("line", "donor"),
    [("Ukraine promised 24 F-16s by Netherlands", "NL"), ("Ukraine offered 14 Leopards by Poland", "PL")],
)
def test_who_gives_in_a_clipped_passive(claims_of: Read, line: str, donor: str) -> None:
    assert [(c.status, c.parties["donor"]) for c in claims_of(line + BODY, DAY, "commitment")] == [("pledged", (donor,))]


def test_all_who_are_to_meet(claims_of: Read) -> None:
    (claim,) = claims_of("Scholz, Macron to meet Zelensky in Paris" + BODY, DAY, "meeting")
    assert set(claim.parties["participant"]) == {"olaf-scholz", "emmanuel-macron", "volodymyr-zelensky"}


def test_who_urges_in_the_second_clause(claims_of: Read) -> None:
    (claim,) = claims_of("Stubb meets Zelensky, urges Trump to act" + BODY, DAY, "proposal")
    assert (claim.parties["by"], claim.parties["to"]) == (("alexander-stubb",), ("donald-trump",))


@pytest.mark.parametrize("line", ["Poland's Tusk: no troops to Ukraine", "Scholz: No Taurus for Ukraine"])
def test_what_is_refused_is_not_given(claims_of: Read, line: str) -> None:
    assert not claims_of(line + BODY, DAY, "commitment")


def test_the_largest_yet_is_approved(claims_of: Read) -> None:
    assert not claims_of("Sweden approves largest aid package yet for Ukraine" + BODY, DAY, "condition")


@pytest.mark.parametrize(
    "text",
    [
        "GOP presidential candidate and former Vice President Mike Pence met with Zelensky in Kyiv.",
        "Foreign minister and deputy premier Radosław Sikorski met with Zelensky in Kyiv.",
    ],
)
def test_two_titles_are_of_one(claims_of: Read, text: str) -> None:
    (claim,) = claims_of("Visitors" + BODY + "\n\n" + text, DAY, "meeting")
    assert len(claim.parties["participant"]) == 2
    assert "volodymyr-zelensky" in claim.parties["participant"]


def test_what_threatens_peace_is_not_said(claims_of: Read) -> None:
    text = "Zelensky spoke in Oslo. Russia breaks its word, threatens the peace of the continent and burns harvests."
    assert all("RU" not in c.parties["speaker"] for c in claims_of("War" + BODY + "\n\n" + text, DAY, "statement"))
