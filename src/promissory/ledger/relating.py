"""What stands around one thing: the entries of a document, who links to an entry, the newest documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from promissory.ledger import statements
from promissory.ledger.readings import claim_row
from promissory.ledger.rows import Row, decode

Record = dict[str, Any]
#: How many things are asked about at a time.
CHUNK = 500


def claims_of_document(connection: Connection, doc: str) -> list[Row]:
    """The claims of the last reading of a document, in the order of its text, without those that were rejected."""
    rejected = set(statements.run(connection, "claim_rulings.rejected").scalars())
    rows = map(claim_row, statements.run(connection, "claims.of_document", doc=doc))
    return [row for row in rows if row.id not in rejected]


def entries_of_document(connection: Connection, doc: str) -> list[Row]:
    """The current entries that a document speaks of."""
    return _entries(statements.run(connection, "entries.of_document", doc=doc).scalars())


def links_to(connection: Connection, key: str) -> list[tuple[str, Record]]:
    """(type, entry) of the entries that link to one."""
    found = _entries(statements.run(connection, "entries.linking", id=key).scalars())
    return [(link["type"], dict(row.record)) for row in found for link in row["links"] if link["entry"] == key]


def findings_of_document(connection: Connection, doc: str) -> list[Row]:
    """What extraction objects to in the last reading of a document."""
    return [Row("finding", decode(record)) for record in statements.run(connection, "findings.of_document", doc=doc).scalars()]


def newest_documents(connection: Connection, as_of: str | None, number: int) -> list[Row]:
    """The documents published last, up to a day."""
    rows = statements.run(connection, "documents.newest", as_of=as_of or "9999-12-31", number=number).scalars()
    return [Row("document", decode(record)) for record in rows]


def claims_of_ids(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """The claims of some ids as they were read last, in the order of the ids."""
    rows = (row for chunk in _chunks(ids) for row in statements.run(connection, "claims.some", ids=chunk))
    found = {row.id: row for row in map(claim_row, rows)}
    return [found[key] for key in ids if key in found]


def findings_of_ids(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """The findings of some ids that reconciling made, in order of id."""
    chunks = _chunks(sorted(set(ids)))
    rows = [(key, record) for chunk in chunks for key, record in statements.run(connection, "finding_versions.of", ids=chunk)]
    return [Row("finding", decode(record)) for _, record in sorted(rows)]


def publisher_of(connection: Connection, doc: str) -> str | None:
    """Who published a document; None where that is not known."""
    publisher: str | None = decode(statements.run(connection, "documents.get", id=doc).scalar_one())["publisher"]
    return publisher


def _chunks(ids: Sequence[str]) -> Iterator[list[str]]:
    return (list(ids[at : at + CHUNK]) for at in range(0, len(ids), CHUNK))


def _entries(records: Iterable[str]) -> list[Row]:
    return [Row("entry", decode(record)) for record in records]
