"""Listings as CSV and JSON lines: the same from the command line and from the web."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from promissory.model.claims import ALL_SLOTS

Record = Mapping[str, Any]
#: What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: The columns of a CSV file, by noun: the same whatever the rows hold.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "id", "source", "sources", "url", "publisher", "title", "authors", "published", "language", "length", "format", "near_copy_of",
        "grade",
    ),
    "claims": (
        "id", "doc", "source", "reported", "run", "kind", "status", "parties", *ALL_SLOTS, "evidence", "grounds", "inferred",
        "confidence",
    ),
    "entries": (
        "id", "kind", "status", "parties", *ALL_SLOTS, "history", "claims", "independent_sources", "grade", "grade_reasons",
        "findings", "links", "reviewed",
    ),
    "findings": ("id", "kind", "severity", "message", "about", "evidence"),
}  # fmt: skip


def csv_lines(fields: Sequence[str], records: Iterable[Record]) -> Iterator[str]:
    """A header and a line each; nested values as JSON, null as nothing, nothing that a spreadsheet reads as a formula."""
    yield csv_line(fields)
    for record in records:
        yield csv_line([_cell(record.get(field)) for field in fields])


def json_lines(records: Iterable[Record]) -> Iterator[str]:
    """The JSON of a record a line."""
    return (json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def csv_line(cells: Iterable[Any]) -> str:
    """One line of CSV, guarded."""
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow([guarded(cell) for cell in cells])
    return held.getvalue()


def guarded(cell: Any) -> Any:
    """A cell that no spreadsheet reads as a formula: a text that would be one gets an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _cell(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)
