"""The columns of each register: name → the cell of an entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from promissory.analysis.registers.context import Context, Record, step

Cell = Callable[[Record, Context], Any]


def role(name: str) -> Cell:
    return lambda entry, _: list(entry["parties"].get(name) or ())


def slot(name: str) -> Cell:
    return lambda entry, _: entry.get(name)


def first(*statuses: str) -> Cell:
    return lambda entry, _: step(entry, *statuses)


def signed(entry: Record, _: Context) -> str | None:
    """The day of a signature, or of the first report of it; the day on which several were counted is the signature of none."""
    steps = entry["history"] if (entry["count"] or 1) == 1 else [one for one in entry["history"] if one["on"]]
    return step({"history": steps}, "signed", "in_force")


def partners(entry: Record, context: Context) -> list[str]:
    """The parties but the one that everybody signs with, where there are two."""
    named = list(entry["parties"].get("party") or ())
    most = context.beneficiary
    return [party for party in named if party != most] if len(named) > 1 else named


def answered_by(entry: Record, context: Context) -> list[str]:
    """The commitments that answer a need: donor and stage, `DE delivered`, with their entries."""
    return [_told(other) for other in context.linking(entry, "requested_by")]


def contents(entry: Record, context: Context) -> list[str]:
    """The commitments that stand in an agreement."""
    return [_told(other) for other in context.linking(entry, "part_of") if other["kind"] == "commitment"]


def outcome(entry: Record, context: Context) -> list[str]:
    """What came of a meeting: the agreements, commitments and initiatives that are part of it."""
    return [_told(other) for other in context.linking(entry, "part_of") if other["kind"] in ("agreement", "commitment", "initiative")]


def figures(entry: Record, context: Context) -> list[str]:
    """The numbers of an attack as each source gives them: `Dnieper Courier: 36 missile`."""
    told = []
    for claim in context.claims(entry):
        counts = [f"{lot['count']} {lot['item']}" for lot in claim.get("items") or () if lot["count"] is not None]
        told += [f"{context.publisher(claim)}: {', '.join(counts)}"] if counts else []
    return list(dict.fromkeys(told))


def sums(stages: tuple[str, ...]) -> Cell:
    """The sums of the commitments that are part of an initiative, at some stages; each as written, none added."""

    def found(entry: Record, context: Context) -> list[str]:
        parts = [other for other in context.linking(entry, "part_of") if other["kind"] == "commitment" and other["status"] in stages]
        return [_told(other) for other in parts if other["amount"]]

    return found


def words(entry: Record, context: Context) -> str:
    return context.words(entry)


def known(name: str) -> Cell:
    """The day a post is held since or until, as the pack has it and no report need say."""

    def cell(entry: Record, context: Context) -> str | None:
        term = context.term(entry)
        return getattr(term, name) if term else None

    return cell


def beside(at: int) -> Cell:
    """Who held the post before (0) and after (1), by the pack."""
    return lambda entry, context: context.beside(entry)[at]


def _told(entry: Record) -> str:
    givers = "+".join(entry["parties"].get("donor") or entry["parties"].get("party") or entry["parties"].get("lead") or ())
    amount = entry.get("amount")
    lots = [f"{lot['count']} {lot['item']}" if lot["count"] is not None else lot["item"] for lot in entry.get("items") or ()]
    what = [f"{amount['currency'] or '?'} {amount['value']}"] if amount else lots
    return " ".join(part for part in (givers, entry["status"], ", ".join(what), f"({entry['id'][:10]})") if part)


WHAT: Mapping[str, Cell] = {"items": slot("items"), "amount": slot("amount"), "topics": slot("topics")}
COLUMNS: Mapping[str, Mapping[str, Cell]] = {
    "need": {
        "needs": role("needs"), "asked": role("asked"), **WHAT, "urgent": slot("urgent"), "by": slot("by"),
        "first_told": first("stated", "requested"), "answered_by": answered_by, "words": words,
    },
    "commitment": {
        "donor": role("donor"), "recipient": role("recipient"), "via": role("via"), "items": slot("items"), "amount": slot("amount"),
        "support": slot("support"), "framework": slot("framework"), "period": slot("period"), "topics": slot("topics"),
    },
    "agreement": {
        "partner": partners, "announced": first("proposed"), "negotiated": first("negotiating"), "signed": signed,
        "place": slot("place"), "term": slot("term"), "framework": slot("framework"), "scope": slot("scope"), "count": slot("count"),
        "amount": slot("amount"), "contents": contents,
    },
    "meeting": {
        "place": slot("place"), "format": slot("format"), "body": slot("body"), "participant": role("participant"),
        "convenor": role("convenor"), "requested_by": role("requested_by"), "topics": slot("topics"), "outcome": outcome,
    },
    "tenure": {
        "person": role("person"), "post": slot("post"), "body": role("body"), "candidate": first("candidate"),
        "took": first("takes_office"), "left": first("leaves_office"), "pack_since": known("since"), "pack_until": known("ended"),
        "preceded_by": beside(0), "followed_by": beside(1),
    },
    "condition": {"on": role("on"), "set_by": role("set_by"), "for": slot("for"), "topics": slot("topics"), "words": words},
    "attack": {
        "actor": role("actor"), "target": role("target"), "place": slot("place"), "means": slot("means"), "hit": slot("hit"),
        "figures": figures, "attributed_to": slot("attributed_to"),
    },
    "initiative": {
        "lead": role("lead"), "beneficiary": role("beneficiary"), **WHAT, "announced": first("announced", "active"),
        "pledged": sums(("pledged", "committed", "allocated", "contracted")), "paid": sums(("delivered",)), "words": words,
    },
    "proposal": {"by": role("by"), "to": role("to"), **WHAT, "words": words},
    "statement": {"speaker": role("speaker"), "topics": slot("topics"), "words": words},
}  # fmt: skip
