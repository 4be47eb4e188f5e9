"""Labels of documents beside the repository: offsets only, and back to the usual form."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.labels import LABELS, packed, text_of, unpacked

DOCUMENT: dict[str, Any] = {"id": "x1.txt", "title": "Tanks for Ukraine", "text": "Poland will send ten tanks.\nSlovakia will not."}


def label(*quotes: str) -> dict[str, Any]:
    claims = [{"kind": "commitment", "status": "pledged", "parties": {}, "evidence": [{"quote": quote}]} for quote in quotes]
    return {"doc": "x1.txt", "published": {"given": "2024-05-01"}, "findings": [], "claims": claims}


def test_a_label_holds_no_word_of_the_text() -> None:
    kept = packed(label("Poland will send ten tanks."), DOCUMENT, "news.jsonl")
    assert "Poland will" not in json.dumps(kept)
    assert kept["claims"][0]["evidence"] == [(19, 46)]


@given(st.data())
def test_what_was_packed_is_unpacked_as_it_was(data: st.DataObject) -> None:
    text = text_of(DOCUMENT)
    start = data.draw(st.integers(0, len(text) - 1))
    gold = label(text[start : data.draw(st.integers(start + 1, len(text)))])
    back, document = unpacked(json.loads(json.dumps(packed(gold, DOCUMENT, "news.jsonl"))), DOCUMENT)
    assert back == gold
    assert document == DOCUMENT


def test_another_text_under_the_same_name_is_told() -> None:
    kept = packed(label("Slovakia will not."), DOCUMENT, "news.jsonl")
    with pytest.raises(ValueError, match="not the one that was labelled"):
        unpacked(kept, DOCUMENT | {"text": "Slovakia will."})


def test_the_labels_of_the_repository_have_offsets_only() -> None:
    for path in LABELS.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            for claim in json.loads(line)["claims"]:
                assert all(isinstance(at, int) for span in claim["evidence"] for at in span)
                assert not any(isinstance(value, str) and len(value.split()) > 8 for value in claim.values())
