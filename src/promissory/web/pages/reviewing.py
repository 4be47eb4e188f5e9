"""The review desk: the queue with the evidence beside it, and rulings by form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from promissory.analysis import review_queue
from promissory.errors import PromissoryError, UsageError
from promissory.ledger import Ledger
from promissory.ledger.editing import read_change
from promissory.packs import Pack
from promissory.web.asking import Asked
from promissory.web.pages.looking import Quote, quotes_of
from promissory.web.rendering import render, render_waiting
from promissory.web.sessions import FromForm
from promissory.web.site import Site, frozen, site_of

router = APIRouter(include_in_schema=False)
QUEUED = 100
ACTIONS = ("accept", "reject", "edit", "merge", "split", "note", "undo")


@router.get("/review", response_class=HTMLResponse)
def desk(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """The queue; for a signed-in reviewer with the entry at hand and the forms to rule on it."""
    asked = Asked.of(request)
    wanted = asked.filters(site.pack, ("kind", "actor", "item"))
    wanted.pop("as_of", None)
    found = site.answers.ask(line_up, frozen(wanted), now=not site.answers.large)
    if found is None:
        return render_waiting(request, asked)
    ruled, lined = found
    since = {key for row in site.ledger.decisions()[ruled:] if row["action"] != "note" for key in row["about"]}
    queue = [queued for queued in lined if queued["entry"] not in since]
    chosen = asked.one("entry") or (queue[0]["entry"] if queue else None)
    shown = _at_hand(site, chosen) if chosen else {}
    return render(request, "review.html", asked=asked, queue=queue, chosen=chosen, said=asked.one("said"), **shown)


@router.post("/review/{action}")
def rule(
    request: Request, site: Annotated[Site, Depends(site_of)], me: FromForm, action: str,
    about: Annotated[str, Form()], seen: Annotated[str, Form()] = "", reason: Annotated[str, Form()] = "",
    changes: Annotated[str, Form()] = "", others: Annotated[list[str], Form()] = [],  # noqa: B006
) -> Response:  # fmt: skip
    """Put a ruling on the record. One made since the page was opened is shown first: nobody overrules unawares."""
    _check_seen(site, about, seen, action)
    ids = [about, *(key for word in others for key in word.split())]
    change = (
        read_change(str(site.ledger.get(about)["kind"]), [line for line in changes.splitlines() if line.strip()])
        if action == "edit"
        else None
    )
    decision = site.ledger.decide(action, *ids, reviewer=me, reason=reason, change=change, pack=site.pack)
    home = request.scope.get("root_path", "")
    following = f"&entry={about}" if action in ("undo", "note", "edit") and about.startswith("e_") else ""
    return RedirectResponse(f"{home}/review?said={decision.action}+{decision.id}{following}", 303)


def line_up(ledger: Ledger, _pack: Pack, asked: tuple[tuple[str, Any], ...]) -> tuple[int, list[dict[str, Any]]]:
    """How many decisions there were, and the head of the queue; that of a large ledger is a while behind."""
    ruled = len(ledger.decisions())
    return ruled, [queued.to_record() for queued in review_queue(ledger, **dict(asked), limit=QUEUED)]


def last_ruling(site: Site, key: str) -> str:
    """The id of the last decision about an entry, by which a form knows what its reader had seen; empty for none."""
    ruled = site.ledger.decisions_on(key)
    return ruled[-1].id if len(ruled) else ""


def _check_seen(site: Site, about: str, seen: str, action: str) -> None:
    if action not in ACTIONS:
        raise UsageError(f"{action!r} is no decision", "review", f"one of {', '.join(ACTIONS)}")
    last = last_ruling(site, about) if about.startswith("e_") else seen
    if last != seen:
        ruling = site.ledger.get(last).record
        told = f"{ruling['reviewer']} ruled {ruling['action']!r} on it at {ruling['at'][:16]} while you read"
        raise Overtaken(told, about, "open it again: both rulings can stand")


class Overtaken(PromissoryError):
    """Another reviewer has ruled on the same entry meanwhile."""


def _at_hand(site: Site, key: str) -> dict[str, Any]:
    entry: Mapping[str, Any] = site.ledger.get(key).record
    quotes: dict[str, list[Quote]] = quotes_of(site.ledger, entry)
    findings = list(site.ledger.gather(entry["findings"]).values())
    decisions = site.ledger.decisions_on(entry["id"]).to_records()
    return {
        "entry": entry, "quotes": quotes, "findings": findings, "decisions": decisions,
        "seen": decisions[-1]["id"] if decisions else "",
    }  # fmt: skip
