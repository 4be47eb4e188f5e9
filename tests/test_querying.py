"""Questions in SQL: what reads is answered; what writes, attaches, sets, lasts or looks behind the curtain is not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from starlette.testclient import TestClient

from promissory.errors import UsageError
from promissory.ledger import Ledger, open_ledger
from promissory.pipeline import build
from promissory.settings import Settings
from promissory.web import create_app
from tests.databases import Places

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx`")
TEXT = "Norway will give Ukraine three NASAMS launchers, the Norwegian government said on 10 July 2024."
Reader = Callable[[str], str]


@pytest.fixture
def asked(places: Places, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger as the app opens it: in PostgreSQL as a user who may only read."""
    source, place = tmp_path / "reports.jsonl", places()
    source.write_text(json.dumps({"id": "a", "published": "2024-07-10", "text": TEXT}) + "\n")
    with open_ledger(place) as ledger:
        build([str(source)], ledger, jobs=1)
        ledger.enrol("A. Reader")
    with open_ledger(_as_reader(place) if "://" in place else place) as ledger:
        yield ledger


def _as_reader(place: str) -> str:
    """The address of a schema for a user who may only read it."""
    schema = place.rpartition("search_path%3D")[2]
    engine = create_engine(place.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE reads_{schema} LOGIN PASSWORD 'reads'"))
        connection.execute(text(f"GRANT USAGE ON SCHEMA {schema} TO reads_{schema}"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reads_{schema}"))
        connection.execute(text(f"REVOKE ALL ON {schema}.reviewers FROM reads_{schema}"))
    engine.dispose()
    scheme, _, rest = place.partition("://")
    return f"{scheme}://reads_{schema}:reads@{rest.rpartition('@')[2]}"


def test_what_reads_is_answered(asked: Ledger) -> None:
    found = asked.query("SELECT kind, count(*) AS number FROM entry_versions GROUP BY kind ORDER BY kind")
    assert (found.columns, found.rows, found.more) == (("kind", "number"), (("commitment", 1),), False)


def test_rows_beyond_the_most_are_left_out(asked: Ledger) -> None:
    counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT i FROM n"
    found = asked.query(counting, most=7)
    assert ([row[0] for row in found.rows], found.more) == ([1, 2, 3, 4, 5, 6, 7], True)


def test_what_lasts_is_ended(asked: Ledger) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(UsageError, match=r"longer than 0\.3 s"):
        asked.query(endless, seconds=0.3)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM claims",
        "UPDATE entry_versions SET record = NULL",
        "INSERT INTO rebuilds VALUES (99, 'x', 'y')",
        "DROP TABLE claims",
        "CREATE TABLE mine (a TEXT)",
        "CREATE TEMP TABLE mine AS SELECT 1",
        "SELECT 1; DELETE FROM claims",
        "COMMIT",
        "BEGIN",
        "VACUUM",
        "",
        "nonsense",
    ],
)
def test_what_does_not_only_read_is_refused(asked: Ledger, statement: str) -> None:
    with pytest.raises(UsageError):
        asked.query(statement)
    assert asked.query("SELECT count(*) FROM claims").rows == ((1,),)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.enrol("A. Reader")
        yield ledger


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'other.db' AS other",
        "PRAGMA query_only = OFF",
        "PRAGMA table_info(claims)",
        "SELECT * FROM pragma_database_list",
        "SELECT load_extension('x')",
        "SELECT name, token FROM reviewers",
        "SELECT count(*) FROM (SELECT token FROM reviewers)",
        "VACUUM INTO 'copy.db'",
        "SELECT length(zeroblob(2000000000))",
        "SAVEPOINT a",
        "EXPLAIN DELETE FROM claims",
    ],
)
def test_no_way_out_of_a_file(file: Ledger, statement: str, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(UsageError):
        file.query(statement)
    assert {path.name for path in tmp_path.iterdir()} <= before | {"ledger.db-wal", "ledger.db-shm"}


def test_a_mighty_user_of_the_server_is_refused(postgres_server: str) -> None:
    from tests.databases import new_schema

    with open_ledger(new_schema(postgres_server)) as ledger, pytest.raises(UsageError, match="may do more than read"):
        ledger.query("SELECT 1")


def test_one_who_may_read_who_may_rule_is_refused(postgres_server: str) -> None:
    from tests.databases import new_schema

    place = new_schema(postgres_server)
    with open_ledger(place):
        reader = _as_reader(place)
    with open_ledger(reader) as ledger:
        assert ledger.query("SELECT count(*) FROM claims").rows == ((0,),)
    schema = place.rpartition("search_path%3D")[2]
    engine = create_engine(place.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"GRANT SELECT (name) ON {schema}.reviewers TO reads_{schema}"))
    engine.dispose()
    with open_ledger(reader) as ledger, pytest.raises(UsageError, match="who may rule"):
        ledger.query("SELECT 1")


def test_the_page_asks_as_the_user_who_is_named_for_it(postgres_server: str) -> None:
    from tests.databases import new_schema

    place = new_schema(postgres_server)
    with open_ledger(place) as ledger:
        question = "/sql?format=csv&sql=SELECT current_user AS who"
        alone = TestClient(create_app(Settings(ledger=place, sql=True), ledger)).get(question)
        named = TestClient(create_app(Settings(ledger=place, sql=True, sql_ledger=_as_reader(place)), ledger)).get(question)
    assert alone.status_code == 400
    assert "PROMISSORY_SQL_LEDGER" in alone.text
    assert named.text.splitlines() == ["who", f"reads_{place.rpartition('search_path%3D')[2]}"]


def test_a_ledger_in_memory_answers_none() -> None:
    with open_ledger(":memory:") as ledger, pytest.raises(UsageError, match="memory"):
        ledger.query("SELECT 1")


def client(ledger: Ledger, *, sql: bool) -> TestClient:
    return TestClient(create_app(Settings(ledger=ledger.name, sql=sql), ledger))


def test_the_page_is_off_unless_told_otherwise(file: Ledger) -> None:
    reader = client(file, sql=False)
    assert reader.get("/sql?sql=SELECT 1").status_code == 404
    assert "/sql" not in reader.get("/").text


def test_the_page_shows_the_answer_and_gives_it_as_csv(file: Ledger) -> None:
    reader = client(file, sql=True)
    page = reader.get("/sql", params={"sql": "SELECT '<b>' AS a, NULL AS b, '=1+1' AS c"})
    assert (page.status_code, '<td class="">&lt;b&gt;</td>' in page.text) == (200, True)
    table = reader.get("/sql", params={"sql": "SELECT '<b>' AS a, NULL AS b, '=1+1' AS c", "format": "csv"})
    assert table.text == "a,b,c\n<b>,,'=1+1\n"
    refused = reader.get("/sql", params={"sql": "DELETE FROM claims"})
    assert (refused.status_code, "not authorized" in refused.text) == (400, True)
