"""Whether a ledger is whole: what it holds is what was written, and holds together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, inspect

from promissory.errors import PromissoryError
from promissory.ledger import selecting, statements
from promissory.ledger.migrations import MIGRATIONS, NEWEST, guards
from promissory.ledger.rows import decode
from promissory.ledger.tables import METADATA
from promissory.model import Claim, Decision, Document, Finding, Span

Record = Mapping[str, Any]
Made = TypeVar("Made")
#: Tables whose rows are numbered without a gap.
NUMBERED = ("document_sources", "extractions", "rebuilds", "decisions", "claim_rulings")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, and of which table, document, claim, entry, finding or decision."""

    where: str
    what: str

    def to_record(self) -> dict[str, str]:
        return {"where": self.where, "what": self.what}


def find_faults(connection: Connection) -> Iterator[Fault]:
    """Every fault of a ledger: its file, its schema, what it holds, and what refers to what."""
    yield from _file(connection)
    broken = list(_schema(connection))
    yield from broken
    if broken and any(fault.where == "schema" for fault in broken):
        return  # nothing can be asked of tables that are not there
    yield from _numbers(connection)
    yield from _documents(connection)
    yield from _entries(connection, _Known(connection))
    yield from _decisions(connection)


class _Known:
    """The ids that there are, and the status of every claim."""

    def __init__(self, connection: Connection) -> None:
        self.claims = statements.pairs(connection, "check.claims")
        self.entries = set(statements.run(connection, "check.entries").scalars())
        self.findings = set(statements.run(connection, "check.findings").scalars())
        self.documents = set(statements.run(connection, "check.documents").scalars())

    def __contains__(self, key: str) -> bool:
        return key in self.claims or key in self.entries or key in self.documents or key in self.findings


