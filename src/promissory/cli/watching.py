"""The command that keeps a ledger current."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any

import click

from promissory.cli.commands import DONE, SOME_UNREAD, plain, tell
from promissory.cli.options import ledger_option, private_option, settings_with, sources_option, store_option
from promissory.ledger import open_ledger
from promissory.watching import Asking, Round, seconds
from promissory.watching import watch as run_watch


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@click.option("--every", default="15m", show_default=True, metavar="TIME", help="Between two rounds: 90s, 15m, 2h, 1d.")
@click.option("--once", is_flag=True, help="One round, then end.")
@click.option("--pages", is_flag=True, help="Also fetch the pages that new items link to.")
@ledger_option
@sources_option
@store_option
@private_option
def watch(feeds: tuple[str, ...], every: str, once: bool, pages: bool, ledger_name: str | None, **given: Any) -> int:
    """Keep the ledger current: ask feeds again and again, and build what is new in them.

    One line for each round. A feed that fails is asked less and less often, at least once a day. Ctrl-C ends it.

    \b
    Examples:
      promissory watch https://example.org/feed.xml --every 30m
      promissory watch https://example.org/feed.xml https://example.net/atom --once
    """
    length, failed = seconds(every), set[str]()
    settings = settings_with(ledger_name, **given)

    def show(outcome: Round) -> None:
        failed.update(outcome.failed)
        for fault in outcome.faults:
            tell(fault)
        click.echo(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}  {plain(outcome.line)}")

    with open_ledger(settings.ledger) as ledger:
        ask = Asking(ledger, settings, pages)
        try:
            run_watch(feeds, ask, show, every=length, rounds=1 if once else None, clock=time.monotonic, sleep=time.sleep)
        except KeyboardInterrupt:
            click.echo("\nstopped; what is stored stays", err=True)
            return DONE
    return SOME_UNREAD if failed else DONE
