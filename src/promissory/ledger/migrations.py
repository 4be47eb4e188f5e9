"""Numbered migrations, applied forward, each in a transaction. A migration that has shipped is never edited: add the next.

The statements are plain SQL that SQLite and PostgreSQL both take; the guard against UPDATE and DELETE is per dialect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: The indexes of what reconciling keeps; they are made again after all of it was made anew, since that is quicker.
WOVEN_INDEXES = {
    "woven_documents_day": "CREATE INDEX woven_documents_day ON woven_documents (day, doc)",
    "woven_texts_time": "CREATE INDEX woven_texts_time ON woven_texts (last, first, doc)",
    "woven_marks_mark": "CREATE INDEX woven_marks_mark ON woven_marks (mark, place)",
    "woven_ties_one": "CREATE INDEX woven_ties_one ON woven_ties (one)",
    "woven_ties_other": "CREATE INDEX woven_ties_other ON woven_ties (other)",
    "woven_claims_doc": "CREATE INDEX woven_claims_doc ON woven_claims (doc, number, certain)",
    "woven_claims_certain": "CREATE INDEX woven_claims_certain ON woven_claims (certain, doc, number)",
    "woven_claims_home": "CREATE INDEX woven_claims_home ON woven_claims (home)",
    "woven_blocks_line": "CREATE INDEX woven_blocks_line ON woven_blocks (block, first, last, claim, number)",
    "woven_pairs_one": "CREATE INDEX woven_pairs_one ON woven_pairs (one, near, other, score, shared)",
    "woven_pairs_other": "CREATE INDEX woven_pairs_other ON woven_pairs (other, near, one, score, shared)",
    "woven_deeds_due": "CREATE INDEX woven_deeds_due ON woven_deeds (due)",
    "woven_deed_blocks_line": "CREATE INDEX woven_deed_blocks_line ON woven_deed_blocks (block, first, last, entry)",
    "woven_deed_blocks_entry": "CREATE INDEX woven_deed_blocks_entry ON woven_deed_blocks (entry)",
    "woven_links_source": "CREATE INDEX woven_links_source ON woven_links (source)",
    "woven_links_target": "CREATE INDEX woven_links_target ON woven_links (target)",
}

FIRST = (
    "CREATE TABLE runs (id TEXT PRIMARY KEY, extractor TEXT NOT NULL, pack TEXT NOT NULL, pack_digest TEXT NOT NULL, "
    "settings TEXT NOT NULL, started TEXT NOT NULL)",
    "CREATE TABLE documents (id TEXT PRIMARY KEY, first_source TEXT NOT NULL, publisher TEXT, published TEXT, published_from TEXT, "
    "published_to TEXT, words TEXT NOT NULL, record TEXT NOT NULL)",
    "CREATE TABLE document_texts (doc TEXT PRIMARY KEY REFERENCES documents(id), body TEXT NOT NULL)",
    "CREATE TABLE document_sources (seq INTEGER PRIMARY KEY, doc TEXT NOT NULL REFERENCES documents(id), source TEXT NOT NULL, "
    "folded TEXT NOT NULL, UNIQUE (doc, source))",
    "CREATE TABLE extractions (seq INTEGER PRIMARY KEY, doc TEXT NOT NULL REFERENCES documents(id), run TEXT NOT NULL REFERENCES runs(id))",
    "CREATE TABLE claims (id TEXT NOT NULL, run TEXT NOT NULL REFERENCES runs(id), doc TEXT NOT NULL REFERENCES documents(id), "
    "kind TEXT NOT NULL, status TEXT NOT NULL, position INTEGER NOT NULL, on_from TEXT, on_to TEXT, words TEXT NOT NULL, "
    "record TEXT NOT NULL, PRIMARY KEY (id, run))",
    "CREATE TABLE claim_facets (claim TEXT NOT NULL, run TEXT NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, "
    "PRIMARY KEY (claim, run, facet, value), FOREIGN KEY (claim, run) REFERENCES claims(id, run))",
    "CREATE TABLE findings (id TEXT NOT NULL, run TEXT NOT NULL REFERENCES runs(id), doc TEXT NOT NULL REFERENCES documents(id), "
    "kind TEXT NOT NULL, severity TEXT NOT NULL, position INTEGER NOT NULL, words TEXT NOT NULL, record TEXT NOT NULL, "
    "PRIMARY KEY (id, run))",
    "CREATE TABLE rebuilds (seq INTEGER PRIMARY KEY, state TEXT NOT NULL, finished TEXT NOT NULL)",
    "CREATE TABLE entry_versions (entry TEXT NOT NULL, revision INTEGER NOT NULL, rebuild INTEGER NOT NULL REFERENCES rebuilds(seq), "
    "kind TEXT NOT NULL, status TEXT NOT NULL, on_from TEXT, on_to TEXT, record TEXT, PRIMARY KEY (entry, revision))",
    "CREATE TABLE entry_facets (entry TEXT NOT NULL, revision INTEGER NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, "
    "PRIMARY KEY (entry, revision, facet, value), FOREIGN KEY (entry, revision) REFERENCES entry_versions(entry, revision))",
    "CREATE TABLE entry_claims (entry TEXT NOT NULL, revision INTEGER NOT NULL, claim TEXT NOT NULL, "
    "PRIMARY KEY (entry, revision, claim), FOREIGN KEY (entry, revision) REFERENCES entry_versions(entry, revision))",
    "CREATE TABLE finding_versions (finding TEXT NOT NULL, revision INTEGER NOT NULL, rebuild INTEGER NOT NULL REFERENCES rebuilds(seq), "
    "kind TEXT NOT NULL, severity TEXT NOT NULL, words TEXT NOT NULL, record TEXT, PRIMARY KEY (finding, revision))",
    "CREATE TABLE decisions (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, action TEXT NOT NULL, reviewer TEXT NOT NULL, "
    "at TEXT NOT NULL, record TEXT NOT NULL)",
    "CREATE INDEX extractions_doc ON extractions (doc, seq)",
    "CREATE INDEX extractions_run ON extractions (run, doc)",
    "CREATE INDEX claims_doc ON claims (doc, run)",
    "CREATE INDEX claims_kind ON claims (kind, status)",
    "CREATE INDEX claim_facets_value ON claim_facets (facet, value)",
    "CREATE INDEX findings_doc ON findings (doc, run)",
    "CREATE INDEX entry_facets_value ON entry_facets (facet, value)",
    "CREATE INDEX entry_claims_claim ON entry_claims (claim)",
)
FIRST_TABLES = (
    "schema_version", "runs", "documents", "document_texts", "document_sources", "extractions", "claims", "claim_facets", "findings",
    "rebuilds", "entry_versions", "entry_facets", "entry_claims", "finding_versions", "decisions",
)  # fmt: skip

SECOND = (
    "CREATE TABLE document_grades (doc TEXT NOT NULL REFERENCES documents(id), rebuild INTEGER NOT NULL REFERENCES rebuilds(seq), "
    "letter TEXT NOT NULL, PRIMARY KEY (doc, rebuild))",
)

THIRD = (
    # machine: what reconciling made, where rulings show something else: null if it is what is shown, '' if it made nothing
    "ALTER TABLE entry_versions ADD COLUMN machine TEXT",
    "ALTER TABLE entry_versions ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE claim_rulings (seq INTEGER PRIMARY KEY, claim TEXT NOT NULL, rejected INTEGER NOT NULL)",
    "CREATE INDEX claim_rulings_claim ON claim_rulings (claim, seq)",
)

FOURTH = (
    # lists in their order, so that a first page is read without sorting all
    "CREATE INDEX entry_versions_order ON entry_versions ((on_from IS NULL), on_from, kind, entry)",
    "CREATE INDEX documents_order ON documents ((published_to IS NULL), published_to, first_source, id)",
    "CREATE INDEX finding_versions_order ON finding_versions (kind, finding, revision)",
)

FIFTH = (
    "CREATE TABLE reviewers (seq INTEGER PRIMARY KEY, name TEXT NOT NULL, token TEXT NOT NULL, at TEXT NOT NULL)",
    "CREATE INDEX entry_versions_newest ON entry_versions ((on_from IS NULL), on_from DESC, kind, entry)",
    "CREATE INDEX documents_published ON documents (published_to)",
)

#: The index of words. SQLite's keeps no second copy of the text: the rows tell what its numbers stand for.
SIXTH: dict[str, tuple[str, ...]] = {
    "sqlite": (
        "CREATE TABLE claim_numbers (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, run TEXT NOT NULL)",
        "CREATE TABLE document_numbers (seq INTEGER PRIMARY KEY, id TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2')",
        "CREATE VIRTUAL TABLE document_words USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2')",
        "INSERT INTO claim_numbers (id, run) SELECT id, run FROM claims ORDER BY id, run",
        "INSERT INTO document_numbers (id) SELECT id FROM documents ORDER BY id",
        "INSERT INTO claim_words (rowid, words) SELECT n.seq, c.words FROM claim_numbers n JOIN claims c ON c.id = n.id AND c.run = n.run",
        "INSERT INTO document_words (rowid, words) SELECT n.seq, d.words FROM document_numbers n JOIN documents d ON d.id = n.id",
        "CREATE TRIGGER claims_words AFTER INSERT ON claims BEGIN INSERT INTO claim_numbers (id, run) VALUES (NEW.id, NEW.run); "
        "INSERT INTO claim_words (rowid, words) VALUES (last_insert_rowid(), NEW.words); END",
        "CREATE TRIGGER documents_words AFTER INSERT ON documents BEGIN INSERT INTO document_numbers (id) VALUES (NEW.id); "
        "INSERT INTO document_words (rowid, words) VALUES (last_insert_rowid(), NEW.words); END",
    ),
    "postgresql": (
        "CREATE INDEX claims_words ON claims USING gin (to_tsvector('english', words))",
        "CREATE INDEX documents_words ON documents USING gin (to_tsvector('english', left(words, 400000)))",
    ),
}

#: When each revision of an entry was first reported, kept by the database itself from the rows that tell which claims it has.
_FIRST_REPORTS = (
    "INSERT INTO entry_reports SELECT v.entry, v.revision, CASE WHEN v.on_from IS NULL THEN 1 ELSE 0 END, v.on_from, v.kind, "
    "min(d.published_to) FROM entry_versions v JOIN entry_claims s ON s.entry = v.entry AND s.revision = v.revision "
    "JOIN claims c ON c.id = s.claim JOIN documents d ON d.id = c.doc WHERE d.published_to IS NOT NULL{} "
    "GROUP BY v.entry, v.revision, v.on_from, v.kind"
)
_OF_ROW = " AND s.entry = NEW.entry AND s.revision = NEW.revision AND s.claim = NEW.claim"
_TABLE_OF_REPORTS = (
    "CREATE TABLE entry_reports (entry TEXT NOT NULL, revision INTEGER NOT NULL, undated INTEGER NOT NULL, on_from TEXT, "
    "kind TEXT NOT NULL, reported TEXT NOT NULL, PRIMARY KEY (entry, revision))",
    _FIRST_REPORTS.format(""),
    "CREATE INDEX entry_reports_order ON entry_reports (undated, on_from, kind, entry, revision, reported)",
    "CREATE INDEX entry_reports_newest ON entry_reports (undated, on_from DESC, kind, entry, revision, reported)",
)
SEVENTH: dict[str, tuple[str, ...]] = {
    "sqlite": (
        *_TABLE_OF_REPORTS,
        f"CREATE TRIGGER entry_claims_reports AFTER INSERT ON entry_claims BEGIN {_FIRST_REPORTS.format(_OF_ROW)} "
        "ON CONFLICT (entry, revision) DO UPDATE SET reported = min(reported, excluded.reported); END",
    ),
    "postgresql": (
        *_TABLE_OF_REPORTS,
        f"CREATE FUNCTION entry_claims_reports() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {_FIRST_REPORTS.format(_OF_ROW)} "
        "ON CONFLICT (entry, revision) DO UPDATE SET reported = least(entry_reports.reported, excluded.reported); RETURN NULL; END $$",
        "CREATE TRIGGER entry_claims_reports AFTER INSERT ON entry_claims FOR EACH ROW EXECUTE FUNCTION entry_claims_reports()",
    ),
}

#: What reconciling keeps between builds: signatures of texts, portraits of claims, blocks, pairs, deeds, links. Rows of it are replaced.
EIGHTH = (
    "CREATE TABLE woven_documents (doc TEXT PRIMARY KEY, run TEXT NOT NULL, day INTEGER, source_key TEXT, copy_of TEXT, letter TEXT)",
    "CREATE TABLE woven_claims (number INTEGER PRIMARY KEY, claim TEXT NOT NULL, doc TEXT NOT NULL, certain INTEGER NOT NULL, "
    "home TEXT NOT NULL, packed TEXT NOT NULL)",
    "CREATE TABLE woven_blocks (block BIGINT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, claim TEXT NOT NULL, "
    "number INTEGER NOT NULL)",
    "CREATE TABLE woven_pairs (one INTEGER NOT NULL, other INTEGER NOT NULL, score DOUBLE PRECISION NOT NULL, shared INTEGER NOT NULL)",
    "CREATE TABLE woven_deeds (entry TEXT PRIMARY KEY, due INTEGER, packed TEXT NOT NULL)",
    "CREATE TABLE woven_deed_blocks (block BIGINT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, entry TEXT NOT NULL)",
    "CREATE TABLE woven_links (block BIGINT NOT NULL, source TEXT NOT NULL, type TEXT NOT NULL, target TEXT NOT NULL)",
    "CREATE TABLE woven_texts (doc TEXT PRIMARY KEY, first INTEGER, last INTEGER, publisher TEXT, published TEXT, signature TEXT NOT NULL)",
    "CREATE TABLE woven_marks (mark BIGINT NOT NULL, doc TEXT NOT NULL)",
    "CREATE TABLE woven_ties (one TEXT NOT NULL, other TEXT NOT NULL)",
    "CREATE TABLE woven_state (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE INDEX woven_documents_day ON woven_documents (day, doc)",
    "CREATE INDEX woven_texts_time ON woven_texts (last, first, doc)",
    "CREATE INDEX woven_marks_mark ON woven_marks (mark, doc)",
    "CREATE INDEX woven_ties_one ON woven_ties (one)",
    "CREATE INDEX woven_ties_other ON woven_ties (other)",
    "CREATE INDEX woven_claims_doc ON woven_claims (doc)",
    "CREATE INDEX woven_claims_home ON woven_claims (home)",
    "CREATE INDEX woven_blocks_line ON woven_blocks (block, first, last, claim, number)",
    "CREATE INDEX woven_pairs_one ON woven_pairs (one)",
    "CREATE INDEX woven_pairs_other ON woven_pairs (other)",
    "CREATE INDEX woven_deeds_due ON woven_deeds (due)",
    "CREATE INDEX woven_deed_blocks_line ON woven_deed_blocks (block, first, last, entry)",
    "CREATE INDEX woven_deed_blocks_entry ON woven_deed_blocks (entry)",
    "CREATE INDEX woven_links_source ON woven_links (source)",
    "CREATE INDEX woven_links_target ON woven_links (target)",
)

#: Which document each near copy copies, kept by the database itself from the findings that say so.
_TABLE_OF_COPIES = (
    "CREATE TABLE near_copies (finding TEXT NOT NULL, revision INTEGER NOT NULL, doc TEXT NOT NULL, original TEXT NOT NULL, "
    "PRIMARY KEY (finding, revision))",
    "CREATE INDEX near_copies_doc ON near_copies (doc)",
)
_COPIES: dict[str, str] = {
    "sqlite": "json_extract({0}.record, '$.about[0]'), json_extract({0}.record, '$.about[1]')",
    "postgresql": "{0}.record::json -> 'about' ->> 0, {0}.record::json -> 'about' ->> 1",
}
NINTH: dict[str, tuple[str, ...]] = {
    dialect: (
        *_TABLE_OF_COPIES,
        f"INSERT INTO near_copies SELECT v.finding, v.revision, {subjects.format('v')} FROM finding_versions v "
        "WHERE v.kind = 'near_copy' AND v.record IS NOT NULL",
    )
    for dialect, subjects in _COPIES.items()
}
NINTH["sqlite"] += (
    "CREATE TRIGGER finding_versions_copies AFTER INSERT ON finding_versions WHEN NEW.kind = 'near_copy' AND NEW.record IS NOT NULL "
    f"BEGIN INSERT INTO near_copies SELECT NEW.finding, NEW.revision, {_COPIES['sqlite'].format('NEW')}; END",
)
NINTH["postgresql"] += (
    "CREATE FUNCTION finding_versions_copies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO near_copies "
    f"SELECT NEW.finding, NEW.revision, {_COPIES['postgresql'].format('NEW')}; RETURN NULL; END $$",
    "CREATE TRIGGER finding_versions_copies AFTER INSERT ON finding_versions FOR EACH ROW "
    "WHEN (NEW.kind = 'near_copy' AND NEW.record IS NOT NULL) EXECUTE FUNCTION finding_versions_copies()",
)

_TABLE_OF_MOMENTS = (
    "CREATE TABLE entry_moments (entry TEXT NOT NULL, revision INTEGER NOT NULL, number INTEGER NOT NULL, day_from TEXT NOT NULL, "
    "day_to TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, PRIMARY KEY (entry, revision, number))"
)
#: Of each step its number, the first and last day it may be of (as `days.interval` has them; its report's if it has none) and the status.
_MOMENTS = (
    "INSERT INTO entry_moments SELECT v.entry, v.revision, {number}, "
    "CASE length({first}) WHEN 4 THEN {first} || '-01-01' WHEN 7 THEN {first} || '-01' ELSE {first} END, "
    "CASE length({last}) WHEN 4 THEN {last} || '-12-31' WHEN 7 THEN {month_end} ELSE {last} END, v.kind, {status} "
    "FROM entry_versions v, {steps} WHERE v.record IS NOT NULL AND {day} IS NOT NULL"
)
_OF_VERSION = " AND v.entry = NEW.entry AND v.revision = NEW.revision"


def _moments(dialect: str) -> str:
    """The statement that takes the steps out of the records of entries."""
    if dialect == "sqlite":
        day = "coalesce(json_extract(j.value, '$.on'), json_extract(j.value, '$.reported'))"
        first, last = f"substr({day}, 1, instr({day} || '/', '/') - 1)", f"substr({day}, instr({day}, '/') + 1)"
        return _MOMENTS.format(
            day=day, first=first, last=last, month_end=f"date({last} || '-01', '+1 month', '-1 day')", number="j.key",
            status="json_extract(j.value, '$.status')", steps="json_each(v.record, '$.history') j",
        )  # fmt: skip
    day = "coalesce(j.value ->> 'on', j.value ->> 'reported')"
    first, last = f"split_part({day}, '/', 1)", f"substr({day}, strpos({day}, '/') + 1)"
    return _MOMENTS.format(
        day=day, first=first, last=last, number="j.key - 1", status="j.value ->> 'status'",
        month_end=f"to_char(({last} || '-01')::date + interval '1 month' - interval '1 day', 'YYYY-MM-DD')",
        steps="json_array_elements(v.record::json -> 'history') WITH ORDINALITY AS j(value, key)",
    )  # fmt: skip


#: The steps of entries in the order of the timeline, kept by the database itself.
TENTH: dict[str, tuple[str, ...]] = {
    dialect: (
        _TABLE_OF_MOMENTS,
        _moments(dialect),
        "CREATE INDEX entry_moments_order ON entry_moments (day_from, day_to, kind, entry, status, number)",
    )
    for dialect in ("sqlite", "postgresql")
}
TENTH["sqlite"] += (f"CREATE TRIGGER entry_versions_moments AFTER INSERT ON entry_versions BEGIN {_moments('sqlite')}{_OF_VERSION}; END",)
TENTH["postgresql"] += (
    "CREATE FUNCTION entry_versions_moments() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"{_moments('postgresql')}{_OF_VERSION}; RETURN NULL; END $$",
    "CREATE TRIGGER entry_versions_moments AFTER INSERT ON entry_versions FOR EACH ROW EXECUTE FUNCTION entry_versions_moments()",
)

#: Marks of texts in the order in which texts are held against each other, and of what sort a tie is; all is woven anew after that.
ELEVENTH = (
    "DELETE FROM woven_state",
    "DROP TABLE woven_marks",
    "DROP TABLE woven_ties",
    "CREATE TABLE woven_marks (mark BIGINT NOT NULL, place TEXT NOT NULL)",
    "CREATE TABLE woven_ties (one TEXT NOT NULL, other TEXT NOT NULL, sort TEXT NOT NULL)",
    *(line for name, line in WOVEN_INDEXES.items() if name.startswith(("woven_marks", "woven_ties"))),
)

#: What is asked of every claim beside its portrait, and which pairs have a say in groups; all is woven anew after that. The order
#: of entries tells their status, so that a list of one that few have looks at no other entries.
TWELFTH = (
    "DELETE FROM woven_state",
    "DROP TABLE woven_claims",
    "DROP TABLE woven_pairs",
    "CREATE TABLE woven_claims (number INTEGER PRIMARY KEY, claim TEXT NOT NULL, doc TEXT NOT NULL, certain INTEGER NOT NULL, "
    "home TEXT NOT NULL, packed TEXT NOT NULL, kind TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, day INTEGER NOT NULL, "
    "reported TEXT NOT NULL)",
    "CREATE TABLE woven_pairs (one INTEGER NOT NULL, other INTEGER NOT NULL, score DOUBLE PRECISION NOT NULL, shared INTEGER NOT NULL, "
    "near INTEGER NOT NULL)",
    *(line for name, line in WOVEN_INDEXES.items() if name.startswith(("woven_claims", "woven_pairs"))),
    "DROP INDEX entry_versions_order",
    "DROP INDEX entry_versions_newest",
    "CREATE INDEX entry_versions_order ON entry_versions ((on_from IS NULL), on_from, kind, entry, status)",
    "CREATE INDEX entry_versions_newest ON entry_versions ((on_from IS NULL), on_from DESC, kind, entry, status)",
)

#: version → (statements, of all dialects or by dialect; tables it makes append-only)
MIGRATIONS: dict[int, tuple[tuple[str, ...] | dict[str, tuple[str, ...]], tuple[str, ...]]] = {
    1: (FIRST, FIRST_TABLES),
    2: (SECOND, ("document_grades",)),
    3: (THIRD, ("claim_rulings",)),
    4: (FOURTH, ()),
    5: (FIFTH, ("reviewers",)),
    6: (SIXTH, ()),
    7: (SEVENTH, ()),
    8: (EIGHTH, ()),
    9: (NINTH, ()),
    10: (TENTH, ()),
    11: (ELEVENTH, ()),
    12: (TWELFTH, ()),
}
NEWEST = max(MIGRATIONS)
VERSION_TABLE = "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied TEXT NOT NULL)"


def statements_of(version: int, dialect: str) -> Iterator[str]:
    """The SQL that takes a ledger from the version before to `version`."""
    made, guarded = MIGRATIONS[version]
    lines = made[dialect] if isinstance(made, dict) else made
    yield from (line if dialect == "sqlite" else sorted_by_bytes(line) for line in lines)
    for table in guarded:
        yield from _guard(table, dialect)


def sorted_by_bytes(line: str) -> str:
    """The statement with columns that PostgreSQL compares as SQLite does: byte by byte, the same in every country."""
    return re.sub(r"\bTEXT\b", 'TEXT COLLATE "C"', line)


ACTS: dict[str, tuple[str, ...]] = {"sqlite": ("UPDATE", "DELETE"), "postgresql": ("UPDATE", "DELETE", "TRUNCATE")}


def guards(tables: Iterable[str], dialect: str) -> Iterator[tuple[str, str, str]]:
    """The triggers of append-only tables: name, what they refuse, table."""
    for table in tables:
        yield from ((f"{table}_no_{act.lower()}", act, table) for act in ACTS[dialect])


def _guard(table: str, dialect: str) -> Iterator[str]:
    """Triggers that refuse to change or delete rows of a table."""
    for act in ACTS[dialect]:
        refusal = f"{table} is append-only: no {act}"
        if dialect == "sqlite":
            yield f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        else:
            yield (
                f"CREATE FUNCTION {table}_no_{act.lower()}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
            )
            yield (
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_no_{act.lower()}()"
            )
