"""One writer: a lock beside the ledger's file, or in its database, which is let go when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import Engine

from promissory.errors import LedgerError
from promissory.ledger import statements

BUSY = "wait for it to end, then build again"


@contextmanager
def server_lock(engine: Engine, where: str) -> Iterator[None]:
    """Hold the lock of a ledger in a PostgreSQL database; LedgerError at once if somebody else does."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not statements.run(connection, "lock.take").scalar_one():
            holder = statements.run(connection, "lock.holder").scalars().first() or "unknown"
            raise LedgerError(f"another build is writing (server process {holder})", where, BUSY)
        try:
            yield
        finally:
            statements.run(connection, "lock.release")


@contextmanager
def writer_lock(ledger: Path) -> Iterator[None]:
    """Hold the lock of a ledger file; LedgerError at once if another process holds it."""
    path = ledger.with_name(ledger.name + "-lock")
    try:
        handle = path.open("a+", encoding="ascii")
    except OSError as fault:
        raise LedgerError(f"cannot be locked for writing: {fault.strerror}", str(ledger), "choose a folder you may write to") from fault
    with handle:
        if not _take(handle):
            handle.seek(0)
            holder = handle.read().strip() or "unknown"
            raise LedgerError(f"another build is writing (process {holder})", str(ledger), BUSY)
        _sign(handle)
        yield


def _take(handle: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(1024)  # a byte after the signature, which others must be able to read
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sign(handle: IO[str]) -> None:
    handle.seek(0)
    handle.truncate()
    handle.write(str(os.getpid()))
    handle.flush()
