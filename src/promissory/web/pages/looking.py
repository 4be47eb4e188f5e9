"""One thing in full: an entry, a document, a claim, a finding or a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from promissory.errors import UsageError
from promissory.ledger import Ledger
from promissory.model.claims import slot_name, slots_of
from promissory.web.asking import Asked
from promissory.web.marking import around, mark_text
from promissory.web.pictures import draw_line
from promissory.web.quoting import quoted
from promissory.web.rendering import render
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
Record = Mapping[str, Any]
#: Further links and sources are counted, not shown.
MOST = 60


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that prove something, with those around them, and where they stand."""

    before: str
    words: str
    after: str
    claim: Record
    document: Record


@router.get("/entry/{key}", response_class=HTMLResponse)
def entry(request: Request, key: str, site: Annotated[Site, Depends(site_of)]) -> Response:
    asked = Asked.of(request)
    record = _entry_then(site.ledger, kept(site.ledger, key, "entry"), asked.as_of)
    quotes = quotes_of(site.ledger, record)
    findings = list(site.ledger.gather(record["findings"]).values())
    (record,) = quoted(site.ledger, [record])
    return render(
        request, "entry.html", asked=asked, entry=record, quotes=quotes, findings=findings, slots=_slots(record),
        grounds=_grounds(record, quotes), links=_links(site.ledger, record), backlinks=_named(site.ledger, _linking(site.ledger, record)),
        decisions=site.ledger.decisions_on(record["id"]).to_records(), line=draw_line(record["history"]),
        sides=[_side(site.ledger, finding) for finding in findings if finding["kind"] == "contradiction"],
    )  # fmt: skip


@router.get("/document/{key}", response_class=HTMLResponse)
def document(request: Request, key: str, site: Annotated[Site, Depends(site_of)]) -> Response:
    asked = Asked.of(request)
    record = kept(site.ledger, key, "document")
    claims = site.ledger.claims_of_document(record["id"]).to_records()
    entries = {claim: row.record for row in site.ledger.entries_of_document(record["id"]) for claim in row["claims"]}
    findings = site.ledger.findings_of_document(record["id"]).to_records()
    return render(
        request, "document.html", asked=asked, document=record, claims=claims, entries=entries, findings=findings,
        paragraphs=mark_text(record["text"], claims), by_id={claim["id"]: claim for claim in claims}, slots_of=_slots,
    )  # fmt: skip


@router.get("/claim/{key}")
def claim(request: Request, key: str, site: Annotated[Site, Depends(site_of)]) -> Response:
    """A claim is shown where it stands: in its document."""
    record = kept(site.ledger, key, "claim")
    home = Asked.of(request).href(f"/document/{record['doc']}")
    return RedirectResponse(f"{request.scope.get('root_path', '')}{home}#{record['id']}", 303)


@router.get("/finding/{key}", response_class=HTMLResponse)
def finding(request: Request, key: str, site: Annotated[Site, Depends(site_of)]) -> Response:
    asked = Asked.of(request)
    record = kept(site.ledger, key, "finding")
    return render(request, "finding.html", asked=asked, finding=record, sides=_side(site.ledger, record))


@router.get("/go")
def go(request: Request, site: Annotated[Site, Depends(site_of)], key: str = "") -> Response:
    """The page of an id or its beginning."""
    row = site.ledger.get(key.strip())
    noun = "entry" if row.noun == "decision" else row.noun.removeprefix("reconciled ")
    home = Asked.of(request).href(f"/{noun}/{row['about'][0] if row.noun == 'decision' else row.id}")
    return RedirectResponse(f"{request.scope.get('root_path', '')}{home}", 303)


def kept(ledger: Ledger, key: str, noun: str) -> Record:
    """The record of an id; UsageError for one of another noun."""
    row = ledger.get(key)
    if row.noun.removeprefix("reconciled ") != noun:
        raise UsageError("no such id", key, f"it is a {row.noun}: /go?key={row.id} finds its page")
    return row.record


def _entry_then(ledger: Ledger, record: Record, as_of: str | None) -> Record:
    """An entry as it stood at the end of a day; UsageError where nothing had been reported of it."""
    if as_of is None:
        return record
    then = ledger.entry_as_of(record["id"], as_of)
    if then is None:
        raise UsageError("no such id", record["id"], f"nothing had been reported of it by {as_of}")
    return then.record


def quotes_of(ledger: Ledger, record: Record) -> dict[str, list[Quote]]:
    """Claim → its words in their documents."""
    keys = record["claims"][:MOST]
    claims = ledger.gather(keys)
    documents = ledger.gather(claim["doc"] for claim in claims.values())
    return {key: [_quote(claims[key], documents[claims[key]["doc"]], span) for span in claims[key]["evidence"]] for key in keys}


def _quote(claim: Record, document: Record, span: Record) -> Quote:
    return Quote(*around(document["text"], span), claim, document)


def _slots(record: Record) -> list[tuple[str, Any]]:
    """The filled slots of a record, roles first."""
    roles = [(role, ids) for role, ids in record["parties"].items() if ids]
    names = [slot_name(slot) for slot in slots_of(record["kind"])]
    return roles + [(name, record[name]) for name in names if record.get(name) not in (None, [], {})]


def _grounds(record: Record, quotes: Mapping[str, list[Quote]]) -> dict[str, str]:
    """Slot → the words that prove it, from the first claim that has the value the entry has."""
    found: dict[str, str] = {}
    for held in quotes.values():
        claim = held[0].claim
        for slot, ground in claim["grounds"].items():
            value = (record["parties"].get(slot), claim["parties"].get(slot)) if slot in record["parties"] else (
                record.get(slot), claim.get(slot)
            )  # fmt: skip
            if slot not in found and value[0] == value[1]:
                found[slot] = " ".join(ground["quote"].split())
    return found


def _links(ledger: Ledger, record: Record) -> list[tuple[str, Record]]:
    links = record["links"][:MOST]
    found = ledger.gather(link["entry"] for link in links)
    return _named(ledger, [(link["type"], found[link["entry"]]) for link in links])


def _linking(ledger: Ledger, record: Record) -> list[tuple[str, Record]]:
    return [*ledger.links_to(record["id"])[:MOST]]


def _named(ledger: Ledger, links: Sequence[tuple[str, Record]]) -> list[tuple[str, Record]]:
    return list(zip([type_ for type_, _ in links], quoted(ledger, [other for _, other in links]), strict=True))


def _side(ledger: Ledger, finding: Record) -> list[tuple[str, Record, Quote | None]]:
    """What a finding is about, side by side: noun, record, and its first words if it has any."""
    sides = []
    for key in finding["about"][:MOST]:
        row = ledger.get(key)
        keys = [key] if row.noun == "claim" else row.record.get("claims", [])[:1] if row.noun == "entry" else []
        quote = next(iter(quotes_of(ledger, {"claims": keys}).values()), [None])[0] if keys else None
        sides.append((row.noun, row.record, quote))
    return sides
