"""Who gives where the clause does not say it, or says it somewhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]

LEAD = "Ukrainian forces held their lines overnight, the general staff in Kyiv said.\n\nNobody was hurt in the capital.\n\n"

#: "status givers: text", of the last gift told
GIVERS = """
suspended SK: Slovakia's Robert Fico, whose government halted arms deliveries to Ukraine in 2023, said he would not pay.
allocated G7: The scheme, agreed by the G7 in Italy last June, provides Kyiv with loans of $50 billion.
allocated SE: SEK 1 billion is set aside for makers in Ukraine under the Danish model, under which Copenhagen pays firms directly.
pledged DE: Ursula von der Leyen welcomed the decision of Germany to hand over a third Patriot system to Ukraine.
pledged DK: Mark Rutte praised Denmark's decision to transfer its howitzers to Ukraine.
allocated Ukraine-Defense-Contact-Group: They spoke of the 21 billion euros announced for Ukraine at the Contact Group in Brussels.
considered NO: Sweden sent Ukraine 400 million kroner last month, and Oslo, officials say, could come up with as much as 700 million.
allocated NL: Ministers pledged aid to Ukraine, with Berlin offering two systems and the Netherlands setting aside 300 million euros.
delivered DK: Denmark bought Ukraine 14 tanks that Rheinmetall is repairing. Of the 19 jets that it promised, six have arrived.
delivered partners: Norway, Denmark and Sweden announced packages of $500 million each for Ukraine. Four of the packages have reached Kyiv.
allocated AU: Australia announced a $50 million contribution to the fund for Ukraine administered by London.
pledged IMF: The IMF's managing director, Kristalina Georgieva, said that the next $900 million would be paid to Ukraine in March.
delivered DK+NO: Kyiv received 18 howitzers made by the Slovak firm Konstrukta and paid for by Denmark and Norway.
pledged IT: Mark Rutte welcomed the decision of Italy to send a second battery to Ukraine.
pledged DK: NATO praised Denmark's decision to donate its howitzers to Ukraine.
pledged BE: Kyiv hailed the move by Belgium to transfer 30 jets to Ukraine.
pledged NO: Stoltenberg recalled the pledge of the Norwegian government to give Ukraine 22 tanks.
suspended EU: Hungary is still blocking the next instalment of the European Peace Facility, worth 500 million euros, for Ukraine.
pledged partners: At a donors' conference in Berlin $3.3 billion has been raised for Ukraine.
pledged partners: The United Nations convened the conference in Geneva, at which 1.5 billion dollars were raised for Ukrainian refugees.
pledged NL+DK: The Netherlands, together with Denmark, is to fund 14 Leopard 2 tanks for Ukraine.
pledged partners: The West has pledged to help Ukraine, above all militarily.
allocated SE: Ukrainian crews are being taught to use Archer howitzers in Sweden.
delivered EU: Some 8,000 generators have reached Ukraine through the EU's Civil Protection Mechanism.
allocated DE: Berlin has set aside 400 million euros for the Czech shell plan for Ukraine.
delivered partners: Weapons for Ukraine have come from the Old Continent.
allocated EU: The EU announces 150 million euros of humanitarian aid for Ukraine, and for Moldova 25 million euros.
delivered partners: Czech officials counted 1.7 billion euros for Ukraine's shells, paid or promised by 15 donor countries.
"""


def test_each_sum_received_has_its_source(claims_of: Read) -> None:
    text = "Ukraine has attracted $9.6 billion since January, including 3 billion euros from the EU and C$2.5 billion from Canada."
    found = {(c.amount.value, c.status, c.parties["donor"]) for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.amount}
    assert found == {(9.6e9, "delivered", ("partners",)), (3e9, "delivered", ("EU",)), (2.5e9, "delivered", ("CA",))}


@pytest.mark.parametrize(
    "text", ["Five fire engines were donated to Ukraine by the city of Linz.", "Brukalice has sent five fire engines to Ukraine."]
)
def test_a_giver_that_nobody_knows_is_not_the_last_one(claims_of: Read, text: str) -> None:
    text = f"The Netherlands gave Ukraine 10 generators. {text}"
    (engines,) = [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if {i.count for i in c.items} == {5}]
    assert "NL" not in engines.parties.get("donor", ())


@pytest.mark.parametrize("line", GIVERS.strip().splitlines())
def test_whose_gift_it_is(claims_of: Read, line: str) -> None:
    head, text = line.split(": ", 1)
    status, givers = head.split(" ")
    found = [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.parties.get("recipient") == ("UA",)]
    assert (status, givers) in {(c.status, "+".join(c.parties["donor"])) for c in found}


def test_reluctance_is_no_promise(claims_of: Read) -> None:
    text = "Volodymyr Zelensky criticised Berlin's reluctance to supply Ukraine with Taurus missiles."
    assert {c.status for c in claims_of(LEAD + text, "2024-05-15", "commitment")} <= {"considered"}


def test_a_list_spells_out_its_package(claims_of: Read) -> None:
    text = (
        "Sweden presents a support package to Ukraine worth SEK 13 billion.\n\n"
        "A further SEK 500 million will be transferred to a trust fund for Ukraine.\n\nThe package includes:\n\n- 16 boats\n- 146 trucks\n"
    )
    found = claims_of(text, "2024-05-15", "commitment")
    (package,) = [c for c in found if c.amount and c.amount.value == 13e9]
    assert 146 in {i.count for i in package.items}
    assert {i.count for c in found if c is not package for i in c.items} == set()


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("Australia gave Ukraine $85 million of aid through the United Nations and the Red Cross.", {"UN", "ICRC"}),
        ("Norway gave Ukraine 1.5 billion crowns through the World Bank.", {"World-Bank"}),
        ("Denmark transferred 100 million euros to Ukraine via NATO.", {"NATO"}),
        ("Denmark sent Ukraine 100 tanks through Poland.", set()),
    ],
)
def test_what_a_gift_goes_through(claims_of: Read, text: str, through: set[str]) -> None:
    (claim,) = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert set(claim.parties.get("via", ())) == through


def test_a_list_that_a_line_opens_is_one_gift(claims_of: Read) -> None:
    text = "Britain will send Ukraine its largest donation of equipment.\n\nIt comprises:\n\n- 60 boats\n- 400 vehicles\n- 1,600 missiles\n"
    (gift,) = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert {i.count for i in gift.items} == {60, 400, 1600}


def test_units_of_machinery_are_no_forces(claims_of: Read) -> None:
    text = "Germany handed over 10 cogeneration units for the Kharkiv region."
    assert [i.count for c in claims_of(LEAD + text, "2024-05-15", "commitment") for i in c.items] == [10]


def test_its_budget_behind_the_receiver_is_the_receivers(claims_of: Read) -> None:
    text = "Not Washington but Europe is by now the largest donor to Ukraine, financing its budget and its army."
    assert {c.parties.get("recipient") for c in claims_of(LEAD + text, "2024-05-17", "commitment")} <= {("UA",)}
