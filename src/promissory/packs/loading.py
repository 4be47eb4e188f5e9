"""Reading a pack's files and checking every row of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from promissory.errors import PackError
from promissory.model import KINDS, STATUSES
from promissory.packs.grades import read_sources
from promissory.packs.outlets import Outlets
from promissory.packs.rows import listed, rows
from promissory.packs.schema import ACTOR_TYPES, EVENT_TYPES, Actor, Event, Frame, Framework, Item, Pack, Person, Place, Post, Title, Topic

HOME = Path(__file__).parent
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SUPPORT_KINDS = ("military", "financial", "humanitarian", "industrial", "training")


@lru_cache(maxsize=4)
def load_pack(name: str = "ukraine") -> Pack:
    """The pack of a shipped name or of a folder; raises PackError naming the file and line of the first fault."""
    folder = HOME / name if (HOME / name).is_dir() else Path(name)
    if not folder.is_dir():
        raise PackError("no such pack", name, f"shipped packs: {', '.join(sorted(p.name for p in HOME.iterdir() if p.is_dir()))}")
    pack = Pack(
        id=folder.name,
        digest=digest(folder),
        actors=tuple(_actors(folder / "actors.csv")),
        people=tuple(_people(folder / "people.csv")),
        posts=tuple(_posts(folder / "posts.csv")),
        titles=tuple(Title(row["role"], listed(row["names"])) for _, row in rows(folder / "titles.csv", "role", "names")),
        items=tuple(_items(folder / "items.csv")),
        topics=tuple(Topic(row["id"], row["name"], listed(row["names"])) for _, row in rows(folder / "topics.csv", "id", "name")),
        frameworks=tuple(
            Framework(row["id"], row["name"], listed(row["names"]), row["body"] or None, row["type"])
            for _, row in rows(folder / "frameworks.csv", "id", "name", "type")
        ),
        places=tuple(Place(row["name"], listed(row["names"]), row["country"] or None) for _, row in rows(folder / "places.csv", "name")),
        frames=tuple(_frames(folder / "frames.csv")),
        events=tuple(_events(folder / "events.csv")),
        sources=tuple(read_sources(folder / "sources.csv")),
    )
    _check(pack, folder)
    return pack


def digest(folder: Path) -> str:
    """Hash of a pack's files: part of what an extraction run is."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.[ct][so][vm]*")):
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()[:16]


def _actors(path: Path) -> Iterator[Actor]:
    for line, row in rows(path, "id", "type", "name"):
        if row["type"] not in ACTOR_TYPES:
            raise PackError(f"type {row['type']!r} is none of {', '.join(ACTOR_TYPES)}", f"{path}:{line}")
        yield Actor(
            row["id"], row["type"], row["name"], listed(row["names"]), listed(row["adjectives"]), listed(row["demonyms"]),
            listed(row["metonyms"]), row["country"] or None, listed(row["members"]),
        )  # fmt: skip


def _people(path: Path) -> Iterator[Person]:
    for line, row in rows(path, "id", "name"):
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]):
            raise PackError(f"id {row['id']!r} is not given-family in lower case", f"{path}:{line}")
        yield Person(row["id"], row["name"], listed(row["variants"]), listed(row["alone"]))


def _posts(path: Path) -> Iterator[Post]:
    for line, row in rows(path, "person", "role", "title", "body"):
        for column in ("since", "until"):
            if row[column] and not PARTIAL_DATE.fullmatch(row[column]):
                raise PackError(f"{column} {row[column]!r} is no ISO date", f"{path}:{line}")
        if row["since"] and row["until"] and row["until"] < row["since"][: len(row["until"])]:
            raise PackError("the post ends before it begins", f"{path}:{line}")
        # a month or year without a day includes its last day
        until = row["until"] and (row["until"] + "-99-99")[: max(len(row["until"]), 10)]
        yield Post(row["person"], row["role"], row["title"], row["body"], row["since"] or None, until or None)


