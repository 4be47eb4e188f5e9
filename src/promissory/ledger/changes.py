"""What a build makes of the claims, as the ledger stores it: all of it, or what new documents changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from promissory.model import Entry, Finding, Link

Rows = Iterable[tuple[str, Iterable[Mapping[str, Any]]]]


def no_rows() -> Rows:
    return ()


@dataclass(frozen=True)
class Changes:
    """Entries that are new or otherwise, in the order of their ids, those that are `gone`, other `links` and `findings_of` entries that
    stay as they are, new findings and those that are found no more.

    With `whole` these are all entries and findings there are. `kept` and `unkept` are rows of what reconciling keeps between builds
    (table, rows), to be stored and to be forgotten by their keys, `moved` claims of it that are elsewhere now, `label` the next certain
    group; they are asked for after the entries.
    """

    whole: bool
    entries: Iterable[Entry]
    findings: Iterable[Finding]
    gone: Collection[str] = ()
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    findings_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    removed: Collection[str] = ()
    kept: Callable[[], Rows] = no_rows
    unkept: Callable[[], Rows] = no_rows
    moved: Callable[[], Iterable[Mapping[str, Any]]] = tuple
    label: int = 0
