"""What lining up asks of a table of rates; the tables are the caller's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol


class Rated(Protocol):
    """A rate that can be shown, with its day and source."""

    def to_record(self) -> Mapping[str, str]: ...


class Exchanged(Protocol):
    """A sum in another currency, and the rates that made it."""

    @property
    def value(self) -> Decimal: ...
    @property
    def rates(self) -> Sequence[Rated]: ...


class Exchange(Protocol):
    """Turns a sum of a day (ISO) into another currency; None where no rate is known."""

    def convert(self, value: Decimal, currency: str | None, day: str | None, into: str) -> Exchanged | None: ...
