"""Transcripts: paragraphs that open with the name of who speaks ("MR. KIRBY: …", "Question: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from promissory.extraction.text.splitting import Block
from promissory.model import Span

#: A name in capitals, or a short one with a title or role, before a colon.
LABEL = re.compile(
    r"\s*[\"“*]{0,3}(?P<name>(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,5}|(?:Q|A|Question|Answer|Reporter|Journalist|Interviewer))"
    r"(?: \([^)\n]{2,60}\))?)(?P<cue>:)[\"”*]{0,3}\s+(?=\S)"
)
#: A name written as in a sentence before a colon: "Mark Rutte: …", in the record of a parliament with seat and party, or behind an office
#: ("Mike Martin (Tunbridge Wells) (LD): …", "The Secretary of State for Defence (John Healey): …").
PLAIN = re.compile(
    r"\s*(?P<name>(?P<bare>(?:[A-ZÀ-Ž][\w.'’-]*)(?: (?:(?:of|for|the|and|de|van|von) )*[A-ZÀ-Ž][\w.'’-]*){0,11})"
    r"(?P<seat>(?: \([^)\n]{2,60}\)){0,2}))(?P<cue>:)\s+(?=\S)"
)
RECORDED = re.compile(r" \([^)]+\) \([A-Z][\w /-]{1,20}\)")
#: Labels of those who ask, which only transcripts have.
ASKS = re.compile(r"(?:Q|Question|Reporter|Journalist|Interviewer|Moderator)\b", re.I)
#: Paragraphs in one person's turn open with a mark of quotation or nothing; asides stand in brackets.
ASIDE = re.compile(r"\s*[\"“]?[(\[][^)\]]*[)\]]\.?[\"”]?\s*$")
#: A text with fewer labels is no transcript, unless they are titles in capitals before somebody's own words.
FEWEST = 3
TITLED = re.compile(
    r"(?:THE )?(?:(?:VICE |DEPUTY |PRIME |FOREIGN |DEFEN[CS]E )?(?:PRESIDENT|MINISTER|CHANCELLOR)|(?:UNDER)?SECRETARY(?:[- ]GENERAL)?|SEC"
    r"|MR|MRS|MS|DR|GEN|GENERAL|ADM|ADMIRAL|COL|AMB|AMBASSADOR|SEN|SENATOR|REP|HIGH REPRESENTATIVE|COMMISSIONER)\b\.?"
    r"(?: OF [A-Z ]+?)? [A-Z]"
)
OWN_WORDS = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")

#: Name, colon, and the stretches said.
Turn = tuple[Span, Span, tuple[Span, ...]]


def find_turns(text: str, blocks: list[Block]) -> Iterator[Turn]:
    """Each turn of a transcript: the label and the paragraphs up to the next one."""
    labels = _labels(text, blocks)
    if len(labels) < FEWEST and not _are_titled(text, blocks, labels):
        return
    ends = [*labels, (len(blocks), labels[-1][1])]
    for (number, label), (following, _) in pairwise(ends):
        stretches = [(label.end(), blocks[number].end), *((b.start, b.end) for b in blocks[number + 1 : following])]
        said = tuple(Span.cut(text, *s) for s in _trimmed(text, stretches) if not ASIDE.fullmatch(text, *s))
        if said:
            yield Span.cut(text, *label.span("name")), Span.cut(text, *label.span("cue")), said


def _are_titled(text: str, blocks: list[Block], labels: list[tuple[int, re.Match[str]]]) -> bool:
    """Whether one or two labels are titles in capitals, one at least before words in the first person, and none a headline."""
    titled = all(TITLED.match(m["name"]) and not blocks[n].heading for n, m in labels)
    return titled and any(OWN_WORDS.search(text, m.end(), blocks[n].end) for n, m in labels)


def _labels(text: str, blocks: list[Block]) -> list[tuple[int, re.Match[str]]]:
    """The labels with the numbers of their paragraphs; names as in sentences count where somebody asks, or a parliament sits."""
    shouted = {n: m for n, b in enumerate(blocks) if (m := LABEL.match(text, b.start, b.end))}
    plain = {n: m for n, b in enumerate(blocks) if n not in shouted and (m := PLAIN.match(text, b.start, b.end))}
    known = [m["name"] for m in plain.values()]
    asks = any(ASKS.match(m["name"]) for m in (*shouted.values(), *plain.values()))
    sits = any(map(RECORDED.search, known))
    said = {
        n: m for n, m in plain.items() if (asks or sits) and (_is_seated(m) or known.count(m["name"]) > 1 or 1 < len(m["bare"].split()) < 5)
    }
    return sorted((shouted | said).items())


def _is_seated(label: re.Match[str]) -> bool:
    """Whether a label is that of a parliament's record: a seat and a party, or an office with its holder."""
    return RECORDED.search(label["name"]) is not None or (label["bare"].startswith("The ") and bool(label["seat"]))


def _trimmed(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in stretches:
        words = text[start:end]
        left = len(words) - len(words.lstrip(' \n"“'))
        if words.strip(' \n"“”'):
            yield start + left, start + len(words.rstrip(" \n"))
