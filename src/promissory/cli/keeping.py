"""The commands that keep a ledger whole."""

from __future__ import annotations

import json
from pathlib import Path

import click

from promissory.cli.commands import DONE, SOME_UNREAD, tell
from promissory.cli.options import existing_ledger, ledger_option, settings_with
from promissory.errors import LedgerError, UsageError
from promissory.ledger import open_ledger

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option(
    "--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="json: a list of faults."
)
@ledger_option
def check(format_: str, ledger_name: str | None) -> int:
    """Check that a ledger is whole: spans, hashes, references, histories, guards against changes, schema.

    One line for each fault on standard error; exit code 1 if there is one.

    \b
    Examples:
      promissory check
      promissory check --ledger aid.db --format json
    """
    with existing_ledger(ledger_name) as ledger:
        faults = ledger.check()
    if format_ == "json":
        click.echo(json.dumps([fault.to_record() for fault in faults], ensure_ascii=False))
    else:
        for fault in faults:
            tell(LedgerError(fault.what, fault.where))
        click.echo("the ledger is whole" if not faults else f"faults: {len(faults)}")
    return SOME_UNREAD if faults else DONE


@click.command()
@click.argument("to", metavar="FILE", type=FILE)
@ledger_option
def backup(to: Path, ledger_name: str | None) -> None:
    """Copy the ledger to a new file, also while builds write to it. The copy is a ledger like the other.

    \b
    Examples:
      promissory backup promissory-2024-07-11.db
      promissory backup /media/safe/aid.db --ledger aid.db
    """
    with existing_ledger(ledger_name) as ledger:
        ledger.backup(to)
    click.echo(f"{to}: {to.stat().st_size:,} bytes".replace(",", " "))


@click.command("import")
@click.argument("file", metavar="FILE", type=FILE)
@ledger_option
def import_(file: Path, ledger_name: str | None) -> None:
    """Read what `promissory export --format ledger` wrote into a new ledger, in SQLite or PostgreSQL. Nothing is lost or renamed.

    \b
    Examples:
      promissory import aid.zip --ledger copy.db
    """
    if not file.is_file():
        raise UsageError("no such file", str(file), "name what promissory export --format ledger wrote")
    with open_ledger(settings_with(ledger_name).ledger) as ledger:
        rows = ledger.restore(file)
    click.echo(f"{rows['documents']} documents, {rows['claims']} claims, {rows['decisions']} decisions")
