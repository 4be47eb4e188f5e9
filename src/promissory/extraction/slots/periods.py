"""The time that support is for or was given in: "for 2025", "over the next four years", "since the invasion began"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.verbal import finite_of, is_origin, tense_of_verb
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.dayline import DAY
from promissory.extraction.slots.filling import nearness
from promissory.extraction.slots.placing import is_reckoned_from

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Prepositions and determiners that make a year the time support is for.
LEADS = frozenset("for over through until during by this next annually in within from between of across".split())
#: What an event is told after that support came before or after.
EVENTS = frozenset(("before", "after", "until"))
_YEARS = re.compile(r"P(\d+)Y")
#: Nouns that a stretch of years stands beside.
SPANS = frozenset("period year span term".split())
_FOR_YEARS = re.compile(r"\b(?:for|over|in|during|across)\s(?:the\s)(?:years|(?:\w+\s)?(?:period|term|cycle))\s(?:from\s)?$", re.I)
_AND = re.compile(r",?\s(?:and|to|through|until)\s(?:in\s)?")


@dataclass(frozen=True)
class Stretch:
    """A stretch of time named in a sentence: its value, its offsets there, and the words it was read from."""

    value: str
    start: int
    end: int
    mention: DateMention


def fill_period(scene: Scene, draft: Draft, sentence: Sentence, trigger: Token, words: list[Token]) -> None:
    """The stretch nearest to the gift: one that began and lasts, one ahead, a year or more. A year ahead is no date of the act."""
    found = sorted(_stretches(scene, sentence, {t.i for t in words}), key=lambda s: _distance(sentence, s.mention, trigger, words))
    found = [s for s in found if not (_is_when(scene, s, draft, trigger) or _is_superlative(sentence, s, trigger))]
    since = found[0].mention.boundary == "since" or _is_since(sentence, found[0].mention) if found else False
    date = draft.slots.get("date")
    if found and _distance(sentence, found[0].mention, trigger, words)[0] < _reach(draft, since=since):
        at = (sentence.start + found[0].start, sentence.start + found[0].end)
        beside = _farther(sentence, found[0].mention, draft, trigger, words) if since else 0
        if beside <= 0:
            draft.slots["period"], draft.grounds["period"] = found[0].value, at
        if since and ("date" not in draft.slots or beside < 0):
            date = found[0].value
            draft.slots["date"], draft.grounds["date"] = date, at
    period = str(draft.slots.get("period", ""))
    listed = bool(found) and found[0].end > found[0].mention.end  # "in 2024, 2025 and 2026"
    opens = period == date or (listed and period.split("/")[0] == date)
    if date and is_long(str(date)) and (opens or _is_ahead(scene, str(date))) and not since:
        del draft.slots["date"], draft.grounds["date"]


def _is_superlative(sentence: Sentence, stretch: Stretch, trigger: Token) -> bool:
    """ "Its biggest package since the invasion": the stretch in which there was none like it."""
    head = sentence.head_of(stretch.mention)
    if head is not None and head.dep_ == "prep":
        head = next((c for c in head.children if c.dep_ == "pobj"), head)
    return head is not None and stretch.mention.boundary == "since" and is_reckoned_from(head, trigger)


def _farther(sentence: Sentence, since: DateMention, draft: Draft, trigger: Token, words: list[Token]) -> int:
    """ "Which has trained pilots since August and gave jets last week": how much farther from an act a beginning stands than its date."""
    taken = next((m for m in sentence.dates if (sentence.start + m.start, sentence.start + m.end) == draft.grounds.get("date")), None)
    if taken is None or taken is since:
        return 0
    return _distance(sentence, since, trigger, words)[0] - _distance(sentence, taken, trigger, words)[0]


def _reach(draft: Draft, *, since: bool) -> int:
    """How far in the tree a stretch may stand from the gift; only what was given was given since a day."""
    return 1 if since and draft.status in ("pledged", "considered") else 3


def _is_when(scene: Scene, stretch: Stretch, draft: Draft, trigger: Token) -> bool:
    """Whether a year is when it was given rather than what it is for ("in 2022 the department authorised")."""
    told = tense_of_verb(finite_of(trigger)) in ("past", "perfect", "pluperfect") and draft.status not in ("pledged", "considered")
    at = (stretch.mention.start, stretch.mention.end)
    if draft.status == "pledged" and _is_of_promise(scene, stretch, trigger):
        return True
    if told and draft.status == "delivered" and stretch.mention.boundary is None and _is_at_date(draft, at):
        return True  # "gave six jets in January": the month is read from both sides of the day
    return told and stretch.value == draft.slots.get("date") and not _is_ahead(scene, stretch.value) and stretch.mention.boundary is None


def _is_of_promise(scene: Scene, stretch: Stretch, trigger: Token) -> bool:
    """ "Promised six helicopters in 2022": a time that was over when the text appeared, right at the verb of promising."""
    over = stretch.mention.boundary is None and stretch.value[-10:] < scene.discourse.first[: len(stretch.value[-10:])]
    at = (stretch.mention.start, stretch.mention.end)
    led = [c for c in trigger.children if c.lower_ in ("in", "during") and any(at[0] <= t.idx < at[1] for t in c.subtree)]
    return over and trigger.tag_ in ("VBD", "VBN") and "promise" in classes_of(trigger) and bool(led)


def _is_at_date(draft: Draft, at: tuple[int, int]) -> bool:
    """Whether a mention is the one that the date was read from."""
    read = draft.grounds.get("date")
    start = draft.evidence[0][0]
    return read is not None and (read[0] - start, read[1] - start) == at


def _distance(sentence: Sentence, mention: DateMention, trigger: Token, words: list[Token]) -> tuple[int, int]:
    """How far a stretch is from the gift in the tree, then how many words from the nearest word for it."""
    head = sentence.head_of(mention)
    if head is None:
        return (9, 0)
    if head.dep_ in ("appos", "nummod", "compound", "nmod") and head.head.lemma_.lower() in SPANS:  # "for the period 2025-2027"
        head = head.head
    if any(is_origin(sentence, a) for a in head.ancestors) or _is_of_event(head, trigger):
        return (9, 0)
    if _is_of_next(head, trigger) or _is_of_former(head, trigger):
        return (9, 0)
    inside = head.i in {t.i for t in words}
    gap = min(abs(head.i - t.i) for t in (trigger, *words))
    return (0 if inside else nearness(sentence, mention, trigger)[0], gap)


def _is_of_next(head: Token, trigger: Token) -> bool:
    """ "Sent 40 tanks and undertook to give 75 billion by 2026": a time of what is told next, after a gift that has its object."""
    next_ = [a for a in (head, *head.ancestors) if a.dep_ == "conj" and a.head.i == trigger.i and a.pos_ == "VERB"]
    return any(c.dep_ == "dobj" for c in trigger.rights) and any(c.dep_ in ("dobj", "xcomp") for a in next_ for c in a.rights)


def _is_of_event(head: Token, trigger: Token) -> bool:
    """ "Before X took office in 2023, Slovakia gave jets": the time of an event that the gift only came before or after."""
    clauses = [a for a in head.ancestors if a.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in EVENTS for c in a.children)]
    return any(trigger.i not in {t.i for t in clause.subtree} for clause in clauses)


def _is_of_former(head: Token, trigger: Token) -> bool:
    """ "Has sent 140,000 shells since January and announced 247 million": a time of what was told before the next verb."""
    first = trigger.head
    if trigger.dep_ != "conj" or first.pos_ != "VERB" or not first.i < head.i < trigger.i:
        return False
    told = any(c.dep_ == "dobj" for c in first.rights) and any(c.dep_ == "dobj" for c in trigger.rights)
    return told and head.i not in {t.i for t in trigger.subtree}


def _stretches(scene: Scene, sentence: Sentence, inside: set[int]) -> Iterator[Stretch]:
    published = scene.document.published
    day = published.value if published and DAY.fullmatch(published.value) else None
    for number, mention in enumerate(sentence.dates):
        head = sentence.head_of(mention)
        if head is None:
            continue
        if value := _value(scene, sentence, mention, head, day, head.i in inside):
            joined = _joined(sentence, number, value)
            yield joined or Stretch(value, mention.start, mention.end, mention)
    if day and (event := began(scene, sentence)):
        yield Stretch(f"{event[0]}/{day}", event[1], event[2], DateMention(event[1], event[2], "", None, "", "DATE", boundary="since"))


def _value(scene: Scene, sentence: Sentence, mention: DateMention, head: Token, day: str | None, inside: bool) -> str | None:
    """What a mention covers: counted on or back from the publication, begun and lasting, a time ahead, or a year."""
    over = head.head if head.head.lemma_.lower() in SPANS else head  # "for the years 2026 and 2027", "for the period 2024 to 2027"
    leads = {t.lower_ for t in (head, over, over.head)}
    if mention.covers:
        return mention.covers
    if mention.value and day and _is_since(sentence, mention):
        return f"{mention.value.split('/')[0]}/{day}"
    if day and (years := _YEARS.fullmatch(mention.timex)) and mention.type == "DURATION" and leads & {"for", "over", "of", "within"}:
        return f"{day[:4]}/{int(day[:4]) + int(years[1])}"
    stretched = _FOR_YEARS.search(sentence.text[: mention.start]) is not None  # wherever the parser hangs the years
    if mention.value is None or not (
        inside or stretched or leads & LEADS or _is_due(mention) or mention.quote.lower().startswith(("this ", "next ", "the coming "))
    ):
        return None
    ahead = _is_ahead(scene, mention.value) or (_is_due(mention) and mention.value[:7] == scene.discourse.last[:7])
    return mention.value if is_long(mention.value) or ahead else None


def _is_due(mention: DateMention) -> bool:
    """ "By the end of the month", "before the year is out": by when something will be done."""
    ends = mention.quote.lower().startswith(("the end", "end", "year", "month")) or mention.quote.lower().endswith((" out", " over", "end"))
    return ends and mention.boundary in ("by", "before")


def _is_since(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date stands after "since", also in its clause ("since Russia invaded on 24 February")."""
    head = sentence.head_of(mention)
    if mention.boundary == "since":
        return True
    return head is not None and any(
        c.lower_ == "since" and c.dep_ == "mark" for a in head.ancestors if a.pos_ in ("VERB", "AUX") for c in a.children
    )


