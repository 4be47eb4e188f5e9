"""A ledger kept whole: checked, copied while in use, carried over without loss, and intact after a disk was full."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import event
from sqlalchemy import text as sql

from promissory.cli.commands import run
from promissory.errors import LedgerError, StatementError, UsageError
from promissory.ledger import Extracted, Ledger, open_ledger, statements
from promissory.ledger.opening import writing
from promissory.ledger.tables import METADATA
from promissory.model import Document, Finding
from promissory.pipeline import build
from tests.databases import Places, new_schema
from tests.test_build import Toy, write_folder
from tests.test_ledger import ARRIVAL, PACK, RUN, document, pledge, two_reports

SQLITE = pytest.mark.parametrize("places", ["sqlite"], indirect=True)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """Two reports in one entry, a finding about a document, and rulings."""
    with open_ledger(place) as found:
        promised, _ = two_reports(found)
        doc = document("Estmark asks for more.\nIt does so \x85 again.", "2025-01", "ж.txt")
        with found.writer() as writer:
            quoted = Finding(kind="boilerplate", message="a “quote”", about=(doc.id,), evidence=(doc.span(0, 7),))
            writer.add(RUN, [Extracted(doc, findings=(quoted,))])
        links = [{"type": "includes", "entry": "e_1"}]  # the sample entry's own link leads nowhere
        _force(found, f"UPDATE entry_versions SET record = REPLACE(record, '{json.dumps('e_2')}', '{json.dumps(links[0]['entry'])}')")
        found.decide("edit", "e_1", reviewer="ann", change={"place": "Port"}, pack=PACK)
        found.decide("reject", promised.id, reviewer="ben", reason="not so", pack=PACK)
        yield found


def _force(ledger: Ledger, *lines: str) -> None:
    """Change what must not be changed, as somebody might who has the file: the guards go and come again."""
    with writing(ledger._engine) as connection:
        tables = METADATA.tables if connection.dialect.name == "postgresql" else ()
        for table in tables:
            statements.execute(connection, "raw", sql(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        kept = (
            [] if tables else list(statements.execute(connection, "raw", sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")))
        )
        for name, _ in kept:
            statements.execute(connection, "raw", sql(f"DROP TRIGGER {name}"))
        for line in lines:
            statements.execute(connection, "raw", sql(line.replace(":", "\\:")))
        for _, made in kept:
            statements.execute(connection, "raw", sql(made))
        for table in tables:
            statements.execute(connection, "raw", sql(f"ALTER TABLE {table} ENABLE TRIGGER ALL"))


def test_a_ledger_that_was_only_written_to_is_whole(ledger: Ledger) -> None:
    assert ledger.check() == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("UPDATE claims SET record = REPLACE(record, 'pledged', 'withdrawn')", "not what it was"),
        ("UPDATE claims SET record = REPLACE(record, 'Norwind', 'Sudwind')", "the text at"),
        ("UPDATE claims SET record = 'nothing'", "cannot be read"),
        ("UPDATE document_texts SET body = REPLACE(body, 'three', 'seven')", "its hash is d_"),
        ("UPDATE findings SET record = REPLACE(record, 'a “', 'the “')", "its hash is f_"),
        ("UPDATE decisions SET record = REPLACE(record, 'ben', 'cyd')", "its hash is r_"),
        ("UPDATE entry_versions SET record = REPLACE(record, '\"e_1\"}', '\"e_7\"}')", "linked to e_7"),
        ('UPDATE entry_versions SET record = REPLACE(record, \'"status":"delivered"\', \'"status":"contracted"\')', "the claim c_"),
        ("DELETE FROM entry_claims", "not those that it is listed by"),
        ("DELETE FROM decisions WHERE seq = 1", "1 of 2 rows are missing"),
        ("DELETE FROM document_texts", "the text is missing"),
        ("INSERT INTO schema_version VALUES (0, 'never')", "migrations 0, 1"),
    ],
)
def test_what_somebody_changed_is_found(ledger: Ledger, change: str, what: str) -> None:
    _force(ledger, change)
    assert any(what in fault.what for fault in ledger.check())


def test_guards_that_are_gone_are_found(ledger: Ledger) -> None:
    with writing(ledger._engine) as connection:
        on = " ON claims" if connection.dialect.name == "postgresql" else ""
        statements.execute(connection, "raw", sql(f"DROP TRIGGER claims_no_update{on}"))
    assert [(fault.where, "UPDATE" in fault.what) for fault in ledger.check()] == [("claims", True)]


def test_check_at_the_command_line(ledger: Ledger, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--ledger", place]) == 0
    assert capsys.readouterr().out == "the ledger is whole\n"
    _force(ledger, "DELETE FROM decisions WHERE seq = 1")
    assert run(["check", "--ledger", place]) == 1
    assert capsys.readouterr().err == "promissory: decisions: 1 of 2 rows are missing\n"
    assert run(["check", "--ledger", place, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [{"where": "decisions", "what": "1 of 2 rows are missing"}]


def test_a_ledger_is_carried_over_without_loss(ledger: Ledger, place: str, places: Places, tmp_path: Path) -> None:
    first, second, there = tmp_path / "a.zip", tmp_path / "b.zip", places()
    assert run(["export", "--format", "ledger", "--out", str(first), "--ledger", place]) == 0
    assert run(["import", str(first), "--ledger", there]) == 0
    assert run(["export", "--format", "ledger", "--out", str(second), "--ledger", there]) == 0
    assert first.read_bytes() == second.read_bytes()
    with open_ledger(there) as other:
        assert other.check() == []
        for noun in ("documents", "claims", "entries", "findings"):
            assert getattr(other, noun)(rejected=True).to_records() == getattr(ledger, noun)(rejected=True).to_records()
        assert other.decisions().to_records() == ledger.decisions().to_records()
        with other.writer() as writer:
            writer.add(RUN, [Extracted(document("More."))])  # the copy goes on


def test_a_ledger_goes_to_a_server_and_back(postgres_server: str, tmp_path: Path) -> None:
    names = [str(tmp_path / "a.db"), new_schema(postgres_server), str(tmp_path / "b.db")]
    with open_ledger(names[0]) as ledger:
        two_reports(ledger)
    for n, (here, there) in enumerate(pairwise(names)):
        with open_ledger(here) as ledger, open_ledger(there) as other:
            ledger.export(tmp_path / f"{n}.zip")
            other.restore(tmp_path / f"{n}.zip")
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()


def test_only_an_empty_ledger_takes_another(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "a.zip")
    with pytest.raises(UsageError, match="holds something"):
        ledger.restore(tmp_path / "a.zip")
    with pytest.raises(UsageError, match="is there already"):
        ledger.export(tmp_path / "a.zip")


@pytest.mark.parametrize("harm", ["cut", "text", "rows", "newer", "column", "missing"])
def test_a_broken_export_is_refused_and_leaves_nothing(ledger: Ledger, places: Places, tmp_path: Path, harm: str) -> None:
    file = tmp_path / "a.zip"
    ledger.export(file)
    if harm in ("cut", "text"):
        file.write_bytes(file.read_bytes()[:-200] if harm == "cut" else b"some words")
    elif harm != "missing":
        _rewrite(file, harm)
    with open_ledger(places()) as other:
        with pytest.raises(LedgerError) as fault:
            other.restore(file if harm != "missing" else tmp_path / "none.zip")
        assert fault.value.cure
        assert other.totals() == {"documents": 0, "entries": 0, "findings": 0}


def _rewrite(file: Path, harm: str) -> None:
    with ZipFile(file) as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    if harm == "rows":
        held["decisions.jsonl"] = held["decisions.jsonl"].splitlines()[0] + "\n"
    elif harm == "newer":
        held["ledger.json"] = json.dumps(json.loads(held["ledger.json"]) | {"schema": 999})
    else:
        held["runs.jsonl"] = held["runs.jsonl"].replace('"pack"', '"bundle"')
    with ZipFile(file, "w") as archive:
        for name, words in held.items():
            archive.writestr(name, words)


@SQLITE
def test_a_copy_is_made_while_another_writes(ledger: Ledger, place: str, tmp_path: Path) -> None:
    going, done = threading.Event(), threading.Event()

    def write() -> None:
        with open_ledger(place) as other, other.writer() as writer:
            for n in range(1000):
                writer.add(RUN, [Extracted(document(f"Report {n}."))])
                going.set()
                if done.is_set():
                    break

    thread = threading.Thread(target=write)
    thread.start()
    going.wait(10)
    try:
        assert run(["backup", str(tmp_path / "copy.db"), "--ledger", place]) == 0
    finally:
        done.set()
        thread.join()
    with open_ledger(tmp_path / "copy.db", create=False) as copy:
        assert copy.check() == []
        assert 4 <= len(copy.documents()) <= len(ledger.documents())
        assert copy.entries().to_records() == ledger.entries().to_records()
    assert run(["backup", str(tmp_path / "copy.db"), "--ledger", place]) == 2


def test_a_server_is_backed_up_by_its_own_tools(postgres_server: str, tmp_path: Path) -> None:
    with open_ledger(new_schema(postgres_server)) as ledger, pytest.raises(UsageError, match="only SQLite") as fault:
        ledger.backup(tmp_path / "copy.db")
    assert "pg_dump" in fault.value.cure
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be written"):
        ledger.export(tmp_path / "no" / "folder.zip")


HOLD = """
import sys, time
from promissory.ledger import open_ledger
writer = open_ledger(sys.argv[1]).writer()
writer.__enter__()
print(1, flush=True)
time.sleep(60)
"""


@pytest.mark.usefixtures("ledger")
def test_a_writer_that_was_killed_holds_nothing_up(place: str) -> None:
    with open_ledger(place) as other, subprocess.Popen([sys.executable, "-c", HOLD, place], stdout=subprocess.PIPE) as held:
        assert held.stdout is not None
        held.stdout.readline()
        with pytest.raises(LedgerError, match="is writing"), other.writer():
            pass
        held.kill()
        held.wait()
        for attempt in range(50):  # a server takes a moment to see that its client is gone
            try:
                with other.writer() as writer:
                    writer.add(RUN, [Extracted(document("After all."))])
                break
            except LedgerError:
                assert attempt < 49
                time.sleep(0.1)
        assert len(other.documents(text="after all")) == 1


FULL = """
    import resource, sys
    from pathlib import Path
    from promissory.errors import LedgerError
    from promissory.ledger import Extracted, open_ledger
    from tests.test_ledger import RUN, document

    name = sys.argv[1]
    ledger = open_ledger(name)
    room = max(path.stat().st_size for path in Path(name).parent.iterdir()) + 40_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    for act in ("add", "export", "backup"):
        try:
            with ledger.writer() as writer:
                if act == "add":
                    for n in range(500):
                        writer.add(RUN, [Extracted(document(f"{n} " + "words " * 2000))])
                elif act == "backup":
                    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, room))
                    ledger.backup(name + ".copy")
                else:
                    resource.setrlimit(resource.RLIMIT_FSIZE, (500, room))
                    ledger.export(name + ".zip")
        except LedgerError as fault:
            print(fault)
