"""Promissory: an evidence-backed ledger of what was promised, what arrived, and what is missing.

The public verbs, each loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from promissory.analysis import balance, floors, lags, tally
    from promissory.extraction import quotes
    from promissory.extraction.amounts.money import amounts
    from promissory.extraction.calendar.dates import dates
    from promissory.ledger import open_ledger
    from promissory.pipeline import build, extract
    from promissory.reading import read

_HOMES = {
    "amounts": "promissory.extraction.amounts.money",
    "balance": "promissory.analysis",
    "build": "promissory.pipeline",
    "dates": "promissory.extraction.calendar.dates",
    "extract": "promissory.pipeline",
    "floors": "promissory.analysis",
    "lags": "promissory.analysis",
    "open_ledger": "promissory.ledger",
    "quotes": "promissory.extraction",
    "read": "promissory.reading",
    "tally": "promissory.analysis",
}

__all__ = ["amounts", "balance", "build", "dates", "extract", "floors", "lags", "open_ledger", "quotes", "read", "tally"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
