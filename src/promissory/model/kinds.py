"""Kinds of claims and entries, with the statuses, roles and slots of each."""

from __future__ import annotations

KINDS = ("need", "commitment", "agreement", "meeting", "statement", "attack", "initiative", "condition", "tenure", "proposal")

STATUSES: dict[str, tuple[str, ...]] = {
    "need": ("stated", "requested", "met"),
    "commitment": ("considered", "pledged", "committed", "allocated", "contracted", "delivered", "suspended", "withdrawn"),
    "agreement": ("proposed", "negotiating", "signed", "in_force", "ended"),
    "meeting": ("planned", "held", "cancelled"),
    "statement": ("quoted", "reported"),
    "attack": ("reported", "claimed", "threatened"),
    "initiative": ("proposed", "announced", "active", "ended"),
    "condition": ("stated", "met", "unmet"),
    "tenure": ("candidate", "takes_office", "holds", "leaves_office"),
    "proposal": ("made", "accepted", "rejected"),
}

ROLES: dict[str, tuple[str, ...]] = {
    "need": ("needs", "asked"),
    "commitment": ("donor", "recipient", "via"),
    "agreement": ("party",),
    "meeting": ("participant", "convenor", "requested_by"),
    "statement": ("speaker",),
    "attack": ("actor", "target"),
    "initiative": ("lead", "beneficiary"),
    "condition": ("on", "set_by"),
    "tenure": ("person", "body"),
    "proposal": ("by", "to"),
}

#: Slots every kind has, then those of one kind. `for_` is written `for` in JSON.
COMMON_SLOTS = ("date", "place", "topics", "amount", "items", "attributed_to")
SLOTS: dict[str, tuple[str, ...]] = {
    "need": ("urgent", "by"),
    "commitment": ("support", "period", "framework"),
    "agreement": ("count", "term", "framework", "scope"),
    "meeting": ("format", "body"),
    "statement": (),
    "attack": ("means", "hit"),
    "initiative": (),
    "condition": ("for_",),
    "tenure": ("post",),
    "proposal": (),
}

SUPPORT = ("military", "financial", "humanitarian", "industrial", "training")
FORMATS = ("bilateral", "council", "summit", "conference", "call", "dinner", "visit")
QUALIFIERS = ("exact", "about", "at_least", "at_most")
