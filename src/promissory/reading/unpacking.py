"""From a stream of bytes, whatever it is, to the documents in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gzip import BadGzipFile
from typing import BinaryIO

from promissory.errors import SourceError
from promissory.model import Document
from promissory.reading.composing import Draft, Facts, completed, compose
from promissory.reading.context import Context, Outcome
from promissory.reading.decoding import decode
from promissory.reading.formats import FORMATS, HOLDERS, IN_BULK
from promissory.reading.sniffing import sniff
from promissory.reading.streaming import ahead

SPLIT = "split it into its reports, give it as JSONL, or raise PROMISSORY_MAX_TEXT_BYTES"


def unpack(stream: BinaryIO, source: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """The documents and the faults of a stream; `hints` fill what a text does not say of itself. Raises nothing for its content."""
    try:
        head, stream = ahead(stream)
        if not head.strip():
            head, stream = ahead(stream, context.settings.max_text_bytes)
        if not head.strip(b"\xef\xbb\xbf \t\r\n"):
            raise SourceError("the file is empty", source, "nothing to read")
        format_ = sniff(head, source.removesuffix(".gz"))
        if format_ in HOLDERS:
            yield from HOLDERS[format_](stream, source, context, hints)
        else:
            draft_text = IN_BULK.get(format_, FORMATS[format_]) if context.bulk else FORMATS[format_]
            yield _document(_text_bytes(stream, source, context), draft_text, source, hints)
    except SourceError as fault:
        yield fault
    except BadGzipFile:
        raise  # told where it is unpacked
    except OSError as fault:
        yield SourceError(f"cannot be read: {fault.strerror or fault}", source, "check that it exists and may be read")


def _document(raw: bytes, draft_text: Callable[[str, str], Draft], source: str, hints: Facts) -> Document:
    decoded = decode(raw, dict(hints.extra).get("charset"))
    draft = completed(draft_text(decoded.text, source), hints)
    return compose(draft, source, lambda traced: traced.segments(raw, decoded.text, decoded.codec, decoded.offset) if traced.runs else ())


def _text_bytes(stream: BinaryIO, source: str, context: Context) -> bytes:
    limit = context.settings.max_text_bytes
    raw = stream.read(limit + 1)
    if len(raw) <= limit:
        return raw
    size = f"{stream.seek(0, 2):,}" if stream.seekable() else f"more than {limit:,}"
    raise SourceError(f"the text has {size} bytes, the limit for one text is {limit:,}", source, SPLIT)