"""


@SQLITE
@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are of POSIX")
def test_a_full_disk_is_told_in_a_line_and_the_ledger_stays_whole(ledger: Ledger, place: str, tmp_path: Path) -> None:
    before = ledger.entries().to_records()
    ledger.close()
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FULL), place], capture_output=True, text=True, check=True, timeout=120,
        cwd=Path(__file__).parent.parent,
    ).stdout.splitlines()  # fmt: skip
    assert len(told) == 3
    assert all("(" in line for line in told)  # each names a cure
    assert "what was stored before stays" in told[0]
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".zip", ".copy") or "part" in path.name] == []
    with open_ledger(place) as again:
        assert again.check() == []
        assert again.entries().to_records() == before
        with again.writer() as writer:
            writer.add(RUN, [Extracted(document("There is room again."))])


@SQLITE
@pytest.mark.usefixtures("ledger")
def test_a_ledger_that_may_only_be_read_is_read(place: str) -> None:
    with open_ledger(place) as other:
        event.listen(other._engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA query_only = ON"))
        assert len(other.entries()) == 1
        with other.writer() as writer, pytest.raises(StatementError, match="may not be written to"):
            writer.add(RUN, [Extracted(document("Late."))])


def test_a_build_in_either_place_gives_the_same(places: Places, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "texts", 8)
    with open_ledger(places()) as ledger, open_ledger(":memory:") as memory:
        first = build([folder], ledger, stages=Toy())
        again = build([folder], ledger, stages=Toy())
        build([folder], memory, stages=Toy())
        assert (first.new, again.new, again.known) == (8, 0, 8)
        assert ledger.check() == []
        for noun in ("documents", "claims", "entries", "findings"):
            assert getattr(ledger, noun)().to_records() == getattr(memory, noun)().to_records()


def test_texts_of_all_sorts_are_sorted_and_found_alike_everywhere(places: Places) -> None:
    names = ["b.txt", "Ä.txt", "a.txt", "_.txt", "B.txt", "ж.txt", "Z\u0000.txt".replace("\u0000", "0"), "ß.txt"]
    with open_ledger(places()) as ledger:
        with ledger.writer() as writer:
            made = [document(f"{ARRIVAL} 100% {name} \x00_\\", source=name) for name in names]
            writer.add(RUN, [Extracted(doc, (pledge(doc),)) for doc in made])
        assert [row["source"] for row in ledger.documents()] == sorted(names)
        assert [row["source"] for row in ledger.claims(text="100% Ä")] == ["Ä.txt"]
        assert [row["source"] for row in ledger.claims(source="SS.TXT")] == ["ß.txt"]
        assert len(ledger.claims(text="1%0")) == 0
        assert isinstance(next(ledger.texts()), Document)
