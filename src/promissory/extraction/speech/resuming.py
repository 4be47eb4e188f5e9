"""Whether a quotation goes on with what somebody has said, and whether its words are what a verb undertakes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.genders import WOMEN, is_female
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.names.casting import HERS, HIS
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.holding import is_person
from promissory.extraction.speech.uttering import NAMES
from promissory.extraction.text.marking import Quotation

if TYPE_CHECKING:
    from promissory.extraction.speech.attributing import Attribution
    from promissory.extraction.words import Token

#: How many words stand between what is read and the verb at most.
IMPERSONAL = 5
#: Verbs that do by saying.
UNDERTAKES = frozenset("promise pledge vow threaten".split())


def speaks_before(sentence: Sentence, attribution: Attribution, pronoun: Token) -> bool:
    """Whether words said stand before "he added" in its sentence, and nobody else is told there to have spoken."""
    others = [t for t in sentence.tokens[: pronoun.i] if t.dep_ == "nsubj" and t.pos_ == "PROPN" and t.i not in sentence.quoted]
    if any(t.head.lemma_ in TELLING and t.head.i < pronoun.i and _is_full(t) for t in others):
        return False  # "Ed Arnold told MPs that it was short; “Europe owes them the difference,” he said"
    said = sentence.quoted | {i for s, cue in attribution.cues if s is sentence for i in cue.content}
    return any(t.i in said for t in sentence.tokens[: pronoun.i])


def _is_full(name: Token) -> bool:
    """A given name and a surname."""
    return any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in name.lefts)


def same_words(one: tuple[Sentence, tuple[Token, ...]], other: tuple[Sentence, tuple[Token, ...]]) -> bool:
    return one[0] is other[0] and one[1][0].i == other[1][0].i


def may_go_on(sentence: Sentence, speaker: Token, pronoun: Token) -> bool:
    """Whether "he" or "she" may go on with what a speaker has said, as far as a pronoun, a noun or a name tells of which sex that is."""
    if pronoun.lower_ not in ("he", "she"):
        return True
    if speaker.lower_ in ("he", "she"):
        return speaker.lower_ == pronoun.lower_
    mention = sentence.at.get(speaker.i)
    if mention and (person := mention.id_of("person", "surname")):
        return is_female(person) == (pronoun.lower_ == "she")
    if mention and speaker.pos_ == "PROPN" and mention.id_of("actor"):
        return False  # "as reported by the agency. “…,” he said"
    given = next((c.lower_ for c in speaker.lefts if c.dep_ == "compound"), "")
    woman, man = {speaker.lower_, given} & (HERS | WOMEN), {speaker.lower_, given} & HIS
    return not (man if pronoun.lower_ == "she" else woman)


def is_body_cited(attribution: Attribution) -> bool:
    """ "Sixty ships passed, according to the navy. “…”": a body named as the source of a figure has not taken the floor."""
    sentence, heads = attribution.speakers or (None, ())
    source = bool(attribution.cues) and not attribution.quotations and all(cue.role == "source" for _, cue in attribution.cues)
    return source and sentence is not None and not any(is_person(sentence, h) or is_human(h.lemma_.lower()) for h in heads)


def is_called(cue: tuple[Sentence, Cue], chain: Sequence[Quotation], last: Sentence) -> bool:
    """ "Called the delivery to Kyiv “another mistake by the United States”": what the quotation calls it, at the end of its clause."""
    sentence, word = cue[0], cue[1].word
    rest = last.text[chain[-1].end - last.start :].lstrip()
    behind = sentence is last and sentence.bounds(word)[1] < chain[0].start
    said = sentence.text[chain[0].start - sentence.start : chain[-1].end - sentence.start]
    return word.lemma_ in NAMES and behind and " " in said and (not rest or rest[0] in ".,;!?")


def is_undertaken(sentence: Sentence, cue: Cue) -> bool:
    """ "Moscow promised “measures in kind”": words in quotation marks right behind a verb that does by saying."""
    behind = sentence.tokens[cue.word.i + 1 : cue.word.i + 3]
    return cue.word.lemma_ in UNDERTAKES and any(t.i in sentence.quoted for t in behind)


def is_impersonal(sentence: Sentence, cue: Cue) -> bool:
    """ "“…” - we read", "“…,” it was indicated": a cue behind words that tells of nobody; they are whosever words stand before."""
    verb = cue.word
    behind = bool(verb.i) and any(t.i in sentence.quoted for t in sentence.tokens[max(0, verb.i - IMPERSONAL) : verb.i])
    reads = verb.lemma_ == "read" and any(s.lower_ in ("we", "you", "one") for s in cue.speakers)
    return behind and reads
