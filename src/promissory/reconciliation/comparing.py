"""Whether two claims are about one thing: one rule for each kind, on what identifies a thing of that kind."""

from __future__ import annotations

import re

from promissory.reconciliation.calendar_windows import gap, width
from promissory.reconciliation.comparing_commitments import compare_commitments, is_life_in_a_breath
from promissory.reconciliation.comparing_initiatives import compare_initiatives
from promissory.reconciliation.comparing_meetings import compare_meetings
from promissory.reconciliation.knowing import NAMELESS
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.recalling import shares_weekday
from promissory.reconciliation.weighing import (
    NOBODY,
    VETO,
    same_breath,
    weigh_actors,
    weigh_amounts,
    weigh_days,
    weigh_items,
    weigh_places,
    weigh_slots,
    weigh_words,
)

#: Two claims of a kind are about one thing from this sum of weights on. Kinds whose slots say much need less.
ENOUGH = {
    "need": 4.2, "commitment": 4.0, "agreement": 4.0, "meeting": 3.5, "statement": 4.0, "attack": 3.7, "initiative": 3.0,
    "condition": 4.8, "tenure": 4.0, "proposal": 4.0,
}  # fmt: skip


def compare(a: Portrait, b: Portrait) -> float:
    """The sum of the evidence that two claims of one kind are about one thing; VETO if they cannot be."""
    if a.doc == b.doc:  # what one text tells apart, and what it tells twice
        if a.twin == b.id or b.twin == a.id:
            return 2 * ENOUGH[a.kind]
        if a.kind != "tenure" and same_breath(a, b) and not is_life_in_a_breath(a, b):
            return VETO
    return RULES[a.kind](a, b)


def compare_agreements(a: Portrait, b: Portrait) -> float:
    many, others = (int(p.slot("count") or 1) for p in (a, b))
    if many != others:
        return VETO
    parties, other = _role(a, b, "party")
    if many > 1 and (a.status in AHEAD) != (b.status in AHEAD):
        return VETO  # seven that are signed, and seven more that are prepared
    if many > 1 and parties != other and min(len(parties), len(other)) > many:
        return VETO  # both list all of them, and not the same
    if many > 1:
        actors = 0.0 if _is_list_of(many, parties, other) else weigh_actors(a, b, "party", 1.0)
        return 4.0 + actors + weigh_days(a.moment, b.moment, ((45, 0.5), (200, -0.5)), -2.0)
    if not parties or not (parties == other or _names_one_party(parties, other)):
        return VETO
    if NAMELESS in parties | other and a.slot("framework") != b.slot("framework"):
        return VETO  # one instrument by name is not any that is made with somebody
    total = 0.5 if parties != other else 3.5 if len(parties) > 1 else 0.5
    total += 4.0 * weigh_words(a, b) + weigh_slots(a.slot("framework"), b.slot("framework"), 1.0, -2.0)
    total += weigh_slots(a.slot("term"), b.slot("term"), 0.5, -1.0) + weigh_places(a, b, -0.5)
    total += _weigh_instruments(a, b)
    return total + _weigh_signings(a, b)


