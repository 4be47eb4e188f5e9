"""Documents in any order, in one build or in ten, give the same entries with the same ids; an id once given goes on leading somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promissory.ledger import Ledger, open_ledger
from promissory.model import Claim, Document
from promissory.packs import Pack
from promissory.pipeline import build
from promissory.stages import ProductStages

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
    ("2024-06-10", "Norway raised its aid for ammunition from 60 million euros to 90 million euros."),
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
def test_any_order_in_any_number_of_builds_gives_the_same_entries_and_ids(whole: Ledger, tmp_path: Path, order: list[list[str]]) -> None:
    ledger = built(tmp_path, order)
    assert ledger.entries().to_records() == whole.entries().to_records()
    assert ledger.findings().to_records() == whole.findings().to_records()


@given(st.permutations(NAMES).flatmap(batches))
@SLOW
def test_every_id_ever_given_leads_to_what_holds_its_claim(tmp_path: Path, order: list[list[str]]) -> None:
    ledger = built(tmp_path, order[:1])
    given_first: dict[str, str] = {}
    for batch in [*order[1:], []]:
        given_first |= {entry["id"]: entry["claims"][0] for entry in ledger.entries().to_records()}
        build(put(tmp_path, batch), ledger, jobs=1, stages=Remembering())
    now = {claim: entry["id"] for entry in ledger.entries().to_records() for claim in entry["claims"]}
    assert {key: ledger.get(key).id for key in given_first} == {key: now[claim] for key, claim in given_first.items()}


def test_an_archive_read_later_gives_an_entry_the_id_of_its_first_report(tmp_path: Path) -> None:
    ledger = built(tmp_path, [["r02"]])
    (late,) = ledger.entries(kind="commitment").to_records()
    build(put(tmp_path, ["r01"]), ledger, jobs=1, stages=Remembering())
    (first,) = ledger.entries(kind="commitment").to_records()
    assert first["id"] != late["id"]
    assert set(late["claims"]) < set(first["claims"])
    assert ledger.get(late["id"]).to_record() == first
    assert ledger.get(late["id"][:12]).id == first["id"]
    then = ledger.entry_as_of(late["id"], "2024-03-02")
    assert then is not None
    assert then.id == first["id"]
