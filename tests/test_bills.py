"""Bills of aid that are passed, by one house or both, and votes on loans."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document, Published


def told(text: str, kind: str) -> list[Claim]:
    document = Document(text=text, source="test", title="News of aid to Ukraine", published=Published("2024-04-26", "given"))
    return [c for c in extract(document) if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "status", "donor", "value"),
    [
        ("The US House of Representatives passed a $61 billion aid bill for Ukraine on Saturday.", "considered", "US", 61e9),
        ("Congress passed the aid bill for Ukraine after months of delay.", "committed", "US", None),
        ("Biden signed the bill with $61 billion for Ukraine into law on Wednesday.", "committed", "US", 61e9),
        ("The European Parliament backed the 35 billion euro loan to Ukraine on Tuesday.", "committed", "EU", 35e9),
    ],
)
def test_bills_of_aid(text: str, status: str, donor: str, value: float | None) -> None:
    (found,) = told(text, "commitment")
    assert (found.status, found.parties["donor"]) == (status, (donor,))
    assert (found.amount.value if found.amount else None) == value
    assert told(text, "proposal") == []


def test_other_bills_give_nothing() -> None:
    assert told("The US House of Representatives passed a bill on Monday that punishes buyers of Russian oil.", "commitment") == []
