"""Known people whose names a text misspells or writes down in its own way: "Volodomyr Zelenskyy", "Antony Blinkin"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from promissory.extraction.lexicon.punctuation import POSSESSIVE
from promissory.extraction.names.strangers import slug
from promissory.extraction.text.gazetteer import Mention, Name
from promissory.packs import Pack

#: Two words of a name; each word of a text may be the first.
PAIR = re.compile(r"\b(?=([A-ZÀ-ÞĀ-Ž][\w'’-]{2,}) ([A-ZÀ-ÞĀ-Ž][\w'’-]{3,})\b)")
#: How alike two spellings of one word are at least, and how long a surname that may be misspelt.
ALIKE, LONG = 0.85, 6
#: How alike two given names are at least that begin alike, before the same surname.
BEGUN = 0.8
#: Letters that languages write one sound with.
SOUNDS = (
    ("shch", "sc"), ("szcz", "sc"), ("sch", "sc"), ("tsch", "c"), ("sz", "s"), ("sh", "s"), ("cz", "c"), ("ch", "c"), ("tch", "c"),
    ("kh", "h"), ("zh", "z"), ("rz", "z"), ("w", "v"), ("y", "i"), ("j", "i"), ("ii", "i"), ("ck", "k"), ("ks", "x"),
)  # fmt: skip


@lru_cache(maxsize=10_000)
def sounded(word: str) -> str:
    """A word in small letters with one letter for what languages spell in several ways ("Blaszczak", "Blaschak": "blascak")."""
    for written, one in SOUNDS:
        word = word.replace(written, one)
    return word


class Spellings:
    """The full names of a pack's people, by what their words begin with."""

    def __init__(self, pack: Pack) -> None:
        self.known: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
        for person in pack.people:
            for name in (person.name, *person.variants):
                words = [slug([w]) for w in name.split()]
                if len(words) == 2 and all(words):
                    self.known[words[0][0], words[1][0]][words[0], words[1]] = person.id

    def misspelt(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of a text, people among them whose names it misspells."""
        found = list(self._find(text, mentions))
        if not found:
            return list(mentions)
        others = [m for m in mentions if not any(f.start <= m.start and m.end <= f.end for f in found)]
        return sorted((*others, *found), key=lambda m: m.start)

    def _find(self, text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
        taken = [(m.start, m.end) for m in mentions if m.end - m.start > 3 and not m.id_of("surname")]
        for match in PAIR.finditer(text):
            given, family = slug([match[1]]), slug([match[2].removesuffix("'s").removesuffix("’s")])
            near = self.known.get((given[:1], family[:1]))
            if near is None or (given, family) in near or any(a < match.end(2) and match.start(1) < b for a, b in taken):
                continue
            people = {ident for (first, last), ident in near.items() if _is_alike(given, first, family, last)}
            if len(people) == 1:
                end = match.end(2) - (2 if match[2].endswith(POSSESSIVE) else 0)
                yield Mention(match.start(1), end, (Name("person", people.pop()),))


def _is_alike(given: str, first: str, family: str, last: str) -> bool:
    """Whether one of the words is the same and the other nearly, or both nearly and the surname is long."""
    if family == last:
        begun = given[:3] == first[:3] and _are_alike(sounded(given), sounded(first), BEGUN)
        return begun or _nearly(given, first)  # "Andrei Duda"
    if len(last) < LONG or (given != first and len(first) < LONG):
        return False
    return _nearly(family, last) and (given == first or _nearly(given, first))


def _nearly(word: str, known: str) -> bool:
    """Whether a word is a known one with a slip in it; one with an ending more is another ("Yermak", "Yermakov")."""
    if abs(len(word) - len(known)) > 1 and (word.startswith(known) or known.startswith(word)):
        return False
    if abs(len(word) - len(known)) > 2:
        return False
    return word == known or sounded(word) == sounded(known) or _are_alike(word, known, ALIKE)


def _are_alike(word: str, known: str, least: float) -> bool:
    """Whether two words are alike by so much; by their lengths and letters most are seen not to be."""
    matcher = SequenceMatcher(None, word, known)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


@lru_cache(maxsize=4)
def spellings_of(pack: Pack) -> Spellings:
    """The spellings of a pack's people, built once."""
    return Spellings(pack)
