"""The commands of review: the queue, and decisions on the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from promissory.analysis import review_queue
from promissory.cli.options import existing_ledger, format_option, ledger_option, settings_with, wanted
from promissory.cli.printing import Column, amount_words, item_words, print_form, print_table, short, who
from promissory.errors import UsageError
from promissory.ledger import Ledger
from promissory.ledger.editing import read_change
from promissory.model import Decision
from promissory.packs import load_pack

Command = TypeVar("Command", bound=Callable[..., Any])
QUEUE_FIELDS = ("entry", "score", "because", "kind", "status", "parties", "date", "amount", "items", "claims")
DECISION_FIELDS = ("id", "action", "about", "reviewer", "at", "reason", "change", "marks")
QUEUE_COLUMNS = (
    Column("entry"), Column("score", right=True), Column("kind"), Column("status"), Column("who", 2), Column("what", 2, spare=True),
    Column("because", 4),
)  # fmt: skip
DECISION_COLUMNS = (
    Column("id"), Column("at"), Column("reviewer", 1), Column("action"), Column("about", 2), Column("change", 2, spare=True),
    Column("reason", 3),
)  # fmt: skip


@click.group(invoke_without_command=True)
@click.option("--kind", multiple=True, metavar="KIND", help="Only entries of this kind.")
@click.option("--actor", multiple=True, metavar="ACTOR", help="Only entries with this party, by id or name.")
@click.option("--item", multiple=True, metavar="ITEM", help="Only entries about these goods.")
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N", help="At most so many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Pass over the first so many.")
@format_option
@ledger_option
@click.pass_context
def review(
    ctx: click.Context, /, kind: tuple[str, ...], limit: int, offset: int, format_: str, ledger_name: str | None, **named: tuple[str, ...]
) -> None:
    """List what waits for a reviewer, the most urgent first, or put a ruling on the record.

    Large sums, entries with findings, disputes and readings of low confidence come first. A ruling never changes what was read:
    it changes the view, and can be undone by another.

    \b
    Examples:
      promissory review --kind commitment --limit 5
      promissory review accept e_4f1c09 --reviewer "A. Reader" --reason "read both reports"
      promissory review edit e_4f1c09 date=2024-07-11 "amount=EUR 5000000" --reviewer "A. Reader"
      promissory review log --format jsonl > decisions.jsonl
    """
    ctx.obj = ledger_name
    if ctx.invoked_subcommand:
        return
    with existing_ledger(ledger_name) as ledger:
        options = wanted({"kind": kind, "topic": (), **named}, settings_with(ledger_name).pack)
        queue = review_queue(ledger, **options, limit=limit, offset=offset)
        _tell_adrift(ledger)
    records = [queued.to_record() for queued in queue]
    _print(records, format_, QUEUE_FIELDS, QUEUE_COLUMNS, _queue_row, "nothing waits for review")


def _ruling(command: Command) -> Command:
    """The options of every ruling."""
    for option in (
        ledger_option,
        format_option,
        click.option("--reason", default="", metavar="WORDS", help="Why."),
        click.option("--reviewer", required=True, metavar="NAME", help="Who rules."),
    ):
        command = option(command)
    return command


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_ruling
@click.pass_context
def accept(ctx: click.Context, /, ids: tuple[str, ...], **given: Any) -> None:
    """Rule that entries or claims are right.

    \b
    Examples:
      promissory review accept e_4f1c09 --reviewer "A. Reader"
    """
    _decide(ctx, "accept", ids, **given)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_ruling
@click.pass_context
def reject(ctx: click.Context, /, ids: tuple[str, ...], **given: Any) -> None:
    """Rule that entries or claims are wrong: listings show them with --rejected only, and entries do without rejected claims.

    \b
    Examples:
      promissory review reject c_09ab --reviewer "A. Reader" --reason "the text denies it"
    """
    _decide(ctx, "reject", ids, **given)


@review.command()
@click.argument("identity", metavar="ID")
@click.argument("changes", nargs=-1, required=True, metavar="SLOT=VALUE...")
@_ruling
@click.pass_context
def edit(ctx: click.Context, /, identity: str, changes: tuple[str, ...], **given: Any) -> None:
    """Set slots, roles or the status of an entry; of a claim, what its entry has from it alone. Nothing after = empties a slot.

    Lists are written a,b, sums "EUR 5000000", items patriot:3,shell, anything else as JSON.

    \b
    Examples:
      promissory review edit e_4f1c09 date=2024-07-11 --reviewer "A. Reader" --reason "dated in the annex"
      promissory review edit e_4f1c09 donor=DE,NL "items=patriot:3" --reviewer "A. Reader"
    """
    _decide(ctx, "edit", (identity,), changes=changes, **given)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@_ruling
@click.pass_context
def merge(ctx: click.Context, /, ids: tuple[str, ...], **given: Any) -> None:
    """Rule that entries are one thing: all become the first.

    \b
    Examples:
      promissory review merge e_4f1c09 e_77d0aa --reviewer "A. Reader" --reason "one package, told twice"
    """
    _decide(ctx, "merge", ids, **given)


@review.command()
@click.argument("identity", metavar="ID")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@_ruling
@click.pass_context
def split(ctx: click.Context, /, identity: str, claims: tuple[str, ...], **given: Any) -> None:
    """Rule that claims of an entry are about another thing: they become an entry of their own.

    \b
    Examples:
      promissory review split e_4f1c09 c_09ab c_1c2d --reviewer "A. Reader" --reason "the second package"
    """
    _decide(ctx, "split", (identity, *claims), **given)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_ruling
@click.pass_context
def note(ctx: click.Context, /, ids: tuple[str, ...], **given: Any) -> None:
    """Put a remark on the record; it changes nothing.

    \b
    Examples:
      promissory review note e_4f1c09 --reviewer "A. Reader" --reason "ask the ministry"
    """
    _decide(ctx, "note", ids, **given)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="DECISION...")
@_ruling
@click.pass_context
def undo(ctx: click.Context, /, ids: tuple[str, ...], **given: Any) -> None:
    """Rule that decisions no longer count; they stay on the record.

    \b
    Examples:
      promissory review undo r_77d0 --reviewer "A. Reader" --reason "misread the date"
    """
    _decide(ctx, "undo", ids, **given)


@review.command()
@click.argument("identity", required=False, metavar="[ID]")
@format_option
@ledger_option
@click.pass_context
def log(ctx: click.Context, /, identity: str | None, format_: str, ledger_name: str | None) -> None:
    """List all decisions, or those about one entry or claim.

    \b
    Examples:
      promissory review log e_4f1c09
      promissory review log --format jsonl > decisions.jsonl
    """
    with existing_ledger(ledger_name or ctx.obj) as ledger:
        found = ledger.decisions_on(ledger.get(identity).id) if identity else ledger.decisions()
    _print(found.to_records(), format_, DECISION_FIELDS, DECISION_COLUMNS, _decision_row, "no decisions")


@review.command()
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@ledger_option
@click.pass_context
def take(ctx: click.Context, /, file: Path, ledger_name: str | None) -> None:
    """Take over the decisions of another ledger, from what its log printed as jsonl. The same decision twice is one.

    \b
    Examples:
      promissory review take decisions.jsonl --ledger other.db
    """
    name = ledger_name or ctx.obj
    decisions = list(_decisions_in(file))
    with existing_ledger(name) as ledger:
        new = ledger.take(decisions, pack=load_pack(settings_with(name).pack))
        _tell_adrift(ledger)
    click.echo(f"{new} decisions taken over, {len(decisions) - new} known before")


def _decide(
    ctx: click.Context, action: str, about: tuple[str, ...], *, reviewer: str, reason: str, format_: str, ledger_name: str | None,
    changes: tuple[str, ...] = (),
) -> None:  # fmt: skip
    name = ledger_name or ctx.obj
    pack = load_pack(settings_with(name).pack)
    with existing_ledger(name) as ledger:
        change = _change(ledger, about[0], changes) if changes else {}
        decision = ledger.decide(action, *about, reviewer=reviewer, reason=reason, change=change, pack=pack)
    if format_ == "table":
        click.echo(f"{decision.id}: {action} {' '.join(decision.about)}, by {decision.reviewer}")
    else:
        _print([decision.to_record()], format_, DECISION_FIELDS, DECISION_COLUMNS, _decision_row, "")


def _tell_adrift(ledger: Ledger) -> None:
    """A ruling that finds nothing is not passed over in silence."""
    if adrift := ledger.decisions_adrift() if len(ledger.decisions()) else []:
        shown = ", ".join(short(key) for key in adrift[:5]) + (", …" if len(adrift) > 5 else "")
        click.echo(f"without effect, since nothing here is surely what they are about: {shown}", err=True)


def _change(ledger: Ledger, about: str, changes: tuple[str, ...]) -> dict[str, Any]:
    row = ledger.get(about)
    if row.noun not in ("entry", "claim"):
        raise UsageError(f"edit is about an entry or claim, not about a {row.noun}", row.id, "promissory review lists what to rule on")
    return read_change(str(row["kind"]), changes)


def _decisions_in(file: Path) -> Iterator[Decision]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot be read: {fault}", str(file), "name what `promissory review log --format jsonl` printed") from fault
    for number, line in enumerate(lines, 1):
        try:
            yield Decision.from_record(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise UsageError("is no decision", f"{file}:{number}", "name what `promissory review log --format jsonl` printed") from fault


def _print(
    records: list[dict[str, Any]], format_: str, fields: tuple[str, ...], columns: tuple[Column, ...],
    row: Callable[[Mapping[str, Any]], tuple[str, ...]], nothing: str,
) -> None:  # fmt: skip
    if print_form(records, format_, fields):
        return
    if records:
        print_table(columns, [row(record) for record in records])
    else:
        click.echo(nothing, err=True)


def _queue_row(record: Mapping[str, Any]) -> tuple[str, ...]:
    what = ([amount_words(record["amount"])] if record["amount"] else []) + [item_words(item) for item in record["items"] or ()]
    told = short(record["entry"]), f"{record['score']:.2f}", record["kind"], record["status"], who(dict(record))
    return *told, ", ".join(what), "; ".join(record["because"])


def _decision_row(record: Mapping[str, Any]) -> tuple[str, ...]:
    change = json.dumps(record["change"], ensure_ascii=False) if record["change"] else ""
    about = " ".join(short(key) for key in record["about"])
    return short(record["id"]), record["at"][:19], record["reviewer"], record["action"], about, change, record["reason"]
