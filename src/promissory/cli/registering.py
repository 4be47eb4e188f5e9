"""The commands that list a register, the timeline, and what words are found in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from promissory.analysis import published_numbers, signatures
from promissory.analysis import register as register_of
from promissory.analysis import timeline as timeline_of
from promissory.cli.options import (
    FILTERS,
    existing_ledger,
    filter_options,
    format_option,
    ledger_option,
    settings_with,
    some_filters,
    wanted,
)
from promissory.cli.printing import Column, amount_words, begin, item_words, print_form, print_table, short, what, who
from promissory.ledger import Ledger

Record = Mapping[str, Any]
#: The columns of a table on a terminal: those that are read first. The other forms hold all.
TABLES: Mapping[str, tuple[str, ...]] = {
    "needs": ("entry", "date", "status", "needs", "what", "by", "answered_by"),
    "agreements": ("entry", "status", "partner", "signed", "place", "term", "framework", "contents"),
    "meetings": ("entry", "date", "format", "place", "participant", "convenor", "outcome"),
    "posts": ("entry", "status", "person", "post", "body", "took", "left"),
    "conditions": ("entry", "status", "on", "set_by", "for", "words"),
    "attacks": ("entry", "date", "place", "means", "hit", "figures"),
    "initiatives": ("entry", "status", "lead", "amount", "paid", "words"),
    "statements": ("entry", "date", "speaker", "topics", "words"),
    "counts": ("number", "partner", "signed", "place", "entry"),
    "published": ("entry", "reported", "number", "objection"),
    "several": ("entry", "status", "count", "partner", "sources", "findings"),
    "hits": ("noun", "id", "reported", "title", "snippet"),
}
WIDE = ("what", "person", "post", "words", "objection", "answered_by", "contents", "outcome", "figures", "paid", "participant", "snippet")
FIXED = ("entry", "id", "noun", "date", "status", "signed", "term", "number", "count", "sources", "by", "took", "left", "reported")
#: Days; of an interval a table shows the first.
DAYS = ("date", "signed", "by", "took", "left", "reported")
HIT_FIELDS = ("noun", "id", "doc", "source", "title", "reported", "snippet")
MOMENT_FIELDS = ("on", "told", "kind", "status", "entry", "claim", "parties", "place", "amount", "items", "topics")
OTHERS = tuple(name for name, _ in FILTERS if name != "--kind")


def _command(name: str, help_: str) -> click.Command:
    """The command that lists a register under the filters of listings."""

    def run(format_: str, ledger_name: str | None, **filters: Any) -> None:
        with existing_ledger(ledger_name) as ledger:
            pack_name = settings_with(ledger_name).pack
            found = register_of(ledger, name, **wanted(filters, pack_name))
            _print(name, found.columns, [line.to_record() for line in found.lines], format_)

    run.__doc__ = help_
    return click.command(name)(some_filters(OTHERS)(format_option(ledger_option(run))))


needs = _command("needs", """List needs: who needs what, of whom it is asked, how urgently, and which commitments answer it.

\b
Examples:
  promissory needs --item patriot
  promissory needs --topic energy --format csv > needs.csv
""")  # fmt: skip
meetings = _command("meetings", """List meetings: when, where, in which format, who convened, asked and came, and what came of it.

\b
Examples:
  promissory meetings --actor NATO-Ukraine-Council
  promissory meetings --since 2024-04 --until 2024-07
""")  # fmt: skip
posts = _command("posts", """List posts: who stood for, took and left what, as reported; terms and successions as the pack has them.

\b
Examples:
  promissory posts --actor NATO
  promissory posts --actor mark-rutte --format json
""")  # fmt: skip
conditions = _command("conditions", """List conditions: what must hold, for whom, set by whom, with their state and the words.

\b
Examples:
  promissory conditions --topic membership
""")  # fmt: skip
attacks = _command("attacks", """List attacks as reported: when, where, by what means, what was hit, with the figures of each source.

\b
Examples:
  promissory attacks --since 2024-11 --topic energy
""")  # fmt: skip
initiatives = _command("initiatives", """List initiatives and funds: who leads, for what, with what is pledged and paid under them.

\b
Examples:
  promissory initiatives --actor CZ
""")  # fmt: skip
statements = _command("statements", """List statements: who said what, in order of time, so that a stance can be followed.

\b
Examples:
  promissory statements --actor mark-rutte --topic membership
