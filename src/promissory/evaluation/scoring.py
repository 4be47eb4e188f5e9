"""Found, right, slots and grounded: gold claims and extracted ones paired, and the figures that follow.

- grounded: share of evidence quotes that stand in the text, white space and the form of quotation marks aside
- found: F1 of claims of the same kind whose evidence overlaps by half of the shorter
- right: F1 of those found with the right status and parties
- core: the same two over the kinds that the ledger exists for
- slots: share of the slots that gold fixes on found claims that are right
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from promissory.evaluation.agreeing import SLOTS, parties_agree, slot_agrees
from promissory.evaluation.gold import GoldClaim, GoldDocument

CORE = frozenset({"need", "commitment", "agreement", "meeting", "initiative", "condition", "tenure"})
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"})
Record = Mapping[str, Any]
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1, to three digits."""

    p: float
    r: float
    f1: float

    def to_record(self) -> dict[str, float]:
        return {"p": self.p, "r": self.r, "f1": self.f1}


@dataclass(frozen=True, slots=True)
class Fault:
    """A claim that was missed (`miss`), is too many (`extra`) or has something wrong (`slots`)."""

    what: str
    doc: str
    kind: str
    note: str
    quote: str


@dataclass
class Tally:
    """Counts of one kind: pairs found, pairs right, claims, gold claims."""

    found: int = 0
    right: int = 0
    claims: int = 0
    gold: int = 0


@dataclass
class Score:
    """All figures of an evaluation, with the faults they come from."""

    documents: int = 0
    quotes: int = 0
    standing: int = 0
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    slots: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    faults: list[Fault] = field(default_factory=list)

    def rate(self, name: str, kinds: Iterable[str] | None = None) -> Rate:
        """The rate of `found` or `right` over some kinds, or all."""
        tallies = [self.kinds[kind] for kind in (self.kinds if kinds is None else set(kinds) & set(self.kinds))]
        return _rate(sum(getattr(t, name) for t in tallies), sum(t.claims for t in tallies), sum(t.gold for t in tallies))

    def to_record(self) -> dict[str, Any]:
        """The figures as JSON."""
        return {
            "documents": self.documents,
            "gold": sum(t.gold for t in self.kinds.values()),
            "claims": sum(t.claims for t in self.kinds.values()),
            "grounded": round(self.standing / self.quotes, 4) if self.quotes else 0.0,
            "found": self.rate("found").to_record(),
            "right": self.rate("right").to_record(),
            "core_found": self.rate("found", CORE).to_record(),
            "core_right": self.rate("right", CORE).to_record(),
            "slots": round(sum(s[0] for s in self.slots.values()) / max(1, sum(s[1] for s in self.slots.values())), 3),
            "by_slot": {name: f"{right}/{all_}" for name, (right, all_) in sorted(self.slots.items())},
            "by_kind": {kind: self._kind(kind) for kind in sorted(self.kinds, key=lambda kind: -self.kinds[kind].gold)},
        }

    def _kind(self, kind: str) -> dict[str, Any]:
        tally = self.kinds[kind]
        return {
            "gold": tally.gold,
            "claims": tally.claims,
            "found": self.rate("found", [kind]).f1,
            "right": self.rate("right", [kind]).f1,
        }


def score(gold: Sequence[GoldDocument], claims: Iterable[Record], texts: Mapping[str, str]) -> Score:
    """The score of claim records against gold. `texts` maps each gold document's name to its text.

    A claim belongs to the document whose name its `source`, or else its `doc`, ends in; the others are left out.
    """
    total = Score(documents=len(gold))
    found = by_document([document.name for document in gold], claims)
    for document in gold:
        _score_document(document, found[document.name], _squash(texts[document.name]), total)
    return total


def pair(document: GoldDocument, claims: Sequence[Record], text: str) -> dict[int, int]:
    """Number of a gold claim → number of the claim that is it, best fits in parties, status and slots first."""
    gold_spans, spans = _places(document, claims, text)
    return _pair(document.claims, gold_spans, claims, spans)


def mark(document: GoldDocument, claims: Sequence[Record], text: str) -> list[str]:
    """What each claim of one document is against gold: `right`, `found` (status or parties differ), `optional` or `extra`."""
    gold_spans, spans = _places(document, claims, text)
    pairs = {j: i for i, j in _pair(document.claims, gold_spans, claims, spans).items()}
    marks = []
    for n, claim in enumerate(claims):
        gold = document.claims[pairs[n]] if n in pairs else None
        if gold is None:
            marks.append("optional" if _excused(document.claims, gold_spans, claim, spans[n]) else "extra")
        elif gold.optional:
            marks.append("optional")
        else:
            marks.append("right" if _status_agrees(gold, claim) and parties_agree(gold, claim) else "found")
    return marks


def told_in(document: GoldDocument, spans: Sequence[tuple[int, int]], text: str) -> list[list[GoldClaim]]:
    """The gold claims whose evidence each of some spans of the text shares by half of the shorter."""
    written = list(accumulate((not character.isspace() for character in text), initial=0))
    squashed = _squash(text)
    placed = [(claim, _locate(claim.quotes, squashed)) for claim in document.claims]
    return [[claim for claim, at in placed if _overlap([(written[a], written[b])], at)] for a, b in spans]


def _places(document: GoldDocument, claims: Sequence[Record], text: str) -> tuple[list[Spans], list[Spans]]:
    """Where the quotes of the gold claims and of the claims stand in the squashed text."""
    squashed = _squash(text)
    gold_spans = [_locate(gold.quotes, squashed) for gold in document.claims]
    return gold_spans, [_locate([span["quote"] for span in claim["evidence"]], squashed) for claim in claims]


