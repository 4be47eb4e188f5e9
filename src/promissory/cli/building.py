"""The command that builds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from promissory.cli.commands import DONE, SOME_UNREAD, tell
from promissory.cli.options import ledger_option, private_option, settings_with, sources_option, store_option
from promissory.cli.printing import Column, console, print_table
from promissory.ledger import open_ledger
from promissory.pipeline import BuildReport, Progress
from promissory.pipeline import build as run_build


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@ledger_option
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that extract.  [default: $PROMISSORY_JOBS, or 1]")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="Of the summary.")
@sources_option
@store_option
@private_option
def build(sources: tuple[str, ...], ledger_name: str | None, jobs: int | None, format_: str, **given: Any) -> int:
    """Read, extract and reconcile sources into the ledger.

    A source is a file, a folder, a glob, an address (http or https) or - (standard input): pages, texts, PDF, feeds, lists of
    addresses, archives. The same source twice adds nothing. Killed at any moment, the next build finishes the rest.

    \b
    Examples:
      promissory build reports/
      promissory build july.jsonl 'archive/**/*.html' --ledger aid.db --jobs 4
      promissory build https://example.org/report.html https://example.org/feed.xml
      promissory build - < report.txt
    """
    settings = settings_with(ledger_name, **given)
    with open_ledger(settings.ledger) as ledger, progress_shown() as progress:
        report = run_build(sources, ledger, jobs=jobs, progress=progress, settings=settings)
    for fault in report.skipped:
        tell(fault)
    if format_ == "json":
        click.echo(json.dumps(report.to_record(), ensure_ascii=False))
    else:
        print_summary(report)
    return SOME_UNREAD if report.skipped else DONE


@contextmanager
def progress_shown() -> Iterator[Progress | None]:
    """A progress bar on standard error if somebody watches: None in a pipe."""
    if not (sys.stderr.isatty() and sys.stdout.isatty()):
        yield None
        return
    from rich import progress

    words, read = progress.TextColumn("{task.description}"), progress.TextColumn("{task.fields[read]} read")
    columns = (words, progress.BarColumn(pulse_style="green"), read, progress.TimeElapsedColumn())
    with progress.Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("extracting", total=None, read=0)

        def show(stage: str, done: int) -> None:
            if stage == "reading":
                bar.update(task, read=done)
            else:
                bar.update(task, description=f"{stage}: {done} documents")

        yield show


def print_summary(report: BuildReport) -> None:
    """What the ledger holds, and what this build added."""
    rows = [("documents", str(report.documents), f"{report.read} read: {report.new} new, {report.known} known")]
    rows.append(("claims", str(sum(report.claims.values())), ""))
    rows += [(f"  {kind}", str(number), "") for kind, number in sorted(report.claims.items(), key=lambda row: (-row[1], row[0]))]
    rows += [("entries", str(report.entries), ""), ("findings", str(report.findings), "")]
    rows.append(("skipped", str(len(report.skipped)), "reasons above" if report.skipped else ""))
    print_table((Column("in the ledger"), Column("number", right=True), Column("this build")), rows)
