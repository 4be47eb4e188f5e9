"""The one door through which statements run: by name, or made for what is asked.

A statement that fails raises StatementError naming it. Nothing here updates or deletes: the ledger is append-only. What reconciling
keeps between builds is derived from it and has statements of its own (`shelving`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, CursorResult, Executable, Table, insert
from sqlalchemy import text as sql
from sqlalchemy.exc import SQLAlchemyError

from promissory.errors import StatementError
from promissory.ledger.named import NAMED
from promissory.ledger.tables import METADATA

if TYPE_CHECKING:  # the parameters of this class differ between versions of the library
    Answer = CursorResult[*tuple[Any, ...]]


#: How many rows are fetched at a time.
PAGE = 100
#: From how many rows on they are copied into PostgreSQL.
MANY = 100

#: A word of the database's complaint → the cure.
CURES = {
    "locked": "another program holds the ledger; try again",
    "full": "free some room on the disk; what was stored before stays",
    "disk I/O": "the disk is full or failing; what was stored before stays",
    "readonly": "the ledger or its folder may not be written to; what is stored stays",
    "No space": "free some room on the disk of the server; what was stored before stays",
}


def run(connection: Connection, name: str, **values: Any) -> Answer:
    """Run the statement of that name with its values."""
    return execute(connection, name, NAMED[name], values)


def pairs(connection: Connection, name: str, **values: Any) -> dict[str, Any]:
    """The first column of a statement's rows → the second."""
    return {row[0]: row[1] for row in run(connection, name, **values)}


def append(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows into a table; no rows, no statement."""
    if rows:
        insert_rows(connection, f"{table}.append", METADATA.tables[table], rows)


def insert_rows(connection: Connection, name: str, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have the same columns, past what the library does with each value of each row: none of ours needs it."""
    if connection.dialect.name == "postgresql" and len(rows) >= MANY:
        _copy_rows(connection, name, table, rows)
        return
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
    names = compiled.positiontup
    given = [tuple([row[name] for name in names]) for row in rows] if names else [dict(row) for row in rows]
    try:
        connection.exec_driver_sql(str(compiled), given)
    except SQLAlchemyError as fault:
        raise failed(fault, name) from fault


def _copy_rows(connection: Connection, name: str, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """The same by COPY of PostgreSQL, ten times as fast."""
    columns, driver = list(rows[0]), connection.connection.driver_connection
    into = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    try:
        with driver.cursor() as cursor, cursor.copy(into) as copy:  # type: ignore[union-attr]
            for row in rows:
                copy.write_row([row[column] for column in columns])
    except connection.dialect.loaded_dbapi.Error as fault:
        raise failed(fault, name) from fault


def execute(
    connection: Connection, name: str, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] = ()
) -> Answer:
    """Run a statement under a name for its errors."""
    try:
        return connection.execute(statement, values or None)
    except SQLAlchemyError as fault:
        raise failed(fault, name) from fault


def stream(connection: Connection, name: str, statement: Executable) -> Iterator[Any]:
    """The rows of a statement, fetched as they are asked for: who needs a page stops after it."""
    with execute(connection, name, statement.execution_options(yield_per=PAGE)) as rows:
        yield from rows


def failed(fault: Exception, name: str) -> StatementError:
    """The error of a statement, or of the end of a transaction, with what the user can do."""
    why = str(getattr(fault, "orig", None) or fault).splitlines()[0]
    cure = next((cure for word, cure in CURES.items() if word in why), "")
    return StatementError(f"the statement failed: {why}", name, cure)


def command(connection: Connection, name: str, text: str) -> None:
    """Run one line of schema SQL."""
    execute(connection, name, sql(text.replace(":", "\\:")))
