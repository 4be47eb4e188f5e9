"""The command that draws charts, on the terminal and as pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import click

from promissory.cli.options import FILTERS, existing_ledger, ledger_option, settings_with, some_filters, wanted
from promissory.cli.printing import Column, console, print_csv, print_table
from promissory.errors import UsageError
from promissory.packs import load_pack

if TYPE_CHECKING:
    from promissory.charting import Chart

NAMES = ("promised", "agreements", "days", "funnel")
PICTURES = ("svg", "png")
FIELDS = ("chart", "label", "series", "value", "entries")
#: Room for a bar, and what fills it: a tone for each series.
ROOM, FULL, PARTS, LIGHT = 40, "█", " ▏▎▍▌▋▊▉", "░"


@click.command()
@click.argument("name", type=click.Choice(NAMES))
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="A picture: FILE.svg or FILE.png.")
@some_filters(tuple(name for name, _ in FILTERS if name not in ("--kind", "--limit", "--offset")))
@click.option("--format", "format_", type=click.Choice(("chart", "json", "jsonl", "csv")), default="chart", show_default=True)
@ledger_option
def chart(name: str, out: Path | None, format_: str, ledger_name: str | None, **filters: Any) -> None:
    """Draw a chart on the terminal, or as a picture.

    \b
    promised    delivered and open by donor: commitments, or the units of one item
    agreements  partners that have signed, in order of time
    days        days from the first promise to delivery, by donor
    funnel      commitments at each stage, now and ever told

    \b
    Examples:
      promissory chart promised --item patriot
      promissory chart agreements --as-of 2024-07-12 --out agreements.svg
      promissory chart days --format csv
    """
    from promissory.charting import plot

    pack_name = settings_with(ledger_name).pack
    with existing_ledger(ledger_name) as ledger:
        found = plot(ledger, name, load_pack(pack_name), wanted(filters, pack_name))
    if out:
        _picture(found, out)
    elif format_ == "chart":
        _print(found)
    elif format_ == "json":
        click.echo(json.dumps(found.to_records(), ensure_ascii=False))
    elif format_ == "csv":
        print_csv(FIELDS, found.to_records())
    else:
        for record in found.to_records():
            click.echo(json.dumps(record, ensure_ascii=False))


def _picture(found: Chart, out: Path) -> None:
    from promissory.charting import draw
    from promissory.ledger.carrying import fresh_file

    kind = out.suffix.lower().removeprefix(".")
    if kind not in PICTURES:
        raise UsageError("no picture of that kind", str(out), "end the name in .svg or .png")
    with fresh_file(out) as part:
        draw(found, part, kind)
    click.echo(f"{out}: {out.stat().st_size:,} bytes".replace(",", " "))


def _print(found: Chart) -> None:
    if not found.rows:
        click.echo(f"nothing to chart{': ' + found.note if found.note else ''}", err=True)
        return
    columns = (Column(found.unit), Column(" / ".join(found.series), 1), Column("", right=True))
    print_table(columns, list(_lines(found)), found.title)
    if found.note:
        console().print(found.note, style="dim")


def _lines(found: Chart) -> Iterator[tuple[str, str, str]]:
    most = max(sum(row.values) if found.name == "promised" else max(row.values) for row in found.rows) or 1
    for row in found.rows:
        if found.shape == "spread":
            low, middle, high = row.values[0], median(row.values), row.values[-1]
            yield row.label, bar(middle / most), f"{middle:g} ({low:g}–{high:g}, {len(row.values)})"
        elif found.name == "promised":
            yield (
                row.label,
                bar(row.values[0] / most) + LIGHT * round(ROOM * row.values[1] / most),
                " + ".join(f"{v:g}" for v in row.values),
            )
        else:
            yield row.label, bar(row.values[0] / most), " / ".join(f"{value:g}" for value in row.values)


def bar(share: float) -> str:
    """A bar as long as a share of the room, to an eighth of a character."""
    eighths = round(share * ROOM * 8)
    return FULL * (eighths // 8) + PARTS[eighths % 8].strip()
