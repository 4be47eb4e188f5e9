"""Whether two claims are about one commitment: donor, recipient, goods or sum, purpose, and whether both are steps of one life."""

from __future__ import annotations

from promissory.reconciliation.calendar_windows import Window, gap, width
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.recalling import recalls
from promissory.reconciliation.weighing import (
    BUNDLE,
    NOBODY,
    VETO,
    has_figures,
    matter_of,
    share_matter,
    weigh_actors,
    weigh_amounts,
    weigh_days,
    weigh_items,
    weigh_places,
    weigh_slots,
    weigh_words,
)


def compare_commitments(a: Portrait, b: Portrait) -> float:
    if a.doc == b.doc and a.period and b.period and gap(a.period, b.period):
        return VETO  # a text that names a sum for each year tells them apart, however like they are
    if VETO in ((donors := weigh_actors(a, b, "donor")), (numbers := _weigh_numbers(a, b))):
        return VETO  # nothing that is dearer to weigh could mend it, least of all words
    total = -1.5 + donors + _weigh_recipients(a, b)
    if total == VETO or (total := total + weigh_amounts(a, b) + _weigh_goods(a, b)) == VETO:
        return VETO
    total += 3.5 * weigh_words(a, b)
    total += _weigh_support(a, b)
    total += weigh_slots(_framework(a), _framework(b), 1.0, -2.0)
    total += numbers + (2.0 if a.batches and a.batches == b.batches else 0.0)
    total += _weigh_periods(a, b) + (0.8 if a.magnitudes & b.magnitudes else 0.0)
    total += _weigh_purpose(a, b)
    total += _weigh_time(a, b)
    if not _same_measure(a, b):
        total -= 2.0 if donors < 1 else 0.7 if a.roles.get("donor", NOBODY) & a.known.collective and not _are_assurances(a, b) else 0.0
    # the words of one go back to the other: then it is no matter that one text tells both
    back = a.lender == b.id or b.lender == a.id or (a.lender is not None and a.lender == b.lender)
    apart = -1.0 if back else _weigh_document(a, b)
    return total + _weigh_lives(a, b) - apart


def _weigh_goods(a: Portrait, b: Portrait) -> float:
    """Goods; what soldiers are trained on is named in passing, and where they are trained says as much."""
    goods = weigh_items(a, b)
    if not _are_training(a, b):
        return goods
    trained, others = matter_of(a), matter_of(b)
    apart = 0.0 if trained & others else 2.0 if trained and others else 1.0  # pilots are no marines
    return (goods if a.items and b.items else 0.0) + weigh_places(a, b, -0.5) - apart


def _are_training(a: Portrait, b: Portrait) -> bool:
    return {a.slot("support"), b.slot("support")} == {"training"}


def _weigh_time(a: Portrait, b: Portrait) -> float:
    """How far apart the two are, unless the later goes back to the month of the earlier."""
    days = weigh_days(a.moment, b.moment, ((3, 1.5), (31, 0.7), (150, 0.2), (400, -0.5)), -2.5)
    return max(days + 0.5, 1.2) if recalls(a, b) or recalls(b, a) else days


def _weigh_recipients(a: Portrait, b: Portrait) -> float:
    """To whom: a firm or a town of a state may be what the other report means by the state."""
    weight = weigh_actors(a, b, "recipient", 0.4)
    if weight != VETO:
        return weight
    takers = [p.roles.get("recipient", NOBODY) for p in (a, b)]
    lands = [frozenset(map(a.known.land_of, who)) for who in takers]
    named = any(who & land for who, land in zip(takers, lands, strict=True))  # of two firms each may have got as much
    return -0.2 if named and (None in lands[0] | lands[1] or lands[0] & lands[1]) else VETO


def _weigh_support(a: Portrait, b: Portrait) -> float:
    """Of what kind of support: another kind, told in words that have nothing of the matter in common, is another thing."""
    kinds = weigh_slots(a.slot("support"), b.slot("support"), 0.3, -1.5)
    funds = {a.slot("support"), b.slot("support")} == {"financial", "military"}  # money for arms is told as either
    if kinds < 0 and weigh_amounts(a, b) >= 3 and has_figures(a, 3):
        return -0.7  # what 2.05 billion is for, each report tells in part
    return kinds if kinds >= 0 or funds or share_matter(a, b) else kinds - 2.5


