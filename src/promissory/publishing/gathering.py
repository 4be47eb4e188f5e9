"""What is published: the entries that pass the filters, with the words that prove them and all that is known of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Unpack, cast

from promissory.analysis import REGISTERS, register
from promissory.ledger import FilterOptions, Ledger
from promissory.packs import Pack
from promissory.publishing.flattening import COMMITMENT_COLUMNS, commitment_row, flat_cells

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Evidence:
    """Words of a document that prove a status of an entry."""

    entry: str
    status: str
    claim: str
    quote: str
    start: int
    end: int
    document: Record
    reported: str | None

    FIELDS: ClassVar = ("claim", "status", "quote", "start", "end", "doc", "source", "url", "publisher", "reported")

    @property
    def source(self) -> str:
        """Where the document was found, by its address if it has one."""
        return str(self.document["url"] or self.document["source"])

    def to_record(self) -> dict[str, Any]:
        """The JSON of evidence: `claim`, `status`, `quote`, `start`, `end`, `doc`, `source`, `url`, `publisher`, `reported`."""
        about = {"doc": self.document["id"], **{name: self.document[name] for name in ("source", "url", "publisher")}}
        head = {"claim": self.claim, "status": self.status, "quote": self.quote, "start": self.start, "end": self.end}
        return {**head, **about, "reported": self.reported}


@dataclass(frozen=True)
class Table:
    """A register: rows of plain cells (text, whole and other numbers, nothing) under named columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Content:
    """All that an export is made from. `about` says in words what was asked for; nothing depends on the clock."""

    about: str
    as_of: str | None
    pack: Pack
    entries: tuple[Record, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]
    findings: tuple[Record, ...]
    tables: tuple[Table, ...]

    @cached_property
    def documents(self) -> tuple[Record, ...]:
        """The documents that the evidence is from, each once, in the order of their dates."""
        found = {item.document["id"]: item.document for items in self.evidence.values() for item in items}
        return tuple(sorted(found.values(), key=lambda d: ((d["published"] or {"value": "9999"})["value"], d["source"], d["id"])))

    @cached_property
    def newest(self) -> str | None:
        """The last day on which something of it was reported."""
        days = [item.reported for items in self.evidence.values() for item in items if item.reported]
        return max((day.rsplit("/", 1)[-1] for day in days), default=None)


def gather(ledger: Ledger, pack: Pack, *, entry: str | None = None, **options: Unpack[FilterOptions]) -> Content:
    """The content under the filters of `Ledger.entries`, or of one entry (its id or the beginning of it)."""
    entries = [row.record for row in ledger.entries(**options)]
    if entry:
        identity = ledger.get(entry).id
        entries = [record for record in entries if record["id"] == identity]
    as_of = options.get("as_of")
    claims = {row.id: row.record for row in ledger.claims(as_of=as_of, rejected=True)}
    documents = {row.id: row.record for row in ledger.documents()}
    shown = {record["id"] for record in entries}
    raised = {key for record in entries for key in record["findings"]}
    return Content(
        about=_about(entry, cast(dict[str, Any], options)),
        as_of=as_of,
        pack=pack,
        entries=tuple(entries),
        evidence={record["id"]: tuple(_evidence(record, claims, documents)) for record in entries},
        findings=tuple(row.record for row in ledger.findings(as_of=as_of) if row.id in raised or shown.intersection(row["about"])),
        tables=tuple(_tables(ledger, pack, entries, options, shown)),
    )


def evidence_of(ledger: Ledger, entries: Iterable[Record]) -> dict[str, tuple[Evidence, ...]]:
    """Entry → the words that prove its steps, for a few entries."""
    entries = list(entries)
    claims = ledger.gather(key for entry in entries for key in entry["claims"])
    documents = ledger.gather(claim["doc"] for claim in claims.values())
    return {entry["id"]: tuple(_evidence(entry, claims, documents)) for entry in entries}


def _about(entry: str | None, options: dict[str, Any]) -> str:
    """The filters in words: `item patriot, donor DE`; the whole ledger where there are none."""
    if entry:
        return f"entry {entry}"
    told = {key: value for key, value in options.items() if value not in (None, (), False) and key not in ("as_of", "limit", "offset")}
    parts = [f"{key} {value if isinstance(value, str) else ', '.join(map(str, value))}" for key, value in told.items() if value is not True]
    return "; ".join(parts) or "the whole ledger"


def _evidence(entry: Record, claims: Mapping[str, Record], documents: Mapping[str, Record]) -> Iterator[Evidence]:
    for step in entry["history"]:
        for claim in (claims[key] for key in step["claims"] if key in claims):
            for span in claim["evidence"]:
                document = documents[claim["doc"]]
                quote = " ".join(span["quote"].split())
                yield Evidence(entry["id"], step["status"], claim["id"], quote, span["start"], span["end"], document, claim["reported"])


def _tables(ledger: Ledger, pack: Pack, entries: Iterable[Record], options: FilterOptions, shown: set[str]) -> Iterator[Table]:
    """The registers that have a line, commitments first."""
    rows = tuple(commitment_row(entry) for entry in entries if entry["kind"] == "commitment")
    if rows:
        yield Table("commitments", COMMITMENT_COLUMNS, rows)
    kinds = {entry["kind"] for entry in entries}
    for name, kind in REGISTERS.items():
        if kind in kinds:
            found = register(ledger, name, pack=pack, **options)
            columns, lines = flat_cells(found.columns, [line.to_record() for line in found.lines if line.entry in shown])
            yield Table(name, columns, lines)
