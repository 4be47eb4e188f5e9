"""The register of bilateral agreements: who signed with the beneficiary, in order of date."""

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


def _order(signature: Signature) -> tuple[bool, str, str]:
    return signature.on is None, signature.on or "", signature.party
