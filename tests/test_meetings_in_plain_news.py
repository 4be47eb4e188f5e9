"""Meetings in the plain wordings of news, of which one side may go without a name."""

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


def participants(drafts: list[Draft]) -> list[set[str]]:
    return [set(draft.parties.get("participant", ())) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In the morning I spoke with Alexander Stubb.", "alexander-stubb"),
        ("The Russian ambassador was summoned to the foreign ministry in Oslo.", "RU"),
        ("The Deputy Minister was on the phone to Volodymyr Zelensky for an hour.", "volodymyr-zelensky"),
        ("The governor had tea with Volodymyr Zelensky in Odesa.", "volodymyr-zelensky"),
        ("Her deputy is flying to see Marco Rubio on Tuesday.", "marco-rubio"),
        ("The Speaker called in the Iranian envoy over arms for Russia's war in Ukraine.", "IR"),
        ("The ambassadors heard on Monday from Rustem Umerov, the Ukrainian negotiator.", "rustem-umerov"),
    ],
)
def test_one_side_is_enough(meetings: Find, text: str, who: str) -> None:
    found = meetings(text)
    assert len(found) == 1
    assert who in participants(found)[0]


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("Marco Rubio is off to Lviv with a team of engineers next week.", "planned", None),
        ("Marco Rubio will be at Ramstein on Monday.", "planned", "Ramstein"),
        ("Marco Rubio has been invited to visit Kyiv in the autumn.", "planned", "Kyiv"),
        ("A Norwegian delegation is expected in Kyiv in July.", "planned", "Kyiv"),
        ("A delegation of the Norwegian parliament toured the port of Odesa on Thursday.", "held", "Odesa"),
    ],
)
def test_visits(meetings: Find, text: str, status: str, place: str | None) -> None:
    found = meetings(text)
    assert [draft.status for draft in found] == [status]
    assert found[0].parties["participant"]
    if place is not None:
        assert found[0].slots["place"] == place


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Defence ministers gathered in Brussels on Thursday to discuss aid for Ukraine.", "held"),
        ("Rustem Umerov met the negotiators of Russia in Istanbul. The next round is set for 20 June in Istanbul.", "planned"),
        ("Volodymyr Zelensky had a call with the prime minister of Canada.", "held"),
        ("There will be negotiations with the Norwegians on drones for Ukraine tomorrow.", "planned"),
        ("The contact group for Ukraine in February lasted three hours.", "held"),
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
