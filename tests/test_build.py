"""A build: the same twice, resumed wherever it was killed, in any number of processes, with one fault stopping nothing else."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from promissory.errors import DependencyError, LedgerError, SourceError, UsageError
from promissory.ledger import Changes, Ledger, LedgerShelf, open_ledger
from promissory.model import Claim, Document, Entry, Finding, Published, Step
from promissory.packs import Pack
from promissory.pipeline import build
from promissory.settings import Settings
from promissory.stages import Compared, Origin, ProductStages


@dataclass
class Toy:
    """Stages of a toy: each line of a text file after the first, its date, is a pledge; entries gather pledges of one wording."""

    version: str = "toy 1"
    rules: str = "toy"
    pause: float = 0.0

    def read(self, source: str, _settings: Settings, _pack: Pack, on_fault: Callable[[SourceError], object]) -> Iterator[Document]:
        for path in sorted(Path(source).glob("*.txt")):
            day, _, text = path.read_text("utf-8").partition("\n")
            if text:
                yield Document(text, path.name, published=Published(day, "given"))
            else:
                on_fault(SourceError("the file is empty", path.name))

    def extract(self, document: Document, _pack: Pack) -> tuple[Claim, ...]:
        time.sleep(self.pause)
        if "broken" in document.text:
            raise ValueError("a fault of the extractor")
        if "missing" in document.text:
            raise DependencyError("no model", "toy", "install it")
        return tuple(_toy_claim(document, document.text.index(line), line) for line in document.text.splitlines())

    def examine(self, document: Document, claims: tuple[Claim, ...], _pack: Pack) -> tuple[Finding, ...]:
        return () if len(claims) > 1 else (Finding(kind="boilerplate", message="one line", about=(document.id,)),)

    def compare(self, documents: Iterable[Document], shelf: LedgerShelf | None) -> Compared:
        return ProductStages().compare(documents, shelf)

    def reconcile(
        self,
        claims: Iterable[Mapping[str, Any]],
        _origins: Mapping[str, Origin],
        _stirred: Mapping[str, Origin],
        _pack: Pack,
        shelf: LedgerShelf | None,
    ) -> tuple[Changes, dict[str, int]]:
        new, first = list(claims), shelf.newest if shelf else 0
        homes = sorted({_toy_id(claim) for claim in new})
        old = [json.loads(row[1]) for row in shelf.hung(list(shelf.of_entries(homes)))] if shelf else []
        groups = {home: [claim for claim in (*old, *new) if _toy_id(claim) == home] for home in homes}
        rows = [
            {
                "number": number,
                "claim": claim["id"],
                "doc": claim["doc"],
                "certain": -1,
                "home": _toy_id(claim),
                "packed": json.dumps(claim),
                **{"kind": "commitment", "first": 0, "last": 0, "day": 0, "reported": claim["reported"]},
            }
            for number, claim in enumerate(new, first)
        ]
        entries = [_toy_entry(home, group) for home, group in groups.items()]
        return Changes(shelf is None, entries, (), kept=lambda: [("woven_claims", rows)]), {}


def _toy_id(claim: Mapping[str, Any]) -> str:
    return f"e_{claim['evidence'][0]['quote']}"


def _toy_claim(document: Document, at: int, line: str) -> Claim:
    evidence = (document.span(at, at + len(line)),)
    return Claim(text=document.text, doc=document.id, kind="commitment", status="pledged", parties={"donor": ("NO",)}, evidence=evidence)


def _toy_entry(ident: str, group: Sequence[Mapping[str, Any]]) -> Entry:
    ids = tuple(sorted(claim["id"] for claim in group))
    step = Step("pledged", None, min(claim["reported"] for claim in group), ids)
    return Entry(id=ident, kind="commitment", status="pledged", parties={}, slots={}, history=(step,), claims=ids, independent_sources=1)


def write_folder(folder: Path, number: int = 60) -> Path:
    folder.mkdir(exist_ok=True)
    for n in range(number):
        lines = [f"Norwind pledges {n % 7} boats.", f"Norwind pledges {n} trucks."][: 1 + n % 2]
        (folder / f"{n:03}.txt").write_text("\n".join([f"2024-0{1 + n % 9}-11", *lines]), "utf-8")
    return folder


def listing(ledger: Ledger) -> str:
    """Everything a ledger lists, as it is printed."""
    parts = (ledger.documents(), ledger.claims(), ledger.entries(), ledger.findings())
    return "\n".join(json.dumps(record) for part in parts for record in part.to_records())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "texts")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "l.db")


def test_the_same_sources_twice_add_nothing(folder: Path, ledger: Ledger) -> None:
    first = build([folder], ledger, stages=Toy())
    once = listing(ledger)
    second = build([folder, folder], ledger, stages=Toy())
    assert (first.read, first.new, first.known, first.documents) == (60, 60, 0, 60)
    assert (second.read, second.new, second.known, second.documents) == (120, 0, 120, 60)
    assert listing(ledger) == once
    assert sqlite3.connect(ledger.name).execute("SELECT count(*) FROM rebuilds").fetchone() == (1,)


def test_parts_and_processes_make_no_difference(folder: Path, tmp_path: Path, ledger: Ledger) -> None:
    build([folder], ledger, stages=Toy())
    parallel, backwards = open_ledger(tmp_path / "p.db"), open_ledger(tmp_path / "b.db")
    build([folder], parallel, jobs=2, stages=Toy())
    for name in ("9", "0"):
        part = tmp_path / name
        part.mkdir()
        for path in folder.glob("*.txt"):
            if (path.name < "030.txt") == (name == "0"):
                path.rename(part / path.name)
        build([part], backwards, stages=Toy())
    assert listing(parallel) == listing(ledger) == listing(backwards)


def test_one_fault_stops_nothing_else_and_is_told(folder: Path, ledger: Ledger) -> None:
    (folder / "020.txt").write_text("2024-01-01\nA broken text.")
    (folder / "020b.txt").write_text("2024-01-01\nA broken text.")
    (folder / "021.txt").write_text("")
    report = build([folder], ledger, stages=Toy())
    assert sorted((fault.where, fault.what) for fault in report.skipped) == [
        ("020.txt", "no claims could be extracted: ValueError: a fault of the extractor"),
        ("021.txt", "the file is empty"),
    ]
    assert (report.new, report.documents) == (58, 58)
    assert report.to_record()["skipped"][0].keys() == {"error", "what", "where", "cure"}


def test_what_every_text_would_lack_stops_the_build(folder: Path, ledger: Ledger) -> None:
    (folder / "050.txt").write_text("2024-01-01\nA missing model.")
    with pytest.raises(DependencyError, match="no model"):
        build([folder], ledger, stages=Toy())
    assert len(ledger.documents()) == 48  # whole batches before it are kept


def test_a_new_version_reads_again_and_the_old_one_is_taken_back_unread(folder: Path, ledger: Ledger) -> None:
    build([folder], ledger, stages=Toy())
    once = listing(ledger)
    assert build([folder], ledger, stages=Toy("toy 2")).new == 60
    assert {row["run"] for row in ledger.claims()} != {json.loads(once.splitlines()[60])["run"]}
    assert build([folder], ledger, stages=Toy()).new == 0
    assert listing(ledger) == once


def test_entries_that_lag_behind_are_made_without_any_new_document(folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Toy, "reconcile", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build([folder], ledger, stages=Toy())
    assert (len(ledger.documents()), len(ledger.entries())) == (60, 0)
    assert build([folder], ledger, stages=Toy()).entries == 37


def article(n: int, words: int = 80) -> str:
    return " ".join(f"word{(n * 31 + i * i) % 997}" for i in range(words))


def test_a_copy_is_shown_with_its_document(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "w").mkdir()
    for name, day, text in (("1", "2024-05-02", article(1)), ("2", "2024-05-04", "Reprinted. " + article(1))):
        (tmp_path / "w" / f"{name}.txt").write_text(f"{day}\n{text}")
    build([tmp_path / "w"], ledger, stages=Toy())
    first, second = ledger.documents()
    assert (first["near_copy_of"], second["near_copy_of"]) == (None, first.id)
    assert ledger.get(second.id)["near_copy_of"] == first.id


def test_wrong_use_is_told(folder: Path, ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="list"):
        build(str(folder), ledger, stages=Toy())
    with pytest.raises(UsageError, match="processes"):
        build([folder], ledger, jobs=0, stages=Toy())
    with ledger.writer(), pytest.raises(LedgerError, match="another build"):
        build([folder], ledger, stages=Toy())


SCRIPT = """
import sys
from tests.test_build import Toy
from promissory.ledger import open_ledger
from promissory.pipeline import build
if __name__ == "__main__":
    build([sys.argv[1]], open_ledger(sys.argv[2]), jobs=int(sys.argv[3]), stages=Toy(pause=0.01))
