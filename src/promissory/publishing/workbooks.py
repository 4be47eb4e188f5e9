"""A workbook with a sheet a register: the only home of XlsxWriter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from promissory.errors import DependencyError
from promissory.publishing.gathering import Content, Table

#: Bounds of the format: characters of a cell and of an address, and of what is shown of a column.
CELL, ADDRESS, NARROW, WIDE = 32_767, 2_079, 8, 60
NUMBERS = ("amount", "Source reported value")
EVIDENCE = ("entry", "status", "quote", "reported", "publisher", "source", "document", "claim")
DOCUMENTS = ("id", "title", "publisher", "published", "basis", "grade", "near_copy_of", "source", "url")
FINDINGS = ("id", "kind", "severity", "message", "about")


def write_xlsx(content: Content, to: Path) -> None:
    """A sheet for each register, one for the evidence of all, for documents and findings. DependencyError without XlsxWriter."""
    write_tables([*content.tables, *_context(content)], to, about=_about(content))


def write_tables(tables: Sequence[Table], to: Path, about: Sequence[tuple[str, str]] = ()) -> None:
    """Tables as sheets with a frozen heading, filters and widths. Text is text whatever it begins with; addresses are links."""
    try:
        import xlsxwriter
    except ImportError as fault:
        raise DependencyError("no workbook can be written", "xlsxwriter", "pip install 'promissory[exports]'") from fault
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(str(to), options) as book:
        styles = {
            "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#eef2f6", "valign": "top"}),
            "text": book.add_format({"valign": "top", "text_wrap": True}),
            "number": book.add_format({"valign": "top", "num_format": "#,##0.##"}),
            "link": book.add_format({"valign": "top", "font_color": "#0b5cad", "underline": 1}),
        }
        for table in [Table("about", ("what", "value"), tuple(about)), *tables] if about else tables:
            _write_sheet(book.add_worksheet(table.name[:31]), table, styles)


def _write_sheet(sheet: Any, table: Table, styles: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 1)
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name.replace("_", " "), styles["head"])
        longest = max((len(str(row[column])) for row in table.rows if row[column] is not None), default=0)
        sheet.set_column(column, column, min(WIDE, max(NARROW, longest + 2, len(name) + 4)))
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for at, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write_cell(sheet, at, column, cell, table.columns[column], styles)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_cell(sheet: Any, row: int, column: int, cell: Any, name: str, styles: dict[str, Any]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell, styles["number"] if name in NUMBERS else styles["text"])
    elif cell.startswith(("http://", "https://")) and " " not in cell and len(cell) <= ADDRESS:
        sheet.write_url(row, column, cell, styles["link"], cell[:255])
    else:
        sheet.write_string(row, column, cell[:CELL], styles["text"])


def _about(content: Content) -> list[tuple[str, str]]:
    told = [("content", content.about), ("as of", content.as_of or "all that was reported"), ("newest report", content.newest or "unknown")]
    rule = "Sums of different stages are never added; an empty cell is unknown, not zero."
    return [*told, ("entries", str(len(content.entries))), ("documents", str(len(content.documents))), ("how to read", rule)]


def _context(content: Content) -> Iterator[Table]:
    yield Table("evidence", EVIDENCE, tuple(_evidence_rows(content)))
    yield Table("documents", DOCUMENTS, tuple(_document_rows(content)))
    if content.findings:
        rows = ((f["id"], f["kind"], f["severity"], f["message"], "; ".join(f["about"])) for f in content.findings)
        yield Table("findings", FINDINGS, tuple(rows))


def _evidence_rows(content: Content) -> Iterable[tuple[Any, ...]]:
    for entry in content.entries:
        for item in content.evidence[entry["id"]]:
            document = item.document
            yield (item.entry, item.status, item.quote, item.reported, document["publisher"], item.source, document["id"], item.claim)


def _document_rows(content: Content) -> Iterable[tuple[Any, ...]]:
    for document in content.documents:
        dated = document["published"] or {"value": None, "basis": None}
        given = [document[name] for name in ("grade", "near_copy_of", "source", "url")]
        yield (document["id"], document["title"], document["publisher"], dated["value"], dated["basis"], *given)
