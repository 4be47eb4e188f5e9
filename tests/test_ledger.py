"""The ledger: whole batches or nothing, nothing changed or lost, the same order always, and what was known on a day."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect
from sqlalchemy import text as sql
from sqlalchemy.dialects import postgresql

from promissory.errors import DependencyError, LedgerError, PromissoryError, StatementError, UsageError
from promissory.ledger import Extracted, Ledger, Run, lists, open_ledger, opening, statements, storing
from promissory.ledger.days import interval
from promissory.ledger.filters import FilterOptions, filter_of
from promissory.ledger.migrations import NEWEST
from promissory.ledger.named import NAMED
from promissory.ledger.opening import reading, writing
from promissory.ledger.rows import encode
from promissory.ledger.tables import METADATA
from promissory.model import Amount, Claim, Decision, Document, Entry, Finding, ItemCount, Link, Published, Span, Step
from promissory.packs import Item, Pack
from tests.databases import Places

PACK = Pack(
    id="test", digest="0", actors=(), people=(), posts=(), titles=(), topics=(), frameworks=(), places=(),
    items=(Item("weapon", "weapon", (), None, None, "military"), Item("launcher", "launcher", (), "weapon", None, "military")),
)  # fmt: skip
RUN = Run("extractor 1", PACK)
PLEDGE = "Norwind will give Estmark three launchers."
ARRIVAL = "The launchers reached Estmark on Monday."


def document(text: str, published: str | None = "2024-07-11", source: str = "a.txt") -> Document:
    return Document(text, source, published=Published(published, "given") if published else None)


def pledge(doc: Document, status: str = "pledged", count: int = 3, date: str | None = None, donor: str = "NO") -> Claim:
    return Claim(
        text=doc.text, doc=doc.id, kind="commitment", status=status, parties={"donor": (donor,), "recipient": ("UA",)}, date=date,
        evidence=(Span.cut(doc.text, 0, len(doc.text)),), items=(ItemCount("launcher", count, "exact"),), topics=("air-defence",),
        amount=Amount(5e6, "EUR"),
    )  # fmt: skip


def two_reports(ledger: Ledger) -> tuple[Claim, Claim]:
    """A pledge reported in July and an arrival reported in December, in one entry."""
    first, second = document(PLEDGE), document(ARRIVAL, "2024-12", "b.txt")
    promised, arrived = pledge(first), pledge(second, "delivered", 2, "2024-12-02", donor="SE")
    undated = Finding(kind="contradiction", message="three or two", about=(promised.id, arrived.id))
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(second, (arrived,)), Extracted(first, (promised,))])
        writer.rebuild([entry_of(promised, arrived)], [undated], pack=RUN.pack, state=ledger.state())
    return promised, arrived


def entry_of(promised: Claim, arrived: Claim) -> Entry:
    return Entry(
        id="e_1", kind="commitment", status="delivered", parties={"donor": ("NO", "SE"), "recipient": ("UA",)},
        slots={"date": "2024-12-02", "items": arrived.to_record()["items"], "topics": ["air-defence"]},
        history=(Step("pledged", None, "2024-07-11", (promised.id,)), Step("delivered", "2024-12-02", "2024-12", (arrived.id,))),
        claims=(promised.id, arrived.id), independent_sources=2, grade="F2", links=(Link("includes", "e_2"),),
    )  # fmt: skip


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with open_ledger(place) as found:
        yield found


def run_raw(ledger: Ledger, line: str) -> list[tuple[object, ...]]:
    """A line of SQL past the ledger's own doors."""
    with writing(ledger._engine) as connection:
        answer = statements.execute(connection, "raw", sql(line))
        return [tuple(row) for row in answer] if answer.returns_rows else []


def test_what_is_stored_is_listed_with_source_report_date_and_run(ledger: Ledger) -> None:
    doc = document(PLEDGE)
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(doc, (pledge(doc),))])
    record = ledger.claims()[0].to_record()
    assert record == {"id": pledge(doc).id, "source": "a.txt", "reported": "2024-07-11", "run": RUN.id, **pledge(doc).to_record()}
    assert ledger.documents().to_records()[0] | {"x": 1} == doc.to_record() | {
        "sources": ["a.txt"],
        "near_copy_of": None,
        "grade": "F",
        "x": 1,
    }


