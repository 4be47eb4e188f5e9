"""What every page works with: the ledger, the pack, the settings, and answers that are kept while the ledger stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any, cast

from fastapi import Request

from promissory.ledger import Ledger
from promissory.packs import Pack
from promissory.settings import Settings

KEPT = 512


@dataclass
class Site:
    """One ledger and what is needed to show it."""

    ledger: Ledger
    pack: Pack
    settings: Settings
    _answers: OrderedDict[Hashable, tuple[str, Any]] = field(default_factory=OrderedDict)
    _asked: set[Hashable] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def version(self) -> str:
        """Changes whenever what the ledger shows may."""
        return f"{self.ledger.rebuilt_from()} {self.ledger.state()}"

    def remember(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The answer of `make`, kept while the ledger stays as it is.

        Where it has changed, the former answer is given once more while the new one is made: a reader never waits for a count
        that another reader has seen a moment ago.
        """
        version = self.version()
        with self._lock:
            known = self._answers.get(key)
            if known and (known[0] == version or key in self._asked):
                self._answers.move_to_end(key)
                return known[1]
            if known:
                self._asked.add(key)
        if known:
            Thread(target=self._renew, args=(key, version, make), daemon=True).start()
            return known[1]
        return self._keep(key, version, make())

    def remember_now(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The answer of `make`, kept while the ledger stays as it is, and never an older one."""
        version = self.version()
        with self._lock:
            known = self._answers.get(key)
        return known[1] if known and known[0] == version else self._keep(key, version, make())

    def _renew(self, key: Hashable, version: str, make: Callable[[], Any]) -> None:
        try:
            self._keep(key, version, make())
        finally:
            with self._lock:
                self._asked.discard(key)

    def _keep(self, key: Hashable, version: str, answer: Any) -> Any:
        with self._lock:
            self._answers[key] = version, answer
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return answer


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    return cast(Site, request.app.state.site)
