"""How far along a gift is where a paper, a vote or a verb of preparing says it, and what each of several sums is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]

LEAD = "Ukrainian forces held their lines overnight, the general staff in Kyiv said.\n\nNobody was hurt in the capital.\n\n"

#: "status giver: text"
STAGES = """
considered US: On Monday the White House raised its request for a Ukraine package from 10 to 15 billion dollars.
considered US: The United States increased the possible package for Ukraine to 12 billion dollars.
considered NL: The Netherlands lifted its aid for Kyiv to 3 billion euros, which parliament will debate in May.
considered NO: Norway announced 800 million kroner for Ukraine, which the Storting has still to approve.
allocated NO: Norway announced 800 million kroner for Ukraine, which Kyiv welcomed.
committed US: Biden signed a package with nearly $40 billion in aid for Ukraine.
committed FR: Macron signed the law that provides 3 billion euros for Kyiv.
committed US: On Tuesday Joe Biden signed a bill giving Ukraine 40 billion dollars.
considered US: The US could simply go on pouring money and arms into Ukraine.
considered DK: Denmark might persist in sending howitzers to Ukraine.
pledged NO: Norway will carry on sending shells to Ukraine.
pledged US: The Pentagon is readying a package of 400 million dollars for Kyiv.
pledged SE: Sweden is putting together its biggest package yet for Ukraine, worth 1.2 billion euros.
pledged NL: A Dutch package of 300 million euros for Kyiv is being drawn up in The Hague.
considered EU: A loan of 140 billion euros for Kyiv, backed by Russian assets, is on the table in Brussels.
considered SE: One option is a transfer of Swedish Gripens; another is money for Ukraine.
committed SI: The Slovenian government took the decision to hand over 28 M-55S tanks in return for 40 German lorries.
suspended US: The Pentagon has put a halt to some air-defence missile shipments to Ukraine.
withdrawn BG: Sofia went back on its promise to send Ukraine 100 armoured personnel carriers.
allocated DE: Berlin is placing two more Skynex systems at the disposal of Ukraine.
allocated NL: The Hague has freed 150 million euros for munitions for Ukraine.
allocated SE: Sweden has put together a package for Ukraine worth 1.2 billion euros.
"""


@pytest.mark.parametrize("line", STAGES.strip().splitlines())
def test_the_stage_of_a_gift(claims_of: Read, line: str) -> None:
    told, _, text = line.partition(": ")
    found = [c for c in claims_of(LEAD + text, "2024-05-17", "commitment") if c.evidence[0].start >= len(LEAD) - 2]
    assert [f"{c.status} {'+'.join(c.parties.get('donor', ()))}" for c in found] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The Senate voted down a 61-billion-dollar package for Ukraine.",
        "Switzerland's parliament threw out a 5-billion-franc aid package for Ukraine.",
        "The Left voted against the second shipment of arms to Ukraine.",
        "MPs in Bern turned down aid of 5 billion francs for Ukraine.",
        "A bill on military aid for Ukraine was voted down in Bratislava.",
    ],
)
def test_what_is_turned_down_is_not_given(claims_of: Read, text: str) -> None:
    assert not claims_of(text, "2024-05-17", "commitment")  # as an entry of a list
    assert not [c for c in claims_of(LEAD + text, "2024-05-17", "commitment") if c.evidence[0].start >= len(LEAD) - 2]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Japan gave Ukraine $100 million in medical aid and $300 million in budget support.",
            {(1e8, "humanitarian", ("medical",)), (3e8, "financial", ())},
        ),
        (
            "Canada announced 30 million Canadian dollars in humanitarian aid for Kyiv and a loan of 100 million Canadian dollars.",
            {(3e7, "humanitarian", ()), (1e8, "financial", ())},
        ),
        (
            "The Dutch package for Kyiv comprises 50 million euros for shells, 30 million euros for drones and 20 million for generators.",
            {(5e7, "military", ("shells",)), (3e7, "military", ("drone",)), (2e7, "humanitarian", ("generator",))},
        ),
        (
            "Tokyo promised Kyiv $4.5 billion more, of which $1 billion is for humanitarian relief.",
            {(4.5e9, None, ()), (1e9, "humanitarian", ())},
        ),
        (
            "Lithuania will give Ukraine 20 million euros this year and 30 million euros next year for drones.",
            {(2e7, "military", ("drone",)), (3e7, "military", ("drone",))},
        ),
    ],
)
def test_each_sum_is_for_what_stands_with_it(claims_of: Read, text: str, told: set[tuple[float, str, tuple[str, ...]]]) -> None:
    found = [c for c in claims_of(LEAD + text, "2024-05-17", "commitment") if c.amount]
    assert {(c.amount.value, c.support, tuple(i.item for i in c.items)) for c in found if c.amount} == told


def test_since_the_invasion_whoever_else_is_named_beside_it(claims_of: Read) -> None:
    text = "Western nations have given Ukraine 9 billion dollars since Russia launched its invasion and Nato is meeting in Brussels."
    assert {c.date for c in claims_of(LEAD + text, "2024-05-17", "commitment")} == {"2022-02-24/2024-05-17"}


def test_training_told_with_the_goods_it_is_on_is_training(claims_of: Read) -> None:
    text = "Ukrainian pilots have finished F-16 training in Denmark."
    assert {c.support for c in claims_of(LEAD + text, "2024-05-17", "commitment")} == {"training"}


def test_the_goods_that_a_sum_buys_are_its_goods(claims_of: Read) -> None:
    text = "Australia announced $100 million more for Ukraine. A further $30 million will buy drones."
    assert [i.item for c in claims_of(LEAD + text, "2024-05-17", "commitment") if c.amount and c.amount.value == 3e7 for i in c.items] == [
        "drone"
    ]


def test_each_sum_has_the_year_that_stands_with_it(claims_of: Read) -> None:
    text = "Denmark gives Ukraine 1.8 billion kroner in 2024, 2.1 billion in 2025 and 1.9 billion in 2026."
    found = {(c.amount.value, c.period) for c in claims_of(LEAD + text, "2024-05-17", "commitment") if c.amount}
    assert found == {(1.8e9, "2024"), (2.1e9, "2025"), (1.9e9, "2026")}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (
            "The US will give Ukraine HAWKs, NASAMS munitions, Avengers as well as Stinger missiles.",
            ["hawk", "nasams", "ammunition", "avenger", "stinger"],
        ),
        ("Germany has delivered Ukraine Patriot and Skynex systems together with more guided missiles.", ["patriot", "skynex", "missile"]),
        ("Germany has sent Ukraine howitzers, while Russia fires drones at Kyiv.", ["howitzer"]),
        ("Spain will send Ukraine tanks, France armoured vehicles.", ["tank"]),
    ],
)
def test_a_list_of_goods_goes_on(claims_of: Read, text: str, goods: list[str]) -> None:
    assert [i.item for i in claims_of(LEAD + text, "2024-05-17", "commitment")[0].items] == goods


@pytest.mark.parametrize(
    "text",
    [
        "US aid to Ukraine remains stuck in Congress.",
        "The United States has halted intelligence sharing with Ukraine.",
        "John Ratcliffe, the CIA director, confirmed that intelligence sharing with Kyiv had been suspended.",
    ],
)
def test_what_is_stuck_or_no_longer_shared_is_suspended(claims_of: Read, text: str) -> None:
    (found,) = claims_of(text, "2025-03-06", "commitment")
    assert (found.status, found.parties["donor"]) == ("suspended", ("US",))


def test_what_ought_to_be_seized_is_not_given(claims_of: Read) -> None:
    text = "Ukraine needs money.\n\nThe EU ought to seize, rather than merely skim, the €210 billion in Russian assets."
    assert not claims_of(text, "2025-03-06", "commitment")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Norway's contribution to Ukraine for the years 2023–2027 totals 75 billion kroner.", "2023/2027"),
        ("It provides Ukraine with up to 50 billion euros, to support its recovery for the period 2024 to 2027.", "2024/2027"),
    ],
)
def test_the_years_that_money_is_for_are_its_period(claims_of: Read, text: str, period: str) -> None:
    (found,) = claims_of(text, "2024-08-06", "commitment")
    assert found.period == period


def test_training_that_has_been_carried_out_is_given(claims_of: Read) -> None:
    (found,) = claims_of("The UK confirmed that training of Ukrainian pilots has been carried out there.", "2025-03-06", "commitment")
    assert found.status == "delivered"
