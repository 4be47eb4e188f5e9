"""Claims about one thing become one entry, with its history, links and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from promissory.model import Entry, Finding, Link
from promissory.model.pausing import collector_paused
from promissory.packs import Pack
from promissory.reconciliation.blocking import propose_pairs
from promissory.reconciliation.clustering import cluster
from promissory.reconciliation.composing import compose
from promissory.reconciliation.counting import Count, check_counts
from promissory.reconciliation.expecting import find_overdue
from promissory.reconciliation.grading import grade
from promissory.reconciliation.hinting import hint
from promissory.reconciliation.knowing import Knowledge, gather
from promissory.reconciliation.linking import link
from promissory.reconciliation.naming import name_groups
from promissory.reconciliation.objecting import (
    find_contradictions,
    find_double_counts,
    find_repeated,
    find_restatement,
    find_rivals,
    find_totals,
)
from promissory.reconciliation.portraying import Portrait, portray
from promissory.reconciliation.reports import Reconciliation, Report
from promissory.reconciliation.sourcing import Sources, trace

Told = tuple[Entry, Sequence[Portrait]]


def reconcile(claims: Iterable[Report], pack: Pack, previous: Mapping[str, str] | None = None) -> Reconciliation:
    """The entries and findings of all claims. The order of the claims is without effect; a claim given twice counts once.

    `previous` maps claim ids to the entry ids of an earlier run: an entry keeps the id that most of its old claims had.
    """
    with collector_paused():
        return _reconcile(claims, pack, previous or {})


def _reconcile(claims: Iterable[Report], pack: Pack, previous: Mapping[str, str]) -> Reconciliation:
    reports = {report.id: report for report in sorted(claims, key=lambda r: (r.order, r.source_key, r.copy_of or ""), reverse=True)}
    known = gather(pack)
    portraits = hint((portray(reports[ident], known) for ident in sorted(reports)), known)
    groups = cluster(portraits, propose_pairs(portraits))
    sources = trace(reports.values())
    names = name_groups(groups, previous)
    told: list[Told] = [(compose(name, group, sources), group) for name, group in zip(names, groups, strict=True)]
    told.sort(key=lambda pair: pair[0].id)
    return _finish(told, known, sources)


def _finish(told: Sequence[Told], known: Knowledge, sources: Sources) -> Reconciliation:
    """Links, findings and grades, which need all entries."""
    links = link(told, known)
    counts = check_counts(told)
    findings = _object(told, links, counts)
    about: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for ident in finding.about:
            about[ident].append(finding)
    corroborated = {count.entry.id: (count.corroboration,) for count in counts if count.corroboration}
    entries = tuple(
        _complete(entry, links.get(entry.id, ()), about.get(entry.id, []), corroborated.get(entry.id, ()), sources.letter(members))
        for entry, members in told
    )
    return Reconciliation(entries, tuple(findings))


def _object(told: Sequence[Told], links: Mapping[str, tuple[Link, ...]], counts: Iterable[Count]) -> list[Finding]:
    checks = (find_contradictions, find_restatement, find_totals)
    found = [finding for entry, members in told for check in checks for finding in check(entry, members)]
    found += [*find_rivals(told), *find_repeated(links), *find_overdue(told, links)]
    found += find_double_counts({entry.id: entry for entry, _ in told}, links)
    found += [count.finding for count in counts if count.finding]
    return sorted(found, key=lambda finding: finding.id)


def _complete(entry: Entry, links: tuple[Link, ...], findings: Sequence[Finding], corroborated: tuple[str, ...], letter: str) -> Entry:
    against = tuple(f.message for f in findings if f.kind == "contradiction" and f.severity != "info")
    code, reasons = grade(entry.independent_sources, corroborated, against, letter)
    return replace(entry, links=links, findings=tuple(f.id for f in findings), grade=code, grade_reasons=reasons)
