"""The register of bilateral agreements: who signed with the beneficiary, in order of date, and how many reports say they are."""

from __future__ import annotations

from dataclasses import dataclass

from promissory.ledger import Ledger

SIGNED = ("signed", "in_force")
#: The party of "other countries": nobody by name, so no signature.
NAMELESS = "partners"


@dataclass(frozen=True, slots=True)
class Signature:
    """The first agreement that a party signed; `on` is None where no report dates it."""

    party: str
    on: str | None
    place: str | None
    entry: str


@dataclass(frozen=True, slots=True)
class Published:
    """A number of signed agreements that a report gives, on the day of the report, and what a careful reader objects to."""

    number: int
    on: str | None
    entry: str
    objection: str | None


def signatures(ledger: Ledger, beneficiary: str = "UA", *, as_of: str | None = None) -> list[Signature]:
    """One signature for each partner of a signed agreement between two, dated ones first and in order.

    Statements of a number of agreements (`count` above one) are no agreements of their own.
    """
    first: dict[str, Signature] = {}
    for entry in ledger.entries(kind="agreement", status=SIGNED, actor=beneficiary, as_of=as_of):
        partners = [party for party in entry["parties"].get("party", ()) if party != beneficiary]
        if len(partners) == 1 and partners[0] != NAMELESS and (entry["count"] or 1) == 1:
            found = Signature(partners[0], entry["date"], entry["place"], entry.id)
            known = first.setdefault(found.party, found)
            if _order(found) < _order(known):
                first[found.party] = found
    return sorted(first.values(), key=_order)


def published_numbers(ledger: Ledger, *, as_of: str | None = None) -> list[Published]:
    """The numbers of signed agreements that reports give, in order of report; those without an objection agree with the register."""
    told = [entry for entry in ledger.entries(kind="agreement", status=SIGNED, as_of=as_of) if (entry["count"] or 1) > 1]
    objections = {about: f["message"] for f in ledger.findings(kind="count_mismatch", as_of=as_of) for about in f["about"]}
    found = [Published(entry["count"], entry["history"][0]["reported"], entry.id, objections.get(entry.id)) for entry in told]
    return sorted(found, key=lambda one: (one.on is None, one.on or "", one.number))


def _order(signature: Signature) -> tuple[bool, str, str]:
    return signature.on is None, signature.on or "", signature.party
