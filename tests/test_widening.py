"""Instruments that states come to, that are talked about, and that a bloc declares."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        ("Greece could shortly be added to the list of countries bound to Ukraine by a security accord.", "proposed", {("GR", "UA")}),
        ("Japan joined the countries that have such an agreement with Ukraine on Thursday.", "signed", {("JP", "UA")}),
        ("Ireland will join the group of states that have signed a security pact with Ukraine.", "proposed", {("IE", "UA")}),
        ("Texts with Norway and Spain are under negotiation, Kyiv said of its pacts.", "negotiating", {("NO", "UA"), ("ES", "UA")}),
        ("Ukraine signed an agreement with Rome in May, and one with Athens is being drafted.", "negotiating", {("GR", "UA")}),
        ("The G7 leaders agreed on a declaration on guarantees for Ukraine in July 2023.", "signed", {("G7",)}),
    ],
)  # fmt: skip
def test_parties_that_come_and_texts_at_work(claims_of: ClaimsOf, text: str, status: str, parties: set[tuple[str, ...]]) -> None:
    found = {tuple(sorted(c.parties["party"])) for c in claims_of(text, "2024-05-24", "agreement") if c.status == status}
    assert {tuple(sorted(p)) for p in parties} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Greece will not be added to the list of countries bound to Ukraine by a security accord.",
        "If Ireland joined the countries that have signed a pact with Ukraine, Moscow would protest.",
    ],
)
def test_those_who_do_not_come_are_no_party(claims_of: ClaimsOf, text: str) -> None:
    assert not [c for c in claims_of(text, "2024-05-24", "agreement") if {"GR", "IE"} & set(c.parties["party"])]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark, Canada and Sweden have already put their names to similar documents with Ukraine.",
        "IMF staff and the Ukrainian government concluded an agreement on the fifth review on September 10.",
    ],
)
def test_who_makes_an_instrument_does_not_tell_it(claims_of: ClaimsOf, text: str) -> None:
    found = claims_of(text, "2024-10-05", "agreement")
    assert found
    assert all(not c.attributed_to for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine has many bats. Poland joined the countries that have signed the treaty on the protection of bats.",
        "Had Britain and Ukraine signed a security agreement in 2015, Moscow would have laughed.",
    ],
)
def test_other_treaties_and_what_never_came_about_are_no_agreement(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, "2024-06-10", "agreement")
