"""What a claim whose slots name no goods may be about: the goods its words name, and the thing that "the system" goes back to.

It serves comparing alone: no hint ever becomes the value of a slot.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from promissory.reconciliation.figuring import goods_in
from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.weighing import same_breath

#: Kinds that are about goods and sums, with the role of the party that goods belong to.
OWNERS = {"commitment": "donor", "need": "needs"}
#: Kinds that may be of a framework.
SCHEMED = ("initiative", "commitment")
PROMISES = frozenset({"pledged", "committed", "allocated"})
#: Characters between two sentences that follow each other.
NEXT = 3
#: A definite thing named before, or one of a series ("a third system").
THING = (
    r"\b(?:systems?|weapons?|aircraft|jets?|planes?|batter(?:y|ies)|units?|equipment|shipments?|deliver(?:y|ies)|vehicles?|tanks?|"
    r"missiles?|guns?|launchers?)\b"
)
BACK = re.compile(rf"\b(?:the|this|that|these|those|both|first|second|third|fourth|fifth)\s+(?:[\w.-]+\s+)?{THING}", re.I)
NAMED = re.compile(THING, re.I)


def hint(portraits: Iterable[Portrait], known: Knowledge) -> list[Portrait]:
    """The portraits in their order, with the goods of those whose slots name none, and the frameworks that are named in short."""
    portraits = list(portraits)
    docs: dict[str, list[Portrait]] = defaultdict(list)
    for portrait in portraits:
        docs[portrait.doc].append(portrait)
    hinted: dict[str, Portrait] = {}
    for told in docs.values():
        named = _with_schemes(told, known)
        hinted |= {p.id: p for p in (*named, *_hint_within([p for p in named if p.kind in OWNERS], known))}
    return [hinted[p.id] for p in portraits]


def _with_schemes(told: Sequence[Portrait], known: Knowledge) -> list[Portrait]:
    """The claims of one document; "the Facility" is the one that other words of it name in full."""
    short: dict[str, frozenset[str]] = defaultdict(frozenset)
    for name, schemes in (pair for p in told if p.schemes for pair in known.short_schemes_in(p.text).items()):
        short[name] |= schemes
    calls = [(re.compile(rf"\b[Tt]he {re.escape(name)}\b"), schemes) for name, schemes in sorted(short.items()) if len(schemes) == 1]
    return [_with_scheme(p, calls) if p.kind in SCHEMED and not p.schemes else p for p in told]


def _with_scheme(p: Portrait, calls: Sequence[tuple[re.Pattern[str], frozenset[str]]]) -> Portrait:
    schemes = frozenset().union(*(schemes for call, schemes in calls if call.search(p.text)))
    return replace(p, schemes=schemes) if schemes else p


def is_silent(p: Portrait) -> bool:
    """Whether a claim names no sum and no goods but the vaguest ("weapons", without a number)."""
    if p.amount is not None or len(p.items) > 1:
        return False
    return all(count in (None, 1) and len(p.broader[item]) == 1 for item, count in p.items.items())


def _hint_within(told: Sequence[Portrait], known: Knowledge) -> list[Portrait]:
    """The claims of one document about goods and sums."""
    twins = [_with_twin(p, told) for p in told]
    named = [p if p.twin else _with_named(_with_taken(p, told), told, known) for p in twins]
    lent = [_with_lent(p, named, known) if is_silent(p) and not p.twin else p for p in named]
    return _with_antecedents(lent, known)


def _with_twin(p: Portrait, told: Sequence[Portrait]) -> Portrait:
    """A claim without content beside the only one that says, with the same words, who gives what: it is that one again."""
    if p.items or p.amount or p.slot("framework"):
        return p
    twins = [q for q in told if q is not p and q.spans == p.spans and (q.kind, q.status, q.roles) == (p.kind, p.status, p.roles)]
    twins = [q for q in twins if (q.slot("support"), q.when) == (p.slot("support"), p.when)]
    if len(twins) != 1 or not (twins[0].items or twins[0].amount) or set(p.slot("topics") or ()) - set(twins[0].slot("topics") or ()):
        return p
    return replace(_furnish(p, twins[0].items), twin=twins[0].id)


def _with_taken(p: Portrait, told: Sequence[Portrait]) -> Portrait:
    """Sums in its words that are those of other claims on the same words are not this one's."""
    if p.amount is not None:
        return p
    taken = frozenset(q.amount[0] for q in told if q.amount and q is not p and q.kind == p.kind and same_breath(p, q))
    return replace(p, taken=taken) if taken else p


def _with_named(p: Portrait, told: Sequence[Portrait], known: Knowledge) -> Portrait:
    if p.items:
        return _with_counts(p, known)
    if p.amount is not None:
        return p
    named = goods_in(p.text, known.goods)
    # what has neither a name of its own nor a number may be anything: the air raids that the aid is meant for
    mine = {item: count for item, count in named.items() if count is not None or item in known.branded}
    taken = {item for q in told if q is not p and q.kind == p.kind and q.items and same_breath(p, q) for item in q.items}
    broad = {wide for item in mine for wide in known.broader(item)[1:]} | taken
    return _furnish(p, {item: count for item, count in mine.items() if item not in broad}) if mine else p


