"""Clues from dates that a text writes out: it is not older than those it tells of as past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from promissory.packs import Pack
from promissory.reading.bylines import DAY, FORMS, MONTH, MONTHS, YEAR, written_date
from promissory.reading.clues import AHEAD, Clue, Sentence

CAPTION = re.compile(r"\b(?:Getty Images|Photo|Photograph|Image|Picture|pictured)\b")
#: A date after one of these words is no day of news.
BACKWARD = re.compile(r"\b(?:since|of|from|in|dated|after)\s*$", re.I)
RANGE = re.compile(rf"\b{MONTH}\s+\d{{1,2}}\s?[-–]\s?{DAY},?\s+{YEAR}\b", re.I)
MONTH_YEAR = re.compile(rf"\b(?:in|since|of|last|early|late|mid-?) {MONTH},? {YEAR}\b", re.I)
IN_YEAR = re.compile(
    r"\b(?:in|since|of) (?:early |late |mid-?|the (?:spring|summer|autumn|fall|winter|start|end) of )?(?P<year>20\d\d)\b(?![-–/]\d)", re.I
)
MONTH_2 = MONTH.replace("month", "month2")
DAY_MONTH = re.compile(
    rf"\b(?:(?:on|from|since|by|of|,|\() ?)(?:{MONTH}\s+{DAY}|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH_2})\b"
    r"(?!\s?[-–]\s?\d|,?\s+(?:19|20)\d\d)",
    re.I,
)


def date_clues(found: list[Sentence], pack: Pack) -> Iterator[Clue]:
    """The past dates of the sentences, each the first day on which the text can have appeared."""
    known = {event.since for event in pack.events if event.type == "origin"}
    for sentence in found:
        if AHEAD.search(sentence.text):
            continue
        for day, words, at in _full(sentence.text):
            news = not (CAPTION.search(sentence.text) or BACKWARD.search(sentence.text[:at]) or day.isoformat() in known)
            yield Clue(((day, date.max),), f"it writes {words!r} of something past", sentence.start + at, news)
        for day, words, at in _rough(sentence.text):
            yield Clue(((day, date.max),), f"it writes {words!r} of something past", sentence.start + at)


WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s?(?:the\s)?$", re.I)
WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A past day named without a year, with the weekday (0 is Monday) that is named before it, and its words."""

    month: int
    day: int
    weekday: int | None
    words: str

    def fits(self, day: date) -> bool:
        """Whether a day is such a one."""
        return self.weekday is None or day.weekday() == self.weekday


def days_without_year(found: list[Sentence], pack: Pack) -> Iterator[YearlessDay]:
    """The past days named without a year; "since" a day, and the day of an origin, are no news."""
    known = {event.since[5:] for event in pack.events if event.type == "origin"}
    for sentence in found:
        for match in DAY_MONTH.finditer(sentence.text):
            month, day = MONTHS[(match["month"] or match["month2"])[:3].lower()], int(match["day"] or match["day2"])
            told = not AHEAD.search(sentence.text) and not match.group().lower().startswith(("since", "from", "by"))
            if told and f"{month:02}-{day:02}" not in known:
                yield YearlessDay(month, day, *_with_weekday(sentence.text, match))


#: A weekday by itself: not of another week, nor one of many.
ALONE = re.compile(
    r"(?<!last )(?<!next )(?<!every )(?<!this )(?<!past )(?<!coming )\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?! (?:last|next|this) week|,? (?:the )?\d|,? [A-Z][a-z]{2,8}\.? \d)"
)


def weekdays_told(found: list[Sentence]) -> Iterator[tuple[int, str]]:
    """The weekdays (0 is Monday) of which sentences tell something past, and their words; a line under a picture tells no news."""
    for sentence in found:
        if not (AHEAD.search(sentence.text) or CAPTION.search(sentence.text)):
            for match in ALONE.finditer(sentence.text):
                yield WEEKDAYS.index(match["weekday"].lower()), match.group()


def _with_weekday(text: str, match: re.Match[str]) -> tuple[int | None, str]:
    """The weekday before a day, if one is named, and the words of both."""
    words = match.group().strip(" ,(")
    named = WEEKDAY.search(text[: match.end() - len(words)])
    return (WEEKDAYS.index(named[1].lower()), text[named.start() : match.end()]) if named else (None, words)


def _full(text: str) -> Iterator[tuple[date, str, int]]:
    """Dates with day, month and year; of a range of days the last."""
    for form in (*FORMS[:3], RANGE):
        for match in form.finditer(text):
            if day := written_date(re.sub(r"\d{1,2}\s?[-–]\s?(?=\d{1,2},)", "", match.group())):
                yield date.fromisoformat(day), match.group(), match.start()


def _rough(text: str) -> Iterator[tuple[date, str, int]]:
    """Months and years, by their first days."""
    for match in MONTH_YEAR.finditer(text):
        yield date(int(match["year"]), MONTHS[match["month"][:3].lower()], 1), match.group(), match.start()
    for match in IN_YEAR.finditer(text):
        yield date(int(match["year"]), 1, 1), match.group(), match.start()
