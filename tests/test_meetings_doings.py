"""Meetings told by what was done over the telephone or side by side, by invitations, and by how far they lie from something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

Find = Callable[[str], list[Claim]]


@pytest.fixture
def meetings(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2025-05-14", "meeting")


@pytest.mark.parametrize(
    ("text", "people", "shape"),
    [
        ("Vladimir Putin and Donald Trump settled it by telephone on Monday.", {"vladimir-putin", "donald-trump"}, ("held", "call")),
        ("Mette Frederiksen told Volodymyr Zelensky so over the phone.", {"mette-frederiksen", "volodymyr-zelensky"}, ("held", "call")),
        ("Keir Starmer and Donald Tusk lit candles together in Kyiv on Monday.", {"keir-starmer", "donald-tusk"}, ("held", "bilateral")),
        ("Dick Schoof toured a depot in Odesa with Denys Shmyhal on Monday.", {"dick-schoof", "denys-shmyhal"}, ("held", "visit")),
        ("Boris Pistorius has invited Rustem Umerov to Berlin.", {"boris-pistorius", "rustem-umerov"}, ("planned", "bilateral")),
        ("The European Council held an exchange of views with Volodymyr Zelensky.", {"EU", "volodymyr-zelensky"}, ("held", "council")),
        ("Keir Starmer and Donald Tusk signed it in Kyiv before their talks.", {"keir-starmer", "donald-tusk"}, ("held", "bilateral")),
        ("In a meeting with Andriy Yermak, Keith Kellogg was told of it.", {"andriy-yermak", "keith-kellogg"}, ("held", "bilateral")),
        ("Keir Starmer and Donald Tusk spoke one-on-one on Monday.", {"keir-starmer", "donald-tusk"}, ("held", "bilateral")),
        ("Keir Starmer held a one-on-one with Donald Tusk in Paris.", {"keir-starmer", "donald-tusk"}, ("held", "bilateral")),
        ("Donald Tusk got Mark Rutte and Keir Starmer into one room in Kyiv.", {"donald-tusk", "mark-rutte"}, ("held", None)),
        ("It was in a call that Keir Starmer urged Donald Tusk to wait.", {"keir-starmer", "donald-tusk"}, ("held", "call")),
        ("Ukraine's deputy prime minister, Yuliia Svyrydenko, held talks with Scott Bessent.", {"scott-bessent"}, ("held", "bilateral")),
        ("Meeting in Riga on Monday, EU leaders heard from Andrii Sybiha.", {"EU", "andrii-sybiha"}, ("held", None)),
        ("A stop by Volodymyr Zelensky in Oslo had to be scrapped on Monday.", {"volodymyr-zelensky"}, ("cancelled", "visit")),
        ("Keith Kellogg spent a day in Kyiv working on it with Andriy Yermak.", {"keith-kellogg", "andriy-yermak"}, ("held", "bilateral")),
        (
            "After eight hours of negotiations in Jeddah, delegations led by Marco Rubio and Andriy Yermak announced a plan.",
            {"marco-rubio", "andriy-yermak"},
            ("held", "bilateral"),
        ),
    ],
)
def test_what_was_done(meetings: Find, text: str, people: set[str], shape: tuple[str, str]) -> None:
    found = [(set(c.parties["participant"]), c.status, c.format) for c in meetings(text)]
    assert any(people <= ids and (status, form) == shape for ids, status, form in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron signed the decree in Paris on Monday, and Friedrich Merz did so later.",
        "Keir Starmer would invite Volodymyr Zelensky to London if a truce held.",
        "The prisoner exchange in Odesa was praised by Keir Starmer on Monday.",
        "Donald Tusk put a stop to the shipments in Poland on Monday.",
    ],
)
def test_no_doing_is_no_meeting(meetings: Find, text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Denys Shmyhal came on Monday, a day after Marco Rubio and Sergei Lavrov spoke by phone.", "2025-05-11"),
        ("Denys Shmyhal came on Monday, two days before Marco Rubio received Sergei Lavrov in Riyadh.", "2025-05-14"),
        ("Denys Shmyhal came on Monday, hours after Marco Rubio and Sergei Lavrov met in Riyadh.", "2025-05-12"),
    ],
)
def test_days_apart(meetings: Find, text: str, date: str) -> None:
    assert [c.date for c in meetings(text) if "marco-rubio" in c.parties["participant"]] == [date]


def test_a_call_is_nowhere(meetings: Find) -> None:
    (claim,) = [c for c in meetings("In Kyiv on Monday, Volodymyr Zelensky had a phone call with Mark Rutte.") if c.format == "call"]
    assert claim.place is None


def test_a_journey_put_off_leaves_the_talks_held(meetings: Find) -> None:
    claims = meetings("Volodymyr Zelensky, who was in Ankara for talks with Hakan Fidan, put off his trip to Jeddah until June.")
    assert [c.status for c in claims if "hakan-fidan" in c.parties["participant"]] == ["held"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Rishi Sunak called Volodymyr Zelensky on Friday.", "call"),
        ("Joe Biden called on Volodymyr Zelensky in Kyiv on Monday.", "visit"),
    ],
)
def test_calling_somebody_on_a_day_is_no_calling_on(claims_of: ClaimsOf, text: str, form: str) -> None:
    (found,) = claims_of(text, "2024-06-10", "meeting")
    assert found.format == form
    assert not claims_of(text, "2024-06-10", "proposal")


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine was on their minds. Donald Tusk and Andrzej Duda toured their constituencies on Saturday.",
        "Ukraine is full of them. Olaf Scholz stood next to Volodymyr Zelensky on a poster in Kyiv.",
    ],
)
def test_tours_of_ones_own_and_pictures_are_no_meetings(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, "2024-06-10", "meeting")
