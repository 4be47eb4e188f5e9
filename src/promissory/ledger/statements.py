"""Every statement of the ledger by its name, and the one door through which it runs.

A statement that fails raises StatementError naming it. Nothing here updates or deletes: the ledger is append-only. What reconciling
keeps between builds is derived from it and has statements of its own (`shelving`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    CursorResult,
    Executable,
    Select,
    Subquery,
    Table,
    and_,
    bindparam,
    exists,
    false,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy import text as sql
from sqlalchemy.exc import SQLAlchemyError

from promissory.errors import StatementError
from promissory.ledger.filters import Filter
from promissory.ledger.ordering import InOrder
from promissory.ledger.tables import (
    CLAIM_FACETS,
    CLAIM_RULINGS,
    CLAIMS,
    DECISIONS,
    DOCUMENT_GRADES,
    DOCUMENT_SOURCES,
    DOCUMENT_TEXTS,
    DOCUMENTS,
    ENTRY_CLAIMS,
    ENTRY_FACETS,
    ENTRY_MOMENTS,
    ENTRY_REPORTS,
    ENTRY_VERSIONS,
    EXTRACTIONS,
    FINDING_VERSIONS,
    FINDINGS,
    METADATA,
    NEAR_COPIES,
    REBUILDS,
    REVIEWERS,
    RUNS,
    SCHEMA_VERSION,
    WOVEN_CLAIMS,
    WOVEN_DOCUMENTS,
    WOVEN_STATE,
)

Condition = ColumnElement[bool]
if TYPE_CHECKING:  # the parameters of these classes differ between versions of the library
    Selected = Select[*tuple[Any, ...]]
    Answer = CursorResult[*tuple[Any, ...]]


#: Things with one actor, item or topic that are too many to begin with.
FEW = 3000
#: How many rows are fetched at a time.
PAGE = 100
#: From how many rows on they are copied into PostgreSQL.
MANY = 100

#: A word of the database's complaint → the cure.
CURES = {
    "locked": "another program holds the ledger; try again",
    "full": "free some room on the disk; what was stored before stays",
    "disk I/O": "the disk is full or failing; what was stored before stays",
    "readonly": "the ledger or its folder may not be written to; what is stored stays",
    "No space": "free some room on the disk of the server; what was stored before stays",
}


def run(connection: Connection, name: str, **values: Any) -> Answer:
    """Run the statement of that name with its values."""
    return execute(connection, name, NAMED[name], values)


def pairs(connection: Connection, name: str, **values: Any) -> dict[str, Any]:
    """The first column of a statement's rows → the second."""
    return {row[0]: row[1] for row in run(connection, name, **values)}


