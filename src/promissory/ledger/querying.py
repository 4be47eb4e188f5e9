"""A question in SQL of somebody who is not trusted: one statement that reads, within a time and a number of rows.

SQLite is asked over a connection of its own that cannot write, attach, load or set anything, and does not see who may rule.
PostgreSQL is asked in a transaction that reads only, one prepared statement, which cannot end it. What its user may read, everybody who
asks may; so a user who may do more than read tables (a superuser, a reader of the server's files), or may read who may rule, is refused.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Engine

from promissory.errors import UsageError
from promissory.ledger.opening import Place

SECONDS, ROWS = 5.0, 1_000
#: Steps of SQLite between two looks at the clock, and the longest text or blob it may make.
STEPS, LONGEST = 10_000, 30_000_000
#: What a statement may do in SQLite, beside reading.
MAY = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE})
#: Tables that it may not read, and functions that it may not call.
HIDDEN, BARRED = frozenset({"reviewers"}), frozenset({"load_extension"})
#: Roles whose members may do more than read tables.
MIGHTY = ("pg_read_server_files", "pg_write_server_files", "pg_execute_server_program", "pg_signal_backend")
CURE = "ask with one SELECT; the tables are those of docs/guide.md"


@dataclass(frozen=True, slots=True)
class Answered:
    """The columns and rows of an answer; `more` if rows beyond the most were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool


def query(engine: Engine, place: Place, text: str, *, seconds: float = SECONDS, most: int = ROWS) -> Answered:
    """The answer to one statement that reads; UsageError for any other, one that is wrong, or one that takes too long."""
    if "\0" in text or not text.strip():
        raise UsageError("is no question", "sql", CURE)
    if place.url is not None:
        return _ask_server(engine, text, seconds, most)
    if place.path is None:
        raise UsageError("a ledger in memory answers no SQL", "sql", "build it into a file")
    return _ask_file(place, text, seconds, most)


def _ask_file(place: Place, text: str, seconds: float, most: int) -> Answered:
    assert place.path is not None
    end = time.monotonic() + seconds
    connection = sqlite3.connect(f"{place.path.resolve().as_uri()}?mode=ro", uri=True, timeout=seconds, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
        connection.set_authorizer(_allow)
        cursor = connection.execute(text)
        return _answered([column[0] for column in cursor.description or ()], cursor, most)
    except (sqlite3.Error, sqlite3.Warning) as fault:
        raise _wrong(str(fault), "interrupted" in str(fault), seconds) from fault
    finally:
        connection.close()


def _allow(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    """Whether SQLite may take a step: reading what is not hidden, and calling what computes."""
    may = action in MAY
    may = may or (action == sqlite3.SQLITE_READ and first not in HIDDEN)
    may = may or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in BARRED)
    return sqlite3.SQLITE_OK if may else sqlite3.SQLITE_DENY


def _ask_server(engine: Engine, text: str, seconds: float, most: int) -> Answered:
    connection = engine.raw_connection()
    raw: Any = connection.driver_connection
    connection.detach()  # whatever the statement leaves behind ends with its connection
    try:
        with raw.transaction(), raw.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
            cursor.execute(f"SET LOCAL statement_timeout = {int(1000 * seconds)}")
            _check_might(cursor)
            cursor.execute(text.encode(), prepare=True)  # prepared, it is one statement
            if cursor.description is None:
                raise UsageError("is no question", "sql", CURE)
            return _answered([column.name for column in cursor.description], cursor, most)
    except _errors() as fault:
        raise _wrong(str(fault).splitlines()[0], "timeout" in str(fault), seconds) from fault
    finally:
        connection.close()


def _errors() -> type[Exception]:
    import psycopg

    return psycopg.Error


def _check_might(cursor: Any) -> None:
    cure = "name in PROMISSORY_SQL_LEDGER the address of a user who may only read the ledger's tables, as docs/team.md tells"
    cursor.execute(
        "SELECT rolsuper OR EXISTS (SELECT 1 FROM pg_roles m WHERE m.rolname = ANY(%s) AND pg_has_role(current_user, m.oid, 'member')) "
        "FROM pg_roles WHERE rolname = current_user",
        (list(MIGHTY),),
    )
    if cursor.fetchone()[0]:
        raise UsageError("the user of the database that is asked may do more than read tables", "sql", cure)
    cursor.execute(
        "SELECT EXISTS (SELECT 1 FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r' AND has_any_column_privilege(oid, 'SELECT'))",
        (list(HIDDEN),),
    )
    if cursor.fetchone()[0]:
        raise UsageError("the user of the database that is asked may read who may rule", "sql", cure)


def _answered(columns: Iterable[str], rows: Iterable[tuple[Any, ...]], most: int) -> Answered:
    found = [tuple(row) for row in islice(rows, most + 1)]
    return Answered(tuple(columns), tuple(found[:most]), len(found) > most)


def _wrong(why: str, late: bool, seconds: float) -> UsageError:
    if late:
        return UsageError(f"took longer than {seconds:g} s", "sql", "ask for less, or of fewer rows")
    return UsageError(why, "sql", CURE)
