"""A whole ledger as one file of plain text: written, and read into an empty ledger, without loss.

The file is a ZIP of `ledger.json` (what it is, its schema, how many rows) and one JSONL file a table, rows in the order of their
keys. The same ledger always gives the same bytes, from SQLite or PostgreSQL.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from sqlalchemy import Connection, Engine, Table

from promissory.errors import LedgerError, UsageError
from promissory.ledger import selecting, statements
from promissory.ledger.migrations import MIGRATIONS, NEWEST
from promissory.ledger.opening import reading, writing
from promissory.ledger.rows import encode
from promissory.ledger.tables import METADATA

FORMAT, HEAD = "promissory ledger", "ledger.json"
#: What belongs to a place and not to what the ledger knows: its schema's history, and who may sign in there.
LEFT = frozenset({"schema_version", "reviewers"})
#: In the order in which they refer to one another; the version of the schema stands in the head.
TABLES = tuple(METADATA.tables[name] for _, names in MIGRATIONS.values() for name in names if name not in LEFT)
BATCH = 500
#: What a column holds that an older schema did not have.
DEFAULTS: Mapping[str, Any] = {"rejected": 0}
NO_ROOM = "free some room or name another place; the ledger is as it was"
#: The first moment that a ZIP can tell: files that hold the same are the same.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def backup_to(engine: Engine, where: str, to: Path) -> None:
    """Copy a SQLite ledger to a file, also while it is read and written; UsageError for PostgreSQL or a file that is there."""
    if engine.dialect.name != "sqlite":
        raise UsageError("only SQLite ledgers are backed up to a file", where, "use pg_dump, or promissory export --format ledger")
    with fresh_file(to) as part:
        try:
            with engine.connect() as connection, closing(sqlite3.connect(part)) as copy:
                source: Any = connection.connection.driver_connection
                source.backup(copy)
        except sqlite3.Error as fault:
            raise LedgerError(f"cannot be written: {fault}", str(to), NO_ROOM) from fault


def export_to(engine: Engine, to: Path) -> None:
    """Write a whole ledger to a file; LedgerError if it cannot be written, UsageError if it is there."""
    with fresh_file(to) as part, reading(engine) as connection, ZipFile(part, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        counts = {table.name: _count(connection, table) for table in TABLES}
        _write(archive, HEAD, lambda file: file.write(encode({"format": FORMAT, "schema": NEWEST, "rows": counts}).encode() + b"\n"))
        for table in TABLES:
            _write(archive, f"{table.name}.jsonl", lambda file, table=table: _write_rows(file, connection, table))  # type: ignore[misc]


def import_from(engine: Engine, file: Path, where: str) -> dict[str, int]:
    """Read a whole ledger into an empty one, or nothing of it; the rows of each table.

    UsageError if the ledger is not empty, LedgerError for a file that is no whole ledger or a newer one.
    """
    try:
        with ZipFile(file) as archive, writing(engine) as connection:
            head = _head(archive, file)
            if any(_count(connection, table) for table in TABLES):
                raise UsageError("holds something already", where, "name a new ledger with --ledger")
            return {table.name: _read_rows(archive, connection, table, head["rows"].get(table.name, 0)) for table in TABLES}
    except (OSError, BadZipFile, KeyError, ValueError, TypeError, AttributeError, zlib.error, EOFError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else f"is no whole exported ledger ({fault})"
        raise LedgerError(f"{why}", str(file), "name what promissory export --format ledger wrote; nothing was imported") from fault


@contextmanager
def fresh_file(to: Path) -> Iterator[Path]:
    """A file beside the one wanted, which takes its name when all is written; none is left otherwise."""
    if to.exists():
        raise UsageError("is there already", str(to), "name another file, or remove it")
    part = to.with_name(to.name + "-part")
    try:
        yield part
        os.replace(part, to)
    except OSError as fault:
        raise LedgerError(f"cannot be written: {fault.strerror}", str(to), NO_ROOM) from fault
    finally:
        for left in ("", "-journal"):  # SQLite keeps a journal beside what it writes
            part.with_name(part.name + left).unlink(missing_ok=True)


def _write(archive: ZipFile, name: str, fill: Callable[[IO[bytes]], object]) -> None:
    entry = ZipInfo(name, NO_TIME)
    entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
    with archive.open(entry, "w", force_zip64=True) as file:
        fill(file)


def _write_rows(file: IO[bytes], connection: Connection, table: Table) -> None:
    for row in statements.execute(connection, f"{table.name}.all", selecting.all_rows(table)).mappings():
        file.write(encode(dict(row)).encode() + b"\n")


def _count(connection: Connection, table: Table) -> int:
    return int(statements.execute(connection, f"{table.name}.count", selecting.count_rows(table)).scalar_one())


def _head(archive: ZipFile, file: Path) -> dict[str, Any]:
    head: dict[str, Any] = json.loads(archive.read(HEAD))
    if head["format"] != FORMAT or not isinstance(head["rows"], dict):
        raise ValueError("another format")
    if head["schema"] > NEWEST:
        raise LedgerError(f"was written by a newer Promissory (schema {head['schema']})", str(file), "upgrade promissory")
    return head


def _read_rows(archive: ZipFile, connection: Connection, table: Table, expected: int) -> int:
    """Append the rows of a table; ValueError if they are not as many as the head says."""
    if f"{table.name}.jsonl" not in archive.namelist() and not expected:
        return 0  # a table that an older schema did not have
    names, number = table.columns.keys(), 0
    with archive.open(f"{table.name}.jsonl") as file:
        lines = io.TextIOWrapper(file, "utf-8", newline="\n")
        while rows := [_row(json.loads(line), names) for line in islice(lines, BATCH)]:
            statements.append(connection, table.name, rows)
            number += len(rows)
    if number != expected:
        raise ValueError(f"{number} rows of {table.name} for {expected}")
    return number


def _row(told: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    if strange := told.keys() - set(names):
        raise ValueError(f"unknown column {', '.join(sorted(strange))}")
    return {name: told.get(name, DEFAULTS.get(name)) for name in names}
