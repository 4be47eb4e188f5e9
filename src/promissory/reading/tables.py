"""CSV (and TSV): one document a row, in the columns that JSONL has as fields; column names in any case."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import BinaryIO

from promissory.errors import SourceError
from promissory.reading.composing import Facts
from promissory.reading.context import Context, Outcome
from promissory.reading.decoding import decode
from promissory.reading.records import KNOWN, read_record
from promissory.reading.streaming import ahead, lines

DELIMITERS = ",;\t|"
LONGEST_HEADER = 2000
#: Other names that columns of texts go by.
MEANT = {"body": "text", "content": "text", "article": "text", "full_text": "text", "fulltext": "text", "headline": "title",
         "date": "published", "link": "url", "source": "publisher", "outlet": "publisher", "lang": "language", "guid": "id"}  # fmt: skip


def header_of(text: str) -> tuple[str, list[str]] | None:
    """The delimiter and the column names of a table, by its first line: a column of texts and another known one, else None."""
    line = next(iter(text.lstrip("\ufeff\n").splitlines()), "")
    for delimiter in DELIMITERS if len(line) < LONGEST_HEADER else "":
        names = [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
        if _has_texts(names) and sum(name in KNOWN for name in _named(names)) > 1:
            return delimiter, names
    return None


def read_table(stream: BinaryIO, source: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """The document, or the fault, of every row: `FILE#id`, or `FILE#R3` for the third row under the header."""
    head, stream = ahead(stream)
    decoded = decode(head)
    header = header_of(decoded.text) or (",", [decoded.text.strip().partition("\n")[0].strip('\r" \ufeff')])
    if not _has_texts(header[1]):
        raise SourceError("a table without a column of texts", source, 'name the column "text" or "html"')
    rows = csv.reader(_decoded(stream, decoded.codec, source, context.settings.max_text_bytes), delimiter=header[0], strict=False)
    # the limit of the csv module holds for the whole process; it is only ever raised
    csv.field_size_limit(max(csv.field_size_limit(), context.settings.max_text_bytes))
    yield from _documents(rows, source, hints)


def _documents(rows: Iterator[list[str]], source: str, hints: Facts) -> Iterator[Outcome]:
    names, number = _named(next(_sound(rows, source), [])), 0
    for number, row in enumerate(_sound(rows, source), start=1):
        where = f"{source}#R{number}"
        try:
            if len(row) > len(names):
                raise SourceError(f"the row has {len(row)} cells under {len(names)} columns", where, "quote cells that hold the delimiter")
            if any(cell.strip() for cell in row):
                filled = {name: cell for name, cell in zip(names, row, strict=False) if cell.strip()}
                yield read_record(filled, source, where, "csv", hints)
        except SourceError as fault:
            yield fault
    if not number:
        yield SourceError("a table without a row", source, "there is nothing under the names of its columns")


def _sound(rows: Iterator[list[str]], source: str) -> Iterator[list[str]]:
    """The rows; SourceError where a row cannot be told from the next."""
    try:
        yield from rows
    except csv.Error as fault:
        raise SourceError(f"no table that can be read: {fault}", source, "close every quoted cell") from fault


def _decoded(stream: BinaryIO, codec: str, source: str, limit: int) -> Iterator[str]:
    """The lines as characters; an encoding of two bytes a character has no lines of bytes and is decoded whole."""
    if codec.startswith(("utf-16", "utf-32")):
        yield from decode(stream.read(limit)).text.splitlines(keepends=True)
        return
    for line in lines(stream, limit):
        if line is None:
            raise SourceError(f"a line is longer than the limit of {limit:,} bytes for one text", source, "close every quoted cell")
        yield line.decode(codec, "replace").lstrip("\ufeff").replace("\x00", "") + "\n"


def _has_texts(names: list[str]) -> bool:
    return bool({"text", "html"} & set(_named(names)))


def _named(names: list[str]) -> list[str]:
    """Column names as fields of a record: known ones in lower case, other names for them only where they are not taken."""
    plain = [re.sub(r"\W+", "_", name.strip().lower()).strip("_") for name in names]
    meant = [MEANT.get(name, name) for name in plain]
    named = [other if meant.index(other) == at and other not in plain else plain[at] for at, other in enumerate(meant)]
    return [field if field in KNOWN else name.strip() for field, name in zip(named, names, strict=True)]
