"""Findings on entries: what contradicts, what was only said again, which counts do not agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from promissory.model import Entry, Finding
from promissory.reconciliation.blocking import number_of
from promissory.reconciliation.calendar_windows import Window, width
from promissory.reconciliation.portraying import Portrait

#: Statuses of one kind that cannot both be true of one thing.
EXCLUSIVE = (("met", "unmet"), ("accepted", "rejected"), ("held", "cancelled"))
#: The undertakings, in the order of a commitment's life.
STAGES = {"pledged": 1, "committed": 2, "allocated": 3}
#: How many times as much another reading may tell: of a handful of systems more than of sums and masses.
FEW, MANY = 5, 20
#: Days after which the same promise is news no more.
FRESH = 3


def find_contradictions(entry: Entry, members: Sequence[Portrait]) -> list[Finding]:
    """Exact sums, counts, terms, days or outcomes that differ within an entry. Both readings stay."""
    found = []
    for what, told in _readings(entry, members).items():
        if len(told) > 1:
            words = ", ".join(f"{value} ({', '.join(sorted(ids))})" for value, ids in sorted(told.items()))
            about = (entry.id, *sorted({ident for ids in told.values() for ident in ids}))
            found.append(Finding(kind="contradiction", message=f"{what} differs between the claims: {words}", about=about))
    return found


def _readings(entry: Entry, members: Iterable[Portrait]) -> dict[str, dict[str, set[str]]]:
    """What is told → reading → ids of the claims that tell it."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    members = list(members)
    told_items = frozenset(row["item"] for p in members for row in p.report.slot("items") or ())
    for p in members:
        if p.amount and p.amount[2] == "exact":
            told[f"amount in {p.amount[1]}"][f"{p.amount[0]:,.0f}"].add(p.id)
        for row in p.report.slot("items") or ():
            if row.get("count") is not None and row.get("qualifier") in (None, "exact"):
                told[f"number of {row['item']}"][f"{row['count']:g}"].add(p.id)
        for thing, part in _parts(p, told_items):
            told[f"whether {thing} or {part}"][thing if thing in p.items else part].add(p.id)
        for slot in ("term", "count"):
            if p.report.slot(slot) is not None:
                told[slot][str(p.report.slot(slot))].add(p.id)
        for pair in EXCLUSIVE:
            if p.status in pair:
                told["outcome"][p.status].add(p.id)
        if entry.kind == "agreement" and p.status == "signed" and p.when and not width(p.when):
            told["day of signature"][str(p.report.slot("date"))].add(p.id)
    return told


def _parts(p: Portrait, told: frozenset[str]) -> list[tuple[str, str]]:
    """Of what a claim names, the whole things and their parts that are told of in one entry: (whole, part)."""
    pairs = [(whole, part) for part in sorted(told) if (whole := p.known.part_of(part)) in told]
    return [(whole, part) for whole, part in pairs if len({whole, part} & p.items.keys()) == 1]


def find_restatement(entry: Entry, members: Sequence[Portrait]) -> list[Finding]:
    """A commitment announced again on a later day (of the event if told, else of the report) and no further along."""
    told = [(p.moment, p) for p in members if p.moment] if entry.kind == "commitment" else []
    told.sort(key=lambda pair: (pair[0], pair[1].id))
    again = [(early, p) for moment, p in told if p.status in STAGES and (early := _first_as_far(p, moment, told))]
    if not again:
        return []
    ids = [p.id for _, p in again]
    message = f"the same commitment was announced again {len(ids)} time{'s' if len(ids) > 1 else ''} after {again[0][0].id}"
    return [Finding(kind="restated", message=message, about=(entry.id, again[0][0].id, *ids), severity="info")]


def _first_as_far(p: Portrait, moment: Window, told: Sequence[tuple[Window, Portrait]]) -> Portrait | None:
    """The first claim of an earlier day that was as far along already."""
    ahead = (q for day, q in told if day[1] + FRESH < moment[0] and STAGES.get(q.status, 0) >= STAGES[p.status])
    return next(ahead, None)


