"""The ledger's commitments in the columns of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Unpack

from promissory.ledger import FilterOptions, Ledger
from promissory.packs import Pack
from promissory.tracker.layout import SOURCES
from promissory.tracker.offers import Offer, offers_of

#: support → what the sheet calls it
GENERAL: Mapping[str, str] = {
    "military": "Military", "training": "Military", "industrial": "Military", "financial": "Financial", "humanitarian": "Humanitarian",
}  # fmt: skip
LETTER: Mapping[str, str] = {"Military": "M", "Financial": "F", "Humanitarian": "H"}
Row = dict[str, Any]


def sheet_of(ledger: Ledger, pack: Pack, *, entry: str | None = None, **options: Unpack[FilterOptions]) -> list[Row]:
    """A row an item of each commitment that passes the filters (or of `entry`), or one without item; the sum stands in the first row only.

    IDs are made as in the sheet (donor, letter of the type, number); nothing stands where no report states it.
    """
    told: dict[str, list[Offer]] = {}
    identity = ledger.get(entry).id if entry else None
    for offer in (offer for offer in offers_of(ledger, pack, options) if identity in (None, offer.entry["id"])):
        told.setdefault(offer.entry["id"], []).append(offer)
    numbers: dict[str, int] = {}
    return [row for offers in told.values() for row in _rows(offers, pack, numbers)]


def _rows(offers: Sequence[Offer], pack: Pack, numbers: dict[str, int]) -> Iterator[Row]:
    entry = offers[0].entry
    donors = entry["parties"].get("donor", ())
    general = GENERAL.get(entry["support"] or "", "")
    prefix = f"{'+'.join(donors) or 'XX'}{LETTER.get(general, 'X')}"
    numbers[prefix] = numbers.get(prefix, 0) + 1
    head = {
        "ID": f"{prefix}{numbers[prefix]}",
        "Donor": "; ".join(pack.actor[donor].name if donor in pack.actor else donor for donor in donors),
        "Announcement date": announced(entry),
        "Type of aid general": general,
        "Type of aid specific": entry["support"],
        "Stage": entry["status"],
    }
    amount = entry["amount"] or {}
    money = {"Source reported currency": amount.get("currency"), "Source reported value": amount.get("value")}
    for n, lot in enumerate(entry["items"] or [{}]):
        yield head | _told(offers) | (money if n == 0 else {}) | _goods(lot, entry["status"], pack)


def _told(offers: Sequence[Offer]) -> Row:
    """The words that tell of it, and where they stand."""
    quotes = dict.fromkeys(" ".join(quote.split()) for offer in offers for quote, _ in offer.quotes)
    sources = dict.fromkeys(source for offer in offers for _, source in offer.quotes)
    return {"Explanation": " … ".join(quotes)} | dict(zip(SOURCES, sources, strict=False))


def _goods(lot: Mapping[str, Any], status: str, pack: Pack) -> Row:
    if not lot:
        return {}
    name = pack.item[lot["item"]].name if lot["item"] in pack.item else lot["item"]
    return {"Item": name, "No. of units": lot["count"], "No. of units delivered": lot["count"] if status == "delivered" else None}


def announced(entry: Mapping[str, Any]) -> str:
    """The day of the first step, or of its first report."""
    days = [step["on"] or step["reported"] for step in entry["history"] if step["on"] or step["reported"]]
    return min(days, default="")
