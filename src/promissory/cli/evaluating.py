"""The command that scores extraction against annotated documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from promissory.cli.options import existing_ledger, ledger_option
from promissory.cli.printing import Column, print_table
from promissory.errors import SourceError, UsageError
from promissory.model import Published

if TYPE_CHECKING:
    from promissory.evaluation import Calibration, Fault, GoldDocument, Score


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--texts", required=True, type=click.Path(path_type=Path), metavar="FOLDER", help="The documents' texts, by file name.")
@click.option("--split", type=click.Choice(("tune", "unread")), help="Two thirds of the documents, or the third that nobody reads.")
@click.option("--by-kind", is_flag=True, help="Figures by kind, and by slot.")
@click.option("--calibration", is_flag=True, help="Whether confidence means what it says: right claims by confidence.")
@click.option(
    "--show", "shown", multiple=True, type=click.Choice(("miss", "extra", "slots")), help="List what is missed, too many or wrong."
)
@click.option(
    "--claims", "claims_file", type=click.Path(path_type=Path), metavar="FILE", help="Score the claims of this file (JSON lines)."
)
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="Of the figures.")
@ledger_option
def evaluate(
    gold: Path,
    texts: Path,
    split: str | None,
    by_kind: bool,
    calibration: bool,
    shown: tuple[str, ...],
    claims_file: Path | None,
    format_: str,
    ledger_name: str | None,
) -> None:
    """Score extraction against GOLD: annotated documents, one a line.

    The texts are extracted anew, dated as the annotator knew them; with --ledger, the claims of that ledger are scored, with
    --claims those of a file.

    \b
    grounded  share of evidence quotes that stand in the text
    found     F1: same kind, evidence overlaps by half of the shorter
    right     F1: found, and status and parties are right too
    core      found and right of the kinds that the ledger exists for
    slots     of the slots that gold fixes on found claims, the share that is right

    \b
    Examples:
      promissory evaluate gold.jsonl --texts texts/ --by-kind
      promissory evaluate gold.jsonl --texts texts/ --split tune --show miss
    """  # fmt: skip
    from promissory.evaluation import calibrate, is_unread, judge, load_gold, score

    documents = [d for d in load_gold(gold) if split is None or is_unread(d.name) == (split == "unread")]
    bodies = {document.name: _text(texts / document.name) for document in documents}
    claims = list(_claims(documents, texts, claims_file, ledger_name))
    result = score(documents, claims, bodies)
    found = calibrate(judge(documents, claims, bodies)) if calibration else None
    for fault in result.faults:
        if fault.what in shown:
            _print_fault(fault)
    if format_ == "json":
        click.echo(json.dumps(result.to_record() | ({"calibration": found.to_record()} if found else {}), ensure_ascii=False))
        return
    _print(result, by_kind)
    if found:
        _print_calibration(found)


def _print_calibration(found: Calibration) -> None:
    rows = [(f"{b.low:.1f}-{b.high:.1f}", str(b.claims), f"{b.confidence:.2f}", f"{b.right:.2f}") for b in found.bands]
    names = ("claims", "mean confidence", "right")
    print_table((Column("confidence"), *(Column(name, right=True) for name in names)), rows)
    click.echo(f"expected calibration error {found.error:.3f}; of {found.sure} claims at 0.8 or more {found.sure_right:.0%} are right")


def _claims(documents: Sequence[GoldDocument], texts: Path, claims_file: Path | None, ledger_name: str | None) -> Iterable[dict[str, Any]]:
    if claims_file and ledger_name:
        raise UsageError("the claims come from a file or from a ledger", "evaluate", "give --claims or --ledger")
    if claims_file:
        return _stored_claims(claims_file)
    if ledger_name:
        with existing_ledger(ledger_name) as ledger:
            return ledger.claims().to_records()
    return _extracted(documents, texts)


def _extracted(documents: Iterable[GoldDocument], texts: Path) -> Iterator[dict[str, Any]]:
    from promissory.pipeline import extract
    from promissory.reading import read

    for document in documents:
        for found in read(str(texts / document.name)):
            dated = replace(found, published=Published(document.given, "given")) if document.given else found
            for claim in extract(dated):
                yield claim.to_record() | {"source": document.name}


def _stored_claims(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in _text(path).splitlines() if line.strip()]
    except ValueError as fault:
        raise SourceError(f"not JSON lines: {fault}", str(path), "write it with promissory claims --format jsonl") from fault


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeError) as fault:
        raise UsageError(f"cannot be read: {fault}", str(path), "see promissory evaluate --help") from fault


def _print_fault(fault: Fault) -> None:
    click.echo(f"{fault.what:5} {fault.doc} {fault.kind}: {fault.note}\n      {' '.join(fault.quote.split())[:200]}")


def _print(result: Score, by_kind: bool) -> None:
    record = result.to_record()
    if by_kind:
        rows = [(k, str(v["gold"]), str(v["claims"]), f"{v['found']:.3f}", f"{v['right']:.3f}") for k, v in record["by_kind"].items()]
        names = ("gold", "claims", "found", "right")
        print_table((Column("kind"), *(Column(name, right=True) for name in names)), rows)
        print_table((Column("slot"), Column("right", right=True)), list(record["by_slot"].items()))
    rates = [(name, record[name]) for name in ("found", "right", "core_found", "core_right")]
    figures = [(name.replace("_", " "), f"{rate['f1']:.3f}", f"{rate['p']:.3f}", f"{rate['r']:.3f}") for name, rate in rates]
    figures += [(name, f"{record[name]:.3f}", "", "") for name in ("slots", "grounded")]
    title = f"{record['documents']} documents, {record['gold']} gold claims, {record['claims']} claims"
    print_table((Column("figure"), Column("F1 or share"), Column("precision"), Column("recall")), figures, title)
