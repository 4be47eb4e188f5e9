"""What had been reported by the end of a day: entries and findings as they stood then, batch by batch, so that a page costs a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from promissory.ledger import statements
from promissory.ledger.filters import Filter, fold
from promissory.ledger.rows import decode
from promissory.ledger.storing import entry_days
from promissory.ledger.trimming import Visible, trim_entry

Record = dict[str, Any]
#: How many things are asked about at a time.
BATCH = 100


def entries_then(connection: Connection, records: Iterable[Record], wanted: Filter) -> Iterator[Record]:
    """Of current entries those that had been reported and pass, as they stood by `wanted.as_of`, in their order."""
    listed, as_of = iter(records), str(wanted.as_of)
    while batch := list(islice(listed, BATCH)):
        visible = _visible_claims(connection, [record["id"] for record in batch], as_of)
        for then in _then(connection, batch, visible, as_of):
            if _passes(then, wanted, visible[then["id"]]):
                yield then


def entry_then(connection: Connection, record: Record, as_of: str) -> Record | None:
    """An entry as it stood at the end of a day; None if nothing had been reported of it."""
    return next(_then(connection, [record], _visible_claims(connection, [record["id"]], as_of), as_of), None)


def findings_then(connection: Connection, records: Iterable[Record], as_of: str) -> Iterator[Record]:
    """The findings all of whose subjects had been reported by a day, in their order."""
    listed = iter(records)
    while batch := list(islice(listed, BATCH)):
        reported = _reported(connection, {key for record in batch for key in record["about"]}, as_of)
        yield from (record for record in batch if reported.issuperset(record["about"]))


def _then(connection: Connection, batch: list[Record], visible: Mapping[str, Mapping[str, Visible]], as_of: str) -> Iterator[Record]:
    findings = _visible_findings(connection, {key for record in batch for key in record["findings"]}, as_of)
    reported = _reported(connection, {link["entry"] for record in batch for link in record["links"]}, as_of)
    for record in batch:
        if then := trim_entry(record, list(visible.get(record["id"], {}).values()), findings):
            yield then | {"links": [link for link in then["links"] if link["entry"] in reported]}


def _visible_claims(connection: Connection, entries: list[str], as_of: str) -> dict[str, dict[str, Visible]]:
    """Entry → its claims that had been reported, in order of report; each once."""
    visible: dict[str, dict[str, Visible]] = {}
    for entry, claim, doc, record, reported in statements.run(connection, "entries.visible_claims", ids=entries, as_of=as_of):
        visible.setdefault(entry, {})[claim] = Visible(claim, doc, reported, decode(record))
    return visible


def _visible_findings(connection: Connection, keys: set[str], as_of: str) -> frozenset[str]:
    rows = statements.pairs(connection, "finding_versions.of", ids=sorted(keys)) if keys else {}
    return frozenset(record["id"] for record in findings_then(connection, map(decode, rows.values()), as_of))


def _reported(connection: Connection, keys: set[str], as_of: str) -> set[str]:
    """Of the ids of entries, claims and documents those of what had been reported."""
    of_noun = {"entries": [k for k in keys if k.startswith("e_")], "claims": [k for k in keys if k.startswith("c_")]}
    of_noun["documents"] = sorted(keys.difference(*of_noun.values()))
    asked = ((f"{noun}.reported", sorted(ids)) for noun, ids in of_noun.items() if ids)
    return {key for name, ids in asked for key in statements.run(connection, name, ids=ids, as_of=as_of).scalars()}


def _passes(record: Mapping[str, Any], wanted: Filter, visible: Mapping[str, Visible]) -> bool:
    """Whether an entry as it stood passes the filters that depend on what it then was."""
    first, last = entry_days(record) or ("", "")
    if (wanted.since and not last >= wanted.since) or (wanted.until and not (first and first <= wanted.until)):
        return False
    if wanted.text and not any(wanted.text in fold(" ".join(s["quote"] for s in claim.record["evidence"])) for claim in visible.values()):
        return False
    return not wanted.status or record["status"] in wanted.status
