"""Agreements in the plain wordings of news, of which the text around them tells a party."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack

Find = Callable[[str], list[Draft]]


@pytest.fixture
def agreements() -> Find:
    """The drafts of agreements in a text; the ranker behind them has its own tests."""

    def find(text: str) -> list[Draft]:
        scene = set_scene(Document(text=text, source="t", published=Published("2025-06-06", "given")), load_pack())
        return [draft for draft in find_drafts(scene) if draft.kind == "agreement"]

    return find


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        ("Under a security pact signed in June, Oslo is to deliver ten boats to Ukraine each year.", "signed", {"NO", "UA"}),
        ("Kyiv signed a similar paper with Helsinki in May.", "signed", {"UA", "FI"}),
        ("The ministers of Norway and Ukraine put their names to a letter of intent on drones.", "signed", {"NO", "UA"}),
        ("The EBRD and Ukraine sign a €50 million loan.", "signed", {"EBRD", "UA"}),
        ("A framework accord between Norway and Ukraine has been in force since the spring.", "in_force", {"NO", "UA"}),
        (
            "Ukraine's president received his Finnish guest Alexander Stubb in Kyiv. A memorandum on schools was initialled.",
            "signed",
            {"UA", "FI"},
        ),
    ],
)
def test_an_instrument_is_made(agreements: Find, text: str, status: str, parties: set[str]) -> None:
    found = agreements(text)
    assert [(draft.status, set(draft.parties["party"])) for draft in found] == [(status, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's lawmakers signed a letter challenging the president.",
        "European governments should sign contracts for several years to help Ukraine.",
        "Any agreement, Kyiv said, must be signed by the end of the month.",
        "Ukraine's miners signed a wage agreement in Lviv.",
        "Poland will not sign the protocol, Kyiv was told.",
    ],
)
def test_no_instrument_is_made(agreements: Find, text: str) -> None:
    assert agreements(text) == []
