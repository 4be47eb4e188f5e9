"""How much speaks for an activity of the sheet and a commitment of the ledger being one thing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from promissory.ledger.days import interval
from promissory.tracker.activities import Activity
from promissory.tracker.exchanging import Exchange, Exchanged
from promissory.tracker.offers import Offer, words_of

#: Points; what is not known on one side gives none, but for a donor that only the sheet names.
SAME_SUM, OPEN_SUM, TURNED_SUM, NEAR_SUM, OTHER_SUM = 4.0, 3.0, 3.0, 1.0, -4.0
#: The same figure in another currency: one of the two wrote the wrong currency down. It tells only beside the same donor.
SAME_FIGURE, OTHER_CURRENCY = 2.0, -2.0
SAME_DONOR, OTHER_DONOR = 3.0, -5.0
SAME_TYPE, OTHER_TYPE = 0.5, -2.0
SAME_COUNT, SAME_ITEM = 1.5, 0.5
SAME_SOURCE, SAME_WORDS = 4.0, 4.0
#: Up to so many days apart → points
DAYS = ((3, 2.0), (14, 1.0), (45, 0.0), (180, -1.0))
FAR = -3.0
#: Days over which a date that is an interval says nothing about another within it.
VAGUE = 45
#: Sums are the same up to this share, and near up to that: a rounded figure, or one of which a part is reported elsewhere.
EXACT, ABOUT = Decimal("0.001"), Decimal("0.1")
#: Sums in two currencies are the same up to this share: those who turn one into the other take rates of different days.
TURNED = Decimal("0.03")
#: The share of a quote's words that, without sums to tell by, makes it an account of the same thing.
RETOLD = 0.8
#: From so many points on, two are lined up.
ENOUGH = 5.0


Stated = tuple[Decimal, str | None, bool]


class Weigher:
    """Weighs pairs; a word counts more the fewer activities have it."""

    def __init__(self, activities: Sequence[Activity], offers: Sequence[Offer], exchange: Exchange | None = None) -> None:
        self._told = [words_of(f"{activity.explanation} {' '.join(w for _, w, _ in activity.items)}") for activity in activities]
        spread = Counter(word for words in [*self._told, *(offer.words for offer in offers)] for word in words)
        every = len(activities) + len(offers)
        self._rarity = {word: math.log(every / number) for word, number in spread.items()}
        self._activities, self._offers, self._exchange = activities, offers, exchange

    def points(self, a: int, o: int) -> float:
        """What speaks for activity `a` and offer `o` less what speaks against; nothing where they share no more than donor and time."""
        activity, offer = self._activities[a], self._offers[o]
        sums, (items, counted) = sum_points(activity, offer, self._exchange), _item_points(activity, offer)
        donors = donor_points(activity, offer)
        sourced = not offer.addresses.isdisjoint(activity.sources)
        retold = self._shared(self._told[a], offer.words)
        telling = sums >= OPEN_SUM or (sums == SAME_FIGURE and donors == SAME_DONOR)
        # a sum that the explanation tells and the sheet does not enter is another's
        account = activity.value is None and not offer.sums and retold >= RETOLD
        if not (sourced or telling or counted or account):
            return 0.0
        others = donors + _day_points(activity, offer) + _type_points(activity, offer)
        return sums + items + others + SAME_SOURCE * sourced + SAME_WORDS * retold

    def _shared(self, told: frozenset[str], quoted: frozenset[str]) -> float:
        """The share of the quotes' words, by rarity, that the explanation has."""
        whole = self._weight(quoted)
        return self._weight(told & quoted) / whole if whole else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(sorted(self._rarity[word] for word in words))


def sum_points(activity: Activity, offer: Offer, exchange: Exchange | None) -> float:
    """The best that any sum of the report says."""
    if activity.value is None:
        return 0.0
    return max((_of_sum(activity, offer, stated, exchange) for stated in offer.sums), default=0.0)


def _of_sum(activity: Activity, offer: Offer, stated: Stated, exchange: Exchange | None) -> float:
    value, currency, exact = stated
    if currency and activity.currency and currency != activity.currency:
        if turned(activity, offer, stated, exchange):
            return TURNED_SUM
        return SAME_FIGURE if _apart(activity, value) <= EXACT else OTHER_CURRENCY
    if _apart(activity, value) <= EXACT:
        return SAME_SUM if currency else OPEN_SUM
    return NEAR_SUM if not exact and _apart(activity, value) <= ABOUT else OTHER_SUM


def turned(activity: Activity, offer: Offer, stated: Stated, exchange: Exchange | None) -> Exchanged | None:
    """A sum in the currency of the sheet at the rate of the day, if it is the sheet's; None where it is not, or no rate is known."""
    value, currency, _ = stated
    days = interval(activity.date) or offer.days
    if exchange is None or days is None or currency is None or activity.currency in (None, currency):
        return None
    found = exchange.convert(value, currency, days[0], str(activity.currency))
    return found if found and _apart(activity, found.value) <= TURNED else None


def _apart(activity: Activity, value: Decimal) -> Decimal:
    """How far a sum is from that of the sheet, as a share of it."""
    wanted = activity.value or Decimal(0)
    return abs(value - wanted) / wanted if wanted else abs(value)


def donor_points(activity: Activity, offer: Offer) -> float:
    """A commitment whose donor no report names may be anybody's; of one that only other reports name nothing speaks against another."""
    if not offer.donors or not activity.donors:
        return 0.0 if offer.supposed.isdisjoint(activity.donors) else SAME_DONOR
    return OTHER_DONOR if offer.donors.isdisjoint(activity.donors) else SAME_DONOR


def _day_points(activity: Activity, offer: Offer) -> float:
    apart = days_apart(activity, offer)
    return 0.0 if apart is None else next((points for most, points in DAYS if apart <= most), FAR)


def days_apart(activity: Activity, offer: Offer) -> int | None:
    """Days between the announcement and the days the commitment may be of; None where one is not dated, or too vaguely to tell."""
    there, here = interval(activity.date), offer.days
    if not there or not here:
        return None
    apart = max(0, _between(there[1], here[0]), _between(here[1], there[0]))
    return None if not apart and max(_between(*there), _between(*here)) > VAGUE else apart


def _between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _type_points(activity: Activity, offer: Offer) -> float:
    if not offer.support or not activity.support:
        return 0.0
    return SAME_TYPE if offer.support in activity.support else OTHER_TYPE


def _item_points(activity: Activity, offer: Offer) -> tuple[float, bool]:
    """Points of the goods that both have, and whether a number of them is the same."""
    shared = [(item, count) for item, _, count in activity.items if item is not None and item in offer.items]
    same = sum(count is not None and offer.items[item] == count for item, count in shared)
    return min(2 * SAME_COUNT, SAME_COUNT * same + SAME_ITEM * (len(shared) - same)), same > 0
