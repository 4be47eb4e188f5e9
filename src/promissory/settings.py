"""All that can be set, in one frozen object built at the edge (command line, web, a caller's script)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

PREFIX = "PROMISSORY_"
NUMBERS = ("max_text_bytes", "jobs", "max_fetch_bytes", "fetch_seconds")
SWITCHES = ("allow_private", "sql")
ON, OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is told from outside; nothing below the edge reads the environment.

    `ledger` is a file or a database address, `pack` a shipped name or a folder, `max_text_bytes` the size above which one text
    (a file, or one line of JSONL) is refused, `jobs` the number of processes. Raises ValueError for a number below one.
    Of fetching: `store` is the folder that keeps what was fetched (empty: `promissory-store` beside the ledger),
    `max_fetch_bytes` and `fetch_seconds` bound one answer, `allow_private` lets private and loopback addresses be fetched.
    `sources` is a file that grades sources (empty: none). `sql` lets readers of the web app ask in SQL, in
    PostgreSQL as the user of `sql_ledger`, an address of the same ledger for one who may read its tables but not who may rule.
    """

    ledger: str = "promissory.db"
    pack: str = "ukraine"
    max_text_bytes: int = 20_000_000
    jobs: int = 1
    store: str = ""
    max_fetch_bytes: int = 50_000_000
    fetch_seconds: int = 60
    allow_private: bool = False
    sources: str = ""
    sql: bool = False
    sql_ledger: str = ""

    def __post_init__(self) -> None:
        for name in NUMBERS:
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")

    @property
    def store_folder(self) -> Path:
        """Where what was fetched is kept: the folder that is named, or one beside the ledger's file."""
        if self.store:
            return Path(self.store)
        return (Path() if "://" in self.ledger else Path(self.ledger).parent) / "promissory-store"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Settings from `PROMISSORY_` and the name of each in capitals; ValueError for a value that cannot be meant."""
        given = os.environ if environ is None else environ
        values: dict[str, Any] = {
            field.name: given[PREFIX + field.name.upper()] for field in fields(cls) if given.get(PREFIX + field.name.upper())
        }
        numbers = {name: _number(name, values[name]) for name in NUMBERS if name in values}
        switches = {name: _switch(name, values[name]) for name in SWITCHES if name in values}
        return cls(**(values | numbers | switches))


def _number(name: str, written: str) -> int:
    try:
        return int(written.replace("_", ""))
    except ValueError:
        raise ValueError(f"{PREFIX}{name.upper()} must be a whole number, not {written!r}") from None


def _switch(name: str, written: str) -> bool:
    if written.lower() not in (*ON, *OFF):
        raise ValueError(f"{PREFIX}{name.upper()} must be 1 or 0, not {written!r}")
    return written.lower() in ON
