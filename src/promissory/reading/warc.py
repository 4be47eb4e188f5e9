"""WARC, packed or not: the pages of a web archive, one after the other, in memory that does not grow with the archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from promissory.errors import SourceError
from promissory.reading.composing import Facts
from promissory.reading.context import Context, Outcome
from promissory.reading.streaming import BROKEN, told

#: What a record may call its content to be read; records that say nothing are judged by their content.
READABLE = ("text/", "application/xhtml", "application/pdf", "application/json", "application/rss", "application/atom", "application/xml")
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: Kinds of text that are never a report.
STYLES = ("text/css", "text/javascript", "text/ecmascript", "text/x-")


def read_warc(stream: BinaryIO, source: str, context: Context, _hints: Facts) -> Iterator[Outcome]:
    """The documents of the responses that were found (status 200) and are texts, named `FILE.warc#RECORD-URL`.

    The date of the record is when the page was archived: metadata `archived`, no date of publication.
    An archive that is cut off gives all whole records, then SourceError.
    """
    count, context = 0, replace(context, bulk=True)
    for record in _records(stream if stream.seekable() else told(stream), source):
        count += 1
        if _wanted(record):
            yield from _read(record, source, context)
        elif record.reader.consume() < record.content_length:
            raise _cut_off(source)
    if not count:
        raise SourceError("a web archive without a whole record", source, "it may be cut off: copy it again")


def _records(stream: BinaryIO, source: str) -> Iterator[WarcRecord]:
    try:
        yield from ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.resource, auto_decode="all")
    except (*BROKEN, OSError) as fault:
        raise _cut_off(source, f": {fault}") from fault


def _cut_off(source: str, why: str = "") -> SourceError:
    return SourceError(f"the web archive is cut off or broken{why}", source, "copy it again; the whole records before are read")


def _wanted(record: WarcRecord) -> bool:
    """Whether a record may be a report, by its headers alone."""
    http = record.http_headers
    if http is not None and http.status_code != 200:
        return False
    kind = (record.http_content_type or ("" if http else record.headers.get("Content-Type")) or "").lower()
    return not kind or (kind.startswith((*READABLE, OFFICE)) and not kind.startswith(STYLES))


def _read(record: WarcRecord, source: str, context: Context) -> Iterator[Outcome]:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>") or str(record.record_id)
    where = f"{source}#{address}"
    limit = context.limits.file_bytes if (record.http_content_type or "").endswith(("pdf", "document")) else context.settings.max_text_bytes
    try:
        raw = record.reader.read(limit + 1)
    except OSError as fault:
        yield SourceError(f"a page whose packing cannot be undone: {fault}", where, "archive it again")
        return
    if len(raw) <= limit and len(raw) < record.content_length and not _is_packed(record):
        raise _cut_off(source)
    if raw.strip() and (context.gate is None or context.gate(raw, where)):
        yield from context.member(io.BytesIO(raw), where, _facts(record, address))


def _is_packed(record: WarcRecord) -> bool:
    """Whether the content's length in the archive is not the length of what is read."""
    headers = record.http_headers
    return headers is not None and any(headers.get(name) not in (None, "identity") for name in ("Content-Encoding", "Transfer-Encoding"))


def _facts(record: WarcRecord, address: str) -> Facts:
    extra = {"archived": record.headers.get("WARC-Date"), "charset": record.http_charset}
    return Facts(url=address, extra=tuple((name, value) for name, value in extra.items() if value))
