"""Which documents of a folder the ledger does not have yet: a join over the columns of the Parquet files, in bounded memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as arrow

#: What DuckDB may hold before it writes to the disk, and rows that are handed out at a time.
MEMORY, ROWS = "400MB", 10_000
#: The documents in the order of shards and rows; `fresh` is the first of its id, if the ledger has none of it.
LINED_UP = """
SELECT d.id, d.source, s.number, known.id IS NULL
    AND row_number() OVER (PARTITION BY d.id ORDER BY s.number, d.file_row_number) = 1 AS fresh
FROM read_parquet(getvariable('files'), filename = true, file_row_number = true, hive_partitioning = false) AS d
JOIN shards AS s ON s.file = d.filename
LEFT JOIN known ON known.id = d.id
ORDER BY s.number, d.file_row_number
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it stands in a shard (its number in the folder): whether it is to be read."""

    id: str
    source: str
    shard: int
    fresh: bool


def line_up(files: Sequence[Path], known: Iterable[str]) -> Iterator[Row]:
    """The documents of Parquet files in order, those of `known` ids and all but the first of an id marked as not fresh."""
    with tempfile.TemporaryDirectory() as scratch, duckdb.connect(config={"memory_limit": MEMORY, "threads": 1}) as database:
        database.execute(f"SET temp_directory = '{scratch}'")
        names = [str(file) for file in files]
        tables = {
            "known_ids": arrow.table({"id": arrow.array(known, arrow.string())}),
            "shard_files": arrow.table({"file": names, "number": range(len(names))}),
        }
        for name, table in tables.items():
            database.register(name, table)
        database.execute("CREATE TEMP TABLE known AS SELECT DISTINCT id FROM known_ids")
        database.execute("CREATE TEMP TABLE shards AS SELECT file, number FROM shard_files")
        database.execute("SET VARIABLE files = ?", [names])
        found = database.execute(LINED_UP)
        while rows := found.fetchmany(ROWS):
            yield from (Row(*row) for row in rows)
