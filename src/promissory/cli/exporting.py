"""The command that writes the ledger in other people's formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from promissory.cli.options import existing_ledger, filter_options, ledger_option, settings_with, wanted
from promissory.errors import UsageError
from promissory.ledger import FilterOptions, Ledger
from promissory.packs import load_pack

FORMATS = ("ledger", "csv", "xlsx", "jsonl", "parquet", "html", "markdown", "atom", "bibtex", "csl", "kiel")


@click.command()
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True, help="ledger: all of it, for promissory import.")
@click.option("--out", required=True, metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@click.option("--entry", metavar="ID", help="This entry only.")
@filter_options
@ledger_option
def export(format_: str, out: Path, entry: str | None, ledger_name: str | None, **filters: Any) -> None:
    """Write the ledger, or what passes the filters, in another form to a new file.

    \b
    ledger       all of it: a ZIP of JSON lines that promissory import reads
    csv, jsonl   an entry a row, with its quotes and their sources
    parquet      the same, nested
    xlsx         a sheet a register, evidence and links in
    html         a report in one file; markdown: the same as a brief
    atom         a feed of what changed
    bibtex, csl  the documents
    kiel         the Kiel tracker's main sheet, as FILE.xlsx or CSV

    \b
    Examples:
      promissory export --format ledger --out aid.zip
      promissory export --format xlsx --out registers.xlsx --as-of 2024-07-12
      promissory export --format html --out patriot.html --item patriot
      promissory export --format markdown --out brief.md --actor DE
    """
    with existing_ledger(ledger_name) as ledger:
        pack_name = settings_with(ledger_name).pack
        options = wanted(filters, pack_name)
        if format_ == "ledger":
            _refuse_filters({key: value for key, value in options.items() if value} | ({"entry": entry} if entry else {}))
            ledger.export(out)
        else:
            _write(ledger, format_, out, entry, options, pack_name)
    click.echo(f"{out}: {out.stat().st_size:,} bytes".replace(",", " "))


def _write(ledger: Ledger, format_: str, out: Path, entry: str | None, options: FilterOptions, pack_name: str) -> None:
    from promissory.publishing import gather, publish, publish_sheet

    pack = load_pack(pack_name)
    if format_ == "kiel":
        publish_sheet(ledger, pack, out, entry=entry, **options)
    else:
        publish(gather(ledger, pack, entry=entry, **options), format_, out)


def _refuse_filters(given: dict[str, Any]) -> None:
    if given:
        raise UsageError(f"a whole ledger is not filtered: {', '.join(given)}", "--format ledger", "leave the filters out")
