"""Writing: document batches with all their claims and findings. Each call is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine

from promissory.ledger import statements
from promissory.ledger.days import interval
from promissory.ledger.filters import fold
from promissory.ledger.opening import now, writing
from promissory.ledger.rows import encode
from promissory.model import Claim, Document, Finding
from promissory.model.ids import content_id
from promissory.packs import Pack

#: About how many documents a question is asked at a time; a database bears no more than some ten thousand.
ASKED = 500


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
        for at in range(0, len(sources), ASKED):
            _store_sources(connection, sources[at : at + ASKED])
        if returning := list(dict.fromkeys(again)):
            _store_run(connection, run)
            _store_extractions(connection, run, returning)


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
    keys = ((claim, facet, value) for claim in fresh for facet, value in facets_of(claim.to_record(), run.pack))
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
    rows = [{"run": run.id, "doc": doc, "position": position[f.id], **finding_row(f)} for doc, f in fresh]
    statements.append(connection, "findings", rows)


def finding_row(finding: Finding) -> dict[str, Any]:
    words = fold(" ".join([finding.message, *(span.quote for span in finding.evidence)]))
    record = encode(finding.to_record())
    return {"id": finding.id, "kind": finding.kind, "severity": finding.severity, "words": words, "record": record}


def entry_days(record: Mapping[str, Any]) -> tuple[str, str] | None:
    """First and last day of an entry: its date, or else those of its history, or else of its reports."""
    if found := interval(record.get("date")):
        return found
    for key in ("on", "reported"):
        if days := [found for step in record["history"] if (found := interval(step[key]))]:
            return min(first for first, _ in days), max(last for _, last in days)
    return None


def facets_of(record: Mapping[str, Any], pack: Pack) -> list[tuple[str, str]]:
    """What a claim or entry can be found by: actors, items with the broader ones, topics; an entry also by those it links to."""
    actors = [actor for ids in record["parties"].values() for actor in ids] + [*(record.get("attributed_to") or ())]
    actors += [record["body"]] if record.get("body") else []
    items = [row["item"] for row in record.get("items") or ()] + [*(record.get("means") or ())]
    topics = [topic for slot in ("topics", "scope", "hit") for topic in record.get(slot) or ()]
    topics += [record["for"]] if record.get("for") else []
    found = [("actor", actor) for actor in actors] + [("topic", topic) for topic in topics]
    found += [("item", broader) for item in items for broader in broader_items(item, pack)]
    found += [("link", link["entry"]) for link in record.get("links") or ()]
    return list(dict.fromkeys(found))


def broader_items(item: str, pack: Pack) -> list[str]:
    """The item and all broader ones of the pack, narrowest first."""
    line = [item]
    while (known := pack.item.get(line[-1])) and known.parent and known.parent not in line:
        line.append(known.parent)
    return line
