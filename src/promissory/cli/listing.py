"""The commands that list."""

from __future__ import annotations

from typing import Any

import click

from promissory.cli.options import existing_ledger, filter_options, format_option, ledger_option, settings_with, wanted


@click.command()
@filter_options
@format_option
@ledger_option
def documents(format_: str, ledger_name: str | None, **filters: Any) -> None:
    """List the documents of the ledger.

    --kind, --status, --actor, --item and --topic keep the documents with a claim of that sort.

    \b
    Examples:
      promissory documents --since 2024-07 --text patriot
      promissory documents --actor Germany --format csv > documents.csv
    """
    _list("documents", format_, ledger_name, filters)


@click.command()
@filter_options
@format_option
@ledger_option
def claims(format_: str, ledger_name: str | None, **filters: Any) -> None:
    """List what the documents say, claim by claim, each with the words that prove it.

    \b
    Examples:
      promissory claims --kind commitment --status delivered --item patriot
      promissory claims --actor PL --actor LT --since 2024 --format jsonl
      promissory claims --kind statement --text "air defence" --as-of 2024-07-11
    """
    _list("claims", format_, ledger_name, filters)


@click.command()
@filter_options
@format_option
@ledger_option
def entries(format_: str, ledger_name: str | None, **filters: Any) -> None:
    """List the things in the world that the claims are about: one undertaking through its life is one entry.

    With --as-of, entries are shown as the claims reported by that day give them.

    \b
    Examples:
      promissory entries --kind agreement --actor Finland
      promissory entries --kind commitment --item patriot --as-of 2024-08-20
      promissory entries --status pledged --until 2024-12 --format csv
    """
    _list("entries", format_, ledger_name, filters)


@click.command()
@filter_options
@format_option
@ledger_option
def findings(format_: str, ledger_name: str | None, **filters: Any) -> None:
    """List what a careful reader would object to. --status is the severity; other filters keep what a finding is about.

    \b
    Examples:
      promissory findings --status error
      promissory findings --kind contradiction --actor DE
    """
    _list("findings", format_, ledger_name, filters)


def _list(noun: str, format_: str, ledger_name: str | None, filters: dict[str, Any]) -> None:
    from promissory.cli.printing import print_records

    with existing_ledger(ledger_name) as ledger:
        options = wanted(filters, settings_with(ledger_name).pack)
        print_records(noun, getattr(ledger, noun)(**options).to_records(), format_)
