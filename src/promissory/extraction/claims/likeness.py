"""What two drafts say alike: a sum, a count, a stretch of time, a slot; and the country that a place lies in."""

from __future__ import annotations

import re

from promissory.extraction.scene import Draft, Scene

#: By how much of itself a sum may be rounded.
ROUNDING = 0.04
#: Words of a running total.
RUNNING = re.compile(r"\b(?:so far|thus far|to date|until now|up to now|since (?:the |Russia|Feb|20)|in total|all told)", re.I)
#: What supporters are called by who are not named.
CROWDS = frozenset(("partners", "EU"))


def is_of_other_year(a: Draft, b: Draft) -> bool:
    """ "Will contribute 20 million this year", "in the previous year it had set aside a similar sum": each for a year of its own."""
    date, period = str(a.slots.get("date", "")), str(b.slots.get("period", ""))
    return len(date) == 4 and len(period) == 4 and date != period and "period" not in a.slots and "date" not in b.slots


def country_of(scene: Scene, name: str) -> str | None:
    """The name of the country that a place lies in."""
    actor = scene.pack.actor.get(scene.pack.country_of.get(name, ""))
    return actor.name if actor else None


def bounds_of(value: str) -> tuple[str, str]:
    """The first and the last day of an ISO date or interval, months taken for as long as they can be."""
    first, _, last = value.partition("/")
    return (first + "-01-01")[:10], ((last or first) + "-12-31")[:10] if len(last or first) < 7 else ((last or first) + "-31")[:10]


def overlap(a: object, b: object) -> bool:
    """Whether two ISO dates or intervals share a day; an unknown one shares with all."""
    if a is None or b is None:
        return True
    (a1, a2), (b1, b2) = bounds_of(str(a)), bounds_of(str(b))
    return a1 <= b2 and b1 <= a2


def same_sum(a: Draft, b: Draft) -> bool:
    """Whether both name the same sum, whatever they say of its being exact."""
    here, there = a.slots.get("amount"), b.slots.get("amount")
    return here is not None and there is not None and (here.value, here.currency) == (there.value, there.currency)


def is_rounded(scene: Scene, a: Draft, b: Draft) -> bool:
    """ "Nearly $65 million" over "$64.8 million": the first sum is the second one, or that in other money, rounded, and says so."""
    here = a.slots.get("amount")
    if here is None or here.qualifier == "exact":
        return False
    told = [value for value, currency in sums_of(scene, b) if currency == here.currency]
    over = [v for v in told if {"at_least": here.value <= v, "at_most": here.value >= v}.get(here.qualifier, True)]
    return any(abs(here.value - v) <= ROUNDING * v for v in over)


def is_total(scene: Scene, draft: Draft) -> bool:
    """ "So far, they have made available 40 billion": what has been given over time, and nothing that is still to come."""
    return any(RUNNING.search(s.text) for s in scene.within(*draft.evidence[0])[:1])


def sums_of(scene: Scene, draft: Draft) -> set[tuple[float, str | None]]:
    """The sum of a draft, and the same in other currencies where it stands in brackets behind it."""
    amount, at = draft.slots.get("amount"), draft.grounds.get("amount")
    if amount is None:
        return set()
    told = [(s.start, s.amounts) for s in scene.within(*at)] if at is not None else []
    found = {(amount.value, amount.currency)}
    for start, amounts in told:
        here = next((n for n, m in enumerate(amounts) if start + m.start <= at[0] < start + m.end), None) if at is not None else None
        for mention in amounts[here + 1 :] if here is not None else ():
            if not mention.converted:
                break
            found.add((mention.value, mention.currency))
    return found


def same_count(a: Draft, b: Draft) -> bool:
    """Whether both name the same number of the same goods, and more than one of them."""
    here, there = counts_of(a), counts_of(b)
    return any(here[i] == there[i] and (here[i] or 0) > 1 for i in here.keys() & there.keys())


def fill_alike(a: Draft, b: Draft, slot: str) -> bool:
    """Whether both fill a slot alike."""
    return slot in a.slots and bool(a.slots[slot] == b.slots.get(slot))


def counts_of(draft: Draft) -> dict[str, float | None]:
    """Item → how many of it a draft names."""
    return {i.item: i.count for i in draft.slots.get("items", ())}


def end_alike(period: str, other: str) -> bool:
    """ "By 2028" and "over the next four years": stretches that end together."""
    return period.split("/")[-1][:7] == other.split("/")[-1][:7]


def is_crowd(draft: Draft) -> bool:
    """ "The visit of the European leaders", "leaders of four allies": those who meet, called by what they are together."""
    people = draft.parties.get("participant", [])
    return bool(people) and set(people) <= CROWDS
