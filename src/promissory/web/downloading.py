"""What a register shows, as a file: the same rows under the same filters, all pages of them, as the command line lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from starlette.responses import StreamingResponse

from promissory.analysis.registers import REGISTERS, columns_of, register
from promissory.ledger import FilterOptions
from promissory.publishing.listings import FIELDS, csv_lines, json_lines
from promissory.web.asking import Asked
from promissory.web.site import Site

FORMATS: Mapping[str, str] = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
STEP = 500


def download(site: Site, name: str, noun: str, wanted: FilterOptions, asked: Asked) -> StreamingResponse:
    """The rows of a register by its name, or of a noun, as CSV or JSON lines."""
    kind = str(asked.one("format"))
    if noun == "entries":
        wanted = cast(FilterOptions, {**wanted, "newest": asked.one("order") != "oldest"})
    fields = columns_of(name) if name in REGISTERS else FIELDS[noun]
    rows = _rows(site, name, noun, wanted)
    lines = csv_lines(fields, rows) if kind == "csv" else json_lines(rows)
    day = f"-{asked.as_of}" if asked.as_of else ""
    return StreamingResponse(lines, media_type=FORMATS[kind], headers={"content-disposition": f'attachment; filename="{name}{day}.{kind}"'})


def _rows(site: Site, name: str, noun: str, wanted: FilterOptions) -> Iterator[dict[str, Any]]:
    """All rows, page by page; as of a day in one go, since every page would be computed from all."""
    if wanted.get("as_of"):
        yield from _page(site, name, noun, wanted)
        return
    at = 0
    while page := [*_page(site, name, noun, cast(FilterOptions, {**wanted, "limit": STEP, "offset": at}))]:
        yield from page
        at += STEP


def _page(site: Site, name: str, noun: str, wanted: FilterOptions) -> Iterable[dict[str, Any]]:
    if name in REGISTERS:
        return [line.to_record() for line in register(site.ledger, name, pack=site.pack, **wanted).lines]
    return cast(list[dict[str, Any]], getattr(site.ledger, noun)(**wanted).to_records())
