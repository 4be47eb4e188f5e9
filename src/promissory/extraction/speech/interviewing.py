"""Interviews printed as questions and answers: which paragraphs answer, and who is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from promissory.extraction.lexicon.punctuation import BEHIND, OPENING
from promissory.extraction.names.strangers import ADDRESSES, slug
from promissory.extraction.text.gazetteer import Gazetteer
from promissory.extraction.text.marking import Quotation
from promissory.extraction.text.splitting import Block

#: Who a paragraph is by ("DW: …", "Dmytro Kuleba (laughs): …"), or the dash that opens it.
OPENED = re.compile(
    r"\s*(?:(?P<dash>[-–—])\s+|(?P<label>(?:Q|A)|[A-ZÀ-Ž][\w.'’-]*(?: [A-ZÀ-Ž][\w.'’-]*){0,4})(?: \([^)\n]{2,40}\))?\s?:\s+)?(?=\S)"
)
ASKED = re.compile(rf"\?[{re.escape(BEHIND)}]*\s*$")
QUOTED = re.compile(rf"\s*[{OPENING}]")
NAME = re.compile(r"\b([A-ZÀ-Ž][a-zß-ž'’-]+) ((?:[A-ZÀ-Ž]\. )?[A-ZÀ-Ž][a-zß-ž]+(?:-[A-ZÀ-Ž][a-zß-ž]+)?)\b")
#: Words that tell of an interview.
TALK = re.compile(
    r"\binterview|\bspoke (?:to|with) (?:us|the [A-Z]|[A-Z])|\btalk(?:s|ed) (?:to|with)\b|\bmet (?:him|her|us)\b|\bQ:", re.IGNORECASE
)
#: Fewer questions make no interview; the least share of them among the paragraphs, and of the paragraphs that are asked in turn.
FEWEST, SHARE, TURNS = 3, 0.25, 0.6
#: So many people answer at most.
MOST = 1
#: The largest share of answers that stand between marks: those are quoted like any other words.
MARKED = 0.3


@dataclass(frozen=True, slots=True)
class Interview:
    """The answers, those of one paragraph after another joined as open quotations, and who gives them: id and place of the name."""

    answers: tuple[Quotation, ...] = ()
    speaker: str | None = None
    at: tuple[int, int] = (0, 0)

    def holds(self, quotation: Quotation) -> bool:
        return quotation in self.answers

    def answers_in(self, start: int, end: int) -> bool:
        """Whether an answer begins in a stretch of the text."""
        return any(start <= a.start < end for a in self.answers)


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    label: str | None
    dash: bool
    asks: bool


def find_interview(text: str, blocks: Sequence[Block], gazetteer: Gazetteer) -> Interview:
    """The interview that a text is; without answers if it is none."""
    paragraphs = [p for b in blocks if (p := _paragraph(text, b)) is not None]
    first = next((n for n, p in enumerate(paragraphs) if p.asks), len(paragraphs))
    before, talk = text[: paragraphs[first].start] if first < len(paragraphs) else "", paragraphs[first:]
    if sum(p.asks for p in talk) < max(FEWEST, SHARE * len(talk)) or not _is_told(before, talk):
        return Interview()
    said = list(_answers(talk))
    if len(said) < FEWEST or sum(QUOTED.match(text, a.start) is not None for group in said for a in group) > MARKED * len(said):
        return Interview()
    speaker = _asked(text, before, talk, gazetteer)
    answers = tuple(Quotation(a.start, a.end, open=a is not group[-1]) for group in said for a in group)
    return Interview(answers, speaker[0], speaker[1]) if speaker else Interview()


def _paragraph(text: str, block: Block) -> Paragraph | None:
    opening = OPENED.match(text, block.start, block.end)
    if opening is None:
        return None
    dash = opening["dash"] is not None or block.bullet
    return Paragraph(opening.end(), block.end, opening["label"], dash, ASKED.search(text, opening.end(), block.end) is not None)


def _is_told(before: str, talk: Sequence[Paragraph]) -> bool:
    """Whether something says that it is an interview: a word for it before the first question, labels, dashes."""
    marked = sum(p.label is not None or p.dash for p in talk)
    if len({p.label.split()[-1] for p in talk if p.label and not p.asks}) > MOST:
        return False  # a debate
    return TALK.search(before) is not None or marked >= FEWEST


def _answers(talk: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The paragraphs of each answer: every second one where questions and answers take turns, else all between the questions."""
    asking = {p.label for p in talk if p.asks and p.label} - {p.label for p in talk if p.label and not p.asks}
    last = max(n for n, p in enumerate(talk) if p.asks or p.label in asking)
    turns = talk[0 : last + 2]
    inside = turns[::2]
    if not any(p.asks for p in turns[1::2]) and sum(p.asks for p in inside) >= TURNS * len(inside):
        yield from ([p] for p in turns[1::2])
        return
    group: list[Paragraph] = []
    dashes = any(p.dash for p in talk)
    for paragraph in [*talk[1 : last + 2], None]:
        if paragraph is None or paragraph.asks or paragraph.label in asking or (dashes and not paragraph.dash and not group):
            yield from [group] if group else []
            group = []
        else:
            group = [*group, paragraph]


def _asked(text: str, before: str, talk: Sequence[Paragraph], gazetteer: Gazetteer) -> tuple[str, tuple[int, int]] | None:
    """Who answers: whoever the labels of the answers name, else the first person named before the first question."""
    labels = [p.label for p in talk if p.label and not p.asks and p.label not in ("Q", "A")]
    for label in labels:
        surname = label.split()[-1]
        full = re.search(rf"\b[A-ZÀ-Ž][\w'’-]+ {re.escape(surname)}\b", text)
        if full and (found := _person(text[full.start() : full.end()], full.start(), gazetteer)):
            return found
        if label.split()[0].lower().rstrip(".") in ADDRESSES and (at := text.find(label)) >= 0:
            return slug([surname]), (at, at + len(label))  # "MS. SINGH:" and nothing more of her
    return _person(before, 0, gazetteer)


def _person(words: str, offset: int, gazetteer: Gazetteer) -> tuple[str, tuple[int, int]] | None:
    """The first person that words name: one the pack knows, or a given name and a surname that are no known name."""
    known = gazetteer.find(words)
    taken = [(m.start, m.end) for m in known]
    strangers = (m for m in NAME.finditer(words) if m[1].lower() not in OPENERS)
    people = [(m.start, m.end, p) for m in known if (p := m.id_of("person"))]
    people += [
        (m.start(), m.end(), slug([m[1], m[2].split()[-1]])) for m in strangers if not any(a < m.end() and m.start() < b for a, b in taken)
    ]
    first = min(people, default=None)
    return (first[2], (offset + first[0], offset + first[1])) if first else None


OPENERS = frozenset("the foreign prime defence defense mr mrs ms dr president minister former three two interview weekly".split())
