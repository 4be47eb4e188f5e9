"""Writing: document batches with all their claims and findings, rebuilt entries, decisions. Each call is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine

from promissory.ledger import statements
from promissory.ledger.days import interval
from promissory.ledger.filters import fold
from promissory.ledger.opening import now, writing
from promissory.ledger.rows import decode, encode
from promissory.model import Claim, Decision, Document, Entry, Finding
from promissory.model.ids import content_id
from promissory.packs import Pack
from promissory.packs.outlets import UNJUDGED


@dataclass(frozen=True)
class Run:
    """What made claims: the extractor's version, the pack and the settings. The same three are the same run."""

    extractor: str
    pack: Pack
    settings: str = ""

    @property
    def id(self) -> str:
        return content_id("run", [self.extractor, self.pack.id, self.pack.digest, self.settings])


@dataclass(frozen=True)
class Extracted:
    """A document with all that one run found in it."""

    document: Document
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()


def store_batch(engine: Engine, run: Run, batch: Sequence[Extracted]) -> None:
    """Store documents with their claims and findings: all of the batch, or nothing."""
    with writing(engine) as connection:
        _store_run(connection, run)
        _store_documents(connection, [extracted.document for extracted in batch])
        _store_extractions(connection, run, [extracted.document.id for extracted in batch])
        _store_claims(connection, run, [claim for extracted in batch for claim in extracted.claims])
        _store_findings(connection, run, [(extracted.document.id, f) for extracted in batch for f in extracted.findings])


def store_sources(engine: Engine, run: Run, sources: Sequence[tuple[str, str]], again: Iterable[str] = ()) -> None:
    """Note further sources (document id, source) of known documents, and those that this run read before another one did."""
    with writing(engine) as connection:
        _store_sources(connection, sources)
        if returning := list(dict.fromkeys(again)):
            _store_run(connection, run)
            _store_extractions(connection, run, returning)


def store_view(engine: Engine, entries: Iterable[Entry], findings: Iterable[Finding], pack: Pack, state: str) -> None:
    """Make these the current entries and reconciled findings. Only what changed gets a new revision; what is gone, an empty one."""
    with writing(engine) as connection:
        rebuild = int(statements.run(connection, "rebuilds.newest").scalar_one()) + 1
        statements.append(connection, "rebuilds", [{"seq": rebuild, "state": state, "finished": now()}])
        _store_entries(connection, list(entries), pack, rebuild)
        _store_reconciled(connection, list(findings), rebuild)
        _store_grades(connection, pack, rebuild)


def store_decision(engine: Engine, decision: Decision) -> None:
    """Append a decision; the same decision twice is one."""
    with writing(engine) as connection:
        if statements.run(connection, "decisions.get", id=decision.id).first() is None:
            row = {"id": decision.id, "action": decision.action, "reviewer": decision.reviewer, "at": decision.at}
            seq = int(statements.run(connection, "decisions.newest").scalar_one()) + 1
            statements.append(connection, "decisions", [row | {"seq": seq, "record": encode(decision.to_record())}])


def _store_run(connection: Connection, run: Run) -> None:
    if statements.run(connection, "runs.known", id=run.id).first() is None:
        row = {"id": run.id, "extractor": run.extractor, "pack": run.pack.id, "pack_digest": run.pack.digest}
        statements.append(connection, "runs", [row | {"settings": run.settings, "started": now()}])


def _store_documents(connection: Connection, documents: Sequence[Document]) -> None:
    known = set(statements.run(connection, "documents.known", ids=[d.id for d in documents]).scalars())
    fresh = {d.id: d for d in reversed(documents) if d.id not in known}  # the first of two with one id wins
    statements.append(connection, "documents", [_document_row(d) for d in reversed(fresh.values())])
    statements.append(connection, "document_texts", [_text_row(d) for d in reversed(fresh.values())])
    _store_sources(connection, [(d.id, d.source) for d in documents])


