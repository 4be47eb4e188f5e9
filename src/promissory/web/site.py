"""What every page works with: the ledger, the pack, the settings, and the answers that take long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from fastapi import Request

from promissory.ledger import FilterOptions, Ledger
from promissory.packs import Pack
from promissory.settings import Settings
from promissory.web.answering import Answers


@dataclass
class Site:
    """One ledger and what is needed to show it."""

    ledger: Ledger
    pack: Pack
    settings: Settings
    answers: Answers


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    return cast(Site, request.app.state.site)


def frozen(wanted: FilterOptions) -> tuple[tuple[str, Any], ...]:
    """Filters as what an answer is known by; `dict` makes them filters again."""
    return tuple(sorted((name, tuple(value) if isinstance(value, list | tuple) else value) for name, value in wanted.items()))
