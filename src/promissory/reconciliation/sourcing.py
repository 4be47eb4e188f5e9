"""Which claims come from one source: one publisher is one, and a copy is what it was copied from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.reports import Report


@dataclass(frozen=True)
class Sources:
    """Source key and original of each document of a run, by document id."""

    keys: Mapping[str, str]
    originals: Mapping[str, str]

    def of(self, portrait: Portrait) -> str:
        """The source that a claim counts for."""
        seen, doc = {portrait.doc}, portrait.doc
        while (original := self.originals.get(doc)) and original not in seen:
            seen.add(original)
            doc = original
        return self.keys.get(doc, doc)


def trace(reports: Iterable[Report]) -> Sources:
    """The sources of a run's documents."""
    keys, originals = {}, {}
    for report in reports:
        doc = str(report.claim["doc"])
        keys[doc] = report.source_key or doc
        if report.copy_of:
            originals[doc] = report.copy_of
    return Sources(keys, originals)
