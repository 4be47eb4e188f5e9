"""How the people of a report come up in a sentence: speaking, as its subject, acting, named; and whom a speaker names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import SUBJECTS
from promissory.extraction.names.casting import ACTS, LEADS, NAMED, QUOTED, TOLD
from promissory.extraction.speech.attributing import Attribution

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def spoken_of(attribution: Attribution) -> frozenset[str]:
    """The people whom an attribution's speaker names: those in its quotations and in what it reports."""
    said = {(s.number, i) for s, cue in attribution.cues for i in cue.content}
    found = set()
    for sentence in attribution.sentences:
        for mention in sentence.mentions:
            at = sentence.start + mention.start
            inside = any(q.start <= at < q.end for q in attribution.quotations)
            told = inside or any((sentence.number, t.i) in said for t in sentence.tokens_of(mention))
            if told and (person := mention.id_of("person", "surname")):
                found.add(person)
    return frozenset(found)


def speaks_in(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether it is in this sentence that somebody is said to speak, or that words of theirs stand."""
    named = attribution.speakers is not None and attribution.speakers[0] is sentence
    return named or any(q.start < sentence.end and sentence.start < q.end for q in attribution.quotations)


def weight_of(sentence: Sentence, token: Token, lead: Token | None, said: set[int]) -> float:
    """How much to the front of a sentence a word stands."""
    if token.i in sentence.quoted:
        return QUOTED
    if lead is not None and token.i == lead.i:
        return LEADS
    acts = token.dep_ in SUBJECTS or token.dep_ == "nsubjpass"
    return NAMED if not acts else TOLD if token.i in said else ACTS
