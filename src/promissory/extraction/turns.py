"""Transcripts: paragraphs that open with the name of who speaks ("MR. KIRBY: …", "Question: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promissory.extraction.splitting import Block
from promissory.model import Span

#: A name in capitals, or a short one with a title or role, before a colon.
LABEL = re.compile(
    r"\s*[\"“*]{0,3}(?P<name>(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,5}|(?:Q|A|Question|Answer|Reporter|Journalist|Interviewer))"
    r"(?: \([^)\n]{2,60}\))?)(?P<cue>:)[\"”*]{0,3}\s+(?=\S)"
)
#: Paragraphs in one person's turn open with a mark of quotation or nothing; asides stand in brackets.
ASIDE = re.compile(r"\s*[\"“]?[(\[][^)\]]*[)\]]\.?[\"”]?\s*$")
#: A text with fewer labels is no transcript.
FEWEST = 3

#: Name, colon, and the stretches said.
Turn = tuple[Span, Span, tuple[Span, ...]]


def find_turns(text: str, blocks: list[Block]) -> Iterator[Turn]:
    """Each turn of a transcript: the label and the paragraphs up to the next one."""
    labels = [(n, m) for n, b in enumerate(blocks) if (m := LABEL.match(text, b.start, b.end))]
    if len(labels) < FEWEST:
        return
    ends = [*(number for number, _ in labels[1:]), len(blocks)]
    for (number, label), following in zip(labels, ends, strict=True):
        stretches = [(label.end(), blocks[number].end), *((b.start, b.end) for b in blocks[number + 1 : following])]
        said = tuple(Span.cut(text, *s) for s in _trimmed(text, stretches) if not ASIDE.fullmatch(text, *s))
        if said:
            yield Span.cut(text, *label.span("name")), Span.cut(text, *label.span("cue")), said


def _trimmed(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in stretches:
        words = text[start:end]
        left = len(words) - len(words.lstrip(' \n"“'))
        if words.strip(' \n"“”'):
            yield start + left, start + len(words.rstrip(" \n"))
