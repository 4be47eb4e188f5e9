"""Reports that somebody adds: read and looked at first, kept only when asked to."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from threading import Lock, Thread

from promissory.errors import PromissoryError, UsageError
from promissory.model import Claim, Document
from promissory.pipeline import build, extract
from promissory.reading import fetch, read
from promissory.web.site import Site

KEPT, PREVIEWED = 50, 40
READING, FOUND, KEEPING, DONE, FAILED = "reading", "found", "keeping", "done", "failed"


@dataclass
class Job:
    """One source on its way: what it is at, what was found in it, what could not be read."""

    source: str
    reviewer: str
    state: str = READING
    done: int = 0
    found: list[tuple[Document, tuple[Claim, ...]]] = field(default_factory=list)
    faults: list[PromissoryError] = field(default_factory=list)
    summary: str = ""
    id: str = field(default_factory=lambda: secrets.token_urlsafe(9))

    @property
    def busy(self) -> bool:
        return self.state in (READING, KEEPING)


class Jobs:
    """The sources being added, the oldest forgotten first."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> Job:
        """UsageError for a job that is not there (any more)."""
        if key not in self._held:
            raise UsageError("no such id", key, "the app may have been started anew: add the report again")
        return self._held[key]

    def look(self, site: Site, source: str, reviewer: str) -> Job:
        """Begin to read a source, without keeping anything of it in the ledger."""
        job = Job(source, reviewer)
        with self._lock:
            self._held[job.id] = job
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        _start(job, lambda: _preview(site, job), FOUND)
        return job

    def keep(self, site: Site, key: str) -> Job:
        """Begin to build a source that was looked at into the ledger."""
        job = self.get(key)
        if not job.busy:
            job.state, job.faults = KEEPING, []
            _start(job, lambda: _keep(site, job), DONE)
        return job


def store_text(site: Site, text: str, title: str, publisher: str, published: str) -> str:
    """A pasted text as a source: a file of one record in the store's folder; the same text is the same file."""
    record = {"id": "pasted", "text": text.replace("\r\n", "\n"), "title": title, "publisher": publisher, "published": published}
    line = json.dumps({name: value for name, value in record.items() if value}, ensure_ascii=False) + "\n"
    return _store(site, line.encode(), ".jsonl")


def store_file(site: Site, name: str, content: bytes) -> str:
    """An uploaded file as a source. Only the ending of its name is kept."""
    ending = PurePath(name).suffix.lower()
    return _store(site, content, ending if ending.isascii() and ending[1:].isalnum() else "")


def _store(site: Site, content: bytes, ending: str) -> str:
    folder = site.settings.store_folder / "added"
    path = folder / f"{hashlib.sha256(content).hexdigest()[:20]}{ending}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(content)
    except OSError as fault:
        raise UsageError(f"cannot be stored: {fault.strerror}", str(folder), "free some room, or name another --store") from fault
    return str(path)


def _start(job: Job, work: Callable[[], None], end: str) -> None:
    def run() -> None:
        try:
            work()
            job.state = end
        except PromissoryError as fault:
            job.faults.append(fault)
            job.state = FAILED
        except Exception as fault:  # noqa: BLE001  a job of its own thread: whatever ends it must be told
            job.faults.append(PromissoryError(f"unexpected: {type(fault).__name__}: {fault}", job.source, "please report it"))
            job.state = FAILED

    Thread(target=run, daemon=True).start()


def _preview(site: Site, job: Job) -> None:
    for document in read(job.source, pack=site.pack, settings=site.settings, on_fault=job.faults.append, fetch=fetch):
        if len(job.found) < PREVIEWED:
            job.found.append((document, tuple(extract(document, site.pack))))
        job.done += 1


def _keep(site: Site, job: Job) -> None:
    def tell(stage: str, done: int) -> None:  # noqa: ARG001
        job.done = done

    report = build([job.source], site.ledger, settings=site.settings, progress=tell)
    job.faults.extend(report.skipped)
    job.summary = f"{report.new} new, {report.known} known"
