"""What several outlets tell of one thing becomes one entry, from their texts on; what is much like it stays apart.

Each line of `gold/outlets.jsonl` and `gold/outlets_again.jsonl` is one thing with the day and text of each report; those of one report
are there to be mistaken for another.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published
from promissory.packs import load_pack
from promissory.reconciliation import Report, reconcile

GOLD = Path(__file__).parent / "gold"
#: File → how many pairs of reports are joined at least. A thing may stand in both: each file is reconciled by itself.
FILES = {"outlets.jsonl": 190, "outlets_again.jsonl": 130}
#: An event, the number of the report, its claims of the event's kind.
Told = tuple[str, int, list[str]]


def claims_of(name: str, day: str, text: str) -> Iterator[dict[str, Any]]:
    for claim in extract(Document(text=text, source=name, published=Published(day, "given"))):
        yield claim.to_record() | {"id": claim.id, "doc": name, "reported": day}


@pytest.fixture(scope="module", params=FILES)
def file(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pairs(file: str) -> dict[str, Counter[str]]:
    """Kind → how many pairs of reports are right, wrong (joined, but of two things) and missed."""
    reports, told = [], defaultdict[str, list[Told]](list)
    for event in map(json.loads, (GOLD / file).read_text(encoding="utf-8").splitlines()):
        for number, (day, text) in enumerate(event["reports"]):
            claims = list(claims_of(f"{event['event']}-{number}", day, text))
            reports += [Report.from_record(claim) for claim in claims]
            told[event["kind"]].append((event["event"], number, [c["id"] for c in claims if c["kind"] == event["kind"]]))
    entry = {claim: one.id for one in reconcile(reports, load_pack()).entries for claim in one.claims}
    return {kind: counted(list(combinations(those, 2)), entry) for kind, those in told.items()}


def counted(those: list[tuple[Told, Told]], entry: dict[str, str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (event, _, mine), (other, _, others) in those:
        joined = not {entry[claim] for claim in mine}.isdisjoint(entry[claim] for claim in others)
        if joined or (event == other and mine and others):
            counts["right" if joined and event == other else "wrong" if joined else "missed"] += 1
    return counts


def test_what_is_joined_is_one_thing(pairs: dict[str, Counter[str]], file: str) -> None:
    counts = sum(pairs.values(), Counter[str]())
    assert counts["right"] >= FILES[file]
    assert counts["right"] >= 0.98 * (counts["right"] + counts["wrong"])


def test_no_kind_joins_what_is_not_one_thing(pairs: dict[str, Counter[str]]) -> None:
    for kind, counts in pairs.items():
        assert counts["right"] >= 0.95 * (counts["right"] + counts["wrong"]), kind


def test_what_is_one_thing_is_joined(pairs: dict[str, Counter[str]]) -> None:
    counts = sum(pairs.values(), Counter[str]())
    assert counts["right"] >= 0.9 * (counts["right"] + counts["missed"])
