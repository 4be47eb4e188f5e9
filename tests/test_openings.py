"""How agencies open their reports: place, day and agency give nothing."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("opening", "donor"),
    [
        ("Brussels (EFE).- Spain", "ES"),
        ("(ANSA) - ROME, DEC 3 - Italy", "IT"),
        ("KYIV. Dec 3 (Interfax-Ukraine) – Norway", "NO"),
        ("WARSAW, Dec. 3 (PAP) -- Poland", "PL"),
        ("Berlin/Kyiv – Germany", "DE"),
        ("[Paris, AFP] France", "FR"),
    ],
)
def test_openings_of_agencies_give_nothing(claims_of: ClaimsOf, opening: str, donor: str) -> None:
    found = claims_of(f"{opening} has handed over ten tanks to Ukraine, its defence ministry said.", "2025-12-03", "commitment")
    assert [c.parties["donor"] for c in found] == [(donor,)]
