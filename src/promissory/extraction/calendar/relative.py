"""Dates that count from the day the text appeared: this week, last July, Wednesday, tonight; and now, recently, soon."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from promissory.extraction.calendar.chronology import (
    MODS,
    PARTS,
    UNITS,
    UNKNOWN,
    WEEKDAYS,
    Place,
    Reading,
    agreed,
    covered,
    iso,
    month_iso,
    nearest_weekday,
    period,
    resolve,
    shift,
    week_iso,
)
from promissory.extraction.calendar.patterns import CLOCK, FULL_WEEKDAY, MONTH, PART, WEEKDAY, mod_of, month_of, rule, year_shift
from promissory.extraction.calendar.tense import tense_of
from promissory.extraction.lexicon.numerals import SPELLED, numeral_value


@rule(
    "this the past earlier mod",
    r"(?P<edge>(?:(?:earlier|later|early|late|mid|the\s(?:beginning|start|end|middle|close|rest|remainder|turn)\sof|(?:end"
    r"|beginning|start|middle)\sof)[-\s](?:in\s)?)?)(?P<which>this|last|next|the\s(?:past|last|previous|coming|following"
    r"|next|current|same)|that|the|past|previous|coming|following|current|the\svery\snext)\s(?P<coming>(?:coming"
    rf"|past)\s)?(?P<unit>day|week|weekend|month|quarter|year|decade|century|night|{PART[9:-1]}|{FULL_WEEKDAY}|{MONTH})",
)
def _this(match: re.Match[str], place: Place) -> Reading | None:
    """`this week`, `last July`, `next Tuesday`, `earlier this month`, `the end of the year`."""
    which = re.sub(r"^the\s", "", match["which"].lower()).strip()
    edge = next((MODS[w] for w in re.findall(r"[a-z]+", match["edge"].lower()) if w in MODS), None)
    unit = match["unit"].lower()
    if which == "the" and (not edge or unit in PARTS):
        return None
    if unit == "weekend" and which == "this":
        return _which_unit(place, "this", "WE", edge)  # this coming weekend is that of this week
    which = (match["coming"] or which).strip().lower()
    if match["month"]:
        month = month_of(match)
        return _which_month(place, which, month, edge) if month and place.text[match.start("month")].isupper() else None
    if match["weekday"]:
        return _which_weekday(place, which, WEEKDAYS[match["weekday"].lower()])
    if unit in PARTS:
        return _which_part(place, which, unit)
    if which == "last" and match["which"].lower().startswith("the") and _OVER.search(place.before(match.start(), 14)):
        which = "past"  # "over the last year": the twelve months up to now
    return _which_unit(place, which, UNITS[unit], edge)


_THROUGH = re.compile(r"\bthrough\s$", re.I)  # "the summit in Fasano through Saturday"
_OVER = re.compile(r"\b(?:over|during|within|throughout|in|across)\s$", re.I)


def _which_month(place: Place, which: str, month: int, mod: str | None) -> Reading | None:
    unknown = f"XXXX-{month:02d}"
    if which in ("last", "past", "previous"):
        return resolve(place, lambda today: month_iso(today.year - (month >= today.month), month), unknown, mod=mod)
    if which in ("next", "coming"):
        return resolve(place, lambda today: month_iso(today.year + (month <= today.month), month), unknown, mod=mod)
    if which in ("following", "same"):
        return Reading(unknown, relative=True, mod=mod)
    return resolve(place, lambda today: month_iso(today.year, month), unknown, mod=mod) if which == "this" else None


def _which_weekday(place: Place, which: str, weekday: int) -> Reading | None:
    unknown = f"XXXX-WXX-{weekday}"
    if which in ("next", "coming", "following"):
        return resolve(place, lambda today: iso(today + timedelta(_days_to(today, weekday, which))), unknown)
    if which in ("last", "past", "previous"):
        return resolve(place, lambda today: iso(today - timedelta((today.isoweekday() - weekday - 1) % 7 + 1)), unknown)
    if which == "this":
        return resolve(place, lambda today: iso(today + timedelta(weekday - today.isoweekday())), unknown)
    return None


def _days_to(today: date, weekday: int, which: str) -> int:
    """Days to the next such weekday; said on a Monday, "next Tuesday" is not tomorrow."""
    days = (weekday - today.isoweekday() - 1) % 7 + 1
    return days + 7 if days == 1 and which == "next" else days


def _which_part(place: Place, which: str, part: str) -> Reading | None:
    if which not in ("this", "last", "that", "previous", "following", "next", "same"):
        return None
    by = -1 if which == "last" else 0
    if which not in ("this", "last"):
        return Reading(f"XXXX-XX-XXT{PARTS[part]}", "TIME", True)
    return resolve(place, lambda today: f"{iso(today + timedelta(by))}T{PARTS[part]}", f"XXXX-XX-XXT{PARTS[part]}", type="TIME")


def _which_unit(place: Place, which: str, unit: str, mod: str | None) -> Reading | None:
    by = {"last": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "the": 0, "past": -1}.get(which)
    if unit == "D" and which in ("past", "last", "coming", "the"):
        return None
    if which in ("that", "same", "following") or (unit == "D" and which in ("next", "previous")):
        return Reading(UNKNOWN[unit], relative=True, mod=mod)
    if (which == "past" and unit in "WMYQ") or (unit in "EC" and which in ("next", "last", "past", "coming", "previous")):
        return Reading(period(1, unit), "DURATION", True, mod, covered(place, -1 if which in ("past", "last", "previous") else 1, unit))
    return None if by is None else resolve(place, lambda today: shift(today, by, unit), UNKNOWN[unit], mod=mod)


_NAME_OF_DAY = re.compile(r"\b(?:Good|Black|Bloody|Holy|Easter|Palm|Ash|Cyber)\s$")
_DAY_IN_NAME = re.compile(r"\s(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|School|Agreement|People|Independent|Review)\b")


@rule(
    "weekday mod earlier",
    rf"(?:(?P<mod>early|late|later|earlier)\s(?:on\s)?)?(?P<weekday>{WEEKDAY})(?:\s{PART}|\s(?P<late>night))?(?:,?\s(?:at\s)?{CLOCK})?",
)
def _weekday(match: re.Match[str], place: Place) -> Reading | None:
    name = match["weekday"]
    if not name[0].isupper() or (not name.endswith("day") and name.rstrip(".") not in ("Tues", "Thurs", "Thu", "Wed")):
        return None
    if _DAY_IN_NAME.match(place.after(match.end())) or _NAME_OF_DAY.search(place.before(match.start())):
        return None
    weekday = WEEKDAYS[name.lower().rstrip(".")]
    tense = 1 if _THROUGH.search(place.before(place.start, 10)) else tense_of(place.text, place.start)
    part = "NI" if match["late"] else PARTS.get((match["part"] or "").lower(), "")
    clock = _clock(match) or (f"T{part}" if part else "")
    kind = "TIME" if clock else "DATE"
    unknown, mod = f"XXXX-WXX-{weekday}{clock}", mod_of(match)
    return resolve(place, lambda today: iso(nearest_weekday(today, weekday, tense)) + clock, unknown, type=kind, mod=mod)


def _clock(match: re.Match[str]) -> str:
    if match["hour24"]:
        return f"T{int(match['hour24']):02d}:{match['minute24']}"
    if not match["hour"]:
        return ""
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower()[0] == "p" else 0)
    return f"T{hour:02d}:{match['minute'] or '00'}"


@rule("weekday", rf"{FULL_WEEKDAY},?\s(?:of\s)?(?P<which>this|last|next|the\scoming)\sweek")
def _weekday_of_week(match: re.Match[str], place: Place) -> Reading | None:
    """`Monday last week`: counted by calendar weeks."""
    weekday = WEEKDAYS[match["weekday"].lower()]
    by = 1 if "coming" in match["which"] else year_shift(match["which"])
    return resolve(place, lambda today: iso(today + timedelta(7 * by + weekday - today.isoweekday())), f"XXXX-WXX-{weekday}")


@rule("the", r"the\sweekend")
def _weekend(_match: re.Match[str], place: Place) -> Reading | None:
    """`over the weekend`: the last one, in the future tense the next."""
    tense = tense_of(place.text, place.start)
    return resolve(place, lambda today: f"{week_iso(nearest_weekday(today, 6, tense))}-WE", UNKNOWN["WE"])


@rule(
    "digit rough",
    rf"(?:(?:about|around|approximately|shortly\s(?:before|after))\s)?{CLOCK}(?:(?:\son|,)?\s{FULL_WEEKDAY})?",
)
def _time(match: re.Match[str], place: Place) -> Reading | None:
    clock = _clock(match)
    if match["weekday"]:
        weekday, tense = WEEKDAYS[match["weekday"].lower()], tense_of(place.text, place.start)
        return resolve(place, lambda today: iso(nearest_weekday(today, weekday, tense)) + clock, f"XXXX-WXX-{weekday}{clock}", type="TIME")
    reading = resolve(place, lambda today: iso(today) + clock, f"XXXX-XX-XX{clock}", type="TIME")
    return replace(reading, value="")


NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}


@rule("noon", rf"(?P<when>noon|midday|midnight)(?:\son\s{FULL_WEEKDAY})?")
def _noon(match: re.Match[str], place: Place) -> Reading | None:
    clock = "T24:00" if match["when"].lower() == "midnight" else "T12:00"
    if match["weekday"]:
        weekday, tense = WEEKDAYS[match["weekday"].lower()], tense_of(place.text, place.start)
        return resolve(place, lambda today: iso(nearest_weekday(today, weekday, tense)) + clock, f"XXXX-WXX-{weekday}{clock}", type="TIME")
    return replace(resolve(place, lambda today: iso(today) + clock, f"XXXX-XX-XX{clock}", type="TIME"), value="")


@rule(
    "relday the mod earlier",
    r"(?:(?P<mod>early|late|later|earlier)\s)?(?:the\sday\s(?P<beyond>before|after)\s)?(?P<name>today|yesterday|tomorrow"
    rf"|tonight|overnight(?!\s(?:train|bus|flight|ferry|journey|stay|bag|guest|rate|lending|delivery|success|accommodation)s?\b))(?:\s{PART})?",
)
def _named_day(match: re.Match[str], place: Place) -> Reading | None:
    name = match["name"].lower()
    by = NAMED_DAYS[name] + {"before": -1, "after": 1, "": 0}[(match["beyond"] or "").lower()]
    part = "NI" if name in ("tonight", "overnight") else PARTS.get((match["part"] or "").lower(), "")
    clock = f"T{part}" if part else ""
    kind = "TIME" if clock else "DATE"
    reading = resolve(place, lambda today: iso(today + timedelta(by)) + clock, f"XXXX-XX-XX{clock}", type=kind, mod=mod_of(match))
    if name == "overnight":
        return replace(reading, value=agreed(place, lambda today: f"{iso(today - timedelta(1))}/{iso(today)}") or "")
    return reading


@rule(
    "ref the",
    r"(?P<now>now|currently|nowadays|current(?=\s[a-z])(?!\s(?:account|affairs|day|week|month|quarter|year))|at\spresent|presently|(?:the\s)?present(?=\s(?:day|time|moment))|these\sdays)"
    r"|(?P<past>(?:more\s|most\s)?recently|formerly|previously|lately|(?:the\s)?(?:recent|past)\s(?:days|weeks|months|years|decades)"
    r"|the\s(?:recent\s|distant\s)?past(?!\s\w))|(?P<future>soon(?!\s(?:after|before|as|enough|became|followed))|the\s(?:near\s|foreseeable\s|distant\s"
    r"|immediate\s)?future(?!\s(?:of|relations))|(?:the\s)?(?:coming|upcoming|next\sfew)\s(?:days|weeks|months|years"
    r"|decades))",
)
def _reference(match: re.Match[str], _place: Place) -> Reading | None:
    if match["now"]:
        return Reading("PRESENT_REF", relative=True)
    return Reading("PAST_REF" if match["past"] else "FUTURE_REF", relative=True)


@rule("ref", r"(?<=since\s)then|(?<=until\s)then|(?<=by\s)then|(?<=before\s)then")
def _then(_match: re.Match[str], _place: Place) -> Reading | None:
    """`since then`, `until then`: the date told before."""
    return Reading("XXXX-XX-XX", relative=True)


@rule("the", r"the\sday\s(?:before|after)(?=\s*[,.;:)]|\s*$|\s(?:and|but|in|at|when|while|by|with|that)\b)")
def _day_beside(_match: re.Match[str], _place: Place) -> Reading | None:
    """`the day before`, with nothing said of before what: counted from the date told before."""
    return Reading("XXXX-XX-XX", relative=True)


@rule("earlier", r"(?P<edge>earlier|later|early|late)\s(?:on\s)?in\sthe\s(?P<unit>day|week|month|year)")
def _part_of(match: re.Match[str], place: Place) -> Reading | None:
    """`earlier in the week`, `later in the year`: the one that runs."""
    unit = UNITS[match["unit"].lower()]
    return resolve(place, lambda today: shift(today, 0, unit), UNKNOWN[unit], mod=MODS[match["edge"].lower()])


@rule("year month", r"(?:(?:the\s)?(?P<unit>year|month)(?:-|['’]s[-\s])end)")
def _end_of(match: re.Match[str], place: Place) -> Reading | None:
    """`by year-end`, `at the month's end`."""
    unit = UNITS[match["unit"].lower()]
    return resolve(place, lambda today: shift(today, 0, unit), UNKNOWN[unit], mod="END")


@rule("the year month", r"(?:the\s)(?P<unit>year|month|week)(?:\sis|['’]s)\s(?:out|over|through)\b")
def _before_it_is_out(match: re.Match[str], place: Place) -> Reading | None:
    """`before the year is out`."""
    unit = UNITS[match["unit"].lower()]
    led = re.search(r"\bbefore\s$", place.before(match.start(), 10), re.I)
    return resolve(place, lambda today: shift(today, 0, unit), UNKNOWN[unit], mod="END") if led else None


@rule("number digit", rf"(?P<count>\d|{SPELLED})\s{FULL_WEEKDAY}s\sago")
def _weekdays_ago(match: re.Match[str], place: Place) -> Reading | None:
    """`two Sundays ago`."""
    count, weekday = numeral_value(match["count"]), WEEKDAYS[match["weekday"].lower()]
    back = 7 * int(count - 1)
    return resolve(place, lambda today: iso(today - timedelta((today.isoweekday() - weekday - 1) % 7 + 1 + back)), f"XXXX-WXX-{weekday}")


@rule("weekday", r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s(?P<part>morning|afternoon|evening|night))?s")
def _weekdays(match: re.Match[str], _place: Place) -> Reading | None:
    """`on Tuesdays`, `Friday nights`: each of them."""
    part = PARTS[match["part"].lower()] if match["part"] else ""
    return Reading(f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()]}" + (f"T{part}" if part else ""), "SET", True)


@rule(
    "the",
    r"the\s(?:year-ago|year-earlier|prior-year|same)\s(?P<unit>quarter|period|month|half)(?:\s(?:last\syear|a\syear\s(?:ago|earlier|before)))?",
)
def _year_before(match: re.Match[str], _place: Place) -> Reading | None:
    """`the year-earlier quarter`: counted from the quarter told before."""
    return None if re.search(r"\bsame\s\w+$", match.group(), re.I) else Reading("XXXX-QX", relative=True)


@rule("the", r"the\s(?P<unit>year|quarter|month|week)(?=\s(?:ended|ending|that\sended))")
def _ended(match: re.Match[str], _place: Place) -> Reading | None:
    """`the year ended March 31`."""
    return Reading(period(1, UNITS[match["unit"].lower()]), "DURATION")
