"""The commands about reviewers who sign in to the web app."""

from __future__ import annotations

import click

from promissory.cli.options import existing_ledger, ledger_option
from promissory.cli.printing import Column, print_table


@click.group()
def user() -> None:
    """Make, list and end the tokens by which reviewers sign in to the web app.

    A token is shown once, when it is made; the ledger keeps only its hash.

    \b
    Examples:
      promissory user add "A. Reader"
      promissory user list
      promissory user remove "A. Reader"
    """


@user.command()
@click.argument("name")
@ledger_option
def add(name: str, ledger_name: str | None) -> None:
    """Make a token for a reviewer; an older one of that name no longer counts.

    \b
    Examples:
      promissory user add "A. Reader"
    """
    with existing_ledger(ledger_name) as ledger:
        click.echo(ledger.enrol(name))
    click.echo("keep this token: it is not shown again", err=True)


@user.command(name="list")
@ledger_option
def list_(ledger_name: str | None) -> None:
    """List who may sign in.

    \b
    Examples:
      promissory user list
    """
    with existing_ledger(ledger_name) as ledger:
        rows = [(name, at[:10]) for name, at in ledger.enrolled().items()]
    if rows:
        print_table((Column("reviewer", 1), Column("since")), rows)
    else:
        click.echo('nobody (promissory user add "A. Reader" makes a token)', err=True)


@user.command()
@click.argument("name")
@ledger_option
def remove(name: str, ledger_name: str | None) -> None:
    """End a reviewer's token. What they ruled stays on the record.

    \b
    Examples:
      promissory user remove "A. Reader"
    """
    with existing_ledger(ledger_name) as ledger:
        ledger.dismiss(name)
