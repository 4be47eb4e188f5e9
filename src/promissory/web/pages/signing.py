"""Signing in with a token, and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from promissory.web import sessions
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)


@router.get("/signin", response_class=HTMLResponse)
def ask(request: Request) -> HTMLResponse:
    return render(request, "signin.html", wrong=False, after=_home(request, request.query_params.get("after", "")))


@router.post("/signin", response_class=HTMLResponse)
def sign_in(
    request: Request, site: Annotated[Site, Depends(site_of)], token: Annotated[str, Form()] = "", after: Annotated[str, Form()] = ""
) -> Response:
    if site.ledger.reviewer_of(token.strip()) is None:
        return render(request, "signin.html", status=403, wrong=True, after=_home(request, after))
    answer = RedirectResponse(_home(request, after), 303)
    sessions.begin(answer, token.strip(), secure=request.url.scheme == "https")
    return answer


@router.post("/signout")
def sign_out(request: Request, _: sessions.FromForm) -> Response:
    answer = RedirectResponse(request.scope.get("root_path", "") + "/", 303)
    sessions.end(answer)
    return answer


def _home(request: Request, after: str) -> str:
    """Where to go on: a path of this site, never another."""
    fine = after.startswith("/") and not after.startswith("//") and "\\" not in after and after.isprintable()
    return after if fine else request.scope.get("root_path", "") + "/review"
