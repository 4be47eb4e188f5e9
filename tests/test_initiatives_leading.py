"""Initiatives: who is known to lead a coalition, schemes told beside their name, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document, Published

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
        ("Spain is to host a new training centre for Ukrainian soldiers near Toledo.", {"ES"}),
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


@pytest.mark.parametrize(
    ("text", "status", "lead"),
    [
        (
            "The ministers launched Green Grid, a format that brings together Norway, Denmark and Iceland to help Ukraine.",
            "active",
            {"NO", "DK", "IS"},
        ),
        ("A scheme under which eleven European states buy radars for Ukraine was wound up in May.", "ended", {"partners"}),
        ("Madrid joins Lisbon and Rome in a scheme to train Ukrainian medics.", "active", {"ES", "PT", "IT"}),
        ("The Steady Light programme, paid for by Sweden and Japan, has mended 20 substations in Ukraine.", "active", {"SE", "JP"}),
        ("The new tribunal for crimes in Ukraine is backed by 38 states.", "active", {"partners"}),
        ("Kyiv thanked Spain and Greece. They lead the shelter coalition for Ukraine, which Malta has joined.", "active", {"ES", "GR"}),
        ("Austria and Slovenia have teamed up to train Ukrainian sappers.", "active", {"AT", "SI"}),
        ("NATO's command for Ukraine, led by an American general, has moved to Wiesbaden.", "active", {"NATO"}),
        ("The relief fund, managed by the World Bank for Ukraine, was abandoned in March.", "ended", {"World-Bank"}),
        ("The Dutch Windbreak scheme, which ended in March, placed 40 Ukrainian pilots with airlines.", "ended", {"NL"}),
    ],
)
def test_those_who_stand_behind_a_scheme_that_names_no_leader(
    claims_of: Callable[..., list[Claim]], text: str, status: str, lead: set[str]
) -> None:
    (claim,) = claims_of(text, "2025-06-16", "initiative")
    assert (claim.status, set(claim.parties["lead"])) == (status, lead)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Latvia has pledged to open a school for Ukrainian drone pilots.", {"LV"}),
        ("The Bundeswehr and the Dutch army have for two years run a joint course for Ukrainian crews.", {"DE", "NL"}),
        ("USAID has implemented a seed programme that helps Ukrainian farmers.", {"US"}),
        ("Italy's Leonardo formed a joint company with Ukrainian Armor to make radars.", {"Leonardo"}),
        ("Poland agreed with Denmark to create a joint centre for Ukrainian amputees.", {"PL", "DK"}),
        ("Under Project Anvil, Belgian and Dutch firms repair lorries near Lviv for Ukraine.", {"BE", "NL"}),
    ],
)
def test_programmes_and_services_that_are_opened_or_run(claims_of: Callable[..., list[Claim]], text: str, lead: set[str]) -> None:
    (claim,) = claims_of(text, "2025-06-16", "initiative")
    assert set(claim.parties["lead"]) == lead


@pytest.mark.parametrize(
    "text",
    [
        "Poland opened its embassy in Kyiv again.",
        "Britain introduced border controls and Ukraine introduced a bill on mobilisation.",
        "France opened talks with Kyiv on a loan.",
        "Germany dropped the plan to send Ukraine tanks.",
        "Ukraine lacks money to run its own production lines.",
        "The charity runs social programmes in Israel and helps Ukraine.",
        "A fund of his own was what the former Ukrainian pilot wanted.",
    ],
)
def test_what_is_opened_run_or_dropped_and_is_no_scheme(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert claims_of(text, "2025-06-16", "initiative") == []


def test_a_scheme_is_dated_by_the_clause_that_founds_it(claims_of: Callable[..., list[Claim]]) -> None:
    (claim,) = claims_of(
        "There is also the mine coalition for Ukraine, which Lithuania founded with Iceland in 2023.", "2025-06-16", "initiative"
    )
    assert claim.date == "2023"


def test_a_fund_that_the_two_will_establish_is_of_those_who_agreed(claims_of: Callable[..., list[Claim]]) -> None:
    text = "The United States and Ukraine will sign an agreement on ores. The two countries will establish a joint investment fund."
    (claim,) = claims_of(text, "2025-02-26", "initiative")
    assert set(claim.parties["lead"]) == {"US", "UA"}


def test_the_department_is_the_one_that_publishes_the_text() -> None:
    text = "The Department has terminated the Clean Grid Ukraine initiative. Ukraine was told."
    document = Document(text=text, source="test", publisher="U.S. Department of Energy", published=Published("2025-04-17", "given"))
    (claim,) = [c for c in extract(document) if c.kind == "initiative"]
    assert (claim.status, claim.parties["lead"]) == ("ended", ("US",))
