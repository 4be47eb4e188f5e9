"""Those who have just come into a post that stands beside their name: "the new defence minister, X", "Y, the new president"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.tenures.installing import drafts, person_at
from promissory.extraction.kinds.tenures.posts import office_of
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.strangers import parts_of
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words before "next" by which the post is not yet anybody's.
LIKELY = frozenset("likely probable possible potential presumed presumptive prospective would-be expected".split())
#: What somebody is called by who also has a post ("the new army chief, General Syrskyi").
RANKS = frozenset("general colonel admiral marshal brigadier captain commodore major lieutenant".split())


def newcomer(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "The new defence minister, X", "Romania's newly elected president X": one who has just come into the post beside the name."""
    if (own := sentence.at.get(word.i)) and own.id_of("actor", "place"):
        return  # "New Zealand's prime minister"
    title = word.head if word.head.pos_ in ("NOUN", "PROPN") else word.head.head
    if word.head.i in sentence.date_at:
        return  # "next week, President Biden"
    for person, first in _names_behind(scene, sentence, word):
        between = sentence.tokens[word.i + 1 : first]
        titles = [t for t in reversed(between) if t.i in sentence.at and sentence.at[t.i].id_of("title")]
        title = next((t for t in titles if t.lemma_.lower() not in RANKS), next(iter(titles), title))
        plain = all(
            t.pos_ not in ("VERB", "AUX", "CCONJ", "PRON", "ADP", "SCONJ") or t.tag_ in ("VBN", "PRP$") or t.lower_ in ("of", "for", "to")
            for t in between
        )
        apart = title in between and title.i not in {a.i for a in word.ancestors} and any(t.text == "," for t in between if t.i < title.i)
        if plain and not apart and title in between and (office := office_of(scene, sentence, title)):
            status = "candidate" if _is_unsure(sentence, word) else "takes_office"
            yield from drafts(scene, sentence, title, [Referent(person, person=True)], office, status, "new")
        return
    yield from _newly(scene, sentence, word, title)


def _is_unsure(sentence: Sentence, word: Token) -> bool:
    """ "Germany's likely next chancellor", "the next likely president"."""
    return any(t.lower_ in LIKELY for t in sentence.tokens[max(0, word.i - 1) : word.i + 2])


def _names_behind(scene: Scene, sentence: Sentence, word: Token) -> Iterator[tuple[str, int]]:
    """The people named soon after a word, known or not: who, and where the name begins."""
    for token in sentence.tokens[word.i + 1 : word.i + 10]:
        if found := person_at(scene, sentence, token):
            mention = sentence.at.get(token.i)
            known = mention is not None and mention.id_of("person", "surname") is not None
            first = sentence.tokens_of(mention)[0].i if known and mention is not None else token.i + 1 - len(parts_of(sentence, token))
            yield found[0], first


def _newly(scene: Scene, sentence: Sentence, word: Token, title: Token) -> Iterator[Draft]:
    """ "Nawrocki, the new president, …": the name stands before the comma."""
    start = word.i
    while start and sentence.tokens[start - 1].lower_ in {"the", "its", *LIKELY}:
        start -= 1
    named = person_at(scene, sentence, sentence.tokens[start - 2]) if start > 1 and sentence.tokens[start - 1].text == "," else None
    office = office_of(scene, sentence, title) if named else None
    if named and office:
        status = "candidate" if _is_unsure(sentence, word) else "takes_office"
        yield from drafts(scene, sentence, title, [Referent(named[0], person=True)], office, status, "new")
