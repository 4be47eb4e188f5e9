"""Sentences with the words of a gift that tell of none, and their neighbours that do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]
LEAD = """Germany promises Ukraine more air defence

Germany promised Ukraine more help with its air defence on Monday, Defence Minister Boris Pistorius said in Berlin.

The minister, who spoke to reporters, named neither a sum nor a day.

"""

NONE = """
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
"""
SOME = """
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
    status, donor = expected.split()
    found = [c for c in claims_of(LEAD + text, "2025-03-12", "commitment") if c.evidence[0].start >= len(LEAD)]
    assert [(c.status, c.parties["donor"]) for c in found] == [(status, (donor,))]
