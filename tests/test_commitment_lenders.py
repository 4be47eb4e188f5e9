"""Whose money it is: banks that lend, coalitions and their members, assets that nobody gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]

LEAD = (
    "Ukrainian forces held their lines overnight, the general staff in Kyiv said.\n\nNobody was hurt in the capital. The mayor of Kyiv "
    "spoke of a quiet night.\n\nIn Lviv schools opened again on Monday.\n\n"
)

#: "status giver sum in millions: text", of the last gift told
GIVERS = """
delivered EBRD 300: Earlier, Naftogaz attracted a credit facility of EUR 300 million from the EBRD for the purchase of gas for Ukraine.
delivered EIB 120: Ukrenergo has attracted a loan of EUR 120 million from the EIB.
committed EBRD 270: Naftogaz of Ukraine has signed an agreement attracting EUR 270 million in loan funds from the EBRD.
allocated IMF 2700: The IMF mission began talks with Ukraine. The first tranche of USD 2.7 billion was allocated in early April.
allocated Drone-Coalition 180: The Drone Coalition met in Riga. Coalition member countries have made a contribution of 180 million euros to Ukraine.
delivered Drone-Coalition 1800: Since the Drone Coalition was set up, its member states have given Ukraine 1.8 billion euros.
pledged partners 40: Three EU member states will give Ukraine 40 million euros.
pledged EU 40: The EU member states will give Ukraine 40 million euros.
pledged Ukraine-Humanitarian-Fund 20: The Ukraine Humanitarian Fund will release 20 million dollars for Ukraine.
considered IMF 1100: The IMF board will make a decision regarding the allocation of a tranche of $1.1 billion to Ukraine.
committed EU 3000: The EU decided on a loan of 3 billion euros for Ukraine.
pledged NO 43: Denmark and Norway are set to give Ukraine €178 million, with Denmark committing €135 million and Norway adding €43 million.
allocated SE 20: This includes €125 million from Denmark and €20 million from Sweden for Ukraine.
pledged HR 0.5: Croatia will help Ukraine with 500.000 euros.
allocated LT 1000: In total, Lithuania has allocated more than EUR one billion to support Ukraine.
pledged JP 40: Japan's portion, EUR 40 million, will be disbursed to Ukraine in May.
"""  # noqa: E501


@pytest.mark.parametrize("line", GIVERS.strip().splitlines())
def test_whose_money_it_is(claims_of: Read, line: str) -> None:
    head, _, text = line.partition(": ")
    status, giver, millions = head.split()
    found = [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.amount and c.amount.value == float(millions) * 1e6]
    assert [(c.status, c.parties.get("donor")) for c in found] == [(status, (giver,))]


@pytest.mark.parametrize(
    "text",
    [
        "The EU froze Russian assets after the invasion of Ukraine, with €185 billion held by Euroclear.",
        "Some 185 billion euros is held in Brussels, Ukraine says.",
        "Brussels wants to use the 210 billion euros in frozen assets, Ukraine says.",
        "The EU supports the indefinite freeze of Russian assets, Ukraine says.",
        "The German air force has taken delivery of the first of six IRIS-T systems, unlike Ukraine.",
        "The United States continues to rally the world to support Ukraine.",
        "Hungary's veto, Ukraine says, has caused a backlog of 6.5 billion euros.",
        "London revealed a new package of sanctions against 201 vessels, Ukraine says.",
        "The Danes lead an initiative to spend aid on arms made in Ukraine.",
        "The minister will inform his counterpart about the latest package for Ukraine.",
    ],
)
def test_what_is_held_or_backed_is_no_gift(claims_of: Read, text: str) -> None:
    assert claims_of(LEAD + text, "2024-05-15", "commitment") == []


def test_profits_of_assets_are_given(claims_of: Read) -> None:
    (found,) = claims_of(LEAD + "The EU gave Ukraine 1.5 billion euros in profits from the frozen assets.", "2024-05-15", "commitment")
    assert (found.status, found.parties["donor"]) == ("delivered", ("EU",))


def test_the_nation_of_a_newspaper_gives_nothing(claims_of: Read) -> None:
    text = "The Italian newspaper Corriere della Sera reported that the first shipments of shells for Ukraine are expected in April."
    assert all("IT" not in c.parties.get("donor", ()) for c in claims_of(LEAD + text, "2024-02-15", "commitment"))


def test_what_is_known_is_not_said_by_whom_it_is_about(claims_of: Read) -> None:
    (found,) = claims_of("As previously reported, Norway will give Ukraine 20 tanks.", "2024-05-15", "commitment")
    assert found.attributed_to == ()


def test_what_another_is_to_do_in_return_is_still_to_come(claims_of: Read) -> None:
    text = "Germany will give Greece vehicles so that the government in Athens delivers its tanks to Ukraine."
    assert ("GR", "pledged") in [(c.parties["donor"][0], c.status) for c in claims_of(text, "2022-05-15", "commitment")]


def test_goods_that_somebody_paid_for_are_handed_over_once(claims_of: Read) -> None:
    (found,) = claims_of("The jets donated by Denmark were delivered to Ukraine on Monday.", "2024-05-15", "commitment")
    assert (found.status, found.parties["donor"]) == ("delivered", ("DK",))


@pytest.mark.parametrize(
    "text",
    [
        "The bill would give Ukraine $60 billion in American aid.",
        "As written, the bill would allot Ukraine $60 billion in American aid.",
        "Kyiv spoke of the potential disbursement of an American tranche of $60 billion to Ukraine.",
    ],
)
def test_what_a_bill_or_a_possible_payment_would_bring_is_considered(claims_of: Read, text: str) -> None:
    assert [c.status for c in claims_of(LEAD + text, "2024-02-15", "commitment")] == ["considered"]


def test_what_goods_are_worth_is_told_of_them(claims_of: Read) -> None:
    text = "Australia is giving 49 Abrams tanks to Ukraine. The latest Australian package is worth A$245 million."
    (found,) = claims_of(LEAD + text, "2024-10-16", "commitment")
    assert (found.amount and found.amount.value, [(i.item, i.count) for i in found.items]) == (245e6, [("abrams", 49)])


def test_units_of_something_are_not_those_spoken_of_before(claims_of: Read) -> None:
    text = "Australia refused to send helicopters to Ukraine. Canberra will now give Ukraine 49 units of heavy battlefield armour."
    assert all(i.item != "helicopter" for c in claims_of(LEAD + text, "2024-10-16", "commitment") for i in c.items)


def test_why_help_matters_is_no_gift(claims_of: Read) -> None:
    text = "Why is the help of the Nordic countries so important for Ukraine\n\nThe foreign ministry in Kyiv spoke of it on Monday."
    assert claims_of(text, "2024-04-12", "commitment") == []
