"""Times that lean on the time of the story: "the following January", "March of that year", a day told in a text that has no date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import INVADED, MONTHS, SEASON_MONTHS, Anchor, first_day, month_iso, value_of
from promissory.extraction.calendar.patterns import is_day

if TYPE_CHECKING:
    from promissory.extraction.calendar.dates import DateMention

_BEFORE = re.compile(r"\b(?:the\s(?:very\s)?(?P<which>following|next|same|previous|preceding)|that)\s(?:(?:early|late|mid)[-\s])?$", re.I)
_OF_YEAR = re.compile(r".*\bof\s(?:the\s)?(?P<which>that|same|following|next|previous|preceding)\syear", re.I)
_BY_NAME = re.compile(
    r"(?:(?:early|late|mid)[-\s])?(?:the\s)?(?:very\s)?(?P<which>that|following|next|same|previous|preceding)\s"
    rf"(?:spring|summer|autumn|fall|winter|{'|'.join(MONTHS)})",
    re.I,
)
_OPEN = re.compile(r"(?:\d{4}|XXXX)-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<season>SP|SU|FA|WI))")
_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
#: Words that count from the day the text appeared.
_FROM_NOW = re.compile(r"\b(?:last|next|this|past|coming|ago)\b", re.I)
#: Days within which a night is one of the news.
FRESH = 7
#: How many days before and after the one told last a day without a year may lie, in a text that has no date to count from.
BACK, ON = 100, 250


def lean(text: str, mention: DateMention, told: DateMention, anchor: Anchor | None) -> DateMention:
    """The mention with the year of the time told before it, where its words say so or a text without a date leaves no other."""
    name = _OPEN.fullmatch(mention.timex)
    began, _, ended = (told.value or "").partition("/")
    if _is_night_told(text, mention, told, anchor):
        return _on_night(mention, began)
    if not name or not mention.relative or not _TIME.fullmatch(began):
        return mention
    which = _which(text, mention)
    if which is None:
        return _near(mention, name, began) if mention.value is None and _is_undated(anchor) else mention
    if anchor and first_day(began) > anchor.last:
        return mention  # what is told lies ahead: "the following year" is counted from today
    first = SEASON_MONTHS[name["season"]][0] if name["season"] else int(name["month"])
    year = _year(which, first, began, ended or began, of_year=_OF_YEAR.fullmatch(mention.quote) is not None)
    return _in(mention, name, year) or mention


def _is_night_told(text: str, mention: DateMention, told: DateMention, anchor: Anchor | None) -> bool:
    """ "He was there on 24 April, and missiles had killed thirteen overnight": the night of a day told long before the text appeared."""
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", told.value or "")
    if mention.quote.lower() != "overnight" or not day or re.search(r"[.!?]\s", text[told.end : mention.start]):
        return False
    return anchor is None or (anchor.first - first_day(str(told.value))).days > FRESH


def _on_night(mention: DateMention, day: str) -> DateMention:
    before = first_day(day) - timedelta(1)
    return replace(mention, value=f"{before.isoformat()}/{day}", timex=f"{day}TNI")


def _which(text: str, mention: DateMention) -> str | None:
    """ "Following", "same", …: how the words tie a time to the one told before."""
    named = _OF_YEAR.fullmatch(mention.quote) or _BY_NAME.fullmatch(mention.quote)
    before = None if named else _BEFORE.search(text, max(0, mention.start - 24), mention.start)
    found = named["which"] if named else (before["which"] or "that") if before else None
    if named and found and found.lower() in ("next", "previous") and not re.search(r"\b(?:the|of)\s", mention.quote, re.I):
        return None  # "next spring" is that after the text appeared
    return found.lower() if found else None


def _year(which: str, month: int, began: str, ended: str, *, of_year: bool) -> int:
    """The year of a month that is tied to the time told."""
    told = int(began[:4])
    if which in ("that", "same"):
        return told
    if of_year:
        return told + (1 if which in ("following", "next") else -1)
    if which in ("following", "next"):
        last = int(ended[5:7] or 12)
        return int(ended[:4]) + (month <= last)
    return told - (month >= int(began[5:7] or 1))


def _near(mention: DateMention, name: re.Match[str], began: str) -> DateMention:
    """The month or day in the year told, or nearest to the day told."""
    if not name["month"] or _FROM_NOW.search(mention.quote):
        return mention
    years = [int(began[:4])] if len(began) == 4 else [int(began[:4]) + by for by in (-1, 0, 1)]
    if mention.timex.endswith(INVADED[4:]):
        years = sorted({*years, int(INVADED[:4])})
    found = [m for year in years if (m := _in(mention, name, year))]
    if len(began) == 4:
        return found[0] if found else mention
    base = first_day(began)
    near = [m for m in found if base - timedelta(BACK) <= first_day(str(m.value)) <= base + timedelta(ON) or m.value == INVADED]
    return min(near, key=lambda m: abs((first_day(str(m.value)) - base).days), default=mention)


def _in(mention: DateMention, name: re.Match[str], year: int) -> DateMention | None:
    """The mention in a year; None where that year has no such day."""
    if name["season"]:
        timex = f"{year:04d}-{name['season']}"
        return replace(mention, timex=timex, value=value_of(timex))
    month, day = int(name["month"]), int(name["day"] or 1)
    if not 1 <= year <= 9998 or not is_day(year, month, day):
        return None
    timex = month_iso(year, month) + (f"-{day:02d}" if name["day"] else "")
    return replace(mention, timex=timex, value=timex)


def _is_undated(anchor: Anchor | None) -> bool:
    """Whether nothing says in which year a text appeared."""
    return anchor is None or (anchor.last - anchor.first).days > 366
