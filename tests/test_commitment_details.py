"""Gifts told at length: which sum, goods, giver and receiver go together, over clauses and sentences."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf


def _told(claim: Claim) -> str:
    """A claim in a line: its status, giver > receiver, sum and counted goods."""
    parties = "+".join(claim.parties.get("donor", ())), "+".join(claim.parties.get("recipient", ()))
    amount = f" {claim.amount.value:.0f}{claim.amount.currency}" if claim.amount else ""
    goods = "".join(f" {item.item}" + (f"*{item.count:.0f}" if item.count else "") for item in claim.items)
    return f"{claim.status} {parties[0]}>{parties[1]}{amount}{goods}"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        # a package, and what a later sentence says it is worth and holds
        (
            ["allocated NO>UA 3200000000NOK howitzer*8 shells"],
            "Norway presented its ninth package of military aid for Ukraine on Monday. Worth 3.2 billion kroner ($300 million), it "
            "comprises eight howitzers and artillery shells.",
        ),
        (
            ["allocated US>UA 400000000USD stinger radar"],
            "The Pentagon announced a new package of arms for Ukraine. The weapons, valued at $400 million, include Stingers and radars.",
        ),
        (
            ["pledged US>UA 225000000USD"],
            "The Pentagon announced further security assistance to meet Ukraine's most pressing needs. This is the administration's "
            "fifth tranche of equipment to be drawn from stocks. The package, which has a value of $225 million, will provide Ukraine "
            "with more capabilities.",
        ),
        (
            ["allocated US>UA"],
            "The United States announced what officials say may be the last package of military aid to Ukraine this year.",
        ),
        # a sum raised to another, by how much
        (["pledged GB>UA 3000000000GBP"], "The UK will raise its funding for Ukraine to £3 billion, an increase of £500 million."),
        (
            ["pledged NO>UA 85000000000NOK"],
            "Norway will increase its support for Ukraine to 85 billion kroner, 50 billion more than parliament had approved.",
        ),
        # goods, and the sum of what is told behind them
        (
            ["delivered NO>UA 20000000EUR transformer", "delivered NO>UA generator*12"],
            "Norway has donated 12 generators to Ukraine and paid for the repair of transformers worth 20 million euros.",
        ),
        # makers, and whose own a purchase is
        (["contracted DE>UA marder*20"], "Berlin has commissioned Rheinmetall to supply a further 20 Marder fighting vehicles to Ukraine."),
        (["contracted NO>UA nasams*2"], "Kongsberg has been contracted by Norway to deliver two NASAMS batteries to Ukraine."),
        ([], "Ukraine is at war. Romania's air force will receive its first jets under a $6 billion deal with Lockheed."),
        # a freeze and what it covers
        (
            ["suspended US>UA", "suspended US>UA 2000000000USD weapons"],
            "Washington has halted military aid to Ukraine. The freeze affects more than $2 billion worth of arms already on order.",
        ),
        # receivers whose verb is left out
        (
            ["pledged >IL 10000000000USD", "pledged >TW 8000000000USD", "pledged >UA 60000000000USD"],
            "Under the request Israel will receive $10 billion, Taiwan $8 billion and Ukraine $60 billion.",
        ),
        # so many as were listed
        (
            ["pledged DE+NL+NO>UA patriot*2", "pledged DE+NL+NO>UA gepard"],
            "Germany, the Netherlands and Norway will send Ukraine two Patriot batteries. The three countries will also deliver Gepards.",
        ),
    ],
)
def test_what_goes_together(claims_of: ClaimsOf, told: list[str], text: str) -> None:
    assert sorted(_told(c) for c in claims_of(text, "2024-06-12", "commitment")) == sorted(told)
