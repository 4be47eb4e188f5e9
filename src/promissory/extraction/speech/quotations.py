"""Who is quoted or reported in a text, and with which words: for any English text, whether the pack knows the speakers or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import within
from promissory.extraction.lexicon.punctuation import CLOSING, OPENING
from promissory.extraction.parsing.parser import parse
from promissory.extraction.speech.attributing import Attribution, attribute
from promissory.extraction.speech.cues import Cue
from promissory.extraction.text.marking import Quotation, find_quotations
from promissory.extraction.text.splitting import Block, split_blocks, split_sentences
from promissory.extraction.text.turns import find_turns
from promissory.model import Span
from promissory.packs import Pack, load_pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Marks at the edge of indirect speech that are not said.
EDGES = frozenset(", : ; . – — -".split()) | set(OPENING + CLOSING)


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """One piece of speech: the words said, who says them and the word that tells so; the latter two None where the text leaves them out.

    `content` runs from the first word said to the last; where the cue parts it ("“We came,” she said. “We saw.”"), `parts` are the
    stretches said, else `content` alone. `form` is `quoted` (all between marks, which belong to the content), `mixed` (indirect speech
    with words between marks) or `reported` (indirect speech).
    """

    content: Span
    speaker: Span | None
    cue: Span | None
    form: str
    parts: tuple[Span, ...] = ()


def quotes(text: str, pack: Pack | None = None) -> tuple[QuoteMention, ...]:
    """The direct, mixed and indirect speech of a text, in order. The pack lends the verbs of saying."""
    blocks = split_blocks(text)
    marked = find_quotations(text, blocks)
    sentences = _parsed(text, blocks, marked)
    attributions = attribute(pack or load_pack(), sentences, marked)
    turns = [QuoteMention(_hull(text, said), name, cue, "quoted", said) for name, cue, said in find_turns(text, blocks)]
    found = [m for attribution in attributions for m in _mentions(text, attribution)]
    # a turn of a transcript is its speaker's, whatever it quotes
    found = [m for m in found if not any(t.content.start <= m.content.start and m.content.end <= t.content.end for t in turns)] + turns
    return tuple(sorted(found, key=lambda m: (m.content.start, m.content.end)))


def _parsed(text: str, blocks: list[Block], marked: Iterable[Quotation]) -> list[Sentence]:
    stretches = split_sentences(text, blocks)
    parses = parse(text[s.start : s.end] for s in stretches)
    return [
        Sentence(
            number=number, start=s.start, text=text[s.start : s.end], block=blocks[s.block], block_number=s.block, tokens=tokens,
            mentions=(), amounts=(), numbers=(), dates=(),
            quotations=tuple((q.start, q.end) for q in marked if q.start < s.end and s.start < q.end),
        )
        for number, (s, tokens) in enumerate(zip(stretches, parses, strict=True))
    ]  # fmt: skip


def _mentions(text: str, attribution: Attribution) -> Iterator[QuoteMention]:
    """A mention for each stretch of indirect speech of an attribution, and one for the quotations of a paragraph that share a cue."""
    mixed = [(s, c, span) for s, c in attribution.cues if c.content and (span := _indirect(s, c))]
    covered: list[tuple[int, int]] = []
    for sentence, cue, (start, end) in mixed:
        inside = [q for q in attribution.quotations if q.start < end and start < q.end]
        if any(_wholly(text, q, start, end) for q in inside) or any(start < b and a < end for a, b in covered):
            continue
        if cue.role != "stance" or inside:
            start, end = min([start, *(q.start for q in inside)]), max([end, *(q.end for q in inside)])
            covered.append((start, end))
            yield _mention(text, [(start, end)], sentence, cue, "mixed" if inside else "reported")
    quoted: dict[tuple[int | None, int], list[tuple[int, int]]] = {}
    for start, end in _runs(text, attribution.quotations):
        if not any(a < end and start < b for a, b in covered):
            quoted.setdefault((_nearest(attribution, start, end), _paragraph(attribution, start)), []).append((start, end))
    for (number, _), stretches in quoted.items():
        where, word = attribution.cues[number] if number is not None else (None, None)
        yield _mention(text, stretches, where, word, "quoted", attribution)


def _indirect(sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    """The longer stretch of the words said before or after the cue, stops at its edges left out."""
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


def _nearest(attribution: Attribution, start: int, end: int) -> int | None:
    """The number of the cue that stands closest to a stretch."""
    ranked = [(min(abs(s.bounds(c.word)[0] - end), abs(start - s.bounds(c.word)[1])), n) for n, (s, c) in enumerate(attribution.cues)]
    return min(ranked)[1] if ranked else None


def _paragraph(attribution: Attribution, at: int) -> int:
    """The number of the paragraph that a stretch begins in."""
    return next((s.block_number for s in attribution.sentences if s.start <= at < s.end), -1)


def _hull(text: str, parts: Iterable[Span]) -> Span:
    """From the first word of several stretches to the last."""
    spans = list(parts)
    return Span.cut(text, min(s.start for s in spans), max(s.end for s in spans))


def _mention(
    text: str,
    said: list[tuple[int, int]],
    sentence: Sentence | None,
    cue: Cue | None,
    form: str,
    attribution: Attribution | None = None,
) -> QuoteMention:
    speakers = (sentence, cue.speakers) if sentence and cue else attribution.speakers if attribution else None
    who = _phrase(speakers[0], speakers[1]) if speakers else None
    at = sentence.bounds(cue.word) if sentence and cue else None
    parts = tuple(Span.cut(text, *stretch) for stretch in said)
    return QuoteMention(_hull(text, parts), Span.cut(text, *who) if who else None, Span.cut(text, *at) if at else None, form, parts)


def _phrase(sentence: Sentence, heads: tuple[Token, ...]) -> tuple[int, int]:
    """The words of a speaker's phrase: without clauses that hang on it, with the name in apposition to a description."""
    named = [c for h in heads if h.pos_ == "NOUN" for c in h.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    words = sorted({t.i for head in (*heads, *named) for t in within(head) if not t.is_punct} | {h.i for h in heads})
    last = max(h.i for h in (*heads, *named))
    unbroken = [i for i in words if i <= last or all(j in words or sentence.tokens[j].is_punct for j in range(last, i))]
    return sentence.bounds(sentence.tokens[unbroken[0]])[0], sentence.bounds(sentence.tokens[unbroken[-1]])[1]
