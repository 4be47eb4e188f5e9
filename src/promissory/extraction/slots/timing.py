"""When something happened that its clause does not date: news tells of the day of its dateline, unless it says otherwise.

What a report tells in the past tense is of the day it goes on telling of: the last one named in the paragraph, else the one named
in its opening, else the day it appeared. What lies behind that day ("had given", "so far", "in June", "last year"), is always so, is
yet to come or is only meant keeps no date; nor has anything in a text whose own day is not known. Every such date says that it is
inferred and why. It is set when the drafts of a document are joined, so that no guess joins or parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES
from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.nominals import GONE, modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import children, clause
from promissory.extraction.grammar.verbal import (
    finite_of,
    is_background,
    is_bound,
    is_only_measure,
    measured_from,
    tense_of_verb,
    times_of,
    turns_to_now,
)
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.dayline import DAY, day_told, is_long_before
from promissory.extraction.slots.periods import began
from promissory.extraction.slots.spans import days_apart
from promissory.extraction.slots.telling import tells

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Sentences, headline included, whose present perfect is news ("has approved") rather than background.
LEAD = 4
#: Kinds and statuses that happen on a day; what is planned, wished or lasts is of none.
ACTS = {
    "statement": ("quoted", "reported"),
    "proposal": ("made", "accepted", "rejected"),
    "commitment": ("considered", "pledged", "committed", "allocated", "contracted", "delivered", "suspended", "withdrawn"),
    "agreement": ("signed", "negotiating", "ended"),
    "meeting": ("held", "cancelled"),
    "attack": ("reported", "claimed", "threatened"),
    "need": ("stated", "requested"),
    "initiative": ("announced", "active", "ended"),
    "tenure": ("takes_office", "leaves_office"),
}
#: Those of them that cannot lie ahead of the report.
PAST = {
    "statement": ("quoted", "reported"),
    "proposal": ("made", "accepted", "rejected"),
    "commitment": ("allocated", "contracted", "delivered"),
    "agreement": ("signed", "in_force"),
    "meeting": ("held",),
    "attack": ("reported", "claimed"),
}
#: Kinds that lie in the words themselves: they happen when somebody utters them.
UTTERED = frozenset(("statement", "proposal", "need"))
#: Statuses of a commitment that lie in the words, whatever the clause that tells the gift.
WORDS = frozenset(("pledged", "considered"))
#: Statuses of a part that it has by that of its whole.
SET_ASIDE = frozenset(("considered", "pledged", "committed", "allocated"))
#: Rules of posts told with a name beside an act of another day ("the outgoing premier, X, flew to Kyiv").
BESIDE_NAME = frozenset(("outgoing", "new", "beside"))
#: Words that set a noun apart from the day that the report tells of, beside those that put it in the past.
APART = GONE | frozenset("annual every regular future next series several many numerous multiple rare".split())
SAME_DAY = re.compile(
    r"(?:on\s)?(?:the|that)\s(?:very\s)?(?:same\s)?day|(?:(?:just|only|a few|several|some)\s)?hours\s(?:earlier|later|before)", re.I
)
MONTH = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)})\b", re.I)
TODAY = re.compile(r"today|tonight|this (?:morning|afternoon|evening)", re.I)
#: Tenses that tell of no month that is over.
AHEAD = frozenset(("present", "future", "infinitive"))
#: What makes "before" and "after" a short time.
NEARLY = frozenset("just shortly right soon immediately briefly".split())
#: How a sentence goes on with the parts of what the one before told.
PARTED = re.compile(
    r"[“\"]?(?:Of (?:this|that|these|which)\b|(?:This|That|It|(?:The|This|That) (?:new |latest |whole )?"
    r"(?:number|sum|figure|total|amount|package|tranche|aid|assistance|support|money|funding|announcement))"
    r" (?:also |will |will also )?(?:includes?|comprises?|contains?|consists?|covers?)\b)"
)
TOLD = "the day the report tells of"
APPEARED = "the day the report appeared"
MEASURED = "so many days from what it is measured from"
PART = "the day of what it is a part of"


def time_drafts(scene: Scene, drafts: Iterable[tuple[float, Draft]]) -> Iterator[tuple[float, Draft]]:
    """The drafts, those without a date given the day of the report where they are its news."""
    whole: Draft | None = None
    for confidence, draft in drafts:
        known = _not_behind(scene, _not_ahead(scene, draft))
        timed = _spoken(scene, known) if "date" in known.slots else _part(scene, _timed(scene, known), whole)
        whole = timed if _is_whole(timed) else whole
        yield confidence, timed


def _is_whole(draft: Draft) -> bool:
    return draft.kind == "commitment" and draft.slots.keys() >= {"date", "amount"}


def _part(scene: Scene, draft: Draft, whole: Draft | None) -> Draft:
    """ "Will provide 1.5 billion, she said today. This includes 800 million for energy": what is set aside with the whole, on its day."""
    if whole is None or "date" in draft.slots or draft.kind != "commitment" or draft.status not in SET_ASIDE:
        return draft
    sentence, before = (next(iter(scene.within(*of.evidence[-1]))) for of in (draft, whole))
    if sentence.number - before.number != 1 or not PARTED.match(sentence.text):
        return draft
    return replace(draft, slots=draft.slots | {"date": whole.slots["date"]}, inferred=draft.inferred | {"date": PART})


def _not_ahead(scene: Scene, draft: Draft) -> Draft:
    """The draft without a day after the report where it tells of what has happened ("a week later he announced")."""
    day = str(draft.slots.get("date", ""))[:10]
    if day <= scene.discourse.last[: len(day)] or (draft.status not in PAST.get(draft.kind, ()) and not _has_begun(scene, draft)):
        return draft
    if earlier := _a_year_before(scene, draft, day):
        kept = {slot: value for slot, value in draft.slots.items() if slot != "period" or value != draft.slots["date"]}
        return replace(draft, slots=kept | {"date": earlier}, grounds={s: at for s, at in draft.grounds.items() if s in kept})
    kept = {slot: value for slot, value in draft.slots.items() if slot != "date"}
    return replace(draft, slots=kept, grounds={slot: at for slot, at in draft.grounds.items() if slot != "date"})


def _not_behind(scene: Scene, draft: Draft) -> Draft:
    """The draft in the month to come where it tells of what will happen ("will take office in August", said in September)."""
    day, at = str(draft.slots.get("date", "")), draft.grounds.get("date")
    coming = (draft.kind == "tenure" or (draft.kind, draft.status) == ("meeting", "planned")) and _is_to_come(scene, draft)
    words = scene.document.text[at[0] : at[1]] if at is not None else ""
    named = MONTH.search(words) is not None and not re.search(r"\d{4}", words) and "/" not in day
    if not coming or not named or day >= scene.discourse.first[: len(day)]:
        return draft
    return replace(draft, slots=draft.slots | {"date": f"{int(day[:4]) + 1}{day[4:]}"})


def _has_begun(scene: Scene, draft: Draft) -> bool:
    """ "The coalition was set up in January": a scheme that is at work, told in the past."""
    sentence, token = next(iter(_places(scene, draft)), (None, None))
    told = tense_of_verb(finite_of(token)) if sentence is not None and token is not None else "none"
    return (draft.kind, draft.status) == ("initiative", "active") and told in ("past", "perfect", "pluperfect")


def _is_to_come(scene: Scene, draft: Draft) -> bool:
    sentence, token = next(iter(_places(scene, draft)), (None, None))
    return sentence is not None and token is not None and tense_of_verb(finite_of(token)) == "future"


def _a_year_before(scene: Scene, draft: Draft, day: str) -> str | None:
    """ "Was signed in April", said in December: the April that is over, where the words name a month and no year.

    "Hopes to begin payments in March" is of no March that is over.
    """
    at = draft.grounds.get("date") if draft.kind not in UTTERED else None  # "asks that talks begin in June": the June to come
    words = scene.document.text[at[0] : at[1]] if at is not None else ""
    named = MONTH.search(words) is not None and not re.search(r"\d{4}", words)
    past = at is not None and not any(tense_of_verb(clause(t)) in AHEAD for t in _words_at(scene, at[0]))
    return f"{int(day[:4]) - 1}{day[4:]}" if named and past and "/" not in str(draft.slots.get("date")) else None


def _words_at(scene: Scene, start: int) -> Iterator[Token]:
    """The word that stands at an offset of the text."""
    for sentence in scene.within(start, start + 1):
        yield from (t for t in sentence.tokens if sentence.start + t.idx <= start < sentence.start + t.idx + len(t))


def _spoken(scene: Scene, draft: Draft) -> Draft:
    """The draft with its "today" counted from the day it was spoken on, where it stands in a quotation."""
    at = draft.grounds.get("date")
    if at is None or not TODAY.fullmatch(scene.document.text[at[0] : at[1]]):
        return draft
    sentence = next(iter(scene.within(*at)), None)
    quoted = sentence is not None and any(start <= at[0] < end for start, end in sentence.quotations)
    return _dated(scene, draft, sentence) if sentence is not None and quoted else draft


def _timed(scene: Scene, draft: Draft) -> Draft:
    if draft.kind == "meeting" and draft.status == "planned":
        spans = ((s, span) for s, token in _places(scene, draft) if (span := days_apart(token)) is not None)
        told = ((s, span) for s, span in spans if times_of(s, finite_of(span[0])))
        return next((_moved(scene, draft, s, *span) for s, span in told), draft)
    if draft.status not in ACTS.get(draft.kind, ()) or (draft.kind == "tenure" and draft.rule in BESIDE_NAME):
        return draft
    for sentence, token in _places(scene, draft):
        if (span := days_apart(token)) is not None:
            return _moved(scene, draft, sentence, *span)
        if (token.pos_ in ("NOUN", "PROPN") and modifiers(token) & APART) or measured_from(token) is not None:
            return draft
        if is_only_measure(finite_of(token)) or _is_behind(token):
            return draft
        if teller := _teller(scene, draft, sentence, token):
            if lasting := _lasting(scene, draft, *teller):
                return lasting
            if (times := times_of(*teller)) and not _is_of_others(draft):
                return _said(scene, draft, teller[0], times)
            if _is_beside_day(teller[0], token, teller[1]):
                return draft
            if (_is_news(scene, draft, *teller) and not _is_set_back(scene, draft, sentence, *teller)) or _is_performed(
                scene, draft, *teller
            ):
                return _dated(scene, draft, *teller)
    return draft


def _is_behind(verb: Token) -> bool:
    """ "Since becoming premier, she has been there twice": what is only told to count from."""
    return verb.tag_ == "VBG" and (verb.head.lower_ == "since" or any(c.lower_ == "since" and c.dep_ == "mark" for c in verb.lefts))


def _is_beside_day(sentence: Sentence, *words: Token) -> bool:
    """ "Came just before Christmas", "met shortly after 9 May": on no day that the text tells, and not on the day it appeared."""
    preps = [c for word in words for c in word.children if c.dep_ == "prep" and c.lower_ in ("before", "after")]
    spots = [t for prep in preps for t in children(prep, "pobj") if (m := sentence.date_at.get(t.i)) and m.type == "DATE" and m.value]
    near = any(c.lower_ in NEARLY for prep in preps for c in prep.children) or any(
        prep.i and prep.nbor(-1).lower_ in NEARLY for prep in preps
    )
    return bool(spots) and near


def _is_of_others(draft: Draft) -> bool:
    """Whether the clause a statement hangs on is none of speech, so that its time is not that of the words."""
    apart = all(not start <= draft.trigger[0] < end for start, end in draft.evidence)
    return draft.kind == "statement" and (draft.rule == "source" or (draft.rule == "subject" and apart))


def _moved(scene: Scene, draft: Draft, sentence: Sentence, above: Token, days: int) -> Draft:
    """The draft so many days from what its clause is measured from ("met on Monday, a day after the two spoke")."""
    verb = finite_of(above)
    times = [m for m in times_of(sentence, verb) if m.value]
    base = times[0].value if len(times) == 1 else None
    if not times and tense_of_verb(verb) in ("past", "perfect"):
        base = str(_dated(scene, draft, sentence, verb).slots.get("date", ""))
    if not base or not DAY.fullmatch(base):
        return draft
    day = date.fromisoformat(base) + timedelta(days)
    at = (sentence.start + times[0].start, sentence.start + times[0].end) if times else draft.trigger
    moved = replace(draft, slots=draft.slots | {"date": day.isoformat()}, inferred=draft.inferred | {"date": MEASURED})
    return replace(moved, grounds=draft.grounds | {"date": at}) if times else moved


def _lasting(scene: Scene, draft: Draft, sentence: Sentence, verb: Token) -> Draft | None:
    """The draft of attacks that have gone on since a known event, dated from its day to the day the text appeared."""
    published = scene.document.published
    if draft.kind != "attack" or tense_of_verb(verb) not in ("perfect", "lasting") or not published or not DAY.fullmatch(published.value):
        return None
    if (event := began(scene, sentence)) is None:
        return None
    value, at = f"{event[0]}/{published.value}", (sentence.start + event[1], sentence.start + event[2])
    return replace(draft, slots=draft.slots | {"date": value}, grounds=draft.grounds | {"date": at})


def _said(scene: Scene, draft: Draft, sentence: Sentence, times: list[DateMention]) -> Draft:
    """The draft with the one time that the clause names, if it can be resolved and is over; the same day is the day told."""
    mention = times[0]
    if len(times) > 1:
        return draft
    if mention.value is None:
        return _dated(scene, draft, sentence) if SAME_DAY.fullmatch(mention.quote) else draft
    if mention.value[:10] > scene.discourse.last[: len(mention.value[:10])]:
        return draft
    at = (sentence.start + mention.start, sentence.start + mention.end)
    return replace(draft, slots=draft.slots | {"date": mention.value}, grounds=draft.grounds | {"date": at})


def _dated(scene: Scene, draft: Draft, sentence: Sentence, verb: Token | None = None) -> Draft:
    """The draft on the day that its sentence goes on telling of, else on the day the text appeared."""
    published = scene.document.published
    if published is None:
        return draft
    told = day_told(scene.sentences, published.value, sentence.number, sentence.block_number)
    if told and verb is not None and tense_of_verb(verb) == "perfect" and is_long_before(told[0], published.value):
        told = None  # "The scheme was agreed on July 14. Canada has said it may join"
    if told is None and not DAY.fullmatch(published.value):
        return draft
    if told is None or told[1] == draft.grounds.get("date"):
        return replace(draft, slots=draft.slots | {"date": published.value}, inferred=draft.inferred | {"date": APPEARED})
    return replace(
        draft, slots=draft.slots | {"date": told[0]}, grounds=draft.grounds | {"date": told[1]}, inferred=draft.inferred | {"date": TOLD}
    )


def _places(scene: Scene, draft: Draft) -> Iterator[tuple[Sentence, Token]]:
    """The words that a draft hangs on: its trigger, then the main words of its quotes, but for one that is of another time than its own."""
    apart: Sentence | None = None
    for start in dict.fromkeys((draft.trigger[0], *(start for start, _ in draft.evidence))):
        for sentence in scene.within(start, start + 1):
            token = next((t for t in sentence.tokens if sentence.start + t.idx + len(t) > start), None)
            if start == draft.trigger[0] and token is not None:
                turned = draft.kind not in UTTERED and any(turns_to_now(t) for t in (token, *token.ancestors))
                apart = sentence if turned else None
            if token is not None and (start == draft.trigger[0] or sentence is not apart):
                yield sentence, token if start == draft.trigger[0] else next(t for t in sentence.tokens if t.head.i == t.i)


def _teller(scene: Scene, draft: Draft, sentence: Sentence, token: Token) -> tuple[Sentence, Token] | None:
    """The verb whose tense says when: that of the act, for words uttered that of the speech they stand in."""
    if draft.kind == "statement":
        return sentence, finite_of(token)
    if draft.kind in UTTERED or draft.status in WORDS:
        return _cue(scene, sentence, token) or (sentence, _speech_over(token) or finite_of(token))
    return (sentence, finite_of(token)) if token.i not in sentence.quoted else None


def _cue(scene: Scene, sentence: Sentence, token: Token) -> tuple[Sentence, Token] | None:
    """The cue of the speech that a word stands in."""
    at = sentence.start + token.idx
    for attribution in scene.speech.get(sentence.number, ()):
        said = any(q.start <= at < q.end for q in attribution.quotations)
        for where, cue in attribution.cues:
            if said or (where is sentence and token.i in cue.content):
                return where, finite_of(cue.word)
    return None


def _speech_over(token: Token) -> Token | None:
    """The verb of saying, promising or deciding above a clause."""
    for above in token.ancestors:
        if above.pos_ == "VERB" and (tells(above) or "promise" in classes_of(above)):
            return finite_of(above)
    return None


def _is_before_other(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Before Fico came back in 2023, Slovakia gave jets": older than an event that is itself older than the report."""
    clauses = [c for c in children(verb, "advcl") if any(k.lower_ in ("before", "until") for k in children(c, "mark"))]
    days = [m.value for c in clauses for t in c.subtree if (m := sentence.date_at.get(t.i)) and m.value]
    return any(day < scene.discourse.first[: len(day)] for day in days)