def repeat_of(later: str, earlier: str) -> Finding:
    """A commitment that is an earlier one again, told as a thing of its own."""
    message = f"{later} announces again what {earlier} had promised; a total counts them once"
    return Finding(kind="restated", message=message, about=(later, earlier), severity="info")


def double_count_of(whole: str, parts: Sequence[str]) -> Finding:
    """A collective sum beside the sums inside it: a total must count one or the others."""
    message = f"{whole} is a sum that includes {', '.join(parts)}; a total counts them once"
    return Finding(kind="double_count", message=message, about=(whole, *parts), severity="info")


def rival_keys(p: Portrait) -> dict[int, float]:
    """Under which keys another commitment of the same donor, day and measure is found, with the figure that is told."""
    if p.kind != "commitment" or not p.moment or width(p.moment):
        return {}
    donor = tuple(sorted(p.roles.get("donor", ())))
    said = (donor, p.moment[0], p.status, p.period, p.slot("framework"))
    return {number_of("figure", thing, *said): figure for thing, figure in _figures(p)}


#: The least figures by which two entries are rivals, by entries.
Rivals = dict[tuple[str, str], tuple[float, float]]


def note_rivals(told: Sequence[tuple[float, Portrait, str]], rivals: Rivals) -> None:
    """Note entries of one key with different figures from different documents: perhaps one thing told twice."""
    for (x, p, one), (y, q, other) in combinations(sorted(told, key=lambda t: (t[0], t[1].id))[:20], 2):
        if one != other and p.doc != q.doc and x < y <= (FEW if y < MANY else 2) * x and not {p.doc, q.doc} & _both(told, x, y):
            pair = (min(one, other), max(one, other))
            rivals[pair] = min((x, y), rivals.get(pair, (x, y)))


def rivalry_of(pair: tuple[str, str], figures: tuple[float, float]) -> Finding:
    """Two entries of one donor, day and measure with different figures."""
    message = "two figures for one day and donor, {:,.0f} and {:,.0f}: two commitments, or one told in two ways".format(*figures)
    return Finding(kind="contradiction", message=message, about=pair, severity="info")


def _both(told: Iterable[tuple[float, Portrait, str]], x: float, y: float) -> set[str]:
    """Documents that tell both figures: for them these are two things."""
    docs: dict[float, set[str]] = defaultdict(set)
    for figure, p, _ in told:
        docs[figure].add(p.doc)
    return docs[x] & docs[y]


def _figures(p: Portrait) -> Iterable[tuple[str, float]]:
    if p.amount and p.amount[2] == "exact" and p.amount[1]:
        yield p.amount[1], p.amount[0]
    for item, count in p.items.items():
        if count is not None:
            yield item, count


#: The words of a running total: what was given up to then, whatever it is made of.
TOTAL = re.compile(
    r"\b(?:up to now|until now|so far|to date|before now|in all|in total|altogether|already (?:been )?(?:given|delivered|provided|sent|"
    r"supplied|received|handed)|previously (?:been )?(?:given|delivered|provided|sent|supplied|received|handed)|since (?:20\d\d|the "
    r"(?:full-scale |russian )*(?:invasion|war|beginning|start|outbreak)))\b",
    re.I,
)


def find_totals(entry: Entry, members: Sequence[Portrait]) -> list[Finding]:
    """A running total of deliveries: half of its claims say what was given up to then, and fewer name a day."""
    told = [p for p in members if p.status == "delivered" and (p.amount or any((n or 0) > 1 for n in p.items.values()))]
    total = sorted((p for p in told if TOTAL.search(p.text)), key=lambda p: (bool(p.said and width(p.said)), p.report.order))
    dated = [p for p in told if p.when and not width(p.when)]
    if entry.kind != "commitment" or not total or 2 * len(total) < len(members) or len(dated) >= len(total):
        return []
    message = f"{entry.id} is a running total: what it is made of is told elsewhere, and the two are never added"
    return [Finding(kind="double_count", message=message, about=(entry.id, total[0].id), severity="info")]
