"""Documents in any order, in one build or in ten, give the same entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promissory.ledger import Ledger, open_ledger
from promissory.model import Claim, Document
from promissory.packs import Pack
from promissory.pipeline import ProductStages, build

#: Day of publication and text: promises that are kept, repeated and raised, a copy, an agreement, a count, a meeting, an attack.
REPORTS = (
    ("2024-02-24", "Canada and Ukraine signed a security agreement in Kyiv on Saturday."),
    ("2024-03-01", "Germany will give Ukraine two Patriot systems, Defence Minister Boris Pistorius said on Friday."),
    ("2024-03-02", "Berlin has promised Kyiv two Patriot systems."),
    ("2024-03-02", "Norway has promised Ukraine 60 million euros for ammunition."),
    ("2024-04-03", "Finland and Ukraine signed a security agreement in Kyiv on Wednesday, 3 April 2024."),
    ("2024-04-03", "Ukraine has now signed security agreements with two countries, Canada and Finland."),
    ("2024-04-11", "Russian missiles destroyed a power plant in Kyiv region on 11 April 2024."),
    ("2024-04-12", "A power plant in Kyiv region was destroyed by Russian missiles on Thursday, 11 April."),
    ("2024-04-20", "Germany repeated that it will give Ukraine two Patriot systems."),
    ("2024-05-20", "The NATO-Ukraine Council met in Brussels on 20 May 2024."),
    ("2024-06-10", "Norway raised its aid for ammunition to 90 million euros."),
    ("2024-07-05", "Two Patriot systems from Germany have arrived in Ukraine."),
    ("2024-07-06", "Ukraine asked its partners for seven more Patriot systems."),
)  # fmt: skip
NAMES = [f"r{n:02}" for n in range(len(REPORTS))]


class Remembering(ProductStages):
    """The product's stages; a text is parsed once."""

    parsed: dict[str, tuple[Claim, ...]] = {}  # noqa: RUF012  # for all builds of this module

    def extract(self, document: Document, pack: Pack) -> tuple[Claim, ...]:
        if document.id not in self.parsed:
            self.parsed[document.id] = super().extract(document, pack)
        return self.parsed[document.id]


def put(folder: Path, names: Iterable[str]) -> list[str]:
    """A file of its own for each report, as its outlet sends it."""
    paths = []
    for name in names:
        day, text = REPORTS[int(name[1:])]
        record = {"id": name, "text": text, "published": day, "publisher": f"The {name} Courier"}
        paths.append(folder / f"{name}.jsonl")
        paths[-1].write_text(json.dumps(record) + "\n", "utf-8")
    return [str(path) for path in paths]


def built(folder: Path, batches: Sequence[Sequence[str]]) -> Ledger:
    """The ledger after a build for each batch."""
    ledger = open_ledger(folder / f"{len(list(folder.glob('*.db')))}.db")
    for batch in batches:
        build(put(folder, batch), ledger, jobs=1, stages=Remembering())
    return ledger


def by_claims(ledger: Ledger) -> set[str]:
    """The entries with their findings, each named by its claims instead of its id."""
    entries = ledger.entries().to_records()
    names = {entry["id"]: f"<{' '.join(sorted(entry['claims']))}>" for entry in entries}
    findings = {key: ledger.get(key).to_record() for entry in entries for key in entry["findings"]}
    return {json.dumps(_renamed(entry, names, findings), sort_keys=True) for entry in entries}


def _renamed(entry: Mapping[str, Any], names: Mapping[str, str], findings: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    links = sorted((link["type"], names[link["entry"]]) for link in entry["links"])
    told = sorted((findings[key]["kind"], sorted(names.get(about, about) for about in findings[key]["about"])) for key in entry["findings"])
    return {**entry, "id": names[entry["id"]], "links": links, "findings": told}


def batches(names: Sequence[str]) -> st.SearchStrategy[list[list[str]]]:
    """The reports in the given order, cut into at most ten batches."""
    cuts = st.lists(st.integers(1, len(names) - 1), max_size=9, unique=True).map(sorted)
    return cuts.map(lambda at: [list(names[a:b]) for a, b in zip([0, *at], [*at, len(names)], strict=True)])


SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return built(tmp_path_factory.mktemp("whole"), [NAMES])


def test_the_reports_are_joined_linked_and_found_fault_with(whole: Ledger) -> None:
    entries = whole.entries().to_records()
    assert any(len(entry["claims"]) > 2 for entry in entries)
    assert any(entry["links"] for entry in entries)
    assert any(entry["findings"] for entry in entries)


@given(st.permutations(NAMES).flatmap(batches))
@SLOW
def test_any_order_in_any_number_of_builds_gives_the_same_entries(whole: Ledger, tmp_path: Path, order: list[list[str]]) -> None:
    assert by_claims(built(tmp_path, order)) == by_claims(whole)


@given(st.permutations(NAMES).map(lambda names: [names]))
@SLOW
def test_any_order_in_one_build_gives_the_same_ids(whole: Ledger, tmp_path: Path, order: list[list[str]]) -> None:
    assert built(tmp_path, order).entries().to_records() == whole.entries().to_records()


@given(batches(NAMES))
@SLOW
def test_news_as_it_comes_in_any_number_of_builds_gives_the_same_ids(whole: Ledger, tmp_path: Path, order: list[list[str]]) -> None:
    assert built(tmp_path, order).entries().to_records() == whole.entries().to_records()


@given(st.permutations(NAMES).flatmap(batches))
@SLOW
def test_an_entry_keeps_its_id_whatever_is_read_later(tmp_path: Path, order: list[list[str]]) -> None:
    """The id of an entry stays with most of its claims."""
    ledger = built(tmp_path, order[:1])
    before = {claim: entry["id"] for entry in ledger.entries().to_records() for claim in entry["claims"]}
    for batch in order[1:]:
        build(put(tmp_path, batch), ledger, jobs=1, stages=Remembering())
    after = ledger.entries().to_records()
    ids = {entry["id"] for entry in after}
    for entry in after:
        old = {before[claim] for claim in entry["claims"] if claim in before}
        assert not old or entry["id"] in old or old & (ids - {entry["id"]})