def test_the_same_batch_twice_adds_nothing(ledger: Ledger) -> None:
    doc = document(PLEDGE)
    found = Extracted(doc, (pledge(doc), pledge(doc)), (Finding(kind="undated", message="no date", about=(doc.id,)),))
    with ledger.writer() as writer:
        writer.add(RUN, [found, found])
        once = (ledger.claims().to_records(), ledger.documents().to_records(), ledger.findings().to_records())
        writer.add(RUN, [found])
    assert (ledger.claims().to_records(), ledger.documents().to_records(), ledger.findings().to_records()) == once
    assert [len(part) for part in once] == [1, 1, 1]


def test_a_batch_that_fails_leaves_nothing(ledger: Ledger) -> None:
    good, other = document(PLEDGE), document(ARRIVAL)
    with ledger.writer() as writer, pytest.raises(StatementError, match=r"claims\.append"):
        writer.add(RUN, [Extracted(good, (pledge(good),)), Extracted(good, (pledge(other),))])  # a claim of an unknown document
    assert len(ledger.documents()) == len(ledger.claims()) == 0


def test_a_second_source_of_a_text_is_noted_and_the_first_stays(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(document(PLEDGE, source="z.txt"))])
        writer.add_sources(RUN, [(document(PLEDGE).id, "a.txt")])
    assert (ledger.documents()[0]["source"], ledger.documents()[0]["sources"]) == ("z.txt", ["z.txt", "a.txt"])
    assert len(ledger.documents(source="A.TXT")) == 1


def test_very_many_sources_are_noted_some_at_a_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "ASKED", 2)
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(document(PLEDGE, source="z.txt"))])
        writer.add_sources(RUN, [(document(PLEDGE).id, f"{name}.txt") for name in "azbacz"])
    assert ledger.documents()[0]["sources"] == ["z.txt", "a.txt", "b.txt", "c.txt"]


def test_a_new_run_shows_its_claims_and_keeps_the_old_ones(ledger: Ledger) -> None:
    doc, newer = document(PLEDGE), Run("extractor 2", PACK)
    old, new = pledge(doc), pledge(doc, count=4)
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(doc, (old,))])
        writer.add(newer, [Extracted(doc, (new,))])
        assert [row.id for row in ledger.claims()] == [new.id]
        assert ledger.get(old.id)["run"] == RUN.id
        writer.add_sources(RUN, [], again=[doc.id])  # back to the old extractor: its reading counts again
    assert [row.id for row in ledger.claims()] == [old.id]


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_no_table_lets_rows_be_changed_or_deleted(ledger: Ledger, table: str) -> None:
    promised, _ = two_reports(ledger)
    ledger.decide("reject", promised.id, reviewer="ann", pack=PACK)
    column = METADATA.tables[table].columns.keys()[0]
    if run_raw(ledger, f"SELECT count(*) FROM {table}") != [(0,)]:
        for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
            with pytest.raises(StatementError, match="append-only"):
                run_raw(ledger, statement)


def test_the_tables_are_what_the_migrations_make(ledger: Ledger) -> None:
    with reading(ledger._engine) as connection:
        seen = inspect(connection)
        derived = "(claim|document)_(words|numbers)|entry_reports|entry_moments|near_copies|woven_[a-z_]+"
        stored = [table for table in seen.get_table_names() if not re.match(derived, table)]
        made = {table: [column["name"] for column in seen.get_columns(table)] for table in stored}
        keys = {table: seen.get_pk_constraint(table)["constrained_columns"] for table in made}
    assert {table: set(columns) for table, columns in made.items()} == {t: set(c.columns.keys()) for t, c in METADATA.tables.items()}
    assert keys == {name: [column.name for column in table.primary_key] for name, table in METADATA.tables.items()}


def test_every_named_statement_compiles_for_postgresql() -> None:
    for name, statement in NAMED.items():
        if name.startswith("check."):
            continue  # some ask a database about itself
        assert "SELECT" in str(statement.compile(dialect=postgresql.dialect()))  # type: ignore[attr-defined, no-untyped-call]


@pytest.mark.parametrize("schema", range(1, NEWEST))
def test_a_ledger_of_an_older_schema_is_brought_up_to_date(place: str, schema: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "NEWEST", schema)
    with open_ledger(place) as old:
        run_raw(old, "INSERT INTO rebuilds VALUES (1, '1', 'then')")
        record = encode(
            Entry(id="e_1", kind="need", status="stated", parties={}, slots={}, history=(), claims=(), independent_sources=1).to_record()
        )
        columns, told = "entry, revision, rebuild, kind, status, record", record.replace(":", chr(92) + ":")
        run_raw(old, f"INSERT INTO entry_versions ({columns}) VALUES ('e_1', 1, 1, 'need', 'stated', '{told}')")
    monkeypatch.undo()
    with open_ledger(place) as new:
        assert [row.id for row in new.entries()] == ["e_1"]
        new.decide("reject", "e_1", reviewer="ann", pack=PACK)
        assert len(new.entries()) == 0
        assert run_raw(new, "SELECT max(version) FROM schema_version") == [(NEWEST,)]


