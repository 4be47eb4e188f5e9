"""Joins the stages: read, extract, reconcile, store.

Documents are stored in small batches, each document with all its claims or not at all; entries are made anew at the end, in
one transaction. A build that is killed loses at most the batch at hand, and the next one goes on from there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any, Protocol

from promissory.errors import PromissoryError, UsageError
from promissory.ledger import Changes, Extracted, Ledger, LedgerShelf, Run, Writer
from promissory.model import Claim, Document
from promissory.model.pausing import collector_paused
from promissory.packs import Pack, judged, load_pack
from promissory.settings import Settings
from promissory.stages import Origin, ProductStages, Stages
from promissory.workers import Failed, Outcome, extract_in_pool, extract_one

BATCH = 16
#: Documents that were read elsewhere come faster.
LOADED = 256


class Progress(Protocol):
    """Told of every document done and of what the build is at."""

    def __call__(self, stage: str, done: int) -> object: ...


def _origin(document: Mapping[str, Any], told_after: str | None, pack: Pack) -> Origin:
    """What is known of the source of a document, judged by the pack."""
    publisher, url = document["publisher"], document["url"]
    source = pack.source_of(publisher, url)
    return pack.source_key(publisher, url) or str(document["id"]), told_after, source.reliability if source else "F"


def _woven(origins: Mapping[str, Origin], runs: Mapping[str, str], days: Mapping[str, int | None]) -> list[dict[str, Any]]:
    """Documents as the shelf keeps them."""
    facts = ((doc, dict(zip(("source_key", "copy_of", "letter"), origin, strict=True))) for doc, origin in origins.items())
    return [{"doc": doc, "run": runs[doc], "day": days.get(doc), **known} for doc, known in facts]


@dataclass(frozen=True)
class BuildReport:
    """What a build did (`read`, `new`, `known`, `skipped`) and what the ledger holds after it."""

    read: int
    new: int
    known: int
    skipped: tuple[PromissoryError, ...]
    documents: int
    claims: Mapping[str, int]
    entries: int
    findings: int

    def to_record(self) -> dict[str, Any]:
        """The JSON of the report."""
        counts = {name: getattr(self, name) for name in ("read", "new", "known", "documents", "entries", "findings")}
        return counts | {"claims": dict(self.claims), "skipped": [fault.to_record() for fault in self.skipped]}


def build(
    sources: Iterable[str | os.PathLike[str]],
    ledger: Ledger,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    settings: Settings | None = None,
    stages: Stages | None = None,
) -> BuildReport:
    """Read, extract and reconcile sources into a ledger; the same sources twice add nothing.

    A source that cannot be read, or a text that cannot be worked on, is skipped and named in the report. Claims and ids are the
    same for any number of `jobs` (processes). LedgerError if another build is writing to the ledger.
    """
    settings = settings or Settings(ledger=ledger.name)
    if isinstance(sources, str):
        raise UsageError("sources are a list", sources, "write build([source], ledger)")
    if jobs is not None and jobs < 1:
        raise UsageError(f"{jobs} processes cannot work", "jobs", "give 1 or more")
    pack = pack_of(settings)
    work = _Work(ledger, stages or ProductStages(), settings, pack, progress or _silent)
    with ledger.writer() as writer:
        work.extract_into(writer, work.unknown(os.fspath(source) for source in sources), jobs or settings.jobs)
        work.reconcile_into(writer)
    return work.report()


def pack_of(settings: Settings) -> Pack:
    """The pack that settings name, with the user's judgements of sources laid over its own; PackError for a fault in either."""
    pack = load_pack(settings.pack)
    return judged(pack, settings.sources) if settings.sources else pack


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that was read elsewhere, and what was extracted from it; that may be left out where the ledger has it."""

    id: str
    source: str
    extracted: Extracted | None = None


#: The documents that were stored elsewhere, in order, given the ids of those that the ledger has.
Store = Callable[[set[str]], Iterable[Stored]]


def load(store: Store, ledger: Ledger, *, version: str, settings: Settings | None = None, progress: Progress | None = None) -> BuildReport:
    """Store what was extracted elsewhere by the product of a `version`, and make the entries: what `build` on the texts would give.

    What the ledger has of that run already is passed over. LedgerError if another build is writing to the ledger.
    """
    settings = settings or Settings(ledger=ledger.name)
    pack = pack_of(settings)
    work = _Work(ledger, ProductStages(), settings, pack, progress or _silent)
    work.run = Run(version, pack)
    with ledger.writer() as writer:
        once = ledger.read_by(work.run.id)
        work.store(writer, work.fresh(store(once), once), LOADED)
        work.reconcile_into(writer)
    return work.report()


def extract(documents: Document | Iterable[Document], pack: Pack | str = "ukraine") -> Iterator[Claim]:
    """The claims of documents, in the order of the texts; `pack` is a shipped pack's name, a folder, or a loaded pack."""
    loaded = load_pack(pack) if isinstance(pack, str) else pack
    for document in [documents] if isinstance(documents, Document) else documents:
        yield from ProductStages().extract(document, loaded)