def _is_list_of(many: int, parties: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one says who has so many agreements and the other lists with whom."""
    few, listed = sorted((parties, others), key=len)
    return len(few) == 1 and len(listed) == many and not few & listed


def _names_one_party(parties: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of the two leaves unsaid with whom."""
    few, many = sorted((parties, others), key=len)
    return len(few) == 1 and len(many) == 2 and few < many


INSTRUMENTS = {
    "security": ("securi", "defenc", "defens"),
    "loan": ("loan", "credit"),
    "accession": ("access", "member", "applic"),
    "association": ("associ",),
    "declaration": ("declar",),
    "minerals": ("minera",),
    "memorandum": ("memora",),
    "treaty": ("treaty",),
    "trade": ("trade", "tariff"),
    "opt-out": ("opt-ou",),
    "framework": ("framew",),
}


def instruments_of(p: Portrait) -> frozenset[str]:
    """Which sorts of instrument the words name."""
    words = frozenset().union(*(bag.stems for bag in p.words))
    topics = set(p.report.slot("topics") or p.report.slot("scope") or ())  # what it is about; a treaty's scope is wide
    return frozenset(sort for sort, stems in INSTRUMENTS.items() if words.intersection(stems) or sort in topics)


def _weigh_instruments(a: Portrait, b: Portrait) -> float:
    x, y = instruments_of(a), instruments_of(b)
    if not x or not y:
        return 0.0
    return 1.0 if x & y else -2.0


#: Statuses of what is still to be signed.
AHEAD = ("proposed", "negotiating")
CONCLUDING = ("proposed", "negotiating", "signed", "in_force", "ended")


def _weigh_signings(a: Portrait, b: Portrait) -> float:
    """Two days of signature are two instruments; a plan is dated before the signature, years before it perhaps."""
    if a.when is None or b.when is None:
        return _weigh_plan(a, b)
    if a.status == b.status and a.status in CONCLUDING[2:]:
        return 1.0 if gap(a.when, b.when) <= 3 else -1.0 if gap(a.when, b.when) <= 10 else -4.0
    if gap(a.when, b.when) <= 400:
        return 0.5
    early, late = sorted((a, b), key=lambda p: CONCLUDING.index(p.status))
    return 0.0 if early.when and late.when and early.when < late.when else -2.0


def _weigh_plan(a: Portrait, b: Portrait) -> float:
    """A plan without a day, told in the year before the signature, is of what was then signed."""
    plan, done = sorted((a, b), key=lambda p: CONCLUDING.index(p.status))
    if plan.status not in AHEAD or done.status in AHEAD or plan.when is not None or plan.moment is None or done.when is None:
        return 0.0
    return 0.5 if plan.moment < done.when and gap(plan.moment, done.when) <= 400 else 0.0


#: Days that a request for so many may stand.
STANDING = 120


def compare_needs(a: Portrait, b: Portrait) -> float:
    total = weigh_actors(a, b, "needs") + weigh_actors(a, b, "asked", 0.8) + weigh_items(a, b)
    if total == VETO:
        return VETO
    total += 3.0 * weigh_words(a, b)
    total += weigh_amounts(a, b)
    if a.period and b.period:
        total += 1.0 if a.period == b.period else 0.0 if not gap(a.period, b.period) else -2.0
    days = weigh_days(a.moment, b.moment, ((7, 1.0), (45, 0.2), (60, -1.2)), -2.6)
    if _named_goods(a) & _named_goods(b):
        total += 0.4
    if a.items and b.items and _is_counted(a) != _is_counted(b) and not _is_one_plea(a, b):
        total -= 0.5  # so many that are lacking, and some that were asked for
    if a.items and b.items and _are_rounds(a) != _are_rounds(b):
        total -= 2.0  # missiles for a Patriot are no Patriot
    # a request for so many stands until it is met
    counted = any(n and n > 1 and b.items.get(item) == n for item, n in a.items.items())
    if counted and a.moment and b.moment:
        days = max(days, -0.4 if gap(a.moment, b.moment) <= STANDING else -2.0)
    return total + days - (1.0 if a.doc == b.doc else 0.0)


def _are_rounds(p: Portrait) -> bool:
    """Whether it names what a weapon fires."""
    return any("ammunition" in line or "missile" in line for line in p.broader.values())


def _is_one_plea(a: Portrait, b: Portrait) -> bool:
    """Whether both ask for the same goods by name within days."""
    named = a.known.branded & a.items.keys() & b.items.keys()
    return bool(named) and a.moment is not None and b.moment is not None and gap(a.moment, b.moment) <= 7


def _is_counted(p: Portrait) -> bool:
    """Whether it names a number of goods beyond one."""
    return any(count and count > 1 for count in p.items.values())


def _named_goods(p: Portrait) -> frozenset[str]:
    """The goods with a name of their own that the slot holds, or that the words give to what it holds ("Patriots, a weapon that")."""
    return p.known.branded.intersection(p.items) if p.slot("items") else NOBODY


#: What is said to be hit where another report says it more narrowly.
BROADLY = frozenset({"infrastructure", "civilian"})
#: Posts that say less than others of the same office.
VAGUE_POSTS = frozenset({"minister", "head", "director", "chief", "commander"})


def _weigh_posts(a: Portrait, b: Portrait) -> float:
    """Which post; a minister may be the minister of justice, but is no prime minister."""
    post, other = sorted((a.slot("post") or "", b.slot("post") or ""), key=len)
    vague = post in VAGUE_POSTS and post in other.split("_") and not other.startswith(("prime_", "deputy_", "vice_"))
    return 0.7 if vague and post != other else weigh_slots(a.slot("post"), b.slot("post"), 1.5, VETO)


def _weigh_bodies(a: Portrait, b: Portrait) -> float:
    """Where the post is; of a ministry, or of the state that it belongs to."""
    if not (a.roles.get("body") and b.roles.get("body")):
        return 0.6 if a.slot("post") == b.slot("post") is not None else 0.0  # the post itself says where, as a rule
    bodies = weigh_actors(a, b, "body", 1.0)
    lands, others = (frozenset(map(a.known.land_of, p.roles.get("body", NOBODY))) - {None} for p in (a, b))
    return 0.7 if bodies == VETO and lands & others else max(bodies, -2.0)


#: From so many on, what adds up does so for a reason.
MANY = 20
#: There are attacks every day: that of some day in a longer time may be any.
WEEK = 7
NEARLY = re.compile(r"\b(?:nearly|almost|close to|up to)\b", re.I)


def compare_attacks(a: Portrait, b: Portrait) -> float:
    total = weigh_actors(a, b, "actor", 1.0) + weigh_actors(a, b, "target", 0.4)
    if total == VETO:
        return VETO  # words are the dear part
    total += 3.0 * weigh_words(a, b) + 1.3 * weigh_places(a, b, -2.5) + _weigh_sets(a, b, "means", 0.5) + _weigh_hits(a, b)
    total -= 1.0 if a.doc == b.doc else 0.0
    total -= 1.5 if (a.status == "threatened") != (b.status == "threatened") else 0.0
    total += _weigh_barrage(a, b)
    if a.when and b.when:
        days = weigh_days(a.when, b.when, ((0, 2.5), (1, 0.5)), -4.0)
        return total + (min(days, 0.0) if max(width(a.when), width(b.when)) > WEEK else days)
    if a.fresh and b.fresh:
        return total + weigh_days(a.fresh, b.fresh, ((0, 1.5), (1, 0.8), (4, 0.2), (31, -0.8)), -2.3)
    named = 0.8 if shares_weekday(a, b) else 0.0
    return total - 0.3 + named + weigh_days(a.moment, b.moment, ((4, 0.5), (31, -0.5)), -2.0)


def _weigh_barrage(a: Portrait, b: Portrait) -> float:
    """How many came: nearly 200 missiles and drones are 91 missiles and 97 drones, and are no 120 and 90."""
    if any(_adds_up(p, q) for p, q in ((a, b), (b, a))):
        return 1.0
    counts = [(a.volley[item], b.volley[item]) for item in a.volley.keys() & b.volley.keys()]
    return -1.0 if counts and not any(x == y for x, y in counts) else 0.0


def _adds_up(p: Portrait, q: Portrait) -> bool:
    """Whether the numbers of weapons of one are together the number of the other, exactly or rounded up."""
    if len(p.volley) <= 1 or not q.numbers:
        return False
    whole, nearly = sum(p.volley.values()), 0.07 if NEARLY.search(q.text) else 0.0
    return any(-0.02 * number <= number - whole <= max(nearly, 0.02) * number for number in q.numbers if number >= MANY)


def _weigh_hits(a: Portrait, b: Portrait) -> float:
    """What was hit; energy works are infrastructure, and civilians suffer from whatever is hit."""
    hits = [set(p.report.slot("hit") or ()) for p in (a, b)]
    return 0.0 if any(hit <= BROADLY for hit in hits) and hits[0].isdisjoint(hits[1]) else _weigh_sets(a, b, "hit", 0.5)


def _weigh_sets(a: Portrait, b: Portrait, slot: str, weight: float) -> float:
    x, y = set(a.report.slot(slot) or ()), set(b.report.slot(slot) or ())
    if not x or not y:
        return 0.0
    return weight if x & y else -weight


def compare_tenures(a: Portrait, b: Portrait) -> float:
    people, others = _role(a, b, "person")
    if people != others or not people:
        return VETO
    posts = _weigh_posts(a, b)
    total = 2.0 + _weigh_bodies(a, b) + posts + weigh_words(a, b)
    if a.status == b.status != "holds" and not posts:
        total += weigh_days(a.moment, b.moment, ((120, 1.5),), 0.0)  # nobody runs for two posts at a time
    if a.status == b.status and a.when and b.when and gap(a.when, b.when) > 200 and a.status != "holds":
        return VETO
    return total


def compare_sayings(a: Portrait, b: Portrait) -> float:
    """Statements: one speaker, the same content, at about the same time."""
    speakers = 1.5 if a.shingles and a.shingles & b.shingles else weigh_actors(a, b, "speaker", 1.5)
    if speakers == VETO:
        return VETO
    days = weigh_days(a.moment, b.moment, ((2, 0.7), (7, 0.3), (21, -1.2)), -2.0)
    if a.when and b.when and gap(a.when, b.when) > 5:
        days -= 1.0  # said on two days that are named
    words = weigh_words(a, b)
    if speakers > 0 and a.remarks and a.remarks & b.remarks:
        words = max(words, 0.6)
    return speakers + 6.0 * words + days - (1.0 if a.doc == b.doc else 0.0)


def compare_proposals(a: Portrait, b: Portrait) -> float:
    who, to = weigh_actors(a, b, "by", 1.5), weigh_actors(a, b, "to", 0.7)
    days = weigh_days(a.moment, b.moment, ((3, 0.7), (14, 0.3), (45, -0.7)), -1.5)
    return who + max(to, -1.0) + weigh_items(a, b) * 0.5 + 6.0 * weigh_words(a, b) + days - (1.0 if a.doc == b.doc else 0.0)


def compare_conditions(a: Portrait, b: Portrait) -> float:
    on, others = _role(a, b, "on")
    if len(on) > 1 and len(others) > 1 and not (on <= others or others <= on):
        return VETO  # like clauses of two agreements bind other parties
    who = max(weigh_actors(a, b, "on", 0.8), -1.0) + max(weigh_actors(a, b, "set_by", 1.5), -3.0)
    days = weigh_days(a.moment, b.moment, ((31, 0.5), (200, 0.0)), -1.0)
    same = weigh_slots(a.slot("for"), b.slot("for"), 0.5, -1.0)
    return who + same + 6.0 * weigh_words(a, b) + days - (1.0 if a.doc == b.doc else 0.0)


def _role(a: Portrait, b: Portrait, role: str) -> tuple[frozenset[str], frozenset[str]]:
    return a.roles.get(role, NOBODY), b.roles.get(role, NOBODY)


RULES = {
    "commitment": compare_commitments,
    "agreement": compare_agreements,
    "meeting": compare_meetings,
    "need": compare_needs,
    "attack": compare_attacks,
    "tenure": compare_tenures,
    "initiative": compare_initiatives,
    "statement": compare_sayings,
    "proposal": compare_proposals,
    "condition": compare_conditions,
}
