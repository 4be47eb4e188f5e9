"""Meetings in the plain wordings of news, where the text around them tells one of the sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack

Find = Callable[[str], list[Draft]]


@pytest.fixture
def meetings() -> Find:
    """The drafts of meetings in a text; the ranker behind them has its own tests."""

    def find(text: str) -> list[Draft]:
        scene = set_scene(Document(text=text, source="t", published=Published("2025-06-06", "given")), load_pack())
        return [draft for draft in find_drafts(scene) if draft.kind == "meeting"]

    return find


def test_an_ambassador_is_summoned_to_somebody(meetings: Find) -> None:
    found = meetings("The Russian ambassador was summoned to the foreign ministry in Oslo.")
    assert [draft.parties["participant"] for draft in found if "RU" in draft.parties["participant"]]


def test_one_who_meets_nobody_that_can_be_told_is_left_to_the_reader(meetings: Find) -> None:
    assert meetings("In the morning I spoke with Alexander Stubb.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rustem Umerov met the negotiators of Russia in Istanbul. The next round is set for 20 June in Istanbul.", "planned"),
        ("Volodymyr Zelensky had a call with the prime minister of Canada.", "held"),
    ],
)
def test_sessions(meetings: Find, text: str, status: str) -> None:
    found = meetings(text)
    assert found
    assert found[-1].status == status
    assert found[-1].parties["participant"]


@pytest.mark.parametrize(
    "text",
    [
        "There has been talk in Kyiv of moving the courses to Poland.",
        "The leaders of Russia and Ukraine ought to meet in person, she thinks.",
        "A public meeting about noise will be held in the town hall, while Ukraine is on the news.",
        "The artillery rounds that Norway promised to Ukraine were delivered in May.",
        "Kyiv welcomed the decision of the European Parliament.",
        "The general returned to Kyiv, where the Ukrainian staff has its seat, by force of habit.",
        "We keep having the same conversation about Ukraine.",
        "Volodymyr Zelensky spoke to reporters of the war.",
    ],
)
def test_nobody_meets(meetings: Find, text: str) -> None:
    assert meetings(text) == []
