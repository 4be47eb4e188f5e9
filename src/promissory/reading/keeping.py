"""The store: every body that was fetched, by the hash of its content, and what each address gave when.

    bodies/ab/abcd…           the bytes, named by their SHA-256
    records/12/1234…/000001.json    what the address of that hash gave: one file for each change

Nothing is ever overwritten or removed, so that a document can be shown as it was after its link is dead.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from promissory.errors import SourceError

#: Headers that concern one visit and nobody else.
UNKEPT = frozenset(("set-cookie", "set-cookie2"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What an address gave: `fetched` is the moment (ISO 8601, UTC), `sha256` names the body, `size` is in bytes."""

    url: str
    final_url: str
    status: int
    content_type: str | None
    headers: Mapping[str, str]
    sha256: str
    size: int
    fetched: str

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for an answer only if it has changed."""
        asked = {"If-None-Match": self.headers.get("etag"), "If-Modified-Since": self.headers.get("last-modified")}
        return {name: value for name, value in asked.items() if value}

    @property
    def identity(self) -> tuple[str | None, ...]:
        """What makes two answers the same."""
        return self.sha256, self.final_url, self.content_type, self.headers.get("etag"), self.headers.get("last-modified")


class Store:
    """A folder of bodies and records; it is made when something is first kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def latest(self, url: str) -> Kept | None:
        """The last answer of an address whose record is whole; None if there is none."""
        for path in sorted(self._records(url).glob("*.json"), reverse=True):
            try:
                return Kept(**json.loads(path.read_bytes()))
            except (OSError, ValueError, TypeError):
                continue  # cut off while it was written: the one before it counts
        return None

    def body(self, kept: Kept) -> bytes | None:
        """The bytes of an answer; None if they are missing or no longer what they were."""
        try:
            content = self.body_path(kept.sha256).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == kept.sha256 else None

    def keep(self, kept: Kept, content: bytes) -> None:
        """Store an answer; one that is as the last one leaves no trace. SourceError if the folder cannot be written."""
        try:
            if self.body(kept) is None:
                self._write_body(kept.sha256, content)
            before = self.latest(kept.url)
            if before is None or before.identity != kept.identity:
                self._write_record(kept)
        except OSError as fault:
            raise SourceError(f"cannot be stored in {self.folder}: {fault.strerror or fault}", kept.url, "name another --store") from fault

    def body_path(self, sha256: str) -> Path:
        return self.folder / "bodies" / sha256[:2] / sha256

    def _records(self, url: str) -> Path:
        name = hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()
        return self.folder / "records" / name[:2] / name

    def _write_body(self, sha256: str, content: bytes) -> None:
        """Under another name first: a body is there as a whole or not at all."""
        path = self.body_path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{sha256}.{os.getpid()}.part")
        draft.write_bytes(content)
        os.replace(draft, path)

    def _write_record(self, kept: Kept) -> None:
        folder = self._records(kept.url)
        folder.mkdir(parents=True, exist_ok=True)
        headers = {name: value for name, value in kept.headers.items() if name not in UNKEPT}
        written = json.dumps(asdict(kept) | {"headers": headers}, ensure_ascii=False, indent=1)
        number = max((int(path.stem) for path in folder.glob("*.json") if path.stem.isdecimal()), default=0) + 1
        with (folder / f"{number:06}.json").open("x", encoding="utf-8") as handle:
            handle.write(written)
