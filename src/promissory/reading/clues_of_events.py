"""Clues from events: a text is not older than what it speaks of, and "last year" or "recent" bound it from above."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from promissory.packs import Event, Pack
from promissory.reading.clues import AHEAD, Clue, Sentence, first_day, folded, last_day, month_after

#: How far around the name of an event its "last year" or "recent" may stand, and how far a "will" or "ahead of", in characters.
NEAR, BEFORE, AFTER = 90, 70, 50
RECENT_DAYS, WEEKS_DAYS = 60, 14
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ANNIVERSARY = re.compile(rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(ORDINALS)})) (?:birthday|anniversary)\b", re.I)
DAY_OF = re.compile(r"\bday (\d{1,4}) of\b|\b(\d{1,4})(?:st|nd|rd|th) day of\b", re.I)
YEAR_OF = re.compile(rf"\b({'|'.join(ORDINALS)}) year of\b", re.I)
YEARS_INTO = re.compile(rf"\b(nearly |almost )?(\d|{'|'.join(NUMBERS)}) years (?:into|after|since)\b", re.I)
#: How many days or weeks before what is so dated a text appears.
DAYS_ON, WEEKS_ON = {"yesterday": -1, "today": 0, "tomorrow": 1}, {"last week": -1, "this week": 0, "next week": 1}
WHEN = re.compile(rf"\b(?:{'|'.join((*DAYS_ON, *WEEKS_ON))})\b", re.I)

Span = tuple[date, date]


def _next_year(day: date) -> Span:
    return date(day.year + 1, 1, 1), date(day.year + 1, 12, 31)


def _same_year(day: date) -> Span:
    return day, date(day.year, 12, 31)


def _next_month(day: date) -> Span:
    return month_after(day), last_day(month_after(day).isoformat()[:7])


def _same_month(day: date) -> Span:
    return day, last_day(day.isoformat()[:7])


def _weeks(day: date) -> Span:
    return day, day + timedelta(WEEKS_DAYS)


def _recent(day: date) -> Span:
    return day, day + timedelta(RECENT_DAYS)


#: How a sentence places an event relative to its own day → the days of publication that leaves.
PLACED: tuple[tuple[re.Pattern[str], Callable[[date], Span]], ...] = (
    (re.compile(r"\blast year(?:'s)?\b|\ba year (?:ago|earlier)\b", re.I), _next_year),
    (re.compile(r"\b(?:this|earlier this|later this) year\b", re.I), _same_year),
    (re.compile(r"\blast month\b", re.I), _next_month),
    (re.compile(r"\b(?:earlier )?this month\b", re.I), _same_month),
    (re.compile(r"\b(?:last|this|earlier this) week\b|\bdays ago\b|\byesterday\b", re.I), _weeks),
    (re.compile(r"\b(?:recent|recently|latest|newly|just|fresh|weeks ago)\b", re.I), _recent),
)


def event_clues(found: list[Sentence], pack: Pack) -> Iterator[Clue]:
    """The clues of all events that the sentences name."""
    whole = "\n".join(sentence.plain for sentence in found)
    lowered = whole.lower()
    events = [event for event in pack.events if _may_name(event, lowered) and _match(event, whole)]
    for sentence in found if events else ():
        lowered = sentence.plain.lower()
        for event in events:
            if _may_name(event, lowered) and (match := _match(event, sentence.plain)):
                yield from _clues(event, match, sentence)


def _may_name(event: Event, lowered: str) -> bool:
    """Whether a text in lower case holds the first words of all parts of a wording: many times cheaper than to match them."""
    return any(all(any(first in lowered for first in _firsts(alternatives)) for alternatives in parts) for parts in event.patterns)


@lru_cache(maxsize=4096)
def _firsts(alternatives: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded(words).lower().split()[0] for words in alternatives))


def _match(event: Event, plain: str) -> re.Match[str] | None:
    """The telling words of an event, if a text holds all the parts of one of its wordings."""
    for parts in event.patterns:
        head, *rest = (_worded(alternatives) for alternatives in parts)
        if (match := head.search(plain)) and all(part.search(plain) for part in rest):
            return match
    return None


@lru_cache(maxsize=4096)
def _worded(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(folded(words)).replace(r"\ ", r"\s+") for words in alternatives)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)


def _clues(event: Event, match: re.Match[str], sentence: Sentence) -> Iterator[Clue]:
    since, at = first_day(event.since), sentence.start + match.start()
    around = _around(match, BEFORE, AFTER)
    if event.type == "origin":
        yield from (Clue((span,), f"{words} {event.name} ({event.since})", at) for span, words in _counted(since, sentence.plain))
    elif event.type == "phase":
        until = last_day(event.until) if event.until else date.max
        yield Clue(((since, until),), f"it speaks of: {event.name} ({event.since} to {event.until or '…'})", at)
    elif not AHEAD.search(around) and not _in_its_month(around, since):
        first, last = _placed(_around(match, NEAR, NEAR), since) if event.type == "event" else (since, date.max)
        bounded = f", in words that fit until {last.isoformat()}" if last != date.max else ""
        yield Clue(((first, last),), f"it speaks of: {event.name} ({event.since}){bounded}", at)


def _around(match: re.Match[str], before: int, after: int) -> str:
    return match.string[max(0, match.start() - before) : match.end() + after]


def _in_its_month(around: str, day: date) -> bool:
    """Whether an event is named with its month but no year ("the summit in Vilnius in July"), which may lie ahead."""
    return re.search(rf"(?<!last )\b(?:in|on|this) {day.strftime('%B')}\b(?!,? (?:of |\d{{1,2}},? )?{day.year})", around) is not None


def _placed(around: str, day: date) -> Span:
    """The days on which an event can be spoken of as it is in the words around its name."""
    if re.search(rf"\blast {day.strftime('%B')}\b", around):
        return month_after(day), last_day(f"{day.year + 1}-{day.month:02}")
    return next((place(day) for wording, place in PLACED if wording.search(around)), (day, date.max))


def _counted(since: date, plain: str) -> Iterator[tuple[Span, str]]:
    """Anniversaries, "day 150 of" and "the third year of" what began with an event; with the words."""
    if found := ANNIVERSARY.search(plain):
        day = _years_on(since, int(found[1]) if found[1] else ORDINALS.index(found[2].lower()) + 1)
        when = WHEN.search(_around(found, NEAR, NEAR))
        span = _when(when[0].lower(), day) if when else (date(day.year, 1, 1), date(day.year, 12, 31))
        yield span, f"it speaks of the {found.group()}{f' ({when[0]})' if when else ''} of"
    if found := DAY_OF.search(plain):
        day = since + timedelta(int(found[1] or found[2]) - 1)
        yield (day, day + timedelta(1)), f"it appears on {found.group()}"
    if (found := YEAR_OF.search(plain)) and not AHEAD.search(plain):
        number = ORDINALS.index(found[1].lower()) + 1
        yield (_years_on(since, number - 1), _years_on(since, number) - timedelta(1)), f"it appears in the {found.group()}"
    if found := YEARS_INTO.search(plain):
        number = int(found[2]) if found[2].isdigit() else NUMBERS.index(found[2].lower()) + 1
        full = _years_on(since, number)
        span = (full - timedelta(150), full) if found[1] else (full - timedelta(30), _years_on(since, number + 1))
        yield span, f"it appears {found.group()}"


def _when(word: str, day: date) -> Span:
    """The days of publication on which a day is "tomorrow" or "next week"."""
    if word in DAYS_ON:
        told = day - timedelta(DAYS_ON[word])
        return told, told
    monday = day - timedelta(day.weekday()) - timedelta(7 * WEEKS_ON[word])
    return monday, monday + timedelta(6)


def _years_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))
