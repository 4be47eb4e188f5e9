"""Dates in the wording of news: a grammar of its own, and a calendar that knows the publication date and its precision.

Extents and `timex` follow TimeML (prepositions stay outside, modifiers such as "early" or "more than" inside). `value` is the
ledger's reading: an ISO 8601 date or interval, or None where only a guess could fill it. A publication date that is itself
an interval resolves an expression only when every day of the interval gives the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from promissory.extraction.calendar.chronology import (
    INVADED,
    MONTHS,
    UNITS,
    Anchor,
    Place,
    Reading,
    anchor_of,
    first_day,
    iso,
    iso_duration,
    shift,
    value_of,
)
from promissory.extraction.calendar.narrative import lean
from promissory.extraction.calendar.patterns import is_day
from promissory.extraction.calendar.rules import longest_reading, rules_of
from promissory.extraction.calendar.stretches import count_in


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time: `text[start:end] == quote`.

    `value`: ISO 8601 date or interval, None if it cannot be resolved. `timex`: TIMEX3 value. `mod`: START, MID, END, APPROX,
    MORE_THAN or LESS_THAN. `boundary`: the preposition that bounds it ("by", "until", "since", "from", "before", "after",
    "within", "for"). `span_words`: the ISO duration said ("P10Y"). `covers`: the interval that a stretch counted from the
    publication date covers ("the next four years" said in 2024: 2024/2028).
    """

    start: int
    end: int
    quote: str
    value: str | None
    timex: str
    type: str
    relative: bool = False
    span_words: str | None = None
    mod: str | None = None
    boundary: str | None = None
    covers: str | None = None


_WORDS = re.compile(r"[^\W_]+")
_BOUNDARY = re.compile(
    r"\b(by|until|till|since|from|before|after|within|through|for|between|prior to|no later than|starting"
    r"|beginning)\s(?:the\s|on\s)?$",
    re.I,
)


def dates(text: str, published: str | None = None, *, joined: bool = True) -> tuple[DateMention, ...]:
    """The expressions of time in `text`, in order, none overlapping another.

    `published` is an ISO date, month, year or interval; without it whatever needs it stays open. `joined` makes one mention
    of a range ("from 2024 to 2027"); without it the two ends are mentions of their own, as TimeML has them.
    """
    anchor = anchor_of(published)
    found = list(_refer(text, _mentions(text, anchor), anchor))
    return tuple(_join(text, found)) if joined else tuple(found)


def _mentions(text: str, anchor: Anchor | None) -> Iterator[DateMention]:
    end = 0
    for word in _WORDS.finditer(text):
        start = word.start()
        rules = rules_of(word.group()) if start >= end else ()
        if rules and (best := longest_reading(rules, Place(text, anchor, start))):
            length, reading = best
            yield _mention(text, start, length, reading)
            end = start + length


def _mention(text: str, start: int, length: int, reading: Reading) -> DateMention:
    value = reading.value or None
    if reading.value is None and reading.type in ("DATE", "TIME"):
        value = value_of(reading.timex)
    span = iso_duration(reading.timex) if reading.type in ("DURATION", "SET") and reading.timex.startswith("P") else None
    boundary = _BOUNDARY.search(text, max(0, start - 16), start)
    return DateMention(
        start, start + length, text[start : start + length], value, reading.timex, reading.type, reading.relative, span, reading.mod,
        boundary[1].lower() if boundary else None, reading.covers,
    )  # fmt: skip


_ANAPHOR = re.compile(
    # "the next decade" is a stretch of time, whatever was told before
    r"(?:(?:earlier|later|early|late)\s(?:in\s|on\s)?|the\s(?:beginning|start|end|middle|close)\sof\s)?"
    r"(?P<which>(?:the|that)?\s?(?:very\s)?(?:same|that|next|following|previous|preceding))\s(?P<unit>day|week|month|year|quarter"
    r"|(?<!next\s)decade|morning|afternoon|evening|night)"
    r"|the\sday\s(?P<side>before|after)"
    r"|(?P<count>.+?)\s(?P<span>day|week|fortnight|month|year|decade)s?\s(?P<when>earlier|later|before\sthat|after\sthat|before|previously"
    r"|beforehand|afterwards?|after|on)", re.I
)  # fmt: skip
#: Words behind a count of days that count them back.
_EARLIER = frozenset(("earlier", "before that", "before", "previously", "beforehand"))
_MEMORY = 600  # characters over which "the same day" looks back for its day


