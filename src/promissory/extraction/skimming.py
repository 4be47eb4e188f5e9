"""Whether bytes or a text may be about what a pack is about, told at the speed of reading: one pass of an automaton over raw bytes.

Looser than `gating.is_about`, which decides once a text is clean and split: what this drops, that would drop too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from promissory.extraction.gating import OFTEN, known_of
from promissory.extraction.gazetteer import names_of
from promissory.extraction.scene import SIDES
from promissory.packs import Pack

#: Sorts of names that may stand for one of the sides.
CLOSE = ("actor", "adjective", "demonym", "metonym", "person", "surname", "place")
DOMAIN = ("framework", "item", "actor")


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
            if close or name.type in DOMAIN:
                for written in _written(form):
                    forms[written] = forms.get(written, False) or close
        self._near = list(forms.values())
        self._automaton = BytesAhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest)

    def skim(self, raw: bytes) -> Skim:
        """One pass over bytes. Parts of words count too: this only ever finds too much."""
        found = self._automaton.find_matches_as_indexes(raw)
        return Skim(any(self._near[pattern] for pattern, _, _ in found), len(found))


@lru_cache(maxsize=4)
def skimmer_of(pack: Pack) -> Skimmer:
    """The skimmer of a pack, built once."""
    return Skimmer(pack)


def _written(form: str) -> Iterator[bytes]:
    """A form as it stands, in capitals, and with a capital where it has none, as sentences and headlines write it."""
    yield from {form.encode(), form.upper().encode(), (form[:1].upper() + form[1:]).encode(), form.replace("'", "’").encode()}