def test_an_entry_gets_a_new_revision_only_when_it_changed(ledger: Ledger) -> None:
    promised, arrived = two_reports(ledger)
    with ledger.writer() as writer:
        writer.rebuild([entry_of(promised, arrived)], [], pack=RUN.pack, state="2")
        writer.rebuild([], [], pack=RUN.pack, state="3")
        assert len(ledger.entries()) == len(ledger.findings()) == 0
        assert ledger.get("e_1")["status"] == "delivered"  # gone from the view, not from the record
        writer.rebuild([entry_of(promised, arrived)], [], pack=RUN.pack, state="4")
    assert len(ledger.entries()) == 1
    found = run_raw(ledger, "SELECT revision, record IS NULL FROM entry_versions ORDER BY revision")
    assert found == [(1, False), (2, True), (3, False)]


def test_claims_come_by_report_source_place_and_id(ledger: Ledger) -> None:
    reports = [(None, "a.txt"), ("2024-07", "b.txt"), ("2024-07-02", "d.txt"), ("2024-07-02", "c.txt")]
    made = [document(f"{PLEDGE} {source}", day, source) for day, source in reports]
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(doc, (pledge(doc),)) for doc in made])
    assert [row["source"] for row in ledger.claims()] == ["c.txt", "d.txt", "b.txt", "a.txt"]
    assert [row["source"] for row in ledger.claims(limit=2, offset=1)] == ["d.txt", "b.txt"]


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        ({"kind": "commitment"}, "ab"),
        ({"kind": "attack"}, ""),
        ({"status": ("delivered", "suspended")}, "b"),
        ({"actor": "NO"}, "a"),
        ({"actor": ["NO", "SE"], "topic": "air-defence"}, "ab"),
        ({"since": "2024-12"}, "b"),
        ({"until": "2024-07-11"}, "a"),
        ({"since": "2024-07-12", "until": "2024-11-30"}, ""),
        ({"as_of": "2024-12-30"}, "a"),
        ({"as_of": "2024-12"}, "ab"),
        ({"source": "B.t"}, "b"),
        ({"text": "REACHED  estmark"}, "b"),
        ({"text": "100%"}, ""),
    ],
)
def test_filters_of_claims_and_documents(ledger: Ledger, options: dict[str, str], sources: str) -> None:
    two_reports(ledger)
    assert "".join(row["source"][0] for row in ledger.claims(**options)) == sources  # type: ignore[arg-type]
    assert "".join(row["source"][0] for row in ledger.documents(**options)) == sources  # type: ignore[arg-type]


def test_a_broader_item_finds_the_narrower(ledger: Ledger) -> None:
    two_reports(ledger)
    assert len(ledger.claims(item="weapon")) == len(ledger.claims(item="launcher")) == 2
    assert len(ledger.entries(item="weapon")) == 1
    assert len(ledger.claims(item="nothing")) == 0


def test_as_of_shows_an_entry_as_it_then_stood(ledger: Ledger) -> None:
    promised, _ = two_reports(ledger)
    now, then = ledger.entries()[0], ledger.entries(as_of="2024-08-20")[0]
    assert (now["status"], now["independent_sources"], len(now["history"])) == ("delivered", 2, 2)
    assert (then["status"], then["independent_sources"], then["claims"]) == ("pledged", 1, [promised.id])
    assert (then["date"], then["parties"]["donor"], then["items"][0]["count"]) == (None, ["NO"], 3)
    assert then["history"] == now["history"][:1]
    assert then["links"] == []
    assert len(ledger.entries(as_of="2024-07-10")) == 0
    assert ledger.entries(as_of="2024-12")[0].to_record() == now.to_record() | {"links": []}
    assert len(ledger.entries(as_of="2024-08", status="delivered")) == len(ledger.entries(as_of="2024-08", text="reached")) == 0
    assert len(ledger.entries(as_of="2024-08", status="pledged", since="2024-07", actor="NO")) == 1


def test_findings_are_filtered_by_what_they_are_about(ledger: Ledger) -> None:
    two_reports(ledger)
    assert len(ledger.findings(kind="contradiction", status="warn", actor="SE", since="2024-01", text="three")) == 1
    assert len(ledger.findings(actor="PL")) == len(ledger.findings(status="info")) == len(ledger.findings(as_of="2024-08")) == 0
    assert len(ledger.findings(as_of="2025")) == 1


