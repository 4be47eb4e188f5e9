"""Which claims come from one source: one publisher is one, and a copy is what it was copied from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from promissory.reconciliation.grading import UNJUDGED
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.reports import Report

BEST_FIRST = "ABCDFE"


@dataclass(frozen=True)
class Sources:
    """Source key, original, and letter of the source of each document of a run, by document id."""

    keys: Mapping[str, str]
    originals: Mapping[str, str]
    letters: Mapping[str, str]

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


def trace(reports: Iterable[Report]) -> Sources:
    """The sources of a run's documents."""
    keys, originals, letters = {}, {}, {}
    for report in reports:
        doc = str(report.claim["doc"])
        keys[doc] = report.source_key or doc
        letters[doc] = report.reliability
        if report.copy_of:
            originals[doc] = report.copy_of
    return Sources(keys, originals, letters)
