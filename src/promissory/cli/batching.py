"""The commands for crawls: shards to Parquet, and Parquet into a ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from promissory.cli.building import print_summary, progress_shown
from promissory.cli.commands import DONE, SOME_UNREAD, plain
from promissory.cli.options import ledger_option, log_option, settings_with
from promissory.cli.printing import Column, console, print_table
from promissory.errors import DependencyError
from promissory.ledger import open_ledger
from promissory.logs import log_as_json

FORMAT = click.option(
    "--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="Of the summary."
)
EXTRA = "pip install 'promissory[cluster]'"


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Where the Parquet files go."
)
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes here.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, as tcp://host:8786, whose workers see the same files.")
@click.option("--all-pages", is_flag=True, help="Read every page of web archives: no gate.")
@click.option(
    "--hosts", "hosts_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="Only pages of these hosts and those under them, one a line.",
)  # fmt: skip
@click.option(
    "--audit", "one_in", type=click.IntRange(min=0), default=1000, show_default=True, metavar="N",
    help="Name one dropped page in N in the manifest; 0 names none.",
)  # fmt: skip
@log_option
@FORMAT
def batch(
    sources: tuple[str, ...], out: Path, workers: int, scheduler: str | None, all_pages: bool, hosts_file: Path | None, one_in: int,
    log: str, format_: str,
) -> int:  # fmt: skip
    """Read and extract many shards at once, into Parquet.

    A shard is a file: a web archive, JSONL, or any report; folders, globs and addresses of fsspec (s3://, hdfs://, memory://) name many.
    Pages of web archives that name nothing of the domain are passed over before they are cleaned, and counted by reason. Killed at any
    moment, the same command finishes the rest; what is done is not done again.

    \b
    Examples:
      promissory batch 'crawl/*.warc.gz' --out july --workers 8
      promissory batch s3://bucket/crawl --out july --scheduler tcp://10.0.0.5:8786
      promissory batch crawl --out july --hosts outlets.txt --audit 100
      promissory load july --ledger aid.db
    """
    try:
        from promissory.batch import Rules, run_batch

        if log == "json":
            log_as_json()
        rules = Rules(not all_pages, _hosts_in(hosts_file), one_in)
        with _watched() as watch:
            report = run_batch(sources, out, settings=settings_with(None), scheduler=scheduler, workers=workers, rules=rules, watch=watch)
    except ModuleNotFoundError as missing:
        raise DependencyError(f"{missing.name} is not installed", "batch", EXTRA) from missing
    for fault in report.faults:
        click.echo(f"promissory: {plain(fault)}", err=True)
    if format_ == "json":
        click.echo(json.dumps(report.to_record(), ensure_ascii=False))
    else:
        rows = [(name, f"{getattr(report, name):,}") for name in ("shards", "pages", "documents", "claims")]
        rows += [(f"  {reason}", f"{number:,}") for reason, number in report.dropped.most_common()]
        print_table((Column("in the folder"), Column("number", right=True)), [*rows, ("faults", str(len(report.faults)))])
    return SOME_UNREAD if report.faults else DONE


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@FORMAT
@ledger_option
def load(folder: Path, format_: str, ledger_name: str | None) -> None:
    """Load a folder that `batch` wrote into the ledger: the same entries as a build of the same reports.

    What is loaded already is passed over.

    \b
    Examples:
      promissory load july --ledger aid.db
    """
    try:
        from promissory.batch import load_folder
    except ModuleNotFoundError as missing:
        raise DependencyError(f"{missing.name} is not installed", "load", EXTRA) from missing
    settings = settings_with(ledger_name)
    with open_ledger(settings.ledger) as ledger, progress_shown() as progress:
        report = load_folder(folder, ledger, settings=settings, progress=progress)
    if format_ == "json":
        click.echo(json.dumps(report.to_record(), ensure_ascii=False))
    else:
        print_summary(report)


def _hosts_in(file: Path | None) -> frozenset[str]:
    lines = file.read_text(encoding="utf-8").splitlines() if file else ()
    return frozenset(host for line in lines if (host := line.partition("#")[0].strip().lower()))


@contextmanager
def _watched() -> Iterator[Any]:
    """A progress bar on standard error if somebody watches, with the dashboard's address above it."""
    if not (sys.stderr.isatty() and sys.stdout.isatty()):
        yield None
        return
    from rich import progress

    screen = console(stderr=True)
    with progress.Progress(console=screen, transient=True) as bar:
        work = bar.add_task("shards", total=None)

        def show(dashboard: str, done: int, all_: int) -> None:
            if dashboard:
                bar.console.print(f"dashboard: {dashboard}")
            bar.update(work, completed=done, total=all_)

        yield show
