"""The day a report tells of: the first recent day its text names, for speech that the text does not date by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from promissory.extraction.calendar.chronology import first_day
from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import clause, main_clause
from promissory.extraction.grammar.verbal import EVENTS, begins_thing, is_bound

DAY = re.compile(r"\d{4}-\d\d-\d\d")
TIME = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
#: An earlier time is gone on with for so many sentences, if it lies no longer back than this.
REACH, YEAR = 2, 400
#: How many days before its publication a report may tell of, and within how many sentences it says so.
RECENT = 7
LEAD = 6
#: Days before the publication that are its news even where they stand in a clause that describes something.
FRESH = 2
#: How many days an inferred date of publication may leave open.
WIDEST = 31
#: What stands in the line under a picture, which may be of any day.
CAPTION = re.compile(r"\b(?:pictured|photographed|Getty Images)\b|\b(?:Photo|Photograph|Image|Picture)(?: by|:)", re.I)
Appeared = tuple[date, date]
#: A heading with fewer words besides its date is the line that dates the text ("Published Aug 21, 2023").
FEWEST = 3


def day_told(sentences: Sequence[Sentence], published: str | None, number: int, block: int) -> tuple[str, tuple[int, int]] | None:
    """The day that a sentence of a report goes on telling of, and where the text names it.

    That is the last one named before it in its paragraph, else the first one of the opening sentences; None where none is named.
    """
    if (appeared := _appeared(published)) is None:
        return None
    block_start = number
    while block_start > 0 and sentences[block_start - 1].block_number == block:
        block_start -= 1
    here = [(s, m) for s in sentences[block_start : number + 1] for m in _times(s, appeared, near=number - s.number <= REACH)]
    before = [(s, m) for s in sentences[:LEAD] for m in _days(s, appeared)]
    chosen = here[-1] if here else before[0] if before else None
    if chosen is None:
        return None
    sentence, mention = chosen
    return str(mention.value), (sentence.start + mention.start, sentence.start + mention.end)


def is_long_before(day: str, published: str) -> bool:
    """Whether a day lies further back than what a report that appeared then still tells as its news."""
    appeared = _appeared(published)
    return bool(appeared and DAY.fullmatch(day)) and date.fromisoformat(day) < appeared[0] - timedelta(days=RECENT)  # type: ignore[index]


def _appeared(published: str | None) -> Appeared | None:
    """The first and the last day on which a text can have appeared, if they lie close enough to speak of its news."""
    first, _, last = (published or "").partition("/")
    if not DAY.fullmatch(first) or not DAY.fullmatch(last or first):
        return None
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    return days if (days[1] - days[0]).days <= WIDEST else None


def _days(sentence: Sentence, appeared: Appeared) -> list[DateMention]:
    """The single days of the last week that a sentence names outside its quotations; a line that only dates the text tells none."""
    if sentence.block.heading and len(sentence.text.split()) - sum(len(m.quote.split()) for m in sentence.dates) < FEWEST:
        return []
    if CAPTION.search(sentence.text):
        return []
    days = [m for m in sentence.dates if m.value and DAY.fullmatch(m.value) and _is_recent(m.value, appeared)]
    days = [m for m in days if not m.quote.lower().endswith(" ago")]  # "two days ago, the government had approved it"
    return [m for m in days if not _is_aside(sentence, m) and not _is_of_thing(sentence, m, appeared)]


def _times(sentence: Sentence, appeared: Appeared, *, near: bool) -> list[DateMention]:
    """The days of the last week that a sentence names and, where it stands near, the earlier day or month that it is set in."""
    recent = _days(sentence, appeared)
    return [m for m in sentence.dates if m in recent or (near and _is_earlier(m, appeared) and _is_main(sentence, m))]


def _is_earlier(mention: DateMention, appeared: Appeared) -> bool:
    """Whether a mention is a day or month of the year before the publication."""
    if not mention.value or not TIME.fullmatch(mention.value):
        return False
    back = (appeared[0] - first_day(mention.value)).days
    return 0 < back <= YEAR and mention.value < appeared[0].isoformat()[: len(mention.value)]


def _is_main(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a time hangs on the main verb of its sentence."""
    head = sentence.head_of(mention)
    return head is not None and clause(head).i == main_clause(head).i and not _is_aside(sentence, mention)


def _is_recent(value: str, appeared: Appeared) -> bool:
    return appeared[0] - timedelta(RECENT) <= date.fromisoformat(value) <= appeared[1]


def _is_of_thing(sentence: Sentence, mention: DateMention, appeared: Appeared) -> bool:
    """Whether a day only says which thing is meant ("the package announced on October 28"), unless it is that of the news."""
    head = sentence.head_of(mention)
    if head is None or clause(head).dep_ not in ("acl", "relcl"):
        return False
    if clause(head).lemma_ in ("begin", "start", "commence"):  # "a war that began on Tuesday", and is told of as it goes on
        return True
    of_subject = clause(head).dep_ == "relcl" and clause(head).head.dep_ in ("nsubj", "nsubjpass")  # "the leaders, who spoke on Saturday"
    return of_subject or date.fromisoformat(str(mention.value)) < appeared[0] - timedelta(FRESH)


def _is_aside(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a day is named in a quotation, or as that of an event before or after what is told."""
    head = sentence.head_of(mention)
    if head is None or head.i in sentence.quoted or begins_thing(sentence, mention):
        return head is not None
    return is_bound(sentence, mention, main_clause(head), EVENTS)
