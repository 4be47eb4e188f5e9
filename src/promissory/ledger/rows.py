"""What a query hands out: rows that are their JSON, and lists of them."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

from promissory.errors import DependencyError


@dataclass(frozen=True, slots=True)
class Row:
    """One document, claim, entry or finding as it stands in the ledger; `noun` says which of them it is."""

    noun: str
    record: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.record["id"])

    def __getitem__(self, key: str) -> Any:
        return self.record[key]

    def to_record(self) -> dict[str, Any]:
        """The JSON of the row."""
        return dict(self.record)


class Listing(Sequence[Row]):
    """Rows in a fixed order."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Listing: ...
    def __getitem__(self, index: int | slice) -> Row | Listing:
        return Listing(self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"Listing({len(self)} rows)"

    def to_records(self) -> list[dict[str, Any]]:
        """The JSON of every row."""
        return [row.to_record() for row in self._rows]

    def to_pandas(self) -> Any:
        """A pandas DataFrame: one row each, nested values as they are; DependencyError without pandas."""
        try:
            pandas = importlib.import_module("pandas")
        except ImportError as missing:
            raise DependencyError("pandas is not installed", "to_pandas", "pip install pandas") from missing
        return pandas.DataFrame.from_records(self.to_records())


def encode(record: Mapping[str, Any] | Sequence[Any]) -> str:
    """One line of JSON, keys in the order of the record."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> dict[str, Any]:
    """The record of one line of JSON."""
    record: dict[str, Any] = json.loads(text)
    return record