def test_ids_are_found_by_their_beginning(ledger: Ledger) -> None:
    promised, arrived = two_reports(ledger)
    assert ledger.get(promised.id[:12])["items"][0]["count"] == 3
    assert ledger.get("e_").to_record()["id"] == "e_1"
    assert ledger.get(document(PLEDGE).id)["text"] == PLEDGE
    assert ledger.get("f_").noun == "finding"
    with pytest.raises(UsageError, match="not unique"):
        ledger.get("c_")
    with pytest.raises(UsageError, match="no such id"):
        ledger.get("c_%")
    assert arrived.id != promised.id


def test_documents_come_back_as_they_were(ledger: Ledger) -> None:
    doc = Document(
        PLEDGE, "a.html", title="A title", publisher="Courier", url="https://example.org/1", title_span=(0, 7), authors=("A. Writer",)
    )
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(doc)])
    assert list(ledger.texts()) == [doc]


def test_two_builds_at_once_are_refused_clearly(ledger: Ledger, place: str, places: Places) -> None:
    with open_ledger(place) as other, open_ledger(places()) as third:
        with ledger.writer(), pytest.raises(LedgerError, match=r"another build is writing \((server )?process \d+\)"), other.writer():
            pass
        with other.writer(), third.writer():
            pass


def test_a_newer_ledger_and_a_foreign_file_are_refused(ledger: Ledger, place: str, tmp_path: Path) -> None:
    with writing(ledger._engine) as connection:
        statements.append(connection, "schema_version", [{"version": 999, "applied": "later"}])
    with pytest.raises(LedgerError, match="newer Promissory"):
        open_ledger(place)
    (tmp_path / "notes.txt").write_text("These are notes, not tables. " * 50)
    with pytest.raises(LedgerError, match="not a database"):
        open_ledger(tmp_path / "notes.txt")
    raw = sqlite3.connect(tmp_path / "other.db")
    raw.execute("CREATE TABLE birds (name TEXT)")
    raw.close()
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(tmp_path / "other.db")


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="promissory build"):
        open_ledger(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(tmp_path / "no" / "folder.db")
    for address in ("mysql://me:secret@host/aid", "postgresql://me:secret@127.0.0.1:1/aid", "postgresql://me:secret@host:x/aid"):
        with pytest.raises(PromissoryError, match=r"cannot be opened|no address|no ledger's address") as refused:
            open_ledger(address)
        assert "secret" not in str(refused.value)
        assert refused.value.cure


def test_a_database_without_a_ledger_stays_empty(place: str) -> None:
    with pytest.raises(UsageError, match="no such ledger"):
        open_ledger(place, create=False)
    open_ledger(place).close()
    open_ledger(place, create=False).close()


def test_a_server_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DependencyError, match="pip install"):
        open_ledger("postgresql://127.0.0.1:1/aid")


def test_decisions_are_kept_in_order(ledger: Ledger) -> None:
    rulings = [Decision(action="accept", about=("e_1",), reviewer="ann", at=f"2025-01-0{n}T10:00:00Z") for n in (2, 1)]
    with ledger.writer() as writer:
        for ruling in (*rulings, rulings[0]):
            writer.decide(ruling)
    assert ledger.decisions().to_records() == [ruling.to_record() for ruling in rulings]
    assert ledger.state() == "0.2"


@pytest.mark.parametrize("options", [{"kind": "pledge"}, {"status": "done"}, {"since": "July"}, {"as_of": "2024-02-30"}, {"limit": -1}])
def test_wrong_filters_name_the_cure(options: dict[str, str]) -> None:
    with pytest.raises(UsageError) as fault:
        filter_of(options)  # type: ignore[arg-type]
    assert fault.value.cure


def test_pandas_is_optional(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    two_reports(ledger)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(DependencyError, match="pip install pandas"):
        ledger.claims().to_pandas()


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(0, 2), st.dates(min_value=date(1900, 1, 1)), st.integers(0, 2))
def test_intervals_begin_and_end_on_days_that_exist(one: date, cut: int, other: date, short: int) -> None:
    first, last = sorted((one, other))
    start, end = first.isoformat()[: 10 - 3 * cut], last.isoformat()[: 10 - 3 * short]
    days = interval(f"{start}/{end}")
    assert days is not None
    assert date.fromisoformat(days[0]) <= first <= last <= date.fromisoformat(days[1])
    assert (days[0].startswith(start), days[1].startswith(end)) == (True, True)
    assert interval(start) == interval(f"{start}/{start}")


