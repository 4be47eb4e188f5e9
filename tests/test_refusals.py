"""What is refused, what one only could do, troops on the ground and listeners: none of it is given, held or founded."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published


def statuses(text: str, kind: str) -> list[str]:
    document = Document(text=text, source="test", title="News of aid to Ukraine", published=Published("2024-10-10", "given"))
    return [c.status for c in extract(document) if c.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Athens says no to giving Ukraine its Patriots or S-300s.",
        "Germany has said no to sending Taurus missiles to Ukraine.",
        "France turned down a plea to give Ukraine its Mirage fleet.",
        "Radosław Sikorski had hinted that NATO troops were already in Ukraine.",
    ],
)
def test_what_is_refused_is_not_given(text: str) -> None:
    assert {"considered", "pledged", "allocated", "delivered"}.isdisjoint(statuses(text, "commitment"))


def test_an_opportunity_is_no_pledge() -> None:
    text = "The G7 has the opportunity to supply Ukraine with more air defense systems without delay."
    assert set(statuses(text, "commitment")) <= {"considered"}


def test_who_is_told_something_meets_nobody() -> None:
    text = "Pat Ryder of the Pentagon told a briefing in July that a dozen Ukrainian pilots would be ready by the end of the summer."
    assert statuses(text, "meeting") == []


def test_an_offensive_is_no_scheme() -> None:
    text = "The counter-offensive launched in June by the Ukrainian army has not brought the hoped-for results."
    assert statuses(text, "initiative") == []