#: A number of goods that is hardly announced twice on one day.
RARE = 5


def _weigh_periods(a: Portrait, b: Portrait) -> float:
    """Time told for time: another time is another sum, but of so many goods of one day each report may tell another part of the time."""
    if a.period is None or b.period is None:
        return 0.0
    if a.period == b.period:
        return 0.7
    if not gap(a.period, b.period):
        return 0.0
    rare = any(count and count >= RARE and b.items.get(item) == count for item, count in a.items.items())
    one_day = a.moment is not None and a.moment == b.moment and not width(a.moment)
    return -1.0 if rare and one_day and a.doc != b.doc else -4.5


def _framework(p: Portrait) -> str | None:
    """The framework of the slot, or else the only one that the words name."""
    return p.slot("framework") or (next(iter(p.schemes)) if len(p.schemes) == 1 else None)


def _weigh_numbers(a: Portrait, b: Portrait) -> float:
    """The third of a series is no other than the third, and the later in a series the fewer others it might be."""
    if a.number is None or a.number != b.number:
        return weigh_slots(a.number, b.number, 0.0, VETO)
    shared, every = a.items.keys() & b.items.keys(), a.items.keys() | b.items.keys()
    return 0.0 if every and 0 < len(shared) < BUNDLE * len(every) else 1.5 if a.number < 3 else 2.5


def _weigh_document(a: Portrait, b: Portrait) -> float:
    """What speaks against two claims of one text: it tells a thing once, and again only in like words and of one kind of support."""
    if a.doc != b.doc:
        return 0.0
    if _is_later_step(a, b):
        return 0.5
    alike = (weigh_words(a, b) >= 0.25 or weigh_amounts(a, b) >= 1.5) and weigh_slots(a.slot("support"), b.slot("support"), 1.0, -1.0) >= 0
    return 1.0 if alike else 3.0


#: Days that must be left of the time for which something is promised, for what has come not to be it.
LEFT = 14


def is_life_in_a_breath(a: Portrait, b: Portrait) -> bool:
    """Whether the same words tell of one number of goods of one giver that they were promised and that they came."""
    if a.kind != "commitment" or a.roles.get("donor") != b.roles.get("donor") or "delivered" not in {a.status, b.status}:
        return False
    return a.status != b.status and bool(a.items) and a.items == b.items and all(count for count in a.items.values())


def _is_later_step(a: Portrait, b: Portrait) -> bool:
    """Whether one text tells of the same goods that they were promised and that they came."""
    steps = {a.status, b.status}
    counted = bool(a.items) and a.items == b.items and all(count is not None for count in a.items.values())
    return counted and "delivered" in steps and bool(steps & PROMISES) and not (a.new or b.new)


def _weigh_purpose(a: Portrait, b: Portrait) -> float:
    """What money and services are for, where no goods say so."""
    if (a.items or b.items) and not _are_training(a, b):
        return 0.0
    topics = set(a.slot("topics") or ()) & set(b.slot("topics") or ())
    return 0.6 if topics or a.slot("support") == b.slot("support") not in (None, "military", "financial") else 0.0


def _are_assurances(a: Portrait, b: Portrait) -> bool:
    """Whether both tell of one day what many will do about one matter, without saying how much."""
    vague = all(p.amount is None and not any(p.items.values()) for p in (a, b))
    return vague and bool(set(a.slot("topics") or ()) & set(b.slot("topics") or ())) and a.moment is not None and a.moment == b.moment


def _same_measure(a: Portrait, b: Portrait) -> bool:
    """Whether a sum, a number of goods or which of them is the same: what a collective and its members' shares do not share."""
    if (a.amount and b.amount) or (a.number and a.number == b.number and a.items.keys() & b.items.keys()):
        return True
    if a.magnitudes & b.magnitudes:
        return True
    return any(count is not None and b.items.get(item) == count for item, count in a.items.items())


#: Stages at which few undertakings ever are.
BROKEN = frozenset({"suspended", "withdrawn"})
PROMISES = frozenset({"pledged", "committed", "allocated", "contracted"})
STAGE = {"considered": 0, "pledged": 1, "committed": 2, "allocated": 3, "contracted": 3, "delivered": 4, "suspended": 4, "withdrawn": 5}


