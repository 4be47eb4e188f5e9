"""Which claims come from one source: one publisher is one, and a copy is what it was copied from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from promissory.reconciliation.grading import UNJUDGED
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.shelving import Origin

BEST_FIRST = "ABCDFE"


@dataclass(frozen=True)
class Sources:
    """Source key, original, and letter of the source of each document of a run, by document id."""

    keys: Mapping[str, str]
    originals: Mapping[str, str]
    letters: Mapping[str, str]

    @classmethod
    def of_origins(cls, origins: Mapping[str, Origin]) -> Sources:
        """The sources of documents."""
        copies = {doc: origin.copy_of for doc, origin in origins.items() if origin.copy_of}
        return cls({doc: o.key for doc, o in origins.items()}, copies, {doc: o.letter for doc, o in origins.items()})

    def of(self, portrait: Portrait) -> str:
        """The source that a claim counts for."""
        doc = self._original(portrait)
        return self.keys.get(doc, doc)

    def letter(self, portraits: Iterable[Portrait]) -> str:
        """The letter of the most reliable source of some claims. A source that nobody has judged comes before an unreliable one."""
        found = {self.letters.get(self._original(portrait), UNJUDGED) for portrait in portraits}
        return min(found, key=BEST_FIRST.index, default=UNJUDGED)

    def _original(self, portrait: Portrait) -> str:
        seen, doc = {portrait.doc}, portrait.doc
        while (original := self.originals.get(doc)) and original not in seen:
            seen.add(original)
            doc = original
        return doc
