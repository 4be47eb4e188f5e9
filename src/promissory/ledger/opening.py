"""Opening a ledger: the engine, its transactions, and the migrations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from promissory.errors import DependencyError, LedgerError, StatementError, UsageError
from promissory.ledger import statements
from promissory.ledger.migrations import NEWEST, VERSION_TABLE, statements_of

WRITES = "writes"
#: Connections to a file that are kept open for those who read at the same time; more are opened and closed again.
CONNECTIONS = 16
#: KiB of a file's pages that a connection keeps while it reads, and while it writes: rows of a build go into indexes at places all over,
#: and a page that is not kept is written anew for each.
PAGES = (2_000, 64_000)
#: Pages that wait beside a file before they are put into it (64 MB): many of them are written again with the next batch of a build.
AHEAD = 16_000
SERVERS = ("postgresql://", "postgresql+psycopg://", "postgres://")
#: Options of a transaction that reads, by dialect: all it sees is of one moment (SQLite does so by itself).
READING: Mapping[str, Mapping[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


@dataclass(frozen=True)
class Place:
    """Where a ledger is: a SQLite file, memory (neither), or the address of a PostgreSQL database."""

    path: Path | None = None
    url: URL | None = None

    def __str__(self) -> str:
        """The path, or the address without user and password."""
        if self.url is None:
            return str(self.path or ":memory:")
        shown = {name: value for name, value in self.url.query.items() if name == "options"}
        return self.url.set(drivername="postgresql", username=None, password=None, query=shown).render_as_string()


def place_of(where: str | Path) -> Place:
    """The place named by a path, a `sqlite:///` or `postgresql://` URL, or `:memory:`; UsageError for other URLs."""
    name = str(where)
    if name.startswith(SERVERS):
        return Place(url=_server_url(name))
    if name.startswith("sqlite:///"):
        name = name.removeprefix("sqlite:///")
    elif "://" in name:
        raise UsageError("is no ledger's address", _without_password(name), "name a file, such as promissory.db, or postgresql://HOST/NAME")
    return Place() if name == ":memory:" else Place(Path(name))


def open_engine(place: Place, *, create: bool) -> Engine:
    """An engine on an up-to-date ledger; LedgerError for what is no ledger or a newer one, UsageError for none."""
    if place.path and not create and not place.path.is_file():
        raise _none(place)
    engine = _engine(place)
    try:
        _migrate(engine, place, create=create)
    except (SQLAlchemyError, StatementError) as fault:
        engine.dispose()
        told = fault if isinstance(fault, StatementError) else statements.failed(fault, "open")
        why = told.what.removeprefix("the statement failed: ")
        usual = "is the server running, and the address right?" if place.url else "name a ledger file, in a folder you may write to"
        cure = told.cure or usual
        raise LedgerError(f"cannot be opened as a ledger: {why}", str(place), cure) from fault
    except (LedgerError, UsageError):
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the ledger."""
    with _transaction(engine, READING[engine.dialect.name]) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that takes the write lock at its start: all of it happens or nothing."""
    with _transaction(engine, {WRITES: True}) as connection:
        yield connection


@contextmanager
def _transaction(engine: Engine, options: Mapping[str, Any]) -> Iterator[Connection]:
    try:
        with engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection
    except SQLAlchemyError as fault:  # of a statement it is told there; this is the beginning or the end
        raise statements.failed(fault, "transaction") from fault


def now() -> str:
    """The moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _engine(place: Place) -> Engine:
    if place.url is not None:
        return _server_engine(place.url)
    if place.path is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(f"sqlite:///{place.path}", connect_args={"timeout": 30}, pool_size=CONNECTIONS)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _server_url(name: str) -> URL:
    try:
        return make_url(name).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as fault:
        raise UsageError("is no address of a database", _without_password(name), "write postgresql://USER:PASSWORD@HOST/NAME") from fault


def _server_engine(url: URL) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ImportError as missing:
        raise DependencyError("psycopg is not installed", "postgresql", "pip install 'promissory[postgres]'") from missing
    event.listen(engine, "begin", _begin_on_server)
    return engine


def _begin_on_server(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES):
        statements.run(connection, "lock.transaction")


def _prepare(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # the driver must not begin transactions of its own: `_begin` does
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"wal_autocheckpoint={AHEAD}"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = bool(connection.get_execution_options().get(WRITES))
    connection.exec_driver_sql(f"PRAGMA cache_size=-{PAGES[writes]}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine, place: Place, *, create: bool) -> None:
    with reading(engine) as connection:
        version = _version(connection, str(place))
    if version == 0 and not create:
        raise _none(place)
    if version < NEWEST:
        with writing(engine) as connection:
            # another process may have migrated it between the two transactions
            _apply(connection, _version(connection, str(place)))


def _none(place: Place) -> UsageError:
    return UsageError("no such ledger", str(place), "promissory build SOURCE makes one; --ledger or PROMISSORY_LEDGER names another")


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