""")  # fmt: skip


@click.command()
@some_filters(OTHERS)
@click.option("--counts", is_flag=True, help="How many partners had signed, signature by signature.")
@format_option
@ledger_option
def agreements(counts: bool, format_: str, ledger_name: str | None, **filters: Any) -> None:
    """List agreements: partner, status, announced, negotiated, signed, place, term, framework, sums and commitments in them.

    What reports tell of several at once ("eight agreements", "agreements with other countries") stands apart, as it is no
    agreement of its own.
    With --counts, the numbers that reports give, with what is to be objected to those that do not agree with the list, and
    the partners of signed agreements between two, in order, each with its number.

    \b
    Examples:
      promissory agreements --status signed --as-of 2024-05-31
      promissory agreements --status negotiating
      promissory agreements --counts --as-of 2024-07-15
    """
    with existing_ledger(ledger_name) as ledger:
        options = wanted(filters, settings_with(ledger_name).pack)
        if counts:
            _print_counts(ledger, options.get("as_of"), format_)
            return
        listed = register_of(ledger, "agreements", **options)
    records = [line.to_record() for line in listed.lines]
    several = [record for record in records if format_ == "table" and _is_of_several(record)]
    _print("agreements", listed.columns, [record for record in records if record not in several], format_)
    if several:
        click.echo("\ntold of several at once")
        _print("several", (), several, format_)


def _is_of_several(record: Record) -> bool:
    """Whether a row tells of agreements by their number, or of some that have no name with partners who have none."""
    return (record["count"] or 1) > 1 or (record["partner"] == ["partners"] and not record["framework"])


def _print_counts(ledger: Ledger, as_of: str | None, format_: str) -> None:
    """In a table first the numbers that reports give; the last row is the last signature, whose number is the answer."""
    told = published_numbers(ledger, as_of=as_of) if format_ == "table" else []
    if told:
        click.echo("numbers that reports give; one without an objection agrees with the list below")
        rows = [{"entry": one.entry, "reported": one.on, "number": one.number, "objection": one.objection} for one in told]
        _print("published", (), rows, format_)
        click.echo()
    found = signatures(ledger, as_of=as_of)
    records = [{"number": n, "partner": s.party, "signed": s.on, "place": s.place, "entry": s.entry} for n, s in enumerate(found, 1)]
    _print("counts", TABLES["counts"], records, format_)


@click.command()
@filter_options
@format_option
@ledger_option
def timeline(format_: str, ledger_name: str | None, **filters: Any) -> None:
    """List what happened and what was said, step by step, in order of time.

    A day with a tilde is that of the first report; what happened is not dated.

    \b
    Examples:
      promissory timeline --since 2024-07-01 --until 2024-07-31
      promissory timeline --kind attack --kind need --topic energy
    """
    with existing_ledger(ledger_name) as ledger:
        moments = [moment.to_record() for moment in timeline_of(ledger, **wanted(filters, settings_with(ledger_name).pack))]
    if format_ == "table" and moments:
        columns = (Column("day"), Column("kind"), Column("status"), Column("who", 3), Column("what", 3), Column("entry"))
        print_table(columns, [_moment(moment) for moment in moments])
    else:
        _print("moments", MOMENT_FIELDS, moments, format_)


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--as-of", metavar="DATE", help="Only what had been reported by the end of that day.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many of each noun.")
@format_option
@ledger_option
def search(words: tuple[str, ...], as_of: str | None, limit: int, format_: str, ledger_name: str | None) -> None:
    """Find words in the evidence of claims and in the texts of documents, the best matches first.

    Words are found in any order and by their stem; "in quotation marks" as they stand; a minus excludes.

    \b
    Examples:
      promissory search patriot delivery
      promissory search '"air defence" winter' --as-of 2024-07-15
      promissory search 'patriot -romania'
    """
    with existing_ledger(ledger_name) as ledger:
        hits = ledger.search(" ".join(words), as_of=as_of, limit=limit)
    _print("hits", HIT_FIELDS, [hit.to_record() for hit in hits], format_)


def _moment(record: Record) -> tuple[str, ...]:
    day = f"~{begin(record['on'])}" if record["told"] else begin(record["on"])
    what = _cell("amount", record["amount"]), _cell("items", record["items"]), _cell("topics", record["topics"])
    return day, record["kind"], record["status"], who(record), ", ".join(part for part in what if part), short(record["entry"])


def _print(name: str, fields: Sequence[str], records: list[dict[str, Any]], format_: str) -> None:
    if print_form(records, format_, fields):
        return
    if records:
        if "what" in TABLES[name]:
            records = [{**record, "what": what(record) or record["words"]} for record in records]
        shown = [field for field in TABLES[name] if any(record[field] not in (None, [], ()) for record in records)]
        columns = [Column(field.replace("_", " "), _share(field), right=field in ("number", "count")) for field in shown]
        print_table(columns, [[_cell(field, record[field]) for field in shown] for record in records])
    else:
        click.echo(f"no {name}", err=True)


def _share(field: str) -> int:
    return 0 if field in FIXED else 3 if field in WIDE else 1


def _cell(field: str, value: Any) -> str:
    if value is None or value == []:
        return ""
    return CELLS[field](value) if field in CELLS else ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


CELLS: Mapping[str, Callable[[Any], str]] = {
    **dict.fromkeys(DAYS, begin),
    **dict.fromkeys(("answered_by", "contents", "outcome", "figures", "paid"), "; ".join),
    "entry": short, "id": short, "amount": amount_words, "items": lambda items: ", ".join(map(item_words, items)),
    "findings": lambda ids: ", ".join(map(short, ids)),
}  # fmt: skip
