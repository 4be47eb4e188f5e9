"""Writing the view: entries as reconciling and rulings make them, findings, grades, decisions. Each call is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine

from promissory.ledger import statements
from promissory.ledger.opening import now, writing
from promissory.ledger.readings import CurrentClaims
from promissory.ledger.rows import decode, encode
from promissory.ledger.ruling import Ruled, apply_decisions
from promissory.ledger.storing import entry_days, facets_of, finding_row
from promissory.model import Decision, Entry, Finding
from promissory.packs import Pack
from promissory.packs.outlets import UNJUDGED

#: What stands for "reconciling made nothing of this id": rulings did.
NOTHING = ""


def store_view(engine: Engine, entries: Iterable[Entry], findings: Iterable[Finding], pack: Pack, state: str) -> None:
    """Make these the current entries, as decisions leave them, and the reconciled findings.

    Only what changed gets a new revision; what is gone, an empty one.
    """
    with writing(engine) as connection:
        rebuild = _store_rebuild(connection, state)
        machine = {entry.id: entry.to_record() for entry in sorted(entries, key=lambda entry: entry.id)}
        _store_ruled(connection, machine, pack, rebuild)
        _store_reconciled(connection, list(findings), rebuild)
        _store_grades(connection, pack, rebuild)


def store_decisions(engine: Engine, decisions: Iterable[Decision], pack: Callable[[], Pack]) -> int:
    """Append decisions and show what they make of the entries; the same decision twice is one. The number of new ones."""
    with writing(engine) as connection:
        fresh = _fresh(connection, decisions)
        start = int(statements.run(connection, "decisions.newest").scalar_one()) + 1
        statements.append(connection, "decisions", [{"seq": start + n, **_decision_row(d)} for n, d in enumerate(fresh)])
        machine = machine_entries(connection)
        if fresh and machine:
            state = statements.run(connection, "rebuilds.state").scalar_one_or_none()
            _store_ruled(connection, machine, pack(), _store_rebuild(connection, f"{state} ruled"))
    return len(fresh)


def machine_entries(connection: Connection) -> dict[str, dict[str, Any]]:
    """The entries as reconciling made them last, by id, whatever rulings made of them."""
    rows = statements.run(connection, "entries.last").all()
    return {row.entry: decode(made) for row in sorted(rows, key=lambda row: row.entry) if (made := _machine(row))}


def ruled_view(connection: Connection, machine: Mapping[str, Mapping[str, Any]]) -> Ruled:
    """What all decisions make of the machine's entries."""
    return apply_decisions(machine, all_decisions(connection), CurrentClaims(connection))


def all_decisions(connection: Connection) -> list[Decision]:
    """Every decision on the record, in the order in which they came."""
    return [Decision.from_record(decode(record)) for record in statements.run(connection, "decisions.all").scalars()]


def _machine(row: Any) -> str | None:
    """What reconciling made, of a row of `entries.last`; nothing where it made nothing."""
    found: str | None = row.record if row.machine is None else row.machine
    return found or None


def _fresh(connection: Connection, decisions: Iterable[Decision]) -> list[Decision]:
    known = set(statements.run(connection, "decisions.ids").scalars())
    return list({decision.id: decision for decision in decisions if decision.id not in known}.values())


def _decision_row(decision: Decision) -> dict[str, Any]:
    row = {"id": decision.id, "action": decision.action, "reviewer": decision.reviewer, "at": decision.at}
    return row | {"record": encode(decision.to_record())}


def _store_rebuild(connection: Connection, state: str) -> int:
    rebuild = int(statements.run(connection, "rebuilds.newest").scalar_one()) + 1
    statements.append(connection, "rebuilds", [{"seq": rebuild, "state": state, "finished": now()}])
    return rebuild


def _store_ruled(connection: Connection, machine: Mapping[str, Mapping[str, Any]], pack: Pack, rebuild: int) -> None:
    """Store the entries that all decisions make of the machine's, and which claims are rejected."""
    ruled = ruled_view(connection, machine)
    _store_entries(connection, machine, ruled, pack, rebuild)
    _store_claim_rulings(connection, ruled.rejected_claims)


def _store_entries(connection: Connection, machine: Mapping[str, Mapping[str, Any]], ruled: Ruled, pack: Pack, rebuild: int) -> None:
    last = {row.entry: row for row in statements.run(connection, "entries.last")}
    rows, facets, stated = [], [], []
    for entry in sorted({*ruled.entries, *machine, *last}):
        record, made = ruled.entries.get(entry), machine.get(entry)
        row = _entry_row(record, made, entry in ruled.rejected) if record or made else GONE
        if entry in last and all(getattr(last[entry], name) == row[name] for name in SHOWN):
            continue
        before = last.get(entry)
        key = {"entry": entry, "revision": before.revision + 1 if before else 1}
        kept = {} if record or not before else {"kind": before.kind, "status": before.status}
        rows.append(key | {"rebuild": rebuild} | row | kept)
        if record:
            facets += [key | {"facet": facet, "value": value} for facet, value in facets_of(record, pack)]
            stated += [key | {"claim": claim} for claim in dict.fromkeys(record["claims"])]
    statements.append(connection, "entry_versions", rows)
    statements.append(connection, "entry_facets", facets)
    statements.append(connection, "entry_claims", stated)


#: The columns in which one revision differs from another, and the row of an entry that is there no more.
SHOWN = ("record", "machine", "rejected")
GONE: dict[str, Any] = {"on_from": None, "on_to": None, "record": None, "machine": None, "rejected": 0}


def _entry_row(record: Mapping[str, Any] | None, made: Mapping[str, Any] | None, rejected: bool) -> dict[str, Any]:
    told = record or made or {}
    first, last = entry_days(record) or (None, None) if record else (None, None)
    shown, original = encode(record) if record else None, encode(made) if made else NOTHING
    row = {"kind": told["kind"], "status": told["status"], "on_from": first, "on_to": last, "record": shown}
    return row | {"machine": None if original == shown else original, "rejected": int(rejected)}


def _store_claim_rulings(connection: Connection, rejected: set[str]) -> None:
    """Which claims are rejected now and were not, and the other way round."""
    before = set(statements.run(connection, "claim_rulings.rejected").scalars())
    start = int(statements.run(connection, "claim_rulings.newest").scalar_one()) + 1
    changed = [{"claim": claim, "rejected": int(claim in rejected)} for claim in sorted(rejected ^ before)]
    statements.append(connection, "claim_rulings", [{"seq": start + n, **row} for n, row in enumerate(changed)])


def _store_reconciled(connection: Connection, findings: Sequence[Finding], rebuild: int) -> None:
    current = {row.finding: row for row in statements.run(connection, "finding_versions.current")}
    revisions = statements.pairs(connection, "finding_versions.revisions")
    rows = []
    for key, finding in sorted({finding.id: finding for finding in findings}.items()):
        row = finding_row(finding)
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
