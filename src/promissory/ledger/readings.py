"""The claims of the current readings, fetched document by document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from promissory.ledger import statements
from promissory.ledger.rows import Row, decode

Record = dict[str, Any]


def claim_row(row: Sequence[Any]) -> Row:
    """The claim of a row of CLAIM_COLUMNS."""
    record, run, source, reported, *_ = row
    claim = decode(record)
    head = {"id": claim.pop("id"), "doc": claim.pop("doc"), "source": source, "reported": reported, "run": run}
    return Row("claim", head | claim)


class CurrentClaims:
    """Claims by document, by source and by id, each asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: dict[str, dict[str, Record]] = {}
        self._sources: dict[str, dict[str, Record]] = {}
        self._claims: dict[str, Record] = {}

    def of_document(self, doc: str) -> Mapping[str, Record]:
        if doc not in self._documents:
            self._documents[doc] = self._read("claims.of_document", doc=doc)
        return self._documents[doc]

    def of_source(self, source: str) -> Mapping[str, Record]:
        if source not in self._sources:
            self._sources[source] = self._read("claims.of_source", source=source)
        return self._sources[source]

    def get(self, key: str) -> Record:
        """A claim by id, of whatever reading."""
        if key not in self._claims:
            self._claims[key] = claim_row(statements.run(self._connection, "claims.get", id=key).one()).to_record()
        return self._claims[key]

    def _read(self, name: str, **values: str) -> dict[str, Record]:
        found = {row.id: row.to_record() for row in map(claim_row, statements.run(self._connection, name, **values))}
        self._claims |= found
        return found
