"""Rows of givers and partners that share one verb, and those who give together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Stockholm will give Ukraine $275 million, Copenhagen $90 million and Oslo $135 million.", {"SE": 275, "DK": 90, "NO": 135}),
        (
            "Germany is giving Ukraine 1.3 billion euros, while France gives 200 million euros and Italy 100 million euros.",
            {"DE": 1300, "FR": 200, "IT": 100},
        ),
        ("Norway pledged Ukraine 500 million euros, Finland another 90 million euros.", {"NO": 500, "FI": 90}),
    ],
)
def test_each_gives_its_own_sum(claims_of: Read, text: str, givers: dict[str, int]) -> None:
    found = claims_of(text, "2024-09-06", "commitment")
    assert {d: c.amount.value / 1e6 for c in found if c.amount for d in c.parties["donor"]} == givers
    assert {r for c in found for r in c.parties["recipient"]} == {"UA"}


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Germany donated 10 Leopards to Ukraine, Poland 14 and Portugal three.", {"DE": 10, "PL": 14, "PT": 3}),
        ("Denmark will give Ukraine four Caesars, Sweden eight Archers and Norway six M109 howitzers.", {"DK": 4, "SE": 8, "NO": 6}),
    ],
)
def test_each_gives_its_own_number(claims_of: Read, text: str, givers: dict[str, int]) -> None:
    found = claims_of(text, "2024-09-06", "commitment")
    assert {d: item.count for c in found for item in c.items for d in c.parties["donor"]} == givers


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Last year the Netherlands gave 51 Leopard 1 tanks to Ukraine together with Germany and Denmark.", {"NL", "DE", "DK"}),
        ("Jointly with Norway, Sweden will send Ukraine 20 boats.", {"SE", "NO"}),
        ("Alongside Germany, the Netherlands is handing over two Patriot launchers to Kyiv.", {"NL", "DE"}),
        ("Britain will help Ukraine with 200 million pounds.", {"GB"}),
    ],
)
def test_those_who_give_together(claims_of: Read, text: str, givers: set[str]) -> None:
    (claim,) = claims_of(text, "2024-09-06", "commitment")
    assert set(claim.parties["donor"]) == givers
    assert claim.parties["recipient"] == ("UA",)


def test_partners_in_a_row_with_days_in_brackets(claims_of: Read) -> None:
    text = (
        "Kyiv and Oslo signed a security agreement on Friday.\n\nSimilar agreements with Ukraine's partners were signed before with Great "
        "Britain (January 12), Germany (February 16), Canada and Italy (February 24) and Finland (April 3)."
    )
    found = claims_of(text, "2024-06-01", "agreement")
    days = {(set(c.parties["party"]) - {"UA"}).pop(): c.date for c in found if "UA" in c.parties["party"]}
    assert days == {"NO": "2024-05-31", "GB": "2024-01-12", "DE": "2024-02-16", "CA": "2024-02-24", "IT": "2024-02-24", "FI": "2024-04-03"}
    assert len(found) == len(days)


def test_goods_behind_a_colon_are_those_of_the_package(claims_of: Read) -> None:
    text = "Latvia announced a new package for Ukraine: howitzers, rockets, helicopters, drones and generators."
    (claim,) = claims_of(text, "2024-01-11", "commitment")
    assert {item.item for item in claim.items} == {"howitzer", "rocket", "helicopter", "drone", "generator"}


def test_whoever_stands_behind_the_colon_of_a_headline_gives(claims_of: Read) -> None:
    text = "Zelensky in Riga: Latvia promises drones\n\nVolodymyr Zelensky came to Riga on Thursday and met Edgars Rinkevics."
    (claim,) = claims_of(text, "2024-01-11", "commitment")
    assert (claim.parties["donor"], claim.parties["recipient"]) == (("LV",), ("UA",))
