"""What a register shows, as a file: the same rows under the same filters, all pages of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.responses import StreamingResponse

from promissory.ledger import FilterOptions
from promissory.model.claims import ALL_SLOTS
from promissory.publishing.lines import guarded
from promissory.web.asking import Asked
from promissory.web.site import Site

FORMATS: Mapping[str, str] = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
STEP = 500
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("id", "source", "url", "publisher", "title", "published", "language", "length", "near_copy_of", "grade"),
    "claims": ("id", "doc", "source", "reported", "kind", "status", "parties", *ALL_SLOTS, "evidence", "confidence"),
    "entries": ("id", "kind", "status", "parties", *ALL_SLOTS, "history", "claims", "independent_sources", "grade", "findings", "links"),
    "findings": ("id", "kind", "severity", "message", "about"),
}


def download(site: Site, noun: str, wanted: FilterOptions, asked: Asked, name: str) -> StreamingResponse:
    """The rows of a noun as CSV or JSON lines."""
    kind = str(asked.one("format"))
    newest = {"newest": asked.one("order") != "oldest"} if noun == "entries" else {}
    rows = _rows(site, noun, {**wanted, **newest})  # type: ignore[typeddict-item]
    lines = _csv(COLUMNS[noun], rows) if kind == "csv" else (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    day = f"-{asked.as_of}" if asked.as_of else ""
    return StreamingResponse(lines, media_type=FORMATS[kind], headers={"content-disposition": f'attachment; filename="{name}{day}.{kind}"'})


def _rows(site: Site, noun: str, wanted: FilterOptions) -> Iterator[dict[str, Any]]:
    """All rows, page by page; as of a day in one go, since every page would be computed from all."""
    if wanted.get("as_of"):
        yield from getattr(site.ledger, noun)(**wanted).to_records()
        return
    at = 0
    while page := getattr(site.ledger, noun)(**{**wanted, "limit": STEP, "offset": at}).to_records():
        yield from page
        at += STEP


def _csv(columns: tuple[str, ...], rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield _line(columns)
    for row in rows:
        yield _line([_cell(row.get(column)) for column in columns])


def _line(cells: Any) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow(cells)
    return held.getvalue()


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return guarded(text)
