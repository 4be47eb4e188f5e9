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
        ("NATO will stand up an innovation accelerator with Ukraine, a programme for new drones.", "announced", "NATO"),
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
        "Ukraine has formed sufficient reserves.",
        "Moldova may initiate a substantial military defence with Ukraine.",
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


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Canada has led a training operation for Ukrainians since 2015.", "CA"),
        ("The European Commission has proposed GridAid, a plan to collect transformers for Ukraine.", "EU"),
    ],
)
def test_what_is_led_and_what_is_called_a_plan(initiatives: Find, text: str, lead: str) -> None:
    assert lead in {i for claim in initiatives(text) for i in claim.parties["lead"]}


def test_a_new_command_that_will_work_is_announced(initiatives: Find) -> None:
    (claim,) = initiatives("NATO meets today. A new command of NATO will direct the help for Ukraine.")
    assert claim.status == "announced"


@pytest.mark.parametrize(
    ("text", "lead", "status"),
    [
        ("Under a plan put forward by Belgium, Ukraine would get radars put together from parts.", {"BE"}, "proposed"),
        ("Under a scheme run by Denmark, donors pay Ukrainian workshops for mortars.", {"DK"}, "active"),
        ("Under a Swedish-led programme, Ukrainian sappers have been trained in Ostrava.", {"SE"}, "active"),
        ("Under a plan that Oslo has championed since May, Ukraine would draw on a common pool of shells.", {"NO"}, "proposed"),
        ("Kallas spoke of her country's initiative to buy radios for Ukraine.", {"EE"}, "active"),
        ("The scheme under which Germany swaps tanks with neighbours that arm Ukraine has been slow to start.", {"DE"}, "active"),
        ("Norway has floated a regional fund from which towns could draw for generators for Ukraine.", {"NO"}, "proposed"),
        ("Portugal announced a new coalition for the delivery of boats to Ukraine.", {"PT"}, "announced"),
        ("Spain and Ukraine signed an accord setting up a joint fund for bridges in Ukraine.", {"ES", "UA"}, "announced"),
    ],
)
def test_schemes_known_by_what_is_said_of_them(initiatives: Find, text: str, lead: set[str], status: str) -> None:
    assert (lead, status) in [(set(claim.parties["lead"]), claim.status) for claim in initiatives(text)]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Several coalitions help Ukraine. Portugal and Latvia are in charge of one that trains Ukrainian divers.", {"PT", "LV"}),
        ("Several funds help Ukraine. Iceland runs another, for prostheses, which Ukraine has praised.", {"IS"}),
        ("The minister named the coalitions that help Ukraine, such as one led by Finland and Greece.", {"FI", "GR"}),
    ],
)
def test_one_of_several_schemes(initiatives: Find, text: str, lead: set[str]) -> None:
    assert lead in [set(claim.parties["lead"]) for claim in initiatives(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Under a plan drawn up by Moscow, Ukraine would give up three regions.",
        "Macron spoke of a plan to visit Ukraine.",
        "Bans last for as long as North Korea's ballistic missile programs exist, Ukraine was told.",
        "The head of the institute's research centre said that Ukraine had received six billion euros.",
    ],
)
def test_plans_that_help_nobody(initiatives: Find, text: str) -> None:
    assert initiatives(text) == []


def test_she_is_the_woman_named_before(initiatives: Find) -> None:
    text = "Meloni spoke in Kyiv. Poland's Sikorski listened. She launched an initiative to buy shells for Ukraine."
    assert ("IT",) in [claim.parties["lead"] for claim in initiatives(text)]


def test_who_runs_what_stands_beside_the_scheme(initiatives: Find) -> None:
    found = initiatives("Under another scheme, Lightbridge, run by Canada, turbines are sent to Ukraine.")
    assert ("CA",) in [claim.parties["lead"] for claim in found]


