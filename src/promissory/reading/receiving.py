"""The body of an answer, within a limit: counted as it comes in, and again as it is unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping

from promissory.errors import SourceError

STEP = 1 << 16
GZIP_OR_ZLIB, BARE = 47, -15
CURE = "save it and name the file, or raise PROMISSORY_MAX_FETCH_BYTES"


def receive(parts: Iterable[bytes], headers: Mapping[str, str], limit: int, *, cut: bool = False) -> bytes:
    """The unpacked body of at most `limit` bytes; a longer one is a SourceError, or is cut there."""
    length = headers.get("content-length", "")
    if not cut and length.isdecimal() and int(length[:20]) > limit:
        raise SourceError(f"the answer has {int(length[:20]):,} bytes, the limit is {limit:,}", "", CURE)
    body = bytearray()
    for part in _unpacked(_counted(parts, limit, cut), headers.get("content-encoding", "")):
        body += part
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise SourceError(f"the answer unpacks to more than {limit:,} bytes", "", CURE)
    return bytes(body)


def _counted(parts: Iterable[bytes], limit: int, cut: bool) -> Iterator[bytes]:
    seen = 0
    for part in parts:
        seen += len(part)
        if seen > limit and not cut:
            raise SourceError(f"the answer has more than {limit:,} bytes", "", CURE)
        yield part
        if seen > limit:
            return


def _unpacked(parts: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    kind = encoding.strip().lower()
    if kind in ("", "identity"):
        yield from parts
    elif kind in ("gzip", "x-gzip", "deflate"):
        try:
            yield from _inflated(parts)
        except zlib.error as fault:
            raise SourceError(f"the answer is packed as {kind} and cannot be unpacked: {fault}") from fault
    else:
        raise SourceError(f"the answer is packed as {kind!r}, which was not asked for")


def _inflated(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The unpacked bytes in small steps, whatever the ratio; several gzip members follow one another."""
    decoder, begun = zlib.decompressobj(GZIP_OR_ZLIB), False
    for part in parts:
        while part:
            if not begun and part[0] & 0x0F != 8 and part[0] != 0x1F:
                decoder = zlib.decompressobj(BARE)  # "deflate" without its wrapping, as some servers send it
            begun = True
            yield decoder.decompress(part, STEP)
            part = decoder.unconsumed_tail
            if decoder.eof:
                part, decoder = decoder.unused_data.lstrip(b"\0"), zlib.decompressobj(GZIP_OR_ZLIB)
                begun = False
    if begun:
        yield decoder.flush(STEP)
        if not decoder.eof:
            raise zlib.error("it ends too early")
