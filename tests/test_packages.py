"""Contents of a package told in the sentence after go to the one gift that is left of several in the first."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "items", "value"),
    [
        (
            "France pledges humanitarian aid of 37.5 million EUR to Ukraine (see Source of Aid 2). This includes 41 generators.",
            [("generator", 41)],
            37.5e6,
        ),
        (
            "Finland pledged a package of military aid to Ukraine. The package is worth €143 million and contains 19 howitzers.",
            [("howitzer", 19)],
            143e6,
        ),
    ],
)
def test_contents_told_after(claims_of: ClaimsOf, text: str, items: list[tuple[str, int]], value: float) -> None:
    (found,) = claims_of(text, "2023-03-24", "commitment")
    assert [(i.item, i.count) for i in found.items] == items
    assert found.amount is not None
    assert found.amount.value == value
    assert len(found.evidence) == 2
