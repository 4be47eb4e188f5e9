"""Opinion polls: what those who were asked think that somebody should do is nobody's proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.callings import LAWMAKERS
from promissory.extraction.syntax import subjects
from promissory.extraction.tree import after, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

POLLS = frozenset("poll survey pollster".split())
#: What polls do.
FINDS = frozenset("find show suggest reveal indicate say report conclude".split())
#: How many think so, of those who were asked.
SHARES = frozenset("% percent cent respondent half third quarter two-thirds three-quarters majority minority plurality share one".split())
#: How they think so.
THINKS = frozenset("think believe say want feel agree favour favor support hold answer respond consider find".split())
#: A share of whom is a body that decides ("a majority of members said").
DECIDERS = frozenset("member state ally government country leader minister delegate senator".split()) | LAWMAKERS.keys()


def is_polled(verb: Token) -> bool:
    """ "Half of Germans believe that Kyiv should act", "a poll found that the West should act"."""
    tellers = [t for t in (verb, *verb.ancestors) if t.pos_ in ("VERB", "AUX")] + [c for c in verb.children if c.dep_ == "advcl"]
    told = any(_is_share(s, teller) or _is_poll(s, teller) for teller in tellers for s in subjects(teller))
    cited = [t for teller in tellers for c in children(teller, "prep") if c.lower_ == "according" for t in after(c, "to")]
    return told or any(t.lemma_.lower() in POLLS for t in cited)


def _is_share(noun: Token, teller: Token) -> bool:
    inner = [*after(noun, "of"), *after(noun, "in")]
    counted = noun.lemma_.lower() in SHARES and bool(inner or noun.lemma_ == "respondent")
    return counted and teller.lemma_ in THINKS and not any(t.lemma_.lower() in DECIDERS for t in inner)


def _is_poll(noun: Token, teller: Token) -> bool:
    return noun.lemma_.lower() in POLLS and teller.lemma_ in FINDS
