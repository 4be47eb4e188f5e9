"""What a batch is cut into: files here, or at any address that fsspec knows; and how a shard is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from promissory.errors import SourceError
from promissory.model.ids import content_id
from promissory.reading import files_of

#: Bytes at each end of a shard by which a changed one is told.
ENDS = 65_536


@dataclass(frozen=True, slots=True)
class Shard:
    """One file; `address` is a path or a URL of fsspec."""

    address: str

    @property
    def id(self) -> str:
        return content_id("s", [self.address])

    @property
    def is_remote(self) -> bool:
        return "://" in self.address


def shards_of(sources: Iterable[str]) -> list[Shard]:
    """The shards of sources, each once, in order; SourceError for a source that names nothing."""
    found = (address for source in sources for address in (_remote(source) if "://" in source else files_of(source)))
    return [Shard(address) for address in dict.fromkeys(found)]


def stamp(shard: Shard) -> str:
    """Size, and a hash of both ends: another file of the same name is another shard. OSError where it cannot be read."""
    with opened(shard) as stream:
        head = stream.read(ENDS)
        size = stream.seek(0, 2)
        stream.seek(max(0, size - ENDS))
        return f"{size}-{hashlib.sha256(head + stream.read(ENDS)).hexdigest()[:16]}"


@contextmanager
def opened(shard: Shard) -> Iterator[BinaryIO]:
    """The bytes of a shard."""
    if not shard.is_remote:
        with open(shard.address, "rb") as stream:
            yield stream
        return
    import fsspec

    with fsspec.open(shard.address, "rb") as remote:
        yield cast(BinaryIO, remote)


def _remote(source: str) -> list[str]:
    import fsspec

    try:
        files, path = fsspec.url_to_fs(source)
        names = sorted(files.find(path)) if files.isdir(path) else sorted(files.glob(path))
    except (OSError, ValueError, ImportError) as fault:
        raise SourceError(f"cannot be listed: {fault}", source, "check the address; its protocol may need a package of its own") from fault
    if not names:
        raise SourceError("no file matches this address", source, "check the spelling")
    return [files.unstrip_protocol(name) for name in names]