@pytest.mark.parametrize(
    ("text", "lead", "status"),
    [
        ("A trust fund for bridges in Ukraine has been opened at the World Bank.", {"World-Bank"}, "active"),
        ("A new Harbour Repair Cell, to be led by Norway, will help Ukraine's ports.", {"NO"}, "announced"),
        ("The drone coalition, co-led by Latvia and Britain, gave Ukraine more drones.", {"LV", "GB"}, "active"),
        ("Operation Interflex, now extended until 2026, is led by Britain for Ukraine.", {"GB"}, "active"),
        ("Oslo hailed the new projects between NATO and Japan for Ukraine's cyber defence.", {"NATO", "JP"}, "active"),
        ("Iceland floated the idea of a fund for prostheses in Ukraine.", {"IS"}, "proposed"),
        ("Portugal wound up the task force that helped Ukraine trace stolen grain.", {"PT"}, "ended"),
        ("Chaired by Latvia since May, the coalition for drones meets in Kyiv.", {"LV"}, "active"),
        ("The planned NATO mission for Ukraine would have its seat in Rzeszow.", {"NATO"}, "announced"),
        ("Lisbon is to lead a new coalition that will supply Ukraine with boats.", {"PT"}, "announced"),
        ("NATO is setting up a mission to coordinate deliveries to Ukraine.", {"NATO"}, "announced"),
        ("Canada announced the launch of a second phase of Operation Unifier in Ukraine.", {"CA"}, "active"),
        ("The Brave1 cluster, set up by the Ukrainian government in 2023, has helped many firms.", {"UA"}, "active"),
        ("The training centre for Ukraine in Bydgoszcz, known as JATEC, opened its doors on Monday.", {"NATO"}, "active"),
    ],
)
def test_schemes_begun_thought_of_and_ended(initiatives: Find, text: str, lead: set[str], status: str) -> None:
    assert (lead, status) in [(set(claim.parties["lead"]), claim.status) for claim in initiatives(text)]


@pytest.mark.parametrize(
    ("text", "lead", "status"),
    [
        ("A fund that pays for shells for Ukraine is to be run by Norway.", {"NO"}, "active"),
        ("The fund for Ukraine's farms, which Iceland brought into being in May, has grown.", {"IS"}, "active"),
        ("A fund for Ukraine's railways was brought into being by Switzerland.", {"CH"}, "active"),
        ("The coalition of the willing, which France and Britain called into life, will help Ukraine.", {"FR", "GB"}, "active"),
        ("Oslo has put together a five-year support programme for Ukraine.", {"NO"}, "active"),
        ("Berlin has called on its partners to join a new initiative for the defence of Ukraine's ports.", {"DE"}, "announced"),
        ("The Danes will go on sending shells to Kyiv through the scheme they launched in May.", {"DK"}, "active"),
        ("The headquarters of a NATO mission for Ukraine will be set up in Bonn.", {"NATO"}, "announced"),
        ("Ukraine is helped by a coalition of forty countries brought together by U.S. leadership.", {"US"}, "active"),
        ("A strong international coalition in support of Ukraine has been formed.", {"partners"}, "active"),
        ("Ukraine trusts Oslo. Under its initiative for field hospitals Norway will send beds to Ukraine.", {"NO"}, "active"),
        ("The lending arm of the EU, the European Investment Bank, is to administer a new fund for Ukraine.", {"EIB"}, "announced"),
    ],
)
def test_schemes_called_into_being(initiatives: Find, text: str, lead: set[str], status: str) -> None:
    assert (lead, status) in [(set(claim.parties["lead"]), claim.status) for claim in initiatives(text)]


def test_whoever_leads_those_who_negotiate_leads_no_scheme(initiatives: Find) -> None:
    assert not initiatives("Olha Stefanishyna, who leads the Ukrainian team, spoke in Luxembourg.")


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Estonia and Luxembourg have taken charge of an IT coalition, to which ten countries have signed up for Ukraine.", {"EE", "LU"}),
        ("The alliance approved a mission that will coordinate the training of Ukrainian troops from a base in Wiesbaden.", {"NATO"}),
    ],
)
def test_who_is_in_charge_or_approves_what_will_coordinate(claims_of: Callable[..., list[Claim]], text: str, lead: set[str]) -> None:
    found = claims_of(f"Allies of Ukraine\n\nUkraine fights on.\n\n{text}", "2024-05-01", "initiative")
    assert [set(claim.parties["lead"]) for claim in found] == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. mediation team, led by Keith Kellogg, came to Kyiv.",
        "The G7 will continue to coordinate efforts to meet Ukraine's requirements.",
    ],
)
def test_efforts_and_go_betweens_are_no_schemes(initiatives: Find, text: str) -> None:
    assert not initiatives(text)