def append(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows into a table; no rows, no statement."""
    if rows:
        insert_rows(connection, f"{table}.append", METADATA.tables[table], rows)


def insert_rows(connection: Connection, name: str, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have the same columns, past what the library does with each value of each row: none of ours needs it."""
    if connection.dialect.name == "postgresql" and len(rows) >= MANY:
        _copy_rows(connection, name, table, rows)
        return
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
    names = compiled.positiontup
    given = [tuple([row[name] for name in names]) for row in rows] if names else [dict(row) for row in rows]
    try:
        connection.exec_driver_sql(str(compiled), given)
    except SQLAlchemyError as fault:
        raise failed(fault, name) from fault


def _copy_rows(connection: Connection, name: str, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """The same by COPY of PostgreSQL, ten times as fast."""
    columns, driver = list(rows[0]), connection.connection.driver_connection
    into = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    try:
        with driver.cursor() as cursor, cursor.copy(into) as copy:  # type: ignore[union-attr]
            for row in rows:
                copy.write_row([row[column] for column in columns])
    except connection.dialect.loaded_dbapi.Error as fault:
        raise failed(fault, name) from fault


def execute(
    connection: Connection, name: str, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] = ()
) -> Answer:
    """Run a statement under a name for its errors."""
    try:
        return connection.execute(statement, values or None)
    except SQLAlchemyError as fault:
        raise failed(fault, name) from fault


def stream(connection: Connection, name: str, statement: Executable) -> Iterator[Any]:
    """The rows of a statement, fetched as they are asked for: who needs a page stops after it."""
    with execute(connection, name, statement.execution_options(yield_per=PAGE)) as rows:
        yield from rows


def failed(fault: Exception, name: str) -> StatementError:
    """The error of a statement, or of the end of a transaction, with what the user can do."""
    why = str(getattr(fault, "orig", None) or fault).splitlines()[0]
    cure = next((cure for word, cure in CURES.items() if word in why), "")
    return StatementError(f"the statement failed: {why}", name, cure)


def command(connection: Connection, name: str, text: str) -> None:
    """Run one line of schema SQL."""
    execute(connection, name, sql(text.replace(":", "\\:")))


def _current_runs() -> Subquery:
    """doc → the run that read it last."""
    later = EXTRACTIONS.alias("later")
    superseded = exists().where(later.c.doc == EXTRACTIONS.c.doc, later.c.seq > EXTRACTIONS.c.seq)
    return select(EXTRACTIONS.c.doc, EXTRACTIONS.c.run).where(~superseded).subquery("current_runs")


def _is_last(versions: Table, key: str) -> Condition:
    """Whether no later revision of the same thing is there; looked up one by one, so that a page costs no more than a page."""
    later = versions.alias("later")
    return ~exists().where(later.c[key] == versions.c[key], later.c.revision > versions.c.revision)


def _newest(table: Table) -> Selected:
    return select(func.coalesce(func.max(table.c.seq), 0))


def _current_entries(*columns: ColumnElement[Any]) -> Selected:
    return _last_entries(*columns).where(ENTRY_VERSIONS.c.record.is_not(None))


def _last_entries(*columns: ColumnElement[Any]) -> Selected:
    """The last revision of every entry, also of those that are gone."""
    return select(*columns).select_from(ENTRY_VERSIONS).where(_is_last(ENTRY_VERSIONS, "entry"))


def _rejected_claims() -> Selected:
    """Claims whose last ruling is a rejection."""
    columns = CLAIM_RULINGS.c
    last = select(func.max(columns.seq)).group_by(columns.claim)
    return select(columns.claim).where(columns.seq.in_(last), columns.rejected == 1)


def _current_finding_versions(*columns: ColumnElement[Any]) -> Selected:
    there = FINDING_VERSIONS.c.record.is_not(None)
    return select(*columns).select_from(FINDING_VERSIONS).where(_is_last(FINDING_VERSIONS, "finding"), there)


def _current_grades() -> Selected:
    """doc → the letter it was last given; documents that were never judged have none."""
    columns = DOCUMENT_GRADES.c
    last = select(columns.doc, func.max(columns.rebuild).label("rebuild")).group_by(columns.doc).subquery("last_grades")
    joined = DOCUMENT_GRADES.join(last, and_(columns.doc == last.c.doc, columns.rebuild == last.c.rebuild))
    return select(columns.doc, columns.letter).select_from(joined)


def _claims(*columns: ColumnElement[Any]) -> Selected:
    """The claims of every document's current run, with the document's row."""
    runs = _current_runs()
    joined = CLAIMS.join(runs, and_(CLAIMS.c.doc == runs.c.doc, CLAIMS.c.run == runs.c.run)).join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    return select(*columns).select_from(joined)


def _claims_in_order(*columns: ColumnElement[Any]) -> Selected:
    """The same, read document by document."""
    last = select(EXTRACTIONS.c.run).where(EXTRACTIONS.c.doc == DOCUMENTS.c.id).order_by(EXTRACTIONS.c.seq.desc()).limit(1)
    joined = InOrder(DOCUMENTS, CLAIMS, CLAIMS.c.doc == DOCUMENTS.c.id)
    # PostgreSQL takes a comparison with a query for one row in two hundred, and would sort all claims for the first page; this it does not
    is_last = func.coalesce(CLAIMS.c.run == last.correlate(DOCUMENTS).scalar_subquery(), false())
    return select(*columns).select_from(joined).where(is_last)


def _read_again() -> Selected:
    """The documents that were read more than once."""
    return select(EXTRACTIONS.c.doc).group_by(EXTRACTIONS.c.doc).having(func.count() > 1)


def _last_run() -> ColumnElement[Any]:
    """The run that read the document of a claim last."""
    return select(EXTRACTIONS.c.run).where(EXTRACTIONS.c.doc == CLAIMS.c.doc).order_by(EXTRACTIONS.c.seq.desc()).limit(1).scalar_subquery()


def _findings(*columns: ColumnElement[Any]) -> Selected:
    runs = _current_runs()
    joined = FINDINGS.join(runs, and_(FINDINGS.c.doc == runs.c.doc, FINDINGS.c.run == runs.c.run)).join(
        DOCUMENTS, DOCUMENTS.c.id == FINDINGS.c.doc
    )
    return select(*columns).select_from(joined)


CLAIM_COLUMNS = (CLAIMS.c.record, CLAIMS.c.run, DOCUMENTS.c.first_source, DOCUMENTS.c.published)
IDS: BindParameter[Any] = bindparam("ids", expanding=True)

#: The number of a lock of the ledger in the current schema of a PostgreSQL database.
LOCK_KEY = "hashtextextended('promissory %s ' || current_schema(), 0)"

#: Whether a claim (c) is of the last reading of its document.
LAST_READING = (
    "c.run = (SELECT e.run FROM extractions e WHERE e.doc = c.doc ORDER BY e.seq DESC LIMIT 1) "
    "AND c.id NOT IN (SELECT r.claim FROM claim_rulings r WHERE r.rejected = 1 AND r.seq IN "
    "(SELECT max(l.seq) FROM claim_rulings l GROUP BY l.claim))"
)

#: What stands in a block before a place, the last first, or from it on.
_BEFORE = (
    "SELECT {0} FROM {1} WHERE block = :block AND (first, last, {2}) < (:first, :last, :ident) "
    "ORDER BY first DESC, last DESC, {2} DESC LIMIT :most"
)
_AFTER = "SELECT {0} FROM {1} WHERE block = :block AND (first, last, {2}) >= (:first, :last, :ident) ORDER BY first, last, {2} LIMIT :most"

NAMED: Mapping[str, Executable] = {
    "schema.version": select(func.max(SCHEMA_VERSION.c.version)),
    "runs.known": select(RUNS.c.id).where(RUNS.c.id == bindparam("id")),
    "documents.known": select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(IDS)),
    "documents.text": select(DOCUMENT_TEXTS.c.body).where(DOCUMENT_TEXTS.c.doc == bindparam("id")),
    "documents.some": select(DOCUMENTS.c.id, DOCUMENTS.c.record, DOCUMENT_TEXTS.c.body)
    .join(DOCUMENT_TEXTS, DOCUMENT_TEXTS.c.doc == DOCUMENTS.c.id)
    .where(DOCUMENTS.c.id.in_(IDS)),
    "documents.get": select(DOCUMENTS.c.record).where(DOCUMENTS.c.id == bindparam("id")),
    "documents.records_of": select(DOCUMENTS.c.id, DOCUMENTS.c.record).where(DOCUMENTS.c.id.in_(IDS)),
    "documents.records": select(DOCUMENTS.c.id, DOCUMENTS.c.record).order_by(DOCUMENTS.c.id),
    "documents.all": select(DOCUMENTS.c.id, DOCUMENTS.c.record, DOCUMENT_TEXTS.c.body)
    .join(DOCUMENT_TEXTS, DOCUMENT_TEXTS.c.doc == DOCUMENTS.c.id)
    .order_by(DOCUMENTS.c.id),
    "documents.all_of": select(DOCUMENTS.c.id, DOCUMENTS.c.record, DOCUMENT_TEXTS.c.body)
    .join(DOCUMENT_TEXTS, DOCUMENT_TEXTS.c.doc == DOCUMENTS.c.id)
    .where(DOCUMENTS.c.id.in_(IDS))
    .order_by(DOCUMENTS.c.id),
    "documents.count": select(func.count()).select_from(DOCUMENTS),
    "sources.of": select(DOCUMENT_SOURCES.c.doc, DOCUMENT_SOURCES.c.source)
    .where(DOCUMENT_SOURCES.c.doc.in_(IDS))
    .order_by(DOCUMENT_SOURCES.c.seq),
    "sources.newest": _newest(DOCUMENT_SOURCES),
    "extractions.newest": _newest(EXTRACTIONS),
    "extractions.by_run": select(EXTRACTIONS.c.doc).where(EXTRACTIONS.c.run == bindparam("run")).distinct(),
    "extractions.current": select(_current_runs()),
    "claims.known": select(CLAIMS.c.id).where(CLAIMS.c.run == bindparam("run"), CLAIMS.c.id.in_(IDS)),
    "claims.get": select(*CLAIM_COLUMNS, EXTRACTIONS.c.seq)
    .select_from(CLAIMS.join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc).join(EXTRACTIONS, EXTRACTIONS.c.run == CLAIMS.c.run))
    .where(CLAIMS.c.id == bindparam("id"), EXTRACTIONS.c.doc == CLAIMS.c.doc)
    .order_by(EXTRACTIONS.c.seq.desc())
    .limit(1),
    "claims.some": select(*CLAIM_COLUMNS)
    .select_from(CLAIMS.join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc).join(EXTRACTIONS, EXTRACTIONS.c.run == CLAIMS.c.run))
    .where(CLAIMS.c.id.in_(IDS), EXTRACTIONS.c.doc == CLAIMS.c.doc)
    .order_by(EXTRACTIONS.c.seq),
    "claims.of_document": _claims(*CLAIM_COLUMNS).where(CLAIMS.c.doc == bindparam("doc")).order_by(CLAIMS.c.position, CLAIMS.c.id),
    "claims.of_source": _claims(*CLAIM_COLUMNS)
    .where(exists().where(DOCUMENT_SOURCES.c.doc == CLAIMS.c.doc, DOCUMENT_SOURCES.c.source == bindparam("source")))
    .order_by(CLAIMS.c.doc, CLAIMS.c.position, CLAIMS.c.id),
    "claims.by_kind": select(CLAIMS.c.kind, func.count()).group_by(CLAIMS.c.kind),
    "claims.past_by_kind": select(CLAIMS.c.kind, func.count())
    .where(CLAIMS.c.doc.in_(_read_again()), CLAIMS.c.run != _last_run())
    .group_by(CLAIMS.c.kind),
    "claims.rejected_by_kind": select(CLAIMS.c.kind, func.count())
    .where(CLAIMS.c.id.in_(_rejected_claims()), CLAIMS.c.run == _last_run())
    .group_by(CLAIMS.c.kind),
    "claim_rulings.newest": _newest(CLAIM_RULINGS),
    "claim_rulings.rejected": _rejected_claims(),
    "findings.known": select(FINDINGS.c.id).where(FINDINGS.c.run == bindparam("run"), FINDINGS.c.id.in_(IDS)),
    "findings.some": select(FINDINGS.c.id, FINDINGS.c.record).where(FINDINGS.c.id.in_(IDS)),
    "entries.last": _last_entries(
        ENTRY_VERSIONS.c.entry, ENTRY_VERSIONS.c.revision, ENTRY_VERSIONS.c.kind, ENTRY_VERSIONS.c.status, ENTRY_VERSIONS.c.record,
        ENTRY_VERSIONS.c.machine, ENTRY_VERSIONS.c.rejected,
    ),
    "entries.told": select(func.coalesce(ENTRY_VERSIONS.c.record, ENTRY_VERSIONS.c.machine))
    .where(ENTRY_VERSIONS.c.entry == bindparam("id"), or_(ENTRY_VERSIONS.c.record.is_not(None), ENTRY_VERSIONS.c.machine.is_not(None)))
    .order_by(ENTRY_VERSIONS.c.revision.desc())
    .limit(1),
    "entries.is_current": _current_entries(ENTRY_VERSIONS.c.entry).where(ENTRY_VERSIONS.c.entry == bindparam("id")),
    "entries.holding": _current_entries(ENTRY_VERSIONS.c.entry)
    .join(ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision))
    .where(ENTRY_CLAIMS.c.claim == bindparam("claim"))
    .order_by(ENTRY_VERSIONS.c.entry)
    .limit(1),
    "entries.last_of": _last_entries(
        ENTRY_VERSIONS.c.entry, ENTRY_VERSIONS.c.revision, ENTRY_VERSIONS.c.kind, ENTRY_VERSIONS.c.status, ENTRY_VERSIONS.c.record,
        ENTRY_VERSIONS.c.machine, ENTRY_VERSIONS.c.rejected,
    ).where(ENTRY_VERSIONS.c.entry.in_(IDS)),
    "entries.made": _last_entries(ENTRY_VERSIONS.c.entry).where(
        or_(ENTRY_VERSIONS.c.record.is_not(None), and_(ENTRY_VERSIONS.c.machine.is_not(None), ENTRY_VERSIONS.c.machine != ""))
    ),
    "entries.ruled": _last_entries(ENTRY_VERSIONS.c.entry).where(
        or_(ENTRY_VERSIONS.c.machine.is_not(None), ENTRY_VERSIONS.c.rejected == 1)
    ),
    "entries.stating": _last_entries(ENTRY_VERSIONS.c.entry)
    .join(ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision))
    .where(ENTRY_CLAIMS.c.claim.in_(IDS)),
    "woven.size": sql("SELECT count(*) FROM (SELECT 1 FROM woven_blocks WHERE block = :block LIMIT :most) AS held"),
    "woven.between": sql(
        "SELECT count(*) FROM (SELECT 1 FROM woven_blocks WHERE block = :block AND (first, last, claim) > (:first, :last, :ident) "
        "AND (first, last, claim) < (:first_there, :last_there, :ident_there) LIMIT :most) AS held"
    ),
    "woven.claims_before": sql(_BEFORE.format("number", "woven_blocks", "claim")),
    "woven.claims_after": sql(_AFTER.format("number", "woven_blocks", "claim")),
    "woven.deeds_before": sql(_BEFORE.format("entry", "woven_deed_blocks", "entry")),
    "woven.deeds_after": sql(_AFTER.format("entry", "woven_deed_blocks", "entry")),
    "woven.state": select(WOVEN_STATE.c.name, WOVEN_STATE.c.value),
    "woven.newest": select(func.coalesce(func.max(WOVEN_CLAIMS.c.number) + 1, 0)),
    "woven.runs": select(WOVEN_DOCUMENTS.c.doc, WOVEN_DOCUMENTS.c.run),
    "entries.count": _current_entries(func.count()).where(ENTRY_VERSIONS.c.rejected == 0),
    "entries.some": select(ENTRY_VERSIONS.c.entry, ENTRY_VERSIONS.c.record)
    .where(ENTRY_VERSIONS.c.entry.in_(IDS), ENTRY_VERSIONS.c.record.is_not(None))
    .order_by(ENTRY_VERSIONS.c.revision),
    "entries.visible_claims": _current_entries(ENTRY_VERSIONS.c.entry, CLAIMS.c.id, CLAIMS.c.doc, CLAIMS.c.record, DOCUMENTS.c.published)
    .join(ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision))
    .join(CLAIMS, CLAIMS.c.id == ENTRY_CLAIMS.c.claim)
    .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    .where(ENTRY_VERSIONS.c.entry.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of"))
    .order_by(DOCUMENTS.c.published_to, CLAIMS.c.doc, CLAIMS.c.position, CLAIMS.c.id, CLAIMS.c.run),
    "entries.of_document": _current_entries(ENTRY_VERSIONS.c.record)
    .where(
        ENTRY_VERSIONS.c.rejected == 0,
        exists()
        .select_from(ENTRY_CLAIMS.join(CLAIMS, CLAIMS.c.id == ENTRY_CLAIMS.c.claim))
        .where(
            ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry,
            ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision,
            CLAIMS.c.doc == bindparam("doc"),
        ),
        ENTRY_VERSIONS.c.entry.in_(
            select(ENTRY_CLAIMS.c.entry).join(CLAIMS, CLAIMS.c.id == ENTRY_CLAIMS.c.claim).where(CLAIMS.c.doc == bindparam("doc"))
        ),
    )
    .order_by(ENTRY_VERSIONS.c.entry),
    "entries.linking": _current_entries(ENTRY_VERSIONS.c.record)
    .join(ENTRY_FACETS, and_(ENTRY_FACETS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_FACETS.c.revision == ENTRY_VERSIONS.c.revision))
    .where(ENTRY_FACETS.c.facet == "link", ENTRY_FACETS.c.value == bindparam("id"))
    .order_by(ENTRY_VERSIONS.c.entry),
    "findings.of_document": _findings(FINDINGS.c.record).where(FINDINGS.c.doc == bindparam("doc")).order_by(FINDINGS.c.position),
    "documents.newest": select(DOCUMENTS.c.record)
    .where(DOCUMENTS.c.published_to <= bindparam("as_of"))
    .order_by(DOCUMENTS.c.published_to.desc(), DOCUMENTS.c.id)
    .limit(bindparam("number")),
    "documents.reported": select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of")),
    "claims.reported": select(CLAIMS.c.id)
    .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    .where(CLAIMS.c.id.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of")),
    "entries.reported": _current_entries(ENTRY_VERSIONS.c.entry)
    .join(ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision))
    .join(CLAIMS, CLAIMS.c.id == ENTRY_CLAIMS.c.claim)
    .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    .where(ENTRY_VERSIONS.c.entry.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of"))
    .distinct(),
    "near_copies.of": _current_finding_versions(NEAR_COPIES.c.doc, NEAR_COPIES.c.original)
    .join(
        NEAR_COPIES, and_(NEAR_COPIES.c.finding == FINDING_VERSIONS.c.finding, NEAR_COPIES.c.revision == FINDING_VERSIONS.c.revision)
    )
    .where(NEAR_COPIES.c.doc.in_(IDS)),
    "finding_versions.ids": _current_finding_versions(FINDING_VERSIONS.c.finding),
    "finding_versions.last_of": select(
        FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.revision, FINDING_VERSIONS.c.kind, FINDING_VERSIONS.c.severity,
        FINDING_VERSIONS.c.record,
    ).where(FINDING_VERSIONS.c.finding.in_(IDS), _is_last(FINDING_VERSIONS, "finding")),
    "finding_versions.of": _current_finding_versions(FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.record).where(
        FINDING_VERSIONS.c.finding.in_(IDS)
    ),
    "finding_versions.some": select(FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.record)
    .where(FINDING_VERSIONS.c.finding.in_(IDS), FINDING_VERSIONS.c.record.is_not(None))
    .order_by(FINDING_VERSIONS.c.revision),
    "document_grades.current": _current_grades(),
    "document_grades.of": _current_grades().where(DOCUMENT_GRADES.c.doc.in_(IDS)),
    "rebuilds.newest": _newest(REBUILDS),
    "ledger.version": select(*(_newest(table).scalar_subquery() for table in (REBUILDS, EXTRACTIONS, DECISIONS))),
    "rebuilds.state": select(REBUILDS.c.state).order_by(REBUILDS.c.seq.desc()).limit(1),
    "check.file": sql("PRAGMA integrity_check"),
    "check.references": sql("PRAGMA foreign_key_check"),
    "check.triggers_sqlite": sql("SELECT name FROM sqlite_master WHERE type = 'trigger'"),
    "check.triggers_postgresql": sql(
        "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname = current_schema()"
    ),
    # PostgreSQL: one lock for him who writes, for as long as he does, and one for each of his transactions
    "lock.take": sql(f"SELECT pg_try_advisory_lock({LOCK_KEY % 'writer'})"),
    "lock.release": sql(f"SELECT pg_advisory_unlock({LOCK_KEY % 'writer'})"),
    "lock.transaction": sql(f"SELECT pg_advisory_xact_lock({LOCK_KEY % 'transaction'})"),
    "lock.holder": sql(
        "SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
        "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND d.datname = current_database() "
        f"AND (CAST(l.classid AS bigint) << 32) | CAST(l.objid AS bigint) = {LOCK_KEY % 'writer'}"
    ),
    "check.versions": select(SCHEMA_VERSION.c.version).order_by(SCHEMA_VERSION.c.version),
    "check.texts": select(DOCUMENTS.c.id, DOCUMENTS.c.record, DOCUMENT_TEXTS.c.body)
    .select_from(DOCUMENTS.outerjoin(DOCUMENT_TEXTS, DOCUMENT_TEXTS.c.doc == DOCUMENTS.c.id))
    .order_by(DOCUMENTS.c.id),
    "check.documents": select(DOCUMENTS.c.id),
    "check.claims": select(CLAIMS.c.id, CLAIMS.c.status),
    "check.claims_of": select(CLAIMS.c.id, CLAIMS.c.record).where(CLAIMS.c.doc == bindparam("doc")).order_by(CLAIMS.c.id, CLAIMS.c.run),
    "check.findings": select(FINDINGS.c.id).union(select(FINDING_VERSIONS.c.finding)),
    "check.findings_of": select(FINDINGS.c.id, FINDINGS.c.record)
    .where(FINDINGS.c.doc == bindparam("doc"))
    .order_by(FINDINGS.c.id, FINDINGS.c.run),
    "check.finding_versions": _current_finding_versions(FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.record),
    "check.entries": select(ENTRY_VERSIONS.c.entry).distinct(),
    "check.entry_claims": _last_entries(ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.claim).join(
        ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision)
    ),
    "check.decisions": select(DECISIONS.c.id, DECISIONS.c.record).order_by(DECISIONS.c.seq),
    "search.claims_sqlite": sql(
        "SELECT c.id FROM claim_words JOIN claim_numbers n ON n.seq = claim_words.rowid JOIN claims c ON c.id = n.id AND c.run = n.run "
        f"JOIN documents d ON d.id = c.doc WHERE claim_words MATCH :words AND (d.published_to <= :as_of OR :as_of = '') AND {LAST_READING} "
        "ORDER BY bm25(claim_words), c.id LIMIT :number"
    ),
    "search.documents_sqlite": sql(
        "SELECT d.id FROM document_words JOIN document_numbers n ON n.seq = document_words.rowid JOIN documents d ON d.id = n.id "
        "WHERE document_words MATCH :words AND (d.published_to <= :as_of OR :as_of = '') ORDER BY bm25(document_words), d.id LIMIT :number"
    ),
    "search.claims_postgresql": sql(
        "SELECT c.id FROM claims c JOIN documents d ON d.id = c.doc, websearch_to_tsquery('english', :words) q "
        f"WHERE to_tsvector('english', c.words) @@ q AND (d.published_to <= :as_of OR :as_of = '') AND {LAST_READING} "
        "ORDER BY ts_rank_cd(to_tsvector('english', c.words), q) DESC, c.id LIMIT :number"
    ),
    "search.documents_postgresql": sql(
        "SELECT d.id FROM documents d, websearch_to_tsquery('english', :words) q "
        "WHERE to_tsvector('english', left(d.words, 400000)) @@ q AND (d.published_to <= :as_of OR :as_of = '') "
        "ORDER BY ts_rank_cd(to_tsvector('english', left(d.words, 400000)), q) DESC, d.id LIMIT :number"
    ),
    "reviewers.all": select(REVIEWERS.c.name, REVIEWERS.c.token, REVIEWERS.c.at).order_by(REVIEWERS.c.seq),
    "reviewers.newest": _newest(REVIEWERS),
    "decisions.all": select(DECISIONS.c.record).order_by(DECISIONS.c.seq),
    "decisions.ids": select(DECISIONS.c.id),
    "decisions.newest": _newest(DECISIONS),
    "decisions.some": select(DECISIONS.c.id, DECISIONS.c.record).where(DECISIONS.c.id.in_(IDS)),
}  # fmt: skip