def _weigh_lives(a: Portrait, b: Portrait) -> float:
    """Whether both can be steps of one life: nothing arrives before it is promised, nothing is announced as new twice."""
    if _are_held_up(a, b):
        return _weigh_breaks(a, b)
    if a.status == b.status:
        return _weigh_announcements(a, b)
    early, late = sorted((a, b), key=lambda p: (STAGE[p.status], p.id))
    if late.status != "delivered" or early.moment is None or late.moment is None:
        return 0.0
    return _weigh_arrival(early, late, early.moment, late.moment) + (0.7 if _has_come(early, late) else 0.0)


def _has_come(promise: Portrait, arrival: Portrait) -> bool:
    """Whether what came first of one sort with a name is what one giver had promised, neither with a number."""
    sorts = promise.items.keys() & arrival.items.keys() & promise.known.branded
    counted = any(promise.items.values()) or any(count not in (None, 1) for count in arrival.items.values())
    alone = promise.roles.get("donor") == arrival.roles.get("donor") and not promise.known.collective & promise.roles.get("donor", NOBODY)
    return bool(sorts) and not counted and alone and promise.status in PROMISES and arrival.number in (None, 1) and not arrival.new


def _are_held_up(a: Portrait, b: Portrait) -> bool:
    """Whether both were stopped, or are still blocked before anything was decided."""
    if a.status == b.status in BROKEN:
        return True
    return all(p.status == "considered" and any("block" in bag.stems for bag in p.words) for p in (a, b))


def _weigh_breaks(a: Portrait, b: Portrait) -> float:
    """What is held up in general, and told twice at one time, is hardly two things."""
    return 1.0 if a.items or b.items or a.amount or b.amount else 2.0


def _weigh_arrival(promise: Portrait, arrival: Portrait, promised: Window, arrived: Window) -> float:
    """What speaks against a delivery being of a promise, from the moments of both."""
    if promise.status == "considered":
        return -2.5 if arrived[1] <= promised[1] else 0.0
    if promise.status in PROMISES and promise.new and arrived[1] + 3 < promised[0]:
        return VETO  # what is promised as more comes on top of what was there
    if promise.status in PROMISES and promise.new and arrival.number == 1 != promise.number:
        return VETO  # and is not the first of its kind
    if promise.when and arrival.when and promise.status in ("pledged", "allocated") and arrival.when[1] < promise.when[0]:
        return -2.5
    if promise.status != "pledged":
        return 0.0
    same_one = promise.number is not None and promise.number == arrival.number  # the third that came is the third that was promised
    still_due = promise.period is not None and promise.period[1] > arrived[1] + LEFT and not same_one
    if still_due and promise.doc == arrival.doc:
        # a text that tells what came and what is still due tells them apart; that it came within the time, all but
        return VETO if promise.period is not None and promise.period[0] > arrived[1] else -4.5
    return -2.5 if (still_due and promised[0] + 3 >= arrived[0]) or arrived[1] + 3 < promised[0] else 0.0


#: Days after which what is news again is not the same act.
STALE = 120


def _is_done_anew(a: Portrait, b: Portrait) -> bool:
    """Whether both are news of money, long apart, and the later does not go back to the earlier: a bank lends the same sum every year."""
    if a.status not in ACTS or not (a.amount and b.amount) or a.items or b.items or not (a.fresh and b.fresh):
        return False
    late, early = (a, b) if a.fresh > b.fresh else (b, a)
    return gap(a.fresh, b.fresh) > STALE and not (late.again or late.given or recalls(late, early))


#: Acts that are done once, on a day.
ACTS = frozenset({"committed", "delivered"})
MONTH = 31


def _weigh_announcements(a: Portrait, b: Portrait) -> float:
    """Two days named for one stage: a new package, unless the words say that it was announced before."""
    if a.number and a.number == b.number:
        return 0.0
    if a.when is None or b.when is None:
        return VETO if _is_done_anew(a, b) else 0.0
    if width(a.when) or width(b.when) or gap(a.when, b.when) <= 3:
        return 0.0
    later = max((a, b), key=lambda p: p.when or (0, 0))
    sums = a.amount and b.amount and not (a.items or b.items)
    if a.status in ACTS and sums and not (later.again or later.given) and gap(a.when, b.when) > MONTH:
        return VETO  # a bank that approves one sum in October, and again in December, pays twice
    if later.again or not later.new:
        return -0.5
    return VETO if a.new and b.new else -4.0
