"""Opinion polls: what those who were asked think that somebody should do is nobody's proposal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.lexicon.callings import LAWMAKERS
from promissory.extraction.lexicon.verbs import TELLING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Questions put to many, and those who put them.
POLLS = frozenset("poll survey polling pollster referendum questionnaire".split())
#: What polls do.
FINDS = frozenset("find show suggest reveal indicate say report conclude".split())
#: How many think so, of those who were asked.
SHARES = frozenset("% percent cent respondent half third quarter two-thirds three-quarters majority minority plurality share one".split())
#: How they think so.
THINKS = frozenset("think believe say want feel agree favour favor support hold answer respond consider find".split())
#: Clauses that tell something else than the one that they stand beside.
BESIDE = ("advcl", "relcl", "conj", "parataxis")
#: A share of whom is a body that decides ("a majority of members said").
DECIDERS = (
    frozenset("member state ally government country leader minister delegate senator parliament house chamber cabinet".split())
    | LAWMAKERS.keys()
)


def is_polled(verb: Token) -> bool:
    """ "Half of Germans believe that Kyiv should act", "a poll found that the West should act"."""
    beside = [c for c in children(verb, "advcl") if not children(c, "mark")]
    tellers = [*_tellers(verb), *beside]
    told = any(_is_share(s, teller) or _is_poll(s, teller) for teller in tellers for s in subjects(teller))
    cited = [t for teller in tellers for c in children(teller, "prep") if c.lower_ == "according" for t in after(c, "to")]
    return told or any(t.lemma_.lower() in POLLS for t in cited)


def _tellers(word: Token) -> Iterator[Token]:
    """The verbs over a word under which it is told: not beyond a clause beside them, nor beyond somebody named who says it."""
    here = word
    while True:
        if here.pos_ in ("VERB", "AUX"):
            yield here
            if here.lemma_ in TELLING and any(s.pos_ == "PROPN" for s in subjects(here)):
                return
        if here.head.i == here.i or (here.dep_ in BESIDE and children(here, "nsubj", "nsubjpass")):
            return
        here = here.head


def _is_share(noun: Token, teller: Token) -> bool:
    inner = [*after(noun, "of"), *after(noun, "in")]
    counted = noun.lemma_.lower() in SHARES and bool(inner or noun.lemma_ == "respondent")
    counted = counted and not (noun.lower_ == "one" and after(noun, "of"))  # "one of the officials said"
    return counted and teller.lemma_ in THINKS and not any(t.lemma_.lower() in DECIDERS for t in inner)


def _is_poll(noun: Token, teller: Token) -> bool:
    return noun.lemma_.lower() in POLLS and teller.lemma_ in FINDS
