"""Where and when a text was signed: its closing formula, or the line of place and date under its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from promissory.extraction.calendar.chronology import MONTH_NAMES, MONTHS
from promissory.extraction.calendar.dates import dates
from promissory.extraction.lexicon.numerals import ORDINALS, SMALL, TENS
from promissory.extraction.text.gazetteer import Gazetteer
from promissory.extraction.text.splitting import Block
from promissory.extraction.treaties.forms import NO_PLACE, PLACE, SIGNED

At = tuple[int, int]
#: How many blocks after the closing formula may hold its date.
REACH = 3
ORDINAL = {**{word: n for n, word in enumerate(ORDINALS, 1)}, "thirtieth": 30}
_TENTH = "|".join(sorted((*ORDINAL, *(f"{ten}[- ]{one}" for ten in ("twenty", "thirty") for one in ORDINAL)), key=len, reverse=True))
#: "This 31st day of May 2024", "the sixteenth day of February in the year two thousand and twenty-four".
SOLEMN = re.compile(
    rf"(?:(?P<figure>\d{{1,2}})(?:st|nd|rd|th)?|(?P<word>{_TENTH}))(?:\s+day)?\s+of\s+(?P<month>{'|'.join(MONTH_NAMES)}),?"
    r"(?:\s+in\s+the\s+year(?:\s+of)?)?\s+(?:(?P<year>(?:19|20)\d\d)|two\s+thousand\s+(?:and\s+)?(?P<spelled>[a-z]+(?:[- ][a-z]+)?))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Date and place of a signature with the document offsets of their words, and those of the whole formula."""

    at: At
    date: str | None = None
    date_at: At | None = None
    place: str | None = None
    place_at: At | None = None


def find_signature(text: str, blocks: Sequence[Block], gazetteer: Gazetteer) -> Signature | None:
    """The closing formula ("Done at … on …"), searched from the end; None where the text has none."""
    for number in range(len(blocks) - 1, len(blocks) // 2 - 1, -1):
        block = blocks[number]
        if SIGNED.match(text, block.start, block.end):
            last = blocks[min(number + REACH, len(blocks) - 1)]
            signature = _read(text, block, last.end, gazetteer)
            if signature.date or signature.place:
                return signature
    return None


def find_named_signature(text: str, title: At, gazetteer: Gazetteer) -> Signature | None:
    """A title that says it itself: "Agreement between …, signed in Oslo on 31 May 2024"."""
    match = re.compile(r"\b(?:signed|done)\s+(?:at|in|on)\b", re.I).search(text, *title)
    signature = _read(text, Block(match.start(), title[1]), title[1], gazetteer) if match else None
    return signature if signature and signature.date else None


def find_dateline(text: str, blocks: Sequence[Block], gazetteer: Gazetteer) -> Signature | None:
    """A short line under the title, or under the text, that says where and when ("Oslo, 31 May 2024")."""
    for block in blocks:
        found = list(_days(text, block.start, block.end)) if block.end - block.start < 80 else []
        if not found:
            continue
        value, at = found[0]
        place = re.match(r"\W*(?:in\s+)?(?P<place>[A-ZÀ-Ž][\w'’-]+(?:\s+[A-ZÀ-Ž][\w'’-]+){0,3}),\s", text[block.start : at[0]])
        where = (block.start + place.start("place"), block.start + place.end("place")) if place else None
        return Signature((block.start, block.end), value, at, _named(text, where, gazetteer), where)
    return None


def _read(text: str, block: Block, end: int, gazetteer: Gazetteer) -> Signature:
    own = list(_days(text, block.start, block.end))
    days = own or list(_days(text, block.end, end))[:1]
    value, date_at = max(days, key=lambda day: (day[0], day[1])) if days else (None, None)
    places = [where for where in _places(text, block.start, block.end) if date_at is None or len(own) > 1 or where[0] < date_at[1] + 40]
    where = places[0] if places and len(own) < 2 else None
    finish = block.end if date_at is None or date_at[1] <= block.end else date_at[1]
    return Signature((block.start, finish), value, date_at, _named(text, where, gazetteer), where)


def _days(text: str, start: int, end: int) -> Iterator[tuple[str, At]]:
    """The days named between the offsets, as ISO dates."""
    words = text[start:end]
    for match in SOLEMN.finditer(words):
        if value := _solemn(match):
            yield value, (start + match.start(), start + match.end())
    for mention in dates(words):
        if mention.value and len(mention.value) == 10:
            yield mention.value, (start + mention.start, start + mention.end)


def _solemn(match: re.Match[str]) -> str | None:
    day = int(match["figure"]) if match["figure"] else _number(match["word"], ORDINAL)
    year = int(match["year"]) if match["year"] else 2000 + (_number(match["spelled"], {**SMALL}) or 0)
    month = MONTHS[match["month"].lower()]
    return f"{year}-{month:02}-{day:02}" if day and 1 <= day <= 31 else None


def _number(words: str, ones: dict[str, int]) -> int | None:
    """ "Twenty-fourth" or "twenty four"; None where a word is no number."""
    values = [{**TENS, **SMALL, **ones}.get(word) for word in re.split(r"[- ]+", words.lower())]
    known = [value for value in values if value is not None]
    return sum(known) if known and (len(known) == len(values) or len(values) == 2) else None


def _places(text: str, start: int, end: int) -> Iterator[At]:
    at = start
    while match := PLACE.search(text, at, end):
        at = match.end()
        if not NO_PLACE.match(match["place"]):
            yield match.start("place"), match.start("place") + len(match["place"].rstrip(",;"))


def _named(text: str, where: At | None, gazetteer: Gazetteer) -> str | None:
    """The place as written, in the pack's spelling where that is the same name."""
    if where is None:
        return None
    written = text[where[0] : where[1]]
    for mention in gazetteer.find(written):
        known = mention.id_of("place")
        if known and mention.start == 0 and SequenceMatcher(None, known.lower(), written.lower()).ratio() >= 0.6:
            return known
    return written.rstrip(".") if written.count(".") == 1 else written
