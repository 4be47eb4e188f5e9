"""What reconciling keeps between builds, in tables of the ledger: derived, replaced where it changes, made anew where it does not fit."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, or_, select, update
from sqlalchemy import text as sql

from promissory.ledger import statements
from promissory.ledger.migrations import WOVEN_INDEXES
from promissory.ledger.rows import decode
from promissory.ledger.tables import (
    DERIVED,
    WOVEN_BLOCKS,
    WOVEN_CLAIMS,
    WOVEN_DEED_BLOCKS,
    WOVEN_DEEDS,
    WOVEN_DOCUMENTS,
    WOVEN_LINKS,
    WOVEN_MARKS,
    WOVEN_PAIRS,
    WOVEN_STATE,
    WOVEN_TEXTS,
    WOVEN_TIES,
)

Place = tuple[int, int, str]
#: Of a claim its id, document and kind, where it stands in the order of time, the day of its report, and the date of that.
Facts = tuple[str, str, str, int, int, int, str]
_HUNG = select(*(WOVEN_CLAIMS.c[name] for name in "number packed certain home claim doc kind first last day reported".split()))
_PAIRS = select(*(WOVEN_PAIRS.c[name] for name in "one other score shared".split()))
#: A table of what is asked for is the one form in which both databases look each couple up by an index.
_PAIRS_OF = (
    "WITH asked (one, other) AS (VALUES {}) SELECT p.one, p.other, p.score, p.shared "
    "FROM asked JOIN woven_pairs p ON p.one = asked.one AND p.other = asked.other"
)
_TOLD = select(*(WOVEN_CLAIMS.c[name] for name in "doc number certain".split()))
#: How many keys are asked about, and how many rows written, at a time.
ASKED, WRITTEN = 900, 5000


class LedgerShelf:
    """The shelf of a ledger, as one transaction sees it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        state = statements.pairs(connection, "woven.state")
        self.rules, self.label = state.get("rules"), int(state.get("label", "0"))
        self.newest = int(statements.run(connection, "woven.newest").scalar_one())

    def new_documents(self) -> list[str] | None:
        """The documents that were not woven in yet; None if one that was has been read anew."""
        woven = statements.pairs(self._connection, "woven.runs")
        if any(self.runs.get(doc) != run for doc, run in woven.items()):
            return None
        return sorted(self.runs.keys() - woven.keys())

    @cached_property
    def runs(self) -> dict[str, str]:
        """Document → the run that read it last."""
        return statements.pairs(self._connection, "extractions.current")

    def marked(self, mark: int, most: int) -> list[str]:
        """The places of the first texts that have a mark, at most so many."""
        columns = WOVEN_MARKS.c
        listed = select(columns.place).where(columns.mark == mark).order_by(columns.place).limit(most)
        return list(self._rows("woven.marked", listed).scalars())

    def marked_after(self, mark: int, place: str) -> list[str]:
        """The places of the texts that have a mark and come after one."""
        columns = WOVEN_MARKS.c
        return list(self._rows("woven.marked_after", select(columns.place).where(columns.mark == mark, columns.place > place)).scalars())

    def near_in_time(self, window: tuple[int, int] | None, days: int) -> list[str]:
        """The documents that appeared within some days of a window, and all undated ones; all documents for None."""
        columns = WOVEN_TEXTS.c
        listed = select(columns.doc)
        if window:
            near = and_(columns.last >= window[0] - days, columns.first <= window[1] + days)
            listed = listed.where(or_(columns.last.is_(None), near))
        return list(self._rows("woven.near_in_time", listed).scalars())

    def tied(self, docs: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """The ties of documents: both, and as what they are tied."""
        for end in (WOVEN_TIES.c.one, WOVEN_TIES.c.other):
            yield from ((row[0], row[1], row[2]) for row in self._by_keys(select(WOVEN_TIES), end, docs))

    def texts(self, docs: Collection[str]) -> Iterator[tuple[str, bytes, str | None, str | None]]:
        """Documents with the signatures of their texts, publishers, and dates of publication."""
        columns = WOVEN_TEXTS.c
        listed = select(columns.doc, columns.signature, columns.publisher, columns.published)
        for row in self._by_keys(listed, columns.doc, docs):
            yield row[0], b64decode(row[1]), row[2], row[3]

    def around(self, key: int, places: Sequence[Place], reach: int, whole: int) -> tuple[int, Collection[int]]:
        size = self.size(key, whole + 1)
        if size <= whole:
            return size, self.members(key)
        return size, self._beside("woven.claims", key, places, reach)

    def between(self, key: int, one: Place, other: Place, most: int) -> int:
        """How many stand between two places."""
        here = {"block": key, "first": one[0], "last": one[1], "ident": one[2], "most": most}
        there = {"first_there": other[0], "last_there": other[1], "ident_there": other[2]}
        return int(statements.run(self._connection, "woven.between", **here, **there).scalar_one())

    def size(self, key: int, most: int) -> int:
        """How many stand in a block, at most so many."""
        return int(statements.run(self._connection, "woven.size", block=key, most=most).scalar_one())

    def _beside(self, name: str, block: int, places: Iterable[Place], reach: int) -> set[Any]:
        """What stands in a block next to places."""
        found: set[Any] = set()
        for first, last, ident in places:
            values = {"block": block, "first": first, "last": last, "ident": ident, "most": reach}
            for side in ("before", "after"):
                found.update(statements.run(self._connection, f"{name}_{side}", **values).scalars())
        return found

    def members(self, key: int) -> Collection[int]:
        columns = WOVEN_BLOCKS.c
        listed = select(columns.number).where(columns.block == key).order_by(columns.first, columns.last, columns.claim)
        return list(self._rows("woven.members", listed).scalars())

    def hung(self, numbers: Collection[int]) -> Iterator[tuple[int, str, int, str, Facts]]:
        for row in self._by_keys(_HUNG, WOVEN_CLAIMS.c.number, numbers):
            yield row[0], row[1], row[2], row[3], row[4:]

    def pairs(self, numbers: Collection[int], near: bool) -> Iterator[tuple[int, int, float, int]]:
        """The pairs that have one of the claims; one that has two of them comes twice."""
        listed = _PAIRS.where(WOVEN_PAIRS.c.near == int(near))
        for end in (WOVEN_PAIRS.c.one, WOVEN_PAIRS.c.other):
            yield from self._by_keys(listed, end, numbers)

    def pairs_of(self, ends: Collection[tuple[int, int]]) -> Iterator[tuple[int, int, float, int]]:
        for some in _parts(sorted(ends)):
            asked = ", ".join(f"({one:d}, {other:d})" for one, other in some)
            yield from self._rows("woven.pairs_of", sql(_PAIRS_OF.format(asked)))

    def of_documents(self, docs: Collection[str]) -> Iterator[tuple[str, int, int]]:
        return self._by_keys(_TOLD, WOVEN_CLAIMS.c.doc, docs)

    def of_numbers(self, numbers: Collection[int]) -> Iterator[tuple[str, int, int]]:
        return self._by_keys(_TOLD, WOVEN_CLAIMS.c.number, numbers)

    def of_certain(self, groups: Collection[int]) -> Iterator[tuple[str, int, int]]:
        return self._by_keys(_TOLD, WOVEN_CLAIMS.c.certain, groups)

    def of_entries(self, entries: Collection[str]) -> Iterator[int]:
        columns = WOVEN_CLAIMS.c
        return (row[0] for row in self._by_keys(select(columns.number), columns.home, entries))

    def origins(self, docs: Collection[str]) -> Mapping[str, tuple[str, str | None, str]]:
        columns = WOVEN_DOCUMENTS.c
        listed = select(columns.doc, columns.source_key, columns.copy_of, columns.letter)
        return {row[0]: (row[1], row[2], row[3]) for row in self._by_keys(listed, columns.doc, docs)}

    def days(self, docs: Collection[str]) -> dict[str, int]:
        """Document → the day it names as its own, if it has claims and does."""
        columns = WOVEN_DOCUMENTS.c
        dated = select(columns.doc, columns.day).where(columns.day.is_not(None))
        return {row[0]: row[1] for row in self._by_keys(dated, columns.doc, docs)}

    def deeds(self, entries: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
        columns = WOVEN_DEEDS.c
        return {row[0]: json.loads(row[1]) for row in self._by_keys(select(columns.entry, columns.packed), columns.entry, entries)}

    def deeds_around(self, block: int, places: Sequence[Place], reach: int) -> Collection[str]:
        return self._beside("woven.deeds", block, places, reach)

    def links_in(self, block: int, sources: Collection[str]) -> Iterator[tuple[int, str, str, str]]:
        return (row for row in self._links(WOVEN_LINKS.c.source, sources) if row[0] == block)

    def links_of(self, entries: Collection[str]) -> Iterator[tuple[int, str, str, str]]:
        yield from self._links(WOVEN_LINKS.c.source, entries)
        yield from self._links(WOVEN_LINKS.c.target, entries)

    def _links(self, end: Any, entries: Collection[str]) -> Iterator[tuple[int, str, str, str]]:
        return ((row[0], row[1], row[2], row[3]) for row in self._by_keys(select(WOVEN_LINKS), end, entries))

    def due_between(self, first: int, last: int) -> Collection[str]:
        columns = WOVEN_DEEDS.c
        return list(self._rows("woven.due", select(columns.entry).where(columns.due >= first, columns.due < last)).scalars())

    def day_before(self, day: int) -> int:
        columns = WOVEN_DOCUMENTS.c
        return int(self._rows("woven.day_before", select(func.max(columns.day)).where(columns.day < day)).scalar_one() or 0)

    def first_after(self, day: int) -> tuple[int, str] | None:
        columns = WOVEN_DOCUMENTS.c
        listed = select(columns.day, columns.doc).where(columns.day > day).order_by(columns.day, columns.doc).limit(1)
        row = self._rows("woven.first_after", listed).first()
        return (row[0], row[1]) if row else None

    def findings_of(self, entries: Collection[str]) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        told = {entry: decode(made)["findings"] for entry, made in machine_records(self._connection, entries)}
        records = dict(self._finding_records({key for keys in told.values() for key in keys}))
        return {entry: [records[key] for key in keys if key in records] for entry, keys in told.items()}

    def _finding_records(self, keys: Collection[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for some in _parts(sorted(keys)):
            found = statements.pairs(self._connection, "finding_versions.of", ids=some)
            yield from ((key, decode(record)) for key, record in found.items())

    def _by_keys(self, listed: Any, column: Any, keys: Collection[Any]) -> Iterator[Any]:
        """The rows in which a column has one of the keys."""
        for some in _parts(sorted(keys)):
            yield from self._rows("woven.by_keys", listed.where(column.in_(some))).fetchall()  # all at once is twice as fast

    def _rows(self, name: str, statement: Any) -> Any:
        return statements.execute(self._connection, name, statement)


def machine_records(connection: Connection, entries: Collection[str]) -> Iterator[tuple[str, str]]:
    """Entry and record of those that reconciling made last, whatever rulings made of them."""
    for some in _parts(sorted(entries)):
        for row in statements.run(connection, "entries.last_of", ids=some):
            made = row.record if row.machine is None else row.machine
            if made:
                yield row.entry, made


def forget_all(connection: Connection) -> None:
    """Empty the shelf, and leave its indexes away until it is full again."""
    for name in WOVEN_INDEXES:
        statements.command(connection, f"woven.drop.{name}", f"DROP INDEX {name}")
    for table in _TABLES:
        statements.execute(connection, f"woven.empty.{table.name}", delete(table))


def index_all(connection: Connection) -> None:
    for name, line in WOVEN_INDEXES.items():
        statements.command(connection, f"woven.index.{name}", line)


def forget(connection: Connection, table: str, keys: Iterable[Mapping[str, Any]]) -> None:
    """Delete the rows that have these values."""
    target = DERIVED.tables[table]
    for some in _parts(keys):
        same = and_(*(target.c[name] == bindparam(f"key_{name}") for name in some[0]))
        rows = [{f"key_{name}": value for name, value in key.items()} for key in some]
        statements.execute(connection, f"{table}.forget", delete(target).where(same), rows)


def keep(connection: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows."""
    for some in _parts(rows, WRITTEN):
        statements.insert_rows(connection, f"{table}.keep", DERIVED.tables[table], some)


def move(connection: Connection, claims: Iterable[Mapping[str, Any]]) -> None:
    """Note the certain groups and entries of claims that are elsewhere now."""
    changed = update(WOVEN_CLAIMS).where(WOVEN_CLAIMS.c.number == bindparam("at"))
    changed = changed.values(certain=bindparam("group"), home=bindparam("entry"))
    for some in _parts(claims, WRITTEN):
        rows = [{"at": row["number"], "group": row["certain"], "entry": row["home"]} for row in some]
        statements.execute(connection, "woven_claims.move", changed, rows)


def note_state(connection: Connection, rules: str, label: int) -> None:
    statements.execute(connection, "woven_state.forget", delete(WOVEN_STATE))
    keep(connection, "woven_state", [{"name": "rules", "value": rules}, {"name": "label", "value": str(label)}])


_TABLES = (
    WOVEN_TEXTS, WOVEN_MARKS, WOVEN_TIES, WOVEN_DOCUMENTS,
    WOVEN_CLAIMS, WOVEN_BLOCKS, WOVEN_PAIRS, WOVEN_DEEDS, WOVEN_DEED_BLOCKS, WOVEN_LINKS,
)  # fmt: skip


def _parts(things: Iterable[Any], size: int = ASKED) -> Iterator[list[Any]]:
    listed = iter(things)
    while some := list(islice(listed, size)):
        yield some
