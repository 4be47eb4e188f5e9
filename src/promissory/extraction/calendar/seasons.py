"""Parts of a year: quarters, halves, fiscal years, seasons."""

from __future__ import annotations

import re
from datetime import date

from promissory.extraction.calendar.chronology import AHEAD, ORDINALS, SEASON_MONTHS, SEASONS, Place, Reading, nearest_year, resolve
from promissory.extraction.calendar.patterns import LEAD, OF_YEAR, SEASON, YEAR, mod_of, rule, year_shift
from promissory.extraction.calendar.tense import is_ahead, tense_of


@rule(
    "quarter the ordinal digit mod",
    r"(?:the\s)?(?:(?:Q|(?P<half>H))(?P<n>[1-4])|(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd"
    r"|th))[-\s](?P<what>quarter|half))(?:(?:\s(?:of\s|in\s)?(?:the\s)?(?:(?:calendar|fiscal)\s)?(?:year\s)?|[-/’']"
    rf"|,\s)(?:{YEAR}|(?P<which>(?:this|last|next|the)\syear)))?",
)
def _quarter(match: re.Match[str], place: Place) -> Reading | None:
    half = bool(match["half"]) or (match["what"] or "").lower() == "half"
    number = int(match["n"] or ORDINALS[match["nth"].lower()])
    number = min(number, 2) if half else number
    if match["n"] is None and half and not (match["year"] or match["which"]):
        return None
    if match["n"] and half and int(match["n"]) > 2:
        return None
    letter = "H" if half else "Q"
    if match["year"]:
        return Reading(f"{match['year']}-{letter}{number}")
    if match["n"] and not match["which"] and place.text[match.start()].islower():
        return None
    if match["which"]:
        by = year_shift(match["which"].split()[0])
        return resolve(place, lambda today: f"{today.year + by}-{letter}{number}", f"XXXX-{letter}{number}")
    tense, middle = tense_of(place.text, place.start), number * 6 - 3 if half else number * 3 - 1
    return resolve(place, lambda today: f"{nearest_year(today, middle, None, tense)}-{letter}{number}", f"XXXX-{letter}{number}")


@rule(
    "fiscal the",
    r"(?:the\s)?(?:FY|(?:fiscal|financial|budget)(?:\syear)?)\s?[’']?(?P<y>20\d\d|\d\d)(?:[-–/](?P<to>\d\d(?:\d\d)?))?(?!\d)",
)
def _fiscal(match: re.Match[str], _place: Place) -> Reading | None:
    year = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
    last = f"{year[: 4 - len(match['to'])]}{match['to']}" if match["to"] else None
    return Reading(year, value=f"{year}/{last}" if last and last > year else None)


@rule("this the past", r"(?:the\s)?(?P<which>this|current|last|past|previous|next|coming)\s(?:fiscal|financial|budget(?:ary)?)\syear\b")
def _fiscal_now(match: re.Match[str], place: Place) -> Reading | None:
    """Taken for the calendar year: which months it has differs from state to state."""
    by = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(match["which"].lower(), -1)
    return resolve(place, lambda today: f"{today.year + by}", "XXXX")


@rule(
    "season mod the this",
    rf"(?:{LEAD}|the\s)?(?P<which>(?:this|last|next|the|coming|past|this\scoming|this\spast)\s)?(?:the\s)?(?:(?:harsh|cold"
    r"|coming|upcoming|long|hard|next"
    rf"|difficult)\s)*{SEASON}(?:\s(?:of\s)?(?P<from>20\d\d)[-–/](?P<to>\d\d(?:\d\d)?)(?!\d))?(?P<months>\s(?:months"
    r"|period|season"
    rf"|holidays))?(?:{OF_YEAR.replace('which', 'whose')})?",
)
def _season(match: re.Match[str], place: Place) -> Reading | None:
    season = SEASONS[match["season"].lower()]
    mod = mod_of(match)
    if match["season"].lower() == "fall" and not _is_autumn(match, place):
        return None
    if match["year"] or match["from"]:
        return Reading(f"{match['year'] or match['from']}-{season}", mod=mod)
    if match["whose"]:
        by = year_shift(match["whose"])
        return resolve(place, lambda today: f"{today.year + by}-{season}", f"XXXX-{season}", mod=mod)
    which = (match["which"] or "").lower().split()
    if not (which or match["months"] or mod or _BEFORE_SEASON.search(place.before(match.start("season")))):
        return None
    if not which and re.match(r"\s(?:offensive|of\b)|-", place.after(match.end(), 12)):
        return Reading(f"XXXX-{season}", relative=True)
    tense = AHEAD if is_ahead(place.text, place.start) else tense_of(place.text, place.start)
    return resolve(place, lambda today: _season_year(today, season, " ".join(which), tense), f"XXXX-{season}", mod=mod)


_BEFORE_SEASON = re.compile(r"\b(?:in|by|until|since|before|during|for|through|over|the|after|of)\s$", re.I)


def _is_autumn(match: re.Match[str], place: Place) -> bool:
    """Fall the season, not a fall: a year, "this" or "last" beside it, or a preposition before and no "of" behind."""
    if match["year"] or re.match(r"(?:this|last|next|coming|past)", match["which"] or "", re.I):
        return True
    asked = re.search(r"\b(?:in|by|until|since)\s(?:the\s)?$", place.before(match.start("season"), 14))
    return bool(asked) and not re.match(r"\s(?:of|in|by|from)\b", place.after(match.end()))


def _season_year(today: date, season: str, which: str, tense: int) -> str:
    """The season that runs or is nearest; "last" is over, "next" and "coming" have not begun."""
    first = SEASON_MONTHS[season][0]
    ages = {year: (today.year - year) * 12 + today.month - first for year in (today.year - 2, today.year - 1, today.year, today.year + 1)}
    if "last" in which or "past" in which:
        return f"{max(y for y, age in ages.items() if age >= 3)}-{season}"
    if "next" in which or "coming" in which or (tense == AHEAD and which in ("", "the") and not any(0 <= age < 3 for age in ages.values())):
        return f"{min(y for y, age in ages.items() if age < 0)}-{season}"
    running = [y for y, age in ages.items() if 0 <= age < 3]
    if not running and tense == 0 and which == "this" and season != "WI":
        return f"{today.year}-{season}"
    bias = -1 if tense > 0 else 2 if tense < 0 else 0
    return f"{running[0] if running else min(ages, key=lambda y: abs(ages[y] - 1) - bias * (ages[y] >= 0))}-{season}"
