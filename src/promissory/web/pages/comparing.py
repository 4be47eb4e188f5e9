"""Two days side by side: what is new, what moved on, what is no longer known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse

from promissory.ledger import Ledger
from promissory.packs import Pack
from promissory.web.asking import Asked
from promissory.web.quoting import quoted
from promissory.web.rendering import render, render_waiting
from promissory.web.site import Site, frozen, site_of

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
    wanted = asked.filters(site.pack, ("kind", "actor", "item", "topic"))
    wanted.pop("as_of", None)
    found: Comparison | None = site.answers.ask(compare_days, first, last, frozen(wanted)) if first else None
    if first and found is None:
        return render_waiting(request, asked)
    return render(request, "compare.html", asked=asked, first=first, last=last, found=found, most=MOST)


def compare_days(ledger: Ledger, _pack: Pack, first: str, last: str | None, asked: tuple[tuple[str, Any], ...]) -> Comparison:
    """What two days differ in."""
    wanted = dict(asked)
    before = {row.id: row.record for row in ledger.entries(**wanted, as_of=first)}
    after = {row.id: row.record for row in ledger.entries(**wanted, as_of=last)}
    new = tuple(quoted(ledger, (record for key, record in after.items() if key not in before)))
    both = [(before[key], record) for key, record in after.items() if key in before]
    changed = tuple(
        (old, now) for old, now in both if any(old.get(name) != now.get(name) for name in ("status", "date", "amount", "items"))
    )
    return Comparison(new, changed, len(both) - len(changed))
