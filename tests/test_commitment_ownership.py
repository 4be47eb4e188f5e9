"""What states do for themselves is no gift; lists of goods are; the schemes that gifts belong to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]

LEAD = (
    "Ukrainian forces held their lines overnight, the general staff in Kyiv said. Nobody was hurt in the capital.\n\n"
    "The weather will stay cold for another week.\n\n"
)

OWN = """
The US will send two more F-35 squadrons to Britain, Biden said, citing Russia's war on Ukraine.
Alarmed by the war in Ukraine, Bulgaria has decided to buy eight more F-16 fighters for its own air force.
Germany has earmarked 100 billion euros for the modernisation of the Bundeswehr after Russia's invasion of Ukraine.
Twenty allies will spend more than two per cent of GDP on defence this year.
Ten allies will reach two per cent of GDP on defence this year, Stoltenberg said ahead of a meeting on Ukraine.
Lithuania plans to spend $500m on mines and fortifications along its border with Belarus.
The alliance's innovation fund will invest one billion euros in start-ups.
Spain is deploying six Eurofighters to Estonia in response to Russia's aggression against Ukraine.
Canada will double the number of its troops in Latvia and send 15 Leopard tanks to Riga for its brigade there.
Alarmed by the fighting in Ukraine, Finland has ordered 64 F-35 jets.
To replenish its own stocks, the Danish government will spend 3 billion kroner on shells.
"""

GIVEN = """
Portugal promised to supply Ukraine with a list of products made by its defence companies.
Portugal provided Ukraine with a range of demining equipment.
Portugal gave Ukraine a package of medical goods and generators.
Portugal will give Ukraine a mix of loans and grants.
Portugal handed Ukraine a batch of drones from its own stocks.
"""

WORDS = """
Portugal gave Ukraine a list of conditions.
Portugal provided Ukraine with a set of assurances.
"""

SCHEMES = [
    ("Czech-Ammunition-Initiative", "Portugal contributes 100 million euros to the Czech ammunition initiative."),
    ("Danish-Model", "Under the Danish model, Norway will fund howitzers worth 50 million euros for Ukraine."),
    ("PURL", "Sweden and Norway will jointly pay for a $500 million package for Ukraine under PURL."),
    ("Drone-Coalition", "Within the drone coalition, Italy will deliver 500 FPV drones to Ukraine."),
    ("European-Peace-Facility", "Ireland gave Ukraine 128 million euros by way of the European Peace Facility."),
    ("Ukraine-Facility", "The EU paid Ukraine 4 billion euros from the Ukraine Facility."),
    (
        "Ukraine-Defense-Contact-Group",
        "Within the Ukraine Defense Contact Group, Latvia will give Kyiv 42 vehicles.",
    ),
    (None, "Latvia will give Ukraine 42 armoured vehicles."),
]


@pytest.mark.parametrize("text", OWN.strip().splitlines())
def test_own_forces_and_budgets(claims_of: Read, text: str) -> None:
    assert not [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if "UA" in c.parties.get("recipient", ())]


@pytest.mark.parametrize("text", GIVEN.strip().splitlines())
def test_lists_of_goods(claims_of: Read, text: str) -> None:
    assert [c.parties["donor"] for c in claims_of(LEAD + text, "2024-05-15", "commitment")] == [("PT",)]


@pytest.mark.parametrize("text", WORDS.strip().splitlines())
def test_lists_of_words(claims_of: Read, text: str) -> None:
    assert not claims_of(LEAD + text, "2024-05-15", "commitment")


@pytest.mark.parametrize(("framework", "text"), SCHEMES)
def test_schemes(claims_of: Read, framework: str | None, text: str) -> None:
    assert [c.framework for c in claims_of(LEAD + text, "2024-05-15", "commitment")] == [framework]


STATUSES = """
suspended US: The United States has paused all shipments of arms to Ukraine, a Pentagon official confirmed.
allocated DE: Germany is giving Ukraine another Patriot battery, Berlin announced on Saturday.
allocated SE+DK: Sweden and Denmark put up $500 million for Ukraine's air defence.
considered US: House passes $61bn for Ukraine
committed EU: The 27 leaders approved a loan of 50 billion euros for Ukraine.
pledged G7: Ukraine counts on a promise of air defence systems given by the G7.
delivered DE: The last of the 18 Leopards that Germany had promised rolled into Ukraine.
allocated US: Washington's announcement of another $500m in weapons for Ukraine came late on Monday.
"""


@pytest.mark.parametrize("line", STATUSES.strip().splitlines())
def test_how_firm_and_who(claims_of: Read, line: str) -> None:
    head, text = line.split(": ", 1)
    status, donors = head.split(" ")
    found = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert (status, set(donors.split("+"))) in [(c.status, set(c.parties.get("donor", ()))) for c in found]
    assert "delivered" not in {c.status for c in found} - {status}


def test_the_first_of_several_is_not_their_number(claims_of: Read) -> None:
    text = "The Netherlands has transferred the first of the 24 F-16s to Ukraine."
    assert [i.count for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.status == "delivered" for i in c.items] == [None]


def test_what_goes_to_a_coalition_is_for_its_receiver(claims_of: Read) -> None:
    (claim,) = claims_of(LEAD + "Australia set aside 50 million dollars for the drone coalition.", "2024-05-15", "commitment")
    assert (claim.parties["recipient"], claim.framework) == (("UA",), "Drone-Coalition")


def test_forces_are_stationed_with_their_hosts(claims_of: Read) -> None:
    text = "Germany will station a brigade with 100 tanks in Lithuania in response to Russia's war against Ukraine."
    assert all(c.parties.get("recipient") == ("LT",) for c in claims_of(LEAD + text, "2024-05-15", "commitment"))
