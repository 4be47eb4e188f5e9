"""The tables of the ledger as the statements see them; the migrations make them. All of them are append-only.

What the database derives from them by itself is no part of a ledger: it is neither exported nor checked.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, Integer, MetaData, Table, Text

METADATA = MetaData()
DERIVED = MetaData()


def _table(name: str, keys: tuple[str, ...], *columns: str, numbers: tuple[str, ...] = (), within: MetaData = METADATA) -> Table:
    return Table(
        name,
        within,
        *(Column(column, Integer if column in numbers else Text, primary_key=column in keys) for column in (*keys, *columns)),
    )


SCHEMA_VERSION = _table("schema_version", ("version",), "applied", numbers=("version",))
RUNS = _table("runs", ("id",), "extractor", "pack", "pack_digest", "settings", "started")
DOCUMENTS = _table("documents", ("id",), "first_source", "publisher", "published", "published_from", "published_to", "words", "record")
DOCUMENT_TEXTS = _table("document_texts", ("doc",), "body")
DOCUMENT_SOURCES = _table("document_sources", ("seq",), "doc", "source", "folded", numbers=("seq",))
EXTRACTIONS = _table("extractions", ("seq",), "doc", "run", numbers=("seq",))
CLAIMS = _table("claims", ("id", "run"), "doc", "kind", "status", "position", "on_from", "on_to", "words", "record", numbers=("position",))
CLAIM_FACETS = _table("claim_facets", ("claim", "run", "facet", "value"))
FINDINGS = _table("findings", ("id", "run"), "doc", "kind", "severity", "position", "words", "record", numbers=("position",))
REBUILDS = _table("rebuilds", ("seq",), "state", "finished", numbers=("seq",))
ENTRY_VERSIONS = _table(
    "entry_versions", ("entry", "revision"), "rebuild", "kind", "status", "on_from", "on_to", "record", "machine", "rejected",
    numbers=("revision", "rebuild", "rejected"),
)  # fmt: skip
ENTRY_FACETS = _table("entry_facets", ("entry", "revision", "facet", "value"), numbers=("revision",))
ENTRY_CLAIMS = _table("entry_claims", ("entry", "revision", "claim"), numbers=("revision",))
FINDING_VERSIONS = _table(
    "finding_versions", ("finding", "revision"), "rebuild", "kind", "severity", "words", "record", numbers=("revision", "rebuild")
)
DOCUMENT_GRADES = _table("document_grades", ("doc", "rebuild"), "letter", numbers=("rebuild",))
CLAIM_RULINGS = _table("claim_rulings", ("seq",), "claim", "rejected", numbers=("seq", "rejected"))
DECISIONS = _table("decisions", ("seq",), "id", "action", "reviewer", "at", "record", numbers=("seq",))
REVIEWERS = _table("reviewers", ("seq",), "name", "token", "at", numbers=("seq",))
#: When the first report of a revision of an entry came, beside what entries are listed by; none where no report is dated.
ENTRY_REPORTS = _table(
    "entry_reports", ("entry", "revision"), "undated", "on_from", "kind", "reported", numbers=("revision", "undated"), within=DERIVED
)

#: Which document a near copy copies, by the revisions of the findings that say so.
NEAR_COPIES = _table("near_copies", ("finding", "revision"), "doc", "original", numbers=("revision",), within=DERIVED)

#: The steps of each revision of an entry, by the days they may be of.
ENTRY_MOMENTS = _table(
    "entry_moments", ("entry", "revision", "number"), "day_from", "day_to", "kind", "status", numbers=("revision", "number"), within=DERIVED
)

#: What reconciling keeps between builds, so that new documents touch no more than what they can reach. It can all be made anew.
WOVEN_DOCUMENTS = _table("woven_documents", ("doc",), "run", "day", "source_key", "copy_of", "letter", numbers=("day",), within=DERIVED)
WOVEN_CLAIMS = _table(
    "woven_claims", ("number",), "claim", "doc", "certain", "home", "packed", "kind", "first", "last", "day", "reported",
    numbers=("number", "certain", "first", "last", "day"), within=DERIVED,
)  # fmt: skip
WOVEN_BLOCKS = Table(
    "woven_blocks", DERIVED, Column("block", BigInteger), Column("first", Integer), Column("last", Integer), Column("claim", Text),
    Column("number", Integer),
)  # fmt: skip
WOVEN_PAIRS = Table(
    "woven_pairs", DERIVED, Column("one", Integer), Column("other", Integer), Column("score", Double), Column("shared", Integer),
    Column("near", Integer),
)  # fmt: skip
WOVEN_DEEDS = _table("woven_deeds", ("entry",), "due", "packed", numbers=("due",), within=DERIVED)
WOVEN_DEED_BLOCKS = Table(
    "woven_deed_blocks", DERIVED, Column("block", BigInteger), Column("first", Integer), Column("last", Integer), Column("entry", Text)
)
WOVEN_LINKS = Table(
    "woven_links", DERIVED, Column("block", BigInteger), Column("source", Text), Column("type", Text), Column("target", Text)
)
WOVEN_TEXTS = _table(
    "woven_texts", ("doc",), "first", "last", "publisher", "published", "signature", numbers=("first", "last"), within=DERIVED
)
WOVEN_MARKS = Table("woven_marks", DERIVED, Column("mark", BigInteger), Column("place", Text))
WOVEN_TIES = Table("woven_ties", DERIVED, Column("one", Text), Column("other", Text), Column("sort", Text))
WOVEN_STATE = _table("woven_state", ("name",), "value", within=DERIVED)
