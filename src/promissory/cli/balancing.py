"""The command that shows what was promised, what arrived and what is open."""

from __future__ import annotations

import json
from typing import Any

import click

from promissory.analysis import DIMENSIONS, Undertaking
from promissory.analysis import balance as balance_of
from promissory.cli.options import existing_ledger, ledger_option, settings_with, wanted
from promissory.cli.printing import Column, print_csv, print_table, short
from promissory.cli.tallying import show_view
from promissory.errors import UsageError

COLUMNS = (
    Column("entry"), Column("donor", 1), Column("stage"), Column("number", right=True), Column("first reported"),
    Column("arrived", right=True), Column("on"), Column("open", right=True),
)  # fmt: skip
FIELDS = ("entry", "donors", "stage", "number", "since", "arrived", "arrived_on", "open", "deliveries")


@click.command()
@click.option("--item", metavar="ITEM", help="Goods by id or name; with --by, narrower ones are counted too.")
@click.option("--by", type=click.Choice(DIMENSIONS), help="Stage by stage, for each item, class of items, donor, …")
@click.option("--floors", is_flag=True, help="Sums promised as the least of a year, against what is found.")
@click.option("--times", type=click.Choice(("donor", "item")), help="Days from promise to delivery, with their spread.")
@click.option("--donor", metavar="ACTOR", help="Only what this one undertook, or is asked for.")
@click.option("--recipient", metavar="ACTOR", help="With --by: only what is for this one.")
@click.option("--framework", metavar="ID", help="With --by: only what runs under this one: ERA, PURL.")
@click.option("--since", metavar="DATE", help="Only what began, as far as known, on or after: 2024-07-01.")
@click.option("--until", metavar="DATE", help="With --by, --floors and --times: only what happened on or before.")
@click.option("--in", "into", metavar="CODE", default="EUR", show_default=True, help="With --by: the common currency.")
@click.option("--rates", "rate_files", multiple=True, metavar="FILE", help="More rates as CSV: Date,UAH, units for one euro.")
@click.option("--evidence", is_flag=True, help="With --by: the entries of each figure, with the words that prove them.")
@click.option("--as-of", metavar="DATE", help="Only what had been reported by the end of that day.")
@click.option("--format", "format_", type=click.Choice(("table", "json", "jsonl", "csv")), default="table", show_default=True)
@ledger_option
def balance(
    item: str | None, donor: str | None, since: str | None, as_of: str | None, format_: str, ledger_name: str | None, **views: Any
) -> None:
    """Show what was promised of an item, what arrived and what is open, undertaking by undertaking.

    With --by, the stages of each group of all support; with --floors, least sums of a year; with --times, days to delivery.

    Sums of others and repeated announcements are left out, and what is told of several donors together stands apart; stages
    are never added together. A question mark is a number that no report states: unknown is not zero.

    \b
    Examples:
      promissory balance --item patriot
      promissory balance --item patriot --since 2024-01-01 --as-of 2024-07-12
      promissory balance --by donor --item air_defence_system --evidence
      promissory balance --by period --in USD --rates hryvnia.csv
      promissory balance --floors
      promissory balance --times donor
    """
    if chosen := [name for name in ("by", "floors", "times") if views[name]]:
        show_view(chosen, {"item": item, "donor": donor, "since": since, "as_of": as_of, **views}, format_, ledger_name)
        return
    if item is None:
        raise UsageError("nothing to balance is named", "balance", "give --item, --by, --floors or --times")
    if foreign := [f"--{name}" for name in ("recipient", "framework", "until", "evidence") if views[name]]:
        raise UsageError(f"{', '.join(foreign)} goes with --by, --floors or --times", "balance", "add --by item")
    with existing_ledger(ledger_name) as ledger:
        named = wanted({"item": (item,), "actor": (donor,) if donor else (), "topic": ()}, settings_with(ledger_name).pack)
        items, donors = tuple(named.get("item") or ()), tuple(named.get("actor") or ())
        if len(items) > 1:
            raise UsageError(f"the name stands for several: {', '.join(items)}", item, "give one of these ids")
        found = balance_of(ledger, items[0], donor=donors[0] if donors else None, since=since, as_of=as_of)
    records = [undertaking.to_record() for undertaking in found.undertakings]
    if format_ == "json":
        click.echo(json.dumps(found.to_record(), ensure_ascii=False))
    elif format_ == "jsonl":
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))
    elif format_ == "csv":
        print_csv(FIELDS, records)
    else:
        print_table(COLUMNS, [_row(undertaking) for undertaking in found.undertakings])
        stages = {name: row for name, row in found.to_record()["stages"].items() if row["number"] or row["unstated"]}
        promised, arrived, open_ = (_stage(*figure) for figure in (found.promised, found.arrived, found.open))
        click.echo(f"promised: {promised}; arrived: {arrived}; open: {open_}")
        click.echo("by stage: " + (", ".join(f"{name} {_stage(**row)}" for name, row in stages.items()) or "nothing"))
        if found.collective:
            click.echo("\ntold of several donors, of a bloc or of nobody by name, so added to nothing")
            print_table(COLUMNS, [_row(undertaking) for undertaking in found.collective])
        click.echo(f"\nleft out as sums of others or repetitions: {len(found.apart)}; needs stated: {len(found.needs)}")


def number(value: float | None) -> str:
    """A number as written; a question mark where none is stated."""
    return "?" if value is None else f"{value:g}" if value < 1e6 else f"{value:,.0f}"


def _row(told: Undertaking) -> tuple[str, ...]:
    arrived = number(told.arrived), told.arrived_on or "", number(told.open)
    return short(told.entry), ", ".join(told.donors) or "?", told.stage, number(told.number), told.since or "", *arrived


def _stage(number: float, unstated: int) -> str:
    return f"{number:g}" + (f" and {unstated} without a number" if unstated else "")
