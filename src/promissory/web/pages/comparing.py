"""Two days side by side: what is new, what moved on, what is no longer known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.web.asking import Asked
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
MOST = 200
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Entries that only the later day knows, and those (earlier, later) whose status, day, sum or goods differ."""

    new: tuple[Record, ...]
    changed: tuple[tuple[Record, Record], ...]
    same: int


@router.get("/compare", response_class=HTMLResponse)
def compare(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    asked = Asked.of(request)
    first, last = asked.one("from"), asked.one("to") or asked.as_of
    wanted = {name: value for name, value in asked.filters(site.pack, ("kind", "actor", "item", "topic")).items() if name != "as_of"}
    found: Comparison | None = None
    if first:
        key = ("compare", first, last, *sorted((name, str(value)) for name, value in wanted.items()))
        found = site.remember(key, lambda: _compare(site, first, last, wanted))
    return render(request, "compare.html", asked=asked, first=first, last=last, found=found, most=MOST)


def _compare(site: Site, first: str, last: str | None, wanted: Mapping[str, Any]) -> Comparison:
    before = {row.id: row.record for row in site.ledger.entries(**wanted, as_of=first)}
    after = {row.id: row.record for row in site.ledger.entries(**wanted, as_of=last)}
    new = tuple(record for key, record in after.items() if key not in before)
    both = [(before[key], record) for key, record in after.items() if key in before]
    changed = tuple(
        (old, now) for old, now in both if any(old.get(name) != now.get(name) for name in ("status", "date", "amount", "items"))
    )
    return Comparison(new, changed, len(both) - len(changed))
