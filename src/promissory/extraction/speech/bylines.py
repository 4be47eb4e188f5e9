"""Lines that name the source of a report ("Source: the defence ministry on Telegram"), and what of the report they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.lexicon.sayers import CHANNELS, DOCUMENTS, WORDS
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.referring import CITING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

LINE = re.compile(r"^\W*(?:sources?|according to)\s*:", re.I)
#: Labels of what such a source said, word for word.
QUOTE = re.compile(r"^\W*(?:quotes?|literally|verbatim|direct quote)(?: (?:from|by|of) [^:\n]{1,60})?:\s*$", re.I)
#: Labels and openings by which a report turns to what others have told.
BACKGROUND = re.compile(
    r"^\W*(?:background|for reference|reference|read (?:also|more)|reminder|recall|as a reminder|context|previously|earlier|see also|"
    r"related|what (?:happened|came) before|for context|updated?)\b",
    re.I,
)
#: Nouns for where something was told; whose they are is the source.
PLACES = CHANNELS | DOCUMENTS | WORDS | frozenset("report data press service".split())
CITED = CITING | {"referring"}
#: How many sentences such a line may follow; one further down closes an article and names its agencies.
LATEST = 4
#: Tags of verbs of which a line after the label is a sentence or a headline ("Source: Biden to visit Kyiv").
SENTENCES = frozenset("VB VBZ VBP VBD MD".split())


def source_line(sentence: Sentence) -> Cue | None:
    """The cue of a line that names a source; what it tells stands in the sentences around it."""
    if sentence.number == 0 or not LINE.match(sentence.text):
        return None
    colon = next((t for t in sentence.tokens if t.text == ":"), None)
    if colon is None or any(_makes_sentence(t) for t in sentence.tokens[colon.i + 1 :]):
        return None
    named = [t for t in sentence.tokens if t.i > colon.i and t.pos_ in ("NOUN", "PROPN")]
    cited = [t for verb in sentence.tokens if verb.lower_ in CITED for t in (*children(verb, "dobj"), *after(verb, "to"))]
    head = next((t for t in named if t.dep_ not in ("compound", "amod", "nmod", "poss")), None)
    who = spread(t for t in cited if _is_named(sentence, t)) or ([s for t in [head] for s in _behind(t)] if head is not None else [])
    return Cue(colon, tuple(who), frozenset(), "source") if who else None


def _makes_sentence(token: Token) -> bool:
    """Whether a word makes a clause of what stands after the label, and no mere name ("…, as quoted by the agency")."""
    aside = token.lower_ in CITED or token.dep_ in ("relcl", "acl") or any(c.lower_ == "as" for c in token.lefts)
    return token.tag_ in SENTENCES and not aside


def _is_named(sentence: Sentence, token: Token) -> bool:
    return any(t.i in sentence.at or t.pos_ == "PROPN" for t in (token, *token.lefts))


def _behind(head: Token) -> list[Token]:
    """Whose website or post a source is."""
    owners = children(head, "poss") or after(head, "of", "by", "from") or [c for c in head.lefts if c.pos_ == "PROPN"]
    return owners if head.lemma_.lower() in PLACES and owners else [head]


def line_above(sentences: Sequence[Sentence], number: int) -> tuple[Sentence, Cue] | None:
    """The source that a sentence of a report has from such a line near its top; none once the report has turned to its background."""
    for sentence in sentences[:LATEST]:
        if cue := source_line(sentence):
            turned = any(BACKGROUND.match(s.text) for s in sentences[sentence.number : number + 1])
            return (sentence, cue) if number > sentence.number and not turned else None
    return None


def is_quote_label(text: str) -> bool:
    """Whether the words before a quotation only say that it is one ("Quote:")."""
    return QUOTE.match(text) is not None
