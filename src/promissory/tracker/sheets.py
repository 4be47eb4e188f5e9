"""CSV and XLSX files as rows of the sheet's columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from promissory.errors import DependencyError, UsageError
from promissory.tracker.layout import COLUMNS, column_of

#: Without these columns nothing can be lined up.
NEEDED = ("Donor",)
#: A heading is looked for in so many rows.
HEAD = 20
Cells = list[str]


def read_sheet(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a sheet, each with its number in the file: column → what is written, nothing where a cell is empty.

    Of a workbook the first sheet is read that has the columns. Dates are written as ISO days. UsageError for a file that cannot be
    read or that has no such columns, DependencyError for a workbook without openpyxl.
    """
    faults = []
    for name, rows in _tables(path):
        found = _with_heading(list(rows))
        if found is not None:
            return found
        faults.append(name)
    where = f"{path}" + (f" ({', '.join(faults)})" if len(faults) > 1 else "")
    raise UsageError("no heading with a donor, and a value or items", where, f"the columns are {', '.join(COLUMNS)}")


def _tables(path: Path) -> Iterator[tuple[str, Iterable[Cells]]]:
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        yield from _workbook(path)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            head = lines.read(4096)
            lines.seek(0)
            delimiter = max(",;\t", key=head.split("\n", 1)[0].count)
            yield path.name, list(csv.reader(lines, delimiter=delimiter))
    except (OSError, UnicodeError, csv.Error) as fault:
        raise UsageError(f"cannot be read: {fault}", str(path), "name a CSV or XLSX file") from fault


def _workbook(path: Path) -> Iterator[tuple[str, Iterable[Cells]]]:
    try:
        from openpyxl import load_workbook
    except ImportError as fault:
        raise DependencyError("workbooks cannot be read", "openpyxl", "pip install 'promissory[exports]', or save it as CSV") from fault
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, ValueError, KeyError, BadZipFile) as fault:
        raise UsageError(f"cannot be read: {fault}", str(path), "name a CSV or XLSX file") from fault
    for sheet in book.worksheets:
        yield sheet.title, [[_written(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def _written(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _with_heading(rows: list[Cells]) -> list[tuple[int, dict[str, str]]] | None:
    """The rows under the first heading that has the columns; None if there is none."""
    for at, heading in enumerate(rows[:HEAD]):
        names = [column_of(name) for name in heading]
        if all(name in names for name in NEEDED) and {"Source reported value", "Item"}.intersection(names):
            return [(n, row) for n, cells in enumerate(rows[at + 1 :], at + 2) if (row := _row(names, cells))]
    return None


def _row(names: list[str | None], cells: Cells) -> dict[str, str]:
    """Of columns that stand twice the first that is filled counts."""
    row: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        if name and cell.strip():
            row.setdefault(name, cell.strip())
    return row
