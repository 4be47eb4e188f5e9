"""Names that the parser knows well, put in the place of others while it reads a sentence.

It takes "Starmer" for a common noun and "Trump" for a verb, above all where they open a sentence, and hangs everything else wrong. Full
names are always written as such doubles, so that what is read of a sentence does not depend on who it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.genders import GIVEN
from promissory.extraction.lexicon.punctuation import BEFORE
from promissory.extraction.parsing.parser import parse
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: By their length: surnames and given names of which the parser is always sure, and names of states and capitals.
SURNAMES = {len(name): name for name in "Fox Cook Baker Miller Johnson Anderson Henderson Washington".split()}
FORENAMES = {len(name): name for name in "Al Jim John Peter Robert William Benjamin Christian".split()}
LANDS = {len(name): name for name in "Oslo Japan Moscow Germany Brussels Australia Washington".split()}
#: Sentences in which a name must be taken for one and, but for the one who is met, act: where it opens them, and inside.
OPENERS = (
    "{} urged allies to send more.",
    "{} insists the deal is close.",
    "{} directed the minister of defence to step up talks with partners.",
    "{} warned allies that pressure could lead to less aid.",
    "{} had already called on Moscow to agree.",
    "{} wants allies to move faster.",
)
MET = "In a call with {} on Friday, he thanked him."
INSIDE = (
    MET,
    "He said {} had agreed to the deal.",
    "But {} insists on a deal.",
    "Later {} lamented: “It was a mistake.”",
)
#: Words, and whether they open a sentence → whether the parser knows them there; how many are kept.
_TESTED: dict[tuple[str, bool], bool] = {}
MOST_TESTED = 10_000
#: Two words that are written like a name.
PAIR = re.compile(r"\b([A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+) ([A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+)\b")
#: What may stand before the first word of a line.
OPENING = BEFORE + "•-–— "


def all_with_doubles(lines: Sequence[tuple[str, Sequence[Mention]]]) -> list[str]:
    """Lines, each with the names in it, as `with_doubles` writes them; the words that no line had before are tested together."""
    words = (_word_to_test(line, mention) for line, mentions in lines for mention in mentions)
    _test(word for word in words if word)
    return [with_doubles(line, mentions) for line, mentions in lines]


def with_doubles(line: str, mentions: Sequence[Mention]) -> str:
    """A line in which full names are written as their doubles, and surnames that stand alone, and the land it begins with, where needed.

    Letter for letter of the same length; the offsets of the names are those in the line.
    """
    doubles = [(m.start, m.end, _double(line, m)) for m in mentions]
    doubles += [(start, end, _in_full(line[start:end])) for start, end in _strangers(line, mentions)]
    for start, end, double in doubles:
        if double:
            line = line[:start] + double + line[end:]
    return line


def _strangers(line: str, mentions: Sequence[Mention]) -> Iterable[tuple[int, int]]:
    """Where people stand whose surnames nobody knows, behind a known given name."""
    for pair in PAIR.finditer(line):
        if pair[1].lower() in GIVEN and not any(m.start < pair.end() and pair.start() < m.end for m in mentions):
            yield pair.span()


def _is_tied(before: str) -> bool:
    """Whether another name stands right before one ("of Ukraine Ivan Bondar"), with which its double would make up one name."""
    words = before.split() if before.endswith(" ") else []
    return len(words) > 1 and words[-1].isalpha() and words[-1][0].isupper() and words[-1].lower() not in PERSON_NOUNS


def _in_full(name: str) -> str | None:
    """The double of a given name, with any others and particles, and a surname."""
    *given, surname = name.split(" ")
    if not given or not all(part.isalpha() for part in (*given, surname)) or not (given[0][0].isupper() and surname[0].isupper()):
        return None
    return " ".join([*(FORENAMES.get(len(part), part) for part in given), SURNAMES.get(len(surname), surname)])


def _double(line: str, mention: Mention) -> str | None:
    """The name that stands in for one that is written as a single word with a capital."""
    name = line[mention.start : mention.end]
    if mention.id_of("person") and " " in name:
        return _in_full(name) if not _is_tied(line[: mention.start]) else None
    word = _word_to_test(line, mention)
    if word is None or _is_known(*word):
        return None
    return _doubles_of(mention)[len(name)]


def _doubles_of(mention: Mention) -> dict[int, str]:
    return SURNAMES if mention.id_of("person", "surname") else LANDS


def _word_to_test(line: str, mention: Mention) -> tuple[str, bool] | None:
    """A name of a single word that has a double if the parser does not know it, and whether it opens the line."""
    name = line[mention.start : mention.end]
    if not (name.isalpha() and name[:1].isupper() and name[1:].islower()) or len(name) not in _doubles_of(mention):
        return None
    opens = not line[: mention.start].strip(OPENING)
    return (name, opens) if mention.id_of("person", "surname") or (opens and mention.id_of("actor", "metonym")) else None


def _is_known(name: str, opens: bool) -> bool:
    """Whether the parser takes a word for a name, and for one that acts but where it is met, in each sentence that tests it."""
    known = _TESTED.get((name, opens))
    return _test([(name, opens)])[name, opens] if known is None else known


def _test(words: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], bool]:
    """Have the parser read the sentences that test those words which are not known yet, all at once."""
    known = {word: True for word in words if word not in _TESTED}
    frames = [(word, frame) for word in known for frame in (OPENERS if word[1] else INSIDE)]
    for ((name, opens), frame), read in zip(frames, parse(frame.format(name) for (name, _), frame in frames), strict=True):
        known[name, opens] &= _is_taken_for_name(name, frame, read, opens=opens)
    if len(_TESTED) + len(known) > MOST_TESTED:
        _TESTED.clear()
    _TESTED.update(known)
    return known


def _is_taken_for_name(name: str, frame: str, read: Sequence[Token], *, opens: bool) -> bool:
    word = next((t for t in read if t.text == name), None)
    if word is None or word.tag_ != "NNP":
        return False
    return (frame == MET or word.dep_ == "nsubj") and (not opens or word.head.dep_ == "ROOT")


def name_again(tokens: Sequence[Token], line: str) -> None:
    """Gives the words of a parsed line that were written as their doubles their own names again."""
    for token in tokens:
        written = line[token.idx : token.idx + len(token.text)]
        if token.text != written and token.text in [names.get(len(written)) for names in (SURNAMES, FORENAMES, LANDS)]:
            token.text, token.lower_, token.lemma_ = written, written.lower(), written
