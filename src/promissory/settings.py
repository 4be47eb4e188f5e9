"""All that can be set, in one frozen object built at the edge (command line, web, a caller's script)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields

PREFIX = "PROMISSORY_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is told from outside; nothing below the edge reads the environment.

    `ledger` is a file or a database address, `pack` a shipped name or a folder, `max_text_bytes` the size above which one text
    (a file, or one line of JSONL) is refused, `jobs` the number of processes. Raises ValueError for a number below one.
    """

    ledger: str = "promissory.db"
    pack: str = "ukraine"
    max_text_bytes: int = 20_000_000
    jobs: int = 1

    def __post_init__(self) -> None:
        for name in ("max_text_bytes", "jobs"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Settings from `PROMISSORY_LEDGER`, `PROMISSORY_PACK`, `PROMISSORY_MAX_TEXT_BYTES` and `PROMISSORY_JOBS`."""
        given = os.environ if environ is None else environ
        values = {field.name: given[PREFIX + field.name.upper()] for field in fields(cls) if given.get(PREFIX + field.name.upper())}
        numbers = {name: _number(name, values.pop(name)) for name in ("max_text_bytes", "jobs") if name in values}
        return cls(**values, **numbers)  # type: ignore[arg-type]


def _number(name: str, written: str) -> int:
    try:
        return int(written.replace("_", ""))
    except ValueError:
        raise ValueError(f"{PREFIX}{name.upper()} must be a whole number, not {written!r}") from None