def _refer(text: str, mentions: Iterator[DateMention], anchor: Anchor | None) -> Iterator[DateMention]:
    """Resolve what counts from the date told before: `the same day`, `that year`, `two weeks later`.

    Only a resolved date of the same text within reach and as fine as the unit serves; else the mention stays open.
    """
    told: DateMention | None = None
    sure = False  # whether the date told before has its year by itself, or from one that has
    for mention in mentions:
        if told and mention.start - told.end < _MEMORY:
            read, mention = mention, _leaning(mention, told)
            if sure:
                tied = lean(text, mention, told, anchor)
                mention = tied if tied is not mention else _in_year_told(mention, told, anchor)
            sure = sure and (mention != read or not mention.value)
        if mention.boundary == "since" and mention.value and anchor:
            mention = replace(mention, covers=_until_published(mention.value, anchor))
        if mention.type in ("DATE", "TIME") and mention.value and not (told and _is_looked_back_on(mention)):
            told, sure = mention, sure or not mention.relative
        yield mention


def _is_looked_back_on(mention: DateMention) -> bool:
    """ "She had resigned four days earlier": the story goes on from the day before that one in the text."""
    match = _ANAPHOR.fullmatch(mention.quote) if mention.relative else None
    return match is not None and (_offset(match) or 0) < 0


def _leaning(mention: DateMention, told: DateMention) -> DateMention:
    """What leans on the date told before: a count from it, an hour of that day, the same quarter of the year before."""
    if (clock := _HOUR.fullmatch(mention.timex)) and mention.value is None and re.fullmatch(_DAY, told.timex[:10]):
        return replace(mention, timex=told.timex[:10] + clock[1])
    if (quarter := _QUARTER.fullmatch(told.timex)) and (mention.timex == "XXXX-QX" or _YEAR_AGO.fullmatch(mention.quote)):
        timex = f"{int(quarter[1]) - 1}-{quarter[2]}"
        return replace(mention, timex=timex, value=value_of(timex))
    return _counted_from(mention, told) if mention.value is None and mention.relative else mention


#: So many days after one told with its year, a day without a year is of that year too; what happened so many days before the text
#: appeared is news that needs no year; and the day of the invasion is named everywhere, whatever the time of the story.
_GOES_ON, _NEWS, _NAMED_EVERYWHERE = 150, 14, (INVADED, INVADED[:7])
#: So many after the beginning of a month told with its year, a day is.
_OF_MONTH = 45


def _in_year_told(mention: DateMention, told: DateMention, anchor: Anchor | None) -> DateMention:
    """`The first round, on February 28, 2022 … the third, on March 7`: a day without a year is of the year told before."""
    began = (told.value or "").partition("/")[0]
    guess = re.fullmatch(r"(\d{4}-\d\d(?:-\d\d)?)(?:/(\d{4}-\d\d-\d\d))?", mention.value or "")
    if not anchor or not guess or not _is_bare_day(mention) or told.value in _NAMED_EVERYWHERE:
        return mention
    in_month = re.fullmatch(_MONTH, began) is not None and re.fullmatch(_DAY, guess[1]) is not None
    if not (in_month or re.fullmatch(_DAY, began)):
        return mention
    if int(began[:4]) >= anchor.first.year or (anchor.last - first_day(guess[1])).days <= _NEWS:
        return mention
    times = [began[:4] + time[4:] for time in guess.groups() if time]
    reach = _OF_MONTH if in_month else _GOES_ON
    if not is_day(*map(int, f"{times[0]}-01"[:10].split("-"))) or not 0 <= (first_day(times[0]) - first_day(began)).days <= reach:
        return mention
    return replace(mention, value="/".join(times), timex=times[0] if mention.value == mention.timex else mention.timex)


def _is_bare_day(mention: DateMention) -> bool:
    """Whether a mention names a month, or a day of one, and leaves its year open."""
    words = set(re.findall(r"[a-z]+|\d{3,}", mention.quote.lower()))
    named = any(word in MONTHS or word == "anniversary" for word in words)
    return mention.relative and named and not {"last", "this", "next", "ago"} & words


