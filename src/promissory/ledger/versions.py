"""What version of a ledger there is: a word that changes whenever what the ledger shows may, cheap to ask often."""

from __future__ import annotations

from threading import Lock
from typing import Any

from sqlalchemy import Engine

from promissory.ledger import statements
from promissory.ledger.opening import Place, reading


class Version:
    """The version of one ledger. A SQLite file is only asked for it when something was committed to it."""

    def __init__(self, engine: Engine, place: Place) -> None:
        self._engine, self._watched = engine, place.path is not None
        self._lock = Lock()
        self._watcher: Any = None
        self._known: tuple[int, str] | None = None

    def read(self) -> str:
        """`rebuilds.readings.decisions`, each the number of the last."""
        if not self._watched:
            return self._read()
        with self._lock:
            commits = self._commits()
            if self._known is None or self._known[0] != commits:
                self._known = commits, self._read()
            return self._known[1]

    def close(self) -> None:
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None

    def _commits(self) -> int:
        """A number that SQLite changes when any other connection has committed; this one never writes."""
        if self._watcher is None:
            self._watcher = self._engine.raw_connection()
            self._watcher.detach()
        cursor = self._watcher.cursor()
        number: int = cursor.execute("PRAGMA data_version").fetchone()[0]
        cursor.close()
        return number

    def _read(self) -> str:
        with reading(self._engine) as connection:
            return ".".join(str(number) for number in statements.run(connection, "ledger.version").one())
