"""Rows of CSV files, each with its line for faults."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from promissory.errors import PackError


def rows(path: Path, *required: str) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, row) of a file; PackError for one that is not there or a row that breaks the form."""
    try:
        handle = path.open(encoding="utf-8-sig", newline="")
    except OSError as fault:
        raise PackError("the pack lacks this file", str(path)) from fault
    with handle:
        reader = csv.DictReader(handle)
        for row in reader:
            where = f"{path}:{reader.line_num}"
            if None in row or None in row.values():
                raise PackError("the row has not as many cells as the header", where)
            if empty := [column for column in required if not row.get(column)]:
                raise PackError(f"no {', '.join(empty)}", where)
            if any(cell != cell.strip() for cell in row.values()):
                raise PackError("white space at the edge of a cell", where)
            yield reader.line_num, row


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell, separated by a vertical bar."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