@pytest.mark.parametrize("value", [None, "", "soon", "2024-13", "2024-02-30", "2024-1-1", "0000", "2024-01/x", "2024-01-01T10:00"])
def test_what_is_no_date_has_no_days(value: str | None) -> None:
    assert interval(value) is None


def many_reports(ledger: Ledger) -> None:
    """Three hundred documents of two claims each, over two years and some undated, an entry for each pair and findings about them."""
    batch, entries, findings = [], [], []
    for n in range(300):
        day = None if n % 17 == 0 else f"202{3 + n % 2}-{1 + n % 12:02}-{1 + n * 7 % 28:02}"
        doc = document(f"{PLEDGE} {n}", day, f"{n % 40:02}.txt")
        claims = pledge(doc, donor="NO" if n % 50 else "PL", date=day), pledge(doc, "delivered", donor="SE")
        batch.append(Extracted(doc, claims))
        parties = {"donor": tuple(sorted({actor for claim in claims for actor in claim.parties["donor"]}))}
        slots: dict[str, Any] = {"date": day, "items": [], "topics": []}
        entries.append(replace(entry_of(*claims), id=f"e_{n}", parties=parties, slots=slots, links=(Link("includes", f"e_{n // 2}"),)))
        findings.append(Finding(kind="contradiction", message=f"number {n}", about=(claims[0].id, entries[-1].id)))
    with ledger.writer() as writer:
        writer.add(RUN, batch)
        writer.rebuild(entries, findings, pack=PACK, state=ledger.state())


@pytest.mark.parametrize("as_of", [None, "2023-09-30"])
@pytest.mark.parametrize("options", [{}, {"newest": True}, {"actor": "SE"}, {"actor": "PL"}])
def test_pages_are_parts_of_the_whole_list(
    ledger: Ledger, as_of: str | None, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    many_reports(ledger)
    monkeypatch.setattr(lists, "FEW", 100)  # of actors the one is rare and the other is not
    for listed in (ledger.entries, ledger.claims, ledger.findings):
        whole = [row.id for row in listed(as_of=as_of, **options)]
        pages = [row.id for at in range(0, 700, 150) for row in listed(as_of=as_of, limit=150, offset=at, **options)]
        assert pages == whole
        assert len(set(whole)) == len(whole) > 1
    if as_of:
        assert {row.id for row in ledger.entries(as_of=as_of)} < {row.id for row in ledger.entries()}


@pytest.mark.parametrize(
    "options",
    [
        {"actor": "SE"},
        {"actor": "PL"},
        {"kind": "commitment"},
        {"status": "delivered"},
        {"kind": "commitment", "actor": "PL"},
        {"kind": "need"},
    ],
)
def test_lists_are_the_same_wherever_they_begin(ledger: Ledger, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """With what is rare, or with all documents in their order."""
    many_reports(ledger)
    found = []
    for few in (0, 10_000):
        monkeypatch.setattr(lists, "FEW", few)
        found.append([[row.id for row in listed(**options)] for listed in (ledger.claims, ledger.documents, ledger.entries)])
    assert found[0] == found[1]
    assert set(found[0][1]) == {claim["doc"] for claim in ledger.claims(**options)}


@pytest.mark.parametrize("options", [{"kind": "commitment"}, {"kind": "commitment", "actor": "SE"}, {"status": "delivered"}])
def test_sqlite_looks_up_the_claims_of_a_document(tmp_path: Path, options: FilterOptions) -> None:
    """Not all claims of a kind again for each document."""
    with open_ledger(tmp_path / "l.db") as ledger, reading(ledger._engine) as connection:
        for listed in (lists.list_claims, lists.list_documents):
            query = listed(filter_of({**options, "limit": 50})).compile(connection.engine, compile_kwargs={"literal_binds": True})
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")]
            assert any("claims_doc" in step for step in plan)
            assert not any("claims_kind" in step for step in plan)


def test_what_is_reported_earlier_later_is_known_earlier(ledger: Ledger) -> None:
    """An entry that grows by an earlier report is there from that day on."""
    late, early = document(PLEDGE, "2024-07-11"), document(ARRIVAL, "2024-03-01", "b.txt")
    first, second = pledge(late), pledge(early, "delivered")
    with ledger.writer() as writer:
        writer.add(RUN, [Extracted(late, (first,)), Extracted(early, (second,))])
        one, both = entry_of(first, first), entry_of(first, second)
        writer.rebuild([replace(one, claims=(first.id,), history=one.history[:1])], [], pack=PACK, state="1")
        assert not ledger.entries(as_of="2024-04")
        writer.rebuild([both], [], pack=PACK, state="2")
    assert len(ledger.entries(as_of="2024-04")) == 1
