"""Words, found where they stand: in the evidence of claims and in the titles and texts of documents.

Words are found in any order and by their stem ("deliveries" finds "delivered"); words in quotation marks only as they stand; a minus
before a word excludes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from promissory.errors import UsageError
from promissory.ledger import statements
from promissory.ledger.readings import claim_row
from promissory.ledger.rows import decode

Record = Mapping[str, Any]
TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
WORD = re.compile(r"\w+")
#: Letters shown on each side of the first words found, and letters by which two words of one stem agree at least.
MARGIN, STEM = 110, 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim or document in which words were found; `before`, `words` and `after` are a piece of its text."""

    noun: str
    record: Record
    before: str
    words: str
    after: str

    def to_record(self) -> dict[str, Any]:
        """The JSON of a hit: `noun`, `id`, `snippet`, and of its source `doc`, `source`, `title`, `reported`."""
        doc = self.record["doc"] if self.noun == "claim" else self.record["id"]
        reported = self.record.get("reported") or (self.record.get("published") or {}).get("value")
        head = {"noun": self.noun, "id": self.record["id"], "doc": doc, "source": self.record["source"]}
        return {**head, "title": self.record.get("title"), "reported": reported, "snippet": self.before + self.words + self.after}


def search(connection: Connection, words: str, as_of: str | None, number: int) -> list[Hit]:
    """Up to `number` claims and as many documents in which the words are found, the best first."""
    terms = _terms(words)
    if not any(wanted for wanted, _ in terms):
        raise UsageError("no words to look for", "search", "give at least one word that is not excluded")
    asked = _match(terms) if connection.dialect.name == "sqlite" else _websearch(terms)
    stems = [word for wanted, term in terms if wanted for word in WORD.findall(term)]
    return [*_claims(connection, asked, as_of, number, stems), *_documents(connection, asked, as_of, number, stems)]


def _claims(connection: Connection, words: str, as_of: str | None, number: int, stems: list[str]) -> Iterator[Hit]:
    for key in _found(connection, "claims", words, as_of, number):
        record = claim_row(statements.run(connection, "claims.get", id=key).one()).record
        text = " … ".join(" ".join(span["quote"].split()) for span in record["evidence"])
        yield Hit("claim", record, *_around(text, stems))


def _documents(connection: Connection, words: str, as_of: str | None, number: int, stems: list[str]) -> Iterator[Hit]:
    for key in _found(connection, "documents", words, as_of, number):
        record = decode(statements.run(connection, "documents.get", id=key).scalar_one())
        text = decode(statements.run(connection, "documents.text", id=key).scalar_one())["text"]
        yield Hit("document", record, *_around(" ".join(text.split()), stems))


def _found(connection: Connection, noun: str, words: str, as_of: str | None, number: int) -> list[str]:
    name = f"search.{noun}_{connection.dialect.name}"
    return list(statements.run(connection, name, words=words, as_of=as_of or "", number=number).scalars())


def _terms(words: str) -> list[tuple[bool, str]]:
    """(wanted, words) of each term; a term without a letter or digit is none."""
    found = [(not minus, phrase or word) for minus, phrase, word in TERM.findall(words.replace("\0", " "))]
    return [(wanted, term) for wanted, term in found if WORD.search(term)]


def _match(terms: list[tuple[bool, str]]) -> str:
    """The terms as SQLite's FTS5 asks: every one a string of its own, so that no sign is taken for an operator."""
    yes = [_string(term) for wanted, term in terms if wanted]
    no = [_string(term) for wanted, term in terms if not wanted]
    asked = " AND ".join(yes)
    return f"({asked}) NOT ({' OR '.join(no)})" if no else asked


def _string(term: str) -> str:
    return '"' + " ".join(WORD.findall(term)) + '"'


def _websearch(terms: list[tuple[bool, str]]) -> str:
    return " ".join(("" if wanted else "-") + _string(term) for wanted, term in terms)


def _around(text: str, stems: list[str]) -> tuple[str, str, str]:
    """The first place in a text of a word of the same stem, with what stands around it at whole words."""
    patterns = [re.escape(word[: max(STEM, len(word) - 3)]) + r"\w*" for word in stems]
    found = re.search(r"\b(?:" + "|".join(patterns) + ")", text, re.IGNORECASE)
    start, end = found.span() if found else (0, 0)
    before, after = text[max(0, start - MARGIN) : start], text[end : end + MARGIN]
    if start > MARGIN:
        before = "… " + before.partition(" ")[2]
    if end + MARGIN < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, text[start:end], after
