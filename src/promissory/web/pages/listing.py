"""The registers: entries by kind, claims, documents and findings, with facets, paging and downloads of what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from promissory.analysis.registers import line_of
from promissory.analysis.registers.columns import COLUMNS
from promissory.analysis.registers.context import Context
from promissory.ledger import FilterOptions, Ledger
from promissory.model import KINDS
from promissory.packs import Pack
from promissory.web.asking import Asked
from promissory.web.downloading import FORMATS, download
from promissory.web.quoting import quoted
from promissory.web.rendering import plural, render
from promissory.web.site import Site, frozen, site_of
from promissory.web.wording import Wording

router = APIRouter(include_in_schema=False)
NOUNS = ("entries", "claims", "documents", "findings")
#: The address of each kind's register.
REGISTERS: Mapping[str, str] = {"posts" if kind == "tenure" else plural(kind): kind for kind in KINDS}
FACETS = ("kind", "status", "actor", "item", "topic")
SHOWN = 12
#: Columns that a page shows before the others of its register, as a narrow screen has no room for all.
FIRST: Mapping[str, tuple[str, ...]] = {"agreements": ("partner", "count", "signed", "place", "term", "framework")}


@dataclass(frozen=True, slots=True)
class Register:
    """A page of a register: its rows, whether more follow, and how many entries each value of a facet has (None: not counted yet)."""

    noun: str
    kind: str | None
    rows: tuple[Mapping[str, Any], ...]
    more: bool
    facets: Mapping[str, Mapping[str, int]] | None


@router.get("/{name}", response_class=HTMLResponse)
def register(request: Request, name: str, site: Annotated[Site, Depends(site_of)]) -> Response:
    """A register by its name: entries, claims, documents, findings, or the entries of a kind."""
    if name not in NOUNS and name not in REGISTERS:
        return render(request, "error.html", status=404, status_code=404, fault=None)
    asked = Asked.of(request)
    kind = REGISTERS.get(name)
    noun = "entries" if kind else name
    wanted: FilterOptions = asked.filters(site.pack)
    if kind:
        wanted["kind"] = (kind,)
    if asked.one("format") in FORMATS:
        return download(site, name, noun, wanted, asked)
    shown = _page(site, noun, kind, wanted, asked)
    cells = _cells(site, shown.rows, asked.as_of) if kind else {}
    ordered = (*FIRST.get(name, ()), *(column for column in COLUMNS.get(kind or "", ()) if column not in FIRST.get(name, ())))
    columns = [column for column in ordered if any(row[column] for row in cells.values())]
    return render(
        request, "register.html", kept=shown.facets is not None, asked=asked, shown=shown, name=name, columns=columns, cells=cells
    )


def _cells(site: Site, rows: Iterable[Mapping[str, Any]], as_of: str | None) -> dict[str, dict[str, str]]:
    """Entry → the cells of its register in words. A column that is empty all down a page is left out."""
    words, context = Wording(site.pack), Context(site.ledger, site.pack, as_of)
    return {row["id"]: {name: words.column(name, cell) for name, cell in line_of(row, context).cells.items()} for row in rows}


def _page(site: Site, noun: str, kind: str | None, wanted: FilterOptions, asked: Asked) -> Register:
    page = asked.paged(wanted)
    if noun != "entries":
        del page["newest"]
    rows = _listed(site, noun, page)
    shown, more = rows[: asked.limit], len(rows) > asked.limit
    if noun != "entries":
        return Register(noun, kind, tuple(shown), more, {})
    return Register(noun, kind, tuple(quoted(site.ledger, shown)), more, _facets(site, kind, wanted))


def _listed(site: Site, noun: str, page: FilterOptions) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = getattr(site.ledger, noun)(**page).to_records()
    return records


def _facets(site: Site, kind: str | None, wanted: FilterOptions) -> dict[str, dict[str, int]] | None:
    return cast(dict[str, dict[str, int]] | None, site.answers.ask(count_facets, kind, frozen(wanted)))


def count_facets(ledger: Ledger, _pack: Pack, kind: str | None, asked: tuple[tuple[str, Any], ...]) -> dict[str, dict[str, int]]:
    """Facet → value → how many entries there would be, had this facet not been asked for."""
    counted = {}
    for facet in FACETS:
        if facet != "kind" or not kind:
            others = cast(FilterOptions, {name: value for name, value in asked if name != facet or (name == "kind" and kind)})
            counted[facet] = ledger.count(facet, most=SHOWN, **others)
    return counted
