"""Records on standard output as tables, JSON, JSON lines or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from promissory.cli.commands import plain
from promissory.model import naming
from promissory.publishing.listings import FIELDS, csv_lines, json_lines

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `share` of the room that is left beside the columns of fixed width (share 0).

    A column that is `spare` is left out of a narrow terminal.
    """

    name: str
    share: int = 0
    right: bool = False
    spare: bool = False


TABLE_COLUMNS: dict[str, tuple[Column, ...]] = {
    "documents": (Column("id"), Column("published"), Column("publisher", 1, spare=True), Column("title", 3), Column("source", 2)),
    "claims": (
        Column("id"), Column("reported"), Column("kind"), Column("status"), Column("who", 2), Column("what", 3),
        Column("evidence", 4, spare=True),
    ),
    "entries": (
        Column("id"), Column("date"), Column("kind"), Column("status"), Column("who", 3), Column("what", 4),
        Column("sources", right=True, spare=True), Column("grade"),
    ),
    "findings": (Column("id"), Column("kind"), Column("severity"), Column("message", 4), Column("about", 1)),
}  # fmt: skip
SHORT = 10
NARROW = 100


def print_records(noun: str, records: Sequence[Record], format_: str) -> None:
    """Records of a noun (`claims`, …) in a format."""
    if print_form(records, format_, FIELDS[noun]):
        return
    if records:
        print_table(TABLE_COLUMNS[noun], [_row(noun, record) for record in records])
    else:
        click.echo(f"no {noun}", err=True)


def print_form(records: Sequence[Record], format_: str, fields: Sequence[str]) -> bool:
    """Records as JSON, JSON lines or CSV with `fields` for columns; False for a table, which is the caller's to draw."""
    if format_ == "json":
        print_array(records)
    elif format_ == "jsonl":
        for line in json_lines(records):
            click.echo(line, nl=False)
    elif format_ == "csv":
        print_csv(fields, records)
    return format_ != "table"


def print_array(records: Sequence[Record]) -> None:
    """A JSON array with a record on each line, so that two listings can be compared line by line."""
    click.echo("[" + ",\n ".join(json.dumps(record, ensure_ascii=False) for record in records) + "]")


def print_csv(columns: Sequence[str], records: Iterable[Record]) -> None:
    """A header and a row each; nested values as JSON, null as nothing."""
    for line in csv_lines(columns, records):
        click.echo(line, nl=False)


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]], title: str | None = None) -> None:
    """A table as wide as the terminal; what does not fit ends in an ellipsis."""
    screen = console()
    shown = [n for n, column in enumerate(columns) if not column.spare or screen.width >= NARROW]
    table = Table(box=None, pad_edge=False, title=title, title_justify="left", header_style="bold", padding=(0, 2, 0, 0))
    for column in (columns[n] for n in shown):
        table.add_column(
            column.name, ratio=column.share or None, justify="right" if column.right else "left", no_wrap=True, overflow="ellipsis"
        )
    table.expand = any(column.share for column in columns)
    for row in rows:
        table.add_row(*(Text(plain(row[n])) for n in shown))
    screen.print(table)


def console(*, stderr: bool = False) -> Console:
    """Where tables go. Text of documents is never read as markup."""
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def who(record: Record) -> str:
    """The parties by their ids: giver → receiver, or all of them with commas."""
    return naming.who(record)


def what(record: Record) -> str:
    """Sums, goods and the other slots in a few words."""
    return naming.what(record, _word)


def _word(slot: str, value: Any) -> str:
    return amount_words(value) if slot == "amount" else item_words(value) if slot == "items" else str(value)


def amount_words(amount: Record) -> str:
    """`EUR 40 000 000 000`, with the qualifier where it is not exact."""
    value = f"{amount['value']:,}".replace(",", " ")
    mark = {"about": "~", "at_least": "≥", "at_most": "≤"}.get(amount["qualifier"], "")
    return f"{amount['currency'] or ''} {mark}{value}".strip()


def item_words(item: Record) -> str:
    """`3 × patriot`; the item alone where no number is stated."""
    mark = {"about": "~", "at_least": "≥", "at_most": "≤"}.get(item.get("qualifier") or "", "")
    return f"{mark}{item['count']} × {item['item']}" if item.get("count") is not None else str(item["item"])


def short(identity: str) -> str:
    """The beginning of an id, enough to find it by."""
    return identity[:SHORT]


def begin(value: str | None) -> str:
    """A date; an interval by its first day and an arrow."""
    return f"{value[: value.index('/')]}→" if value and "/" in value else value or ""


def _row(noun: str, record: Record) -> tuple[str, ...]:
    return {"documents": _document_row, "claims": _claim_row, "entries": _entry_row, "findings": _finding_row}[noun](record)


def _document_row(record: Record) -> tuple[str, ...]:
    published = begin(record["published"]["value"]) if record["published"] else "undated"
    return short(record["id"]), published, record["publisher"] or "", record["title"] or "", record["source"].rsplit("/", 1)[-1]


def _claim_row(record: Record) -> tuple[str, ...]:
    quote = " ".join(record["evidence"][0]["quote"].split())
    return short(record["id"]), begin(record["reported"]), record["kind"], record["status"], who(record), what(record), quote


def _entry_row(record: Record) -> tuple[str, ...]:
    sources = str(record["independent_sources"])
    return (
        short(record["id"]),
        begin(record.get("date")),
        record["kind"],
        record["status"],
        who(record),
        what(record),
        sources,
        record["grade"],
    )


def _finding_row(record: Record) -> tuple[str, ...]:
    return short(record["id"]), record["kind"], record["severity"], record["message"], " ".join(short(key) for key in record["about"])
