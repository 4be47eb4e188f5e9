"""Proposals by and to those whom the pack does not name, and by a text that says itself what is to be done."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document
from promissory.packs import load_pack

LEAD = "President Zelensky spoke in Kyiv about the war in Ukraine. "


def _urged(text: str) -> list[Draft]:
    scene = set_scene(Document(text=LEAD + text, source="t"), load_pack())
    return [d for d in find_drafts(scene) if d.kind == "proposal" and d.trigger[0] >= len(LEAD)]


@pytest.mark.parametrize(
    "text",
    [
        "We recommend that the office publish the list twice a year.",
        "Lawyers recommend that the fund be audited.",
        "Owners of such launchers should hand over some of them.",
        "The mandate ought to be rewritten.",
        "The peers want the cabinet to double the team.",
        "The Labour group asks for the export rules to be loosened.",
        "One deputy moved that the budget be cut.",
        "The club proposed during the debate that half of the sum be paid at once.",
    ],
)
def test_urged_without_a_name(text: str) -> None:
    assert [d.status for d in _urged(text)][:1] == ["made"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway moved its share ahead of schedule.",
        "Envoys had warned against high hopes.",
        "It should be added that the roads were dry.",
        "Ukraine must rely on its own forces.",
    ],
)
def test_nothing_urged(text: str) -> None:
    assert not _urged(text)
