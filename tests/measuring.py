"""How the accuracy of extraction is measured against the labelled documents beside the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from promissory.evaluation import is_unread, load_gold, score
from promissory.extraction import extract
from promissory.reading import read

GOLD = Path(__file__).parents[2] / "shared" / "gold"
FLOORS_FILE = Path(__file__).with_name("floors.json")
Claims = list[dict[str, Any]]


def load_floors() -> dict[str, Any]:
    """Set name → its files, the digest of its gold, and the floors of each split."""
    floors: dict[str, Any] = json.loads(FLOORS_FILE.read_text(encoding="utf-8"))
    return floors


def claims_of_set(one: dict[str, Any]) -> Claims:
    """The claims of a labelled set, each document read as the product reads it."""
    return [
        claim.to_record() | {"source": document.source} for document in read(str(GOLD / one["documents"])) for claim in extract(document)
    ]


def figures_of(one: dict[str, Any], split: str, claims: Claims) -> dict[str, float]:
    """grounded, found, right and slots of a split (`all`, `tune`, `unread`) of a set."""
    gold = [g for g in load_gold(GOLD / one["gold"]) if split == "all" or is_unread(g.name) == (split == "unread")]
    texts = {g.name: (GOLD / one["texts"] / g.name).read_text(encoding="utf-8") for g in gold}
    record = score(gold, claims, texts).to_record()
    return {"grounded": record["grounded"], "found": record["found"]["f1"], "right": record["right"]["f1"], "slots": record["slots"]}
