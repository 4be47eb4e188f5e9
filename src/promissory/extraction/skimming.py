"""Whether bytes or a text may be about what a pack is about, told at the speed of reading: one pass of an automaton over raw bytes.

Looser than `gating.is_about`, which decides once a text is clean and split: what this drops, that would drop too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from promissory.extraction.gating import ALLIANCES, OFTEN, arms_of, known_of
from promissory.extraction.gazetteer import Name, names_of
from promissory.extraction.scene import SIDES
from promissory.packs import Pack

#: Letters that an ending may have ("Ukraine's" has none, "Ukrainians" one).
ENDING = 2
#: Sorts of names that may stand for one of the sides.
CLOSE = ("actor", "adjective", "demonym", "metonym", "person", "surname", "place")


@dataclass(frozen=True, slots=True)
class Skim:
    """What a pass found: whether one of the sides is named, and how often arms, alliances or programmes are."""

    near: bool
    domain: int

    def may_be_about(self, sentences: int) -> bool:
        """Whether a text of so many sentences may be about the domain."""
        return self.near or self.domain * OFTEN >= max(1, sentences)


class Skimmer:
    """The automaton of a pack's names, as they are written, in UTF-8 (and so in any encoding that writes ASCII as it is)."""

    def __init__(self, pack: Pack) -> None:
        near = known_of(pack, SIDES)
        forms: dict[bytes, bool] = {}
        for form, name in names_of(pack):
            close = name.type in CLOSE and name.id in near
            if close or _is_of_domain(pack, name):
                for written in _written(form):
                    forms[written] = forms.get(written, False) or close
        self._near = list(forms.values())
        self._automaton = BytesAhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest)

    def skim(self, raw: bytes) -> Skim:
        """One pass over bytes; what goes on with a letter on the left, or with more than an ending on the right, is another word."""
        found = [pattern for pattern, start, end in self._automaton.find_matches_as_indexes(raw) if _is_word(raw, start, end)]
        return Skim(any(self._near[pattern] for pattern in found), len(found))


@lru_cache(maxsize=4)
def skimmer_of(pack: Pack) -> Skimmer:
    """The skimmer of a pack, built once."""
    return Skimmer(pack)


def _is_of_domain(pack: Pack, name: Name) -> bool:
    """Arms, alliances and programmes, as the gate of extraction counts them."""
    if name.type == "item":
        return arms_of(pack).get(name.id, False)
    return name.type == "framework" or (name.id in pack.actor and pack.actor[name.id].type in ALLIANCES)


def _is_word(raw: bytes, start: int, end: int) -> bool:
    after = raw[end : end + ENDING + 1]
    return not raw[max(0, start - 1) : start].isalpha() and not (len(after) > ENDING and after.isalpha())


def _written(form: str) -> Iterator[bytes]:
    """A form as it stands, in capitals, and with a capital where it has none, as sentences and headlines write it."""
    yield from {form.encode(), form.upper().encode(), (form[:1].upper() + form[1:]).encode(), form.replace("'", "’").encode()}