def _file(connection: Connection) -> Iterator[Fault]:
    """What SQLite itself finds wrong with its file; PostgreSQL looks after its own."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in statements.run(connection, "check.file"):
        if line != "ok":
            yield Fault("file", " ".join(str(line).split()))
    for table, row, parent, _ in statements.run(connection, "check.references"):
        yield Fault(table, f"row {row} refers to a row of {parent} that is not there")


def _schema(connection: Connection) -> Iterator[Fault]:
    seen = inspect(connection)
    there = set(seen.get_table_names())
    for name, table in METADATA.tables.items():
        if name not in there:
            yield Fault("schema", f"the table {name} is missing")
        elif missing := set(table.columns.keys()) - {column["name"] for column in seen.get_columns(name)}:
            yield Fault("schema", f"the table {name} lacks {', '.join(sorted(missing))}")
    if there >= METADATA.tables.keys():
        yield from _versions(connection)
        yield from _guards(connection)


def _versions(connection: Connection) -> Iterator[Fault]:
    versions = statements.run(connection, "check.versions").scalars().all()
    if list(versions) != list(range(1, NEWEST + 1)):
        yield Fault("schema_version", f"migrations {', '.join(map(str, versions))} are noted, not 1 to {NEWEST}")


def _guards(connection: Connection) -> Iterator[Fault]:
    dialect = connection.dialect.name
    held = set(statements.run(connection, f"check.triggers_{dialect}").scalars())
    tables = [table for _, guarded in MIGRATIONS.values() for table in guarded]
    for trigger, act, table in guards(tables, dialect):
        if trigger not in held:
            yield Fault(table, f"rows are not guarded against {act}: the trigger {trigger} is missing or turned off")


def _numbers(connection: Connection) -> Iterator[Fault]:
    """A number that is left out tells of a row that was taken away."""
    for name in NUMBERED:
        newest, count = statements.execute(connection, f"check.{name}", selecting.newest_and_count(METADATA.tables[name])).one()
        if newest != count:
            yield Fault(name, f"{newest - count} of {newest} rows are missing")
    for name, key in (("entry_versions", "entry"), ("finding_versions", "finding")):
        found = statements.execute(connection, f"check.{name}", selecting.revisions_and_count(METADATA.tables[name], key))
        for ident, newest, count in found:
            if newest != count:
                yield Fault(ident, f"{newest - count} of {newest} revisions are missing")


def _documents(connection: Connection) -> Iterator[Fault]:
    """Documents with their claims and findings, against their texts and their hashes."""
    for key, record, body in statements.run(connection, "check.texts"):
        if body is None:
            yield Fault(key, "the text is missing")
            continue
        document = _try(key, lambda record=record, body=body: Document.from_record(decode(record) | decode(body)))  # type: ignore[misc]
        if isinstance(document, Fault):
            yield document
            continue
        if document.id != key:
            yield Fault(key, f"the content is not what it was: its hash is {document.id}")
        yield from _claims(connection, key, document.text)
        yield from _findings(connection, key, document.text)


def _claims(connection: Connection, doc: str, text: str) -> Iterator[Fault]:
    for key, record in statements.run(connection, "check.claims_of", doc=doc):
        claim = _try(key, lambda record=record: Claim.from_record(decode(record), text))  # type: ignore[misc]
        if isinstance(claim, Fault):
            yield claim
        elif claim.id != key or claim.doc != doc:
            yield Fault(key, f"the claim is not what it was: its hash is {claim.id}")


def _findings(connection: Connection, doc: str, text: str) -> Iterator[Fault]:
    for key, record in statements.run(connection, "check.findings_of", doc=doc):
        finding = _try(key, lambda record=record: _finding(decode(record)))  # type: ignore[misc]
        if isinstance(finding, Fault):
            yield finding
            continue
        if finding.id != key:
            yield Fault(key, f"the finding is not what it was: its hash is {finding.id}")
        for span in finding.evidence:
            if text[span.start : span.end] != span.quote:
                yield Fault(key, f"the text at {span.start}:{span.end} is not {span.quote[:60]!r}")


def _finding(record: Record) -> Finding:
    spans = tuple(Span.from_record(span) for span in record["evidence"])
    return Finding(
        kind=record["kind"], message=record["message"], about=tuple(record["about"]), evidence=spans, severity=record["severity"]
    )


def _entries(connection: Connection, known: _Known) -> Iterator[Fault]:
    stated: dict[str, set[str]] = {}
    for entry, claim in statements.run(connection, "check.entry_claims"):
        stated.setdefault(entry, set()).add(claim)
    for row in statements.run(connection, "entries.last"):
        if row.record is None:
            continue
        record = _try(row.entry, lambda row=row: decode(row.record))  # type: ignore[misc]
        if isinstance(record, Fault):
            yield record
            continue
        yield from (Fault(row.entry, what) for what in _entry(record, known))
        if stated.get(row.entry, set()) != set(record["claims"]):
            yield Fault(row.entry, "its claims are not those that it is listed by")
    for key, record in statements.run(connection, "check.finding_versions"):
        if lost := [about for about in decode(record)["about"] if about not in known]:
            yield Fault(key, f"is about {', '.join(lost)}, not in the ledger")


def _entry(record: Record, known: _Known) -> Iterator[str]:
    """History and references of an entry."""
    told = [claim for step in record["history"] for claim in step["claims"]]
    if set(told) != set(record["claims"]):
        yield "its history and its claims are not the same claims"
    for claim in dict.fromkeys((*record["claims"], *told)):
        if claim not in known.claims:
            yield f"rests on the claim {claim}, not in the ledger"
    for step in record["history"]:
        if wrong := [claim for claim in step["claims"] if known.claims.get(claim, step["status"]) != step["status"]]:
            yield f"its history says {step['status']}, the claim {wrong[0]} says {known.claims[wrong[0]]}"
    edited = (record["reviewed"] or {}).get("slots", {})
    if "status" not in edited and record["status"] not in {step["status"] for step in record["history"]}:
        yield f"is {record['status']}, which its history does not say"
    yield from (f"is linked to {link['entry']}, not in the ledger" for link in record["links"] if link["entry"] not in known.entries)
    yield from (f"names the finding {key}, not in the ledger" for key in record["findings"] if key not in known.findings)


def _decisions(connection: Connection) -> Iterator[Fault]:
    for key, record in statements.run(connection, "check.decisions"):
        decision = _try(key, lambda record=record: Decision.from_record(decode(record)))  # type: ignore[misc]
        if isinstance(decision, Fault):
            yield decision
        elif decision.id != key:
            yield Fault(key, f"the decision is not what it was: its hash is {decision.id}")


def _try(key: str, make: Callable[[], Made]) -> Made | Fault:
    """What a record stands for, or the fault for which it stands for nothing."""
    try:
        return make()
    except PromissoryError as fault:
        return Fault(key, fault.what)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        return Fault(key, f"the record cannot be read: {type(fault).__name__}: {fault}")
