"""The reader of web pages beside trafilatura and resiliparse on the same pages: body, title, date, speed.

FOLDER holds pages as `NAME_YYYY_MM_DD.html.gz` and, for each NAME, the expected reading as `NAME.json`, in the layout of the fundus
project's test cases: version → title, authors, publishing_date, body (summary, sections of headline and paragraphs). A page counts
against the version that the three readers together agree with best.

Body: F1 over the multiset of word 4-grams, summary and section headings expected. Title: equal but for white space, case, kinds of
quotes and the name of the site. Date: the same day. Both peers read only if they are installed.
"""

# ruff: noqa: E402
from __future__ import annotations

import sys

# a script's own folder is looked in first, and there this file would stand for the standard library's `html`
sys.path[:] = [folder for folder in sys.path if not folder.endswith("benchmarks")]

import argparse
import gzip
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from promissory.reading.composing import compose
from promissory.reading.decoding import decode
from promissory.reading.html import draft_html, draft_html_in_bulk

GRAM = 4
SITE = re.compile(r"\s+[|•·»–—-]\s+[^|•·»–—-]{1,40}$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader made of one page; `day` is None where it does not tell."""

    body: str
    title: str | None = None
    day: str | None = None


#: A reader takes the bytes of a page.
Reader = Callable[[bytes], Reading]


@dataclass(frozen=True, slots=True)
class Score:
    """One reader on one page: F1 of the body, and whether title and date are right (None if the reader does not tell them)."""

    body: float
    title: bool | None
    day: bool | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Score, time and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="pages (*.html.gz) and what is expected of them (*.json)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="timed runs of each reader; the best counts  [default: 3]")
    given = parser.parse_args(arguments)
    pages = {path.name.removesuffix(".html.gz"): gzip.decompress(path.read_bytes()) for path in sorted(given.folder.glob("*.html.gz"))}
    if not pages:
        parser.error(f"no *.html.gz in {given.folder}")
    readers = installed()
    readings = {name: {reader: read(raw) for reader, read in readers.items()} for name, raw in pages.items()}
    table = {name: scores(expected_of(given.folder, name), found) for name, found in readings.items()}
    print("\n".join(lines(table, list(readers))))
    for reader, read in readers.items():
        print(f"{reader:<14}{rate(read, list(pages.values()), given.rounds):8.1f} pages/s")


def installed() -> dict[str, Reader]:
    """The readers that can run here, by name."""
    peers: dict[str, Reader] = {"trafilatura": read_with_trafilatura, "resiliparse": read_with_resiliparse}
    own: dict[str, Reader] = {"promissory": read_page, "in bulk": read_page_in_bulk}
    return own | {name: peers[name] for name in peers if find_spec(name)}


def read_page(raw: bytes) -> Reading:
    """The careful reader, offsets and all."""
    decoded = decode(raw)
    document = compose(
        draft_html(decoded.text, "page"), "page", lambda traced: traced.segments(raw, decoded.text, decoded.codec, decoded.offset)
    )
    body = document.text[document.title_span[1] :] if document.title_span else document.text
    return Reading(body, document.title, document.published.value if document.published else None)


def read_page_in_bulk(raw: bytes) -> Reading:
    """The fast reader."""
    document = compose(draft_html_in_bulk(decode(raw).text, "page"), "page", lambda _: ())
    body = document.text[document.title_span[1] :] if document.title_span else document.text
    return Reading(body, document.title, document.published.value if document.published else None)


def read_with_trafilatura(raw: bytes) -> Reading:
    """Trafilatura with its metadata, without comments."""
    from trafilatura import bare_extraction

    found = bare_extraction(raw.decode("utf-8", "replace"), include_comments=False, with_metadata=True)
    return Reading(found.text or "", found.title, found.date) if found is not None and not isinstance(found, dict) else Reading("")


def read_with_resiliparse(raw: bytes) -> Reading:
    """Resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return Reading(str(extract_plain_text(raw.decode("utf-8", "replace"), main_content=True)))


def expected_of(folder: Path, name: str) -> list[dict[str, Any]]:
    """The versions of the expected reading of a page."""
    versions: dict[str, dict[str, Any]] = json.loads((folder / f"{name.split('_')[0]}.json").read_text("utf-8"))
    return list(versions.values())


def scores(versions: list[dict[str, Any]], readings: dict[str, Reading]) -> dict[str, Score]:
    """The score of each reader against the version that fits the page."""
    fitting = max(versions, key=lambda version: sum(f1(reading.body, expected_body(version)) for reading in readings.values()))
    return {reader: score(fitting, reading) for reader, reading in readings.items()}


def score(expected: dict[str, Any], reading: Reading) -> Score:
    """One reading against one expectation."""
    title = bare_title(reading.title) == bare_title(expected["title"]) if reading.title is not None else None
    day = reading.day[:10] == str(expected["publishing_date"])[:10] if reading.day is not None else None
    return Score(f1(reading.body, expected_body(expected)), title, day)


def expected_body(version: dict[str, Any]) -> str:
    """Summary, section headings and paragraphs, in order."""
    body = version["body"]
    sections = (part for section in body["sections"] for part in (*section["headline"], *section["paragraphs"]))
    return "\n".join((*body["summary"], *sections))


def bare_title(title: str | None) -> str:
    """A title without the name of the site, marks, case and white space."""
    stripped = SITE.sub("", unicodedata.normalize("NFKC", title or ""))
    return " ".join(re.findall(r"\w+", stripped.casefold()))


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The word 4-grams of a text and how often each stands in it."""
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[start:] for start in range(GRAM)), strict=False))


def f1(found: str, expected: str) -> float:
    """Harmonic mean of precision and recall over word 4-grams."""
    ours, theirs = grams(found), grams(expected)
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def lines(table: dict[str, dict[str, Score]], readers: list[str]) -> Iterator[str]:
    """The table as it is printed: pages, then averages."""
    yield f"{'page':<30}" + "".join(f"{reader:>18}" for reader in readers) + "   (body F1, title, date)"
    for name, row in table.items():
        yield f"{name:<30}" + "".join(cell(row[reader]) for reader in readers)
    averages = (mean([row[reader] for row in table.values()]) for reader in readers)
    yield f"{'all':<30}" + "".join(averages)


def cell(score: Score) -> str:
    """One score in 18 columns; `·` where the reader does not tell."""
    marks = "".join("·" if right is None else "✓" if right else "✗" for right in (score.title, score.day))
    return f"{score.body:13.3f} {marks:<4}"


def mean(column: list[Score]) -> str:
    """The average of the bodies and the numbers of right titles and dates."""
    titles, days = sum(s.title is True for s in column), sum(s.day is True for s in column)
    return f"{sum(s.body for s in column) / len(column):9.3f} {titles:3d} {days:3d} "


def rate(read: Reader, pages: list[bytes], rounds: int) -> float:
    """Pages a second, the best of the rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        for raw in pages:
            read(raw)
        best = min(best, time.perf_counter() - began)
    return len(pages) / best


if __name__ == "__main__":
    main()
