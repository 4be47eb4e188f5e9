"""What statements are made of: the present state of versions and readings, and the plain questions to any table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Column, ColumnElement, Select, Subquery, Table, and_, bindparam, exists, false, func, select

from promissory.ledger.ordering import InOrder
from promissory.ledger.tables import (
    CLAIM_RULINGS,
    CLAIMS,
    DECISIONS,
    DOCUMENT_GRADES,
    DOCUMENTS,
    ENTRY_VERSIONS,
    EXTRACTIONS,
    FINDING_VERSIONS,
    FINDINGS,
)

Condition = ColumnElement[bool]
if TYPE_CHECKING:  # the parameters of these classes differ between versions of the library
    Selected = Select[*tuple[Any, ...]]


def current_runs() -> Subquery:
    """doc → the run that read it last."""
    later = EXTRACTIONS.alias("later")
    superseded = exists().where(later.c.doc == EXTRACTIONS.c.doc, later.c.seq > EXTRACTIONS.c.seq)
    return select(EXTRACTIONS.c.doc, EXTRACTIONS.c.run).where(~superseded).subquery("current_runs")


def is_last(versions: Table, key: str) -> Condition:
    """Whether no later revision of the same thing is there; looked up one by one, so that a page costs no more than a page."""
    later = versions.alias("later")
    return ~exists().where(later.c[key] == versions.c[key], later.c.revision > versions.c.revision)


def newest(table: Table) -> Selected:
    return select(func.coalesce(func.max(table.c.seq), 0))


def current_entries(*columns: ColumnElement[Any]) -> Selected:
    return last_entries(*columns).where(ENTRY_VERSIONS.c.record.is_not(None))


def last_entries(*columns: ColumnElement[Any]) -> Selected:
    """The last revision of every entry, also of those that are gone."""
    return select(*columns).select_from(ENTRY_VERSIONS).where(is_last(ENTRY_VERSIONS, "entry"))


def rejected_claims() -> Selected:
    """Claims whose last ruling is a rejection."""
    columns = CLAIM_RULINGS.c
    last = select(func.max(columns.seq)).group_by(columns.claim)
    return select(columns.claim).where(columns.seq.in_(last), columns.rejected == 1)


def current_finding_versions(*columns: ColumnElement[Any]) -> Selected:
    there = FINDING_VERSIONS.c.record.is_not(None)
    return select(*columns).select_from(FINDING_VERSIONS).where(is_last(FINDING_VERSIONS, "finding"), there)


def current_grades() -> Selected:
    """doc → the letter it was last given; documents that were never judged have none."""
    columns = DOCUMENT_GRADES.c
    last = select(columns.doc, func.max(columns.rebuild).label("rebuild")).group_by(columns.doc).subquery("last_grades")
    joined = DOCUMENT_GRADES.join(last, and_(columns.doc == last.c.doc, columns.rebuild == last.c.rebuild))
    return select(columns.doc, columns.letter).select_from(joined)


def claims(*columns: ColumnElement[Any]) -> Selected:
    """The claims of every document's current run, with the document's row."""
    runs = current_runs()
    joined = CLAIMS.join(runs, and_(CLAIMS.c.doc == runs.c.doc, CLAIMS.c.run == runs.c.run)).join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.doc)
    return select(*columns).select_from(joined)


def claims_in_order(*columns: ColumnElement[Any]) -> Selected:
    """The same, read document by document."""
    last = select(EXTRACTIONS.c.run).where(EXTRACTIONS.c.doc == DOCUMENTS.c.id).order_by(EXTRACTIONS.c.seq.desc()).limit(1)
    joined = InOrder(DOCUMENTS, CLAIMS, CLAIMS.c.doc == DOCUMENTS.c.id)
    # PostgreSQL takes a comparison with a query for one row in two hundred, and would sort all claims for the first page; this it does not
    is_last = func.coalesce(CLAIMS.c.run == last.correlate(DOCUMENTS).scalar_subquery(), false())
    return select(*columns).select_from(joined).where(is_last)


def read_again() -> Selected:
    """The documents that were read more than once."""
    return select(EXTRACTIONS.c.doc).group_by(EXTRACTIONS.c.doc).having(func.count() > 1)


def last_run(doc: Column[str] = CLAIMS.c.doc) -> ColumnElement[Any]:
    """The run that read a document last: that of a claim, or another."""
    runs = select(EXTRACTIONS.c.run).where(EXTRACTIONS.c.doc == doc).order_by(EXTRACTIONS.c.seq.desc()).limit(1)
    return runs.correlate(doc.table).scalar_subquery()


def findings(*columns: ColumnElement[Any]) -> Selected:
    runs = current_runs()
    joined = FINDINGS.join(runs, and_(FINDINGS.c.doc == runs.c.doc, FINDINGS.c.run == runs.c.run)).join(
        DOCUMENTS, DOCUMENTS.c.id == FINDINGS.c.doc
    )
    return select(*columns).select_from(joined)


CLAIM_COLUMNS = (CLAIMS.c.record, CLAIMS.c.run, DOCUMENTS.c.first_source, DOCUMENTS.c.published)
IDS: BindParameter[Any] = bindparam("ids", expanding=True)


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
