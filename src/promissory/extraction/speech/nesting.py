"""Cues inside what another cue reports: hidden, set against it, or only passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.grammar.tree import children
from promissory.extraction.lexicon.sayers import DOCUMENTS, FINDINGS, is_human, may_speak
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.referring import CITING, REFERRING, REPORTS, report_of
from promissory.extraction.speech.uttering import is_as_told

if TYPE_CHECKING:
    from promissory.extraction.words import Token

THOUGHTS = frozenset("believe think hope fear expect consider feel guess agree doubt want".split())


def hides(outer: Cue, inner: Cue) -> bool:
    """Whether a cue stands inside what the other reports, or only passes on what the other says ("X said that …, Reuters reports")."""
    if outer is inner:
        return False
    if _passes_on(inner, outer):
        return True
    if _is_beside(outer, inner) or _is_of_other(outer, inner):
        return False
    return inner.word.i in outer.content and outer.word.i not in inner.content and not _passes_on(outer, inner)


def _is_beside(outer: Cue, inner: Cue) -> bool:
    """ "Sales fell, he said, but the ministry denied it": another speaks in the clause that "but" joins to the one reported."""
    verb = inner.word
    if _is_set_against(outer, inner):
        return True
    joint = verb.dep_ == "conj" or (verb.dep_ == "advcl" and any(c.lower_ == "while" for c in verb.lefts))
    if outer.word.i > verb.i or not joint or outer.word.dep_ == "ROOT" or not inner.content:
        return False
    joined = any(t.lower_ in ("but", "while", "yet") for t in verb.doc[outer.word.i : verb.i])
    return joined and any(s.i > outer.word.i and s.pos_ in ("NOUN", "PROPN") for s in inner.speakers)


def _is_of_other(outer: Cue, inner: Cue) -> bool:
    """ "Kyiv criticised Macron, who had said that …": what the one spoken of has said by himself."""
    verb = inner.word
    named = verb.dep_ == "relcl" and verb.head.pos_ == "PROPN" and any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.lefts)
    return outer.role == "stance" and named and verb.head.i in outer.content and bool(inner.content)


def _is_set_against(outer: Cue, inner: Cue) -> bool:
    """ "Vance contends that it is too much, while Schumer speaks of too little": a named other, in the tense of the report itself."""
    verb, told = inner.word, outer.word
    against = verb.dep_ == "advcl" and any(c.lower_ in ("while", "whereas") for c in children(verb, "mark"))
    others = [s for s in inner.speakers if s.i > told.i and s.pos_ in ("NOUN", "PROPN") and _is_another(s)]
    present, past = ("VBZ", "VBP"), ("VBD",)
    same = any(told.tag_ in tense and verb.tag_ in tense for tense in (present, past))
    return bool(against and others and same and inner.content and told.i < verb.i)


def _is_another(speaker: Token) -> bool:
    """Whether a speaker's phrase brings in somebody: a name, a noun with one behind it, "an official", "critics"."""
    if speaker.pos_ == "PROPN" or children(speaker, "appos"):
        return True
    quoted = any(t.is_quote for t in speaker.head.subtree)
    return quoted and is_human(speaker.lemma_.lower()) and any(c.dep_ == "det" or c.lower_ in ("another", "one") for c in speaker.lefts)


def _passes_on(outer: Cue, inner: Cue) -> bool:
    """Whether the whole content of the outer cue is that somebody else spoke; thoughts told by another are the teller's words."""
    if inner.word.lower_ in CITING | REFERRING and inner.role == "source":
        report = report_of(inner.word)
        return report is not None and report.i == outer.word.i
    relayed = (
        inner.role == "stance" and outer.word.lemma_ in REPORTS and inner.speakers[0].pos_ == "PROPN"
    )  # "X thanked Y, the office reported"
    if (
        (inner.role != "say" and not relayed)
        or inner.word.lemma_ in THOUGHTS
        or not inner.content
        or outer.word.lower_ in CITING | REFERRING
    ):
        return False
    if outer.role == "source":
        if inner.speakers[0].pos_ == "NOUN" and not (may_speak(inner.speakers[0]) or inner.speakers[0].lemma_ in DOCUMENTS | FINDINGS):
            return False  # "According to the analyst, the list says little"
        beside = (
            inner.word.tag_ == "VBG" and inner.word.dep_ == "advcl" and inner.word.head.dep_ == "ROOT"
        )  # "…, saying, “…,” according to"
        return (inner.word.dep_ == "ROOT" or beside) and inner.speakers[0].i != outer.speakers[0].i
    if outer.role != "say":
        return False
    if outer.speakers[0].tag_ == "PRP" or (is_passive(inner.word) and outer.word.lemma_ not in REPORTS):
        return False
    reported = (
        inner.word.head.i == outer.word.i and inner.word.i in outer.content and inner.word.dep_ == "ccomp" and inner.word.i < outer.word.i
    )
    # "signed a pact, which X called “vital”, as reported by CNN": wherever the parser hangs the report
    above = outer.word.head.i == inner.word.i or (inner.word.i < outer.word.i and inner.word.dep_ == "relcl")
    return reported or (above and is_as_told(outer.word))
