"""Meetings told of those under way, waiting at the other end, dialled in or sitting opposite; and what is no meeting of theirs."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "status", "people"),
    [
        ("Witkoff is heading to Moscow for his fifth meeting with Putin about Ukraine.", "planned", {"steve-witkoff", "vladimir-putin"}),
        ("Sikorski is flying to Washington to see Marco Rubio. Ukraine is on his mind.", "planned", {"radek-sikorski", "marco-rubio"}),
        ("Trump is pushing for a summit of Putin and Zelensky within two weeks.", "planned", {"vladimir-putin", "volodymyr-zelensky"}),
        (
            "Jonathan Powell travelled to Kyiv with Emmanuel Bonne for talks with Andriy Yermak.",
            "held",
            {"jonathan-powell", "emmanuel-bonne", "andriy-yermak"},
        ),
        (
            "Mark Rutte paid a surprise visit to Odesa, where Zelensky was waiting for him.",
            "held",
            {"mark-rutte", "volodymyr-zelensky"},
        ),
        (
            "On his trip to Kyiv Petr Fiala was accompanied by his defence minister, Jana Cernochova.",
            "held",
            {"petr-fiala", "jana-cernochova"},
        ),
        ("Trump took a call from Zelensky on Air Force One.", "held", {"donald-trump", "volodymyr-zelensky"}),
        ("Over lunch in Paris, Macron and Scholz agreed on a new package for Kyiv.", "held", {"emmanuel-macron", "olaf-scholz"}),
        (
            "Yermak and Umerov sat across the table from Marco Rubio in Jeddah. Ukraine wants a truce.",
            "held",
            {"andriy-yermak", "rustem-umerov", "marco-rubio"},
        ),
        (
            "The parties to the conversation, Rustem Umerov and Pal Jonson, agreed on Gripen jets for Ukraine.",
            "held",
            {"rustem-umerov", "pal-jonson"},
        ),
        ("Zelensky dialled in by video link to the G7 summit.", "held", {"volodymyr-zelensky", "G7"}),
        (
            "Zelensky joined the leaders of the Joint Expeditionary Force in Oslo.",
            "held",
            {"volodymyr-zelensky", "Joint-Expeditionary-Force"},
        ),
        (
            "The Ukrainian delegation, led by Rustem Umerov, will meet the Russian one, headed by Vladimir Medinsky, in Istanbul.",
            "planned",
            {"rustem-umerov", "vladimir-medinsky"},
        ),
        ("During a bilateral with Rishi Sunak in London, Zelensky raised air defence.", "held", {"rishi-sunak", "volodymyr-zelensky"}),
        (
            "The talks on Ukraine were attended by Rustem Umerov and his British counterparts, Grant Shapps and Tony Radakin.",
            "held",
            {"rustem-umerov", "grant-shapps", "tony-radakin"},
        ),
        ("Tusk's guest in Warsaw on Wednesday was Zelensky.", "held", {"donald-tusk", "volodymyr-zelensky"}),
        ("In Warsaw, Zelensky was the guest of President Karol Nawrocki.", "held", {"volodymyr-zelensky", "karol-nawrocki"}),
        ("Zelensky thanked Mette Frederiksen at a meeting in Odense on Monday.", "held", {"volodymyr-zelensky", "mette-frederiksen"}),
        (
            "After eight hours of talks in Jeddah, Ukraine and the United States announced a proposal for a truce.",
            "held",
            {"UA", "US"},
        ),
    ],
)
def test_who_meets(claims_of: ClaimsOf, text: str, status: str, people: set[str]) -> None:
    found = [(c.status, set(c.parties["participant"])) for c in claims_of(text, "2025-09-12", "meeting")]
    assert found == [(status, people)]


def test_two_meetings_on_one_journey(claims_of: ClaimsOf) -> None:
    found = claims_of("Hakan Fidan flew from Moscow, where he had seen Putin, to Kyiv, where he met Zelensky.", "2025-09-12", "meeting")
    assert {frozenset(c.parties["participant"]) for c in found} == {
        frozenset(("hakan-fidan", "vladimir-putin")),
        frozenset(("hakan-fidan", "volodymyr-zelensky")),
    }


def test_a_summit_on_whose_sidelines_others_meet_is_not_theirs(claims_of: ClaimsOf) -> None:
    text = "On the sidelines of the summit in The Hague, Zelensky held talks with Mark Carney."
    assert [set(c.parties["participant"]) for c in claims_of(text, "2025-06-27", "meeting")] == [{"volodymyr-zelensky", "mark-carney"}]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Ukrainian delegation will meet the Russian one, headed by Vladimir Medinsky, in Istanbul on Monday.", "2025-09-15"),
        ("Zelensky and Robert Fico have agreed to meet in Uzhhorod on Monday.", "2025-09-15"),
    ],
)
def test_a_day_to_come(claims_of: ClaimsOf, text: str, day: str) -> None:
    assert [c.date for c in claims_of(text, "2025-09-12", "meeting")] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of England met on Thursday; Ukraine bonds rose.",
        "Ukraine's soldiers sat across a river from the Russians.",
        "Zelensky took a call to arms as his motto.",
        "Orban pushed for a say in talks on Ukraine.",
        "Her time in Kyiv, an ambassador wrote, was coming to an end.",
        "Macron received a letter from Zelensky.",
        "Rutte is waiting for Trump's answer on Ukraine.",
        "Ukraine and Russia agreed to a truce after parallel talks in Riyadh, the White House said.",
    ],
)
def test_nobody_meets(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text, "2025-09-12", "meeting") == []
