"""Dates and authors that a text prints about itself: "By N. N. | April 3, 2024", "Dec 19, 2024 2:33 AM", "KYIV. July 18, 2024."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from promissory.model import Published

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number + 1 for number, name in enumerate(MONTH_NAMES)}
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"  # noqa: E501
DAY, YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{MONTH}\s+{DAY}\s*,?\s+{YEAR}\b",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b",
        r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)\b",
    )
)
#: Words that stand around a date in a byline and are no sentence.
AROUND = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}[:.]\d\d(?::\d\d)?|\b(?:[ap]\.?m\.?|noon|midnight)\b"
    r"|\b(?:first |last )?(?:published|posted|updated|modified|edited|released|created|date|issued)\b|\b(?:on|at|in|by)\b"
    r"|\b(?:GMT|UTC|EE?S?T|CES?T|E[SD]T|BST|P[SD]T|MSK)\b(?:\s?[+-]\d{1,2})?|\d{1,2}[- ]min(?:ute)?s?(?: read)?",
    re.I,
)
UPDATED = re.compile(r"\b(?:updated|modified|edited)\b", re.I)
NAME = r"[A-Z][\w.’'-]+(?: (?:de|van|von|der|la|bin|al|el|di))*"
PERSON = rf"{NAME}(?:\s{NAME}){{0,4}}"
AUTHORS = re.compile(rf"(?:[Bb]y|BY|Author:|Written by)\s+({PERSON}(?:(?:,| and| &)\s{PERSON})*)\s*(?=$|[|,•·(/–-]|\d)")
DATELINE = re.compile(r"[A-Z][A-Z'’ .,/-]{2,40}?(?:,|\.|\s[-–—]|\s\()?\s*(?P<date>.{6,22}?\b(?:19|20)\d\d)\b\)?\s*(?:[.:–—-]|\()", re.S)
#: The closing formula of an agreement: "Signed in Kyiv on 12 January 2024 in duplicate", "DONE at … in the English language".
SIGNED = re.compile(
    r"(?:signed|done)\b.{0,160}?\b(?:19|20)\d\d\b.{0,160}?\b(?:duplicate|triplicate|originals?|copies|languages?)\b"
    r"|(?:signed|done) in (?:duplicate|triplicate|two)\b.{0,160}?\b(?:19|20)\d\d\b",
    re.I,
)
#: Words in lower case that a byline may hold.
LABELS = ("the", "desk", "news", "and", "of", "for", "staff")
#: Words that make a date one of the matter ("since 24 February 2022"), not of the text.
OF_THE_MATTER = re.compile(
    r"\b(?:since|from|until|till|through|between|after|before|as of|starting|beginning|effective|war|invasion)\b", re.I
)
MOST_WORDS = 9
HEAD_LINES, TAIL_LINES = 10, 4


@dataclass(frozen=True, slots=True)
class Byline:
    """What a text says of its own publication."""

    published: Published | None
    authors: tuple[str, ...]


def read_byline(text: str, removed: tuple[tuple[str, str], ...] = ()) -> Byline:
    """The byline of a text, from its first and last lines and the lines that cleaning removed."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    head, tail = lines[:HEAD_LINES], lines[HEAD_LINES:][-TAIL_LINES:] + [words for reason, words in removed if reason == "updated"]
    dated = [line for line in (*head, *tail) if is_byline(line)]
    first = (
        _signature(lines) or next((line for line in dated if not UPDATED.search(line)), None) or _dateline(head) or next(iter(dated), None)
    )
    found = written_date(first) if first else None
    published = Published(found, "byline", (f"the text prints {first!r}",)) if found and first else None
    return Byline(published, next((names for line in head if (names := _authors(line))), ()))


def written_date(words: str) -> str | None:
    """The first date with day, month and year in `words`, as ISO 8601; None if there is none or its order is open (04/05/2024)."""
    found = min((m for form in FORMS for m in form.finditer(words)), key=lambda m: m.start(), default=None)
    if not found:
        return None
    year, month, day = int(found["year"]), found["month"], int(found["day"])
    number = MONTHS.get(month[:3].lower()) or int(month)
    if number > 12 and day <= 12:
        number, day = day, number
    elif not month[0].isalpha() and found.re is FORMS[3] and day <= 12 and day != number:
        return None
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return None


def iso_date(written: str) -> str | None:
    """A date as metadata give it (ISO date, month, year, time or interval, or written out), as an ISO date without a time."""
    words = written.strip()
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", words):
        return words
    first, slash, last = words.partition("/")
    if slash and (ends := [iso_date(first), iso_date(last)]) and all(ends):
        return f"{ends[0]}/{ends[1]}"
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        opening = re.match(r"\d{4}-\d\d-\d\d(?=[T ]|$)", words)
        return _valid(opening.group()) if opening else written_date(words)


def is_byline(line: str) -> bool:
    """Whether a line holds a full date and little else: no sentence."""
    if len(line) > 120 or OF_THE_MATTER.search(line) or not any(form.search(line) for form in FORMS):
        return False
    for form in FORMS:
        line = form.sub(" ", line)
    rest = AROUND.sub(" ", line).strip()
    punctuated = re.search(r"\w[.!?]\s+\w|\w[.!?]$|[“”\"]", rest) is not None
    return not punctuated and len(re.findall(r"\w+", rest)) <= MOST_WORDS and _no_sentence(rest)


def _no_sentence(rest: str) -> bool:
    """A byline has hardly any running words in lower case but for its few labels."""
    return sum(word not in LABELS for word in re.findall(r"\b[a-z]{2,}\b", rest)) <= 2


def _signature(lines: list[str]) -> str | None:
    """The line that says when an instrument was signed, if the text is one; it says so near its end."""
    return next((line for line in reversed(lines) if SIGNED.match(line) and written_date(line)), None)


def _dateline(head: list[str]) -> str | None:
    """The dateline that opens one of the first paragraphs, if it has a year."""
    for line in head[:4]:
        if (found := DATELINE.match(line)) and written_date(found["date"]):
            return found.group().strip()
    return None


def _authors(line: str) -> tuple[str, ...]:
    found = AUTHORS.match(line) if len(line) <= 120 else None
    return tuple(name.strip() for name in re.split(r",| and | & ", found[1]) if name.strip()) if found else ()


def _valid(day: str) -> str | None:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None
