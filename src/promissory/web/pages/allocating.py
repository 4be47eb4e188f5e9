"""Scarce supply against open needs: the tables can be edited, and the plan says why."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse

from promissory.analysis import open_needs, open_supply
from promissory.errors import PromissoryError
from promissory.web.asking import Asked
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
POLICY = "# what a unit is worth that comes after its day\nlate = 0.5\n"
MOST = 200


@router.get("/allocate", response_class=HTMLResponse)
def ask(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    """The open needs and promises of the ledger as the tables to begin with."""
    asked = Asked.of(request)
    needs = open_needs(site.ledger, as_of=asked.as_of, most=MOST)
    supply = open_supply(site.ledger, site.pack, as_of=asked.as_of, most=MOST)
    return render(request, "allocate.html", asked=asked, needs=needs, supply=supply, policy=POLICY, plan=None, fault=None)


@router.post("/allocate", response_class=HTMLResponse)
def plan(
    request: Request, site: Annotated[Site, Depends(site_of)],
    needs: Annotated[str, Form(max_length=500_000)] = "", supply: Annotated[str, Form(max_length=500_000)] = "",
    policy: Annotated[str, Form(max_length=50_000)] = "",
) -> HTMLResponse:  # fmt: skip
    """The plan for the tables as they were sent; a fault names the row."""
    found, fault = None, None
    try:
        found = _plan(site, needs, supply, policy)
    except PromissoryError as wrong:
        fault = wrong
    status = 400 if fault else 200
    return render(request, "allocate.html", status=status, needs=needs, supply=supply, policy=policy, plan=found, fault=fault)


def _plan(site: Site, needs: str, supply: str, policy: str) -> Any:
    from promissory.allocation import allocate, needs_in, policy_in, supply_in

    parents = {item.id: item.parent for item in site.pack.items}
    return allocate(needs_in(_plain(needs), "needs"), supply_in(_plain(supply), "supply"), policy_in(_plain(policy), "policy"), parents)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")
