"""Options that commands share, and the ledger they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

import click

from promissory.errors import UsageError
from promissory.ledger import FilterOptions, Ledger, open_ledger
from promissory.model import KINDS
from promissory.packs import identify, load_pack
from promissory.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
FORMATS = ("table", "json", "jsonl", "csv")

ledger_option = click.option(
    "--ledger", "ledger_name", metavar="FILE", help="The ledger: a file, or postgresql://…  [default: $PROMISSORY_LEDGER, or promissory.db]"
)
store_option = click.option(
    "--store", metavar="FOLDER", help="Keeps what was fetched.  [default: $PROMISSORY_STORE, or promissory-store beside the ledger]"
)
log_option = click.option(
    "--log",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="json: a line of JSON an event, on standard error.",
)
private_option = click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
sources_option = click.option("--sources", "grades", metavar="FILE", help="Grades of sources, as CSV.  [default: $PROMISSORY_SOURCES]")
format_option = click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True,
    help="jsonl: one record a line; csv: nested values as JSON.",
)  # fmt: skip

FILTERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--kind", {"multiple": True, "metavar": "KIND", "help": f"One of {', '.join(KINDS)}; of findings, their kind."}),
    ("--status", {"multiple": True, "metavar": "STATUS", "help": "As pledged, delivered, signed; of findings: info, warn, error."}),
    ("--actor", {"multiple": True, "metavar": "ACTOR", "help": "A party or speaker, by id or name: PL, Poland, NATO, mark-rutte."}),
    ("--item", {"multiple": True, "metavar": "ITEM", "help": "Goods by id or name, narrower ones included: patriot, artillery."}),
    ("--topic", {"multiple": True, "metavar": "TOPIC", "help": "What it is about, by id or name: air_defence, energy."}),
    ("--since", {"metavar": "DATE", "help": "Happened on or after: 2024, 2024-07 or 2024-07-11 (of documents: published)."}),
    ("--until", {"metavar": "DATE", "help": "Happened on or before."}),
    ("--as-of", {"metavar": "DATE", "help": "Only what had been reported by the end of that day; undated documents are left out."}),
    ("--source", {"metavar": "WORDS", "help": "Part of a document's path, address or record id."}),
    ("--text", {"metavar": "WORDS", "help": "Words that stand in the evidence (of documents: in the title or text)."}),
    ("--rejected", {"is_flag": True, "help": "Also what reviewers rejected."}),
    ("--limit", {"type": click.IntRange(min=0), "metavar": "N", "help": "At most so many."}),
    ("--offset", {"type": click.IntRange(min=0), "default": 0, "metavar": "N", "help": "Pass over the first so many."}),
)  # fmt: skip


def some_filters(names: Iterable[str]) -> Callable[[Command], Command]:
    """Filters by name; the first of the table comes first in the help."""
    kept = frozenset(names)

    def add(command: Command) -> Command:
        for name, settings in reversed(FILTERS):
            if name in kept:
                command = click.option(name, **settings)(command)
        return command

    return add


#: All the filters.
filter_options = some_filters(name for name, _ in FILTERS)


def settings_with(
    ledger_name: str | None, *, store: str | None = None, allow_private: bool = False, grades: str | None = None, sql: bool = False
) -> Settings:
    """The settings of the environment, with what options name; None and False leave them as they are."""
    try:
        settings = Settings.from_environment()
    except ValueError as fault:
        raise UsageError(str(fault), "environment", "correct the variable or unset it") from fault
    named = {"ledger": ledger_name, "store": store, "allow_private": allow_private, "sources": grades, "sql": sql}
    return replace(settings, **{name: value for name, value in named.items() if value})  # type: ignore[arg-type]


def existing_ledger(ledger_name: str | None) -> Ledger:
    """The ledger to read; UsageError if there is none."""
    return open_ledger(settings_with(ledger_name).ledger, create=False)


def wanted(given: dict[str, Any], pack_name: str) -> FilterOptions:
    """The filters that were given, names of actors, items and topics made ids."""
    options: FilterOptions = {key: value for key, value in given.items() if value not in (None, ())}  # type: ignore[assignment]
    for noun in ("actor", "item", "topic"):
        if given.get(noun):
            options[noun] = identify(load_pack(pack_name), noun, given[noun])
    return options
