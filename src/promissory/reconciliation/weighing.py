"""Evidence that two claims are about one thing, as weights: above zero for, below zero against, VETO for a contradiction.

Silence of one claim is no evidence either way: it weighs nothing, or a little against where a careful report would have said it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from promissory.reconciliation.calendar_windows import Window, gap, width
from promissory.reconciliation.knowing import NAMELESS, Knowledge
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.wording import likeness, words_of

VETO = float("-inf")
#: Share of goods in common below which one of two is a package of which the other is a part.
BUNDLE = 0.34
NOBODY: frozenset[str] = frozenset()

#: Rough worth in dollars, 2022 to 2025: enough to tell a sum that was converted from another sum, and for nothing else.
DOLLARS = {
    "USD": 1.0, "EUR": 1.08, "GBP": 1.26, "NOK": 0.095, "SEK": 0.095, "DKK": 0.145, "CAD": 0.74, "AUD": 0.67, "CHF": 1.1, "JPY": 0.007,
    "PLN": 0.245, "CZK": 0.044, "UAH": 0.026, "KRW": 0.00075, "HUF": 0.0028, "RON": 0.22, "BGN": 0.55,
}  # fmt: skip


#: The stems of words of money and support in general.
GENERAL = words_of(
    "hundred thousand million billion trillion euro dollar pound krona kroner crown zloty hryvnia worth sum money fund funding aid help "
    "assistance support package provide send deliver contribute allocate pledge promise commit donate transfer spend spending grant "
    "total additional country government military financial humanitarian train trained training"
)


def weigh_words(a: Portrait, b: Portrait) -> float:
    """0..1: how alike the quotes are."""
    alike = likeness(a.words, b.words)
    return max(alike, 0.8) if a.shingles and a.shingles & b.shingles else alike


def share_matter(a: Portrait, b: Portrait) -> bool:
    """Whether the words name something in common besides figures, money, actors and support in general, or one names nothing but those."""
    one, other = matter_of(a), matter_of(b)
    return not one or not other or bool(one & other)


def matter_of(p: Portrait) -> frozenset[str]:
    """The stems of the words but for figures, money, actors and support in general."""
    stems = frozenset().union(*(bag.stems for bag in p.words)) - p.known.common - GENERAL
    return frozenset(stem for stem in stems if not stem[0].isdigit())


def weigh_amounts(a: Portrait, b: Portrait) -> float:
    """Sums: equal ones speak strongly for one thing, different ones of one currency forbid it."""
    if a.amount is None or b.amount is None:
        return 0.0 if a.amount is b.amount else _weigh_silence(a, b)
    (x, currency, how), (y, other, how_other) = a.amount, b.amount
    if currency != other:
        return _weigh_conversion(x, currency, y, other)
    loose = 0.06 if {how, how_other} & {"about", "at_least", "at_most"} else 0.006
    return 3.0 if abs(x - y) <= loose * max(x, y) else 2.0 if _is_rounded(x, y) or _is_rounded(y, x) else VETO


def _is_rounded(rough: float, fine: float) -> bool:
    """Whether a sum of at least two figures is another one rounded: 2.3 billion for 2.26."""
    figures = _figures(rough)
    return figures >= 2 and f"{rough:.{figures - 1}e}" == f"{fine:.{figures - 1}e}"


def has_figures(p: Portrait, least: int) -> bool:
    """Whether a sum is told to so many figures: few others are like it."""
    return p.amount is not None and _figures(p.amount[0]) >= least


def _figures(value: float) -> int:
    return len(f"{value:.9e}".partition("e")[0].replace(".", "").rstrip("0"))


def _weigh_silence(a: Portrait, b: Portrait) -> float:
    """One claim names no sum in its slot: perhaps its words do, the same one or others."""
    told, silent = (a, b) if a.amount else (b, a)
    if not silent.sums:
        return -1.0
    return 1.5 if told.amount and told.amount[0] in silent.sums else -2.0


def _weigh_conversion(x: float, currency: str | None, y: float, other: str | None) -> float:
    """Whether one sum may be the other converted."""
    if currency not in DOLLARS or other not in DOLLARS:
        return 0.0
    worth, other_worth = x * DOLLARS[currency], y * DOLLARS[other]
    apart = abs(worth - other_worth) / max(worth, other_worth)
    return 2.2 if apart <= 0.04 else 1.5 if apart <= 0.12 else -2.5


def weigh_items(a: Portrait, b: Portrait) -> float:
    """Goods: the same item in the same number, the same item, a broader name for it, or other goods."""
    if not a.items or not b.items:
        return 0.0 if a.items == b.items else -0.7
    shared = a.items.keys() & b.items.keys()
    if shared:
        return _weigh_counts(a, b, shared)
    near = [(i, j) for i in a.items for j in b.items if (i in b.broader[j] or j in a.broader[i]) and not _is_part(a, i, b, j)]
    if not near:
        return -6.0 if _is_whole(a) and _is_whole(b) else -3.0
    counts = [(a.items[i], b.items[j]) for i, j in near if a.items[i] is not None and b.items[j] is not None]
    if any(x != y for x, y in counts):
        # a number of weapons of whatever sort may be of others beside them
        return VETO if all(len(a.broader[i]) > 1 and len(b.broader[j]) > 1 for i, j in near) else -1.5
    rarest = max((float(x or 1) for x, _ in counts), default=0.0)
    return 0.2 if not counts else 0.5 if rarest <= 1 else 1.2 + min(1.8, 0.35 * math.log2(rarest))


#: The words of a list that names but some of the goods.
SOME = re.compile(r"\b(?:includ\w+|such as|among (?:them|others?)|as well as|contain\w*|compris\w+|consist\w*)\b", re.I)


def _is_whole(p: Portrait) -> bool:
    """Whether a sum is for one sort of goods alone: then the same sum for others is another."""
    return p.amount is not None and len(p.items) == 1 and not SOME.search(p.text)


def _is_part(a: Portrait, one: str, b: Portrait, other: str) -> bool:
    """Whether one is a part of the other: a launcher of a system is no system, but three "systems" may be three launchers misread."""
    misread = a.items[one] is not None and a.items[one] == b.items[other] != 1
    return not misread and (a.known.part_of(one) == other or a.known.part_of(other) == one)


def _overlap(a: Portrait, b: Portrait) -> float:
    """The share of goods in common; an interceptor is common with a missile, but nothing with weapons at large."""
    lines = [{i: p.broader[i][:-1] or (i,) for i in p.items} for p in (a, b)]
    mine, theirs = (
        sum(any(i in other or j in line for j, other in others.items()) for i, line in own.items()) for own, others in (lines, lines[::-1])
    )
    common = min(mine, theirs)
    return common / (len(a.items) + len(b.items) - common)


def _weigh_counts(a: Portrait, b: Portrait, shared: frozenset[str] | set[str]) -> float:
    counts = [(a.items[i], b.items[i]) for i in sorted(shared)]
    known = [(x, y) for x, y in counts if x is not None and y is not None]
    if any(x != y for x, y in known):
        return VETO
    overlap = _overlap(a, b)
    if overlap < BUNDLE:
        return -2.0  # a package that has it among other things
    if any(x != 1 for x, _ in known):
        rarest = max(float(x or 1) for x, _ in known)
        return (1.2 + min(1.8, 0.45 * math.log2(max(rarest, 1.0)))) * (0.5 + 0.5 * overlap)
    # one of a kind is what most reports say, and a number one side leaves out might be any
    single = (1.5 if known or all(x is None for pair in counts for x in pair) else 0.7) * (0.5 + 0.5 * overlap)
    return single + (0.4 if known and shared & a.known.branded else 0.0)


def weigh_actors(a: Portrait, b: Portrait, role: str, weight: float = 2.0) -> float:
    """Who: equal sets, one set inside the other, a nameless or collective actor beside named ones, or others altogether."""
    who, others = a.roles.get(role, NOBODY), b.roles.get(role, NOBODY)
    if not who or not others:
        return 0.0
    if who == others:
        return weight if who != {NAMELESS} else weight / 2
    if who <= others or others <= who:
        return weight / 4
    if who & others:
        return 0.0
    if NAMELESS in who | others and a.known.collective & (who | others) - {NAMELESS}:
        return 0.0  # the partners of a bloc
    return -weight / 2 if _may_stand_for(a.known, who, others) or _may_stand_for(a.known, others, who) else VETO


def _may_stand_for(known: Knowledge, many: frozenset[str], others: frozenset[str]) -> bool:
    """Whether "partners", or a bloc by its members, may mean the others."""
    return NAMELESS in many or bool(others.intersection(*(known.members(actor) for actor in many)))


def weigh_slots(a: object, b: object, same: float, other: float) -> float:
    """A slot with one value: `same` or `other` (below zero); nothing where one side is silent."""
    if a is None or b is None:
        return 0.0
    return same if a == b else other


def weigh_places(a: Portrait, b: Portrait, other: float) -> float:
    """Where: the same place, one inside the other, or elsewhere (`other`)."""
    if a.place is None or b.place is None:
        return 0.0
    if a.place[0] == b.place[0]:
        return 1.0
    inside = a.place[1] and a.place[1] == b.place[1] and (a.known.is_state(a.place[0]) or a.known.is_state(b.place[0]))
    return 0.5 if inside or _is_house_in(a, b) or _is_house_in(b, a) else other


def _is_house_in(a: Portrait, b: Portrait) -> bool:
    """Whether the words put the place of one into the other's ("the Okhmatdyt hospital in Kyiv")."""
    if a.place is None or b.place is None or f"in {b.place[0]}" not in a.plain:
        return False
    house, town = re.escape(a.place[0]), re.escape(b.place[0])
    return re.search(rf"\b{house}\W+(?:[\w'’-]+\W+){{0,3}}in {town}\b", a.plain) is not None


def weigh_days(a: Window | None, b: Window | None, steps: tuple[tuple[int, float], ...], beyond: float) -> float:
    """When: the weight of the first step (days apart, weight) that holds, `beyond` the last.

    That two windows meet says half as much if one is much wider than the step, and nothing if it spans half a year.
    """
    if a is None or b is None:
        return 0.0
    apart, widest = gap(a, b), max(width(a), width(b))
    for days, weight in steps:
        if apart <= days:
            return weight if weight < 0 or widest <= 2 * days + 3 else weight / 2 if widest < 180 else 0.0
    return beyond


def same_breath(a: Portrait, b: Portrait) -> bool:
    """Whether two claims of one document stand on the same words: the extractor told them apart, as in a list."""
    return a.doc == b.doc and (_inside(a.spans, b.spans) or _inside(b.spans, a.spans))


def _inside(spans: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    return all(any(x[0] < y[1] and y[0] < x[1] for y in others) for x in spans)
