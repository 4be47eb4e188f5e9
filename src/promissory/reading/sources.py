"""From what the user names to documents: files, folders, globs and standard input, one fault stopping nothing else."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from promissory.errors import SourceError
from promissory.model import Document
from promissory.packs import Pack, load_pack
from promissory.reading.composing import compose, dated
from promissory.reading.dating import infer_published
from promissory.reading.decoding import decode
from promissory.reading.formats import FORMATS
from promissory.reading.jsonl import read_lines
from promissory.reading.sniffing import sniff
from promissory.settings import Settings

STANDARD_INPUT = "-"
HEAD_BYTES = 65_536


def read(
    source: str | os.PathLike[str],
    *,
    pack: Pack | None = None,
    settings: Settings | None = None,
    on_fault: Callable[[SourceError], object] | None = None,
) -> Iterator[Document]:
    """The documents of a file, a folder, a glob or `-` (standard input), in a fixed order.

    What cannot be read goes to `on_fault`, and the rest is read. Without `on_fault` the rest is read all the same, and at the end
    SourceError is raised: the fault itself if it is the only one, else one that counts them and names the first.
    An undated document is dated by `pack` (by default the pack of `settings`) where its text allows it.
    """
    settings = settings or Settings()
    faults: list[SourceError] = []
    for outcome in _outcomes(os.fspath(source), settings):
        if isinstance(outcome, Document):
            yield outcome if outcome.published else dated(outcome, infer_published(outcome.text, pack or load_pack(settings.pack)))
        else:
            (on_fault or faults.append)(outcome)
    if faults:
        raise _joined(faults, os.fspath(source))


def _joined(faults: list[SourceError], source: str) -> SourceError:
    return faults[0] if len(faults) == 1 else SourceError(f"{len(faults)} parts could not be read, the first: {faults[0]}", source)


def _outcomes(source: str, settings: Settings) -> Iterator[Document | SourceError]:
    try:
        paths = _paths(source)
    except SourceError as fault:
        yield fault
        return
    found = False
    for path in paths:
        for outcome in _guarded(path, settings) if isinstance(path, str) else (path,):
            found = found or isinstance(outcome, Document)
            yield outcome
    if not found and source != STANDARD_INPUT and os.path.isdir(source):
        yield SourceError("no readable file in this folder", source, "name a folder with texts, Markdown, HTML or JSONL")


def _paths(source: str) -> list[str | SourceError]:
    """The files a source stands for, sorted, and the folders in it that cannot be listed; hidden ones are passed over."""
    if source == STANDARD_INPUT or os.path.isfile(source):
        return [source]
    if os.path.isdir(source):
        return _members(source)
    if "\0" in source:
        raise SourceError("a name cannot hold a NUL character", source, "check the spelling")
    if "://" in source:
        raise SourceError("addresses are not fetched by this version", source, "save the page and name the file")
    # a name such as report[1].txt may be a file that is not there as well as a pattern that matches nothing
    if matched := sorted(path for path in glob.glob(source, recursive=True) if os.path.exists(path)):
        return list(dict.fromkeys(member for path in matched for member in (_members(path) if os.path.isdir(path) else [path])))
    if os.path.lexists(source):
        raise SourceError("not a file or a folder", source, "name a file, a folder or a pattern")
    what = "no file matches this pattern" if glob.has_magic(source) else "no such file or folder"
    raise SourceError(what, source, "check the spelling and the working folder")


def _members(folder: str) -> list[str | SourceError]:
    found: list[str] = []
    closed: list[SourceError] = []
    for parent, folders, files in os.walk(folder, onerror=lambda fault: closed.append(_system_fault(fault, str(fault.filename)))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (os.path.join(parent, name) for name in files if not name.startswith("."))
    return [*sorted(found, key=lambda path: Path(path).parts), *closed]


def _system_fault(fault: OSError, where: str) -> SourceError:
    return SourceError(f"cannot be read: {fault.strerror or fault}", where, "check that it exists and may be read")


def _guarded(path: str, settings: Settings) -> Iterator[Document | SourceError]:
    """The outcomes of one file, faults of the system among them."""
    try:
        if path == STANDARD_INPUT:
            yield from _stream(sys.stdin.buffer, path, settings)
        elif os.path.isfile(path):
            with open(path, "rb") as stream:
                yield from _stream(stream, path, settings)
        else:
            yield SourceError("not a regular file", path, "name a file, a folder or a pattern")
    except SourceError as fault:
        yield fault
    except OSError as fault:
        yield _system_fault(fault, path)


def _stream(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Document | SourceError]:
    head = stream.read(HEAD_BYTES)
    if not head.strip():
        head += stream.read(settings.max_text_bytes)
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise SourceError("the file is empty", source, "nothing to read")
    format_ = sniff(head, source)
    if format_ == "jsonl":
        yield from read_lines(_lines(stream, head, settings.max_text_bytes), source, settings.max_text_bytes)
        return
    raw = head + stream.read(max(0, settings.max_text_bytes + 1 - len(head)))
    if len(raw) > settings.max_text_bytes:
        raise _too_big(stream, source, len(raw), settings.max_text_bytes)
    yield _document(raw, format_, source)


def _document(raw: bytes, format_: str, source: str) -> Document:
    decoded = decode(raw)
    draft = FORMATS[format_](decoded.text, source)
    return compose(draft, source, lambda traced: traced.segments(raw, decoded.text, decoded.codec, decoded.offset) if traced.runs else ())


def _too_big(stream: BinaryIO, source: str, seen: int, limit: int) -> SourceError:
    size = f"{os.fstat(stream.fileno()).st_size:,}" if source != STANDARD_INPUT else f"more than {seen - 1:,}"
    return SourceError(
        f"the text has {size} bytes, the limit for one text is {limit:,}", source,
        "split it into its reports, give it as JSONL, or raise PROMISSORY_MAX_TEXT_BYTES",
    )  # fmt: skip


def _lines(stream: BinaryIO, head: bytes, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream of which `head` is read already; None for a line of more than `limit` bytes, which is not kept."""
    *whole, rest = head.split(b"\n")
    yield from (line if len(line) <= limit else None for line in whole)
    while True:
        room = max(1, limit + 1 - len(rest))
        part = stream.readline(room)
        rest += part
        if len(rest.rstrip(b"\n")) > limit:
            yield None
            _skip_line(stream, part)
        elif rest or part:
            yield rest.rstrip(b"\n")
        if not part:
            return
        rest = b""


def _skip_line(stream: BinaryIO, part: bytes) -> None:
    """Read on to the end of the line without keeping it."""
    while part and not part.endswith(b"\n"):
        part = stream.readline(HEAD_BYTES)
