"""Whether bytes or a text may be about what a pack is about, told at the speed of reading: one pass of an automaton over raw bytes.

`gating.is_about` decides once a text is clean and split. Here a side must be named twice, or beside another thing of the domain, or in a
short text; or else several things of the domain often: arms count too, since a page is more than its story. Sentences are a weak measure:
readers' comments may come with a text. All labelled reports with a claim of a core kind name a side twice at least. "Our partners" is not
counted: every page has them in its notice of cookies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from promissory.extraction.scanning.gating import ALLIANCES, known_of
from promissory.extraction.scene import SIDES
from promissory.extraction.text.gazetteer import Name, names_of
from promissory.packs import Pack

#: A text of more sentences that names a side once, and nothing else of the domain, names it in passing.
SELDOM = 30
#: A text that names no side needs a thing of the domain in one of so many sentences; none counts more than so many times.
OFTEN, OVER_AND_OVER = 5, 3
#: Of all that a page says its story is taken to be at least one part of so many.
PART = 3
#: Letters that an ending may have ("Ukraine's" has none, "Ukrainians" one).
ENDING = 2
#: Names that begin so are anybody's.
ANYBODYS = "our "
#: Sorts of names that may stand for one of the sides.
CLOSE = ("actor", "adjective", "demonym", "metonym", "person", "surname", "place")


@dataclass(frozen=True, slots=True)
class Skim:
    """What a pass found: how often a side is named; with arms, alliances and programmes, how often (none counts more than a few times: a
    text on tractors is about no arms), and how many different ones."""

    near: int
    domain: int
    different: int

    def may_be_beside(self, sentences: int) -> bool:
        """Whether so many sentences may hold a text about the domain, and more of other texts."""
        return self.near > 0 or (self.different > 1 and self.domain * OFTEN * PART >= sentences)

    def may_be_about(self, sentences: int) -> bool:
        """Whether a text of so many sentences may be about the domain."""
        if self.near:
            return self.near > 1 or self.different > 1 or sentences <= SELDOM
        return self.different > 1 and self.domain * OFTEN >= sentences


class Skimmer:
    """The automaton of a pack's names, as they are written, in UTF-8 (and so in any encoding that writes ASCII as it is)."""

    def __init__(self, pack: Pack) -> None:
        near = known_of(pack, SIDES)
        forms: dict[bytes, tuple[bool, str]] = {}
        for form, name in names_of(pack):
            close = name.type in CLOSE and name.id in near
            if (close or _is_of_domain(pack, name)) and not form.lower().startswith(ANYBODYS):
                for written in _written(form):
                    forms[written] = (close or forms.get(written, (False,))[0], name.id)
        self._near = [close for close, _ in forms.values()]
        self._ids = [id_ for _, id_ in forms.values()]
        self._automaton = BytesAhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest)

    def skim(self, raw: bytes) -> Skim:
        """One pass over bytes; what goes on with a letter on the left, or with more than an ending on the right, is another word."""
        found = [pattern for pattern, start, end in self._automaton.find_matches_as_indexes(raw) if _is_word(raw, start, end)]
        often = Counter(self._ids[pattern] for pattern in found)
        return Skim(sum(self._near[pattern] for pattern in found), sum(min(n, OVER_AND_OVER) for n in often.values()), len(often))


@lru_cache(maxsize=4)
def skimmer_of(pack: Pack) -> Skimmer:
    """The skimmer of a pack, built once."""
    return Skimmer(pack)


def _is_of_domain(pack: Pack, name: Name) -> bool:
    """Arms, alliances and programmes."""
    if name.type == "item":
        return pack.item[name.id].support == "military"
    return name.type == "framework" or (name.id in pack.actor and pack.actor[name.id].type in ALLIANCES)


def _is_word(raw: bytes, start: int, end: int) -> bool:
    after = raw[end : end + ENDING + 1]
    return not raw[max(0, start - 1) : start].isalpha() and not (len(after) > ENDING and after.isalpha())


def _written(form: str) -> Iterator[bytes]:
    """A form as it stands, in capitals, and with a capital where it has none, as sentences and headlines write it."""
    yield from {form.encode(), form.upper().encode(), (form[:1].upper() + form[1:]).encode(), form.replace("'", "’").encode()}
