"""JSONL: one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from promissory.errors import SourceError
from promissory.reading.composing import Facts
from promissory.reading.context import Context, Outcome
from promissory.reading.records import read_record
from promissory.reading.streaming import lines


def read_jsonl(stream: BinaryIO, source: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """The document, or the fault, of every line that is not empty: `FILE#id`, or `FILE#L3` for the third line."""
    limit = context.settings.max_text_bytes
    for number, line in enumerate(lines(stream, limit), start=1):
        where = f"{source}#L{number}"
        try:
            if line is None:
                what = f"the line is longer than the limit of {limit:,} bytes for one text"
                raise SourceError(what, where, "split the text or raise PROMISSORY_MAX_TEXT_BYTES")
            if line.strip():
                yield read_record(_record(line, where), source, where, "jsonl", hints)
        except SourceError as fault:
            yield fault


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as fault:
        raise SourceError(f"the line is no JSON: {fault}", where, "write one JSON object a line") from fault
    if not isinstance(record, dict):
        raise SourceError("the line is no JSON object", where, 'write {"id": …, "text": …}')
    return record
