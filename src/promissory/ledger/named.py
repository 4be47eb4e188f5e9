"""The statements of the ledger that are the same whatever is asked, by name."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Executable, and_, bindparam, exists, func, or_, select
from sqlalchemy import text as sql

from promissory.ledger.selecting import (
    CLAIM_COLUMNS,
    IDS,
    claims,
    current_entries,
    current_finding_versions,
    current_grades,
    current_runs,
    findings,
    is_last,
    last_entries,
    last_run,
    newest,
    read_again,
    rejected_claims,
)
from promissory.ledger.tables import (
    CLAIM_RULINGS,
    CLAIMS,
    DECISIONS,
    DOCUMENT_GRADES,
    DOCUMENT_SOURCES,
    DOCUMENT_TEXTS,
    DOCUMENTS,
    ENTRY_CLAIMS,
    ENTRY_FACETS,
    ENTRY_VERSIONS,
    EXTRACTIONS,
    FINDING_VERSIONS,
    FINDINGS,
    NEAR_COPIES,
    REBUILDS,
    REVIEWERS,
    RUNS,
    SCHEMA_VERSION,
    WOVEN_CLAIMS,
    WOVEN_DOCUMENTS,
    WOVEN_STATE,
)

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
    "sources.newest": newest(DOCUMENT_SOURCES),
    "extractions.newest": newest(EXTRACTIONS),
    "extractions.by_run": select(EXTRACTIONS.c.doc).where(EXTRACTIONS.c.run == bindparam("run")).distinct(),
    "extractions.current": select(current_runs()),
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
    "claims.of_document": claims(*CLAIM_COLUMNS).where(CLAIMS.c.doc == bindparam("doc")).order_by(CLAIMS.c.position, CLAIMS.c.id),
    "claims.of_source": claims(*CLAIM_COLUMNS)
    .where(exists().where(DOCUMENT_SOURCES.c.doc == CLAIMS.c.doc, DOCUMENT_SOURCES.c.source == bindparam("source")))
    .order_by(CLAIMS.c.doc, CLAIMS.c.position, CLAIMS.c.id),
    "claims.by_kind": select(CLAIMS.c.kind, func.count()).group_by(CLAIMS.c.kind),
    "claims.past_by_kind": select(CLAIMS.c.kind, func.count())
    .where(CLAIMS.c.doc.in_(read_again()), CLAIMS.c.run != last_run())
    .group_by(CLAIMS.c.kind),
    "claims.rejected_by_kind": select(CLAIMS.c.kind, func.count())
    .where(CLAIMS.c.id.in_(rejected_claims()), CLAIMS.c.run == last_run())
    .group_by(CLAIMS.c.kind),
    "claim_rulings.newest": newest(CLAIM_RULINGS),
    "claim_rulings.rejected": rejected_claims(),
    "findings.known": select(FINDINGS.c.id).where(FINDINGS.c.run == bindparam("run"), FINDINGS.c.id.in_(IDS)),
    "findings.some": select(FINDINGS.c.id, FINDINGS.c.record).where(FINDINGS.c.id.in_(IDS)),
    "entries.last": last_entries(
        ENTRY_VERSIONS.c.entry, ENTRY_VERSIONS.c.revision, ENTRY_VERSIONS.c.kind, ENTRY_VERSIONS.c.status, ENTRY_VERSIONS.c.record,
        ENTRY_VERSIONS.c.machine, ENTRY_VERSIONS.c.rejected,
    ),
    "entries.told": select(func.coalesce(ENTRY_VERSIONS.c.record, ENTRY_VERSIONS.c.machine))
    .where(ENTRY_VERSIONS.c.entry == bindparam("id"), or_(ENTRY_VERSIONS.c.record.is_not(None), ENTRY_VERSIONS.c.machine.is_not(None)))
    .order_by(ENTRY_VERSIONS.c.revision.desc())
    .limit(1),
    "entries.is_current": current_entries(ENTRY_VERSIONS.c.entry).where(ENTRY_VERSIONS.c.entry == bindparam("id")),
    "entries.holding": current_entries(ENTRY_VERSIONS.c.entry)
    .join(ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision))
    .where(ENTRY_CLAIMS.c.claim == bindparam("claim"))
    .order_by(ENTRY_VERSIONS.c.entry)
    .limit(1),
    "entries.last_of": last_entries(
        ENTRY_VERSIONS.c.entry, ENTRY_VERSIONS.c.revision, ENTRY_VERSIONS.c.kind, ENTRY_VERSIONS.c.status, ENTRY_VERSIONS.c.record,
        ENTRY_VERSIONS.c.machine, ENTRY_VERSIONS.c.rejected,
    ).where(ENTRY_VERSIONS.c.entry.in_(IDS)),
    "entries.made": last_entries(ENTRY_VERSIONS.c.entry).where(
        or_(ENTRY_VERSIONS.c.record.is_not(None), and_(ENTRY_VERSIONS.c.machine.is_not(None), ENTRY_VERSIONS.c.machine != ""))
    ),
    "entries.ruled": last_entries(ENTRY_VERSIONS.c.entry).where(
        or_(ENTRY_VERSIONS.c.machine.is_not(None), ENTRY_VERSIONS.c.rejected == 1)
    ),
    "entries.stating": last_entries(ENTRY_VERSIONS.c.entry)
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
    "entries.count": current_entries(func.count()).where(ENTRY_VERSIONS.c.rejected == 0),
    "entries.some": select(ENTRY_VERSIONS.c.entry, ENTRY_VERSIONS.c.record)
    .where(ENTRY_VERSIONS.c.entry.in_(IDS), ENTRY_VERSIONS.c.record.is_not(None))
    .order_by(ENTRY_VERSIONS.c.revision),
    "entries.visible_claims": current_entries(ENTRY_VERSIONS.c.entry, CLAIMS.c.id, CLAIMS.c.doc, CLAIMS.c.record, DOCUMENTS.c.published)
    .join(ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision))
    .join(CLAIMS, CLAIMS.c.id == ENTRY_CLAIMS.c.claim)
    .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    .where(ENTRY_VERSIONS.c.entry.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of"))
    .order_by(DOCUMENTS.c.published_to, CLAIMS.c.doc, CLAIMS.c.position, CLAIMS.c.id, CLAIMS.c.run),
    "entries.of_document": current_entries(ENTRY_VERSIONS.c.record)
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
    "entries.linking": current_entries(ENTRY_VERSIONS.c.record)
    .join(ENTRY_FACETS, and_(ENTRY_FACETS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_FACETS.c.revision == ENTRY_VERSIONS.c.revision))
    .where(ENTRY_FACETS.c.facet == "link", ENTRY_FACETS.c.value == bindparam("id"))
    .order_by(ENTRY_VERSIONS.c.entry),
    "findings.of_document": findings(FINDINGS.c.record).where(FINDINGS.c.doc == bindparam("doc")).order_by(FINDINGS.c.position),
    "documents.newest": select(DOCUMENTS.c.record)
    .where(DOCUMENTS.c.published_to <= bindparam("as_of"))
    .order_by(DOCUMENTS.c.published_to.desc(), DOCUMENTS.c.id)
    .limit(bindparam("number")),
    "documents.reported": select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of")),
    "claims.reported": select(CLAIMS.c.id)
    .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    .where(CLAIMS.c.id.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of")),
    "entries.reported": current_entries(ENTRY_VERSIONS.c.entry)
    .join(ENTRY_CLAIMS, and_(ENTRY_CLAIMS.c.entry == ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.revision == ENTRY_VERSIONS.c.revision))
    .join(CLAIMS, CLAIMS.c.id == ENTRY_CLAIMS.c.claim)
    .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    .where(ENTRY_VERSIONS.c.entry.in_(IDS), DOCUMENTS.c.published_to <= bindparam("as_of"))
    .distinct(),
    "near_copies.of": current_finding_versions(NEAR_COPIES.c.doc, NEAR_COPIES.c.original)
    .join(
        NEAR_COPIES, and_(NEAR_COPIES.c.finding == FINDING_VERSIONS.c.finding, NEAR_COPIES.c.revision == FINDING_VERSIONS.c.revision)
    )
    .where(NEAR_COPIES.c.doc.in_(IDS)),
    "finding_versions.ids": current_finding_versions(FINDING_VERSIONS.c.finding),
    "finding_versions.last_of": select(
        FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.revision, FINDING_VERSIONS.c.kind, FINDING_VERSIONS.c.severity,
        FINDING_VERSIONS.c.record,
    ).where(FINDING_VERSIONS.c.finding.in_(IDS), is_last(FINDING_VERSIONS, "finding")),
    "finding_versions.of": current_finding_versions(FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.record).where(
        FINDING_VERSIONS.c.finding.in_(IDS)
    ),
    "finding_versions.some": select(FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.record)
    .where(FINDING_VERSIONS.c.finding.in_(IDS), FINDING_VERSIONS.c.record.is_not(None))
    .order_by(FINDING_VERSIONS.c.revision),
    "document_grades.current": current_grades(),
    "document_grades.of": current_grades().where(DOCUMENT_GRADES.c.doc.in_(IDS)),
    "rebuilds.newest": newest(REBUILDS),
    "ledger.version": select(*(newest(table).scalar_subquery() for table in (REBUILDS, EXTRACTIONS, DECISIONS))),
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
    "check.finding_versions": current_finding_versions(FINDING_VERSIONS.c.finding, FINDING_VERSIONS.c.record),
    "check.entries": select(ENTRY_VERSIONS.c.entry).distinct(),
    "check.entry_claims": last_entries(ENTRY_VERSIONS.c.entry, ENTRY_CLAIMS.c.claim).join(
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
    "reviewers.newest": newest(REVIEWERS),
    "decisions.all": select(DECISIONS.c.record).order_by(DECISIONS.c.seq),
    "decisions.ids": select(DECISIONS.c.id),
    "decisions.newest": newest(DECISIONS),
    "decisions.some": select(DECISIONS.c.id, DECISIONS.c.record).where(DECISIONS.c.id.in_(IDS)),
}  # fmt: skip
