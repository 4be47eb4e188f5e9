"""Who asks: a reviewer by the token in a cookie or in the `Authorization` header, or a reader without one.

Nothing is kept on the server: the cookie holds the token, out of reach of scripts, and a form's key is derived from it.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Annotated

from fastapi import Depends, Form, HTTPException, Request
from starlette.responses import Response

from promissory.web.site import Site, site_of

COOKIE, BEARER = "promissory_session", "bearer "
DAY = 86_400


def token_of(request: Request) -> str | None:
    """The token that a request brings, if any."""
    header = request.headers.get("authorization", "")
    if header.lower().startswith(BEARER):
        return header[len(BEARER) :].strip() or None
    return request.cookies.get(COOKIE)


def reviewer(request: Request, site: Annotated[Site, Depends(site_of)]) -> str | None:
    """The reviewer who asks; None for a reader."""
    token = token_of(request)
    return site.ledger.reviewer_of(token) if token else None


def signed_in(found: Annotated[str | None, Depends(reviewer)]) -> str:
    """The reviewer who asks; 401 for anybody else."""
    if found is None:
        raise HTTPException(401, "only reviewers may do that: sign in with a token (promissory user add)")
    return found


def key_of(request: Request) -> str:
    """What a form of this session must bring back."""
    token = request.cookies.get(COOKIE, "")
    return hmac.new(token.encode(), b"promissory form", hashlib.sha256).hexdigest() if token else ""


def from_form(request: Request, name: Annotated[str, Depends(signed_in)], form_key: Annotated[str, Form()] = "") -> str:
    """The reviewer who sent a form; 403 for a form without the key of the session."""
    if not hmac.compare_digest(form_key.encode(), key_of(request).encode()):
        raise HTTPException(403, "the form is not of this session: open its page again")
    return name


def begin(answer: Response, token: str, *, secure: bool) -> None:
    """Put the session on an answer."""
    answer.set_cookie(COOKIE, token, max_age=30 * DAY, httponly=True, samesite="strict", secure=secure)


def end(answer: Response) -> None:
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")


SignedIn = Annotated[str, Depends(signed_in)]
FromForm = Annotated[str, Depends(from_form)]
