"""Opening phrases without a comma ("In a post on X Emmanuel Macron urged …"), parted from who acts while a sentence is parsed.

The parser makes one name of the last words of such a phrase and of the person. Where it has done so, the sentence is parsed again with a
comma between the two, which is taken out afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.genders import GIVEN
from promissory.extraction.parsing.interjecting import has_tense

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Words that open such a phrase.
LEADS = frozenset(
    "in on at after before upon during under from with together along back following amid despite since ahead due thanks for like "
    "unlike by once within throughout alongside".split()
)
#: Those of them that open clauses too.
CONJOINING = frozenset("after before since once like following".split())
#: Verbs by which a single name is taken for who acts.
ACTING = frozenset(
    "said says told announced has had will would is was signed promised pledged urged called met warned added asked thanked agreed sent "
    "gave".split()
)
#: Words behind which a name belongs to what stands before it.
BINDING = frozenset(
    "in on at after before upon during under from with of to by for and or as like than between against about over via the a an his her "
    "its their when while where that which who".split()
)
#: First halves of the names of places.
PARTS = frozenset("new south north west east central saint san los great united saudi white sri el black hong tel the".split())
#: How many words such a phrase has at most.
LONGEST = 15


def read_parted(sentences: Sequence[Doc], found: Sequence[Doc], read: Callable[[Iterator[Doc]], Iterator[Doc]]) -> list[Doc]:
    """The sentences as they were `found`, but for those in which a person right behind an opening phrase was not found to act."""
    starts = {n: start for n, words in enumerate(sentences) if (start := _name_behind(words)) is not None}
    lost = [n for n, start in starts.items() if not _acts(found[n], start)]
    again = read(_with_comma(sentences[n], starts[n]) for n in lost)
    best = list(found)
    for n, one in zip(lost, again, strict=True):
        parted = _without_comma(sentences[n], one, starts[n])
        best[n] = parted if _acts(parted, starts[n]) else best[n]
    return best


def _name_behind(words: Doc) -> int | None:
    """Where the name of who acts begins that an opening phrase without a comma runs into: in full, or right before a verb."""
    if len(words) < 5 or words[0].lower_ not in LEADS:
        return None
    for token in words[2 : min(LONGEST, len(words) - 2)]:
        if token.is_punct:
            return None
        before, behind = words[token.i - 1], words[token.i + 1]
        if not token.is_title or not before.is_alpha:
            continue
        if token.lower_ in GIVEN and behind.is_title and before.lower_ not in BINDING | PERSON_NOUNS | GIVEN:
            return token.i if words[token.i + 2].is_lower else None
        if behind.text in ACTING:
            return _own_start(words, token.i)
    return None


def _own_start(words: Doc, last: int) -> int | None:
    """Where the name that ends at `last` begins, if what stands before it can be told from it: "In Kyiv Biden", "In a letter Joe Biden"."""
    start = last
    while start > 1 and words[start - 1].is_title:
        start -= 1
    before = words[start - 1].lower_
    if start <= 2 and words[0].lower_ in CONJOINING:
        return None  # "After Joe Biden said"
    if before not in BINDING:
        return start
    place = start + (words[start].lower_ in PARTS)  # "In New York Biden"
    return place + 1 if words[start].lower_ not in PERSON_NOUNS | GIVEN and 1 <= last - place <= 2 else None


def _acts(sentence: Doc, start: int) -> bool:
    """Whether a name is the whole subject of a finite verb."""
    return any(n.dep_ in ("nsubj", "nsubjpass") and n.left_edge.i == start and has_tense(n.head) for n in sentence[start : start + 2])


def _with_comma(words: Doc, at: int) -> Doc:
    from spacy.tokens import Doc

    texts, spaces = [t.text for t in words], [bool(t.whitespace_) for t in words]
    return Doc(words.vocab, [*texts[:at], ",", *texts[at:]], spaces=[*spaces[: at - 1], False, True, *spaces[at:]])


def _without_comma(words: Doc, parsed: Doc, at: int) -> Doc:
    """The words with the tree of the sentence that has a comma at `at` beside them."""
    from spacy.tokens import Doc

    kept = [t for t in parsed if t.i != at]
    heads = [t.head.i if t.head.i != at else t.i for t in kept]
    return Doc(
        words.vocab,
        [t.text for t in words],
        spaces=[bool(t.whitespace_) for t in words],
        heads=[head - (head > at) for head in heads],
        deps=[t.dep_ for t in kept],
        tags=[t.tag_ for t in kept],
    )
