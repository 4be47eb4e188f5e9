"""From groups to entries: what is told of each, how entries hang together, and what a careful reader would object to.

Only what the changed groups touch is worked on: their own entries, the deeds near theirs in the blocks of deeds, the entries that are held
against theirs for rival figures, counts and dates. The result is that of telling all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from promissory.model import Entry, Finding, Link
from promissory.reconciliation.composing import compose
from promissory.reconciliation.counting import Count, check_counts
from promissory.reconciliation.deeds import DEEDS, REACH, Deed, blocks_of, deed_of, unpack_deed
from promissory.reconciliation.expecting import find_overdue
from promissory.reconciliation.filing import AGGREGATES, PACTS, registers_of
from promissory.reconciliation.grading import grade
from promissory.reconciliation.linking import Tie, link_block, mirrored
from promissory.reconciliation.objecting import (
    double_count_of,
    find_contradictions,
    find_restatement,
    find_totals,
    repeat_of,
    rivalry_of,
)
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.registering import Registers
from promissory.reconciliation.shelving import LinkRow, Origin, Shelf
from promissory.reconciliation.sourcing import Sources
from promissory.reconciliation.weaving import Loom


@dataclass
class Changes:
    """What telling changed: entries that are new or other than they were, those that are no more, new links and findings of others."""

    loom: Loom
    entries: Iterable[Entry] = ()
    gone: Collection[str] = ()
    before: Collection[str] = ()
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    refound: dict[str, tuple[str, ...]] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    deeds: dict[str, Deed] = field(default_factory=dict)
    new_rows: set[LinkRow] = field(default_factory=set)
    old_rows: set[LinkRow] = field(default_factory=set)


def tell(loom: Loom, origins: Mapping[str, Origin], stirred: Collection[str] = ()) -> Changes:
    """What the woven groups change. `origins` are those of the added documents, and of `stirred` ones, which have another one now."""
    teller = _Teller(loom, loom.shelf, dict(origins))
    teller.widen(stirred)
    teller.look()
    teller.relink()
    teller.object()
    return teller.changes()


@dataclass
class _Teller:
    loom: Loom
    shelf: Shelf
    origins: dict[str, Origin]
    groups: dict[str, list[int]] = field(default_factory=dict)
    before: set[str] = field(default_factory=set)
    made: dict[str, Deed] = field(default_factory=dict)
    known_deeds: dict[str, Deed | None] = field(default_factory=dict)
    found: dict[str, Finding] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    new_rows: set[LinkRow] = field(default_factory=set)
    old_rows: set[LinkRow] = field(default_factory=set)
    counts: dict[str, Count] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known, self.gallery = self.loom.gallery.known, self.loom.gallery
        self.first_build, self.registers = self.loom.first_build, Registers(self.loom)
        self.groups = {self.loom.entry_of[members[0]]: members for members in self.loom.groups}
        self.before = {self.loom.home[claim] for members in self.loom.groups for claim in members if claim in self.loom.home}

    # which groups

    def widen(self, stirred: Collection[str]) -> None:
        """Tell anew also what has a document of another origin now, and the counts of agreements if any agreement changed."""
        if self.first_build:
            return
        if stirred:
            self._add_entries(self.registers.entries_of(self.loom.bring(number for _, number, _ in self.shelf.of_documents(stirred))))
        if any(self.gallery.kind(members[0]) == "agreement" for members in self.groups.values()):
            self._add_entries(self.registers.entries_of(self.loom.bring(self.shelf.members(AGGREGATES))))
        docs = {self.gallery.portrait(claim).doc for members in self.groups.values() for claim in members} - self.origins.keys()
        self._learn(docs)
        self._learn({origin.copy_of for origin in self.origins.values() if origin.copy_of} - self.origins.keys())

    def _learn(self, docs: Collection[str]) -> None:
        self.origins.update((doc, Origin(*origin)) for doc, origin in self.shelf.origins(docs).items())

    def _add_entries(self, entries: Collection[str]) -> None:
        """Tell entries anew whose groups are as they were."""
        fresh = [entry for entry in sorted(entries) if entry not in self.groups]
        for claim in self.loom.bring(self.shelf.of_entries(fresh)) if fresh else ():
            self.groups.setdefault(self.registers.entry_of(claim), []).append(claim)
        self.before.update(fresh)

    # what each tells

    def look(self) -> None:
        """Draw the deeds, and what is to be objected to in entries by themselves."""
        self.sources = Sources.of_origins(self.origins)
        for entry, members in self._told(self.groups):
            if entry.kind in DEEDS:
                self.made[entry.id] = deed_of(entry, members)
            self._find(finding for check in OWN_CHECKS for finding in check(entry, members))

    def _told(self, entries: Iterable[str]) -> Iterator[tuple[Entry, Sequence[Portrait]]]:
        """Entries, composed anew, with their claims in the order of their ids."""
        for entry in entries:
            members = self.gallery.portraits(sorted(self.groups[entry], key=self.gallery.ids.__getitem__))
            yield compose(entry, members, self.sources), members

    def _find(self, findings: Iterable[Finding]) -> None:
        self.found.update((finding.id, finding) for finding in findings)

    # how they hang together

    def relink(self) -> None:
        """The links that come and go with the deeds of the changed groups."""
        old = self._deeds(self.before)
        touched: dict[int, list[Deed]] = defaultdict(list)
        for deed in (*old.values(), *self.made.values()):
            for block in blocks_of(deed, self.known):
                touched[block].append(deed)
        for block in sorted(touched):
            self._relink_block(block, touched[block])

    def _relink_block(self, block: int, touched: Sequence[Deed]) -> None:
        places = sorted({deed.place for deed in touched})
        here = {deed.entry for deed in touched}
        near = self.shelf.deeds_around(block, places, 2 * REACH + len(places)) if not self.first_build else ()
        made = [self.made[entry] for entry in here if entry in self.made and (self.first_build or block in self._blocks(entry))]
        stretch = sorted([*made, *self._deeds(set(near) - self.before).values()], key=lambda deed: deed.place)
        wanted = {deed.entry for deed in stretch} if self.first_build else _near(stretch, places)
        rows = {(block, *tie) for tie in link_block(block, stretch, wanted, self.known)} if len(stretch) > 1 else set()
        before = set(self.shelf.links_in(block, wanted | here)) if not self.first_build else set()
        self.new_rows |= rows - before
        self.old_rows |= before - rows

    def _blocks(self, entry: str) -> list[int]:
        return blocks_of(self.made[entry], self.known)

    def _deeds(self, entries: Collection[str]) -> dict[str, Deed]:
        """Deeds of earlier builds."""
        asked = [entry for entry in entries if entry not in self.known_deeds]
        if asked:
            packed = self.shelf.deeds(asked)
            self.known_deeds.update((entry, unpack_deed(packed[entry]) if entry in packed else None) for entry in asked)
        return {entry: deed for entry in entries if (deed := self.known_deeds[entry]) is not None}

    def deed(self, entry: str) -> Deed | None:
        """The deed of an entry as it is now; none of one that is no more."""
        if entry in self.made or entry in self.before or self.first_build:
            return self.made.get(entry)
        return self._deeds([entry]).get(entry)

    # what is to be objected to

    def object(self) -> None:
        """Findings across entries, and what becomes of those of earlier builds."""
        owners = set(self.made) if self.first_build else self._owners()
        self.ties = self._ties(owners)
        for owner in sorted(owners):
            if deed := self.deed(owner):
                self._find(self._across(deed))
        if self.first_build:
            rivals, holders = self.registers.all_rivals(), set[str]()
        else:
            rivals, holders = self.registers.rivals_of(self.groups)
        self._find(rivalry_of(pair, figures) for pair, figures in sorted(rivals.items()))
        self._count()
        if not self.first_build:
            self._remove(owners, holders | self.before)

    def _owners(self) -> set[str]:
        """The entries of which something across entries may be found other than it was: by their links, or by a day of a new document."""
        owners = set(self.made) | self.before
        for _, source, kind, target in (*self.new_rows, *self.old_rows, *self.shelf.links_of(owners)):
            owners.add(target if kind == "fulfils" else source)
        return owners.union(self.registers.due_on_new_days())

    def _ties(self, entries: Collection[str]) -> dict[str, set[Tie]]:
        """The links from and to entries, by entry."""
        rows = self.new_rows if self.first_build else (set(self.shelf.links_of(entries)) - self.old_rows) | self.new_rows
        ties: dict[str, set[Tie]] = defaultdict(set)
        for _, source, kind, target in rows:
            ties[source].add((source, kind, target))
            ties[target].add((source, kind, target))
        return ties

    def _across(self, deed: Deed) -> Iterator[Finding]:
        """What is found of a commitment by its links and by the days of documents."""
        ties = sorted(self.ties.get(deed.entry, ()))
        mine = [(kind, target) for source, kind, target in ties if source == deed.entry]
        yield from (repeat_of(deed.entry, target) for kind, target in mine if kind == "restates")
        parts = [target for kind, target in mine if kind == "includes" and (part := self.deed(target)) and part.has_sum]
        if parts and deed.has_sum:
            yield double_count_of(deed.entry, parts)
        if deed.due and (later := self.registers.first_after(deed.due[0])):
            deliveries = [self.deed(source) for source, kind, target in ties if kind == "fulfils" and target == deed.entry]
            arrived = min([*deed.arrived, *(window for d in deliveries if d for window in d.arrived)], default=None)
            if arrived is None or arrived[1] > deed.due[0]:
                yield find_overdue(deed.entry, deed.due, arrived, later)

    def _count(self) -> None:
        """Aggregates held against the single agreements."""
        if self.first_build:
            pacts = {e: m for e, m in self.groups.items() if self.gallery.kind(m[0]) == "agreement"}
            aggregates = {e for e, m in pacts.items() if any((p.slot("count") or 1) > 1 for p in self.gallery.portraits(m))}
        else:
            aggregates = {e for e, m in self.groups.items() if any(AGGREGATES in registers_of(p) for p in self.gallery.portraits(m))}
            pacts = {}
            for claim in self.registers.claims_of(PACTS) if aggregates else ():
                pacts.setdefault(self.registers.entry_of(claim), []).append(claim)
        if aggregates:
            self._learn({self.gallery.portrait(claim).doc for members in pacts.values() for claim in members} - self.origins.keys())
            self.sources = Sources.of_origins(self.origins)
            told = [(compose(entry, members, self.sources), members) for entry, members in self._members(pacts)]
            self.counts = {count.entry.id: count for count in check_counts(told)}
            self._find(count.finding for count in self.counts.values() if count.finding)

    def _members(self, groups: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, list[Portrait]]]:
        for entry in sorted(groups):
            yield entry, self.gallery.portraits(sorted(groups[entry], key=self.gallery.ids.__getitem__))

    def _remove(self, owners: Collection[str], rivals: Collection[str]) -> None:
        """Find what was found of these entries, and of those that are told anew, and is found no more."""
        told = self.before | self.groups.keys()
        self.old = dict(self.shelf.findings_of({*owners, *rivals, *told}))
        for entry, records in self.old.items():
            for record in records:
                if _is_rivalry(record):
                    concerned = entry in rivals
                else:
                    concerned = record["about"][0] == entry and (entry in told or (entry in owners and _is_across(record)))
                if concerned and record["id"] not in self.found:
                    self.removed.add(record["id"])

    # the whole

    def changes(self) -> Changes:
        about: dict[str, set[str]] = defaultdict(set)
        for finding in self.found.values():
            for subject in finding.about:
                if subject.startswith("e_"):
                    about[subject].add(finding.id)
        changes = Changes(
            self.loom, gone=self.before - self.groups.keys(), before=self.before, findings=self.found, removed=self.removed,
            deeds=self.made, new_rows=self.new_rows, old_rows=self.old_rows,
        )  # fmt: skip
        if not self.first_build:
            self._patch(changes, about)
        ties = self.ties if self.first_build else self._ties(self.groups.keys())
        changes.entries = self._complete(about, ties)
        return changes

    def _patch(self, changes: Changes, about: dict[str, set[str]]) -> None:
        """New links and findings of entries that are otherwise as they were."""
        linked = {end for row in (*self.new_rows, *self.old_rows) for end in (row[1], row[3])} - set(changes.gone) - self.groups.keys()
        ties = self._ties(linked)
        changes.links = {entry: _links_of(entry, ties.get(entry, ())) for entry in sorted(linked)}
        old = {entry: {record["id"] for record in records} for entry, records in self.old.items()}
        concerned = {e for e, ids in old.items() if ids & self.removed} | set(about)
        missing = {about for records in self.old.values() for r in records if r["id"] in self.removed for about in r["about"]}
        concerned |= {entry for entry in missing if entry.startswith("e_")}
        more = self.shelf.findings_of(concerned - old.keys())
        old |= {entry: {record["id"] for record in records} for entry, records in more.items()}
        for entry in concerned | self.groups.keys():
            about[entry] = (about.get(entry, set()) | old.get(entry, set())) - self.removed
        rest = concerned - self.groups.keys() - set(changes.gone)
        changes.refound = {entry: tuple(sorted(about[entry])) for entry in sorted(rest) if about[entry] != old.get(entry, set())}

    def _complete(self, about: Mapping[str, Collection[str]], ties: Mapping[str, Collection[Tie]]) -> Iterator[Entry]:
        """The entries with links, findings and grades, in the order of their ids."""
        for entry, members in self._told(sorted(self.groups)):
            against = tuple(finding.message for finding in find_contradictions(entry, members))
            count = self.counts.get(entry.id)
            corroborated = (count.corroboration,) if count and count.corroboration else ()
            code, reasons = grade(entry.independent_sources, corroborated, against, self.sources.letter(members))
            found, links = tuple(sorted(about.get(entry.id, ()))), _links_of(entry.id, ties.get(entry.id, ()))
            yield replace(entry, links=links, findings=found, grade=code, grade_reasons=reasons)


OWN_CHECKS = (find_contradictions, find_restatement, find_totals)


def _links_of(entry: str, ties: Iterable[Tie]) -> tuple[Link, ...]:
    return tuple(Link(kind, target) for kind, target in sorted({(k, t) for source, k, t in mirrored(ties) if source == entry}))


def _near(stretch: Sequence[Deed], places: Iterable[Any]) -> set[str]:
    """The deeds of a stretch within REACH of places."""
    line, found = [deed.place for deed in stretch], set[str]()
    for place in places:
        at = bisect_left(line, place)
        found.update(deed.entry for deed in stretch[max(0, at - REACH - 1) : at + REACH + 1])
    return found


def _is_across(record: Mapping[str, Any]) -> bool:
    """Whether a finding follows from links or days of documents: other entries may change it though its own is as it was."""
    return record["kind"] == "overdue" or (record["kind"] in ("restated", "double_count") and record["about"][1].startswith("e_"))


def _is_rivalry(record: Mapping[str, Any]) -> bool:
    """Whether a finding holds two entries against each other for their figures."""
    return record["kind"] == "contradiction" and record["severity"] == "info" and len(record["about"]) == 2