def _items(path: Path) -> Iterator[Item]:
    for line, row in rows(path, "id", "name", "support"):
        if row["support"] not in SUPPORT_KINDS:
            raise PackError(f"support {row['support']!r} is none of {', '.join(SUPPORT_KINDS)}", f"{path}:{line}")
        yield Item(row["id"], row["name"], listed(row["names"]), row["parent"] or None, row["topic"] or None, row["support"])


def _frames(path: Path) -> Iterator[Frame]:
    for line, row in rows(path, "kind", "role", "pos", "words"):
        if row["kind"] not in KINDS or (row["status"] and row["status"] not in STATUSES[row["kind"]]):
            raise PackError(f"{row['kind']} with status {row['status']!r} is not in the model", f"{path}:{line}")
        if row["pos"] not in ("VERB", "NOUN", "ADJ", "MARK"):
            raise PackError(f"pos {row['pos']!r} is none of VERB, NOUN, ADJ, MARK", f"{path}:{line}")
        yield Frame(row["kind"], row["role"], row["pos"], row["status"] or None, listed(row["words"]))


def _events(path: Path) -> Iterator[Event]:
    """The dated events; a pack may do without them."""
    for line, row in rows(path, "id", "type", "name", "names", "since") if path.exists() else ():
        if row["type"] not in EVENT_TYPES:
            raise PackError(f"type {row['type']!r} is none of {', '.join(EVENT_TYPES)}", f"{path}:{line}")
        if bad := [column for column in ("since", "until") if row[column] and not PARTIAL_DATE.fullmatch(row[column])]:
            raise PackError(f"{', '.join(bad)} is no ISO date", f"{path}:{line}")
        yield Event(row["id"], row["type"], row["name"], listed(row["names"]), row["since"], row["until"] or None)


def _check(pack: Pack, folder: Path) -> None:
    """References between the files, and ids that must be unique."""
    actors, people, topics = set(pack.actor), set(pack.person), {topic.id for topic in pack.topics}
    items, roles = set(pack.item), {title.role for title in pack.titles}
    for name, ids in (
        ("actors.csv", [a.id for a in pack.actors]),
        ("people.csv", [p.id for p in pack.people]),
        ("items.csv", [i.id for i in pack.items]),
        ("topics.csv", [t.id for t in pack.topics]),
        ("frameworks.csv", [f.id for f in pack.frameworks]),
        ("titles.csv", [t.role for t in pack.titles]),
        ("sources.csv", [s.id for s in pack.sources]),
    ):
        if repeated := {i for i in ids if ids.count(i) > 1}:
            raise PackError(f"ids stand twice: {', '.join(sorted(repeated))}", str(folder / name))
    Outlets(pack.sources)
    _refer(folder / "actors.csv", "country", (a.country for a in pack.actors), actors)
    _refer(folder / "actors.csv", "members", (m for a in pack.actors for m in a.members), actors)
    _refer(folder / "posts.csv", "person", (p.person for p in pack.posts), people)
    _refer(folder / "posts.csv", "body", (p.body for p in pack.posts), actors)
    _refer(folder / "posts.csv", "role", (p.role for p in pack.posts), roles)
    _refer(folder / "items.csv", "parent", (i.parent for i in pack.items), items)
    _refer(folder / "items.csv", "topic", (i.topic for i in pack.items), topics)
    _refer(folder / "frameworks.csv", "body", (f.body for f in pack.frameworks), actors)
    _refer(folder / "sources.csv", "country", (s.country for s in pack.sources), actors)
    _refer(folder / "places.csv", "country", (p.country for p in pack.places), actors)


def _refer(path: Path, column: str, values: Iterable[str | None], known: set[str]) -> None:
    if unknown := sorted({v for v in values if v is not None and v not in known}):
        raise PackError(f"{column} refers to what is not there: {', '.join(unknown)}", str(path), "add the row or mend the id")
