"""Answers that take long on a large ledger: made beside the app, and kept while the ledger stays as it is.

Where the ledger has changed, the former answer is given while the new one is made: a reader never waits for a count that another
reader has seen a moment ago. Those of a large ledger are made in a process of their own, which gives way to the readers.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from promissory.errors import LedgerError
from promissory.ledger import Ledger, open_ledger
from promissory.packs import Pack
from promissory.pipeline import pack_of
from promissory.settings import Settings

#: Works out an answer from the ledger, the pack and what was asked; of a module, so that another process finds it by name.
Maker = Callable[..., Any]
#: Answers kept, and those that may wait to be made.
KEPT, WAITING = 512, 100
#: Seconds that a page waits for an answer that was never made, and for how many times as long as it took an answer stands at least.
PATIENCE, STANDS = 0.1, 4
#: Readings from which a ledger is large.
LARGE = 5_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What was made of a version of the ledger, and until when it need not be made again."""

    version: str
    value: Any
    until: float


class Answers:
    """The answers over one ledger. `large` makes them in another process; None for what the ledger's size says."""

    def __init__(self, ledger: Ledger, pack: Pack, settings: Settings, *, large: bool | None = None) -> None:
        self._ledger, self._pack, self._settings, self._large = ledger, pack, settings, large
        self._held: OrderedDict[Hashable, Answer] = OrderedDict()
        self._made: dict[Hashable, Future[Any]] = {}
        self._lock = threading.Lock()
        self._executor: Executor | None = None
        self._line = multiprocessing.Pipe(duplex=False)

    def ask(self, make: Maker, *asked: Hashable, now: bool = False) -> Any:
        """The answer of `make`; None while a first one is still being made. With `now` it is waited for, and never an older one.

        LedgerError where too many answers wait already.
        """
        key, version = (make.__qualname__, *asked), self._ledger.version()
        known = self._held.get(key)
        if known and (known.version == version or (not now and time.monotonic() < known.until)):
            return known.value
        begun = key not in self._made
        future = self._begin(key, version, make, asked)
        return known.value if known and not now else _wait(future, None if now or not self.large else PATIENCE * begun)

    def close(self) -> None:
        """Give up what is still being made."""
        self._line[1].close()
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def _begin(self, key: Hashable, version: str, make: Maker, asked: tuple[Hashable, ...]) -> Future[Any]:
        with self._lock:
            if key in self._made:
                return self._made[key]
            if len(self._made) >= WAITING:
                raise LedgerError("too many questions wait for an answer", "ledger", "ask again in a minute")
            future = self._made[key] = self._submit(make, asked)
        begun = time.monotonic()
        future.add_done_callback(lambda done: self._keep(key, version, begun, done))
        return future

    def _submit(self, make: Maker, asked: tuple[Hashable, ...]) -> Future[Any]:
        if self._executor is None:
            self._executor = self._process() if self.large else ThreadPoolExecutor(2)
        try:
            return self._executor.submit(_make, make, asked) if self.large else self._executor.submit(self._make, make, asked)
        except BrokenExecutor:  # the process has died: the next one takes over
            self._executor = self._process()
            return self._executor.submit(_make, make, asked)

    def _process(self) -> Executor:
        return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _open, (self._settings, self._line[0]))

    def _make(self, make: Maker, asked: tuple[Hashable, ...]) -> Any:
        return make(self._ledger, self._pack, *asked)

    def _keep(self, key: Hashable, version: str, begun: float, done: Future[Any]) -> None:
        ended = time.monotonic()
        with self._lock:
            self._made.pop(key, None)
            if done.cancelled() or done.exception():
                return
            self._held[key] = Answer(version, done.result(), ended + STANDS * (ended - begun))
            self._held.move_to_end(key)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)

    @property
    def large(self) -> bool:
        """Whether answers are made in a process of their own."""
        if self._large is None:
            self._large = int(self._ledger.version().split(".")[1]) >= LARGE
        return self._large


def _wait(future: Future[Any], seconds: float | None) -> Any:
    try:
        return future.result(seconds)
    except NotYet:
        return None
    except BrokenExecutor as fault:
        raise LedgerError("the process that works out answers has ended", "ledger", "ask again; it may lack memory") from fault


_home: tuple[Ledger, Pack] | None = None


def _open(settings: Settings, line: Connection) -> None:
    """What the process begins with: a ledger of its own; of lower rank, and at an end when the app is."""
    global _home
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, which ends this too
    if hasattr(os, "nice"):
        os.nice(5)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()
    _home = open_ledger(settings.ledger, create=False), pack_of(settings)


def _end_with(line: Connection) -> None:
    """Wait until the app closes its end of the line, or is no more."""
    with suppress(EOFError, OSError):
        line.recv()
    os._exit(0)


def _make(make: Maker, asked: tuple[Hashable, ...]) -> Any:
    assert _home is not None
    return make(*_home, *asked)
