"""Writes the words of the web app's pages to src/promissory/web/locale/promissory.pot: what templates and code mark, and the words
of the data that pages say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import write_po

from promissory.analysis.registers.columns import COLUMNS
from promissory.ledger.ledgers import FACETS
from promissory.model import KINDS, ROLES, STATUSES
from promissory.model.claims import ALL_SLOTS
from promissory.model.decisions import ACTIONS
from promissory.model.entries import LINKS
from promissory.model.findings import FINDINGS, SEVERITIES
from promissory.publishing.flattening import MARKS
from promissory.web.pages.listing import NOUNS
from promissory.web.pages.listing import REGISTERS as ADDRESSES
from promissory.web.wording import MONTHS, SCALES

WEB = Path(__file__).parent.parent / "src" / "promissory" / "web"
TARGET = WEB / "locale" / "promissory.pot"
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
OPTIONS = {"**/templates/**.html": {"trimmed": "true", "silent": "false"}}
#: Words of the data that no list holds: how a date of publication is known, and what support is.
OTHERS = ("metadata", "byline", "feed", "given", "inferred", "military", "financial", "humanitarian", "industrial", "training")


def words_of_data() -> Iterator[str]:
    """Kinds, statuses, roles, slots, columns, findings, links, decisions."""
    yield from (*KINDS, *(word for words in (*STATUSES.values(), *ROLES.values()) for word in words), *ALL_SLOTS)
    yield from (*(column for columns in COLUMNS.values() for column in columns), *FINDINGS, *SEVERITIES, *LINKS, *ACTIONS)
    yield from (*FACETS, *NOUNS, *ADDRESSES, *OTHERS, *MONTHS, *(word for _, word in SCALES), *(mark.strip() for mark in MARKS.values()))


def make() -> str:
    """The catalogue as it is written."""
    catalogue = Catalog(project="Promissory", creation_date=datetime(2025, 1, 1, tzinfo=UTC), charset="utf-8", fuzzy=False)
    catalogue.header_comment = "# The words of the pages of Promissory; written by `make catalogue`."
    keywords = DEFAULT_KEYWORDS | {"tell": None}
    for name, _, message, comments, context in extract_from_dir(WEB, METHODS, OPTIONS, keywords):
        catalogue.add(message, None, [(Path(name).as_posix(), 0)], auto_comments=comments, context=context)
    for word in words_of_data():
        catalogue.add(word.replace("_", " "), None, [("words of the data", 0)])
    held = io.BytesIO()
    write_po(held, catalogue, sort_output=True, include_lineno=False, width=0)
    return held.getvalue().decode()


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(make(), encoding="utf-8")
