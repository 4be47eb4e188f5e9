"""What programs may do with a reviewer's token: rule, and see what a text would give."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, HTTPException
from pydantic import BaseModel, Field

from promissory.errors import UsageError
from promissory.model import Document, Published
from promissory.pipeline import extract
from promissory.web.sessions import BEARER, SignedIn, signed_in
from promissory.web.site import Site, site_of

SiteOf = Annotated[Site, Depends(site_of)]
Line = Annotated[str, Field(max_length=200)]


def by_header(authorization: Annotated[str, Header(description="Bearer and a token of `promissory user add`")] = "") -> None:
    """A browser sends cookies by itself; what changes the ledger needs a token that was meant."""
    if not authorization.lower().startswith(BEARER):
        raise HTTPException(401, "send `Authorization: Bearer TOKEN` (promissory user add)", {"WWW-Authenticate": "Bearer"})


router = APIRouter(prefix="/api", tags=["writing"], dependencies=[Depends(by_header)])


class Ruling(BaseModel):
    """A ruling as `promissory review` takes it; `change` maps slots to values, for an edit only."""

    action: Literal["accept", "reject", "edit", "merge", "split", "note", "undo"]
    about: Annotated[list[Line], Field(min_length=1, max_length=100)]
    reason: Annotated[str, Field(max_length=2000)] = ""
    change: dict[str, Any] = {}


class Report(BaseModel):
    """A text to look at; `published` as 2024, 2024-07 or 2024-07-11."""

    text: Annotated[str, Field(min_length=1, max_length=500_000)]
    published: Annotated[str | None, Field(max_length=21)] = None


@router.post("/decisions", status_code=201)
def decide(ruling: Ruling, site: SiteOf, me: SignedIn) -> dict[str, Any]:
    """Put a ruling on the record."""
    made = site.ledger.decide(ruling.action, *ruling.about, reviewer=me, reason=ruling.reason, change=ruling.change, pack=site.pack)
    return made.to_record()


@router.post("/extract", dependencies=[Depends(signed_in)])
def look(report: Report, site: SiteOf) -> dict[str, Any]:
    """The claims of a text, which is not kept."""
    try:
        published = Published(report.published, "given") if report.published else None
        document = Document(text=report.text, source="request", published=published)
    except ValueError as fault:
        raise UsageError(str(fault), "request", "write a date as 2024-07-11") from fault
    return {"rows": [claim.to_record() for claim in extract(document, site.pack)]}
