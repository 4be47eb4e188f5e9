"""Who is quoted or reported in a text, and with which words: for any English text, whether the pack knows the speakers or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.attributing import Attribution, attribute
from promissory.extraction.cueing import Cue
from promissory.extraction.marking import Quotation, find_quotations
from promissory.extraction.parsing import parse
from promissory.extraction.sentences import Sentence
from promissory.extraction.splitting import Block, split_blocks, split_sentences
from promissory.extraction.syntax import within
from promissory.model import Span
from promissory.packs import Pack, load_pack

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words at the edge of indirect speech that are not said.
EDGES = frozenset("that , : ; . – — - \" ' “ ” ‘ ’ « »".split())


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """One stretch of speech: the words said, who says them and the word that tells so; the latter two None where the text leaves them out.

    `form` is `quoted` (all between marks, which belong to the content), `mixed` (indirect speech with words between marks) or
    `reported` (indirect speech).
    """

    content: Span
    speaker: Span | None
    cue: Span | None
    form: str


def quotes(text: str, pack: Pack | None = None) -> tuple[QuoteMention, ...]:
    """The direct, mixed and indirect speech of a text, in order. The pack lends the verbs of saying."""
    blocks = split_blocks(text)
    marked = find_quotations(text, blocks)
    sentences = _parsed(text, blocks, marked)
    attributions = attribute(pack or load_pack(), sentences, marked)
    found = [m for attribution in attributions for m in _mentions(text, attribution)]
    return tuple(sorted(found, key=lambda m: (m.content.start, m.content.end)))


def _parsed(text: str, blocks: list[Block], marked: Iterable[Quotation]) -> list[Sentence]:
    stretches = split_sentences(text, blocks)
    parses = parse(text[s.start : s.end] for s in stretches)
    return [
        Sentence(
            number=number, start=s.start, text=text[s.start : s.end], block=blocks[s.block], block_number=s.block, tokens=tuple(tokens),
            mentions=(), amounts=(), numbers=(), dates=(),
            quotations=tuple((q.start, q.end) for q in marked if q.start < s.end and s.start < q.end),
        )
        for number, (s, tokens) in enumerate(zip(stretches, parses, strict=True))
    ]  # fmt: skip


def _mentions(text: str, attribution: Attribution) -> Iterator[QuoteMention]:
    """One mention for each unbroken stretch of an attribution: its quotations, and its indirect speech."""
    mixed = [(s, c, span) for s, c in attribution.cues if c.content and (span := _indirect(s, c))]
    covered: list[tuple[int, int]] = []
    for sentence, cue, (start, end) in mixed:
        inside = [q for q in attribution.quotations if q.start < end and start < q.end]
        if any(_wholly(text, q, start, end) for q in inside) or any(start < b and a < end for a, b in covered):
            continue
        if cue.role != "stance" or inside:
            start, end = min([start, *(q.start for q in inside)]), max([end, *(q.end for q in inside)])
            covered.append((start, end))
            yield _mention(text, (start, end), sentence, cue, "mixed" if inside else "reported")
    for start, end in _runs(text, attribution.quotations):
        if not any(a < end and start < b for a, b in covered):
            where, word = _nearest(attribution, start, end)
            yield _mention(text, (start, end), where, word, "quoted", attribution)


def _indirect(sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    """The longer stretch of the words said before or after the cue, stops and "that" at its edges left out."""
    said = [sentence.tokens[i] for i in sorted(cue.content)]
    sides = [[t for t in said if t.i < cue.word.i], [t for t in said if t.i > cue.word.i]]
    side = max(sides, key=len)
    while side and (side[0].lower_ in EDGES or side[0].dep_ == "cc") and side[0].i not in sentence.quoted:
        side = side[1:]
    while side and side[-1].lower_ in EDGES and side[-1].i not in sentence.quoted:
        side = side[:-1]
    return (sentence.bounds(side[0])[0], sentence.bounds(side[-1])[1]) if side else None


def _wholly(text: str, quotation: Quotation, start: int, end: int) -> bool:
    """Whether hardly a word of a stretch stands outside a quotation."""
    outside = text[start : max(start, quotation.start)] + text[min(end, quotation.end) : end]
    return not any(c.isalnum() for c in outside)


def _runs(text: str, quotations: Iterable[Quotation]) -> list[tuple[int, int]]:
    """Quotations with those that follow one another over a break joined."""
    joined: list[tuple[int, int]] = []
    for q in sorted(quotations, key=lambda q: q.start):
        if joined and not text[joined[-1][1] : q.start].strip():
            joined[-1] = joined[-1][0], q.end
        else:
            joined.append((q.start, q.end))
    return joined


def _nearest(attribution: Attribution, start: int, end: int) -> tuple[Sentence | None, Cue | None]:
    """The cue that stands closest to a stretch."""
    ranked = [(min(abs(s.bounds(c.word)[0] - end), abs(start - s.bounds(c.word)[1])), n) for n, (s, c) in enumerate(attribution.cues)]
    return attribution.cues[min(ranked)[1]] if ranked else (None, None)


def _mention(
    text: str, said: tuple[int, int], sentence: Sentence | None, cue: Cue | None, form: str, attribution: Attribution | None = None
) -> QuoteMention:
    speakers = (sentence, cue.speakers) if sentence and cue else attribution.speakers if attribution else None
    who = _phrase(speakers[0], speakers[1]) if speakers else None
    at = sentence.bounds(cue.word) if sentence and cue else None
    return QuoteMention(Span.cut(text, *said), Span.cut(text, *who) if who else None, Span.cut(text, *at) if at else None, form)


def _phrase(sentence: Sentence, heads: tuple[Token, ...]) -> tuple[int, int]:
    """The words of a speaker's phrase: without clauses that hang on it, with the name in apposition to a description."""
    named = [c for h in heads if h.pos_ == "NOUN" for c in h.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    words = sorted({t.i for head in (*heads, *named) for t in within(head) if not t.is_punct} | {h.i for h in heads})
    last = max(h.i for h in (*heads, *named))
    unbroken = [i for i in words if i <= last or all(j in words or sentence.tokens[j].is_punct for j in range(last, i))]
    return sentence.bounds(sentence.tokens[unbroken[0]])[0], sentence.bounds(sentence.tokens[unbroken[-1]])[1]
