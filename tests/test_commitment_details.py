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
            "The Pentagon announced a new package of aid for Ukraine. The weapons, valued at $400 million, include Stingers and radars.",
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
        (["pledged DE>UA 4000000000EUR"], "Germany plans to halve its aid to Ukraine next year to 4 billion euros from around 8 billion."),
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
        # counts of the whole and of a part, and figures in names
        (
            ["delivered NATO>UA air_defence_system*1", "pledged NATO>UA air_defence_system*4"],
            "Ukraine waits. Of the four air defence systems promised at the NATO summit, one had arrived by June, and the first F-16s – "
            "six of a promised 79 – flew without pods.",
        ),
        (
            ["pledged CZ>UA shells*90000"],
            "Under the Czech initiative, the first 90,000 of half a million shells will reach Ukraine in July.",
        ),
        (
            ["delivered SE>UA awacs*2", "pledged SE>UA 75000000000SEK"],
            "Sweden earlier transferred two ASC 890 early warning aircraft to Ukraine and undertook to provide SEK 75 billion by 2026.",
        ),
        (["delivered DE>UA patriot*3"], "Germany has handed Ukraine three Patriot batteries, leaving it with nine of its own."),
        # shares of what a country earns, beside goods
        (
            ["pledged LV>UA", "pledged LV>UA drone*900"],
            "Riga has pledged to spend 0.25% of GDP a year on support for Ukraine and will hand over 900 drones next month.",
        ),
        # whose a package is that a government has approved, and what it holds
        (
            ["committed EE>UA javelin machine_gun", "pledged LV>UA"],
            "Riga promised help to Ukraine. Tallinn's latest package, approved by the government on Thursday, contains Javelins and "
            "machine guns.",
        ),
        # a part of a sum, and what others do with the rest
        (
            ["allocated NL>UA 30000000EUR", "delivered NL>UA"],
            "The Netherlands has helped Ukraine. Of the sum, 30 million euros goes to an energy fund from which firms buy spare parts.",
        ),
        (
            ["allocated NO>UA 50000000000NOK weapons", "allocated NO>UA 85000000000NOK"],
            "Norway has doubled its aid to Ukraine to 85 billion crowns, of which 50 billion is for arms.",
        ),
        # what would first have to be decided
        ([], "The accord between Washington and Kyiv holds no money of its own; any American funds would have to be voted by Congress."),
        (["considered EU>UA 4500000000EUR"], "A first EU payment of 4.5 billion euros for Ukraine could follow in March."),
        # goods behind their receiver, and goods that the next sentence goes on with
        (
            ["delivered JP>UA transformer*2"],
            "The Government of Japan has delivered to Ukraine two autotransformers, each of over 200 tonnes.",
        ),
        (
            ["allocated DE>UA 1400000000EUR iris-t drone"],
            "Scholz has a 1.4-billion-euro package for Ukraine that Germany has put together with the industry: more IRIS-T and drones.",
        ),
        (["pledged FR>UA mirage-2000"], "Macron promised that the first Mirages would land in Ukraine in March."),
        # what a treaty lays down, what a parliament has to vote, what somebody is blamed for
        (
            ["pledged GB>UA 3000000000GBP"],
            "The treaty with Ukraine covers nine fields and obliges Britain to provide not less than £3bn a year in aid.",
        ),
        (["considered NO>UA 75000000000NOK"], "A programme of NOK 75 billion for Ukraine is to be put before the Storting in February."),
        (
            ["delivered SK>UA mig-29*13"],
            "The Slovak government is considering legal action against its predecessor for donating 13 MiG-29s to Ukraine.",
        ),
        # rounds, packages that a number counts, places of repair, and what goes to a firm
        (
            ["delivered EU>UA ammunition*300000", "pledged EU>UA ammunition*1000000"],
            "The EU promised Ukraine a million rounds by March; only 300,000 have been handed over so far.",
        ),
        (["pledged NO>UA shells"], "Norway will give Ukraine two batches of shells."),
        (["pledged CA>UA leopard"], "Canada will fund the maintenance of Leopard tanks in Poland for Ukraine."),
        ([], "Switzerland, which sends Ukraine no arms, is selling 25 mothballed Leopard 2 tanks back to Rheinmetall."),
        # what is told only to be denied
        ([], "Reports that Spain would give Ukraine a Patriot battery are false, the ministry in Madrid said."),
        ([], "Greece has dismissed reports that it would send S-300 systems to Ukraine."),
        # what a gift is for
        (
            ["pledged US>UA patriot*1"],
            "To strengthen Ukraine's long-range air defence, the United States has decided to give it an additional Patriot battery.",
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


def test_a_figure_inside_a_word_counts_nothing(claims_of: ClaimsOf) -> None:
    claims = claims_of("Norway will help Ukraine:\n\n- Norway gives Ukraine aid;2 then more.", "2024-06-12", "commitment")
    assert not [item for claim in claims for item in claim.items]
