"""Names that the parser knows well, put in the place of those it does not know while it reads a sentence.

It takes "Starmer" for a common noun and "Trump" for a verb, above all where they open a sentence, and hangs everything else wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.gazetteer import Mention
from promissory.extraction.parsing import parse

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: By their length: surnames of which the parser is always sure, and names of states and capitals.
SURNAMES = {len(name): name for name in "Lee Bush Putin Powell Clinton Sullivan Robertson Montgomery".split()}
LANDS = {len(name): name for name in "Oslo Japan Moscow Germany Brussels Australia Washington".split()}
#: Sentences in which a name must be taken for one and act: where it opens them, and inside.
OPENERS = (
    "{} urged allies to send more.",
    "{} insists the deal is close.",
    "{} directed the minister of defence to step up talks with partners.",
    "{} warned allies that pressure could lead to less aid.",
    "{} had already called on Moscow to agree.",
    "{} wants allies to move faster.",
)
INSIDE = ("In a call with {} on Friday, he thanked him.", "He said {} had agreed to the deal.", "But {} insists on a deal.")
#: Marks that may stand before the first word of a sentence.
OPENING = "“\"‘'«(•-–— "


def with_doubles(line: str, mentions: Iterable[Mention]) -> str:
    """A line in which surnames that stand alone, and the land it begins with, are written as their doubles if the parser needs that.

    Letter for letter of the same length; the offsets of the names are those in the line.
    """
    for mention in mentions:
        if double := _double(line, mention):
            line = line[: mention.start] + double + line[mention.end :]
    return line


def _double(line: str, mention: Mention) -> str | None:
    """The name that stands in for one that is written as a single word with a capital."""
    name = line[mention.start : mention.end]
    if not (name.isalpha() and name[:1].isupper() and name[1:].islower()):
        return None
    opens = not line[: mention.start].strip(OPENING)
    if mention.id_of("person", "surname"):
        return SURNAMES.get(len(name)) if not _is_known(name, opens=opens) else None
    return LANDS.get(len(name)) if opens and mention.id_of("actor", "metonym") and not _is_known(name, opens=True) else None


@lru_cache(maxsize=10_000)
def _is_known(name: str, *, opens: bool) -> bool:
    """Whether the parser takes a word for a name, and for one that acts where it opens, in each sentence that puts it to the test."""
    for words in parse(frame.format(name) for frame in (OPENERS if opens else INSIDE)):
        word = next((t for t in words if t.text == name), None)
        if word is None or word.tag_ != "NNP" or (opens and (word.dep_ != "nsubj" or word.head.dep_ != "ROOT")):
            return False
    return True


def name_again(tokens: Sequence[Token], line: str) -> None:
    """Gives the words of a parsed line that were written as their doubles their own names again."""
    for token in tokens:
        written = line[token.idx : token.idx + len(token.text)]
        if token.text != written and token.text in (SURNAMES.get(len(written)), LANDS.get(len(written))):
            token.text, token.lower_, token.lemma_ = written, written.lower(), written