#: The last of characters, after which no id that begins as asked comes.
LAST = "\U0010ffff"
#: Where an id may stand, by noun.
HOMES: Mapping[str, ColumnElement[str]] = {
    "document": DOCUMENTS.c.id,
    "claim": CLAIMS.c.id,
    "entry": ENTRY_VERSIONS.c.entry,
    "finding": FINDINGS.c.id,
    "reconciled finding": FINDING_VERSIONS.c.finding,
    "decision": DECISIONS.c.id,
}


def ids_with_prefix(noun: str, prefix: str) -> Selected:
    """Up to six ids of a noun that begin so, in a stretch of the index."""
    column = HOMES[noun]
    return select(column).where(column >= prefix, column < prefix + LAST).distinct().order_by(column).limit(6)


def all_rows(table: Table) -> Selected:
    """Every row of a table in the order of its key."""
    return select(table).order_by(*table.primary_key.columns)


def count_rows(table: Table) -> Selected:
    return select(func.count()).select_from(table)


def newest_and_count(table: Table) -> Selected:
    """The last number of a numbered table, and how many rows it has."""
    return select(func.coalesce(func.max(table.c.seq), 0), func.count())


def revisions_and_count(table: Table, key: str) -> Selected:
    """key → its last revision, and how many it has."""
    column = table.c[key]
    return select(column, func.max(table.c.revision), func.count()).group_by(column).order_by(column)


