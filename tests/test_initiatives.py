"""Initiatives: schemes of the pack by name, and those that a text founds or ascribes to somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def initiatives(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "initiative")


def test_named_scheme_has_its_lead_and_beneficiary(initiatives: Find) -> None:
    (claim,) = initiatives("The Czech ammunition initiative has bought shells for Ukraine.")
    assert claim.parties == {"lead": ("CZ",), "beneficiary": ("UA",)}
    assert claim.status == "active"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway launched an initiative to buy ammunition for Ukraine.", "active"),
        ("Norway will launch an initiative to buy ammunition for Ukraine.", "announced"),
        ("Norway proposes an initiative to buy ammunition for Ukraine.", "proposed"),
        ("An initiative to buy ammunition for Ukraine was proposed by Norway.", "proposed"),
    ],
)
def test_founding(initiatives: Find, text: str, status: str) -> None:
    (claim,) = initiatives(text)
    assert claim.parties["lead"] == ("NO",)
    assert claim.status == status


@pytest.mark.parametrize(
    "text",
    [
        "The Russian government launched a programme of its own.",
        "Ukraine plans to hold out.",
        "The power plant in Odesa has no system of reserve.",
    ],
)
def test_no_initiative(initiatives: Find, text: str) -> None:
    assert initiatives(text) == []


def test_mentions_of_one_scheme_are_one_claim(initiatives: Find) -> None:
    text = "The Czech ammunition initiative has bought shells for Ukraine. The Czech initiative was launched in May and sent 50,000 shells."
    (claim,) = initiatives(text)
    assert len(claim.evidence) == 2


@pytest.mark.parametrize(
    ("text", "status", "lead"),
    [
        ("The Czech Republic has been organising purchases of shells for Ukraine.", "active", "CZ"),
        ("NATO will take over the coordination of military aid to Ukraine.", "announced", "NATO"),
        ("Sweden is pooling the procurement of air defence systems for Ukraine.", "active", "SE"),
        ("Denmark has pioneered a model of paying for weapons made in Ukraine.", "active", "DK"),
        ("Estonia proposed a plan under which allies would pay for military aid to Ukraine.", "proposed", "EE"),
        ("A plan for military aid to Ukraine was put forward by Estonia.", "proposed", "EE"),
        ("Lithuania set up a framework to bring investors to Ukraine.", "active", "LT"),
        ("Norway and Poland created a contact group on demining in Ukraine.", "active", "NO"),
    ],
)
def test_wordings_of_schemes(initiatives: Find, text: str, status: str, lead: str) -> None:
    (claim,) = initiatives(text)
    assert claim.status == status
    assert lead in claim.parties["lead"]


@pytest.mark.parametrize(
    "text",
    [
        "The EU approved the framework for accession negotiations with Ukraine.",
        "Zelensky will present the plan on Thursday in Kyiv.",
        "The World Bank Group supports Ukraine.",
        "Norway organised a concert for Ukraine.",
        "Germany's 61st missile group opened fire on a drone over Ukraine.",
    ],
)
def test_no_scheme(initiatives: Find, text: str) -> None:
    assert initiatives(text) == []


@pytest.mark.parametrize(
    ("text", "status", "lead"),
    [
        ("The Netherlands and Denmark will lead an international effort to train Ukrainian pilots.", "announced|active", "NL"),
        ("Prague has found donors for its scheme to buy 800,000 artillery rounds for Ukraine.", "active", "CZ"),
        ("Slovenia has joined the Czech-led purchase of shells for Ukraine.", "active", "CZ"),
        ("Latvia has established a registry of the property that Ukrainians lost.", "active", "LV"),
        ("The United States announced the creation of a war crimes observatory for Ukraine.", "announced", "US"),
        ("NATO will stand up an innovation accelerator with Ukraine.", "announced", "NATO"),
        ("A fund for Ukraine under Lithuania's leadership was set up in May.", "active", "LT"),
        ("Belgium's finance ministry manages a fund for Ukraine.", "active", "BE"),
    ],
)
def test_schemes_of_any_name(initiatives: Find, text: str, status: str, lead: str) -> None:
    (claim,) = initiatives(text)
    assert claim.status in status.split("|")
    assert lead in claim.parties["lead"]


@pytest.mark.parametrize(
    "text",
    [
        "Poland created the conditions for talks with Ukraine.",
        "NATO or a coalition of allies should consider patrols over Ukraine.",
        "The allies should establish a common stockpile of arms for Ukraine.",
        "Russia launched a new wave of attacks on Ukraine.",
        "The alliance has agreed on new figures for Ukraine.",
        "NATO's support for Ukraine is founded on respect for the common purpose.",
        "Ukraine established control over the village.",
    ],
)
def test_nothing_founded(initiatives: Find, text: str) -> None:
    assert initiatives(text) == []


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Together with Norway, Britain leads the maritime capability coalition for Ukraine.", {"GB", "NO"}),
        ("The demining coalition of Lithuania and Iceland helps Ukraine.", {"LT", "IS"}),
        ("Britain leads the Joint Expeditionary Force, which will help Ukraine.", {"GB"}),
        ("The Ukraine Defense Contact Group was set up by the United States.", {"US"}),
        ("The Council of Europe and Ukraine agreed to set up a special tribunal.", {"Council-of-Europe", "UA"}),
        ("NATO decided to establish NSATU, a command that will plan the training of Ukrainians.", {"NATO"}),
        ("The money for Ukraine comes from a new fund at the World Bank.", {"World-Bank"}),
    ],
)
def test_all_who_lead(initiatives: Find, text: str, leads: set[str]) -> None:
    assert leads in [set(claim.parties["lead"]) for claim in initiatives(text)]


def test_a_command_that_plans_is_announced(initiatives: Find) -> None:
    (claim,) = initiatives("NATO decided to establish NSATU, a command that will plan the training of Ukrainians.")
    assert claim.status == "announced"


def test_a_scheme_named_before(initiatives: Find) -> None:
    text = "The EU pays Ukraine from the Ukraine Facility. The Facility entered into force on 1 March."
    assert any(claim.evidence[0].quote.startswith("The Facility") for claim in initiatives(text))


def test_a_scheme_by_its_own_name(initiatives: Find) -> None:
    text = "Ukraine asks for transformers. Aid for Ukraine is gathered through the VoltHelp platform, which informs donors in Ukraine."
    assert any("VoltHelp" in claim.evidence[0].quote for claim in initiatives(text))


@pytest.mark.parametrize(
    "text",
    [
        "Britain chaired the Ukraine Defense Contact Group on Friday.",
        "The United States will give Ukraine a new rocket system.",
        "Russia sent a new force to Kherson in Ukraine.",
    ],
)
def test_no_scheme_is_founded(initiatives: Find, text: str) -> None:
    assert initiatives(text) == []


def test_a_task_force_is_a_scheme(initiatives: Find) -> None:
    (claim,) = initiatives("The United States set up a task force to trace the property that was taken from Ukraine.")
    assert claim.parties["lead"] == ("US",)


def test_what_is_new_and_will_act_is_announced(initiatives: Find) -> None:
    (claim,) = initiatives("A new NATO mission will coordinate aid for Ukraine.")
    assert (claim.status, claim.parties["lead"]) == ("announced", ("NATO",))
