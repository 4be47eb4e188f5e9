"""What a text takes for granted about its own time: posts held, events named, dates written. Each clue is a pair of bounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from promissory.packs import Event, Pack, Post
from promissory.reading.bylines import DAY, FORMS, MONTH, MONTHS, YEAR, written_date

#: A sentence that looks ahead, or tells of what is not so yet, proves nothing about what is past.
AHEAD = re.compile(
    r"\b(?i:will|shall|would|could|should|might|plans?|planned|planning|next|upcoming|forthcoming|expected|due|scheduled|intends?|intended"
    r"|aims?|aimed|set to|ahead|before|until|through|target|goal|if|not yet|hopes?|seeks?|negotiat\w+|drafts?|prepar\w+|propos\w+"
    r"|ready to|to sign|look(?:s|ing)? (?:forward|ahead)|run-up|lead-up|coming|later this|beyond"
    r"|takes? (?:up|over|office|effect)|begins?|starts?|ends|expires?)\b"
    r"|\bmay\b|\b[Bb]y (?:the (?:end|start|beginning|middle)|early|late|mid|\d|[A-Z][a-z]+ \d)"
)
#: A sentence about an earlier time: the people in it need not be in post any more.
EARLIER = re.compile(
    r"\b(?:in (?:\w+ )?(?:19|20)\d\d|last year|(?:years?|months?) (?:ago|earlier|before)|at (?:the|that) time|back (?:in|then)|then[- ]"
    r"|since \d{4})\b",
    re.I,
)
#: Words before a title that deny it; only names and adjectives in capitals may stand between.
NOT_IN_POST = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate|[Pp]revious|one-?time|[Oo]usted|[Dd]ismissed|[Ss]acked|[Ii]ncoming|future|next|designate|[Aa]cting"
    r"|[Dd]eputy|[Vv]ice|candidate for|predecessor|successor|would-be)[\s-]+(?:[A-Z][\w.’'-]*\s+){0,3}$"
)
#: Titles of those who are not in the post they name.
NO_POST = re.compile(r"\b(?:elect|designate|former|nominee|candidate|incoming|acting|ex)\b", re.I)
CAPTION = re.compile(r"\b(?:Getty Images|Photo|Photograph|Image|Picture|pictured)\b")
NEW = re.compile(r"\b(?:new|newly[- ](?:appointed|elected|installed|inaugurated|minted))\s+(?:[\w’'-]+\s+){0,3}$", re.I)
ADDED = re.compile(r"\s*[)”\"’',]*\s*(?:of (?:the )?(?:[A-Z][\w’'-]*\s?){1,4})?,?\s*(?:\(?[A-Z]\w*\.\s)?$")
AFTERWARDS = r"\s*(?:,|\(|–|—)\s*(?:who (?:is|was) )?(?:the |an? )?(?P<words>(?:[\w’'./-]+\s+){{0,4}}?)(?P<title>{titles})\b(?!-elect)"
SENTENCE_END = re.compile(r"\n+|(?<=[.!?…])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9–-])")
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Prof|St|No|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$")
#: How long things stay new or recent in reports, in days.
NEW_DAYS, RECENT_DAYS = 90, 60
#: How far in front of or behind the name of an event its "last year" or "recent" may stand, in characters.
NEAR = 90
ORDINALS = {word: n + 1 for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())}
NUMBERS = {word: n + 1 for n, word in enumerate("one two three four five six seven eight nine ten".split())}


@dataclass(frozen=True, slots=True)
class Clue:
    """The text was published in one of `spans` (first and last day), because of what it says at `at`.

    `news` marks a full date that may be the day of what the text reports.
    """

    spans: tuple[tuple[date, date], ...]
    because: str
    at: int
    news: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    text: str


def sentences(text: str) -> list[Sentence]:
    """A rough division, good enough to keep clues of different sentences apart."""
    found: list[Sentence] = []
    start = 0
    for end in SENTENCE_END.finditer(text):
        if "\n" not in end.group() and ABBREVIATED.search(text[max(start, end.start() - 8) : end.start()]):
            continue
        found.append(Sentence(start, text[start : end.start()]))
        start = end.end()
    return [sentence for sentence in (*found, Sentence(start, text[start:])) if sentence.text.strip()]


def folded(text: str) -> str:
    """The text without accents, character for character, so that offsets stay."""
    return "".join(_base(character) if character > "\x7f" else character for character in text)


def _base(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0]
    return "'" if base in "’‘" else base


# posts -------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _naming(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, set[str]]]:
    """Patterns for a person's name, a title before it and a title after it; name → person; title → roles."""
    people = {folded(name): person.id for person in pack.people for name in (person.name, *person.variants) if " " in name}
    roles: dict[str, set[str]] = {}
    for title in pack.titles:
        for name in (name for name in title.names if not NO_POST.search(name)):
            roles.setdefault(folded(name).lower(), set()).add(title.role)
    names = _alternatives(people)
    titles = _alternatives(roles)
    before = re.compile(rf"(?<![\w-])(?P<title>{titles})(?=(?P<added>.*))", re.I | re.S)
    after = re.compile(AFTERWARDS.format(titles=titles), re.I)
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)"), before, after, people, roles


