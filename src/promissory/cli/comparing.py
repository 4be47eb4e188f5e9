"""The command that lines the ledger up with the sheet of an aid tracker."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from promissory.cli.options import FILTERS, existing_ledger, format_option, ledger_option, settings_with, some_filters, wanted
from promissory.cli.printing import Column, begin, print_csv, print_table, short, what
from promissory.packs import load_pack

if TYPE_CHECKING:
    from promissory.tracker import Activity, Comparison, Pairing

FIELDS = ("found", "id", "rows", "donor", "date", "currency", "value", "entry", "agrees", "differs", "open", "rates", "evidence")
TITLES = {"different": "Different", "matched": "Matched", "there": "Only there", "here": "Only here"}
SHOWN = tuple(TITLES)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--show", multiple=True, type=click.Choice(SHOWN), help="Only these; by default all but what is matched.")
@some_filters(tuple(name for name, _ in FILTERS if name not in ("--kind", "--limit", "--offset")))
@click.option("--rates", "tables", multiple=True, metavar="FILE", help="More rates as CSV: Date,UAH, units for one euro.")
@format_option
@ledger_option
def compare(file: Path, show: tuple[str, ...], tables: tuple[str, ...], format_: str, ledger_name: str | None, **filters: Any) -> None:
    """Line the ledger's commitments up with a tracker's sheet: matched, different, only there, only here, each with its evidence.

    FILE is CSV or XLSX with the columns of the Kiel tracker's main sheet (see promissory export --format kiel). Of the filters, those by
    actor, item and day choose from both sides, the others from the ledger. Pairs are chosen so that most speaks for all of them together:
    sum, donor, day, goods, type, sources and words. Sums in two currencies are the same if they are at the rate of the day.

    \b
    Examples:
      promissory compare tracker.xlsx
      promissory compare tracker.csv --actor DE --show different --format json
    """
    from promissory.analysis import load_rates
    from promissory.tracker import activities_of, passes, read_sheet
    from promissory.tracker import compare as compare_with

    pack_name = settings_with(ledger_name).pack
    pack = load_pack(pack_name)
    options = wanted(filters, pack_name)
    activities = [activity for activity in activities_of(read_sheet(file), pack) if passes(activity, options)]
    with existing_ledger(ledger_name) as ledger:
        found = compare_with(ledger, activities, pack, load_rates(*tables), **options)
    kinds = show or (SHOWN if format_ != "table" else ("different", "there", "here"))
    if format_ == "table":
        _print(found, kinds)
    elif format_ == "json":
        click.echo(json.dumps({kind: value for kind, value in found.to_record().items() if kind in kinds}, ensure_ascii=False))
    elif format_ == "csv":
        print_csv(FIELDS, (row for row in _rows(found) if row["found"] in kinds))
    else:
        for row in _rows(found):
            if row["found"] in kinds:
                click.echo(json.dumps(row, ensure_ascii=False))


def _rows(found: Comparison) -> Iterator[dict[str, Any]]:
    """All of a comparison, a row each, with the fields that CSV has."""
    for kind, pairings in (("matched", found.matched), ("different", found.different)):
        for pairing in pairings:
            record = pairing.to_record()
            yield _there(kind, pairing.activity) | {
                **{name: record[name] for name in ("entry", "agrees", "differs", "open", "rates")}, "evidence": record["quotes"],
            }  # fmt: skip
    yield from (_there("there", activity) | {"evidence": [activity.explanation, *activity.sources]} for activity in found.there)
    for record, offer in zip(found.to_record()["here"], found.here, strict=True):
        entry, amount = offer.entry, offer.entry["amount"] or {}
        yield dict.fromkeys(FIELDS) | {
            "found": "here", "donor": ", ".join(entry["parties"].get("donor", ())), "date": entry["date"], "entry": entry["id"],
            "currency": amount.get("currency"), "value": amount.get("value"), "evidence": record["quotes"],
        }  # fmt: skip


def _there(kind: str, activity: Activity) -> dict[str, Any]:
    record = activity.to_record()
    return dict.fromkeys(FIELDS) | {"found": kind} | {name: record[name] for name in ("id", "rows", "donor", "date", "currency", "value")}


def _print(found: Comparison, kinds: tuple[str, ...]) -> None:
    """A table for each kind that is not empty, and how many there are of each."""
    tables: dict[str, tuple[tuple[Column, ...], list[tuple[str, ...]]]] = {
        "different": (
            (Column("id"), Column("entry"), Column("there → here", 2), Column("words", 2)),
            [(p.activity.id, short(p.offer.entry["id"]), _differences(p), _words(p)) for p in found.different],
        ),
        "matched": (
            (Column("id"), Column("entry"), Column("agree in", 1), Column("open here", 1), Column("words", 2)),
            [(p.activity.id, short(p.offer.entry["id"]), ", ".join(p.agrees), ", ".join(p.open), _words(p)) for p in found.matched],
        ),
        "there": (
            (Column("id"), Column("date"), Column("donor"), Column("what", 1), Column("explanation", 2)),
            [_activity_row(activity) for activity in found.there],
        ),
        "here": (
            (Column("entry"), Column("date"), Column("stage"), Column("donor", 1), Column("what", 2)),
            [_entry_row(offer.entry) for offer in found.here],
        ),
    }
    for kind, (columns, rows) in tables.items():
        if kind in kinds and rows:
            print_table(columns, rows, TITLES[kind])
    counts = len(found.matched), len(found.different), len(found.there), len(found.here)
    click.echo("{} matched, {} different, {} only there, {} only here".format(*counts))


def _entry_row(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return short(entry["id"]), begin(entry["date"]), entry["status"], ", ".join(entry["parties"].get("donor", ())), what(entry)


def _activity_row(activity: Activity) -> tuple[str, ...]:
    value = "" if activity.value is None else f"{activity.currency or ''} {activity.value:,.0f}".replace(",", " ").strip()
    goods = [f"{count or ''} {item or written}".strip() for item, written, count in activity.items]
    return (
        activity.id,
        activity.date or "",
        activity.donor,
        ", ".join(filter(None, (value, *goods))),
        " ".join(activity.explanation.split()),
    )


def _differences(pairing: Pairing) -> str:
    parts = []
    for slot, (there, here) in pairing.differs.items():
        parts.append(f"{slot} {there} → {' or '.join(map(str, here)) if isinstance(here, list) else here}")
    return "; ".join(parts)


def _words(pairing: Pairing) -> str:
    quotes = pairing.to_record()["quotes"]
    return quotes[0]["quote"] if quotes else ""
