"""Things by their ids: one by an id or its beginning, many by their full ids, each noun asked for once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from promissory.errors import UsageError
from promissory.ledger import lists, selecting, statements
from promissory.ledger.filters import Filter
from promissory.ledger.readings import claim_row
from promissory.ledger.rows import Row, decode
from promissory.ledger.succeeding import current_entry
from promissory.packs.outlets import UNJUDGED

Record = dict[str, Any]
CHUNK = 500
#: The nouns that an id begins for.
NOUNS: Mapping[str, tuple[str, ...]] = {
    "d_": ("document",), "c_": ("claim",), "e_": ("entry",), "f_": ("finding", "reconciled finding"), "r_": ("decision",),
}  # fmt: skip


class Identified:
    """The records of a ledger by their ids."""

    def get(self, connection: Connection, key: str) -> Row:
        """What an id or its beginning stands for; UsageError if nothing, or several."""
        noun, whole = _resolve(connection, key)
        return Row(noun.removeprefix("reconciled "), self._many(connection, noun, [whole])[whole])

    def gather(self, connection: Connection, keys: Iterable[str]) -> dict[str, Record]:
        """Full id → record, of those that are there."""
        by_noun: dict[str, list[str]] = {}
        for key in dict.fromkeys(keys):
            for noun in NOUNS.get(key[:2], ()):
                by_noun.setdefault(noun, []).append(key)
        found: dict[str, Record] = {}
        for noun, ids in by_noun.items():
            for at in range(0, len(ids), CHUNK):
                found = self._many(connection, noun, ids[at : at + CHUNK]) | found
        return found

    def with_context(self, connection: Connection, records: list[Record]) -> list[Record]:
        """Documents with what only the ledger knows: all their sources, what they copy, their grade."""
        originals: dict[str, str] = {}
        sources: dict[str, list[str]] = {}
        letters: dict[str, str] = {}
        for at in range(0, len(records), CHUNK):
            ids = [record["id"] for record in records[at : at + CHUNK]]
            letters |= statements.pairs(connection, "document_grades.of", ids=ids)
            originals |= statements.pairs(connection, "near_copies.of", ids=ids)
            for doc, source in statements.run(connection, "sources.of", ids=ids):
                sources.setdefault(doc, []).append(source)
        return [
            record | {"sources": sources[key], "near_copy_of": originals.get(key), "grade": letters.get(key, UNJUDGED)}
            for record in records
            for key in [record["id"]]
        ]

    def _many(self, connection: Connection, noun: str, ids: list[str]) -> dict[str, Record]:
        return self._documents(connection, ids) if noun == "document" else GATHERED[noun](connection, ids)

    def _documents(self, connection: Connection, ids: list[str]) -> dict[str, Record]:
        rows = {key: (decode(record), decode(body)) for key, record, body in statements.run(connection, "documents.some", ids=ids)}
        told = self.with_context(connection, [record for record, _ in rows.values()])
        return {record["id"]: record | {name: rows[record["id"]][1][name] for name in ("title_span", "text")} for record in told}


def finding_records(connection: Connection, wanted: Filter) -> Iterator[Record]:
    """The findings that extraction made, then those that reconciling made; what both made, once."""
    seen: set[str] = set()
    for name, listed in (
        ("findings.list", lists.list_document_findings(wanted)),
        ("finding_versions.list", lists.list_reconciled_findings(wanted)),
    ):
        for key, record in statements.stream(connection, name, listed):
            if key not in seen:
                seen.add(key)
                yield decode(record)


def _resolve(connection: Connection, key: str) -> tuple[str, str]:
    """The noun and full id that a full id or its beginning stands for."""
    found = {}
    for noun in NOUNS.get(key[:2], selecting.HOMES):
        for whole in statements.execute(connection, f"{noun}.find", selecting.ids_with_prefix(noun, key)).scalars():
            found[whole] = noun
    if not found:
        raise UsageError("no such id", key, "promissory documents, claims, entries and findings list the ids")
    meant = {key: found[key]} if key in found else found
    named = {current_entry(connection, whole) if noun == "entry" else whole: noun for whole, noun in meant.items()}
    if len(named) > 1:
        raise UsageError(f"the id is not unique: {', '.join(sorted(named)[:5])}", key, "give more of it")
    whole, noun = named.popitem()
    return noun, whole


def _claims(connection: Connection, ids: list[str]) -> dict[str, Record]:
    """The claims as they were read last."""
    return {row.id: row.to_record() for row in map(claim_row, statements.run(connection, "claims.some", ids=ids))}


def _stored(name: str) -> Callable[[Connection, list[str]], dict[str, Record]]:
    """Records by id, the last of each."""
    return lambda connection, ids: {key: decode(record) for key, record in statements.run(connection, name, ids=ids)}


GATHERED: Mapping[str, Callable[[Connection, list[str]], dict[str, Record]]] = {
    "claim": _claims,
    "entry": _stored("entries.some"),
    "finding": _stored("findings.some"),
    "reconciled finding": _stored("finding_versions.some"),
    "decision": _stored("decisions.some"),
}
