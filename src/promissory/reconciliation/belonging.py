"""What is part of what: an agreement of its framework, a meeting of the summit beside which it is held."""

from __future__ import annotations

from promissory.reconciliation.calendar_windows import width
from promissory.reconciliation.deeds import Deed
from promissory.reconciliation.knowing import Knowledge

#: Meetings of many, beside which others are held, and the most days that one lasts.
GATHERINGS, LASTS = frozenset({"summit", "conference", "council"}), 5


def part_of_framework(part: Deed, whole: Deed, known: Knowledge) -> bool:
    """Whether an agreement of two parties stands in the framework that the other entry is: an initiative, or an agreement of many."""
    if part.kind != "agreement" or not _is_of_two(part, known) or not part.frameworks & whole.frameworks:
        return False
    return whole.kind == "initiative" or not _is_of_two(whole, known)


def _is_of_two(deed: Deed, known: Knowledge) -> bool:
    return len(deed.actors) == 2 and not deed.actors & known.collective


def part_of_gathering(part: Deed, whole: Deed, known: Knowledge) -> bool:
    """Whether a meeting was held in the town and in the days of a larger one, of some who took part in it, or beside it by its words."""
    if part.form in GATHERINGS or whole.form not in GATHERINGS or part.begun is None or whole.begun is None:
        return False
    if width(whole.begun) > LASTS or not (whole.begun[0] <= part.begun[0] and part.begun[1] <= whole.begun[1]):
        return False
    return part.aside or any(_takes_part(one, part, whole, known) for one in part.actors)


def _takes_part(actor: str, part: Deed, whole: Deed, known: Knowledge) -> bool:
    """Whether somebody, or the state spoken for, is of those who meet at the larger one."""
    state = known.stands_for(actor, part.begun)
    guests = {known.stands_for(guest, whole.begun) for guest in whole.actors} | whole.actors
    return bool({actor, state} & guests) or any(state in known.members(bloc) for bloc in whole.actors)
