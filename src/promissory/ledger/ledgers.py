"""The ledger: one door to what is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import Any, Unpack, cast

from sqlalchemy import Engine

from promissory.errors import UsageError
from promissory.ledger import enrolling, lists, recalling, relating, searching, statements, storing, viewing
from promissory.ledger.carrying import backup_to, export_to, import_from
from promissory.ledger.changes import Changes
from promissory.ledger.checking import Fault, find_faults
from promissory.ledger.concerning import Concern, ruled_view
from promissory.ledger.days import last_day
from promissory.ledger.deciding import check_taken, make_decision
from promissory.ledger.filters import Filter, FilterOptions, filter_of
from promissory.ledger.identifying import Identified, finding_records
from promissory.ledger.locking import server_lock, writer_lock
from promissory.ledger.opening import Place, open_engine, place_of, reading
from promissory.ledger.querying import ROWS, SECONDS, Answered, query
from promissory.ledger.readings import claim_row
from promissory.ledger.rows import Listing, Row, decode
from promissory.ledger.searching import Hit
from promissory.ledger.shelving import LedgerShelf
from promissory.ledger.storing import Extracted, Run
from promissory.ledger.tables import CLAIM_FACETS, ENTRY_FACETS
from promissory.ledger.versions import Version
from promissory.model import Decision, Document, Entry, Finding
from promissory.model.pausing import collector_paused
from promissory.packs import Pack, load_pack

#: What entries are counted by.
FACETS = ("kind", "status", "actor", "item", "topic")


class Ledger:
    """An append-only ledger in a SQLite file or a PostgreSQL database. Many may read while one writes; `writer` is the only way to write.

    Listings come in a fixed order: claims and documents by report date (undated last), source, place in the text, id; entries
    by date (undated last), kind, id. `as_of` shows what had been reported by the end of that day: a document dated only
    to a month or an interval counts from its last day, an undated one never.
    """

    def __init__(self, engine: Engine, place: Place) -> None:
        self._engine, self._place = engine, place
        self._version, self._identified = Version(engine, place), Identified()

    @property
    def name(self) -> str:
        """The file, or the address without its password."""
        return str(self._place)

    def close(self) -> None:
        self._version.close()
        self._engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Hold the ledger for writing; LedgerError if another process does."""
        with self._lock():
            yield Writer(self._engine)

    def _lock(self) -> AbstractContextManager[None]:
        if self._place.url is not None:
            return server_lock(self._engine, self.name)
        return writer_lock(self._place.path) if self._place.path else nullcontext()

    def documents(self, **options: Unpack[FilterOptions]) -> Listing:
        """Documents; `kind`, `status`, `actor`, `item` and `topic` are those of their claims, `since` and `until` of publication."""
        wanted = filter_of(options)
        with reading(self._engine) as connection:
            listed = lists.list_documents(wanted, lists.rare_facets(connection, CLAIM_FACETS, wanted))
            records = [decode(record) for _, record in statements.execute(connection, "documents.list", listed)]
            return Listing([Row("document", record) for record in self._identified.with_context(connection, records)])

    def claims(self, **options: Unpack[FilterOptions]) -> Listing:
        """Claims of the last run over each document; `since` and `until` are of the event, or of the report where it has no date.

        Claims that reviewers rejected are listed with `rejected` only; `get` has them always.
        """
        wanted = filter_of(options)
        with reading(self._engine) as connection:
            rows = statements.execute(
                connection, "claims.list", lists.list_claims(wanted, lists.rare_facets(connection, CLAIM_FACETS, wanted))
            )
            with collector_paused():
                return Listing([claim_row(row) for row in rows])

    def current_claims(self, docs: Collection[str] | None = None) -> Iterator[dict[str, Any]]:
        """The records of all claims of the last run over each document, rejected ones too, as they are asked for; of some with `docs`."""
        with reading(self._engine) as connection:
            if docs is not None:
                for doc in docs:
                    yield from (dict(claim_row(row).record) for row in statements.run(connection, "claims.of_document", doc=doc))
                return
            listed = lists.list_claims(filter_of({"rejected": True}))
            yield from (dict(claim_row(row).record) for row in statements.stream(connection, "claims.list", listed))

    def document_records(self, docs: Collection[str] | None = None) -> Iterator[dict[str, Any]]:
        """The records of all documents as they were read, or of some."""
        with reading(self._engine) as connection:
            yield from (decode(record) for _, record in viewing.document_rows(connection, docs))

    def entries(self, **options: Unpack[FilterOptions]) -> Listing:
        """Current entries as decisions leave them; with `as_of`, as the claims reported by that day give them, in the order of now."""
        wanted = filter_of(options)
        with reading(self._engine) as connection:
            listed = lists.list_entries(wanted, lists.rare_facets(connection, ENTRY_FACETS, wanted))
            rows = statements.stream(connection, "entries.list", listed)
            records: Iterator[dict[str, Any]] = (decode(record) for _, record in rows)
            if wanted.as_of:
                records = _cut(recalling.entries_then(connection, records, wanted), wanted)
            with collector_paused():
                return Listing([Row("entry", record) for record in records])

    def moments(self, days: tuple[str, str], **options: Unpack[FilterOptions]) -> list[tuple[Row, int]]:
        """(entry, number of a step of its history) of the steps within some days, in order of day; the view is that of now."""
        wanted = filter_of(options)
        with reading(self._engine) as connection:
            rare = lists.rare_facets(connection, ENTRY_FACETS, wanted)
            rows = statements.execute(connection, "moments.list", lists.list_moments(wanted, days, rare))
            return [(Row("entry", decode(record)), number) for record, number in rows]

    def count(self, facet: str, *, most: int = 100, **options: Unpack[FilterOptions]) -> dict[str, int]:
        """Value → number of the entries that pass, for `kind`, `status`, `actor`, `item` or `topic`; the commonest first."""
        if facet not in FACETS:
            raise UsageError(f"{facet!r} is nothing to count by", "count", f"one of {', '.join(FACETS)}")
        if options.get("as_of"):
            return _counted(self.entries(**options | {"limit": None, "offset": 0}), facet, most)
        with reading(self._engine) as connection:
            rows = statements.execute(connection, "entries.counted", lists.count_entries(filter_of(options), facet, most))
            return {row[0]: row[1] for row in rows}

    def findings(self, **options: Unpack[FilterOptions]) -> Listing:
        """Findings; `status` is their severity. Other filters keep those about a document, claim or entry that passes them."""
        wanted = filter_of(options, findings=True)
        scope = _scope(options)
        ids = self._ids(scope, documents=not {"actor", "item", "topic"} & set(scope)) if scope else set()
        with reading(self._engine) as connection:
            records = finding_records(connection, wanted)
            if wanted.as_of:
                records = recalling.findings_then(connection, records, wanted.as_of)
            if scope:
                records = (record for record in records if ids.intersection(record["about"]))
            return Listing([Row("finding", record) for record in _cut(records, wanted)])

    def decisions(self) -> Listing:
        """What people ruled, in the order of their rulings."""
        with reading(self._engine) as connection:
            return Listing([Row("decision", decode(record)) for record in statements.run(connection, "decisions.all").scalars()])

    def decide(
        self,
        action: str,
        *about: str,
        reviewer: str,
        reason: str = "",
        change: Mapping[str, Any] | None = None,
        at: str | None = None,
        pack: Pack | None = None,
    ) -> Decision:
        """Put a ruling on the record and show what it makes of the entries; the decision.

        `action` is accept, reject, edit (with `change`: slot → value), merge, split (an entry, then the claims that leave it), note
        or undo (of a decision); `about` are ids or their beginnings. UsageError for what cannot be ruled, LedgerError while a build
        writes.
        """
        decision = make_decision(self.get, action, about, reviewer=reviewer, reason=reason, change=change or {}, at=at)
        with self.writer() as writer:
            writer.decide(decision, pack=pack)
        return decision

    def take(self, decisions: Iterable[Decision], *, pack: Pack | None = None) -> int:
        """Put decisions of another ledger on this one's record, where they find what they are about; how many were new.

        UsageError for a decision whose marks identify nothing, or whose change nothing can hold.
        """
        decisions = list(decisions)
        for decision in decisions:
            check_taken(decision)
        with self.writer() as writer:
            return writer.decide(*decisions, pack=pack)

    def decisions_on(self, key: str) -> Listing:
        """The decisions about a claim or entry, in the order in which they count; undone ones too, after what they are about."""
        ruled = sorted((Decision.from_record(row.record) for row in self.decisions()), key=lambda decision: decision.order)
        mine = {decision.id for decision in ruled if key in decision.about}
        return Listing([Row("decision", d.to_record()) for d in ruled if d.id in mine or mine.intersection(d.about)])

    def decisions_adrift(self) -> list[str]:
        """Ids of standing decisions that find nothing they are about, or more than one thing they may be about."""
        with reading(self._engine) as connection:
            return ruled_view(connection, Concern.of(connection), {})[1].adrift

    @contextmanager
    def shelf(self) -> Iterator[LedgerShelf]:
        """What reconciling kept at the last build, as it is now."""
        with reading(self._engine) as connection:
            yield LedgerShelf(connection)

    def search(self, words: str, *, as_of: str | None = None, limit: int = 20) -> list[Hit]:
        """Claims and documents, up to `limit` of each, with these words in their evidence or text; UsageError for no words."""
        with reading(self._engine) as connection:
            return searching.search(connection, words, last_day(as_of, "as-of") if as_of else None, limit)

    def claims_of_document(self, doc: str) -> Listing:
        """The claims of the last reading of a document, in the order of its text."""
        with reading(self._engine) as connection:
            return Listing(relating.claims_of_document(connection, doc))

    def entries_of_document(self, doc: str) -> Listing:
        """The current entries that a document speaks of."""
        with reading(self._engine) as connection:
            return Listing(relating.entries_of_document(connection, doc))

    def findings_of_document(self, doc: str) -> Listing:
        """What extraction objects to in the last reading of a document."""
        with reading(self._engine) as connection:
            return Listing(relating.findings_of_document(connection, doc))

    def claims_of(self, ids: Sequence[str]) -> Listing:
        """The claims of some ids as they were read last, in that order."""
        with reading(self._engine) as connection:
            return Listing(relating.claims_of_ids(connection, ids))

    def findings_of(self, ids: Sequence[str]) -> Listing:
        """The findings about entries of some ids, in the order of ids."""
        with reading(self._engine) as connection:
            return Listing(relating.findings_of_ids(connection, ids))

    def publisher_of(self, doc: str) -> str | None:
        """Who published the document of an id; None where that is not known."""
        with reading(self._engine) as connection:
            return relating.publisher_of(connection, doc)

    def links_to(self, entry: str) -> list[tuple[str, dict[str, Any]]]:
        """(type, entry) of the entries that link to one."""
        with reading(self._engine) as connection:
            return relating.links_to(connection, entry)

    def entry_as_of(self, key: str, as_of: str) -> Row | None:
        """An entry as it stood at the end of a day; None if nothing had been reported of it."""
        with reading(self._engine) as connection:
            then = recalling.entry_then(connection, self._identified.get(connection, key).to_record(), last_day(as_of, "as-of"))
            return Row("entry", then) if then else None

    def newest_documents(self, number: int, *, as_of: str | None = None) -> Listing:
        """The documents published last, up to a day."""
        with reading(self._engine) as connection:
            return Listing(relating.newest_documents(connection, last_day(as_of, "as-of") if as_of else None, number))

    def enrol(self, name: str) -> str:
        """A token by which a reviewer signs in to the web app; it is told only now. UsageError for what is no name."""
        return enrolling.enrol(self._engine, name)

    def dismiss(self, name: str) -> None:
        """End the token of a reviewer; UsageError for one who has none."""
        enrolling.dismiss(self._engine, name)

    def enrolled(self) -> dict[str, str]:
        """Reviewer → since when, of those who may sign in."""
        return enrolling.enrolled(self._engine)

    def reviewer_of(self, token: str) -> str | None:
        """The reviewer whose token this is; None if it is nobody's."""
        return enrolling.reviewer_of(self._engine, token)

    def query(self, text: str, *, seconds: float = SECONDS, most: int = ROWS) -> Answered:
        """The answer to one statement of SQL that reads, of somebody who is not trusted; UsageError for any other."""
        return query(self._engine, self._place, text, seconds=seconds, most=most)

    def backup(self, to: str | Path) -> None:
        """Copy a SQLite ledger to a new file, also while others read and write it."""
        backup_to(self._engine, self.name, Path(to))

    def export(self, to: str | Path) -> None:
        """Write the whole ledger to a new file that `restore` reads."""
        export_to(self._engine, Path(to))

    def restore(self, file: str | Path) -> dict[str, int]:
        """Read an exported ledger into this one, which is empty; the number of rows by table. All of it, or nothing."""
        with self.writer():
            return import_from(self._engine, Path(file), self.name)

    def check(self) -> list[Fault]:
        """What is wrong with the ledger, by place; nothing for one that is whole."""
        with reading(self._engine) as connection:
            return sorted(set(find_faults(connection)))

    def get(self, key: str) -> Row:
        """The document (with its text), claim, entry, finding or decision of an id or its beginning; UsageError if none or several.

        An id that an entry once had gives the entry that now holds the claim it was named by.
        """
        with reading(self._engine) as connection:
            return self._identified.get(connection, key)

    def gather(self, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Full id → record (a document with its text), of those that are there; cheaper than one after the other."""
        with reading(self._engine) as connection:
            return self._identified.gather(connection, keys)

    def texts(self, docs: Collection[str] | None = None) -> Iterator[Document]:
        """Every stored document with its text, in the order of ids; some of them with `docs`."""
        with reading(self._engine) as connection:
            for _, record, body in viewing.text_rows(connection, docs):
                yield Document.from_record(decode(record) | decode(body))

    def read_by(self, run: str) -> set[str]:
        """Ids of the documents that a run has read."""
        with reading(self._engine) as connection:
            return set(statements.run(connection, "extractions.by_run", run=run).scalars())

    def current_runs(self) -> dict[str, str]:
        """Document id → the run that read it last."""
        with reading(self._engine) as connection:
            return statements.pairs(connection, "extractions.current")

    def version(self) -> str:
        """A word that changes whenever what the ledger shows may: by a reading, by reconciling, by a ruling."""
        return self._version.read()

    def state(self) -> str:
        """What entries depend on: how many readings and decisions there are. Unequal to `rebuilt_from` when entries are behind."""
        with reading(self._engine) as connection:
            readings = statements.run(connection, "extractions.newest").scalar_one()
            return f"{readings}.{statements.run(connection, 'decisions.newest').scalar_one()}"

    def rebuilt_from(self) -> str | None:
        """The state that the current entries were made from; None before the first time."""
        with reading(self._engine) as connection:
            return statements.run(connection, "rebuilds.state").scalar_one_or_none()

    def counts(self) -> dict[str, int]:
        """Number of claims by kind."""
        with reading(self._engine) as connection:
            counted = Counter(statements.pairs(connection, "claims.by_kind"))  # of all readings, from an index
            for passed_over in ("claims.past_by_kind", "claims.rejected_by_kind"):
                counted.subtract(statements.pairs(connection, passed_over))
            return {kind: number for kind, number in sorted(counted.items()) if number}

    def totals(self) -> dict[str, int]:
        """Number of `documents`, current `entries` and `findings`."""
        with reading(self._engine) as connection:
            counted = {name: int(statements.run(connection, f"{name}.count").scalar_one()) for name in ("documents", "entries")}
            return counted | {"findings": sum(1 for _ in finding_records(connection, Filter()))}

    def _ids(self, scope: FilterOptions, *, documents: bool) -> set[str]:
        ids = {row.id for row in self.claims(**scope)} | {row.id for row in self.entries(**scope)}
        return ids | {row.id for row in self.documents(**scope)} if documents else ids


class Writer:
    """The one who writes. Every call is a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, run: Run, batch: Sequence[Extracted]) -> None:
        """Store documents with all their claims and findings, or nothing of them."""
        storing.store_batch(self._engine, run, batch)

    def add_sources(self, run: Run, sources: Sequence[tuple[str, str]], again: Iterable[str] = ()) -> None:
        """Note where known documents were found too (id, source); `again` names those that the run takes back from a later one."""
        storing.store_sources(self._engine, run, sources, again)

    def rebuild(self, entries: Iterable[Entry], findings: Iterable[Finding], *, pack: Pack, state: str) -> None:
        """Make these the current entries and reconciled findings; earlier revisions stay."""
        self.weave(Changes(True, sorted(entries, key=lambda entry: entry.id), findings), pack=pack, state=state)

    def weave(self, changes: Changes, *, pack: Pack, state: str, rules: str = "", woven: Sequence[Mapping[str, Any]] = ()) -> None:
        """Store what new documents changed; `woven` are these documents, `rules` what the next build must have in common with this one."""
        viewing.store_changes(self._engine, changes, pack, state, rules, woven)

    def decide(self, *decisions: Decision, pack: Pack | None = None) -> int:
        """Put rulings on the record and show what they make of the entries; how many were new. `pack` knows which items are broader."""
        return viewing.store_decisions(self._engine, decisions, lambda: pack or load_pack())


def open_ledger(where: str | Path = "promissory.db", *, create: bool = True) -> Ledger:
    """The ledger at a path, a `sqlite:///` or `postgresql://` URL or `:memory:`; a new one unless `create` is false (UsageError then).

    DependencyError for PostgreSQL without psycopg.
    """
    place = place_of(where)
    return Ledger(open_engine(place, create=create), place)


def _scope(options: FilterOptions) -> FilterOptions:
    """The options that a finding meets through what it is about."""
    kept = {key: value for key, value in options.items() if key in ("actor", "item", "topic", "since", "until", "source") and value}
    return cast(FilterOptions, kept)


def _counted(entries: Iterable[Row], facet: str, most: int) -> dict[str, int]:
    """What `lists.count_entries` counts, of entries at hand."""
    counts = Counter(value for row in entries for value in _values(row.record, facet))
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most])


def _values(record: Mapping[str, Any], facet: str) -> set[str]:
    return (
        {str(record[facet])}
        if facet in ("kind", "status")
        else {value for name, value in storing.facets_of(record, load_pack()) if name == facet}
    )


def _cut(records: Iterable[dict[str, Any]], wanted: Filter) -> Iterator[dict[str, Any]]:
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return islice(records, wanted.offset, end)