def list_documents(wanted: Filter) -> Selected:
    """Records of documents; kinds, statuses, actors, items and topics are those of their claims."""
    listed = select(DOCUMENTS.c.id, DOCUMENTS.c.record).where(*_times(wanted, DOCUMENTS.c.published_from, DOCUMENTS.c.published_to))
    if wanted.as_of:
        listed = listed.where(DOCUMENTS.c.published_to <= wanted.as_of)
    if wanted.source:
        listed = listed.where(_from_source(DOCUMENTS.c.id, wanted.source))
    if wanted.text:
        listed = listed.where(DOCUMENTS.c.words.contains(wanted.text, autoescape=True))
    if about := [*_what(wanted, CLAIMS), *_claim_facets(wanted)]:
        if not wanted.rejected:
            about.append(CLAIMS.c.id.not_in(_rejected_claims()))
        listed = listed.where(DOCUMENTS.c.id.in_(_claims(CLAIMS.c.doc).where(*about)))
    return _page(listed.order_by(*_by_report(), DOCUMENTS.c.id), wanted)


def list_claims(wanted: Filter, rare: Container[str] = ()) -> Selected:
    """CLAIM_COLUMNS of the claims of every document's current run; `rare` as `rare_facets` says."""
    conditions = [*_what(wanted, CLAIMS), *_claim_facets(wanted, rare), *_about_claims(wanted)]
    joined = _claims_in_order if not any(facet in rare for facet, _ in wanted.facets()) else _claims
    listed = joined(*CLAIM_COLUMNS, CLAIMS.c.id).where(*conditions)
    if not wanted.rejected:
        listed = listed.where(CLAIMS.c.id.not_in(_rejected_claims()))
    happened = func.coalesce(CLAIMS.c.on_from, DOCUMENTS.c.published_from), func.coalesce(CLAIMS.c.on_to, DOCUMENTS.c.published_to)
    listed = listed.where(*_times(wanted, *happened))
    return _page(listed.order_by(*_by_report(), CLAIMS.c.position, CLAIMS.c.id), wanted)


