"""Meetings told by what one does before another, by a clause after their noun, or taken back by the words that follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document, Published

Find = Callable[[str], list[Claim]]


@pytest.fixture
def meetings(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2025-05-14", "meeting")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("King Frederik gave Volodymyr Zelensky an audience in Copenhagen on Monday.", {"king-frederik-x", "volodymyr-zelensky"}),
        ("Volodymyr Zelensky laid out the plan to Keir Starmer in London on Monday.", {"volodymyr-zelensky", "keir-starmer"}),
        ("Mark Rutte had shown the list to Donald Trump at the White House.", {"mark-rutte", "donald-trump"}),
        ("Volodymyr Zelensky is to call on Emmanuel Macron in Paris on Friday.", {"volodymyr-zelensky", "emmanuel-macron"}),
        ("It followed a session that Marco Rubio held with David Lammy on Monday.", {"marco-rubio", "david-lammy"}),
        ("David Lammy was briefed by Marco Rubio in a call on Monday.", {"david-lammy", "marco-rubio"}),
        ("Marco Rubio briefed the foreign ministers of Norway and Denmark in a call on Monday.", {"marco-rubio", "NO", "DK"}),
        ("Sergei Lavrov spoke by phone with Marco Rubio on Monday.", {"sergei-lavrov", "marco-rubio"}),
        ("Boris Pistorius saw Oslo's delegation privately on Monday.", {"boris-pistorius", "NO"}),
        ("Plans for Donald Trump to meet Vladimir Putin in Budapest were dropped on Monday.", {"donald-trump", "vladimir-putin"}),
        ("At a meeting in Riyadh on 24 March, US and Ukrainian officials agreed on a truce.", {"US", "UA"}),
        ("The second round of peace talks in Istanbul ended on Monday.", {"RU", "UA"}),
        ("Alexander Stubb was in Kyiv on Monday with his Danish and Dutch colleagues.", {"alexander-stubb", "DK", "NL"}),
        (
            "Marco Rubio met a delegation led by Andriy Yermak and including Rustem Umerov in Jeddah on Monday.",
            {"marco-rubio", "andriy-yermak", "rustem-umerov"},
        ),
        (
            "Donald Trump spoke in Busan on Monday. A summit with Vladimir Putin was held in Alaska in August 2024.",
            {"donald-trump", "vladimir-putin"},
        ),
        (
            "The Norwegian prime minister's plane landed at noon. In Kyiv he met Denys Shmyhal on Monday.",
            {"jonas-gahr-store", "denys-shmyhal"},
        ),
        (
            "Steve Witkoff is on his way. Marco Rubio wants him to meet Vladimir Putin.",
            {"steve-witkoff", "vladimir-putin"},
        ),
    ],
)
def test_who_met(meetings: Find, text: str, people: set[str]) -> None:
    claims = [c for c in meetings(text) if len(c.parties["participant"]) > 1]
    assert [set(c.parties["participant"]) for c in claims] == [people]


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Scholz called on Vladimir Putin to withdraw his troops.",
        "Kyiv called on Berlin to send missiles.",
        "Volodymyr Zelensky presented a plan to parliament.",
        "Mark Rutte presented the report to the public.",
        "They urged a settlement through direct talks.",
        "One day they will start peace talks.",
    ],
)
def test_nobody_met(meetings: Find, text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rishi Sunak had been due to fly to Kyiv last week but put off the trip.", "cancelled"),
        ("Rishi Sunak was due to visit Kyiv on Friday; the visit has been postponed.", "cancelled"),
        ("Rishi Sunak is to visit Kyiv on Friday. The trip was called off a day later.", "cancelled"),
        ("Plans for Donald Trump to meet Vladimir Putin in Budapest have been shelved.", "cancelled"),
        ("Volodymyr Zelensky travels to Germany next.", "planned"),
        ("EU ministers, who assemble in Brussels on Friday, will discuss Ukraine.", "planned"),
        ("Keith Kellogg is in Kyiv this week.", "held"),
        ("Rishi Sunak met Volodymyr Zelensky in Kyiv and put off a trip to Lviv.", "held"),
    ],
)
def test_what_became_of_it(meetings: Find, text: str, status: str) -> None:
    assert [c.status for c in meetings(text)][:1] == [status]


def test_a_council_that_begins(meetings: Find) -> None:
    (claim,) = meetings("The European Council, which begins on Thursday in Brussels, will discuss Ukraine.")
    assert (claim.status, claim.date, claim.place) == ("planned", "2025-05-15", "Brussels")


def test_a_pluperfect_month_lies_behind(meetings: Find) -> None:
    (claim,) = meetings("Volodymyr Zelensky had presented his plan to Joe Biden at the White House in late September.")
    assert claim.date == "2024-09"


def test_the_author_among_his_own_met_nobody_else() -> None:
    text = "I held a meeting of the Staff today. I spoke with Olaf Scholz about the Patriots for Ukraine today."
    title = "Address by President of Ukraine Volodymyr Zelenskyy"
    document = Document(text=f"{title}\n\n{text}", source="test", title=title, published=Published("2024-04-16", "given"))
    met = [c.parties["participant"] for c in extract(document) if c.kind == "meeting"]
    assert sorted(met) == [("volodymyr-zelensky",), ("volodymyr-zelensky", "olaf-scholz")]
