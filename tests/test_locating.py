"""Where things happened: the place a clause names, and the finer of two."""

from __future__ import annotations

import pytest

from promissory.extraction.claims.merging import merge
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.slots.locating import locate_drafts
from promissory.model import Document, Published
from promissory.packs import load_pack


def places(text: str, kind: str) -> list[object]:
    """The places of the drafts of one kind, joined as in a document."""
    scene = set_scene(Document(text=text, source="test", published=Published("2024-09-06", "given")), load_pack())
    drafts = [(0.5, draft) for draft in find_drafts(scene) if draft.kind == kind]
    return [draft.slots.get("place") for _, draft in locate_drafts(scene, merge(scene, drafts))]


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("meeting", "In Ramstein, where Olaf Scholz met President Zelensky, it rained.", "Ramstein"),
        ("meeting", "Prime Minister Keir Starmer met President Zelensky in Paris on Thursday.", "Paris"),
        ("statement", "Foreign Minister Annalena Baerbock told reporters in Vienna that Russia had failed.", "Vienna"),
        ("statement", "Speaking of Kyiv, Olaf Scholz said that Russia had failed.", None),
        ("statement", "Olaf Scholz said that Russia had failed in Kharkiv.", None),
        ("agreement", "Norway and Ukraine signed a security agreement in Oslo.", "Oslo"),
    ],
)
def test_the_place_of_the_clause(kind: str, text: str, place: str | None) -> None:
    assert places(text, kind)[0] == place


def test_a_town_goes_before_its_country() -> None:
    text = "Olaf Scholz met President Zelensky in Germany today.\n\nOlaf Scholz and President Zelensky met in Berlin."
    assert places(text, "meeting") == ["Berlin"]


def test_a_place_behind_a_participle_is_the_meetings() -> None:
    assert places("President Zelensky held talks with a group of senators led by Mitch McConnell in Kyiv.", "meeting") == ["Kyiv"]