def _joined(sentence: Sentence, number: int, value: str) -> Stretch | None:
    """`2026 and 2027`, `2024, 2025 and 2026` are one stretch."""
    first = last = sentence.dates[number]
    closed = False
    for mention in sentence.dates[number + 1 :] if re.fullmatch(r"\d{4}", value) else ():
        between = sentence.text[last.end : mention.start]
        later = mention.value is not None and re.fullmatch(r"\d{4}", mention.value) and mention.value > str(last.value or value)
        if closed or not later or not (_AND.fullmatch(between) or between == ", "):
            break
        last, closed = mention, bool(_AND.fullmatch(between))
    return Stretch(f"{value}/{last.value}", first.start, last.end, first) if closed else None


def began(scene: Scene, sentence: Sentence) -> tuple[str, int, int] | None:
    """The known event a sentence counts from ("since the full-scale invasion began", "during this war"): its day, where it is named."""
    for since in (t for t in sentence.tokens if t.lower_ in ("since", "during") and t.dep_ in ("prep", "mark")):
        top = since.head if since.dep_ == "mark" else since
        start, end = since.idx, max(t.idx + len(t) for t in top.subtree)
        said = sentence.text[start:end].lower().replace("this war", "the war")
        for event in scene.pack.events:
            bare = event.type == "origin" and len(event.names) == 1 and "+" not in event.names[0]
            if bare and any(_names(n, said) for n in event.names[0].split("/")):
                return event.since, start, end
    return None


def _names(name: str, said: str) -> bool:
    """Whether words name an event, with one word more between those of its name ("Russia's February invasion")."""
    return re.search(re.escape(name.lower()).replace(r"\ ", r"\s(?:[\w-]+\s)?"), said.replace("’", "'")) is not None


def _is_ahead(scene: Scene, value: str) -> bool:
    """Whether a time begins after the text appeared."""
    return value[:10] > scene.discourse.last[: len(value[:10])]


def is_long(value: str) -> bool:
    """Whether an ISO date or interval is a year or spans quarters."""
    first, _, last = value.partition("/")
    return len(first) == 4 or bool(
        last and (int(last[:4]) - int(first[:4])) * 12 + int((last + "-12")[5:7]) - int((first + "-01")[5:7]) >= 2
    )
