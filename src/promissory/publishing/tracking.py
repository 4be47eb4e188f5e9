"""The main sheet of the Kiel tracker, with our stage in a column of its own."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Unpack

from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.carrying import fresh_file
from promissory.packs import Pack
from promissory.publishing.gathering import Table
from promissory.publishing.listings import guarded
from promissory.publishing.workbooks import write_tables
from promissory.tracker import COLUMNS, sheet_of


def publish_sheet(ledger: Ledger, pack: Pack, to: Path, *, entry: str | None = None, **options: Unpack[FilterOptions]) -> None:
    """Write the commitments under the filters, or one entry, to a new file: XLSX by its name, or else CSV."""
    rows = [tuple(row.get(column) for column in COLUMNS) for row in sheet_of(ledger, pack, entry=entry, **options)]
    with fresh_file(to) as part:
        if to.suffix.lower() == ".xlsx":
            write_tables([Table("Main data", COLUMNS, tuple(rows))], part)
            return
        with part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows([guarded(cell) for cell in row] for row in rows)