def _document_row(document: Document) -> dict[str, Any]:
    published = document.published.value if document.published else None
    first, last = interval(published) or (None, None)
    return {
        "id": document.id,
        "first_source": document.source,
        "publisher": document.publisher,
        "published": published,
        "published_from": first,
        "published_to": last,
        "words": fold(f"{document.title or ''} {document.text}"),
        "record": encode(document.to_record()),
    }


def _text_row(document: Document) -> dict[str, str]:
    record = document.to_record(with_text=True)
    return {"doc": document.id, "body": encode({key: record[key] for key in ("title_span", "segments", "text")})}


def _store_sources(connection: Connection, sources: Sequence[tuple[str, str]]) -> None:
    ids = sorted({doc for doc, _ in sources})
    known = {(doc, source) for doc, source in statements.run(connection, "sources.of", ids=ids)}
    fresh = [pair for pair in dict.fromkeys(sources) if pair not in known]
    start = int(statements.run(connection, "sources.newest").scalar_one()) + 1
    rows = [{"seq": start + n, "doc": doc, "source": source, "folded": source.casefold()} for n, (doc, source) in enumerate(fresh)]
    statements.append(connection, "document_sources", rows)


def _store_extractions(connection: Connection, run: Run, docs: Sequence[str]) -> None:
    start = int(statements.run(connection, "extractions.newest").scalar_one()) + 1
    rows = [{"seq": start + n, "doc": doc, "run": run.id} for n, doc in enumerate(dict.fromkeys(docs))]
    statements.append(connection, "extractions", rows)


def _store_claims(connection: Connection, run: Run, claims: Sequence[Claim]) -> None:
    unique = {claim.id: claim for claim in claims}
    known = set(statements.run(connection, "claims.known", run=run.id, ids=list(unique)).scalars())
    fresh = [claim for claim in unique.values() if claim.id not in known]
    statements.append(connection, "claims", [_claim_row(claim, run) for claim in fresh])
    keys = ((claim, facet, value) for claim in fresh for facet, value in _facets(claim.to_record(), run.pack))
    statements.append(connection, "claim_facets", [{"claim": c.id, "run": run.id, "facet": f, "value": v} for c, f, v in keys])


def _claim_row(claim: Claim, run: Run) -> dict[str, Any]:
    first, last = interval(claim.date) or (None, None)
    return {
        "id": claim.id,
        "run": run.id,
        "doc": claim.doc,
        "kind": claim.kind,
        "status": claim.status,
        "position": min(span.start for span in claim.evidence),
        "on_from": first,
        "on_to": last,
        "words": fold(" ".join(span.quote for span in claim.evidence)),
        "record": encode({"id": claim.id, **claim.to_record()}),
    }


def _store_findings(connection: Connection, run: Run, findings: Sequence[tuple[str, Finding]]) -> None:
    unique = {finding.id: (doc, finding) for doc, finding in findings}
    known = set(statements.run(connection, "findings.known", run=run.id, ids=list(unique)).scalars())
    fresh = [(doc, finding) for key, (doc, finding) in unique.items() if key not in known]
    position = {f.id: min((s.start for s in f.evidence), default=0) for _, f in fresh}
    rows = [{"run": run.id, "doc": doc, "position": position[f.id], **_finding_row(f)} for doc, f in fresh]
    statements.append(connection, "findings", rows)


def _finding_row(finding: Finding) -> dict[str, Any]:
    words = fold(" ".join([finding.message, *(span.quote for span in finding.evidence)]))
    record = encode(finding.to_record())
    return {"id": finding.id, "kind": finding.kind, "severity": finding.severity, "words": words, "record": record}


def _store_entries(connection: Connection, entries: Sequence[Entry], pack: Pack, rebuild: int) -> None:
    current = {row.entry: row for row in statements.run(connection, "entries.current")}
    revisions = statements.pairs(connection, "entries.revisions")
    rows, facets, stated = [], [], []
    for entry in sorted(entries, key=lambda entry: entry.id):
        record = entry.to_record()
        if entry.id in current and current[entry.id].record == encode(record):
            continue
        key = {"entry": entry.id, "revision": revisions.get(entry.id, 0) + 1}
        rows.append(key | _entry_row(record, rebuild))
        facets += [key | {"facet": facet, "value": value} for facet, value in _facets(record, pack)]
        stated += [key | {"claim": claim} for claim in dict.fromkeys(entry.claims)]
    rows += _retired(current, {entry.id for entry in entries}, rebuild)
    statements.append(connection, "entry_versions", rows)
    statements.append(connection, "entry_facets", facets)
    statements.append(connection, "entry_claims", stated)


