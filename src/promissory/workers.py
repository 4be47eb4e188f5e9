"""Extraction of documents one by one, here or in processes of their own: the fault of one stops no other."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from promissory.errors import DependencyError, PackError, PromissoryError, SourceError
from promissory.ledger import Extracted
from promissory.model import Document
from promissory.packs import Pack, load_pack
from promissory.stages import Stages

#: Documents a process that are worked on ahead of the one that is waited for.
AHEAD = 8


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that extraction could not work on."""

    doc: str
    fault: SourceError


Outcome = Extracted | Failed


def extract_in_pool(documents: Iterator[Document], stages: Stages, pack: str, jobs: int) -> Iterator[Outcome]:
    """The outcomes in the order of the documents, while `jobs` processes work on some documents ahead.

    `pack` is the name of a shipped pack, or a folder.
    """
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_enter, initargs=(stages, pack))
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


def extract_one(document: Document, stages: Stages, pack: Pack) -> Outcome:
    """A document's claims and findings; its own fault, whatever it is, stops no other document and is reported."""
    try:
        claims = stages.extract(document, pack)
        return Extracted(document, claims, stages.examine(document, claims, pack))
    except (DependencyError, PackError):
        raise  # every other document would fail alike
    except Exception as fault:  # noqa: BLE001
        what = fault.what if isinstance(fault, PromissoryError) else f"{type(fault).__name__}: {fault}"
        return Failed(document.id, SourceError(f"no claims could be extracted: {what}", document.source, "please report the text"))


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
    return extract_one(document, _WORKER["stages"], _WORKER["pack"])
