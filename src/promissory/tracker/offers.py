"""What the ledger has to set beside an activity: a commitment with all that its reports say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import interval
from promissory.packs import Pack
from promissory.tracker.layout import NAMELESS

Record = Mapping[str, Any]
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{3,}")


@dataclass(frozen=True)
class Offer:
    """What one report says of a commitment of the ledger.

    `donors` are those it names, and the states that they act for; where it names none, `supposed` are those that other reports of the
    commitment name. `sums` is what it states (value, currency, whether exact); `days` the first and last day it may be of; `addresses`
    where it stands; `words` those of its quotes, which are (quote, source).
    """

    entry: Record
    donors: frozenset[str]
    supposed: frozenset[str]
    sums: tuple[tuple[Decimal, str | None, bool], ...]
    days: tuple[str, str] | None
    items: Mapping[str, Decimal | None]
    support: str | None
    addresses: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    words: frozenset[str]


def offers_of(ledger: Ledger, pack: Pack, options: FilterOptions) -> list[Offer]:
    """The commitments that pass the filters of a listing, report by report, in their order; those only considered are none."""
    options = {**options, "kind": "commitment"}
    claims = {row.id: row.record for row in ledger.claims(kind="commitment", as_of=options.get("as_of"))}
    addresses = {row.id: frozenset({row["url"], *row["sources"]} - {None}) for row in ledger.documents()}
    offers = []
    for row in ledger.entries(**options):
        if row["status"] != "considered":
            told: dict[str, list[Record]] = {}
            for key in row["claims"]:
                if key in claims:
                    told.setdefault(claims[key]["doc"], []).append(claims[key])
            offers += [_offer(row.record, found, addresses.get(doc, frozenset()), pack) for doc, found in told.items()]
    return offers


def words_of(text: str) -> frozenset[str]:
    """The words and figures of a text, folded."""
    return frozenset(WORD.findall(text.casefold()))


def _offer(entry: Record, claims: list[Record], addresses: frozenset[str], pack: Pack) -> Offer:
    ruled = (entry["reviewed"] or {}).get("slots", {})
    everyone = _states(entry["parties"].get("donor", ()), pack)
    own = _states((donor for claim in claims for donor in claim["parties"].get("donor", ())), pack)
    donors = everyone if "donor" in ruled else own
    days = [day for claim in claims if (day := interval(claim["date"] or claim["reported"]))]
    quotes = tuple(dict.fromkeys((span["quote"], claim["source"]) for claim in claims for span in claim["evidence"]))
    return Offer(
        entry=entry,
        donors=donors,
        supposed=frozenset() if donors else everyone,
        sums=tuple(dict.fromkeys(_sums([entry] if "amount" in ruled else claims))),
        days=(min(first for first, _ in days), max(last for _, last in days)) if days else None,
        items=_items([entry] if "items" in ruled else claims),
        support=next((claim["support"] for claim in claims if claim["support"]), entry["support"]),
        addresses=addresses,
        quotes=quotes,
        words=words_of(" ".join(quote for quote, _ in quotes)),
    )


def _items(records: Iterable[Record]) -> dict[str, Decimal | None]:
    """Item → the greatest number that is stated of it."""
    found: dict[str, Decimal | None] = {}
    for lot in (lot for record in records for lot in record["items"] or ()):
        count = None if lot["count"] is None else Decimal(str(lot["count"]))
        known = found.get(lot["item"])
        found[lot["item"]] = count if known is None else known if count is None else max(known, count)
    return found


def _sums(records: Iterable[Record]) -> Iterable[tuple[Decimal, str | None, bool]]:
    for record in records:
        if amount := record["amount"]:
            yield Decimal(str(amount["value"])), amount["currency"], amount["qualifier"] == "exact"


def _states(donors: Iterable[str], pack: Pack) -> frozenset[str]:
    """Donors with the states whose bodies and offices they are; those without a name are none."""
    found = set(donors) - {NAMELESS}
    acting_for = {actor.country for donor in found if (actor := pack.actor.get(donor)) and actor.country}
    return frozenset(found | acting_for)
