"""What a listing is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict

from promissory.errors import UsageError
from promissory.ledger.days import first_day, last_day
from promissory.model import KINDS, STATUSES
from promissory.model.findings import FINDINGS, SEVERITIES

Some = str | Iterable[str] | None


class FilterOptions(TypedDict, total=False):
    """The options every listing takes; several values of one option mean any of them, several options all of them.

    `rejected` lists what reviewers rejected too; `newest` puts the latest entries first (undated ones stay last).
    """

    kind: Some
    status: Some
    actor: Some
    item: Some
    topic: Some
    since: str | None
    until: str | None
    as_of: str | None
    source: str | None
    text: str | None
    rejected: bool
    newest: bool
    limit: int | None
    offset: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Options checked and made plain: days for dates, folded words for texts."""

    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    source: str | None = None
    text: str | None = None
    rejected: bool = False
    newest: bool = False
    limit: int | None = None
    offset: int = 0

    def facets(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The indexed facets that are asked for, with the values that will do."""
        for facet, values in (("actor", self.actor), ("item", self.item), ("topic", self.topic)):
            if values:
                yield facet, values


def filter_of(options: FilterOptions, *, findings: bool = False) -> Filter:
    """The filter of some options; UsageError for a kind, a status, a date or a number that does not exist."""
    since, until, as_of = options.get("since"), options.get("until"), options.get("as_of")
    source, words = options.get("source"), options.get("text")
    return Filter(
        kind=_among(options.get("kind"), FINDINGS if findings else KINDS, "kind"),
        status=_among(options.get("status"), SEVERITIES if findings else _statuses(), "status"),
        actor=_some(options.get("actor")),
        item=_some(options.get("item")),
        topic=_some(options.get("topic")),
        since=first_day(since, "since") if since else None,
        until=last_day(until, "until") if until else None,
        as_of=last_day(as_of, "as-of") if as_of else None,
        source=source.casefold() if source else None,
        text=fold(words) if words else None,
        rejected=bool(options.get("rejected")),
        newest=bool(options.get("newest")),
        limit=_count(options.get("limit"), "limit"),
        offset=_count(options.get("offset"), "offset") or 0,
    )


def fold(words: str) -> str:
    """Words as they are compared: no case, single spaces; without the one character that PostgreSQL does not take."""
    return " ".join(words.casefold().replace("\0", " ").split())


def _statuses() -> tuple[str, ...]:
    return tuple(dict.fromkeys(status for statuses in STATUSES.values() for status in statuses))


def _some(value: Some) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _among(value: Some, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    for given in (values := _some(value)):
        if given not in known:
            raise UsageError(f"{given!r} is no {option}", option, f"one of {', '.join(known)}")
    return values


def _count(value: int | None, option: str) -> int | None:
    if value is not None and value < 0:
        raise UsageError(f"{value} is less than nothing", option, "give 0 or more")
    return value