def list_entries(wanted: Filter, rare: Container[str] = ()) -> Selected:
    """Records of current entries. With `as_of` the list is a superset: status, dates and text depend on what is then left."""
    if wanted.as_of:
        return _reported_entries(wanted, wanted.as_of, rare)
    columns = ENTRY_VERSIONS.c
    dated = columns.on_from.desc() if wanted.newest else columns.on_from
    listed = _entries(wanted, columns.entry, columns.record, rare=rare)
    return _page(listed.order_by(columns.on_from.is_(None), dated, columns.kind, columns.entry), wanted)


def list_moments(wanted: Filter, days: tuple[str, str], rare: Container[str] = ()) -> Selected:
    """(record, number of a step) of the steps of current entries within some days, in order of day."""
    columns, moments = ENTRY_VERSIONS.c, ENTRY_MOMENTS.c
    joined = InOrder(ENTRY_MOMENTS, ENTRY_VERSIONS, and_(columns.entry == moments.entry, columns.revision == moments.revision))
    listed = _entries(wanted, columns.record, moments.number, rare=rare).select_from(joined)
    listed = listed.where(moments.day_to >= days[0], moments.day_from <= days[1])
    order = (moments.day_from, moments.day_to, moments.kind, moments.entry, moments.status, moments.number)
    return _page(listed.order_by(*order), wanted)


