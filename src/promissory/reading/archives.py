"""ZIP and gzip: their members are read one after the other; nothing is ever unpacked to the disk under a member's name."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from promissory.errors import SourceError
from promissory.reading.composing import Facts
from promissory.reading.context import Context, Outcome
from promissory.reading.streaming import BROKEN, ahead, metered, seekable, told
from promissory.reading.warc import read_warc
from promissory.reading.word import read_word

#: A member only some kinds of ZIP file have → what the file is; DOCX is read, the others are not.
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "a spreadsheet", "ppt/presentation.xml": "a presentation"}


def read_zip(stream: BinaryIO, source: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """The documents of the members, named `ARCHIVE.zip!member`, in the order of the archive; or the one document of a DOCX file."""
    try:
        archive = zipfile.ZipFile(seekable(stream, context.limits.file_bytes, source))
    except BROKEN as fault:
        raise SourceError(f"a ZIP or office file that cannot be opened: {fault}", source, "it may be cut off: copy it again") from fault
    with archive:
        members = _members(archive, source, context)
        office = next((what for name, what in OFFICE.items() if name in archive.NameToInfo), None)
        if office == "docx":
            yield read_word(archive, source, hints)
        elif office:
            raise SourceError(f"{office}, which this version does not read", source, "save its texts as CSV or PDF")
        else:
            yield from _read_members(archive, members, source, context)


def read_gzip(stream: BinaryIO, source: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """What the packed file holds, under the source's own name."""
    head, stream = ahead(stream)
    if _opening(head).startswith(b"WARC/"):
        # packed record by record; its library unpacks it itself
        yield from read_warc(stream, source, context, hints)
        return
    packed = told(stream)
    with gzip.open(packed) as unpacking:
        inner = metered(cast(BinaryIO, unpacking), packed, context, source)
        yield from _guarded(context.member(inner, source, hints), source, "a gzip file")


def _opening(head: bytes) -> bytes:
    """The first unpacked bytes; none where the packed ones are broken, which reading them will tell."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
    except zlib.error:
        return b""


def _members(archive: zipfile.ZipFile, source: str, context: Context) -> list[zipfile.ZipInfo]:
    """The files of an archive; SourceError where there are none, too many, or where what they say of their sizes is a bomb's."""
    found = [member for member in archive.infolist() if not member.is_dir() and not _is_hidden(member.filename)]
    if not found:
        raise SourceError("a ZIP file without files", source, "nothing to read")
    if len(found) > context.limits.members:
        raise SourceError(f"a ZIP file of {len(found):,} members; the limit is {context.limits.members:,}", source, "split it")
    packed, unpacked = sum(member.compress_size for member in found), sum(member.file_size for member in found)
    # members that overlap share their packed bytes: no more of them can be true than the archive has
    context.budget.spend(unpacked, min(packed, archive.start_dir), unpacked, source)
    return found


def _read_members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], source: str, context: Context) -> Iterator[Outcome]:
    for member in members:
        where = f"{source}!{''.join(c if c.isprintable() else '�' for c in member.filename)}"
        if member.flag_bits & 1:
            yield SourceError("locked with a password", where, "unpack it yourself and give its files")
            continue
        yield from _guarded(_read_member(archive, member, where, context), where, "a member of the ZIP file")


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str, context: Context) -> Iterator[Outcome]:
    with archive.open(member) as unpacking:
        # not the member itself: seeking in a member unpacks it anew
        yield from context.member(told(cast(BinaryIO, unpacking)), where)


def _guarded(outcomes: Iterator[Outcome], where: str, what: str) -> Iterator[Outcome]:
    """The outcomes up to where the packed bytes break, and that fault."""
    try:
        yield from outcomes
    except BROKEN as fault:
        yield SourceError(f"{what} that is cut off or broken: {fault}", where, "copy it again")


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")
