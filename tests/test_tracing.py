"""New texts change the copies and retellings of earlier ones as if all had been held against each other at once."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator
from itertools import product

import pytest

from promissory.reconciliation import add_texts, copies, tracing
from promissory.reconciliation.calendar_windows import Window, gap
from promissory.reconciliation.copies import CopyText, Kindred, Tie, find_near_copies, find_retellings, laid
from promissory.reconciliation.neighbouring import pairs_in_time
from promissory.reconciliation.retelling import RETOLD
from promissory.reconciliation.signing import stems_of
from promissory.reconciliation.tracing import CopyChanges

WORDS = ["".join(parts) for parts in product("bdfgklmnprst", ("al", "er", "in", "ov", "un"), ("ka", "mo", "ti", "ze"))]


class Held:
    """A shelf of texts in memory."""

    def __init__(self) -> None:
        self.held: dict[str, CopyText] = {}
        self.ties: set[Tie] = set()

    def take(self, documents: Iterable[CopyText], changes: CopyChanges) -> None:
        assert changes.untied <= self.ties
        self.held.update((document.id, document) for document in documents)
        self.ties = self.ties - changes.untied | changes.ties

    def marked(self, mark: int, most: int) -> list[str]:
        return sorted(document.place for document in self.held.values() if mark in document.marks)[:most]

    def marked_after(self, mark: int, place: str) -> list[str]:
        return [other for other in self.marked(mark, len(self.held)) if other > place]

    def near_in_time(self, window: Window | None, days: int) -> list[str]:
        return [d.id for d in self.held.values() if not window or not d.window or gap(window, d.window) <= days]

    def tied(self, docs: Collection[str]) -> list[Tie]:
        return [tie for tie in self.ties if tie[0] in docs or tie[1] in docs]

    def texts(self, docs: Collection[str]) -> Iterator[tuple[str, bytes, str | None, str | None]]:
        for document in map(self.held.__getitem__, docs):
            yield document.id, document.signature, document.publisher, document.published


def crowd(seed: int, number: int) -> list[CopyText]:
    """Texts of which many are copies or retellings of others, and all have the same lines at their end."""
    chance = random.Random(seed)
    footer = " ".join(random.Random(1).choices(WORDS, k=25))
    stories = [[" ".join(chance.choices(WORDS, k=9)) for _ in range(8)] for _ in range(max(1, number // 5))]
    return [_told(at, chance.choice(stories), footer, chance) for at in range(number)]


def _told(at: int, story: list[str], footer: str, chance: random.Random) -> CopyText:
    lines = [line for line in story if chance.random() < 0.85] + [" ".join(chance.choices(WORDS, k=9)) for _ in range(chance.randrange(3))]
    day = chance.choice([None, *(f"2024-05-{1 + chance.randrange(9):02}" for _ in range(6))])
    return CopyText.of(f"d{at:03}", ". ".join([*lines, footer]), chance.choice([None, "Reuters", "Bulletin"]), day)


@pytest.mark.parametrize("first", [1, 2, 64])
@pytest.mark.parametrize("seed", range(4))
def test_in_any_number_of_steps_and_any_order_the_copies_are_the_same(monkeypatch: pytest.MonkeyPatch, seed: int, first: int) -> None:
    for module in (copies, tracing):
        monkeypatch.setattr(module, "FIRST", first)
    told, chance = crowd(seed, 40), random.Random(seed)
    chance.shuffle(told)
    shelf, findings, sources = Held(), dict[str, object](), dict[str, str]()
    told = laid(told)  # wherever their signatures are
    while told:
        step, told = told[: (size := chance.randrange(1, 9))], told[size:]
        changes = add_texts(step, shelf)
        findings = {key: finding for key, finding in findings.items() if key not in changes.removed}
        findings |= {finding.id: finding for finding in changes.findings}
        sources.update(changes.sources)
        shelf.take(step, changes)
    every = list(shelf.held.values())
    assert findings == {finding.id: finding for finding in (*find_near_copies(every), *find_retellings(every))}
    assert sources == Kindred.of(every).sources
    assert shelf.ties == Kindred.of(every).ties()


def test_what_very_many_share_is_held_against_the_first_of_them_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "FIRST", 3)
    chance, footer = random.Random(5), " ".join(WORDS[:60])
    texts = [CopyText.of(f"d{n:03}", f"{footer} {' '.join(chance.choices(WORDS, k=12))}", "Bulletin", "2024-05-01") for n in range(50)]
    assert len(list(copies._sharing(texts))) <= 50 * 3 * copies.MARKS
    assert {frozenset((one.id, other.id)) for one, other in copies._sharing(texts[:4])} == {
        frozenset((one.id, other.id)) for n, one in enumerate(texts[:4]) for other in texts[:n]
    }


@pytest.mark.parametrize("seed", range(3))
def test_the_bound_on_kinship_passes_over_no_kin(seed: int) -> None:
    chance = random.Random(seed)
    others = [
        CopyText.of(f"o{n}", " ".join(word + chance.choice("bdfgklmnprst") for word in chance.sample(WORDS, 90)), None, "2024-05-04")
        for n in range(30)
    ]
    dated = [document for document in (*crowd(seed, 60), *others) if document.window]
    texts = sorted(dated, key=lambda document: (document.window or copies.ALWAYS, document.id))
    appeared = [document.window or copies.ALWAYS for document in texts]
    found = set(pairs_in_time(appeared, lambda at: stems_of(texts[at].signature), copies.DAYS))
    near = [(one, other) for other in range(len(texts)) for one in range(other) if copies._gap(texts[one], texts[other]) <= copies.DAYS]
    kin = {(one, other) for one, other in near if copies._kinship(texts[one], texts[other]) >= RETOLD}
    assert kin
    assert kin <= found
    apart = [pair for pair in near if texts[pair[0]] in others and texts[pair[1]] in others]
    assert len(found.intersection(apart)) < len(apart) / 4