_DAY, _MONTH = r"\d{4}-\d\d-\d\d", r"\d{4}-\d\d"
_HOUR = re.compile(rf"(?:{_DAY}|XXXX-XX-XX)(T\d\d:\d\d)")
_QUARTER = re.compile(r"(\d{4})-(Q\d)")
_YEAR_AGO = re.compile(r"a year (?:ago|earlier|before)", re.I)


def _counted_from(mention: DateMention, told: DateMention) -> DateMention:
    if mention.quote.lower() == "then":
        return replace(mention, timex=told.timex, value=told.value)
    match = _ANAPHOR.fullmatch(mention.quote)
    if not match:
        return mention
    unit, count = UNITS.get((match["unit"] or match["span"] or "day").lower(), "D"), _offset(match)
    known = _as_fine_as(unit, told.value or "")
    if known is None or count is None:
        return mention
    try:
        timex = shift(first_day(known), count, unit)
    except (ValueError, OverflowError):  # the calendar ends at year 1 and 9999
        return mention
    return replace(mention, timex=timex, value=value_of(timex))


def _as_fine_as(unit: str, value: str) -> str | None:
    """The start of a value that is precise enough to count `unit`s from."""
    fine = {"Y": r"\d{4}.*", "E": r"\d{4}.*", "M": r"\d{4}-\d\d.*"}.get(unit, r"\d{4}-\d\d-\d\d")
    return value.split("/")[0] if re.fullmatch(fine, value) else None


def _offset(match: re.Match[str]) -> int | None:
    """How many units after the date told before."""
    if match["which"]:
        word = match["which"].lower().split()[-1]
        return {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
    if match["side"]:
        return -1 if match["side"].lower() == "before" else 1
    count = count_in(match["span"], match["count"])
    if count is None or not float(count).is_integer():
        return None
    return int(count) * (-1 if match["when"].lower() in _EARLIER else 1)


def _until_published(value: str, anchor: Anchor) -> str | None:
    """From a date to the publication, as precise as the date: since 2022, said in 2024, is 2022/2024."""
    start = value.split("/")[0]
    ends = {iso(anchor.first)[: len(start)], iso(anchor.last)[: len(start)]}
    return f"{start}/{ends.pop()}" if len(ends) == 1 and max(ends) > start else None


_RANGE = re.compile(r"\s?[-‐‑–—]\s?|\s(?:to|until|till|through|up to)\s(?:the\s)?")
_LISTED = re.compile(r"\s(?:and|or)\s(?:on\s|in\s)?|,\s(?:on\s|in\s)?")
_RANGE_AND = re.compile(r"\sand\s(?:the\s)?")


def _join(text: str, found: list[DateMention]) -> Iterator[DateMention]:
    """Make one mention of two that are the ends of a range."""
    last: DateMention | None = None
    for mention in found:
        if last and (joined := _range(text, last, mention)):
            last = joined
            continue
        if last:
            yield _share_year(text, last, mention)
        last = mention
    if last:
        yield last


def _share_year(text: str, first: DateMention, last: DateMention) -> DateMention:
    """`in June and July 2022`: the first of a list takes the year said at its end."""
    if not _LISTED.fullmatch(text[first.end : last.start]) or last.relative or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", last.timex):
        return first
    shared = _year_from(first, last)
    return replace(first, value=shared, timex=shared, relative=False) if shared and shared != first.value else first


def _range(text: str, first: DateMention, last: DateMention) -> DateMention | None:
    gap = text[first.end : last.start]
    ranged = _RANGE.fullmatch(gap) or (first.boundary == "between" and _RANGE_AND.fullmatch(gap))
    if not ranged or first.type != "DATE" or last.type != "DATE" or not last.value:
        return None
    start = _year_from(first, last)
    end = last.value.split("/")[-1]
    if not start or start.split("/")[0] > end:
        return None
    start, relative = start.split("/")[0], first.relative and last.relative
    timex = start if first.relative and not last.relative else first.timex
    return replace(first, end=last.end, quote=text[first.start : last.end], value=f"{start}/{end}", timex=timex, relative=relative)


def _year_from(first: DateMention, last: DateMention) -> str | None:
    """The value of a range's first end; without a year of its own it takes that of the other end."""
    if last.relative or not first.relative or not re.fullmatch(r"[\dX]{4}-\d\d(?:-\d\d)?", first.timex):
        return first.value
    tail, year = first.timex[4:], int((last.value or "0")[:4])
    return f"{year - (tail > (last.value or '').split('/')[-1][4:])}{tail}"
