"""Claims about one thing become one entry, with its history, links and findings."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping

from promissory.model.pausing import collector_paused
from promissory.packs import Pack
from promissory.reconciliation.gallery import Gallery
from promissory.reconciliation.hinting import hint
from promissory.reconciliation.knowing import Knowledge, gather
from promissory.reconciliation.portraying import Portrait, portray
from promissory.reconciliation.reports import Reconciliation, Report
from promissory.reconciliation.shelving import EmptyShelf, Origin, Shelf
from promissory.reconciliation.stacking import Stack
from promissory.reconciliation.telling import Changes, tell
from promissory.reconciliation.weaving import weave


def reconcile(claims: Iterable[Report], pack: Pack) -> Reconciliation:
    """The entries and findings of all claims. The order of the claims is without effect; a claim given twice counts once."""
    changes = add(claims, pack, EmptyShelf())
    with collector_paused():
        entries = tuple(changes.entries)
    return Reconciliation(entries, tuple(finding for _, finding in sorted(changes.findings.items())))


def add(claims: Iterable[Report], pack: Pack, shelf: Shelf, origins: Mapping[str, tuple[str, str | None, str]] | None = None) -> Changes:
    """What claims of new documents change in what the shelf holds of earlier ones; together they are what all claims give at once.

    A document comes with all its claims. `origins` are those of earlier documents that have another one now.
    """
    with collector_paused():
        known, found = gather(pack), dict[str, Origin]()
        loom = weave(Gallery(known), shelf, _portraits(claims, known, found))
        stirred = {doc: Origin(*origin) for doc, origin in (origins or {}).items()}
        return tell(loom, found | stirred, stirred.keys())


def _portraits(claims: Iterable[Report], known: Knowledge, origins: dict[str, Origin]) -> Iterator[Portrait]:
    """The portraits, document by document; of a claim given twice one. What is known of the documents is put into `origins`."""
    waiting, lines = dict[str, list[int]](), Stack()
    for report in claims:
        doc = str(report.claim["doc"])
        origin = Origin(report.source_key or doc, report.copy_of, report.reliability)
        if doc in origins:
            origin = min(origin, origins[doc], key=lambda one: (one.key, one.copy_of or ""))
        origins[doc] = origin
        waiting.setdefault(doc, []).append(lines.put(marshal.dumps((dict(report.claim), report.reported))))
    for doc in sorted(waiting):
        told = {report.id: report for report in (Report(*marshal.loads(lines[at])) for at in waiting.pop(doc))}
        yield from hint((portray(report, known) for _, report in sorted(told.items())), known)
