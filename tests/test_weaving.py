"""New documents touch what they can reach and nothing else, and the ledger is as if all had been read at once."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from benchmarks.reconcile import NARROW, make_claims
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from promissory.ledger import Ledger, LedgerShelf, open_ledger
from promissory.model import Claim, Decision, Document, Published
from promissory.packs import Pack
from promissory.pipeline import build
from promissory.reconciliation import blocking, chaining, clustering, company, gallery, stacking, touching, weaving
from promissory.settings import Settings
from promissory.stages import Compared, ProductStages
from tests.databases import Places

Told = Mapping[str, Any]


@dataclass(frozen=True)
class MadeUp(ProductStages):
    """The product's stages, but for reading and extraction: a source is the number of a document that was made up."""

    told: Sequence[Sequence[Told]] = ()

    @property
    def version(self) -> str:
        return "made up"

    def read(self, source: str, _settings: Settings, _pack: Pack, *_others: object) -> Iterator[Document]:
        told = self.told[int(source)]
        text = "\n".join(claim["evidence"][0]["quote"] for claim in told)
        yield Document(text, source, published=Published(max(claim["reported"] for claim in told), "given"))

    def extract(self, document: Document, _pack: Pack) -> tuple[Claim, ...]:
        return tuple(_claim(document, claim) for claim in self.told[int(document.source)])

    def examine(self, *_others: object) -> tuple[()]:
        return ()


def _claim(document: Document, told: Told) -> Claim:
    quote = told["evidence"][0]["quote"]
    at = document.text.index(quote)
    evidence = [{"start": at, "end": at + len(quote), "quote": quote}]
    return Claim.from_record({**told, "doc": document.id, "evidence": evidence}, document.text)


