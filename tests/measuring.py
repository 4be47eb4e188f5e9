"""How the accuracy of extraction is measured against the labelled documents beside the repository."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from training.labels import LABELS, text_of, unpack

from promissory.evaluation import GoldDocument, is_unread, load_gold, score
from promissory.extraction import extract
from promissory.reading import read

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "gold"
CORPUS = SHARED / "corpus"
#: Reports written and labelled for this project, which need nothing beside the repository.
REPORTS = Path(__file__).parents[1] / "training" / "reports"
FLOORS_FILE = Path(__file__).with_name("floors.json")
Claims = list[dict[str, Any]]


@dataclass(frozen=True)
class Labelled:
    """A labelled set: its gold file, the input documents, their texts, and what its digest is of."""

    gold: Path
    documents: Path
    texts: Path
    digest: str

    def of_split(self, split: str) -> tuple[list[GoldDocument], dict[str, str]]:
        """The documents of a split (`all`, `tune`, `unread`) and their texts by name."""
        gold = [g for g in load_gold(self.gold) if split == "all" or is_unread(g.name) == (split == "unread")]
        return gold, {g.name: (self.texts / g.name).read_text(encoding="utf-8") for g in gold}


def load_floors() -> dict[str, Any]:
    """Set name → its files, the digest of its gold, and the floors of each split."""
    floors: dict[str, Any] = json.loads(FLOORS_FILE.read_text(encoding="utf-8"))
    return floors


def labelled(one: dict[str, Any]) -> Labelled:
    """A set of the floors file: files of the shared gold, the repository's own reports, or its own labels of the shared corpus."""
    if one.get("own"):
        return _own_reports()
    if "gold" not in one:
        return _own_labels()
    return Labelled(GOLD / one["gold"], GOLD / one["documents"], GOLD / one["texts"], digest(GOLD / one["gold"]))


@lru_cache(maxsize=1)
def _own_labels() -> Labelled:
    gold, documents, texts = unpack(CORPUS, Path(tempfile.mkdtemp(prefix="promissory-labels-")))
    return Labelled(gold, documents, texts, digest(*sorted(LABELS.glob("*.jsonl"))))


@lru_cache(maxsize=1)
def _own_reports() -> Labelled:
    texts = Path(tempfile.mkdtemp(prefix="promissory-reports-"))
    for line in (REPORTS / "docs.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        (texts / document["id"]).write_text(text_of(document), encoding="utf-8")
    return Labelled(REPORTS / "gold.jsonl", REPORTS / "docs.jsonl", texts, digest(REPORTS / "gold.jsonl"))


def digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def claims_of_set(one: dict[str, Any]) -> Claims:
    """The claims of a labelled set, each document read as the product reads it."""
    documents = read(str(labelled(one).documents))
    return [claim.to_record() | {"source": document.source} for document in documents for claim in extract(document)]


def figures_of(one: dict[str, Any], split: str, claims: Claims) -> dict[str, float]:
    """grounded, found, right and slots of a split (`all`, `tune`, `unread`) of a set."""
    gold, texts = labelled(one).of_split(split)
    record = score(gold, claims, texts).to_record()
    return {"grounded": record["grounded"], "found": record["found"]["f1"], "right": record["right"]["f1"], "slots": record["slots"]}
