"""Questions in SQL, where whoever runs the app lets readers ask them: off unless told otherwise, and never more than reading."""

from __future__ import annotations

from threading import BoundedSemaphore
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import HTMLResponse, Response

from promissory.errors import UsageError
from promissory.ledger import open_ledger
from promissory.ledger.querying import ROWS, SECONDS, Answered
from promissory.publishing.listings import csv_line
from promissory.web.asking import Asked
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
#: Questions at a time; letters of one.
TURNS, LONGEST = BoundedSemaphore(2), 20_000
EXAMPLE = """SELECT kind, status, count(*) AS entries
FROM entry_versions
WHERE record IS NOT NULL
GROUP BY kind, status ORDER BY entries DESC LIMIT 20"""


@router.get("/sql", response_class=HTMLResponse)
def ask(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """The answer of one statement, as a table or as CSV; 404 where the page is off."""
    if not site.settings.sql:
        raise HTTPException(404)
    asked = Asked.of(request)
    text, found, fault = asked.one("sql") or "", None, None
    try:
        found = _answer(site, text) if text else None
    except UsageError as wrong:
        fault = wrong
    if found and asked.one("format") == "csv":
        return Response(
            "".join(map(csv_line, (found.columns, *found.rows))),
            media_type="text/csv; charset=utf-8",
            headers={"content-disposition": 'attachment; filename="answer.csv"'},
        )
    return render(
        request, "sql.html", status=400 if fault else 200, kept=False, asked=asked, text=text or EXAMPLE, found=found, fault=fault,
        seconds=SECONDS, most=ROWS,
    )  # fmt: skip


def _answer(site: Site, text: str) -> Answered:
    if len(text) > LONGEST:
        raise UsageError(f"is longer than {LONGEST} characters", "sql", "ask for less")
    if not TURNS.acquire(timeout=SECONDS):
        raise UsageError("others are asking", "sql", "ask again in a moment")
    try:
        return _query(site, text)
    finally:
        TURNS.release()


def _query(site: Site, text: str) -> Answered:
    """Ask as the user who is named for it, or else over the app's own file or database."""
    if not site.settings.sql_ledger:
        return site.ledger.query(text)
    with open_ledger(site.settings.sql_ledger, create=False) as asked:
        return asked.query(text)
