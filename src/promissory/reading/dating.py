"""Dating the undated: the interval in which everything a text takes for granted is so. Never the day of reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from promissory.model import Published
from promissory.packs import Pack
from promissory.reading.clues import Clue, Sentence, sentences
from promissory.reading.clues_of_dates import date_clues, days_without_year, weekdays_told
from promissory.reading.clues_of_events import event_clues
from promissory.reading.clues_of_posts import post_clues

#: How much of a text is searched, and how much of it is its lead, in characters.
SEARCHED, LEAD = 200_000, 600
#: News tells of the day in its lead within so many days.
NEWS_DAYS = 30
WEEK = timedelta(7)

Spans = tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is left of time after some clues, and those clues."""

    spans: Spans = ((date.min, date.max),)
    because: tuple[str, ...] = ()

    @property
    def first(self) -> date:
        return self.spans[0][0]

    @property
    def last(self) -> date:
        return self.spans[-1][1]

    def narrowed(self, clue: Clue) -> Bounds:
        """The bounds with a clue; a clue that contradicts the others speaks of another time and is passed over."""
        spans = _common(self.spans, clue.spans)
        if not spans or spans == self.spans:
            return self
        return Bounds(spans, (*self.because, clue.because))


def infer_published(text: str, pack: Pack) -> Published | None:
    """The interval in which an undated text was published, with reasons; None where it has no first or no last day.

    Evidence of a late date is taken first, because a text may look back but not ahead.
    """
    found = sentences(text[:SEARCHED])
    posts, events, dates = list(post_clues(found, pack)), list(event_clues(found, pack)), list(date_clues(found, pack))
    bounds = _narrow(Bounds(), sorted((*events, *posts, *dates), key=_latest_first))
    bounds = _lead_date(bounds, dates)
    lead = [sentence for sentence in found if sentence.start < LEAD]
    bounds = _lead_weekday(_lead_day(bounds, lead, pack), lead)
    if bounds.first == date.min or bounds.last == date.max:
        return None
    value = f"{bounds.first.isoformat()}/{bounds.last.isoformat()}" if bounds.first != bounds.last else bounds.first.isoformat()
    return Published(value, "inferred", bounds.because)


def _latest_first(clue: Clue) -> tuple[date, date, int]:
    """Clues with the latest first day come first, of these the narrowest."""
    first = min(start for start, _ in clue.spans)
    return date.min + (date.max - first), max(end for _, end in clue.spans), clue.at


def _narrow(bounds: Bounds, clues: Iterable[Clue]) -> Bounds:
    for clue in clues:
        bounds = bounds.narrowed(clue)
    return bounds


def _lead_date(bounds: Bounds, dates: list[Clue]) -> Bounds:
    """The latest date the text tells of, if it stands in the lead, is news: published within days."""
    latest = max(dates, key=lambda clue: (clue.spans[0][0], -clue.at), default=None)
    if latest is None or not latest.news or latest.at >= LEAD or latest.spans[0][0] < bounds.first:
        return bounds
    day = latest.spans[0][0]
    because = latest.because.removesuffix(" of something past") + " in its lead, as news"
    return bounds.narrowed(Clue(((day, day + timedelta(NEWS_DAYS)),), because, latest.at))


def _lead_day(bounds: Bounds, lead: list[Sentence], pack: Pack) -> Bounds:
    """A day without a year in the lead is the one such day that the other clues leave."""
    for told in days_without_year(lead, pack):
        days = [day for day in _days(told.month, told.day, bounds) if told.fits(day)]
        fitting = [day for day in days if any(first <= day <= last for first, last in bounds.spans)]
        if len(fitting) == 1:
            because = f"it writes {told.words!r} in its lead, which of the days left can only be {fitting[0].isoformat()}, as news"
            bounds = bounds.narrowed(Clue(((fitting[0], fitting[0] + timedelta(NEWS_DAYS)),), because, 0))
    return bounds


def _lead_weekday(bounds: Bounds, lead: list[Sentence]) -> Bounds:
    """Of a week in which a text can have appeared, what is left from the last weekday on that its lead tells of as past."""
    if bounds.last >= bounds.first + WEEK:
        return bounds
    days = [bounds.first + timedelta(n) for n in range((bounds.last - bounds.first).days + 1)]
    told = [(day, words) for weekday, words in weekdays_told(lead) for day in days if day.weekday() == weekday]
    if not told:
        return bounds
    day, words = max(told)
    return bounds.narrowed(Clue(((day, bounds.last),), f"it tells of {words} in its lead, as news of that week", 0))


def _days(month: int, day: int, bounds: Bounds) -> list[date]:
    if bounds.first == date.min or bounds.last == date.max:
        return []
    found: list[date] = []
    for year in range(bounds.first.year, bounds.last.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _common(left: Spans, right: Spans) -> Spans:
    """What two sets of spans have in common, in order."""
    pairs = ((max(a, c), min(b, d)) for a, b in left for c, d in right)
    return tuple(sorted((first, last) for first, last in pairs if first <= last))
