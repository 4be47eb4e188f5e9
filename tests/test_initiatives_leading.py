"""Initiatives: who is known to lead a coalition, schemes told beside their name, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]
LEAD = "News from Kyiv\n\nUkraine and its partners met in Kyiv, the Ukrainian government said.\n\n"


@pytest.fixture
def initiatives(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(LEAD + text, "2025-06-15", "initiative")


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("The drone coalition goes on with its work.", {"GB", "LV"}),
        ("The Coalition of the Willing continues its work.", {"FR", "GB"}),
        ("Canada has joined the French initiative to put together a full radar system for Ukraine.", {"FR"}),
        ("They spoke of a force that Madrid and Rome want to lead in Ukraine.", {"ES", "IT"}),
        ("Sweden's so-called model, under which money goes straight to Ukrainian makers, has proved its worth.", {"SE"}),
        ("Sweden and Norway agreed on the joint procurement of ammunition for Ukraine.", {"SE", "NO"}),
        ("The EU extended the mandate of EUMAM Ukraine.", {"EU"}),
        ("Spain is to host a training centre for Ukrainian soldiers.", {"ES"}),
        ("The European Commission is drawing up plans for a drone alliance with Ukraine.", {"EU"}),
    ],
)
def test_who_leads(initiatives: Find, text: str, lead: set[str]) -> None:
    claims = initiatives(text)
    assert lead in [set(claim.parties["lead"]) for claim in claims], claims


def test_leaders_that_are_named_stand(initiatives: Find) -> None:
    (claim,) = initiatives("The drone coalition is led by Latvia alone.")
    assert claim.parties["lead"] == ("LV",)


def test_name_and_apposition_are_one_scheme(initiatives: Find) -> None:
    (claim,) = initiatives("Operation Interflex, the training programme that Britain leads, has been extended.")
    assert claim.parties["lead"] == ("GB",)


@pytest.mark.parametrize(
    "text",
    [
        "An IMF mission led by a veteran economist held talks in Kyiv.",
        "Ministers are to agree on a reparations loan in December.",
        "The Commission announced a growth plan for Moldova.",
        "Russian troops did not allow a humanitarian corridor to be organised.",
        "The minister thanked the allies for their help within the air force coalition.",
    ],
)
def test_no_scheme(initiatives: Find, text: str) -> None:
    assert initiatives(text) == []