@dataclass
class _Work:
    """One build under way: what it joins, and what it has come across."""

    ledger: Ledger
    stages: Stages
    settings: Settings
    pack: Pack
    progress: Progress
    read: int = 0
    new: int = 0
    known: int = 0
    skipped: list[PromissoryError] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    found: list[tuple[str, str]] = field(default_factory=list)
    again: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.run = Run(self.stages.version, self.pack)

    def unknown(self, sources: Iterable[str]) -> Iterator[Document]:
        """The documents that this run has not read yet; of the others it is noted where they were found."""
        once, met = self.ledger.read_by(self.run.id), set[str]()
        for source in sources:
            for document in self.stages.read(source, self.settings, self.pack, self.skipped.append):
                if self.is_new(document, once, met):
                    yield document

    def fresh(self, stored: Iterable[Stored], once: set[str]) -> Iterator[Extracted]:
        """What was extracted of documents that this run has not read yet."""
        met = set[str]()
        return (one.extracted for one in stored if self.is_new(one, once, met) and one.extracted)

    def is_new(self, document: Document | Stored, once: set[str], met: set[str]) -> bool:
        """Whether this run has not read a document yet; else it is noted where it was found too."""
        self.read += 1
        self.progress("reading", self.read)
        known = document.id in once or document.id in met
        if known:
            self.known += 1
            self.found.append((document.id, document.source))
            if document.id not in met:
                self.again.append(document.id)
        met.add(document.id)
        return not known

    def extract_into(self, writer: Writer, documents: Iterator[Document], jobs: int) -> None:
        """Store what extraction finds, batch by batch in the order of the sources."""
        self.store(writer, self.extract_here(documents) if jobs == 1 else extract_in_pool(documents, self.stages, self.settings.pack, jobs))

    def store(self, writer: Writer, given: Iterable[Outcome], size: int = BATCH) -> None:
        """Store outcomes batch by batch, in their order."""
        outcomes = iter(given)
        while batch := list(islice(outcomes, size)):
            self.fail(outcome for outcome in batch if isinstance(outcome, Failed))
            if good := [outcome for outcome in batch if isinstance(outcome, Extracted)]:
                writer.add(self.run, good)
                self.new += len(good)
            self.progress("extracting", self.new)
        if found := [(doc, source) for doc, source in self.found if doc not in self.failed]:
            current = self.ledger.current_runs()
            writer.add_sources(self.run, found, [doc for doc in self.again if current[doc] != self.run.id])

    def fail(self, outcomes: Iterable[Failed]) -> None:
        for outcome in outcomes:
            self.failed.add(outcome.doc)
            self.skipped.append(outcome.fault)

    def extract_here(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        for document in documents:
            yield extract_one(document, self.stages, self.pack)

    def reconcile_into(self, writer: Writer) -> None:
        """Weave new documents in; make all entries anew if rules have changed or a document was read anew."""
        rules = f"{self.stages.rules} {self.pack.digest} {self.pack.judgements}"
        state = f"{self.ledger.state()} {rules}"
        if self.ledger.rebuilt_from() == state:
            return
        self.progress("reconciling", self.new)
        with self.ledger.shelf() as shelf:
            docs = shelf.new_documents() if shelf.rules == rules else None
            runs = shelf.runs
        if docs is None:
            changes, woven = self.weave(self.ledger.texts(), self.ledger.document_records(), self.ledger.current_claims(), runs, None)
            writer.weave(changes, pack=self.pack, state=state, rules=rules, woven=woven)
            return
        with collector_paused():
            records, claims = list(self.ledger.document_records(docs)), list(self.ledger.current_claims(docs))
            with self.ledger.shelf() as shelf:
                changes, woven = self.weave(list(self.ledger.texts(docs)), records, claims, runs, shelf)
            writer.weave(changes, pack=self.pack, state=state, rules=rules, woven=woven)

    def weave(
        self,
        texts: Iterable[Document],
        records: Iterable[Mapping[str, Any]],
        claims: Iterable[Mapping[str, Any]],
        runs: Mapping[str, str],
        shelf: LedgerShelf | None,
    ) -> tuple[Changes, list[dict[str, Any]]]:
        """What documents change, and how the shelf keeps them and those of which another origin is known now."""
        copies = self.stages.compare(texts, shelf)
        told_after = {doc: source for doc, source in copies.sources.items() if doc != source}
        origins = {one["id"]: _origin(one, told_after.get(one["id"]), self.pack) for one in records}
        earlier = shelf.origins(copies.sources.keys() - origins.keys()) if shelf else {}
        stirred = {doc: (key, told_after.get(doc), letter) for doc, (key, _, letter) in earlier.items()}
        changes, days = self.stages.reconcile(claims, origins, stirred, self.pack, shelf)
        if shelf:
            days |= shelf.days(stirred)
        told = replace(
            changes,
            findings=(*copies.findings, *changes.findings),
            removed={*copies.removed, *changes.removed},
            kept=lambda: chain(copies.kept(), changes.kept()),
            unkept=lambda: chain(copies.unkept(), changes.unkept()),
        )
        return told, _woven({**origins, **stirred}, runs, days)

    def report(self) -> BuildReport:
        counts = {"read": self.read, "new": self.new, "known": self.known} | self.ledger.totals()
        return BuildReport(skipped=tuple(self.skipped), claims=self.ledger.counts(), **counts)


def _silent(stage: str, done: int) -> None:
    """No progress is shown."""