def _reported_entries(wanted: Filter, as_of: str, rare: Container[str]) -> Selected:
    """Entries of which something had been reported by a day."""
    columns, reports = ENTRY_VERSIONS.c, ENTRY_REPORTS.c
    joined = InOrder(ENTRY_REPORTS, ENTRY_VERSIONS, and_(columns.entry == reports.entry, columns.revision == reports.revision))
    listed = _entries(wanted, columns.entry, columns.record, rare=rare).select_from(joined).where(reports.reported <= as_of)
    dated = reports.on_from.desc() if wanted.newest else reports.on_from
    return listed.order_by(reports.undated, dated, reports.kind, reports.entry)


def rare_facets(connection: Connection, facets: Table, wanted: Filter) -> frozenset[str]:
    """The facets asked for that so few things have that it is quicker to begin with these than to look at all in their order."""
    found = set()
    for facet, values in wanted.facets():
        few = select(facets.c.facet).where(facets.c.facet == facet, facets.c.value.in_(values)).limit(FEW).subquery()
        if int(execute(connection, f"{facets.name}.few", select(func.count()).select_from(few)).scalar_one()) < FEW:
            found.add(facet)
    return frozenset(found)


def count_entries(wanted: Filter, facet: str, most: int) -> Selected:
    """(value, number) of the current entries that pass, by kind, status or an indexed facet; the commonest first."""
    columns = ENTRY_VERSIONS.c
    number = func.count().label("number")
    if facet in ("kind", "status"):
        counted = _entries(wanted, value := columns[facet], number)
    else:
        facets = ENTRY_FACETS.alias("counted")  # a name of its own, beside those that filter
        value = facets.c.value
        held = and_(facets.c.entry == columns.entry, facets.c.revision == columns.revision, facets.c.facet == facet)
        counted = _entries(wanted, value, number).join(facets, held)
    return counted.group_by(value).order_by(number.desc(), value).limit(most)


