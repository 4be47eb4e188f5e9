"""For feed readers and for those who keep the app running: changes as Atom, health, readiness."""

from __future__ import annotations

from typing import Annotated
from xml.etree import ElementTree

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from promissory.ledger import Ledger
from promissory.ledger.days import interval
from promissory.packs import Pack
from promissory.web.site import Site, site_of
from promissory.web.wording import Record, Wording

router = APIRouter(include_in_schema=False)
ATOM = "http://www.w3.org/2005/Atom"
DOCUMENTS, CHANGES = 40, 50


@router.get("/feed.atom")
def feed(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """The entries that the newest reports speak of."""
    body = site.answers.ask(make_feed, str(request.base_url), now=True)
    return Response(body, media_type="application/atom+xml")


@router.get("/healthz")
def health() -> Response:
    """The process answers."""
    return PlainTextResponse("ok")


@router.get("/readyz")
def ready(site: Annotated[Site, Depends(site_of)]) -> Response:
    """The ledger answers too."""
    return JSONResponse({"ledger": site.ledger.version()})


def make_feed(ledger: Ledger, pack: Pack, base: str) -> bytes:
    """The feed at an address."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    _add(root, "title", "Promissory: what is new in the ledger")
    _add(root, "id", base)
    ElementTree.SubElement(root, f"{{{ATOM}}}link", {"rel": "self", "href": f"{base}feed.atom"})
    newest = ledger.newest_documents(DOCUMENTS)
    _add(root, "updated", _moment(newest[0]["published"]["value"] if len(newest) else None))
    seen: set[str] = set()
    for document in newest:
        for row in ledger.entries_of_document(document.id):
            if row.id not in seen and len(seen) < CHANGES:
                seen.add(row.id)
                _entry(root, pack, row.record, document.record, base)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ElementTree.Element, pack: Pack, record: Record, document: Record, base: str) -> None:
    entry = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
    _add(entry, "title", f"{record['kind']} {record['status']}: {Wording(pack).title(record)}")
    _add(entry, "id", f"{base}entry/{record['id']}")
    ElementTree.SubElement(entry, f"{{{ATOM}}}link", {"href": f"{base}entry/{record['id']}"})
    _add(entry, "updated", _moment(document["published"]["value"] if document["published"] else None))
    _add(ElementTree.SubElement(entry, f"{{{ATOM}}}author"), "name", document["publisher"] or document["source"])


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = "".join(c for c in text if c.isprintable())


def _moment(day: str | None) -> str:
    """The last day of a date as Atom writes moments; the epoch for none."""
    found = interval(day)
    return f"{found[1]}T00:00:00Z" if found else "1970-01-01T00:00:00Z"
