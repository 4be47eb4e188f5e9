"""Whether two claims are about one thing: one rule for each kind, on what identifies a thing of that kind."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from promissory.reconciliation.calendar_windows import gap, width
from promissory.reconciliation.comparing_commitments import compare_commitments, is_life_in_a_breath
from promissory.reconciliation.knowing import NAMELESS
from promissory.reconciliation.portraying import Portrait
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
from promissory.reconciliation.wording import STEM

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
        return 4.0 + weigh_actors(a, b, "party", 1.0) + weigh_days(a.moment, b.moment, ((45, 0.5), (200, -0.5)), -2.0)
    if not parties or not (parties == other or _names_one_party(parties, other)):
        return VETO
    if NAMELESS in parties | other and a.slot("framework") != b.slot("framework"):
        return VETO  # one instrument by name is not any that is made with somebody
    total = 0.5 if parties != other else 3.5 if len(parties) > 1 else 0.5
    total += 4.0 * weigh_words(a, b) + weigh_slots(a.slot("framework"), b.slot("framework"), 1.0, -2.0)
    total += weigh_slots(a.slot("term"), b.slot("term"), 0.5, -1.0) + weigh_places(a, b, -0.5)
    total += _weigh_instruments(a, b)
    return total + _weigh_signings(a, b)


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


def compare_meetings(a: Portrait, b: Portrait) -> float:
    who, others = _role(a, b, "participant")
    bodies = weigh_slots(a.slot("body"), b.slot("body"), 2.0, -2.0)
    guests = _weigh_guests(a, b, who, others)
    total = bodies + guests + _weigh_summits(a, b) + 2.0 * weigh_words(a, b) + 1.2 * weigh_places(a, b, _weigh_elsewhere(a, b, guests))
    total += _weigh_formats(a, b) + (1.5 if a.schemes & b.schemes else 0.0)
    if a.when and b.when:
        days = weigh_days(a.when, b.when, ((0, 2.0), (1, -1.0)), -4.0)
        # that a state meets somebody somewhere twice in a month says little
        total += min(days, 0.6) if guests < 1 and max(width(a.when), width(b.when)) > 14 else days
    else:
        total += weigh_days(a.moment, b.moment, ((4, 1.0), (14, 0.3), (60, -1.0)), -2.5)
    if a.doc == b.doc and {a.status, b.status} == {"planned", "held"}:
        total -= 3.0
    return total


def _weigh_guests(a: Portrait, b: Portrait, who: frozenset[str], others: frozenset[str]) -> float:
    """Guests in common. A claim that names but one names a part of those who met, and not who else was there."""
    if not who or not others:
        return 0.0
    if who != others:
        who, others = who | _named_in(a, others - who), others | _named_in(b, who - others)
    shared = who & others
    if shared:
        return _weigh_shared(a, b, who, others)
    if a.doc == b.doc:
        return -1.0
    if _states(a, who) & _states(b, others):
        return 0.5
    if NAMELESS in who | others and (a.slot("body") or b.slot("body")):
        return 1.0  # the partners that meet as a body
    if NAMELESS in who | others and a.known.collective & (who | others) - {NAMELESS}:
        return 0.5  # the partners of a group that meets
    return 0.0 if len(who) == 1 or len(others) == 1 else -1.0


#: Formats in which one meets another.
ALONE = frozenset({None, "bilateral", "call", "dinner"})


def _weigh_shared(a: Portrait, b: Portrait, who: frozenset[str], others: frozenset[str]) -> float:
    """Some guests are the same: all of them, some, or the one who met two others one after the other."""
    if who == others:
        return 2.0 if len(who) > 1 else 0.5 if a.known.is_land(next(iter(who))) else 1.0  # a state is at many meetings
    rest, other_rest = who - others, others - who
    if len(who & others) == 1 and rest and other_rest and _are_people(rest | other_rest) and not who & others & a.known.collective:
        return VETO if {a.slot("format"), b.slot("format")} <= ALONE and len(rest) == len(other_rest) == 1 else -1.0
    if len(who & others) > 1:
        return 1.5
    return 1.5 if rest and other_rest and _states(a, rest) == _states(b, other_rest) else 1.0


def _weigh_elsewhere(a: Portrait, b: Portrait, guests: float) -> float:
    """What other places say: nothing of one named in the words of the other, or of the same people on the way in one land."""
    if a.place is None or b.place is None or a.place[0] == b.place[0]:
        return 0.0
    one_land = a.place[1] is not None and a.place[1] == b.place[1]
    named = a.place[0] in b.plain or b.place[0] in a.plain
    return 0.0 if named or (one_land and guests >= 2) else -2.0


def _named_in(p: Portrait, others: frozenset[str]) -> frozenset[str]:
    """Of the people at the other meeting alone those that the words name, though the slot does not."""
    if not others:
        return others
    return frozenset(one for one in others if (stem := _surname(one)) and any(stem in bag.stems for bag in p.words))


@lru_cache(maxsize=1 << 12)
def _surname(actor: str) -> str | None:
    """The stem of a person's surname, by the form of the id; None for other actors."""
    return actor.rpartition("-")[2][:STEM] if "-" in actor and actor.islower() else None


def _are_people(actors: Collection[str]) -> bool:
    """Whether actors are persons, by the form of their ids."""
    return all(map(_surname, actors))