def _entries(wanted: Filter, *selected: ColumnElement[Any], rare: Container[str] = ()) -> Selected:
    """The current entries that pass; status and times do not count where they are shown as of a day."""
    columns = ENTRY_VERSIONS.c
    listed = _current_entries(*selected)
    if not wanted.rejected:
        listed = listed.where(columns.rejected == 0)
    if wanted.kind:
        listed = listed.where(columns.kind.in_(wanted.kind))
    for facet, values in wanted.facets():
        named = (ENTRY_FACETS.c.facet == facet, ENTRY_FACETS.c.value.in_(values))
        held = and_(ENTRY_FACETS.c.entry == columns.entry, ENTRY_FACETS.c.revision == columns.revision)
        listed = listed.where(exists().where(held, *named))
        if facet in rare:
            listed = listed.where(columns.entry.in_(select(ENTRY_FACETS.c.entry).where(*named)))
    if (about := _about_claims(wanted)) and (wanted.source or wanted.text):
        held = and_(ENTRY_CLAIMS.c.entry == columns.entry, ENTRY_CLAIMS.c.revision == columns.revision)
        stated = ENTRY_CLAIMS.join(CLAIMS, CLAIMS.c.id == ENTRY_CLAIMS.c.claim).join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
        listed = listed.where(exists().select_from(stated).where(held, *about))
    if wanted.as_of:
        return listed
    if wanted.status:
        listed = listed.where(columns.status.in_(wanted.status))
    return listed.where(*_times(wanted, columns.on_from, columns.on_to))


