"""The statements of lists: documents, claims, entries and findings as a filter wants them, page by page."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Table, and_, exists, false, func, select, true

from promissory.ledger.filters import Filter
from promissory.ledger.ordering import InOrder
from promissory.ledger.selecting import (
    CLAIM_COLUMNS,
    claims,
    claims_in_order,
    current_entries,
    current_finding_versions,
    findings,
    last_run,
    rejected_claims,
)
from promissory.ledger.statements import execute
from promissory.ledger.tables import (
    CLAIM_FACETS,
    CLAIMS,
    DOCUMENT_SOURCES,
    DOCUMENTS,
    ENTRY_CLAIMS,
    ENTRY_FACETS,
    ENTRY_MOMENTS,
    ENTRY_REPORTS,
    ENTRY_VERSIONS,
    FINDING_VERSIONS,
    FINDINGS,
)

if TYPE_CHECKING:
    from promissory.ledger.selecting import Condition, Selected

#: Things with one actor, item or topic that are too many to begin with.
FEW = 3000


def list_documents(wanted: Filter, rare: Container[str] = ()) -> Selected:
    """Records of documents; kinds, statuses, actors, items and topics are those of their claims. `rare` as `rare_facets` says."""
    listed = select(DOCUMENTS.c.id, DOCUMENTS.c.record).where(*_times(wanted, DOCUMENTS.c.published_from, DOCUMENTS.c.published_to))
    if wanted.as_of:
        listed = listed.where(DOCUMENTS.c.published_to <= wanted.as_of)
    if wanted.source:
        listed = listed.where(_from_source(DOCUMENTS.c.id, wanted.source))
    if wanted.text:
        listed = listed.where(DOCUMENTS.c.words.contains(wanted.text, autoescape=True))
    if about := [*_what(wanted, CLAIMS), *_claim_facets(wanted, rare)]:
        if not wanted.rejected:
            about.append(CLAIMS.c.id.not_in(rejected_claims()))
        few = any(facet in rare for facet, _ in wanted.facets())
        listed = listed.where(DOCUMENTS.c.id.in_(claims(CLAIMS.c.doc).where(*about)) if few else _has_claim(about))
    return _page(listed.order_by(*_by_report(), DOCUMENTS.c.id), wanted)


def _has_claim(about: list[Condition]) -> Condition:
    """Whether the last run over a document found such a claim, asked document by document."""
    own = select(true()).where(CLAIMS.c.doc == DOCUMENTS.c.id, CLAIMS.c.run == last_run(), *about).limit(1)
    return func.coalesce(own.correlate(DOCUMENTS).scalar_subquery(), false())


def list_claims(wanted: Filter, rare: Container[str] = ()) -> Selected:
    """CLAIM_COLUMNS of the claims of every document's current run; `rare` as `rare_facets` says."""
    conditions = [*_what(wanted, CLAIMS), *_claim_facets(wanted, rare), *_about_claims(wanted)]
    joined = claims_in_order if not any(facet in rare for facet, _ in wanted.facets()) else claims
    listed = joined(*CLAIM_COLUMNS, CLAIMS.c.id).where(*conditions)
    if not wanted.rejected:
        listed = listed.where(CLAIMS.c.id.not_in(rejected_claims()))
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
    listed = current_entries(*selected)
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
    listed = findings(FINDINGS.c.id, FINDINGS.c.record).where(*_finding(wanted, FINDINGS))
    return listed.order_by(*_by_report(), FINDINGS.c.position, FINDINGS.c.id)


def list_reconciled_findings(wanted: Filter) -> Selected:
    """Records of the current findings that reconciling made."""
    columns = FINDING_VERSIONS.c
    listed = current_finding_versions(columns.finding, columns.record).where(*_finding(wanted, FINDING_VERSIONS))
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


def _claim_facets(wanted: Filter, rare: Container[str]) -> Iterator[Condition]:
    """Conditions on what claims are about, beginning with the facets that few have; the others are asked row by row.

    PostgreSQL would else join all that have a common facet, and sort them for the first page.
    """
    for facet, values in wanted.facets():
        named = (CLAIM_FACETS.c.facet == facet, CLAIM_FACETS.c.value.in_(values))
        own = (CLAIM_FACETS.c.claim == CLAIMS.c.id, CLAIM_FACETS.c.run == CLAIMS.c.run, *named)
        if facet in rare:
            yield and_(exists().where(*own), CLAIMS.c.id.in_(select(CLAIM_FACETS.c.claim).where(*named)))
        else:
            yield func.coalesce(select(true()).where(*own).limit(1).scalar_subquery(), false())


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