def _entry_row(record: Mapping[str, Any], rebuild: int) -> dict[str, Any]:
    first, last = entry_days(record) or (None, None)
    row = {"rebuild": rebuild, "kind": record["kind"], "status": record["status"], "record": encode(record)}
    return row | {"on_from": first, "on_to": last}


def entry_days(record: Mapping[str, Any]) -> tuple[str, str] | None:
    """First and last day of an entry: its date, or else those of its history, or else of its reports."""
    if found := interval(record.get("date")):
        return found
    for key in ("on", "reported"):
        if days := [found for step in record["history"] if (found := interval(step[key]))]:
            return min(first for first, _ in days), max(last for _, last in days)
    return None


def _retired(current: Mapping[str, Any], kept: set[str], rebuild: int) -> Iterator[dict[str, Any]]:
    for key in sorted(set(current) - kept):
        row = current[key]
        gone = {"rebuild": rebuild, "kind": row.kind, "status": row.status, "on_from": None, "on_to": None, "record": None}
        yield {"entry": key, "revision": row.revision + 1, **gone}


def _store_reconciled(connection: Connection, findings: Sequence[Finding], rebuild: int) -> None:
    current = {row.finding: row for row in statements.run(connection, "finding_versions.current")}
    revisions = statements.pairs(connection, "finding_versions.revisions")
    rows = []
    for key, finding in sorted({finding.id: finding for finding in findings}.items()):
        row = _finding_row(finding)
        del row["id"]
        if key not in current or current[key].record != row["record"]:
            rows.append({"finding": key, "revision": revisions.get(key, 0) + 1, "rebuild": rebuild, **row})
    for key in sorted(set(current) - {finding.id for finding in findings}):
        row = {"kind": current[key].kind, "severity": current[key].severity, "words": "", "record": None}
        rows.append({"finding": key, "revision": current[key].revision + 1, "rebuild": rebuild, **row})
    statements.append(connection, "finding_versions", rows)


def _store_grades(connection: Connection, pack: Pack, rebuild: int) -> None:
    """The letters of the documents' sources, where they have changed."""
    current = statements.pairs(connection, "document_grades.current")
    rows = []
    for doc, record in statements.run(connection, "documents.records"):
        facts = decode(record)
        source = pack.source_of(facts["publisher"], facts["url"])
        letter = source.reliability if source else UNJUDGED
        if letter != current.get(doc, UNJUDGED):
            rows.append({"doc": doc, "rebuild": rebuild, "letter": letter})
    statements.append(connection, "document_grades", rows)


def _facets(record: Mapping[str, Any], pack: Pack) -> list[tuple[str, str]]:
    """What a claim or entry can be found by: actors, items with the broader ones, topics."""
    actors = [actor for ids in record["parties"].values() for actor in ids] + [*(record.get("attributed_to") or ())]
    actors += [record["body"]] if record.get("body") else []
    items = [row["item"] for row in record.get("items") or ()] + [*(record.get("means") or ())]
    topics = [topic for slot in ("topics", "scope", "hit") for topic in record.get(slot) or ()]
    topics += [record["for"]] if record.get("for") else []
    found = [("actor", actor) for actor in actors] + [("topic", topic) for topic in topics]
    found += [("item", broader) for item in items for broader in broader_items(item, pack)]
    return list(dict.fromkeys(found))


def broader_items(item: str, pack: Pack) -> list[str]:
    """The item and all broader ones of the pack, narrowest first."""
    line = [item]
    while (known := pack.item.get(line[-1])) and known.parent and known.parent not in line:
        line.append(known.parent)
    return line