def list_document_findings(wanted: Filter) -> Selected:
    """Records of the findings that extraction made, by report."""
    listed = _findings(FINDINGS.c.id, FINDINGS.c.record).where(*_finding(wanted, FINDINGS))
    return listed.order_by(*_by_report(), FINDINGS.c.position, FINDINGS.c.id)


def list_reconciled_findings(wanted: Filter) -> Selected:
    """Records of the current findings that reconciling made."""
    columns = FINDING_VERSIONS.c
    listed = _current_finding_versions(columns.finding, columns.record).where(*_finding(wanted, FINDING_VERSIONS))
    return listed.order_by(columns.kind, columns.finding)


def _what(wanted: Filter, table: Table) -> list[Condition]:
    conditions: list[Condition] = []
    if wanted.kind:
        conditions.append(table.c.kind.in_(wanted.kind))
    if wanted.status:
        conditions.append(table.c.status.in_(wanted.status))
    return conditions


def _finding(wanted: Filter, table: Table) -> list[Condition]:
    conditions: list[Condition] = []
    if wanted.kind:
        conditions.append(table.c.kind.in_(wanted.kind))
    if wanted.status:
        conditions.append(table.c.severity.in_(wanted.status))
    if wanted.text:
        conditions.append(table.c.words.contains(wanted.text, autoescape=True))
    return conditions


def _claim_facets(wanted: Filter, rare: Container[str] = ()) -> Iterator[Condition]:
    for facet, values in wanted.facets():
        named = (CLAIM_FACETS.c.facet == facet, CLAIM_FACETS.c.value.in_(values))
        yield exists().where(CLAIM_FACETS.c.claim == CLAIMS.c.id, CLAIM_FACETS.c.run == CLAIMS.c.run, *named)
        if facet in rare:
            yield CLAIMS.c.id.in_(select(CLAIM_FACETS.c.claim).where(*named))


def _about_claims(wanted: Filter) -> list[Condition]:
    """Conditions on claims and their documents: source, text, as_of."""
    conditions: list[Condition] = []
    if wanted.source:
        conditions.append(_from_source(CLAIMS.c.doc, wanted.source))
    if wanted.text:
        conditions.append(CLAIMS.c.words.contains(wanted.text, autoescape=True))
    if wanted.as_of:
        conditions.append(DOCUMENTS.c.published_to <= wanted.as_of)
    return conditions


def _from_source(doc: ColumnElement[str], source: str) -> Condition:
    return exists().where(DOCUMENT_SOURCES.c.doc == doc, DOCUMENT_SOURCES.c.folded.contains(source, autoescape=True))


def _times(wanted: Filter, first: ColumnElement[Any], last: ColumnElement[Any]) -> list[Condition]:
    conditions: list[Condition] = []
    if wanted.since:
        conditions.append(last >= wanted.since)
    if wanted.until:
        conditions.append(first <= wanted.until)
    return conditions


def _by_report() -> tuple[ColumnElement[Any], ...]:
    """Report date, undated last, then source."""
    return DOCUMENTS.c.published_to.is_(None), DOCUMENTS.c.published_to, DOCUMENTS.c.first_source


def _page(listed: Selected, wanted: Filter) -> Selected:
    if wanted.limit is not None:
        listed = listed.limit(wanted.limit)
    return listed.offset(wanted.offset) if wanted.offset else listed
