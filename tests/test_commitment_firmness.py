"""How firm a gift is that a noun or sum names: the verb around it, the paper it stands in, the decision still to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]

LEAD = "Ukrainian forces held their lines overnight, the general staff in Kyiv said.\n\nNobody was hurt in the capital.\n\n"

#: "status giver: text"
FIRMNESS = """
delivered US: Washington is by far the largest supporter, having supplied weapons valued at $45 billion to Ukraine.
delivered US: Officials point to the $12 million in transformers that the United States delivered to Ukraine last month.
delivered DE: Berlin has so far given more than €8bn (£6.8bn) in military assistance to Ukraine.
considered IMF: The board of the IMF will decide in June on a tranche of $600 million for Ukraine.
considered EU: The EU's leaders stopped short of endorsing a loan of 140 billion euros for Ukraine.
considered US: Congress has not passed the $60 billion package for Ukraine.
considered US: The Senate bill contains $60 billion for Ukraine.
considered US: The supplemental request, which includes $61 billion for Ukraine, has been before Congress since October.
considered DE: Germany's draft budget for 2025 sets aside 4 billion euros for Ukraine.
considered EU: The European Commission has proposed lending Ukraine 140 billion euros.
considered EU: Brussels is working on a plan to lend Ukraine up to 140 billion euros.
considered SE: Sweden has put off a decision on sending Gripen fighters to Ukraine.
committed AU: In October the Australian government agreed to give 49 Abrams tanks to Ukraine.
delivered GB: Britain was the first country to provide Ukraine with modern main battle tanks.
delivered PL: Poland was the only ally to hand over MiG-29 fighters to Ukraine.
committed US: Congress appropriated $61 billion for Ukraine in April.
considered DE: Germany's government failed to agree on a further three billion euros for Ukraine.
allocated PL: A credit line worth 120 million euros for Ukraine was opened by Poland in February.
allocated EE: Howitzer shells worth 10 million euros have left Estonian depots for Ukraine.
pledged EU: The European Union promised to cover Ukraine's financial needs for the next two years.
pledged EE: Estonia has pledged to spend 0.25 percent of its output on Ukraine's defence in each of the next four years.
pledged LV: Latvia's contribution to Ukraine this year is to amount to at least 20 million euros.
"""

#: "status givers: text", where a participle says whose the goods are and the verb what becomes of them
ON_THE_WAY = """
pledged DK+NL+NO: F-16 jets donated by the Danes, the Dutch and the Norwegians are expected in Ukraine this summer.
allocated CA: A NASAMS battery paid for by Canada in January is at last on its way to Ukraine, the Canadian defence minister said.
delivered RO: The Patriot system pledged by Romania in June has reached Ukraine.
pledged PL: The tanks promised by Poland have still not arrived in Ukraine.
"""


def single(claims_of: Read, text: str) -> Claim:
    (claim,) = [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.parties.get("recipient") == ("UA",)]
    return claim


@pytest.mark.parametrize("line", (FIRMNESS + ON_THE_WAY.strip()).strip().splitlines())
def test_the_words_around_say_how_firm_it_is(claims_of: Read, line: str) -> None:
    head, text = line.split(": ", 1)
    status, givers = head.split(" ")
    claim = single(claims_of, text)
    assert (claim.status, "+".join(sorted(claim.parties["donor"]))) == (status, givers)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said that no decision had been taken to halt American deliveries to Ukraine.",
        "The allies failed to agree on new aid for Ukraine.",
        "The ministers failed to agree on a list of names.",
    ],
)
def test_nothing_is_decided(claims_of: Read, text: str) -> None:
    assert not [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.status in ("suspended", "committed", "considered")]


def test_the_antecedent_is_what_is_sent(claims_of: Read) -> None:
    claim = single(claims_of, "The 31 Abrams tanks that the United States sent Ukraine last year are at the front.")
    assert [(i.item, i.count) for i in claim.items] == [("abrams", 31)]


def test_who_passes_a_gift_on_receives_nothing(claims_of: Read) -> None:
    text = "Norway has provided another 1.5 billion crowns for gas via the European Bank for Reconstruction and Development."
    assert "EBRD" not in {who for c in claims_of(LEAD + text, "2024-05-15", "commitment") for who in c.parties["recipient"]}