def crowd(seed: int, size: int, days: int) -> list[list[Told]]:
    """Documents of claims that crowd within a few days, so that blocks overflow and pairs are pushed apart."""
    chance = random.Random(seed)
    claims = [_crowded(dict(report.claim) | {"reported": report.reported}, days) for report, _ in make_claims(size, chance, NARROW)]
    chance.shuffle(claims)
    numbered = sorted(enumerate(claims), key=lambda pair: (pair[0] % max(1, size // 5), pair[0]))
    return [[claim for _, claim in told] for _, told in groupby(numbered, key=lambda pair: pair[0] % max(1, size // 5))]


def _crowded(claim: dict[str, Any], days: int) -> dict[str, Any]:
    """The claim within the first days of 2024, and often with a number of goods to come by a day."""
    chance = random.Random(claim["id"])
    moved: dict[str, Any] = {slot: f"2024-{1 + (hash_of(claim[slot]) % days) // 28:02}-{1 + hash_of(claim[slot]) % days % 28:02}"
             for slot in ("date", "reported") if claim.get(slot)}  # fmt: skip
    moved["reported"] = max(moved.get("date", ""), moved["reported"])
    if claim["kind"] == "commitment" and chance.random() < 0.3:
        moved["period"] = f"2024-{chance.randrange(3, 9):02}"
        claim["evidence"][0]["quote"] += " It will be delivered by next month."
    if claim["kind"] == "agreement" and chance.random() < 0.3:
        moved["count"] = chance.randrange(2, 5)
    return claim | moved


def hash_of(value: str) -> int:
    return int.from_bytes(value.encode(), "big") % 9973


def built(where: str | Path, told: Sequence[Sequence[Told]], batches: Iterable[Sequence[int]]) -> Ledger:
    ledger = open_ledger(where)
    for batch in batches:
        build([str(number) for number in batch], ledger, jobs=1, stages=MadeUp(told=told))
    return ledger


def listing(ledger: Ledger) -> list[Any]:
    return [ledger.entries().to_records(), ledger.findings().to_records()]


def pairs_of(ledger: Ledger) -> list[Any]:
    """What is kept of the pairs of claims for the next build, whatever the numbers of the claims are."""
    told = "SELECT a.claim, b.claim, p.score, p.shared, p.near FROM woven_pairs p JOIN woven_claims a ON a.number = p.one"
    with ledger._engine.connect() as connection:
        rows = connection.execute(sql(f"{told} JOIN woven_claims b ON b.number = p.other")).all()
    return sorted((*sorted(row[:2]), *row[2:]) for row in rows)


SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(st.integers(0, 2**16), st.sampled_from((40, 150, 400)), st.sampled_from((3, 20, 50)), st.data())
@SLOW
def test_in_any_number_of_builds_and_any_order_the_ledger_is_the_same(
    tmp_path: Path, seed: int, size: int, days: int, data: st.DataObject
) -> None:
    told = crowd(seed, size, days)
    numbers = data.draw(st.permutations(range(len(told))))
    cuts = sorted(data.draw(st.lists(st.integers(1, len(told) - 1), max_size=9, unique=True)))
    batches = [numbers[a:b] for a, b in zip([0, *cuts], [*cuts, len(told)], strict=True)]
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    once, often = built(folder / "once.db", told, [range(len(told))]), built(folder / "often.db", told, batches)
    assert json.dumps(listing(often), indent=1) == json.dumps(listing(once), indent=1)
    assert pairs_of(often) == pairs_of(once)


def drones(number: int, reported: str, status: str, count: int, **slots: Any) -> list[Told]:
    """A document with one claim on American drones."""
    given = {"parties": {"donor": ["US"], "recipient": ["UA"]}, "items": [{"item": "drone", "count": count, "qualifier": None}]}
    words = {"evidence": [{"quote": f"Told by document {number}. They will arrive by April."}], "grounds": {}, "confidence": 0.5}
    return [{"id": f"c_{number}", "kind": "commitment", "status": status, "reported": reported, **given, **words, **slots}]


def test_what_is_found_of_an_entry_stays_while_others_are_linked_with_it(tmp_path: Path) -> None:
    told = [
        drones(1, "2024-01-15", "allocated", 10),
        drones(2, "2024-01-22", "allocated", 10),
        drones(3, "2024-02-20", "delivered", 18, date="2024-02-11"),
    ]
    once, often = built(tmp_path / "once.db", told, [range(3)]), built(tmp_path / "often.db", told, [range(2), [2]])
    links = [link["type"] for entry in often.entries().to_records() for link in entry["links"]]
    assert links == ["fulfils"]
    assert [finding["kind"] for finding in often.findings()] == ["restated"]
    assert listing(often) == listing(once)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 0, 1), (2, 1, 0)])
def test_nothing_is_found_of_an_entry_that_is_no_more(tmp_path: Path, order: tuple[int, int, int]) -> None:
    told = [
        drones(1, "2024-06-20", "allocated", 10, date="2024-01-15"),
        drones(2, "2024-01-16", "allocated", 10, date="2024-01-15", period="2024-04"),
        drones(3, "2024-01-17", "allocated", 10, date="2024-01-15", period="2024-04"),
    ]
    once, often = built(tmp_path / "once.db", told, [range(3)]), built(tmp_path / "often.db", told, [[n] for n in order])
    assert {finding["kind"] for finding in once.findings()} >= {"overdue"}
    assert listing(often) == listing(once)
    assert often.check() == []


@given(st.integers(0, 2**16), st.sampled_from((2, 5, 512)), st.data())
@SLOW
def test_pairs_that_are_pushed_apart_are_those_that_never_met(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, most: int, data: st.DataObject
) -> None:
    for module in (blocking, touching, weaving):
        for name, number in {"WHOLE": 6, "NEIGHBOURS": 2}.items():
            if name in vars(module):
                monkeypatch.setattr(module, name, number)
    monkeypatch.setattr(clustering, "CROWD", most)
    told = crowd(seed, 200, 10)
    numbers = data.draw(st.permutations(range(len(told))))
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    once = built(folder / "once.db", told, [range(len(told))])
    often = built(folder / "often.db", told, [numbers[at : at + 9] for at in range(0, len(told), 9)])
    assert listing(often) == listing(once)
    assert pairs_of(often) == pairs_of(once)


@given(st.integers(0, 2**16), st.sampled_from((2, 5, 20)), st.data())
@SLOW
def test_components_that_are_cut_are_the_same_in_any_number_of_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, most: int, data: st.DataObject
) -> None:
    monkeypatch.setattr(clustering, "CROWD", most)
    told = crowd(seed, 300, 3)
    numbers = data.draw(st.permutations(range(len(told))))
    cuts = sorted(data.draw(st.lists(st.integers(1, len(told) - 1), max_size=9, unique=True)))
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    once = listing(built(folder / "once.db", told, [range(len(told))]))
    batches = [numbers[a:b] for a, b in zip([0, *cuts], [*cuts, len(told)], strict=True)]
    assert listing(built(folder / "often.db", told, batches)) == once


def test_whatever_is_in_memory_at_a_time_the_ledger_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = crowd(7, 300, 20)
    at_once = listing(built(tmp_path / "once.db", told, [range(len(told))]))
    for module in (chaining, clustering, company, gallery, stacking):
        for name in {"PART", "FEW", "OPEN"}.intersection(vars(module)):
            monkeypatch.setattr(module, name, 7)
    assert listing(built(tmp_path / "parts.db", told, [range(len(told))])) == at_once


def test_in_either_database_ten_builds_are_as_one(places: Places) -> None:
    told = crowd(3, 160, 10)
    numbers = random.Random(5).sample(range(len(told)), len(told))
    once, often = built(places(), told, [numbers]), built(places(), told, [numbers[at::10] for at in range(10)])
    assert listing(often) == listing(once)
    assert often.check() == []


def test_a_build_looks_at_no_more_than_it_can_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = crowd(11, 400, 50)
    ledger = built(tmp_path / "l.db", told, [range(len(told) - 1)])
    read: list[Document] = []
    compare = MadeUp.compare

    def noted(stages: MadeUp, documents: Iterable[Document], shelf: LedgerShelf | None) -> Compared:
        read.extend(documents)
        return compare(stages, read, shelf)

    monkeypatch.setattr(MadeUp, "compare", noted)
    build([str(len(told) - 1)], ledger, jobs=1, stages=MadeUp(told=told))
    assert len(read) == 1


def test_rulings_stay_while_documents_are_woven_in(tmp_path: Path) -> None:
    told = crowd(2, 150, 20)
    half = len(told) // 2
    ledger = built(tmp_path / "l.db", told, [range(half)])
    first, second, third = [row.id for row in ledger.entries(kind="commitment")][:3]
    ledger.decide("merge", first, second, reviewer="ann")
    ledger.decide("edit", third, reviewer="ann", change={"place": "Port"})
    ruled = ledger.get(third).record["claims"]
    build([str(number) for number in range(half, len(told))], ledger, jobs=1, stages=MadeUp(told=told))
    assert ledger.get(first).id == ledger.get(second).id
    assert [row["place"] for row in ledger.entries() if set(ruled) & set(row["claims"])] == ["Port"]
    assert ledger.check() == []
    once = built(tmp_path / "once.db", told, [range(len(told))])
    once.take([Decision.from_record(row.to_record()) for row in ledger.decisions()])
    assert listing(once)[0] == listing(ledger)[0]
