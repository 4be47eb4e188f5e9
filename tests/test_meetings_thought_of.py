"""Meetings that are only thought of: what a gerund hangs on says whether they are held, planned or no meeting at all."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

WEDNESDAY = "2024-06-19"


def statuses(claims: list[Claim]) -> list[str]:
    return [c.status for c in claims if c.kind == "meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "Sandu stressed the importance of holding a summit of the neighbours in Chisinau.",
        "Zelensky asked Stubb for support in organising a summit of the leaders.",
        "Zelensky thanked Viola Amherd for her help in organising the summit.",
        "Orban insisted on holding a meeting of the leaders in Budapest.",
    ],
)
def test_a_meeting_that_is_wanted_or_helped_is_not_held(claims_of: ClaimsOf, text: str) -> None:
    assert "held" not in statuses(claims_of(text, published=WEDNESDAY))


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky proposed holding a summit of the Northern states in Kyiv.",
        "Erdogan repeated his offer of hosting talks between Putin and Zelensky.",
        "Macron suggested organising a conference of the donors in Paris.",
    ],
)
def test_a_meeting_that_is_offered_is_planned(claims_of: ClaimsOf, text: str) -> None:
    assert set(statuses(claims_of(text, published=WEDNESDAY))) == {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "After holding talks with Olaf Scholz in Berlin on Tuesday, Zelensky flew to Paris.",
        "Zelensky began the day by holding talks with Olaf Scholz in Berlin.",
        "Zelensky spent Tuesday in Berlin holding talks with Olaf Scholz.",
    ],
)
def test_a_meeting_that_something_else_came_after_was_held(claims_of: ClaimsOf, text: str) -> None:
    assert "held" in statuses(claims_of(text, published=WEDNESDAY))


def test_the_day_of_what_is_spoken_of_is_not_that_of_the_talks(claims_of: ClaimsOf) -> None:
    text = "Tusk and Zelensky discussed preparations for holding a conference of investors in September."
    met = [c for c in claims_of(text, published=WEDNESDAY) if c.kind == "meeting" and c.status == "held"]
    assert {c.date for c in met} <= {WEDNESDAY}
