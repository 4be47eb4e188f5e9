"""What stands around one thing: the entries of a document, who links to an entry, an entry as it stood, the newest documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from promissory.ledger import statements
from promissory.ledger.readings import claim_row
from promissory.ledger.rows import Row, decode
from promissory.ledger.trimming import Visible, trim_entry

Record = dict[str, Any]


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


def entry_as_of(connection: Connection, record: Record, as_of: str) -> Record | None:
    """An entry as it stood at the end of a day; None if nothing had been reported of it."""
    visible = _visible(connection, record["id"], as_of)
    findings = frozenset(key for key in record["findings"] if _is_visible(connection, key, as_of))
    then = trim_entry(record, visible, findings)
    if then is None:
        return None
    return then | {"links": [link for link in then["links"] if _visible(connection, link["entry"], as_of)]}


def newest_documents(connection: Connection, as_of: str | None, number: int) -> list[Row]:
    """The documents published last, up to a day."""
    rows = statements.run(connection, "documents.newest", as_of=as_of or "9999-12-31", number=number).scalars()
    return [Row("document", decode(record)) for record in rows]


def _entries(records: Iterable[str]) -> list[Row]:
    return [Row("entry", decode(record)) for record in records]


def _visible(connection: Connection, key: str, as_of: str) -> list[Visible]:
    """The claims of an entry that had been reported by a day, in order of report; each once."""
    rows = statements.run(connection, "entry.visible_claims", id=key, as_of=as_of)
    return list({claim: Visible(claim, doc, reported, decode(record)) for claim, doc, record, reported in rows}.values())


def _is_visible(connection: Connection, finding: str, as_of: str) -> bool:
    """Whether all that a finding is about had been reported by a day."""
    record = statements.run(connection, "finding_versions.get", id=finding).scalar_one_or_none()
    about = decode(record)["about"] if record else []
    return all(_was_reported(connection, key, as_of) for key in about)


def _was_reported(connection: Connection, key: str, as_of: str) -> bool:
    if key.startswith("e_"):
        return bool(_visible(connection, key, as_of))
    name = "claims.report" if key.startswith("c_") else "documents.report"
    reported = statements.run(connection, name, id=key).scalars().first()
    return reported is not None and reported <= as_of
