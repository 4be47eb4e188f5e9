"""Whether two claims are about one initiative: lead, name, form (fund, coalition, command), purpose, and the goods it is for."""

from __future__ import annotations

from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.weighing import VETO, weigh_actors, weigh_days, weigh_places, weigh_words
from promissory.reconciliation.wording import words_of

#: Likeness below which the words of two initiatives name nothing in common.
SOME = 0.15
#: The stems of what an initiative may be.
FORMS = words_of("coalition fund facility mechanism command headquarters mission training purchase platform alliance centre tribunal")


def compare_initiatives(a: Portrait, b: Portrait) -> float:
    leads, words = weigh_actors(a, b, "lead", 1.5), weigh_words(a, b)
    if leads == VETO:
        leads = -1.0
    named = 2.5 if _share_name(a, b) else -2.5 if a.schemes and b.schemes else 0.0
    total = leads + max(weigh_actors(a, b, "beneficiary", 0.3), -1.0) + named + (4.0 * words if named or words >= SOME else -0.5)
    total -= 2.5 if a.sums and b.sums and a.sums.isdisjoint(b.sums) and not named else 0.0  # a fund of 20 billion is none of 50
    total += (_weigh_forms(a, b) + _weigh_purposes(a, b)) if leads > 0 and not named else 0.0
    return total + weigh_places(a, b, -1.0) + weigh_days(a.moment, b.moment, ((31, 0.5), (400, 0.0)), -0.5)


def _share_name(a: Portrait, b: Portrait) -> bool:
    """Whether both name one scheme, or one is said to lead itself and the other names it."""
    return bool(a.schemes & b.schemes) or _is_named_in(a, b) or _is_named_in(b, a)


def _is_named_in(a: Portrait, b: Portrait) -> bool:
    leads = a.roles.get("lead", frozenset()) & a.known.collective - b.roles.get("lead", frozenset())
    actors = (a.known.pack.actor[lead] for lead in sorted(leads) if lead in a.known.pack.actor)
    return any(actor.type == "coalition" and actor.name.casefold() in b.plain for actor in actors)


def _weigh_forms(a: Portrait, b: Portrait) -> float:
    """A fund is no command; of one lead and one form there are few."""
    forms, others = (frozenset().union(*(bag.stems for bag in p.words)) & FORMS for p in (a, b))
    return 0.0 if not forms or not others else 0.7 if forms & others else -0.7


def _weigh_purposes(a: Portrait, b: Portrait) -> float:
    """What it is for: by its topics, or the goods that the words name."""
    topics = set(a.slot("topics") or ()) & set(b.slot("topics") or ())
    return 0.4 * bool(topics) + 0.6 * bool(_goods(a) & _goods(b))


def _goods(p: Portrait) -> frozenset[str]:
    """The goods that the words name, and what they are sorts of."""
    return frozenset(sort for item in p.named for sort in p.known.broader(item)) - {"weapons", "equipment"}
