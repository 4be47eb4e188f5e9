"""What programs may read: lists, single records, the balance, the queue, and what words were found in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Depends, Query, Request, Response

from promissory.analysis import balance, review_queue
from promissory.errors import LedgerError
from promissory.ledger import FilterOptions, Ledger
from promissory.packs import Pack, identify
from promissory.web.answering import Maker
from promissory.web.asking import Asked
from promissory.web.pages.looking import kept
from promissory.web.site import Site, frozen, site_of

Noun = Literal["documents", "claims", "entries", "findings"]
Day = Annotated[str | None, Query(max_length=10, description="2024, 2024-07 or 2024-07-11")]
Ids = Annotated[list[str], Query(max_length=20, description="several values mean any of them")]
PAGE = Annotated[int, Query(ge=0, le=500, description="at most so many")]
OFFSET = Annotated[int, Query(ge=0, le=100_000_000, description="pass over the first so many")]


def unchanged(request: Request, response: Response, site: Annotated[Site, Depends(site_of)]) -> None:
    """Put an ETag on the answer; 304 where the reader has it already."""
    told = f"{site.ledger.version()} {request.url.path}?{request.url.query}"
    response.headers["etag"] = tag = f'W/"{hashlib.sha256(told.encode()).hexdigest()[:20]}"'
    response.headers["cache-control"] = "private, no-cache"
    if tag in request.headers.get("if-none-match", ""):
        raise Unchanged(tag)


class Unchanged(Exception):
    """The reader has the answer already."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


SiteOf = Annotated[Site, Depends(site_of)]
router = APIRouter(prefix="/api", tags=["reading"], dependencies=[Depends(unchanged)])


def filters(
    request: Request, site: SiteOf, kind: Ids = [], status: Ids = [], actor: Ids = [], item: Ids = [], topic: Ids = [],  # noqa: ARG001, B006
    since: Day = None, until: Day = None, as_of: Day = None, source: Annotated[str | None, Query(max_length=500)] = None,  # noqa: ARG001
    text: Annotated[str | None, Query(max_length=500)] = None, rejected: bool = False,  # noqa: ARG001
) -> dict[str, Any]:  # fmt: skip
    """The filters of the command line, names of actors, items and topics made ids."""
    return {**Asked.of(request).filters(site.pack), "rejected": rejected}


Filters = Annotated[dict[str, Any], Depends(filters)]


@router.get("/balance")
def balance_of(
    site: SiteOf, item: Annotated[str, Query(max_length=100)], donor: str | None = None, since: Day = None, as_of: Day = None
) -> dict[str, Any]:
    """What was promised of an item, what arrived and what is open. Stages are never added."""
    one = next(iter(identify(site.pack, "item", [item])), item)
    giver = next(iter(identify(site.pack, "actor", [donor])), donor) if donor else None
    return cast(dict[str, Any], _answer(site, weigh, one, giver, since, as_of))


@router.get("/queue")
def queue(site: SiteOf, wanted: Filters, limit: PAGE = 50, offset: OFFSET = 0) -> dict[str, Any]:
    """What waits for a reviewer, the most urgent first."""
    wanted.pop("rejected")
    return _list(_answer(site, line_up, frozen(cast(FilterOptions, wanted)), limit, offset), limit, offset)


@router.get("/counts")
def counts(site: SiteOf, wanted: Filters, by: Literal["kind", "status", "actor", "item", "topic"]) -> dict[str, int]:
    """How many entries pass, by one of their facets; the commonest first."""
    return cast(dict[str, int], _answer(site, count, by, frozen(cast(FilterOptions, wanted))))


@router.get("/{noun}")
def listing(noun: Noun, site: SiteOf, wanted: Filters, limit: PAGE = 50, offset: OFFSET = 0, newest: bool = False) -> dict[str, Any]:
    """A list in its fixed order, from `offset` on; `next` is the offset of the following page, null at the end."""
    page = {**wanted, "limit": limit + 1, "offset": offset} | ({"newest": newest} if noun == "entries" else {})
    return _list(getattr(site.ledger, noun)(**page).to_records(), limit, offset)


@router.get("/{noun}/{key}")
def one(noun: Noun, key: Annotated[str, "id or its beginning"], site: SiteOf) -> Mapping[str, Any]:
    """A record by its id or the beginning of it; a document with its text."""
    return kept(site.ledger, key, {"entries": "entry"}.get(noun, noun.removesuffix("s")))


class Underway(LedgerError):
    """The answer is still being made."""


def _answer(site: Site, make: Maker, *asked: Any) -> Any:
    found = site.answers.ask(make, *asked, now=not site.answers.large)
    if found is None:
        raise Underway("the answer is being worked out", "ledger", "ask again in a few seconds")
    return found


def weigh(ledger: Ledger, pack: Pack, item: str, donor: str | None, since: str | None, as_of: str | None) -> dict[str, Any]:
    """The balance of an item."""
    return balance(ledger, item, donor=donor, since=since, as_of=as_of, pack=pack).to_record()


def line_up(ledger: Ledger, _pack: Pack, wanted: tuple[tuple[str, Any], ...], limit: int, offset: int) -> list[dict[str, Any]]:
    """A page of the queue."""
    return [queued.to_record() for queued in review_queue(ledger, **dict(wanted), limit=limit, offset=offset)]


def count(ledger: Ledger, _pack: Pack, by: str, wanted: tuple[tuple[str, Any], ...]) -> dict[str, int]:
    """Entries by a facet."""
    return ledger.count(by, **dict(wanted))


def _list(rows: list[dict[str, Any]], limit: int, offset: int) -> dict[str, Any]:
    return {"rows": rows[:limit], "next": offset + limit if len(rows) > limit else None}


def not_modified(_: Request, fault: Exception) -> Response:
    """The answer to `Unchanged`."""
    assert isinstance(fault, Unchanged)
    return Response(status_code=304, headers={"etag": fault.tag, "cache-control": "private, no-cache"})


__all__ = ["Unchanged", "not_modified", "router"]
