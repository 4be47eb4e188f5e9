"""Notes of a tracker: what is asked of them, and what counts as found."""

from __future__ import annotations

import pytest
from benchmarks.tracker import compare, figures, names

from promissory.extraction import extract
from promissory.model import Document
from promissory.packs import load_pack


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six howitzers and 1,200 rounds", {6, 1200}),
        ("See source of aid 2: four trucks on May 9, at 2:15", {4}),
        ("50 million crowns", {50e6}),
    ],
)
def test_figures(text: str, found: set[float]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(("text", "named"), [("Oslo gives", True), ("The Norwegian army gives", True), ("Sweden gives", False)])
def test_donor_named(text: str, named: bool) -> None:
    assert names(text, "NO", load_pack()) is named


def test_note_compared() -> None:
    text = "Norway sent 12 ambulances, worth NOK 10 million (EUR 900,000)."
    note = {"text": text, "donor": "NO", "amount": {"value": 900000, "currency": "EUR"}, "items": [{"item": "ambulance", "count": 12}]}
    claims = extract(Document(text=text, source="test"))
    assert [hit for _, _, hit in compare(note, text, claims, load_pack())] == [True, True, True]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Croatia has given 190,300,100 EUR so far. We attribute 29,771,015 to humanitarian aid.", 29771015),
        ("Croatia has given aid worth EUR 3 milllion.", 3e6),
    ],
)
def test_sums_as_notes_write_them(text: str, value: float) -> None:
    assert value in {c.amount.value for c in extract(Document(text=text, source="test")) if c.amount is not None}