def _is_news(scene: Scene, draft: Draft, sentence: Sentence, verb: Token) -> bool:
    """Whether what a verb tells is of the report's own day."""
    if is_background(sentence, verb) or _is_aside(draft, verb) or _is_before_other(scene, sentence, verb):
        return False
    tense = tense_of_verb(verb)
    if sentence.block.heading:
        return tense in ("past", "perfect", "present", "infinitive", "none")
    if tense == "perfect":
        uttered = draft.kind in UTTERED or (draft.status in WORDS and tells(verb))
        return sentence.number < LEAD or uttered or clause(verb.head).lemma_ == "announce"
    return tense == "past"


def _is_set_back(scene: Scene, draft: Draft, sentence: Sentence, where: Sentence, verb: Token) -> bool:
    """Whether an act stands beside a time long before the report, which may as well be its own ("sold it arms in May 2023")."""
    if draft.kind in UTTERED or draft.status in WORDS or sentence is not where:
        return False
    first = scene.discourse.first
    times = [m for m in sentence.dates if m.type == "DATE" and m.value and len(m.value) >= len("2023-05") and m.boundary != "since"]
    return any(m.value < first[:7] and not is_bound(sentence, m, verb) for m in times if m.value)


def _is_performed(scene: Scene, draft: Draft, sentence: Sentence, verb: Token) -> bool:
    """Whether the text itself does what it says: its author urges and asks in it, a heading does, and so do the items of a list."""
    if is_background(sentence, verb) or any(draft.slots.get("attributed_to", ())):
        return False
    author = scene.discourse.author
    if tense_of_verb(verb) == "none":
        return author is not None
    own = author is not None and author in {i for role in ("by", "speaker", "needs") for i in draft.parties.get(role, [])}
    return draft.kind in ("proposal", "need") and (sentence.block.heading or own)


def _is_aside(draft: Draft, verb: Token) -> bool:
    """Whether a clause only says which thing is meant ("the systems that Berlin gave"): such a gift is older news."""
    return draft.kind in ("commitment", "agreement") and verb.dep_ in ("relcl", "acl") and draft.status not in WORDS
