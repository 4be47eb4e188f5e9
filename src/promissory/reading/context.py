"""What every reader of a format is given: settings, limits, how to read what it holds, and how to fetch an address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Protocol

from promissory.errors import SourceError
from promissory.model import Document
from promissory.reading.composing import Facts
from promissory.settings import Settings

#: What reading gives for each text: the document, or why there is none.
Outcome = Document | SourceError


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` as asked for, `final_url` after redirections, header names in lower case."""

    url: str
    final_url: str
    content: bytes
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


#: Whether the raw bytes of a page of a web archive, found at an address, are worth reading.
PageGate = Callable[[bytes, str], bool]
#: Fetches one address; SourceError where it cannot.
Fetch = Callable[[str, Settings], Fetched]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far hostile input is followed.

    `file_bytes` for one PDF or office file, `depth` of archives in archives, `members` of one archive, `unpacked_bytes` of all
    archives of a source together, `ratio` of unpacked to packed size (judged from `ratio_from` unpacked bytes on),
    `page_seconds` for one page of a PDF and `file_seconds` for all, `addresses` of one list.
    """

    file_bytes: int = 200_000_000
    depth: int = 4
    members: int = 100_000
    unpacked_bytes: int = 20_000_000_000
    ratio: int = 200
    ratio_from: int = 20_000_000
    page_seconds: float = 10.0
    file_seconds: float = 120.0
    addresses: int = 50_000


class Budget:
    """What is left to unpack in one source; shared by all archives inside it."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._left = limits, limits.unpacked_bytes

    def spend(self, unpacked: int, packed_bytes: int, all_unpacked: int, where: str) -> None:
        """Take `unpacked` bytes; SourceError if too many, or if `all_unpacked` bytes from `packed_bytes` can only be a bomb."""
        self._left -= unpacked
        if self._left < 0:
            what = f"it unpacks to more than {self._limits.unpacked_bytes:,} bytes"
            raise SourceError(what, where, "unpack it yourself and give its files")
        if all_unpacked > self._limits.ratio_from and all_unpacked > self._limits.ratio * max(packed_bytes, 1):
            what = f"it unpacks to more than {self._limits.ratio} times its size: a ZIP bomb, or no reports"
            raise SourceError(what, where, "unpack it yourself and give its files")


class ReadPages(Protocol):
    """The pages of a PDF: for each page its lines; SourceError where there are none."""

    def __call__(self, raw: bytes, where: str, /) -> tuple[list[list[Line]], dict[str, str]]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page as printed, with its box in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


class Unpack(Protocol):
    """Reads what an archive, a mail or a list holds, whatever its format."""

    def __call__(self, stream: BinaryIO, source: str, context: Context, hints: Facts, /) -> Iterator[Outcome]: ...


@dataclass(frozen=True, slots=True)
class Context:
    """One reading under way. `fetch` is None where addresses cannot be fetched."""

    settings: Settings
    unpack: Unpack
    pages: ReadPages
    fetch: Fetch | None = None
    limits: Limits = field(default_factory=Limits)
    budget: Budget = field(default_factory=lambda: Budget(Limits()))
    depth: int = 0
    #: Whether pages are so many that the fast reader takes them: in web archives.
    bulk: bool = False
    #: Pages of web archives that are not worth reading are passed over.
    gate: PageGate | None = None

    def member(self, stream: BinaryIO, source: str, hints: Facts | None = None) -> Iterator[Outcome]:
        """The outcomes of something inside a source, one level deeper; a fault of it is an outcome."""
        if self.depth >= self.limits.depth:
            yield SourceError(f"archives nested more than {self.limits.depth} deep", source, "unpack it yourself and give its files")
            return
        yield from self.unpack(stream, source, replace(self, depth=self.depth + 1), hints or Facts())

    def fetched(self, url: str) -> Fetched:
        """What an address gives; SourceError where it, or any address, cannot be fetched."""
        if self.fetch is None:
            raise SourceError("fetching is not available: addresses are not fetched", url, "save the page and name the file")
        return self.fetch(url, self.settings)
