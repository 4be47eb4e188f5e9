"""Needs in the plain wordings of news, where the want is told by a comparison, a part or a thing that no list of goods has."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack

LEAD = "President Zelensky spoke in Kyiv about the war in Ukraine. "


def _needs(text: str) -> list[Draft]:
    scene = set_scene(Document(text=LEAD + text, source="t"), load_pack())
    return [d for d in find_drafts(scene) if d.kind == "need" and d.trigger[0] >= len(LEAD)]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("stated", "The Kharkiv metro is in dire need of spare wheels."),
        ("stated", "What the sappers lack today, officers say, are drills and saws."),
        ("stated", "What is most urgently wanted, says the deputy mayor, is transformers."),
        ("stated", "Ukraine is short, above all, of rounds for its batteries."),
        ("stated", "Ukraine has nothing of its own against ballistic missiles."),
        ("stated", "Ukraine's plants have orders for barely half of their lines."),
        ("stated", "Ukrainian units are being outgunned eight to one."),
        ("stated", "Ukraine's most acute shortage is of trained infantry."),
        ("stated", "Ukraine will be 4 billion dollars short next year."),
        ("stated", "Ukraine's hospitals want for everything."),
        ("stated", "There are no spare parts for the howitzers of the brigade."),
        ("stated", "No money has been found for the repairs."),
        ("stated", "The country's own output covers only a third of its needs."),
        ("stated", "Ukraine must get more air defence, and soon."),
        ("requested", "Ukraine hopes for another four batteries."),
        ("requested", "Kyiv is counting on Berlin for three more systems."),
        ("requested", "The pilots got two jets, and Ukraine has asked for twice as many."),
        ("requested", "Kyiv could make good use of the drones."),
        ("stated", "What do you need most, Mr President? Drones, pumps and wire."),
    ],
)
def test_wants_in_plain_words(status: str, text: str) -> None:
    found = _needs(text)
    assert [d.status for d in found][:1] == [status]
    assert found[0].parties["needs"] == ["UA"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine needs an answer.",
        "Ukraine asked for time.",
        "The managers were asked for comment in Kyiv.",
        "Every European army will need these missiles.",
        "What do you need most, Mr President? Patriots are on their way.",
        "There is no doubt in Kyiv.",
    ],
)
def test_wants_of_nothing(text: str) -> None:
    assert not _needs(text)


def test_what_was_asked_for_is_the_whole_of_which_a_part_has_come() -> None:
    text = "Ukraine has received only three of the ten Patriot systems it asked for this summer."
    document = Document(
        text=f"{text}\n\nKyiv waits for more.", source="told", title="Aid to Ukraine", published=Published("2025-11-20", "given")
    )
    counts = {claim.kind: [item.count for item in claim.items] for claim in extract(document) if claim.kind in ("need", "commitment")}
    assert counts == {"need": [10], "commitment": [3]}