"""


def start_build(folder: Path, ledger: Path, jobs: int) -> subprocess.Popen[bytes]:
    script = ledger.with_suffix(".py")
    script.write_text(SCRIPT)
    root = str(Path(__file__).parent.parent)
    return subprocess.Popen([sys.executable, str(script), str(folder), str(ledger), str(jobs)], env={**os.environ, "PYTHONPATH": root})


def stored(ledger: Path) -> int:
    """How many documents a ledger that may be half made holds."""
    if not ledger.exists():
        return -1
    raw = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    try:
        return int(raw.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return -1
    finally:
        raw.close()


def kill_when(process: subprocess.Popen[bytes], ready: Callable[[], bool], delay: float) -> None:
    end = time.monotonic() + 20
    while not ready() and process.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_anywhere_the_next_build_finishes_the_rest(folder: Path, tmp_path: Path, jobs: int) -> None:
    undisturbed = open_ledger(tmp_path / "whole.db")
    build([folder], undisturbed, stages=Toy())
    path = tmp_path / f"killed{jobs}.db"
    for least, delay in ((-1, 0.0), (-1, 0.3), (0, 0.0), (1, 0.005), (17, 0.09), (33, 0.03), (60, 0.0)):
        process = start_build(folder, path, jobs)
        kill_when(process, lambda least=least: stored(path) >= least, delay)  # type: ignore[misc]
        assert stored(path) in {-1, 0, 16, 32, 48, 60}
    killed = open_ledger(path)
    build([folder], killed, stages=Toy())
    assert listing(killed) == listing(undisturbed)
