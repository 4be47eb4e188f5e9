"""Scarce supply against open needs: the tables can be edited, and the plan says why."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse

from promissory.errors import PromissoryError
from promissory.web.asking import Asked
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
NEEDS = "id,item,count,weight,by,for,use,substitutes\n"
SUPPLY = "id,item,count,from,available,not_for\n"
POLICY = "# what a unit is worth that comes after its day\nlate = 0.5\n"
MOST = 200


@router.get("/allocate", response_class=HTMLResponse)
def ask(request: Request, site: Annotated[Site, Depends(site_of)]) -> HTMLResponse:
    """The open needs and promises of the ledger as the tables to begin with."""
    asked = Asked.of(request)
    needs, supply = _needs(site, asked.as_of), _supply(site, asked.as_of)
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


def _needs(site: Site, as_of: str | None) -> str:
    """Open needs with a stated number, one line each; urgent ones weigh double."""
    lines = []
    for row in site.ledger.entries(kind="need", status=("stated", "requested"), as_of=as_of, newest=True, limit=MOST):
        for lot in row["items"] or ():
            if lot["count"]:
                by = row["by"] if row["by"] and len(row["by"]) == 10 else ""
                lines.append(f"{row.id[:10]}-{lot['item']},{lot['item']},{lot['count']},{2 if row['urgent'] else 1},{by},{_group(row)},,\n")
    return NEEDS + "".join(lines)


def _group(row: Any) -> str:
    return next(iter(row["topics"] or ()), "")


def _supply(site: Site, as_of: str | None) -> str:
    """Promises with a stated number that no report says have arrived, one line each."""
    lines = []
    stages = ("pledged", "committed", "allocated", "contracted")
    for row in site.ledger.entries(kind="commitment", status=stages, as_of=as_of, newest=True, limit=MOST):
        for lot in row["items"] or ():
            if lot["count"]:
                donor = "+".join(row["parties"].get("donor", ()))
                lines.append(f"{row.id[:10]}-{lot['item']},{lot['item']},{lot['count']},{donor},,\n")
    return SUPPLY + "".join(lines)
