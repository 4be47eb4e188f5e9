"""Verbs of saying that stand right beside a quotation or after a dash, with whoever stands beside them, whatever the parser makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.punctuation import POSSESSIVE
from promissory.extraction.speech.cues import Cue

if TYPE_CHECKING:
    from promissory.extraction.words import Token

DASHES = frozenset(("-", "–", "—"))
#: What may stand between a quotation and the verb in the phrase of whoever speaks.
PHRASE = frozenset("DET ADJ NOUN PROPN PRON PART ADP ADV NUM AUX".split())
#: Words after which the phrase of a speaker has ended.
ENDS = frozenset("VERB SCONJ CCONJ AUX ADP ADV PART".split())
FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
#: How many words the phrase of a speaker has at most.
LONGEST = 10


def find_adjoining(sentence: Sentence, verbs: frozenset[int]) -> Iterator[Cue]:
    """The cues beside the quotations of a sentence, and after a dash that closes what was said; `verbs` are its verbs of saying."""
    for _, end in sentence.quotations:
        run = _run(sentence, next((t.i for t in sentence.tokens if sentence.start + t.idx >= end), len(sentence.tokens)))
        if found := _said_by(run, verbs):
            yield Cue(found[0], (found[1],), frozenset(), "say")
    for dash in sentence.tokens[3:]:
        run = _run(sentence, dash.i + 1) if dash.text in DASHES and dash.i not in sentence.quoted else []
        closed = bool(run) and run[-1].i + 2 >= len(sentence.tokens)
        if closed and run[0].i in verbs and (found := _said_by(run, verbs)):
            yield Cue(found[0], (found[1],), frozenset(t.i for t in sentence.tokens[: dash.i] if not t.is_punct), "say")


def _run(sentence: Sentence, first: int) -> list[Token]:
    """The words from a place to the next mark outside the quotations, marks right at the place passed over."""
    while first < len(sentence.tokens) and (sentence.tokens[first].is_punct or sentence.tokens[first].is_quote):
        first += 1
    run: list[Token] = []
    for token in sentence.tokens[first:]:
        if token.is_punct or token.is_quote or token.i in sentence.quoted:
            break
        run.append(token)
    return run


def _said_by(run: Sequence[Token], verbs: frozenset[int]) -> tuple[Token, Token] | None:
    """The verb of a run of words and whoever stands before it, or right after it if it opens the run."""
    at = next((n for n, t in enumerate(run[: LONGEST + 1]) if t.i in verbs and t.tag_ in FINITE), None)
    if at is None:
        return None
    if at == 0:
        speaker = _behind(run[1:])
        return (run[0], speaker) if speaker is not None else None
    before = run[:at]
    if any(t.pos_ not in PHRASE for t in before):
        return None
    speaker = _head([t for t in before if t.pos_ not in ("ADV", "AUX")])
    return (run[at], speaker) if speaker is not None else None


def _behind(words: Sequence[Token]) -> Token | None:
    """The head of the phrase that words begin with."""
    phrase: list[Token] = []
    for token in words[:LONGEST]:
        if token.pos_ in ENDS and token.lower_ not in POSSESSIVE and phrase:
            break
        phrase.append(token)
    return _head(phrase)


def _head(phrase: Sequence[Token]) -> Token | None:
    """The last noun, name or pronoun of a phrase, or that which its own "of …" hangs on."""
    inside = {t.i for t in phrase}
    last = next((t for t in reversed(phrase) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    while last is not None and last.dep_ == "pobj" and last.head.head.i in inside and last.head.head.pos_ in ("NOUN", "PROPN"):
        last = last.head.head
    return None if last is None or last.tag_ in ("WP", "WDT", "PRP$", "EX") else last
