"""The door to the web: `fetch(url, settings)`. Only http and https, only public hosts unless the settings allow others."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.errors import DependencyError
from promissory.reading.guarding import Guard
from promissory.reading.keeping import Store
from promissory.reading.pacing import Manners
from promissory.settings import Settings

if TYPE_CHECKING:
    from promissory.reading.exchanging import Answer
    from promissory.reading.requesting import Fetcher


def fetch(url: str, settings: Settings, *, recall: bool = True) -> Answer:
    """What an address gives: its content, unpacked, with headers, status and the address that it led to.

    What is unchanged since it was stored comes from the store; with `recall` also what is gone or out of reach.
    SourceError, one line, for what cannot or may not be fetched; DependencyError if the libraries are not installed.
    """
    return fetcher(settings).fetch(url, recall=recall)


@lru_cache(maxsize=8)
def fetcher(settings: Settings) -> Fetcher:
    """The one fetcher of these settings in this process: hosts are paced across all sources of a build."""
    try:
        from promissory.reading.requesting import Fetcher
    except ImportError as fault:
        name = (fault.name or "httpx").partition(".")[0]
        raise DependencyError(f"fetching needs the library {name}", "fetch", "pip install 'promissory[fetch]'") from fault
    manners = Manners(total_seconds=settings.fetch_seconds, body_bytes=settings.max_fetch_bytes)
    return Fetcher(manners, Guard(settings.allow_private), Store(settings.store_folder))