def _with_counts(p: Portrait, known: Knowledge) -> Portrait:
    """The claim with the numbers that stand before the names of its goods, where its slots give none."""
    if all(count is not None for count in p.items.values()):
        return p
    named = goods_in(p.text, known.goods)
    counts = {item: count if count is not None else named.get(item) for item, count in p.items.items()}
    return replace(p, items=counts) if counts != p.items else p


def _furnish(p: Portrait, items: Mapping[str, float | None], lender: str | None = None) -> Portrait:
    return replace(p, items=dict(items), broader={item: p.known.broader(item) for item in items}, lender=lender)


def _with_lent(p: Portrait, told: Sequence[Portrait], known: Knowledge) -> Portrait:
    """What the nearest earlier claim of the same giver names, if the words go back to it; else what the next sentence names."""
    if p.items and len(branded := known.branded & goods_in(p.text, known.goods).keys()) == 1:
        return _furnish(p, dict.fromkeys(branded))  # "the Patriot, a weapon that they have asked for"
    lenders = [q for q in told if q is not p and _is_telling(q) and _share_owner(p, q)]
    begin, end = p.spans[0][0], p.spans[-1][1]
    before = [q for q in lenders if q.spans[0][0] < begin]
    if _goes_back(p, known):
        # "a third system" may be of the sort that another gives
        if not before and p.number:
            before = [q for q in told if _is_telling(q) and q.spans[0][0] < begin]
        if before:
            return _borrow(p, max(before, key=lambda q: (q.spans[0][0], q.id)))
    if p.items or NAMED.search(p.text):
        return p  # it speaks of goods of its own
    after = [q for q in lenders if _go_together(p, q) and any(0 <= start - end <= NEXT for start, _ in q.spans)]
    return _borrow(p, min(after, key=lambda q: q.id)) if after else p


def _with_antecedents(told: Sequence[Portrait], known: Knowledge) -> list[Portrait]:
    """Claims of one sort of goods that the words go back to ("he promised the system"), with the first claim that tells of them."""
    found: dict[str, Portrait] = {}
    for p in sorted(told, key=lambda p: (p.spans[0][0], p.id)):
        before = [
            q for q in found.values() if q.kind == p.kind and q.items == p.items and q.spans[-1][1] <= p.spans[0][0] and _share_owner(p, q)
        ]
        alone = p.kind == "commitment" and len(p.items) == 1 and p.amount is None and not (p.twin or p.lender)
        found[p.id] = replace(p, lender=before[-1].lender or before[-1].id) if alone and before and _calls_again(p, known) else p
    return [found[p.id] for p in told]


def _calls_again(p: Portrait, known: Knowledge) -> bool:
    """Whether the words call its goods "the system" or "the jets"."""
    sorts = frozenset().union(*p.broader.values())
    called = (goods_in(found.group(), known.goods).keys() for found in BACK.finditer(p.text))
    return any(not goods or not sorts.isdisjoint(goods) for goods in called)


def _go_together(p: Portrait, q: Portrait) -> bool:
    """Whether one may say in general what the other says in particular: of one status, or of one donor's promises of a day."""
    if p.status == q.status:
        return True
    alone = not p.known.collective & p.roles.get("donor", frozenset())
    shared = set(p.slot("topics") or ()) & set(q.slot("topics") or ())
    return alone and bool(shared) and {p.status, q.status} <= PROMISES and p.moment == q.moment


def _is_telling(q: Portrait) -> bool:
    """Whether a claim says what goods it is about: "three weapons" says no more than "the system"."""
    return not is_silent(q) and any(len(q.broader[item]) > 1 or item in q.known.branded for item in q.items)


def _borrow(p: Portrait, lender: Portrait) -> Portrait:
    """What the lender names; of another kind of claim, or another giver, the goods without their number."""
    same = p.kind == lender.kind and _share_owner(p, lender)
    return _furnish(p, lender.items if same else dict.fromkeys(lender.items), lender.id if same else None)


def _goes_back(p: Portrait, known: Knowledge) -> bool:
    """Whether the words name the goods by "the system": of a claim that names goods, whether those are what is named so."""
    return any(not p.items or p.items.keys() & goods_in(found.group(), known.goods).keys() for found in BACK.finditer(p.text))


def _share_owner(p: Portrait, q: Portrait) -> bool:
    """Whether both are of one giver, or of one needy party of which one claim tells what it is given."""
    role = OWNERS[p.kind]
    others = OWNERS[q.kind] if p.kind == q.kind else "recipient"
    return bool(p.roles.get(role, frozenset()) & q.roles.get(others, frozenset()))
