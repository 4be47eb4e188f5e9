"""A ledger lined up with a sheet: what both have, what only one has, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import interval
from promissory.packs import Pack
from promissory.tracker.activities import Activity, plain_number, some
from promissory.tracker.exchanging import Exchange, Rated
from promissory.tracker.matching import Pair, assign
from promissory.tracker.offers import Offer, offers_of
from promissory.tracker.weighing import ENOUGH, OPEN_SUM, SAME_DONOR, TURNED_SUM, Weigher, days_apart, donor_points, sum_points, turned

#: Days of difference that are none: reports of one announcement. Of one entry's reports, a second is lined up with an activity of its own
#: only if it is as close as this.
CLOSE, AT_ONCE = 45, 14
WORDS = 240


@dataclass(frozen=True)
class Pairing:
    """An activity and the report of a commitment lined up with it: `differs` is slot → (what the sheet says, what the ledger says).

    `agrees` names the slots in which both say the same, `open` those that only the sheet states; `rates` are those by which the sums agree.
    """

    activity: Activity
    offer: Offer
    points: float
    agrees: tuple[str, ...]
    differs: dict[str, tuple[Any, Any]]
    open: tuple[str, ...] = ()
    rates: tuple[Rated, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """The JSON of a pairing: `activity`, `entry` (id), `points`, `agrees`, `differs`, `open`, `rates`, `quotes`."""
        differs = {slot: {"there": there, "here": here} for slot, (there, here) in self.differs.items()}
        head = {"activity": self.activity.to_record(), "entry": self.offer.entry["id"], "points": round(self.points, 2)}
        said = {"agrees": list(self.agrees), "differs": differs, "open": list(self.open)}
        return head | said | {"rates": [rate.to_record() for rate in self.rates], "quotes": quotes_of(self.offer)}


@dataclass(frozen=True)
class Comparison:
    """`matched` agree in what both state, `different` do not; `there` only the sheet has, `here` only the ledger."""

    matched: tuple[Pairing, ...]
    different: tuple[Pairing, ...]
    there: tuple[Activity, ...]
    here: tuple[Offer, ...]

    def to_record(self) -> dict[str, Any]:
        """The JSON of the comparison: `matched`, `different` (pairings), `there` (activities), `here` (entries with their quotes)."""
        return {
            "matched": [pairing.to_record() for pairing in self.matched],
            "different": [pairing.to_record() for pairing in self.different],
            "there": [activity.to_record() for activity in self.there],
            "here": [{"entry": offer.entry["id"], "quotes": quotes_of(offer)} for offer in self.here],
        }


def compare(
    ledger: Ledger, activities: Sequence[Activity], pack: Pack, exchange: Exchange | None = None, **options: Unpack[FilterOptions]
) -> Comparison:
    """Lines what is reported of the commitments that pass the filters up with the activities, so that most speaks for all together.

    One report of a commitment goes to one activity; an entry lined up with several stands for several activities of the sheet. Without
    `exchange` sums of two currencies are never the same. A filter by actor keeps, of what only the ledger has, what one of these gives; a
    commitment without a donor may be anybody's.
    """
    actors = some(options.pop("actor", None))
    offers = offers_of(ledger, pack, options)
    weigher = Weigher(activities, offers, exchange)
    points = {(a, o): got for a, o in _candidates(activities, offers) if (got := weigher.points(a, o)) >= ENOUGH}
    pairings = _kept([_pairing(activities[a], offers[o], points[a, o], exchange) for a, o in assign(points)])
    used_there, used_here = {p.activity.id for p in pairings}, {p.offer.entry["id"] for p in pairings}
    left = {offer.entry["id"]: offer for offer in reversed(offers) if offer.entry["id"] not in used_here}
    return Comparison(
        matched=tuple(p for p in pairings if not p.differs),
        different=tuple(p for p in pairings if p.differs),
        there=tuple(activity for activity in activities if activity.id not in used_there),
        here=tuple(offer for offer in reversed(left.values()) if not actors or not (offer.donors | offer.supposed).isdisjoint(actors)),
    )


def _kept(pairings: Sequence[Pairing]) -> list[Pairing]:
    """Pairings without those of an entry that are neither its best nor close in time."""
    best: dict[str, Pairing] = {}
    for pairing in pairings:
        known = best.setdefault(pairing.offer.entry["id"], pairing)
        if pairing.points > known.points:
            best[pairing.offer.entry["id"]] = pairing
    return [p for p in pairings if best[p.offer.entry["id"]] is p or _at_once(p)]


def _at_once(pairing: Pairing) -> bool:
    apart = days_apart(pairing.activity, pairing.offer)
    return apart is not None and apart <= AT_ONCE


def quotes_of(offer: Offer) -> list[dict[str, str]]:
    """The quotes of a commitment with their sources, those with a figure first."""
    ordered = sorted(offer.quotes, key=lambda quote: not any(c.isdigit() for c in quote[0]))
    return [{"quote": " ".join(quote.split())[:WORDS], "source": source} for quote, source in ordered]


def _candidates(activities: Sequence[Activity], offers: Sequence[Offer]) -> Iterator[Pair]:
    """Pairs of one donor (or of none on both sides), of one sum, of one number of an item, or of one day and a report without donor."""
    by_key: dict[object, list[int]] = defaultdict(list)
    for o, offer in enumerate(offers):
        for key in _keys_of(offer):
            by_key[key].append(o)
    for a, activity in enumerate(activities):
        counted = {(item, count) for item, _, count in activity.items if count is not None}
        keys: set[object] = {*(activity.donors or {None}), interval(activity.date), *counted}
        keys |= {_magnitude(activity.value)} if activity.value else set()
        yield from ((a, o) for o in sorted({o for key in keys for o in by_key.get(key, ())}))


def _keys_of(offer: Offer) -> set[object]:
    """What an activity that is the same has too."""
    sums = {_magnitude(value) + step for value, _, _ in offer.sums for step in (-1, 0, 1)}
    counted = {(item, count) for item, count in offer.items.items() if count is not None}
    nobody = set() if offer.donors else {None, offer.days}
    return {*offer.donors, *offer.supposed, *nobody, *sums, *counted}


def _magnitude(value: Any) -> int:
    """A bucket: sums within a hundredth of each other are in one, or in neighbours."""
    return int((value.ln() * 100).to_integral_value()) if value > 0 else -(10**6)


def _pairing(activity: Activity, offer: Offer, points: float, exchange: Exchange | None) -> Pairing:
    said = dict(_said(activity, offer, exchange))
    found = (turned(activity, offer, stated, exchange) for stated in offer.sums)
    rates = [rate for one in found if one for rate in one.rates] if sum_points(activity, offer, exchange) == TURNED_SUM else []
    return Pairing(
        activity, offer, points,
        agrees=tuple(slot for slot, (same, _, _) in said.items() if same),
        differs={slot: (there, here) for slot, (same, there, here) in said.items() if not same},
        open=tuple(slot for slot in _stated(activity) if slot not in said),
        rates=tuple(dict.fromkeys(rates)),
    )  # fmt: skip


def _stated(activity: Activity) -> Iterator[str]:
    """The slots of an activity that the sheet states."""
    if activity.donors:
        yield "donor"
    if activity.value is not None:
        yield "amount"
    if interval(activity.date):
        yield "date"


def _said(activity: Activity, offer: Offer, exchange: Exchange | None) -> Iterator[tuple[str, tuple[bool, Any, Any]]]:
    """Slot → whether both say the same, what the sheet says, what the ledger says; slots that both state."""
    donors = donor_points(activity, offer)
    if donors == SAME_DONOR or (offer.donors and activity.donors):
        yield "donor", (donors == SAME_DONOR, activity.donor, sorted(offer.donors))
    if activity.value is not None and offer.sums:
        sums = [f"{currency or '?'} {plain_number(value)}" for value, currency, _ in offer.sums]
        same = sum_points(activity, offer, exchange) >= OPEN_SUM
        yield "amount", (same, f"{activity.currency or '?'} {plain_number(activity.value)}", sums)
    apart = days_apart(activity, offer)
    if apart is not None and offer.days:
        yield "date", (apart <= CLOSE, activity.date, "/".join(dict.fromkeys(offer.days)))
    if offer.support and activity.support:
        yield "support", (offer.support in activity.support, activity.support[0], offer.support)
    for item, _, count in activity.items:
        here = offer.items.get(item) if item else None
        if count is not None and here is not None:
            yield f"number of {item}", (here == count, plain_number(count), plain_number(here))
