"""The command that builds the shipped sample and shows what the ledger then knows."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import click

from promissory.analysis import PROMISED, Balance, Undertaking, balance, prove, signatures
from promissory.cli.balancing import number
from promissory.cli.building import progress_shown
from promissory.cli.commands import plain, tell
from promissory.cli.options import settings_with
from promissory.cli.printing import Column, console, print_table
from promissory.errors import UsageError
from promissory.ledger import Ledger, open_ledger
from promissory.model.naming import in_quotes
from promissory.pipeline import BuildReport, build

#: The questions that the sample reports answer.
ITEM, SINCE, SUMMIT, LATER = "patriot", "2024-01-01", "2024-07-12", "2025-01-10"
COUNTED_ON = ("2024-04-12", "2024-05-31", "2024-07-15", "2025-01-31")


@click.command()
@click.option("--samples", type=click.Path(path_type=Path), metavar="FOLDER", help="The sample reports.  [default: those shipped]")
@click.option("--ledger", "ledger_name", metavar="FILE", help="Keep the ledger in this file.  [default: a temporary one]")
def demo(samples: Path | None, ledger_name: str | None) -> None:
    """Build the shipped sample reports and show what the ledger knows: promised, arrived, missing, and how do we know.

    \b
    Examples:
      promissory demo
      promissory demo --ledger demo.db && promissory claims --ledger demo.db
    """
    folder = samples or _shipped()
    if not folder.is_dir():
        raise UsageError("no such folder", str(folder), "name the folder of the sample reports")
    with tempfile.TemporaryDirectory(prefix="promissory-") as scratch, open_ledger(ledger_name or Path(scratch, "demo.db")) as ledger:
        with progress_shown() as progress:
            report = build([str(folder)], ledger, progress=progress, settings=settings_with(None))
        for fault in report.skipped:
            tell(fault)
        _tell(ledger, report)
    called = _called()
    begin = "" if ledger_name else f"{called} demo --ledger demo.db && "
    click.echo(f"\nRead on in a browser: {begin}{called} serve --ledger {ledger_name or 'demo.db'}")


def _called() -> str:
    """How the command is called where it was: by its name if the shell finds that, else by its path."""
    script = Path(sys.argv[0])
    found = script.name != "promissory" or shutil.which("promissory")
    return "promissory" if found else os.path.relpath(script)


def _shipped() -> Path:
    """The samples beside the package (installed) or at the root of the repository (a checkout)."""
    package = Path(__file__).parent.parent
    for folder in (package / "samples" / "reports", package.parent.parent / "samples" / "reports"):
        if folder.is_dir():
            return folder
    raise UsageError("the sample reports are not installed", "demo", "name their folder: promissory demo --samples FOLDER")


def _tell(ledger: Ledger, report: BuildReport) -> None:
    click.echo(f"{report.documents} reports, {sum(report.claims.values())} claims, {report.entries} entries, {report.findings} findings")
    then, later = (balance(ledger, ITEM, since=SINCE, as_of=day) for day in (SUMMIT, LATER))
    _tell_balance(then, later)
    _tell_agreements(ledger)
    _tell_proof(ledger, later)


def _tell_balance(then: Balance, later: Balance) -> None:
    """One row for each undertaking of a stated number by a named donor: how it stood after the summit, and how later."""
    before = {u.entry: u for u in then.undertakings}
    promised = [u for u in later.undertakings if u.stage in PROMISED]
    together = sorted({f"{number(u.number)} ({u.since})" for u in later.collective if u.number is not None and u.since})
    counted = sorted((u for u in promised if u.number is not None), key=lambda u: (u.since or "", u.entry))
    columns = ("donor", "number", "first reported", f"by {SUMMIT}", f"by {LATER}", "arrived", "open")
    click.echo(f"\nPatriot batteries promised since {SINCE}: what arrived, what is missing?")
    rows = [_row(u, before.get(u.entry)) for u in counted]
    print_table([Column(name, 1 if name == "donor" else 0, right=name in ("number", "open")) for name in columns], rows)
    click.echo(
        f"Without a number: {len(promised) - len(counted)} more. Of several donors together, so not added: {', '.join(together) or 'none'}"
    )


def _row(now: Undertaking, before: Undertaking | None) -> tuple[str, ...]:
    stage = before.stage if before else "not reported"
    arrived = now.arrived_on or "no report"
    return ", ".join(now.donors), number(now.number), now.since or "", stage, now.stage, arrived, number(now.open)


def _tell_agreements(ledger: Ledger) -> None:
    click.echo("\nSecurity agreements signed with Ukraine, as the reports of each day tell it")
    known: set[str] = set()
    for day in COUNTED_ON:
        parties = [signature.party for signature in signatures(ledger, as_of=day)]
        new = [party for party in parties if party not in known]
        known |= set(new)
        console().print(f"  {day}  {len(parties):>3}  " + (f"new: {', '.join(new)}" if new else ""), no_wrap=True, overflow="ellipsis")


def _tell_proof(ledger: Ledger, later: Balance) -> None:
    """The evidence of the arrival that most sources tell of, of equals the latest."""
    arrived = [(ledger.get(u.entry).to_record(), u) for u in later.undertakings if u.stage == "delivered"]
    if not arrived:
        return
    entry, best = max(arrived, key=lambda pair: (pair[0]["independent_sources"], pair[1].arrived_on or "", pair[1].entry))
    if proof := prove(ledger, entry, "delivered"):
        click.echo(f"\nHow do we know that {', '.join(best.donors)} delivered? {'; '.join(entry['grade_reasons'])} ({entry['grade']})")
        click.echo(f"  {in_quotes(plain(proof.quote))}")
        click.echo(f"  {plain(proof.publisher or proof.source)}, {proof.reported}, line {proof.line}: {plain(Path(proof.source).name)}")
