"""Whether two claims are about one meeting: guests, body, day, place and format."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from promissory.reconciliation.calendar_windows import width
from promissory.reconciliation.knowing import NAMELESS
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.weighing import NOBODY, VETO, weigh_days, weigh_places, weigh_slots, weigh_words
from promissory.reconciliation.wording import STEM


def compare_meetings(a: Portrait, b: Portrait) -> float:
    who, others = (p.roles.get("participant", NOBODY) for p in (a, b))
    bodies = weigh_slots(a.slot("body"), b.slot("body"), 2.0, -2.0)
    guests = _weigh_guests(a, b, who, others)
    if guests == VETO:
        return VETO
    total = bodies + guests + _weigh_summits(a, b) + 2.0 * weigh_words(a, b) + 1.2 * weigh_places(a, b, _weigh_elsewhere(a, b, guests))
    total += _weigh_sessions(a, b, who, others)
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
    if _is_body_alone(a, who, b, others) or _is_body_alone(b, others, a, who):
        return -0.7
    states, other_states = _states(a, who), _states(b, others)
    if states & other_states:
        by_state = all(map(a.known.is_land, who)) or all(map(a.known.is_land, others))
        return 1.5 if len(states) > 1 and states == other_states and by_state else 0.5
    if NAMELESS in who | others and (a.slot("body") or b.slot("body")):
        return 1.0  # the partners that meet as a body
    if NAMELESS in who | others and a.known.collective & (who | others) - {NAMELESS}:
        return 0.5  # the partners of a group that meets
    return 0.0 if len(who) == 1 or len(others) == 1 else -1.0


def _is_body_alone(a: Portrait, who: frozenset[str], b: Portrait, others: frozenset[str]) -> bool:
    """Whether one is the session of a body, and the other names several who met one another."""
    return who == {a.slot("body")} and len(others - {NAMELESS}) > 1 and not b.slot("body") and b.slot("format") not in LARGE


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


SESSION = re.compile(r"\b(?:sessions?|plenar(?:y|ies)|conferences?|summit|meeting of)\b", re.I)
#: Formats of meetings that one attends with many others.
LARGE = frozenset({"summit", "conference", "council"})


def _weigh_sessions(a: Portrait, b: Portrait, who: frozenset[str], others: frozenset[str]) -> float:
    """One who spoke to a session took part in what met there on that day."""
    for guest, host, guests, hosts in ((a, b, who, others), (b, a, others, who)):
        large = host.slot("body") or host.slot("format") in LARGE or len(hosts) > 2
        if len(guests) == 1 and large and not guest.slot("body") and guest.when and guest.when == host.when and SESSION.search(guest.text):
            return 1.0
    return 0.0


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
