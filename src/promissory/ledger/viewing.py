"""Writing the view: entries as reconciling and rulings make them, findings, grades, decisions. Each call is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine

from promissory.ledger import shelving, statements
from promissory.ledger.changes import Changes
from promissory.ledger.concerning import Concern, rule
from promissory.ledger.named import NAMED
from promissory.ledger.opening import now, writing
from promissory.ledger.rows import decode, encode
from promissory.ledger.storing import entry_days, facets_of, finding_row
from promissory.model import Decision, Finding
from promissory.packs import Pack
from promissory.packs.outlets import UNJUDGED

Record = Mapping[str, Any]
#: An entry: its id, what is shown of it, what reconciling made, whether it is rejected.
Shown = tuple[str, Record | None, Record | None, bool]
#: What stands for "reconciling made nothing of this id": rulings did.
NOTHING = ""
#: How many entries are written at a time.
BATCH = 500


def store_changes(engine: Engine, changes: Changes, pack: Pack, state: str, rules: str, woven: Iterable[Record]) -> None:
    """Make what a build changed the current entries, as decisions leave them, and the reconciled findings.

    Only what changed gets a new revision; what is gone, an empty one. `woven` are the documents of which this came, as the shelf
    keeps them; without `rules` the shelf is left empty.
    """
    with writing(engine) as connection:
        rebuild = _store_rebuild(connection, state)
        concern = Concern.of(connection)
        pending: dict[str, Record] = {}
        _store_entries(connection, _told(connection, changes, concern, pending), pack, rebuild)
        _store_entries(connection, rule(connection, concern, pending), pack, rebuild)
        _store_claim_rulings(connection, concern.rejected_claims)
        _store_findings(connection, changes, rebuild)
        _store_grades(connection, pack, rebuild, None if changes.whole else [str(row["doc"]) for row in woven])
        _store_shelf(connection, changes, rules, woven)


def store_decisions(engine: Engine, decisions: Iterable[Decision], pack: Callable[[], Pack]) -> int:
    """Append decisions and show what they make of the entries; the same decision twice is one. The number of new ones."""
    with writing(engine) as connection:
        fresh = _fresh(connection, decisions)
        start = int(statements.run(connection, "decisions.newest").scalar_one()) + 1
        statements.append(connection, "decisions", [{"seq": start + n, **_decision_row(d)} for n, d in enumerate(fresh)])
        state = statements.run(connection, "rebuilds.state").scalar_one_or_none()
        if fresh and state is not None:
            rebuild, concern = _store_rebuild(connection, f"{state} ruled"), Concern.of(connection)
            _store_entries(connection, rule(connection, concern, {}), pack(), rebuild)
            _store_claim_rulings(connection, concern.rejected_claims)
    return len(fresh)


def _told(connection: Connection, changes: Changes, concern: Concern, pending: dict[str, Record]) -> Iterator[Shown]:
    """The entries that no ruling concerns; the others are put into `pending`."""
    here: set[str] = set()
    for entry in changes.entries:
        record = entry.to_record()
        here.add(entry.id)
        if concern.is_with(record):
            pending[entry.id] = record
        else:
            yield entry.id, record, record, False
    for record in _patched(connection, changes):
        if concern.is_with(record):
            pending[record["id"]] = record
        else:
            yield record["id"], record, record, False
    gone = set(statements.run(connection, "entries.made").scalars()) - here if changes.whole else changes.gone
    concern.gone.update(gone)
    yield from ((key, None, None, False) for key in sorted(gone) if key not in concern.ruled)


def _patched(connection: Connection, changes: Changes) -> Iterator[dict[str, Any]]:
    """Entries that are as they were but for their links or findings."""
    keys = changes.links.keys() | changes.findings_of.keys()
    for key, made in shelving.machine_records(connection, keys):
        record = decode(made)
        if key in changes.links:
            record["links"] = [link.to_record() for link in changes.links[key]]
        if key in changes.findings_of:
            record["findings"] = list(changes.findings_of[key])
        yield record


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


def _store_entries(connection: Connection, told: Iterable[Shown], pack: Pack, rebuild: int) -> None:
    listed = iter(told)
    while batch := list(islice(listed, BATCH)):
        last = {row.entry: row for row in statements.run(connection, "entries.last_of", ids=[key for key, *_ in batch])}
        _store_batch(connection, batch, last, pack, rebuild)


def _store_batch(connection: Connection, batch: Iterable[Shown], last: Mapping[str, Any], pack: Pack, rebuild: int) -> None:
    rows, facets, stated = [], [], []
    for entry, record, made, rejected in batch:
        row = _entry_row(record, made, rejected) if record or made else GONE
        before = last.get(entry)
        if before is not None and all(getattr(before, name) == row[name] for name in SHOWN):
            continue
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


def _store_findings(connection: Connection, changes: Changes, rebuild: int) -> None:
    """New findings, and that some are found no more."""
    found = {finding.id: finding for finding in changes.findings}
    gone = set(statements.run(connection, "finding_versions.ids").scalars()) - found.keys() if changes.whole else changes.removed
    for some in _parts(sorted({*found, *gone})):
        last = {row.finding: row for row in statements.run(connection, "finding_versions.last_of", ids=some)}
        rows = [row for key in some if (row := _finding_row(key, found.get(key), last.get(key)))]
        statements.append(connection, "finding_versions", [row | {"rebuild": rebuild} for row in rows])


def _finding_row(key: str, finding: Finding | None, last: Any) -> dict[str, Any] | None:
    """The next revision of a finding, None if it is as it was."""
    head = {"finding": key, "revision": last.revision + 1 if last else 1}
    if finding is None:
        return head | {"kind": last.kind, "severity": last.severity, "words": "", "record": None} if last and last.record else None
    row = {name: value for name, value in finding_row(finding).items() if name != "id"}
    return None if last and last.record == row["record"] else head | row


def _store_grades(connection: Connection, pack: Pack, rebuild: int, docs: Collection[str] | None) -> None:
    """The letters of the sources of documents, where they have changed; of all documents without `docs`."""
    current = statements.pairs(connection, "document_grades.current")
    rows = []
    for doc, record in document_rows(connection, docs):
        facts = decode(record)
        source = pack.source_of(facts["publisher"], facts["url"])
        letter = source.reliability if source else UNJUDGED
        if letter != current.get(doc, UNJUDGED):
            rows.append({"doc": doc, "rebuild": rebuild, "letter": letter})
    statements.append(connection, "document_grades", rows)


def document_rows(connection: Connection, docs: Collection[str] | None) -> Iterator[Any]:
    """Id and record of documents, of all without `docs`."""
    if docs is None:
        yield from statements.stream(connection, "documents.records", NAMED["documents.records"])
    for some in _parts(docs or ()):
        yield from statements.run(connection, "documents.records_of", ids=some)


def text_rows(connection: Connection, docs: Collection[str] | None) -> Iterator[Any]:
    """Id, record and body of documents, of all without `docs`."""
    if docs is None:
        yield from statements.stream(connection, "documents.all", NAMED["documents.all"])
    for some in _parts(docs or ()):
        yield from statements.run(connection, "documents.all_of", ids=some)


def _store_shelf(connection: Connection, changes: Changes, rules: str, woven: Iterable[Record]) -> None:
    """What reconciling keeps for the next build."""
    if changes.whole:
        shelving.forget_all(connection)
    for table, keys in changes.unkept():
        shelving.forget(connection, table, keys)
    shelving.move(connection, changes.moved())
    shelving.forget(connection, "woven_documents", ({"doc": row["doc"]} for row in woven))
    for table, rows in (("woven_documents", woven), *changes.kept()):
        shelving.keep(connection, table, rows)
    if changes.whole:
        shelving.index_all(connection)
    shelving.note_state(connection, rules, changes.label)


def _parts(keys: Iterable[str]) -> Iterator[list[str]]:
    listed = iter(keys)
    while some := list(islice(listed, BATCH)):
        yield some
