"""Sentences with the words of a gift that tell of none, and their neighbours that do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

Read = Callable[..., list[Claim]]
LEAD = """Germany promises Ukraine more air defence

Germany promised Ukraine more help with its air defence on Monday, Defence Minister Boris Pistorius said in Berlin.

The minister, who spoke to reporters, named neither a sum nor a day.

"""

NONE = """
The latest help for Ukraine came into place after a vote in Rome.
The strikes took out 27 transformers and a power line in Ukraine.
Three S-300 missiles landed on a market in Ukraine's east.
Washington gave Kyiv until Friday to answer.
The minister authorised a German frigate to sail close to the coast of Ukraine.
There was no agreement on sending German troops to Ukraine.
Ukraine must halve its rations unless donors come up with 90 million euros.
Ukraine's energy ministry is short of two billion euros to pay for gas.
Ukraine's budget will be 12 billion euros in the red this year.
We urge all who hold such systems in Germany to transfer them to Ukraine.
Berlin announced a new coalition for the supply of drones to Ukraine.
Eighteen states belong to the coalition that Latvia founded to supply Ukraine with drones.
The next tranche for Ukraine hinges on a law against graft.
It is the policy of the government in Berlin to give Ukraine weapons.
Norway's priority has been to arm Ukraine.
Soldiers in military fatigues were taking a break from their army service in Ukraine.
Washington diverted 20,000 rockets meant for Ukraine to its own troops.
Interceptors meant for Ukraine were redirected to the Middle East in June.
The delivery of the system took place near the border between Poland and Ukraine.
"""
SOME = """
suspended EU: Hungary has blocked EU aid worth 50 billion euros for Ukraine.
suspended US: American aid to Ukraine has stalled in Congress.
pledged US: The Pentagon will allocate the remaining USAI funds by December.
pledged US: Washington will divert 20,000 rockets meant for Israel to Ukraine.
allocated DE: Germany has announced 2 billion euros in aid for Ukraine, which will provide it with drones and shells.
committed World-Bank: The World Bank has approved a loan of $90 million, backed by Japan, for Ukraine.
delivered JP: Japan has disbursed $5 billion of the $7 billion it had promised Ukraine. | pledged JP
pledged FI: Finland will give 10 million euros to the International Fund for Ukraine, run by the British.
pledged DE: Germany will channel 40 million euros through a fund to Ukraine for drones and guns.
delivered partners: Last year Ukraine received 31 billion dollars from abroad.
pledged DE: Germany lent Ukraine 90 million euros in May; the rest will be disbursed in June. | delivered DE
committed US: In April Joe Biden signed the supplemental, which contains 7 billion dollars in budget aid for Ukraine.
pledged FI: Finland will contribute 5 million euros to the Ukraine Energy Support Fund.
delivered NO: Norway lent Ukraine 50 million euros and the World Bank 30 million. | delivered World-Bank
pledged NO: Norway will give Ukraine 20,000 shells and 50 million euros for drones. | pledged NO
delivered IMF: Payments to Ukraine under the IMF programme now add up to about $7 billion.
contracted DE: Germany gave Ukraine four IRIS-T systems. Another five are on order. | delivered DE
pledged NO: The president thanked Norway, which will finance one system for Ukraine.
pledged GB: Britain will build thousands of drones for Ukraine over the next year.
allocated CH: Switzerland granted Ukraine 100 million francs.
allocated SE: Sweden is chipping in 23 million euros for Ukraine.
"""


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_no_gift_is_told(claims_of: Read, text: str) -> None:
    found = claims_of(LEAD + text, "2025-03-12", "commitment")
    assert not [claim for claim in found if claim.evidence[0].start >= len(LEAD)]


@pytest.mark.parametrize("line", SOME.strip().splitlines())
def test_a_gift_is_told(claims_of: Read, line: str) -> None:
    expected, _, text = line.partition(": ")
    text, *more = text.split(" | ")
    found = [c for c in claims_of(LEAD + text, "2025-03-12", "commitment") if c.evidence[0].start >= len(LEAD)]
    assert sorted(f"{c.status} {c.parties['donor'][0]}" for c in found) == sorted([expected, *more])
    assert all(c.parties["recipient"] == ("UA",) for c in found)


LIST = """What the allies of Ukraine pledged

Here is what was put on the table for Ukraine in Brussels on Monday:

- {line}
"""
LINES = """
Germany: three IRIS-T systems, 900 shells and 40 million euros for drones. | pledged DE iris-t=3; pledged DE shells=900; pledged DE 40000000
Norway: 70 million dollars for Patriots; 300 drones delivered in May. | pledged NO 70000000; delivered NO drone=300
The Netherlands: 30 million euros for shells and 20 boats. | pledged NL 30000000; pledged NL ship=20
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_a_line_opens_with_its_giver(claims_of: Read, line: str) -> None:
    text, _, expected = line.partition(" | ")
    told = [
        f"{c.status} {c.parties['donor'][0]} {c.amount.value:.0f}"
        if c.amount
        else f"{c.status} {c.parties['donor'][0]} " + " ".join(f"{i.item}={i.count:.0f}" for i in c.items if i.count)
        for c in claims_of(LIST.format(line=text), "2025-06-02", "commitment")
        if text.partition(":")[0] in c.evidence[0].quote
    ]
    assert sorted(told) == sorted(expected.split("; "))


def test_granting_is_no_condition(claims_of: Read) -> None:
    found = claims_of(
        LEAD + "Even if the first German IRIS-T systems have arrived in Ukraine, it is too early to cheer.", "2025-03-12", "commitment"
    )
    assert "delivered" in {claim.status for claim in found}


@pytest.mark.parametrize(
    "text",
    [
        "Electricity was cut off for upwards of a million people in Ukraine on Thursday after an onslaught.",
        "Gas supplies to Ukraine were cut off after the strike.",
        "Viktor Orban repeated his promise never to send arms to Ukraine.",
    ],
)
def test_outages_and_promises_never_to_give(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert not claims_of(f"Allies of Ukraine\n\nUkraine fights on.\n\n{text}", "2024-05-01", "commitment")


def test_supplies_that_a_donor_suspends(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Allies of Ukraine\n\nUkraine fights on.\n\nThe US suspended supplies to Ukraine in July."
    assert [(c.status, c.parties["donor"]) for c in claims_of(text, "2024-08-01", "commitment")] == [("suspended", ("US",))]


def test_a_bidding_behind_a_colon_gives_nothing(claims_of: Callable[..., list[Claim]]) -> None:
    assert not claims_of("Kallas: give Kyiv long-range missiles\n\nUkraine fights on, its allies say.", "2024-05-01", "commitment")


@pytest.mark.parametrize(
    "text",
    [
        "If Germany had sent Ukraine 40 tanks in 2021, the war might have been shorter, Tusk said.",
        "Had Germany sent 40 tanks to Ukraine in 2021, the war would have been shorter, Tusk said.",
        "Ukraine would have received 40 jets from Norway if the Storting had not voted against it.",
        "Suppose the United States gave Ukraine 500 missiles: nothing would change, Tusk argued.",
    ],
)
def test_what_never_came_about_is_no_commitment(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, "2024-06-10", "commitment")
