"""New claims are woven into the groups of earlier ones: only what they can reach is looked at, and the groups are those of all claims.

Four things can change when claims are added, each no further than its pairs go: which pairs meet in a block, which claims are certainly
of one thing, what the company of two documents adds to a pair, and the groups themselves.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from promissory.reconciliation.blocking import NEIGHBOURS, WHOLE, Blocks, Keys, keys_of
from promissory.reconciliation.chaining import Numbers
from promissory.reconciliation.clustering import CLEAR, Held, group, homes_of, homes_of_all, meet
from promissory.reconciliation.company import weigh_company
from promissory.reconciliation.filing import registers_of
from promissory.reconciliation.gallery import Facts, Gallery
from promissory.reconciliation.naming import name_group
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.reaching import Reach
from promissory.reconciliation.shelving import PairRow, Shelf
from promissory.reconciliation.touching import Touched, pair_of, pushed_apart

#: A document by its id or by its number in the gallery.
Doc = TypeVar("Doc", int, str)
#: The certain group of a claim that is alone in it.
ALONE = -1


def weave(gallery: Gallery, shelf: Shelf, added: Iterable[Portrait]) -> Loom:
    """Hang the added portraits in an empty gallery, and make the groups that they change."""
    loom = Loom(gallery, shelf)
    for portrait in added:
        loom.hang(portrait)
    loom.meet()
    loom.regroup_certain()
    loom.weigh()
    loom.regroup()
    return loom


@dataclass
class Loom:
    """The claims that weaving looks at: the `added` first ones of the gallery, and those of the shelf that it asked for.

    `numbers` are their numbers for good, `registers` what the added ones are looked up by across entries. In the end `groups` are the
    groups that are new or other than they were, `entry_of` the entries of all their claims, `gone` the entries that are no more.
    `weighed` are the places in `held` of pairs that are new or weigh otherwise, `lost` those of pairs that meet no more, `regrouped` the
    earlier claims whose certain group is another. `was` is what those pairs weighed before: score, things in common.
    """

    gallery: Gallery
    shelf: Shelf
    held: Held = field(default_factory=Held)
    keys: Keys = field(default_factory=Keys)
    numbers: array[int] = field(default_factory=lambda: array("q"))
    certain: array[int] = field(default_factory=lambda: array("q"))
    home: dict[int, str] = field(default_factory=dict)
    here: dict[int, int] = field(default_factory=dict)
    paired: set[int] = field(default_factory=set)
    beside: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    known_pairs: dict[tuple[int, int], int] = field(default_factory=dict)
    measured: dict[int, float] = field(default_factory=dict)
    strengths: array[float] = field(default_factory=lambda: array("d"))
    seen_keys: dict[int, frozenset[int]] = field(default_factory=dict)
    regrouped: list[int] = field(default_factory=list)
    lost: Sequence[int] = ()
    was: dict[int, tuple[float, int]] = field(default_factory=dict)
    weighed: Sequence[int] = ()
    registers: Keys = field(default_factory=Keys)
    groups: list[list[int]] = field(default_factory=list)
    entry_of: dict[int, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    added: int = 0
    new_pairs: int = 0

    def __post_init__(self) -> None:
        self.first_build = self.shelf.newest == 0
        self.label = self.shelf.label

    def hang(self, portrait: Portrait) -> None:
        self.gallery.hang(portrait)
        self.keys.add(keys_of(portrait))
        self.registers.add(registers_of(portrait))
        self.numbers.append(self.shelf.newest + self.added)
        self.certain.append(ALONE)
        self.added += 1

    def bring(self, numbers: Iterable[int]) -> list[int]:
        """Claims of the shelf by their numbers for good; where they are in the gallery."""
        wanted = list(numbers)
        for number, packed, certain, home, facts in self.shelf.hung({number for number in wanted if number not in self.here}):
            self.here[number] = at = self.gallery.hang_packed(Facts._make(facts), packed)
            self.numbers.append(number)
            self.certain.append(certain)
            self.home[at] = home
        return [self.here[number] for number in wanted]

    def days(self) -> Iterator[tuple[str, int]]:
        """The added documents that have claims and name their day, claim by claim, with the day."""
        docs = list(self.gallery.doc_of)
        told = zip(islice(self.gallery.docs, self.added), self.gallery.days, strict=False)
        return ((docs[doc], day) for doc, day in told if day)

    # which pairs meet

    def meet(self) -> None:
        """Hold the pairs of added claims that meet, and drop those that met and are now too far apart."""
        blocks, touched = Blocks(), self._touched()
        for claim in self.gallery.in_line(range(len(self.gallery))):
            blocks.add(claim, self.keys[claim] if claim < self.added else touched.blocks_of(claim))
        blocks.sizes = touched.sizes
        for claim, later in blocks.followers():
            if claim >= self.added:
                later = [other for other in later if other < self.added]
            for other, score in meet(self.gallery, claim, later):
                self._hold(claim, other, score)
        self.new_pairs = len(self.held)
        if not self.first_build:
            self._drop(touched)

    def _touched(self) -> Touched:
        """The blocks of added claims, with those claims of the shelf that stand near them there."""
        touched = Touched()
        if self.first_build:
            return touched
        for claim in range(self.added):
            for key in self.keys[claim]:
                touched.new[key].append(claim)
        near: dict[int, Collection[int]] = {}
        for key, claims in touched.new.items():
            size, near[key] = self.shelf.around(key, [self.gallery.place(claim) for claim in claims], NEIGHBOURS, WHOLE)
            touched.sizes[key] = size + len(claims)
        self.bring(chain.from_iterable(near.values()))  # all at once: most are near others in several blocks
        for key, numbers in near.items():
            touched.old[key] = self.bring(numbers)
            for claim in touched.old[key]:
                touched.keys[claim].append(key)
        return touched

    def _hold(self, one: int, other: int, score: float, shared: int = 0) -> None:
        if not self.first_build:
            self.known_pairs[pair_of(one, other)] = len(self.held)
            self.beside[one].append((other, len(self.held)))
            self.beside[other].append((one, len(self.held)))
        self.held.add(one, other, score, shared)

    def _drop(self, touched: Touched) -> None:
        """Drop the pairs of earlier claims that added ones have pushed apart wherever they met."""
        pushed: dict[tuple[int, int], set[int]] = defaultdict(set)
        for key, size in touched.sizes.items():
            if size > WHOLE:
                line = self.gallery.in_line([*touched.old[key], *touched.new[key]])
                for pair in pushed_apart(line, self.added, size - len(touched.new[key]) <= WHOLE):
                    pushed[pair].add(key)
        self._take(list(self.shelf.pairs_of({pair_of(self.numbers[one], self.numbers[other]) for one, other in pushed})))
        held = [pair for pair in sorted(pushed) if pair in self.known_pairs]
        self.lost = [self.known_pairs[pair] for pair in held if not self._meets(*pair, pushed[pair], touched)]
        self.was = {at: (self.held.scores[at], self.held.shared[at]) for at in self.lost}
        for at in self.lost:
            self.held.drop(at)

    def _meets(self, one: int, other: int, apart: Collection[int], touched: Touched) -> bool:
        """Whether two earlier claims still meet in some block but those in which they are known to be apart."""
        place, others = sorted((self.gallery.place(one), self.gallery.place(other)))
        for key in (self._keys_of(one) & self._keys_of(other)).difference(apart):
            new = touched.new.get(key, ())
            if key not in touched.sizes:
                touched.sizes[key] = self.shelf.size(key, WHOLE + 1)
            if touched.sizes[key] <= WHOLE:
                return True
            between = sum(place < self.gallery.place(claim) < others for claim in new)
            if between + self.shelf.between(key, place, others, NEIGHBOURS) < NEIGHBOURS:
                return True
        return False

    def _keys_of(self, claim: int) -> frozenset[int]:
        """The blocks of an earlier claim."""
        if claim not in self.seen_keys:
            self.seen_keys[claim] = frozenset(keys_of(self.gallery.portrait(claim)))
        return self.seen_keys[claim]

    # what pairs reach

    def load(self, claims: Collection[int]) -> None:
        """Hold the pairs of earlier claims that have a say in groups, as far as they are not held yet."""
        fresh = [claim for claim in claims if claim >= self.added and claim not in self.paired]
        self.paired.update(fresh)
        if fresh:
            self._take(list(self.shelf.pairs([self.numbers[claim] for claim in fresh], near=True)))

    def _take(self, rows: Collection[PairRow]) -> None:
        """Hold pairs of the shelf that are not held yet."""
        self.bring({number for row in rows for number in row[:2]})
        here, known = self.here, self.known_pairs
        for one, other, score, shared in rows:
            ends = here[one], here[other]
            if pair_of(*ends) not in known:
                self._hold(*ends, score, shared)

    def _spread(self, seeds: Collection[int], company: bool) -> tuple[Collection[int], Numbers]:
        """The claims whose group may be another if pairs of the seeds have changed, with the component of each claim that is here."""
        if self.first_build:
            return range(self.added), homes_of_all(self.gallery, self.held, company)
        self.load(seeds)
        self.strengths = array("d")
        before, now = Reach(self.load, partial(self._joined_before, company)), Reach(self.load, partial(self._joined, company))
        claims = set[int]().union(*now.components(seeds))
        # what hung together before and does not now has lost a pair, whose ends are seeds, or is of more than a crowd
        cut = [claim for claim in seeds if claim >= self.added and now.is_cut(claim)]
        claims = claims.union(*before.components(cut))
        components = list(now.components(claims))
        return list(chain.from_iterable(components)), homes_of(components, len(self.gallery))

    def _joined(self, company: bool, claim: int, steps: int) -> list[int]:
        """The claims that one is paired with by a pair that is better than enough by so many steps."""
        strengths = self._strengths(company)
        return [other for other, at in self.beside[claim] if strengths[at] >= steps]

    def _joined_before(self, company: bool, claim: int, steps: int) -> list[int]:
        """The same as it was in the last build: without new pairs, with those that are lost, weighed as they were."""
        held, was = self.held, self.was
        pairs = [(other, at) for other, at in self.beside[claim] if at >= self.new_pairs]
        return [other for other, at in pairs if held.strength(at, self.gallery, company, was.get(at)) >= steps]

    def _strengths(self, company: bool) -> array[float]:
        """By how many steps each pair is better than enough, worked out once for those that are held by now."""
        told = self.strengths
        told.extend(self.held.strength(at, self.gallery, company) for at in range(len(told), len(self.held)))
        return told

    def _ends(self, pairs: Iterable[int]) -> set[int]:
        return {end for at in pairs for end in (self.held.firsts[at], self.held.seconds[at])}

    def _seeds(self, company: bool) -> set[int]:
        """Where groups may change: at added claims, at those whose rivals they are, and at those that lost a pair that had a say."""
        if self.first_build:
            return set()
        rivals = self._ends(at for at in range(self.new_pairs) if self.held.rivals(at, self.gallery, company))
        return {*range(self.added), *rivals, *self._ends(at for at in self.lost if self._had_a_say(at, company))}

    def _had_a_say(self, lost: int, company: bool) -> bool:
        """Whether a pair joined claims, was nearly enough for that, or was helped by company: any other weighs the same when not held."""
        score, shared = self.was[lost]
        return score >= self.gallery.enough(self.held.firsts[lost]) - CLEAR or (company and shared > 0)

    # the groups

    def regroup_certain(self) -> None:
        """Make the certain groups anew where they may change; a group that goes on keeps its number."""
        claims, homes = self._spread(self._seeds(company=False), company=False)
        before = {} if self.first_build else {claim: self.certain[claim] for claim in claims}
        given: set[int] = set()
        for members in group(self.gallery, self.held, homes, claims, company=False, measured=self._measured()):
            label = ALONE
            if len(members) > 1:
                old = {before.get(member, ALONE) for member in members} - given - {ALONE}
                label = min(old) if old else self._fresh()
                given.update(() if self.first_build else (label,))
            for member in members:
                self.certain[member] = label
        self.regrouped = [claim for claim in before if before[claim] != self.certain[claim]]

    def _measured(self) -> dict[int, float] | None:
        """The scores that were measured so far; of the claims of a first build none is kept beyond its component."""
        return None if self.first_build else self.measured

    def _fresh(self) -> int:
        """A number that no certain group has had yet."""
        self.label += 1
        return self.label - 1

    def weigh(self) -> None:
        """Set what company adds to pairs, where it may have changed."""
        docs = self.gallery.docs
        if self.first_build:
            weigh_company(self.gallery, self.held, _told((docs[n], label) for n, label in enumerate(self.certain)))
            return
        changed = {*(docs[claim] for claim in (*range(self.added), *self.regrouped)), *self._parted()}
        names = list(self.gallery.doc_of)
        mine = self.bring(number for _, number, _ in self.shelf.of_documents([names[doc] for doc in changed]))
        self.load(mine)
        told = self._told_with({*range(self.added), *mine})
        self._take(self._pairs_across(mine, told))
        shared = self.held.shared[:]
        by_place = {place: told[doc] for doc, place in self.gallery.doc_of.items() if doc in told}
        self.weighed = weigh_company(self.gallery, self.held, by_place, changed)
        self.was.update((at, (self.held.scores[at], shared[at])) for at in self.weighed)

    def _parted(self) -> set[int]:
        """The documents that lost a pair and certainly tell of the same things: another pair of theirs may be the clear best now."""
        docs = self.gallery.docs
        parted = {(docs[self.held.firsts[at]], docs[self.held.seconds[at]]) for at in self.lost}
        told = self._told_by({doc for pair in parted for doc in pair})
        return {doc for pair in parted if not told[pair[0]].isdisjoint(told[pair[1]]) for doc in pair}

    def _told_with(self, claims: Collection[int]) -> dict[str, set[int]]:
        """What documents certainly tell of, of that which these claims are of, by the ids of the documents."""
        labels = {self.certain[claim] for claim in claims} - {ALONE}
        earlier = ((doc, label) for doc, number, label in self.shelf.of_certain(labels) if number not in self.here)
        names = list(self.gallery.doc_of)
        here = ((names[doc], label) for doc, label in zip(self.gallery.docs, self.certain, strict=True) if label in labels)
        return _told([*earlier, *here])

    def _pairs_across(self, claims: Collection[int], told: Mapping[str, Set[int]]) -> list[PairRow]:
        """The pairs of earlier claims with others whose document tells of the same, those that had no say so far."""
        names = list(self.gallery.doc_of)
        mine = [self.numbers[claim] for claim in claims if names[self.gallery.docs[claim]] in told]
        rows = list(self.shelf.pairs(mine, near=False))
        doc_of = {number: names[self.gallery.docs[claim]] for number, claim in self.here.items()}
        doc_of |= {number: doc for doc, number, _ in self.shelf.of_numbers({end for row in rows for end in row[:2]} - doc_of.keys())}
        docs = ((row, told.get(doc_of[row[0]]), told.get(doc_of[row[1]])) for row in rows)
        return [row for row, one, other in docs if one and other and not one.isdisjoint(other)]

    def _told_by(self, docs: Collection[int]) -> dict[int, set[int]]:
        """What documents certainly tell of, and all added ones."""
        names = list(self.gallery.doc_of)
        labels = [(self.gallery.doc_of[doc], self.certain[at] if (at := self.here.get(number)) is not None else label)
                  for doc, number, label in self.shelf.of_documents([names[doc] for doc in docs])]  # fmt: skip
        return _told([*labels, *((self.gallery.docs[claim], self.certain[claim]) for claim in range(self.added))])

    def regroup(self) -> None:
        """Make the groups anew where they may have changed."""
        claims, homes = self._spread({*self._seeds(company=True), *self._ends(self.weighed)}, company=True)
        before = Counter(self.home[claim] for claim in claims if claim in self.home)
        made = group(self.gallery, self.held, homes, claims, company=True, measured=self._measured())
        self.groups = [members for members in made if not self._is_as_before(members, before)]
        for members in self.groups:
            self.entry_of.update(dict.fromkeys(members, name_group(map(self.gallery.order, members))))
        self.gone = {self.home[claim] for members in self.groups for claim in members if claim in self.home} - set(self.entry_of.values())
        self.weighed = range(len(self.held)) if self.first_build else sorted({*range(self.new_pairs), *self.weighed})

    def _is_as_before(self, members: list[int], before: Mapping[str, int]) -> bool:
        """Whether a group has no added member and lost none; `before` says how many claims an entry had."""
        old = {self.home.get(member) for member in members}
        home = old.pop()
        return home is not None and not old and before[home] == len(members)


def _told(labels: Iterable[tuple[Doc, int]]) -> dict[Doc, set[int]]:
    """Document → the certain groups that it tells of."""
    told: dict[Doc, set[int]] = defaultdict(set)
    for doc, label in labels:
        if label != ALONE:
            told[doc].add(label)
    return told
