"""Annotated documents: one a line, with the claims a careful analyst would enter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promissory.errors import SourceError


@dataclass(frozen=True)
class GoldClaim:
    """An annotated claim: where `|` stands in a value, either side will do; `also` holds parties that do no harm.

    An `optional` claim is neither missed nor wrong.
    """

    kind: str
    statuses: tuple[str, ...]
    parties: Mapping[str, tuple[str, ...]]
    also: Mapping[str, tuple[str, ...]]
    slots: Mapping[str, Any]
    quotes: tuple[str, ...]
    optional: bool


@dataclass(frozen=True)
class GoldDocument:
    """An annotated document: the name of its file, the date the annotator was given (None for a text without), its claims."""

    name: str
    given: str | None
    claims: tuple[GoldClaim, ...]


def load_gold(path: Path) -> list[GoldDocument]:
    """The documents of a gold file; SourceError naming the line that is not one."""
    return list(_documents(path))


def is_unread(name: str) -> bool:
    """Whether a document belongs to the third that is scored but never read while tuning: by the hash of its name."""
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0


def _documents(path: Path) -> Iterator[GoldDocument]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as fault:
        raise SourceError(f"cannot be read: {fault}", str(path), "name a gold file, one document a line") from fault
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _document(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                raise SourceError(f"not an annotated document: {fault!r}", f"{path}:{number}", "see the annotation guide") from fault


def _document(record: Mapping[str, Any]) -> GoldDocument:
    given = (record.get("published") or {}).get("given")
    return GoldDocument(str(record["doc"]), given, tuple(_claim(claim) for claim in record["claims"]))


def _claim(record: Mapping[str, Any]) -> GoldClaim:
    apart = ("kind", "status", "parties", "also", "evidence", "optional")
    return GoldClaim(
        kind=record["kind"],
        statuses=tuple(record["status"].split("|")),
        parties={role: tuple(ids) for role, ids in record["parties"].items()},
        also={role: tuple(ids) for role, ids in record.get("also", {}).items()},
        slots={name: value for name, value in record.items() if name not in apart and value is not None and value != []},
        quotes=tuple(span["quote"] for span in record["evidence"]),
        optional=bool(record.get("optional")),
    )
