"""Stretches of time and what recurs: ten years, the past two weeks, three weeks ago, once a year."""

from __future__ import annotations

import re

from promissory.extraction.calendar.chronology import PARTS, UNITS, UNKNOWN, WEEKDAYS, Place, Reading, covered, period, resolve, shift
from promissory.extraction.calendar.patterns import HOW_MANY, ROUGHLY, UNIT, rule
from promissory.extraction.lexicon.numerals import numeral_value


def count_of(words: str | None) -> float | None:
    """How many units; None for "several", "a few", "many"."""
    if words is None:
        return 1
    plain = re.sub(r"\s(?:more|full|short|long|good|solid|straight|consecutive|additional|extra)$", "", words.lower().strip())
    if plain in ("a", "an"):
        return 1
    if plain in ("half a", "half an"):
        return 0.5
    if re.match(r"(?:a\s)?(?:couple|pair)", plain):
        return 2
    if plain == "several" or plain.startswith(("a few", "the few", "few", "many", "a number", "dozens", "hundreds")):
        return None
    if half := re.fullmatch(r"(\d*)\s?(?:1/2|½)", plain):
        return int(half[1] or 0) + 0.5
    return numeral_value(plain)


def count_in(unit: str, words: str | None) -> float | None:
    """How many of what `UNITS` reads a unit as: two weeks a fortnight."""
    count = count_of(words)
    return count * 2 if count is not None and unit.lower() == "fortnight" else count


_MORE = {"more than": "MORE_THAN", "over": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
         "just over": "MORE_THAN", "less than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN", "almost": "LESS_THAN",
         "nearly": "LESS_THAN",
         "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS"}  # fmt: skip


def _rough(match: re.Match[str]) -> str | None:
    words = " ".join((match["rough"] or "").lower().split())
    return None if not words or words == "another" else _MORE.get(words, "APPROX")


@rule(
    "digit number rough few",
    rf"{ROUGHLY}?{HOW_MANY}[-‑\s](?:(?:calendar|working"
    rf"|business)\s)?{UNIT}(?P<half>\sand\sa\shalf)?(?P<old>[-‑\s]old\b)?(?P<long>[-‑]long)?(?:\s(?P<when>ago|earlier"
    r"|later|from\snow|from\stoday"
    r"|before\sthat|after\sthat|previously|beforehand|afterwards?|(?:before|after)(?=[,.;])|on(?=,))\b)?(?P<poss>['’](?:\stime)?)?",
)
def _stretch(match: re.Match[str], place: Place) -> Reading | None:
    """`ten years`, `10-year`, `two days ago`, `a decade`, `once a year`."""
    unit, count = UNITS[match["unit"].lower()], count_in(match["unit"], match["count"])
    word = match["count"].lower()
    old = match["old"] or re.match(r"[-‑\s](?:s[-‑\s])?olds?\b", place.after(match.end("unit"), 6))
    if (old and unit in ("Y", "D")) or (unit == "Q" and re.match(r"s?\sof\b", place.after(match.end("unit"), 6))):
        return None  # an age ("a 6-year-old"), a fraction ("three-quarters of it")
    if unit == "TS" and count == 1:
        return None
    if match["half"] and count is not None:
        count += 0.5
    if match["when"]:
        return _removed(place, match["when"].lower(), count, unit)
    if word in ("a", "an") and not match["rough"] and _RATED.search(place.before(match.start(), 24)):
        return Reading(period(1, unit), "SET", True)
    return Reading(period(count, unit), "DURATION", mod=_rough(match))


_RATED = re.compile(r"(?:\d|llion|housand|hundred|euros|dollars|once|twice|times|%)\s(?:[a-z]+\s)?$", re.I)


def _removed(place: Place, when: str, count: float | None, unit: str) -> Reading | None:
    """`three weeks ago` counts from the publication day; "earlier" and "later" count from what was told before."""
    if count is None:
        return Reading("PAST_REF" if when in ("ago", "earlier") else "FUTURE_REF", relative=True)
    if unit.startswith("T"):  # hours back may be yesterday
        return Reading("XXXX-XX-XX", relative=True)
    if when not in ("ago", "from now", "from today") or not float(count).is_integer():
        return Reading(UNKNOWN[unit], relative=True)
    by = int(count) * (-1 if when == "ago" else 1)
    return resolve(place, lambda today: shift(today, by, unit), UNKNOWN[unit])


@rule(
    "the past this",
    r"(?:(?:the|this)\s)?(?P<which>next|last|past|previous|coming|following|first|final|preceding"
    rf"|upcoming)\s(?P<rough>(?:more\sthan|at\sleast|almost|nearly|about|roughly)\s)?{HOW_MANY}\s{UNIT}",
)
def _run(match: re.Match[str], place: Place) -> Reading | None:
    """`the next four years`, `the past two weeks`."""
    unit, count, which = UNITS[match["unit"].lower()], count_in(match["unit"], match["count"]), match["which"].lower()
    if which == "last" and re.search(
        r"\b(?:to|will|would|can|could|may|might|should|must|did|not)\s$", place.before(match.start(), 8), re.I
    ):
        return Reading(period(count, unit), "DURATION")  # "is expected to last two years"
    back = which in ("last", "past", "previous", "preceding")
    covers = covered(place, -count if back else count, unit) if count and which in ("next", "last", "past", "coming") else None
    return Reading(period(count, unit), "DURATION", True, _rough(match), covers)


@rule("unit", r"(?P<unit>day|week|month|year|decade|century|hour|minute)s?[-‑]?long")
def _long(match: re.Match[str], _place: Place) -> Reading | None:
    many = match.group().lower().startswith(match["unit"].lower() + "s")
    return Reading(period(None if many else 1, UNITS[match["unit"].lower()]), "DURATION")


@rule("unit", r"(?P<unit>days|weeks|months|years|decades|centuries|hours)(?:\s(?P<when>ago|earlier|later))?")
def _many(match: re.Match[str], place: Place) -> Reading | None:
    unit = UNITS[match["unit"].lower()[:-1]]
    if match["when"]:
        return Reading("FUTURE_REF" if match["when"].lower() == "later" else "PAST_REF", relative=True)
    before = place.before(match.start(), 12)
    return Reading(period(None, unit), "DURATION") if re.search(r"\b(?:for|in|within|take|after|of|over)\s$", before, re.I) else None


@rule(
    "set",
    r"(?P<each>every|each|per)\s(?P<other>other\s|second\s)?(?P<unit>day|week|month|quarter|year|decade|hour|minute|morning"
    r"|evening|night|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|(?P<adverb>annually|yearly|monthly|weekly"
    r"|daily|quarterly|hourly)",
)
def _set(match: re.Match[str], _place: Place) -> Reading | None:
    if match["adverb"]:
        unit = {"a": "Y", "y": "Y", "m": "M", "w": "W", "d": "D", "q": "Q", "h": "TH"}[match["adverb"][0].lower()]
        return Reading(period(1, unit), "SET", True)
    if match["weekday"]:
        return Reading(f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()]}", "SET", True)
    if (part := match["unit"].lower()) in PARTS:
        return Reading(f"XXXX-XX-XXT{PARTS[part]}", "SET", True)
    return Reading(period(2 if match["other"] else 1, UNITS[part]), "SET", True)