@pytest.mark.parametrize(
    ("text", "lead", "status"),
    [
        ("Arms maker Rheinmetall is to put up a factory for ammunition in Ukraine with a local partner.", ("Rheinmetall",), "announced"),
        ("BAE Systems will set up a plant in Ukraine to make guns.", ("BAE-Systems",), "announced"),
        ("The Turkish company Baykar has begun to build a drone plant near Kyiv.", ("Baykar",), "active"),
        ("Rheinmetall opened a workshop in western Ukraine where tanks are repaired.", ("Rheinmetall",), "active"),
        ("A plant for howitzer shells is being built in Ukraine by Rheinmetall.", ("Rheinmetall",), "active"),
        ("Saab could one day run an assembly line in Lviv.", ("Saab",), "proposed"),
    ],
)
def test_works_in_the_receivers_country(
    initiatives: Find, claims_of: Callable[..., list[Claim]], text: str, lead: tuple[str, ...], status: str
) -> None:
    lead_in = "News from Kyiv\n\nUkraine and its partners met in Kyiv.\n\n"
    assert [(c.parties["lead"], c.status) for c in initiatives(lead_in + text)] == [(lead, status)]
    assert claims_of(lead_in + text, "2024-05-15", "commitment") == []


@pytest.mark.parametrize(
    "text",
    [
        "Russia has built a drone factory with Iranian help to strike Ukraine.",
        "Ukraine opened a factory for drones in Lviv.",
        "Rheinmetall will not build a factory in Ukraine.",
        "Rheinmetall opened an office in Kyiv.",
        "Rheinmetall should build a plant in Ukraine, the minister said.",
    ],
)
def test_no_works_of_a_partner(initiatives: Find, text: str) -> None:
    assert initiatives("News from Kyiv\n\nUkraine and its partners met in Kyiv.\n\n" + text) == []


@pytest.mark.parametrize(
    ("text", "lead", "status"),
    [
        ("Sweden will launch, together with Norway and Finland, a fund to buy drones for Ukraine.", {"SE", "NO", "FI"}, "announced"),
        ("Jens Stoltenberg has proposed a five-year fund of €100bn for Ukraine.", {"NATO"}, "proposed"),
        ("Sweden is expanding a mechanism to finance Ukrainian arms makers.", {"SE"}, "active"),
        ("Sweden presented a register of the damage done to Ukraine.", {"SE"}, "announced"),
        ("Sweden is working on a programme to train Ukrainian pilots.", {"SE"}, "proposed"),
        ("We are launching a new programme to build drones for Ukraine, Keir Starmer said.", {"GB"}, "announced"),
    ],
)
def test_schemes_thought_of_stretched_and_shown(initiatives: Find, text: str, lead: set[str], status: str) -> None:
    assert (lead, status) in [(set(claim.parties["lead"]), claim.status) for claim in initiatives(text)]


@pytest.mark.parametrize(
    ("text", "lead", "status"),
    [
        ("The drone coalition, co-led with Latvia, will send drones to Ukraine, Britain said.", ("GB", "LV"), "active"),
        ("Sweden and Finland join forces in an initiative to supply Ukraine with radars.", ("SE", "FI"), "announced"),
        ("Belgium and Spain are building what they call an international jet coalition for Ukraine.", ("BE", "ES"), "announced"),
        ("The Danish-led push to buy cables for Ukraine has raised enough money.", ("DK",), "active"),
        ("The approach, which Oslo devised for Ukraine, lets donors pay the makers.", ("NO",), "active"),
        ("The POLLOGHUB logistics hub will go on working for Ukraine, Poland said.", ("PL",), "active"),
    ],
)
def test_who_stands_behind_a_scheme(initiatives: Find, text: str, lead: tuple[str, ...], status: str) -> None:
    claims = initiatives(text)
    assert (lead, status) in [(claim.parties["lead"], claim.status) for claim in claims], claims


def test_an_end_is_no_beginning(initiatives: Find) -> None:
    (claim,) = initiatives("Canada has extended Operation Unifier for Ukraine until 2029.")
    assert claim.date != "2029"


def test_a_scheme_said_to_be_prolonged_is_announced(initiatives: Find) -> None:
    (found,) = initiatives("Ukraine waits. Ministers announced in May that Operation Interflex would be prolonged until the end of 2025.")
    assert found.status == "announced"
