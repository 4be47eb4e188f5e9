"""From what the user names to documents: files, folders, globs and standard input, one fault stopping nothing else."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import BinaryIO

from promissory.errors import SourceError
from promissory.model import Document
from promissory.packs import Pack, load_pack
from promissory.reading.addresses import fetch_into
from promissory.reading.composing import Facts, dated
from promissory.reading.context import Budget, Context, Fetch, Limits, Outcome, PageGate
from promissory.reading.dating import infer_published
from promissory.reading.fetching import fetch as fetch_address
from promissory.reading.paging import PageReader
from promissory.reading.unpacking import unpack
from promissory.settings import Settings

STANDARD_INPUT = "-"
#: A file that names, by patterns, what of its folder is no report.
IGNORE = ".promissoryignore"
ADDRESS = ("http://", "https://")


def read(
    source: str | os.PathLike[str],
    *,
    pack: Pack | None = None,
    settings: Settings | None = None,
    on_fault: Callable[[SourceError], object] | None = None,
    fetch: Fetch | None = fetch_address,
    limits: Limits | None = None,
    gate: PageGate | None = None,
    stream: BinaryIO | None = None,
) -> Iterator[Document]:
    """The documents of a file, a folder, a glob, an address or `-` (standard input), in a fixed order.

    What a file is, its content says: text, Markdown, HTML, MHTML, mail, PDF, DOCX, JSONL, CSV, RSS and Atom, lists of addresses,
    sitemaps, WARC, and ZIP or gzip of any of these. Addresses are read with `fetch`; where it is None each is a fault.
    `Document.source` is the path or the address, and for a part of a file

    - `FILE#id` for a record of JSONL or CSV (`FILE#L3` its third line, `FILE#R3` its third row, where it has no id),
    - `FEED#entry-id` for an entry of a feed, `FILE.warc#RECORD-URL` for a page of a web archive,
    - `ARCHIVE.zip!member` for a member of a ZIP file, `MAIL.eml!attachment` for an attachment, nested ones chained
      (`week.zip!feeds/a.xml#https://…`); a gzip file is named as it is, and a page of a list of addresses by its address.

    What cannot be read goes to `on_fault`, and the rest is read. Without `on_fault` the rest is read all the same, and at the end
    SourceError is raised: the fault itself if it is the only one, else one that counts them and names the first.
    `gate` passes over pages of web archives that are not worth reading. `stream` is what the source holds, where it is no file here.
    An undated document is dated by `pack` (by default the pack of `settings`) where its text allows it.
    """
    settings = settings or Settings()
    faults: list[SourceError] = []
    limits = limits or Limits()
    with closing(PageReader(limits)) as pages:
        context = Context(settings, unpack, pages, fetch, limits, Budget(limits), gate=gate)
        named = os.fspath(source)
        for outcome in unpack(stream, named, context, Facts()) if stream else _outcomes(named, context):
            if isinstance(outcome, Document):
                yield outcome if outcome.published else dated(outcome, infer_published(outcome.text, pack or load_pack(settings.pack)))
            else:
                (on_fault or faults.append)(outcome)
    if faults:
        raise _joined(faults, os.fspath(source))


def files_of(source: str) -> list[str]:
    """The files of a file, folder or glob here, in the order in which `read` reads them; SourceError where there are none."""
    paths = _paths(source)
    for path in paths:
        if isinstance(path, SourceError):
            raise path
    if not paths:
        raise SourceError("no readable file in this folder", source, "name a folder with reports or web archives")
    return [path for path in paths if isinstance(path, str)]


def _joined(faults: list[SourceError], source: str) -> SourceError:
    return faults[0] if len(faults) == 1 else SourceError(f"{len(faults)} parts could not be read, the first: {faults[0]}", source)


def _outcomes(source: str, context: Context) -> Iterator[Outcome]:
    if source.lower().startswith(ADDRESS):
        yield from fetch_into(source, context, Facts())
        return
    try:
        paths = _paths(source)
    except SourceError as fault:
        yield fault
        return
    found = False
    for path in paths:
        for outcome in _opened(path, context) if isinstance(path, str) else (path,):
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
        raise SourceError("only addresses of http and https can be fetched", source, "save the page and name the file")
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
        passed = _passed_over(parent) if IGNORE in files else ()
        found += (os.path.join(parent, name) for name in files if not name.startswith(".") and not any(fnmatch(name, p) for p in passed))
    return [*sorted(found, key=lambda path: Path(path).parts), *closed]


def _passed_over(folder: str) -> tuple[str, ...]:
    """The patterns of names that a folder says are no reports; none where that cannot be read."""
    try:
        lines = Path(folder, IGNORE).read_text("utf-8").splitlines()
    except (OSError, UnicodeError):
        return ()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _system_fault(fault: OSError, where: str) -> SourceError:
    return SourceError(f"cannot be read: {fault.strerror or fault}", where, "check that it exists and may be read")


def _opened(path: str, context: Context) -> Iterator[Outcome]:
    """The outcomes of one file, faults of the system among them; each has a budget of its own."""
    context = replace(context, budget=Budget(context.limits))
    if path == STANDARD_INPUT:
        yield from context.unpack(sys.stdin.buffer, path, context, Facts())
    elif not os.path.isfile(path):
        yield SourceError("not a regular file", path, "name a file, a folder or a pattern")
    else:
        try:
            stream = open(path, "rb")  # noqa: SIM115
        except OSError as fault:
            yield _system_fault(fault, path)
            return
        with stream:
            yield from context.unpack(stream, path, context, Facts())
