"""Reading sources: the pack's own, and the file in which a user judges them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from promissory.errors import PackError
from promissory.packs.outlets import LETTERS, OWNERS, UNJUDGED, Outlets, Source, name_key
from promissory.packs.rows import listed, rows
from promissory.packs.schema import Pack

COLUMNS = ("id", "name", "names", "domains", "country", "owner", "reliability", "agency")


def read_sources(path: Path) -> Iterator[Source]:
    """The sources of a pack's file; a pack may do without it. PackError naming the file and line."""
    for line, row in rows(path, "id", "name") if path.exists() else ():
        yield _filled(Source(row["id"], row["name"]), row, f"{path}:{line}")


def judged(pack: Pack, path: str | Path) -> Pack:
    """The pack with the sources of a user's file laid over its own.

    A row names an outlet of the pack, by id or by name, or a new one. Its names and domains are added, its other cells replace
    what the pack says, and cells that are empty or missing leave it. PackError naming the file and line of the first fault.
    """
    file = Path(path)
    if not file.is_file():
        raise PackError("no such file of sources", str(path), "check --sources or PROMISSORY_SOURCES")
    found = {source.id: source for source in pack.sources}
    by_name = {name_key(name): source.id for source in pack.sources for name in (source.name, *source.names)}
    for line, row in rows(file):
        where = f"{file}:{line}"
        given = {column: cell for column, cell in row.items() if cell}
        ident = given.get("id") or by_name.get(name_key(given.get("name", ""))) or given.get("name")
        if not ident:
            raise PackError("neither id nor name", where)
        found[ident] = _filled(found.get(ident, Source(ident, given.get("name", ident))), given, where)
    sources = tuple(found[ident] for ident in sorted(found))
    Outlets(sources)  # two outlets with one name are told now, with the file
    return replace(pack, sources=sources, judgements=hashlib.sha256(file.read_bytes()).hexdigest()[:16])


def _filled(source: Source, row: Mapping[str, str], where: str) -> Source:
    """The source with what a row says of it."""
    if unknown := [column for column in row if column not in COLUMNS]:
        raise PackError(f"no such column: {', '.join(unknown)}", where, f"columns: {', '.join(COLUMNS)}")
    letter, owner = (row.get("reliability") or source.reliability or UNJUDGED).upper(), row.get("owner") or source.owner
    if letter not in LETTERS:
        raise PackError(f"reliability {letter!r} is none of {', '.join(LETTERS)}", where)
    if owner not in OWNERS:
        raise PackError(f"owner {owner!r} is none of {', '.join(OWNERS)}", where)
    return Source(
        id=source.id,
        name=row.get("name") or source.name,
        names=_added((source.name, *source.names), listed(row.get("names", "")), row.get("name") or source.name),
        domains=_added(source.domains, tuple(domain.lower() for domain in listed(row.get("domains", "")))),
        country=row.get("country") or source.country,
        owner=owner,
        reliability=letter,
        agency=_agency(row.get("agency", ""), source.agency, where),
    )


def _added(old: tuple[str, ...], new: tuple[str, ...], without: str | None = None) -> tuple[str, ...]:
    return tuple(value for value in dict.fromkeys((*old, *new)) if value != without)


def _agency(cell: str, otherwise: bool, where: str) -> bool:
    if cell not in ("", "yes", "no"):
        raise PackError(f"agency {cell!r} is neither yes nor no", where)
    return cell == "yes" if cell else otherwise
