"""What dating builds on: clues, rough sentences, wordings of what lies ahead, and days of ISO dates."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

#: A sentence that looks ahead, or tells of what is not so yet, proves nothing about what is past.
AHEAD = re.compile(
    r"\b(?i:will|shall|would|could|should|might|plans?|planned|planning|next|upcoming|forthcoming|expected|due|scheduled|intends?|intended"
    r"|aims?|aimed|set to|ahead|before|until|through|target|goal|if|not yet|hopes?|seeks?|negotiat\w+|drafts?|prepar\w+|propos\w+"
    r"|ready to|to sign|look(?:s|ing)? (?:forward|ahead)|run-up|lead-up|coming|later this|beyond"
    r"|takes? (?:up|over|office|effect)|begins?|starts?|ends|expires?)\b"
    r"|\bmay\b|\b[Bb]y (?:the (?:end|start|beginning|middle)|early|late|mid|\d|[A-Z][a-z]+ \d)"
)
SENTENCE_END = re.compile(r"\n+|(?<=[.!?…])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9–-])")
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Prof|St|No|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)


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
    """A sentence and where it begins; `plain` is its text without accents, of the same length."""

    start: int
    text: str
    plain: str


def sentences(text: str) -> list[Sentence]:
    """A rough division, good enough to keep clues of different sentences apart."""
    found: list[Sentence] = []
    start = 0
    for end in SENTENCE_END.finditer(text):
        if "\n" in end.group() or not ABBREVIATED.search(text[max(start, end.start() - 8) : end.start()]):
            found.append(_sentence(text, start, end.start()))
            start = end.end()
    found.append(_sentence(text, start, len(text)))
    return [sentence for sentence in found if sentence.text.strip()]


def folded(text: str) -> str:
    """The text without accents, character for character, so that offsets stay."""
    if text.isascii():
        return text
    return text.translate({ord(character): _base(character) for character in set(text) if character > "\x7f"})


def first_day(written: str) -> date:
    """The first day of an ISO date, month or year."""
    year, month, day = (*written.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def last_day(written: str) -> date:
    """The last day of an ISO date, month or year; a pack writes the end of a month as day 99."""
    year, month, day = (*(int(part) for part in written.split("-")), 99, 99)[:3]
    end = month_after(date(year, min(month, 12), 1)) - timedelta(1)
    return end.replace(day=min(day, end.day))


def month_after(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=1) + timedelta(32)).replace(day=1)


def _sentence(text: str, start: int, end: int) -> Sentence:
    return Sentence(start, text[start:end], folded(text[start:end]))


def _base(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0]
    return "'" if base in "’‘" else base
