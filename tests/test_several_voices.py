"""Several who speak together are meant by their names, where posts, states and a plural stand for them."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

DAY = "2026-01-10"
THREE = ("edgars-rinkevics", "gitanas-nauseda", "maia-sandu")
MINISTERS = ("radek-sikorski", "johann-wadephul", "jean-noel-barrot")


def speakers(claims: list[Claim]) -> list[tuple[str, ...]]:
    return [dict(c.parties)["speaker"] for c in claims if c.kind == "statement"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The presidents of Latvia, Lithuania and Moldova, Edgars Rinkēvičs, Gitanas Nausėda and Maia Sandu, said in a joint statement "
            "that Ukraine must win. “Our countries will help Ukraine,” the three leaders wrote.\n\nThey stressed that Russia must pay.",
            THREE,
        ),
        (
            "The foreign ministers of Poland, Germany and France – Radosław Sikorski, Johann Wadephul and Jean-Noël Barrot – said on "
            "Monday that Ukraine must win.\n\n“We will go on helping Ukraine,” they said.",
            MINISTERS,
        ),
        (
            "Lindsey Graham, Jan Novak and Petra Svoboda wrote in a letter that Ukraine needs more air defence. “Ukraine cannot wait,” the "
            "three lawmakers wrote.",
            ("lindsey-graham", "jan-novak", "petra-svoboda"),
        ),
        (
            "Senators Lindsey Graham, Richard Blumenthal and Anna Novakova visited Kyiv on Monday. “We will stand with Ukraine,” the "
            "senators said in a statement.",
            ("lindsey-graham", "richard-blumenthal", "anna-novakova"),
        ),
    ],
)
def test_those_named_speak_and_not_their_states(claims_of: ClaimsOf, text: str, who: tuple[str, ...]) -> None:
    said = speakers(claims_of("A word on Ukraine\n\n" + text, DAY))
    assert said
    assert set(said) == {who}


def test_states_without_names_speak_as_states(claims_of: ClaimsOf) -> None:
    text = "The presidents of Latvia, Lithuania and Moldova said in a joint statement that Russia was not ready for peace with Ukraine."
    assert speakers(claims_of("A word on Ukraine\n\n" + text, DAY)) == [("LV", "LT", "MD")]


def test_two_posts_of_one_person_are_one(claims_of: ClaimsOf) -> None:
    text = (
        "Joe Biden met with President Andrzej Duda of Poland, Prime Minister Ulf Kristersson of Sweden, and Deputy Prime Minister and "
        "Foreign Minister Antonio Tajani of Italy. They spoke of their help for Ukraine."
    )
    (claim,) = claims_of(text, "2024-07-11", "meeting")
    assert set(dict(claim.parties)["participant"]) == {"joe-biden", "andrzej-duda", "ulf-kristersson", "antonio-tajani"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Poland, said Donald Tusk in Warsaw, will stand by Ukraine.", "donald-tusk"),
        ("One of Zelensky's advisers, Mykhailo Podolyak, said Russia was bluffing.", "mykhailo-podolyak"),
        ("Kaja Kallas is convinced that Ukraine can win the war.", "kaja-kallas"),
    ],
)
def test_whose_words_they_are(claims_of: ClaimsOf, text: str, who: str) -> None:
    assert speakers(claims_of(text, DAY)) == [(who,)]
