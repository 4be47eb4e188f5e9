"""Names before a colon: "Kuleba: Ukraine needs time", "The minister was clear: …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import children
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.events import GATHERINGS, TALKS, VISITS
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.lexicon.sayers import HEADINGS
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.stances import GIVES, POSITIONS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What somebody is whose position stands after a colon ("He was clear: …").
PLAIN = frozenset("clear blunt adamant categorical explicit unequivocal firm direct frank emphatic".split())
#: How many words before the colon such a noun stands at most.
NEAR = 6
#: What a clause after a colon may be that somebody has or gives.
ANSWERS = frozenset(
    "answer message response reply warning verdict plea argument explanation view position promise offer appeal reason advice comment "
    "remark suggestion solution conclusion question point demand request assurance reminder retort idea".split()
)
#: What points to what was said.
POINTING = frozenset(("it", "this", "that", "which", "these", "those"))
#: What the label of a headline ends in that tells what it is about.
OCCASIONS = (
    GATHERINGS
    | TALKS
    | VISITS
    | AGREEMENTS
    | frozenset(
        "war wars crisis conflict invasion counteroffensive offensive ceasefire truce aid plan election elections "
        "referendum vote budget attack attacks strike strikes tracker series live".split()
    )
)


def find_labels(sentence: Sentence) -> Iterator[Cue]:
    """A name before a colon: "Kuleba: Ukraine needs time"."""
    colon = next((t for t in sentence.tokens if t.text == ":" and t.i not in sentence.quoted), None)
    if colon is not None and (plain := _plain(sentence, colon)) is not None:
        if speakers := [s for s in subjects(plain.head) if s.i < plain.i and s.lower_ not in POINTING and s.lemma_ not in POSITIONS]:
            yield Cue(plain, tuple(speakers), frozenset(t.i for t in sentence.tokens[colon.i + 1 :] if not t.is_punct), "say")
        return
    if colon is None or not 0 < colon.i <= 12 or colon.i + 2 >= len(sentence.tokens):
        return
    label = sentence.tokens[: colon.i]
    about = label[-1].lower_ in OCCASIONS or [t.lower_ for t in label] == ["ukraine"]
    if label[0].lower_ in HEADINGS or (sentence.block.heading and about):
        return  # what a headline is about ("NATO summit: …")
    if label[0].pos_ == "ADP" or any(t.pos_ in ("VERB", "AUX", "NUM") for t in label):
        return
    phrase = [t for t in label if t.i < next((p.i for p in label if p.pos_ == "ADP"), colon.i)]
    mention = sentence.at.get(label[-1].i)
    cut = len(phrase) < len(label)
    if mention and mention.id_of("person", "surname", *(("title",) if cut else ())):
        phrase = list(label)  # "Topics of the day Estonia's PM: …"
    someone = mention is not None and mention.id_of("person", "surname") is not None  # "Macron:", taken for a common noun
    if phrase and (someone or phrase[-1].pos_ == "PROPN" or phrase[-1].lemma_ in PERSON_NOUNS):
        yield Cue(colon, (phrase[-1],), frozenset(t.i for t in sentence.tokens[colon.i + 1 :] if not t.is_punct), "label")


def _plain(sentence: Sentence, colon: Token) -> Token | None:
    """What tells that a clause after a colon is said: "was clear:", "had a simple answer:", "sent the same message:"."""
    before = sentence.tokens[: colon.i]
    for answer in before[-NEAR:]:
        given = answer.dep_ == "dobj" and (answer.head.lemma_ in GIVES or answer.head.lemma_ == "have") and not children(answer.head, "neg")
        if given and answer.lemma_.lower() in ANSWERS and answer.i not in sentence.quoted:
            return answer
    return next((t for t in before if t.lemma_ in PLAIN and t.dep_ == "acomp"), None)
