"""What `balance` shows with --by, --floors and --times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from promissory.analysis import floors, lags, load_rates, prove, tally
from promissory.cli.options import existing_ledger, settings_with, wanted
from promissory.cli.printing import Column, print_form, print_table, short
from promissory.errors import UsageError
from promissory.ledger import FilterOptions, Ledger
from promissory.packs import Pack, load_pack

Record = Mapping[str, Any]
TALLY_FIELDS = (
    "key", "collective", "measure", "stage", "entries", "units", "sums", "common", "rates", "unconverted", "unstated", "apart",
)  # fmt: skip
FLOOR_FIELDS = ("entry", "donors", "period", "least", "found")
LAG_FIELDS = ("key", "entries", "days", "shortest", "lower", "median", "upper", "longest", "undated")
#: Which of the options each view takes, beside item, dates and format.
TAKES = {"by": {"donor", "recipient", "framework", "evidence"}, "floors": {"donor"}, "times": {"donor"}}


def show_view(chosen: Sequence[str], given: Record, format_: str, ledger_name: str | None) -> None:
    """Print the one chosen view; UsageError for two at once, or for options that it does not take."""
    if len(chosen) > 1:
        raise UsageError(f"--{' and --'.join(chosen)} at once", "balance", "give one of them")
    if foreign := [f"--{name}" for name in ("recipient", "framework", "evidence") if given[name] and name not in TAKES[chosen[0]]]:
        raise UsageError(f"{', '.join(foreign)} does not go with --{chosen[0]}", "balance", "leave it out, or use --by")
    pack = load_pack(settings_with(ledger_name).pack)
    with existing_ledger(ledger_name) as ledger:
        {"by": _by, "floors": _floors, "times": _times}[chosen[0]](ledger, given, pack, format_)


def _options(given: Record, pack: Pack, *, actor: bool = False) -> FilterOptions:
    """The filters of the ledger; the donor as an actor for the views that do not tell donors apart."""
    named = {"item": (given["item"],) if given["item"] else (), "actor": (given["donor"],) if actor and given["donor"] else ()}
    return wanted(named | {name: given[name] for name in ("since", "until", "as_of")}, pack.id)


def _one(name: str | None, pack: Pack) -> str | None:
    """The id of an actor that an option names."""
    if not name:
        return None
    found = tuple(wanted({"actor": (name,)}, pack.id)["actor"] or ())
    if len(found) > 1:
        raise UsageError(f"the name stands for several: {', '.join(found)}", name, "give one of these ids")
    return found[0]


def _by(ledger: Ledger, given: Record, pack: Pack, format_: str) -> None:
    found = tally(
        ledger,
        given["by"],
        donor=_one(given["donor"], pack),
        recipient=_one(given["recipient"], pack),
        framework=given["framework"],
        rates=load_rates(*given["rate_files"]),
        into=given["into"].upper(),
        pack=pack,
        **_options(given, pack),
    )
    records = [line.to_record() for line in found]
    if given["evidence"]:
        records = [record | {"evidence": _proofs(ledger, record["entries"])} for record in records]
    fields = (*TALLY_FIELDS, "evidence") if given["evidence"] else TALLY_FIELDS
    if print_form(records, format_, fields):
        return
    if not records:
        click.echo("nothing found", err=True)
        return
    columns = (Column(given["by"], 2), Column("stage"), Column("entries", right=True), Column("goods", 3), Column("as written", 3))
    print_table((*columns, Column(given["into"].upper(), right=True)), [_line(record) for record in records if record["entries"]])
    for record in records if given["evidence"] else ():
        if record["entries"]:
            _tell(record)
    click.echo("\n? is a number that no report states. * told of several donors, a bloc or nobody by name: added to nothing.")
    click.echo(_sources(records))


def _line(record: Record) -> tuple[str, ...]:
    goods = "; ".join(_goods(row, record["key"]) for row in record["units"])
    money = "; ".join(f"{row['currency'] or '?'} {_short(row['value'])}" for row in record["sums"])
    common = _short(record["common"]["value"]) if record["common"] else "?" if record["unconverted"] else ""
    more = f" +{record['unconverted']}?" if record["common"] and record["unconverted"] else ""
    key = "*" * record["collective"] + (record["key"] or "none named")
    return key, _stage(record), str(len(record["entries"])), goods, money, common + more


def _goods(row: Record, key: str | None) -> str:
    """`5+2? patriot`; the number alone where the line is of that item."""
    told = _number(row["number"], row["unstated"])
    return told if row["item"] == key else f"{told} {row['item']}"


def _stage(record: Record) -> str:
    return f"{record['measure']}, {record['stage']}" if record["stage"] else str(record["measure"])


def _number(number: float | None, unstated: int) -> str:
    """`5`; `5+2?` where two more entries state none; `?` where none does."""
    return "?" if number is None else f"{number:g}" + (f"+{unstated}?" if unstated else "")


def _short(value: float) -> str:
    """A sum to four figures: `28.5m`, `7.1bn`."""
    for size, name in ((10**9, "bn"), (10**6, "m"), (10**3, "k")):
        if value >= size:
            return f"{value / size:.4g}{name}"
    return f"{value:.4g}"


def _sources(records: Sequence[Record]) -> str:
    """Whose rates were used, and of which days."""
    rates = [rate for record in records for rate in record["rates"]]
    if not rates:
        return "No sum was converted at a rate."
    days = sorted({rate["on"] for rate in rates})
    return f"Rates: {', '.join(sorted({rate['source'] for rate in rates}))}, of {len(days)} days from {days[0]} to {days[-1]}."


def _proofs(ledger: Ledger, entries: Sequence[str]) -> list[dict[str, Any]]:
    """The words that prove what each entry is now, with their source and line."""
    found = []
    for key in entries:
        entry = ledger.get(key)
        proof = prove(ledger, entry.record, entry["status"])
        told = (
            {"quote": proof.quote, "source": proof.source, "line": proof.line, "reported": proof.reported, "claim": proof.claim}
            if proof
            else {}
        )
        found.append({"entry": key, **told})
    return found


def _tell(record: Record) -> None:
    click.echo(f"\n{record['key'] or 'none named'}, {_stage(record)}")
    for told in record["evidence"]:
        where = f"  {told['source']}, line {told['line']}" if "source" in told else ""
        click.echo(f"  {short(told['entry'])}  {told.get('quote', '')}\n            {where.strip()}")


def _floors(ledger: Ledger, given: Record, pack: Pack, format_: str) -> None:
    found = floors(ledger, load_rates(*given["rate_files"]), pack=pack, **_options(given, pack, actor=True))
    records = [floor.to_record() for floor in found]
    if print_form(records, format_, FLOOR_FIELDS):
        return
    columns = (
        Column("entry"),
        Column("donor", 1),
        Column("period"),
        Column("at least", right=True),
        Column("found", 1),
        Column("sum", right=True),
    )
    print_table((*columns, Column("without", right=True)), [row for record in records for row in _floor(record)])
    click.echo("\nFound is what reports here tell for that time; without: entries whose sum, day or rate is not known.")


def _floor(record: Record) -> list[tuple[str, ...]]:
    head = (
        short(record["entry"]),
        "+".join(record["donors"]),
        record["period"],
        f"{record['least']['currency']} {_short(record['least']['value'])}",
    )
    found = [(row["stage"], _short(row["sum"]["value"]) if row["sum"] else "?", str(len(row["unconverted"]))) for row in record["found"]]
    lines = found or [("nothing", "", "")]
    return [(*(head if n == 0 else ("", "", "", "")), *line) for n, line in enumerate(lines)]


def _times(ledger: Ledger, given: Record, pack: Pack, format_: str) -> None:
    records = [lag.to_record() for lag in lags(ledger, given["times"], **_options(given, pack, actor=True))]
    if print_form(records, format_, LAG_FIELDS):
        return
    names = ("shortest", "lower", "median", "upper", "longest")
    columns = (Column(given["times"], 1), Column("deliveries", right=True), *(Column(name, right=True) for name in names))
    rows = [(r["key"] or "none named", str(len(r["days"])), *(_days(r[name]) for name in names), str(len(r["undated"]))) for r in records]
    print_table((*columns, Column("undated", right=True)), rows)
    click.echo(
        "\nDays from the first promise to the delivery, or to the last of its deliveries; quarters of them lie below lower and above upper."
    )


def _days(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
