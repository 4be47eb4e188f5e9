"""Opening a ledger: the engine, its transactions, and the migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from promissory.errors import LedgerError, UsageError
from promissory.ledger import statements
from promissory.ledger.migrations import NEWEST, VERSION_TABLE, statements_of

WRITES = "writes"


def ledger_path(where: str | Path) -> Path | None:
    """The file of a ledger named by path or `sqlite:///` URL; None for one in memory (`:memory:`)."""
    name = str(where)
    if name.startswith("sqlite:///"):
        name = name.removeprefix("sqlite:///")
    elif "://" in name:
        raise UsageError("only SQLite ledgers can be opened yet", _without_password(name), "name a file, such as promissory.db")
    return None if name == ":memory:" else Path(name)


def open_engine(path: Path | None, *, create: bool) -> Engine:
    """An engine on an up-to-date ledger; LedgerError for a file that is no ledger or a newer one, UsageError for none."""
    if path and not create and not path.is_file():
        raise UsageError("no such ledger", str(path), "promissory build SOURCE makes one; --ledger or PROMISSORY_LEDGER names another")
    engine = _engine(path)
    try:
        _migrate(engine, str(path or "memory"))
    except SQLAlchemyError as fault:
        engine.dispose()
        why = str(getattr(fault, "orig", None) or fault).splitlines()[0]
        raise LedgerError(f"cannot be opened as a ledger: {why}", str(path), "name a ledger file, in a folder you may write to") from fault
    except LedgerError:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the ledger."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that takes the write lock at its start: all of it happens or nothing."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


def now() -> str:
    """The moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _engine(path: Path | None) -> Engine:
    if path is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # the driver must not begin transactions of its own: `_begin` does
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


def _migrate(engine: Engine, where: str) -> None:
    with reading(engine) as connection:
        version = _version(connection, where)
    if version < NEWEST:
        with writing(engine) as connection:
            # another process may have migrated it between the two transactions
            _apply(connection, _version(connection, where))


def _apply(connection: Connection, version: int) -> None:
    if version == 0:
        statements.command(connection, "schema.start", VERSION_TABLE)
    for number in range(version + 1, NEWEST + 1):
        for line in statements_of(number, connection.dialect.name):
            statements.command(connection, f"schema.migration_{number}", line)
        statements.append(connection, "schema_version", [{"version": number, "applied": now()}])


def _version(connection: Connection, where: str) -> int:
    tables = inspect(connection).get_table_names()
    if "schema_version" not in tables:
        if tables:
            raise LedgerError("is a database, but not a ledger", where, "name another file")
        return 0
    version = int(statements.run(connection, "schema.version").scalar_one() or 0)
    if version > NEWEST:
        raise LedgerError(f"was written by a newer Promissory (schema {version}, this one knows {NEWEST})", where, "upgrade promissory")
    return version


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
