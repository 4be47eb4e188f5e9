"""Streams: looking ahead without losing anything, reading up to a limit, counting what is unpacked."""

from __future__ import annotations

import gzip
import io
import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from promissory.errors import SourceError
from promissory.reading.context import Context

HEAD_BYTES = 65_536
#: What packed bytes that are cut off or broken raise, and methods that this Python cannot unpack.
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, ValueError)
#: A spooled stream larger than this waits on disk, not in memory.
SPOOLED_IN_MEMORY = 8_000_000


class _Chained(io.RawIOBase):
    """Some bytes that were read already, then the rest of the stream they came from."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


class _Metered(io.RawIOBase):
    """An unpacking stream whose bytes are paid for from the budget of the source."""

    def __init__(self, unpacking: BinaryIO, packed: BinaryIO, context: Context, where: str) -> None:
        self._unpacking, self._packed, self._context, self._where = unpacking, packed, context, where
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._unpacking.read(len(buffer))
        self._read += len(part)
        self._context.budget.spend(len(part), self._packed.tell(), self._read, self._where)
        buffer[: len(part)] = part
        return len(part)


class _Told(io.RawIOBase):
    """A stream that only goes forward and can say how far it is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._stream.read(len(buffer))
        self._at += len(part)
        buffer[: len(part)] = part
        return len(part)

    def tell(self) -> int:
        return self._at


def told(stream: BinaryIO) -> BinaryIO:
    """The stream, which cannot be sought in, with its place told; nor can this be sought in, whatever the original offers."""
    return cast(BinaryIO, _Told(stream))


def ahead(stream: BinaryIO, size: int = HEAD_BYTES) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, up to `size`, and a stream that begins with them."""
    head = _filled(stream, size)
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    return head, cast(BinaryIO, io.BufferedReader(_Chained(head, stream), HEAD_BYTES))


def read_whole(stream: BinaryIO, limit: int, where: str, cure: str) -> bytes:
    """All bytes that are left; SourceError if they are more than `limit`."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise SourceError(f"it has more than {limit:,} bytes, the limit for one file or text", where, cure)
    return raw


def metered(unpacking: BinaryIO, packed: BinaryIO, context: Context, where: str) -> BinaryIO:
    """The unpacking stream, counted; SourceError while reading where it proves to be a bomb. `packed` tells the bytes used up."""
    return cast(BinaryIO, io.BufferedReader(_Metered(unpacking, packed, context, where), HEAD_BYTES))


def seekable(stream: BinaryIO, limit: int, where: str) -> BinaryIO:
    """The stream itself, or a copy of at most `limit` bytes of it that can be read in any order."""
    if stream.seekable():
        return stream
    spool = tempfile.SpooledTemporaryFile(SPOOLED_IN_MEMORY)  # noqa: SIM115
    copied = 0
    while part := stream.read(1 << 20):
        copied += len(part)
        if copied > limit:
            raise SourceError(f"an archive of more than {limit:,} bytes inside a stream", where, "save it to a file and name the file")
        spool.write(part)
    spool.seek(0)
    return cast(BinaryIO, spool)


def lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; None for a line of more than `limit` bytes, which is not kept."""
    while part := stream.readline(limit + 1):
        if len(part.rstrip(b"\n")) <= limit:
            yield part.rstrip(b"\n")
            continue
        yield None
        while part and not part.endswith(b"\n"):
            part = stream.readline(HEAD_BYTES)


def _filled(stream: BinaryIO, size: int) -> bytes:
    """Up to `size` bytes: less only at the end, though a pipe gives less at a time."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