def by_document(names: Sequence[str], claims: Iterable[Record]) -> dict[str, list[Record]]:
    """Document name → the claims whose `source`, or else `doc`, ends in it."""
    found: dict[str, list[Record]] = defaultdict(list)
    for claim in claims:
        ends = (name for key in ("source", "doc") for name in names if str(claim.get(key, "")).endswith(name))
        if (name := next(ends, None)) is not None:
            found[name].append(claim)
    return found


def _score_document(document: GoldDocument, claims: Sequence[Record], text: str, total: Score) -> None:
    spans = [_locate([span.get("quote", "") for span in claim.get("evidence", ())], text) for claim in claims]
    total.quotes += sum(len(claim.get("evidence", ())) or 1 for claim in claims)
    total.standing += sum(map(len, spans))
    gold_spans = [_locate(gold.quotes, text) for gold in document.claims]
    pairs = _pair(document.claims, gold_spans, claims, spans)
    _count_gold(document, claims, pairs, total)
    excused = {pairs[n] for n in pairs if document.claims[n].optional}
    excused |= {n for n, claim in enumerate(claims) if n not in pairs.values() and _excused(document.claims, gold_spans, claim, spans[n])}
    for n, claim in enumerate(claims):
        if n not in excused:
            total.kinds[str(claim.get("kind"))].claims += 1
            if n not in pairs.values():
                total.faults.append(_extra(document.name, claim))


def _pair(gold: Sequence[GoldClaim], gold_spans: Sequence[Spans], claims: Sequence[Record], spans: Sequence[Spans]) -> dict[int, int]:
    """Gold claim → the claim that is it, the best fitting pairs first."""
    fits = [
        (-_fit(wanted, claim), i, j)
        for i, wanted in enumerate(gold)
        for j, claim in enumerate(claims)
        if wanted.kind == claim.get("kind") and _overlap(gold_spans[i], spans[j])
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(fits):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _fit(gold: GoldClaim, claim: Record) -> int:
    slots = sum(slot_agrees(name, gold.slots[name], claim.get(name)) for name in SLOTS if name in gold.slots)
    return 4 * parties_agree(gold, claim) + 2 * _status_agrees(gold, claim) + slots - gold.optional


def _status_agrees(gold: GoldClaim, claim: Record) -> bool:
    return claim.get("status") in gold.statuses


def _count_gold(document: GoldDocument, claims: Sequence[Record], pairs: Mapping[int, int], total: Score) -> None:
    for n, gold in enumerate(document.claims):
        if gold.optional:
            continue
        tally = total.kinds[gold.kind]
        tally.gold += 1
        if n not in pairs:
            total.faults.append(Fault("miss", document.name, gold.kind, f"{'|'.join(gold.statuses)} {dict(gold.parties)}", gold.quotes[0]))
            continue
        claim = claims[pairs[n]]
        tally.found += 1
        _count_slots(document.name, gold, claim, total)
        wrong = [*_wrong_sides(gold, claim)]
        tally.right += not wrong
        total.faults.extend(Fault("slots", document.name, gold.kind, note, gold.quotes[0]) for note in wrong)


def _wrong_sides(gold: GoldClaim, claim: Record) -> Iterator[str]:
    """What keeps a claim that was found from being right."""
    if not _status_agrees(gold, claim):
        yield f"status: gold {'|'.join(gold.statuses)!r}, claim {claim.get('status')!r}"
    if not parties_agree(gold, claim):
        yield f"parties: gold { {role: list(ids) for role, ids in gold.parties.items()} }, claim {claim.get('parties')}"


def _count_slots(name: str, gold: GoldClaim, claim: Record, total: Score) -> None:
    for slot in SLOTS:
        if slot in gold.slots:
            agrees = slot_agrees(slot, gold.slots[slot], claim.get(slot))
            total.slots[slot][0] += agrees
            total.slots[slot][1] += 1
            if not agrees:
                note = f"{slot}: gold {gold.slots[slot]!r}, claim {claim.get(slot)!r}"
                total.faults.append(Fault("slots", name, gold.kind, note, gold.quotes[0]))


def _excused(gold: Sequence[GoldClaim], gold_spans: Sequence[Spans], claim: Record, spans: Spans) -> bool:
    """Whether a claim touches the evidence of an optional one of its kind: neither right nor wrong."""
    return any(
        wanted.optional and wanted.kind == claim.get("kind") and any(_common(a, b) > 0 for a in gold_spans[n] for b in spans)
        for n, wanted in enumerate(gold)
    )


def _extra(name: str, claim: Record) -> Fault:
    quote = (claim.get("evidence") or [{}])[0].get("quote", "")
    return Fault("extra", name, str(claim.get("kind")), f"{claim.get('status')} {claim.get('parties')}", quote)


def _squash(text: str) -> str:
    """Text without white space and with plain marks: a quote is found whatever cleaning did to the lines."""
    return re.sub(r"\s+", "", text.translate(PLAIN))


def _locate(quotes: Iterable[str], text: str) -> Spans:
    """Where the quotes stand in a squashed text; those that do not are left out."""
    squashed = [_squash(quote) for quote in quotes]
    return [(at, at + len(quote)) for quote in squashed if quote and (at := text.find(quote)) >= 0]


def _overlap(some: Spans, others: Spans) -> bool:
    return any(_common(a, b) >= 0.5 * min(a[1] - a[0], b[1] - b[0]) for a in some for b in others)


def _common(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _rate(hits: int, claims: int, gold: int) -> Rate:
    p, r = hits / claims if claims else 0.0, hits / gold if gold else 0.0
    return Rate(round(p, 3), round(r, 3), round(2 * p * r / (p + r), 3) if p + r else 0.0)
