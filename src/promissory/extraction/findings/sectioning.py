"""Lists of assertions appended to an article: which of them have a source, and which recommendations stand among facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promissory.extraction.findings.citing import HEADING, Citations
from promissory.extraction.lexicon.punctuation import CLOSING
from promissory.extraction.text.splitting import Block, Stretch, split_sentences

#: Words that give a source of what is said: a speaker, a paper, a document.
_VERBS = (
    r"said|says|saying|told|tells|stated|states that|stating|adds|added that|according to|reported(?:ly)?|reports? that|announced|announces"
    r"|wrote|writes|noted|notes that|explained|explains|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|underlined|underlines|underscored"
    r"|underscores|warned|warns|claimed|claims|argued|argues|confirmed|confirms|citing|cited|quoted|quoting|told reporters|in the words of"
    r"|sources? (?:said|say|told)|source:|via"
)
ATTRIBUTION = re.compile(rf"\b(?:{_VERBS})\b|[{CLOSING}],? (?:he|she|they)\b", re.I)
#: Words that urge. Who is urged by whom is no matter here: an unattributed "should" is the writer's.
URGED = re.compile(
    r"\b(?:urged?s?|urging|call(?:ed|s|ing)? (?:for|on)|recommend(?:s|ed|ing|ation)?|suggest(?:s|ed|ing)?|propos(?:es|ed|ing|al)"
    r"|demand(?:s|ed)?|advocat(?:es|ed|ing)|appeal(?:s|ed)?|insist(?:s|ed)?|believes?|thinks?)\b",
    re.I,
)
RECOMMENDED = re.compile(
    r"\b(?:should|ought to)\b(?! have\b)|\bwould (?:also |further |greatly |significantly )?(?:bolster|strengthen|boost|enhance|improve"
    r"|help|reinforce|allow|enable|ensure|provide|signify|send|support|deter|give|make|secure|protect|increase|accelerate|demonstrate|show)\b",
    re.I,
)
#: Headings under which recommendations are at home.
ADVISING = re.compile(
    r"recommend|propos|should|option|advice|demand|wish|call(?:s|ed)? (?:for|on)|what next|way forward|\bask|opinion", re.I
)
FEWEST_ITEMS = 3
#: Sentences of running text that make an article; a list after fewer is the text itself.
FEWEST_SENTENCES = 3
FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled list behind an article: `[start, end)` of the text, its label, and its assertions as (start, end)."""

    start: int
    end: int
    label: str
    items: tuple[tuple[int, int], ...]


def appended_sections(text: str, blocks: list[Block]) -> Iterator[Section]:
    """The lists under a label that follow an article which names its sources."""
    stretches = split_sentences(text, blocks)
    for first, last in _lists(blocks):
        lead = first - 1
        if lead < 0 or not _is_label(text, blocks[lead]) or not _is_article(text, [s for s in stretches if s.block < lead], blocks):
            continue
        listed = ((s.start, s.end) for s in stretches if first <= s.block <= last)
        items = tuple((a, b) for a, b in listed if len(text[a:b].split()) >= FEWEST_WORDS)
        if len(items) >= FEWEST_ITEMS and not _is_one_sentence(text, items):
            yield Section(blocks[lead].start, blocks[last].end, text[blocks[lead].start : blocks[lead].end], items)


def is_unattributed(text: str, section: Section, citations: Citations) -> bool:
    """Whether fewer than half of a section's assertions name a speaker, an outlet or a reference that works."""
    sourced = sum(bool(ATTRIBUTION.search(text[a:b])) or citations.supports(a, b) for a, b in section.items)
    return not ATTRIBUTION.search(section.label) and 2 * sourced < len(section.items)


def recommendations(text: str, section: Section) -> Iterator[tuple[int, int]]:
    """Assertions that only say what should be done, among others that state facts and under a label that promises none."""
    if ADVISING.search(section.label):
        return
    urged = [(a, b) for a, b in section.items if _is_recommendation(text[a:b])]
    if len(urged) < len(section.items):
        yield from urged


def _is_recommendation(words: str) -> bool:
    return bool(RECOMMENDED.search(words)) and not ATTRIBUTION.search(words) and not URGED.search(words)


def _lists(blocks: list[Block]) -> Iterator[tuple[int, int]]:
    """First and last block of each run of list items."""
    first: int | None = None
    for number, block in enumerate([*blocks, Block(0, 0)]):
        if block.bullet and first is None:
            first = number
        elif not block.bullet and first is not None:
            yield first, number - 1
            first = None


def _is_one_sentence(text: str, items: tuple[tuple[int, int], ...]) -> bool:
    """Whether a list continues the sentence that leads to it, as semicolons and small letters show: then it shares its source."""
    parts = sum(text[a:b].endswith((";", ",", "; and", ", and")) or text[a].islower() for a, b in items)
    return 2 * parts >= len(items)


def _is_label(text: str, block: Block) -> bool:
    """A heading, or a few words that end in a colon and are no sentence of the article; a list of references is another matter."""
    words = text[block.start : block.end].rstrip()
    if block.bullet or HEADING.fullmatch(words):
        return False
    return block.heading or (words.endswith(":") and len(words.split()) <= FEWEST_WORDS)


def _is_article(text: str, stretches: list[Stretch], blocks: list[Block]) -> bool:
    """Whether running text goes before that names somebody who said it."""
    running = [text[s.start : s.end] for s in stretches if not blocks[s.block].bullet and not blocks[s.block].heading]
    return len(running) >= FEWEST_SENTENCES and any(map(ATTRIBUTION.search, running))
