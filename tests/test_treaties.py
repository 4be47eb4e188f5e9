"""Texts of agreements: the published ones beside the project, where they are there, and invented ones always."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from promissory.extraction import extract
from promissory.extraction.treaties import recognise
from promissory.model import Claim, Document
from promissory.packs import load_pack
from promissory.reading import read

TEXTS = Path(__file__).parents[2] / "shared" / "corpus" / "agreements"
GOLD: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "gold" / "agreements.json").read_text(encoding="utf-8"))


def claims_in(text: str, kind: str | None = None) -> list[Claim]:
    claims = extract(Document(text=text, source="test"))
    return [claim for claim in claims if kind is None or claim.kind == kind]


# --- the published texts ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=sorted(GOLD))
def published(request: pytest.FixtureRequest) -> tuple[dict[str, Any], tuple[Claim, ...]]:
    path = TEXTS / str(request.param)
    if not path.exists():
        pytest.skip(f"the published text {path.name} is not beside the project (expected in {TEXTS.name}/ of the shared corpus)")
    (document,) = read(str(path))
    return GOLD[path.name], extract(document)


def test_published_agreement_is_one_claim_with_parties_signature_and_term(published: tuple[dict[str, Any], tuple[Claim, ...]]) -> None:
    gold, claims = published
    (agreement,) = [claim for claim in claims if claim.kind == "agreement"]
    found = (sorted(agreement.parties["party"]), agreement.date, agreement.place, agreement.term, agreement.status, agreement.count)
    assert found == (gold["parties"], gold["date"], gold["place"], gold["term"], "signed", 1)
    assert " ".join(agreement.evidence[0].quote.split()).rstrip(".").casefold() == gold["title"].casefold()
    assert agreement.framework == "G7-Joint-Declaration"
    assert "security" in agreement.scope


def test_published_sums_have_their_year_and_giver(published: tuple[dict[str, Any], tuple[Claim, ...]]) -> None:
    gold, claims = published
    found = [
        [claim.parties["donor"][0], claim.period, claim.amount.value, claim.amount.currency]
        for claim in claims
        if claim.kind == "commitment" and claim.amount
    ]
    assert [expected for expected in gold["sums"] if expected not in found] == []


def test_published_clauses_do_not_flood(published: tuple[dict[str, Any], tuple[Claim, ...]]) -> None:
    _, claims = published
    assert {claim.kind for claim in claims} <= {"agreement", "commitment", "condition"}
    assert len(claims) < 25
    assert 1 <= sum(claim.kind == "condition" for claim in claims) <= 2