def _alternatives(words: dict[str, str] | dict[str, set[str]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def post_clues(found: list[Sentence], pack: Pack) -> Iterator[Clue]:
    """A person named with a post is in post, unless the sentence is about an earlier time."""
    name, *_, people, _ = _naming(pack)
    for sentence in found:
        plain = folded(sentence.text)
        for match in name.finditer(plain):
            titled = _titled(plain, match.start(), match.end(), pack)
            if titled:
                yield from _held(people[match.group()], titled, sentence, match.start(), pack)


@dataclass(frozen=True, slots=True)
class Titled:
    roles: frozenset[str]
    words: str
    new: bool


def _titled(sentence: str, start: int, end: int, pack: Pack) -> Titled | None:
    """The post that the words around a name give its bearer."""
    _, before, after, _, roles = _naming(pack)
    head = sentence[max(0, start - 90) : start]
    for match in before.finditer(head):
        lead = head[: match.start()]
        if ADDED.fullmatch(match["added"]) and not NOT_IN_POST.search(lead):
            return Titled(frozenset(roles[match["title"].lower()]), match["title"], bool(NEW.search(lead)))
    following = after.match(sentence, end)
    if following and not NOT_IN_POST.search(following["words"]):
        return Titled(frozenset(roles[following["title"].lower()]), following["title"], bool(NEW.search(following["words"])))
    return None


def _held(person: str, titled: Titled, sentence: Sentence, at: int, pack: Pack) -> Iterator[Clue]:
    posts = [post for post in pack.posts_of.get(person, ()) if post.role in titled.roles]
    if not posts:
        return
    earlier = bool(EARLIER.search(sentence.text))
    spans = tuple((_since(post), date.max if earlier else _new_until(post) if titled.new else _until(post)) for post in posts)
    when = " or ".join(f"{post.since or '…'} to {post.until and _until(post).isoformat() or '…'}" for post in posts)
    is_new = ", called new" if titled.new else ""
    yield Clue(spans, f"{pack.person[person].name} is named as {titled.words}{is_new} (in post {when})", sentence.start + at)


def _since(post: Post) -> date:
    return first_day(post.since) if post.since else date.min


def _until(post: Post) -> date:
    return last_day(post.until) if post.until else date.max


def _new_until(post: Post) -> date:
    return min(_until(post), _since(post) + timedelta(NEW_DAYS)) if post.since else _until(post)


# events ------------------------------------------------------------------------------------------------------------------

#: How a sentence places an event relative to its own day → the days of publication that leaves.
PLACED: tuple[tuple[re.Pattern[str], Callable[[date], tuple[date, date]]], ...] = (
    (re.compile(r"\blast year(?:'s)?\b|\ba year (?:ago|earlier)\b", re.I), lambda day: (date(day.year + 1, 1, 1), date(day.year + 1, 12, 31))),
    (re.compile(r"\b(?:this|earlier this|later this) year\b", re.I), lambda day: (day, date(day.year, 12, 31))),
    (re.compile(r"\blast month\b", re.I), lambda day: (_month_after(day), last_day(_month_after(day).isoformat()[:7]))),
    (re.compile(r"\b(?:earlier )?this month\b", re.I), lambda day: (day, last_day(day.isoformat()[:7]))),
    (re.compile(r"\b(?:last|this|earlier this) week\b|\bdays ago\b|\byesterday\b", re.I), lambda day: (day, day + timedelta(14))),
    (re.compile(r"\b(?:recent|recently|latest|newly|just|fresh|weeks ago)\b", re.I), lambda day: (day, day + timedelta(RECENT_DAYS))),
)


def event_clues(found: list[Sentence], pack: Pack) -> Iterator[Clue]:
    """A text that speaks of an event is younger than it; "last year" and "recent" bound it from above too."""
    for sentence in found:
        plain = folded(sentence.text)
        for event, spans in _named(plain, pack):
            yield from _event_clue(event, spans, sentence, plain)


def _named(plain: str, pack: Pack) -> Iterator[tuple[Event, list[tuple[int, int]]]]:
    """The events a sentence names, with the places of the words that name them."""
    for event in pack.events:
        for parts in event.patterns:
            matches = [re.search(_worded(alternatives), plain, re.I) for alternatives in parts]
            if all(matches):
                yield event, [match.span() for match in matches if match]
                break


@lru_cache(maxsize=4096)
def _worded(alternatives: tuple[str, ...]) -> str:
    return "(?<!\\w)(?:" + "|".join(re.escape(folded(words)).replace(r"\ ", r"\s+") for words in alternatives) + ")(?!\\w)"


def _event_clue(event: Event, spans: list[tuple[int, int]], sentence: Sentence, plain: str) -> Iterator[Clue]:
    since, at = first_day(event.since), sentence.start + spans[0][0]
    if event.type == "origin":
        yield from _counted(event, since, at, plain)
    elif event.type == "phase":
        yield Clue(((since, last_day(event.until) if event.until else date.max),), f"it speaks of: {event.name} ({event.since} to {event.until})", at)
    elif not AHEAD.search(around := _around(plain, spans[0], 70, 50)) and not _in_its_month(around, since):
        first, last = _placed(_around(plain, spans[0], NEAR, NEAR), since) if event.type == "event" else (since, date.max)
        yield Clue(((first, last),), f"it speaks of: {event.name} ({event.since}){_bounded(last)}", at)


def _in_its_month(around: str, day: date) -> bool:
    """Whether an event is named with its month but no year ("the summit in Vilnius in July"), which may lie ahead."""
    return re.search(rf"(?<!last )\b(?:in|on|this) {day.strftime('%B')}\b(?!,? (?:of |\d{{1,2}},? )?{day.year})", around) is not None


def _around(plain: str, span: tuple[int, int], before: int, after: int) -> str:
    return plain[max(0, span[0] - before) : span[1] + after]


def _placed(around: str, day: date) -> tuple[date, date]:
    """The days on which an event can be spoken of as it is in the words around its name."""
    if re.search(rf"\blast {day.strftime('%B')}\b", around):
        return _month_after(day), last_day(f"{day.year + 1}-{day.month:02}")
    return next((place(day) for wording, place in PLACED if wording.search(around)), (day, date.max))


def _bounded(last: date) -> str:
    return f", in words that fit until {last.isoformat()}" if last != date.max else ""


def _counted(event: Event, since: date, at: int, plain: str) -> Iterator[Clue]:
    """Anniversaries, "day 150 of" and "the third year of" what began with an event."""
    if found := re.search(r"\b(\d{1,3})(?:st|nd|rd|th) (?:birthday|anniversary)\b", plain, re.I):
        year = since.year + int(found[1])
        yield Clue(((date(year, 1, 1), date(year, 12, 31)),), f"the {found.group()} of: {event.name} ({event.since})", at)
    if found := re.search(r"\bday (\d{1,4}) of\b|\b(\d{1,4})(?:st|nd|rd|th) day of\b", plain, re.I):
        day = since + timedelta(int(found[1] or found[2]) - 1)
        yield Clue(((day, day + timedelta(1)),), f"{found.group()} {event.name} ({event.since})", at)
    if (found := re.search(rf"\b({'|'.join(ORDINALS)}) year of\b", plain, re.I)) and not AHEAD.search(plain):
        number = ORDINALS[found[1].lower()]
        yield Clue(((_years_on(since, number - 1), _years_on(since, number) - timedelta(1)),), f"the {found.group()} {event.name} ({event.since})", at)
    if found := re.search(rf"\b(nearly |almost )?(\d|{'|'.join(NUMBERS)}) years (?:into|after|since)\b", plain, re.I):
        number = int(found[2]) if found[2].isdigit() else NUMBERS[found[2].lower()]
        full = _years_on(since, number)
        span = (full - timedelta(150), full) if found[1] else (full - timedelta(30), _years_on(since, number + 1))
        yield Clue((span,), f"{found.group()} {event.name} ({event.since})", at)


def _years_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(32)).replace(day=1)


# dates -------------------------------------------------------------------------------------------------------------------

RANGE = re.compile(rf"\b{MONTH}\s+\d{{1,2}}\s?[-–]\s?{DAY},?\s+{YEAR}\b", re.I)
MONTH_YEAR = re.compile(rf"\b(?:in|since|of|last|early|late|mid-?) {MONTH},? {YEAR}\b", re.I)
IN_YEAR = re.compile(r"\b(?:in|since|of) (?:early |late |mid-?|the (?:spring|summer|autumn|fall|winter|start|end) of )?(?P<year>20\d\d)\b(?![-–/]\d)", re.I)
DAY_MONTH = re.compile(rf"\b(?:(?:on|from|since|by|of|,|\() ?)(?:{MONTH}\s+{DAY}|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH.replace('month', 'month2')})\b(?!\s?[-–]\s?\d|,?\s+(?:19|20)\d\d)", re.I)  # noqa: E501


def date_clues(found: list[Sentence], pack: Pack) -> Iterator[Clue]:
    """A text is not older than the past dates it writes out."""
    known = {event.since for event in pack.events if event.type == "origin"}
    for sentence in found:
        if AHEAD.search(sentence.text):
            continue
        for day, words, at in _full(sentence.text):
            backward = CAPTION.search(sentence.text) or re.search(r"\b(?:since|of|from|in|dated|after)\s*$", sentence.text[:at], re.I)
            news = not backward and day.isoformat() not in known
            yield Clue(((day, date.max),), f"it writes {words!r} of something past", sentence.start + at, news)
        for day, words, at in _rough(sentence.text):
            yield Clue(((day, date.max),), f"it writes {words!r} of something past", sentence.start + at)


def _full(text: str) -> Iterator[tuple[date, str, int]]:
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


def days_without_year(found: list[Sentence], pack: Pack) -> Iterator[tuple[int, int, str]]:
    """(month, day, words) of past days named without a year; "since" a day, and the day of an origin, are no news."""
    known = {event.since[5:] for event in pack.events if event.type == "origin"}
    for sentence in found:
        for match in DAY_MONTH.finditer(sentence.text):
            if not AHEAD.search(sentence.text) and not match.group().lower().startswith(("since", "from", "by")):
                month = (match["month"] or match["month2"])[:3].lower()
                day = int(match["day"] or match["day2"])
                if f"{MONTHS[month]:02}-{day:02}" not in known:
                    yield MONTHS[month], day, match.group().strip(" ,(")


def first_day(written: str) -> date:
    """The first day of an ISO date, month or year."""
    year, month, day = (*written.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def last_day(written: str) -> date:
    """The last day of an ISO date, month or year; a pack writes the end of a month as day 99."""
    year, month, day = (*(int(part) for part in written.split("-")), 99, 99)[:3]
    month = min(month, 12)
    return min(date(year, month, 28) + timedelta(min(day, 31) - 28), _month_after(date(year, month, 1)) - timedelta(1))