def _states(p: Portrait, actors: frozenset[str]) -> frozenset[str]:
    """The states and bodies that actors stand for at the time."""
    return frozenset(p.known.stands_for(actor, p.moment) for actor in actors)


def _weigh_summits(a: Portrait, b: Portrait) -> float:
    """A bloc or body meets at its summit once in a while: the same one in the same weeks is the same summit, and so is one town's."""
    town = a.place and b.place and a.place[0] == b.place[0] and not a.known.is_state(a.place[0])
    if town and a.slot("format") == b.slot("format") == "summit":
        return 1.4
    shared = a.roles.get("participant", NOBODY) & b.roles.get("participant", NOBODY) & a.known.collective
    return 0.7 if shared and a.slot("format") == b.slot("format") == "summit" else 0.0


FORMATS_ALIKE = (
    {"bilateral", "visit", "dinner"},
    {"summit", "conference", "council"},
    {"bilateral", "call"},
    {"visit", "conference"},
    {"visit", "summit"},
)


def _weigh_formats(a: Portrait, b: Portrait) -> float:
    x, y = a.slot("format"), b.slot("format")
    if x is None or y is None:
        return 0.0
    return 1.0 if x == y else 0.0 if any({x, y} <= alike for alike in FORMATS_ALIKE) else -2.0


#: Days that a request for so many may stand.
STANDING = 120


def compare_needs(a: Portrait, b: Portrait) -> float:
    total = weigh_actors(a, b, "needs") + weigh_actors(a, b, "asked", 0.8) + weigh_items(a, b) + 3.0 * weigh_words(a, b)
    total += weigh_amounts(a, b)
    if a.period and b.period:
        total += 1.0 if a.period == b.period else 0.0 if not gap(a.period, b.period) else -2.0
    days = weigh_days(a.moment, b.moment, ((7, 1.0), (45, 0.2), (60, -1.2)), -2.6)
    if _named_goods(a) & _named_goods(b):
        total += 0.4
    if a.items and b.items and _is_counted(a) != _is_counted(b):
        total -= 0.5  # so many that are lacking, and some that were asked for
    # a request for so many stands until it is met
    counted = any(n and n > 1 and b.items.get(item) == n for item, n in a.items.items())
    if counted and a.moment and b.moment:
        days = max(days, -0.4 if gap(a.moment, b.moment) <= STANDING else -2.0)
    return total + days - (1.0 if a.doc == b.doc else 0.0)


def _is_counted(p: Portrait) -> bool:
    """Whether it names a number of goods beyond one."""
    return any(count and count > 1 for count in p.items.values())


def _named_goods(p: Portrait) -> frozenset[str]:
    """The goods with a name of their own that the slot holds."""
    return p.known.branded.intersection(row["item"] for row in p.slot("items") or ())


def compare_attacks(a: Portrait, b: Portrait) -> float:
    total = weigh_actors(a, b, "actor", 1.0) + weigh_actors(a, b, "target", 0.4)
    total += 3.0 * weigh_words(a, b) + 1.3 * weigh_places(a, b, -2.5) + _weigh_sets(a, b, "means", 0.5) + _weigh_sets(a, b, "hit", 0.5)
    total -= 1.0 if a.doc == b.doc else 0.0
    total -= 1.5 if (a.status == "threatened") != (b.status == "threatened") else 0.0
    if a.when and b.when:
        return total + weigh_days(a.when, b.when, ((0, 2.5), (1, 0.5)), -4.0)
    return total - 0.3 + weigh_days(a.moment, b.moment, ((4, 0.5), (31, -0.5)), -2.0)


def _weigh_sets(a: Portrait, b: Portrait, slot: str, weight: float) -> float:
    x, y = set(a.report.slot(slot) or ()), set(b.report.slot(slot) or ())
    if not x or not y:
        return 0.0
    return weight if x & y else -weight


def compare_tenures(a: Portrait, b: Portrait) -> float:
    people, others = _role(a, b, "person")
    if people != others or not people:
        return VETO
    bodies = weigh_actors(a, b, "body", 1.0)
    posts = weigh_slots(a.slot("post"), b.slot("post"), 1.5, VETO)
    total = 2.0 + max(bodies, -2.0) + posts + weigh_words(a, b)
    if a.status == b.status != "holds" and not posts:
        total += weigh_days(a.moment, b.moment, ((120, 1.5),), 0.0)  # nobody runs for two posts at a time
    if a.status == b.status and a.when and b.when and gap(a.when, b.when) > 200 and a.status != "holds":
        return VETO
    return total


#: Likeness below which the words of two initiatives name nothing in common.
SOME = 0.15


def compare_initiatives(a: Portrait, b: Portrait) -> float:
    leads = weigh_actors(a, b, "lead", 1.5)
    if leads == VETO:
        leads = -1.0
    named = 2.5 if a.schemes & b.schemes else -2.5 if a.schemes and b.schemes else 0.0
    words = weigh_words(a, b)
    total = leads + max(weigh_actors(a, b, "beneficiary", 0.3), -1.0) + named + (4.0 * words if named or words >= SOME else -0.5)
    total += weigh_places(a, b, -1.0) + weigh_days(a.moment, b.moment, ((31, 0.5), (400, 0.0)), -0.5)
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
