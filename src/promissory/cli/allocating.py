"""The command that ranks scarce supply against open needs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from promissory.analysis import open_needs, open_supply
from promissory.cli.options import existing_ledger, ledger_option, settings_with
from promissory.cli.printing import Column, print_table
from promissory.packs import load_pack

if TYPE_CHECKING:
    from promissory.allocation import Plan

FILE = click.Path(path_type=Path)


@click.command()
@click.option("--needs", type=FILE, metavar="FILE", help="CSV: id, item, count; weight, by, for, use, substitutes. [default: the ledger's]")
@click.option("--supply", type=FILE, metavar="FILE", help="CSV: id, item, count; from, available, not_for. [default: the ledger's]")
@click.option("--policy", type=FILE, metavar="FILE", help="TOML: late, and the tables floors and weights by who asks.")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.option("--as-of", metavar="DATE", help="Of the ledger only what had been reported by the end of that day.")
@ledger_option
def allocate(
    needs: Path | None, supply: Path | None, policy: Path | None, format_: str, as_of: str | None, ledger_name: str | None
) -> None:
    """Rank scarce supply against open needs, and say why.

    Floors of the policy come first while they can be met, then the weighted need met is greatest, then units come earliest. What the
    terms of a lot exclude is never done. A need for a class of goods is met by what belongs to it; a substitute counts for its worth.
    Without --needs these are the open needs of the ledger, without --supply the promises of one donor each that have not arrived, each
    once; both where they state a number.

    \b
    needs     weight: how much a unit matters beside others (1); by: the day it is for; for: who asks;
              use: what for; substitutes: nasams=0.8;hawk=0.5
    supply    from: who gives; available: from when; not_for: whom or what its terms exclude, as a;b

    \b
    Examples:
      promissory allocate --needs needs.csv --supply supply.csv --policy policy.toml
      promissory allocate --supply supply.csv --as-of 2024-07-12
    """
    from promissory.allocation import Policy, needs_in, read_needs, read_policy, read_supply, supply_in
    from promissory.allocation import allocate as plan_of

    pack = load_pack(settings_with(ledger_name).pack)
    parents = {item.id: item.parent for item in pack.items}
    wanted, offered = read_needs(needs) if needs else None, read_supply(supply) if supply else None
    if wanted is None or offered is None:
        with existing_ledger(ledger_name) as ledger:
            wanted = needs_in(open_needs(ledger, as_of=as_of), "ledger") if wanted is None else wanted
            offered = supply_in(open_supply(ledger, pack, as_of=as_of), "ledger") if offered is None else offered
    plan = plan_of(wanted, offered, read_policy(policy) if policy else Policy(), parents)
    if format_ == "json":
        click.echo(json.dumps(plan.to_record(), ensure_ascii=False))
    else:
        _print(plan)


def _print(plan: Plan) -> None:
    print_table(
        (
            Column("lot"),
            Column("goes to", 1),
            Column("units", right=True),
            Column("worth each", right=True),
            Column("kept from weight", right=True),
        ),
        [(a.lot, a.need, str(a.units), f"{a.worth:g}{' (late)' if a.late else ''}", f"{a.keeps_from:g}") for a in plan.allotments],
        f"{plan.met:g} of {plan.wanted:g} weighted units met",
    )
    if plan.unmet:
        rows = [(u.need, str(u.units), "any" if u.open_below is None else f"{u.open_below:g}", u.why) for u in plan.unmet]
        print_table((Column("open need"), Column("units", right=True), Column("no more below weight", right=True), Column("why", 1)), rows)
    if plan.worths:
        worths = [(w.item, f"{w.worth:g}", w.need or "") for w in plan.worths]
        print_table((Column("one more"), Column("would add", right=True), Column("for", 1)), worths)
    for group, units in plan.short.items():
        click.echo(f"the floor of {group} is {units} short: no lot is left that would do")
    if plan.spare:
        click.echo("left over: " + ", ".join(f"{units} of {lot}" for lot, units in plan.spare.items()))
