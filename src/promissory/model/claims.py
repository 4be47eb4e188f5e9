"""Claims: what one document says happened, is promised or is needed, with the words that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from typing import Any

from promissory.errors import GroundingError
from promissory.model.ids import content_id
from promissory.model.kinds import COMMON_SLOTS, KINDS, QUALIFIERS, ROLES, SLOTS, STATUSES
from promissory.model.spans import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in units of an ISO 4217 currency; `currency` is None where the text leaves it open."""

    value: float
    currency: str | None
    qualifier: str = "exact"

    def __post_init__(self) -> None:
        if self.qualifier not in QUALIFIERS:
            raise ValueError(f"qualifier {self.qualifier!r} is none of {', '.join(QUALIFIERS)}")

    def to_record(self) -> dict[str, Any]:
        value = int(self.value) if float(self.value).is_integer() else self.value
        return {"value": value, "currency": self.currency, "qualifier": self.qualifier}


@dataclass(frozen=True, slots=True)
class ItemCount:
    """An item of the pack's lexicon and how many; `count` is None where the text does not say."""

    item: str
    count: float | None = None
    qualifier: str | None = None

    def to_record(self) -> dict[str, Any]:
        count = int(self.count) if self.count is not None and float(self.count).is_integer() else self.count
        return {"item": self.item, "count": count, "qualifier": self.qualifier}


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One claim of one document. It cannot be built with a quote that does not stand in `text`, the document's text.

    `grounds` holds, for each filled slot, the span that proves it (status included). `inferred` says, for a slot that was
    not read but inferred, from what.
    """

    text: InitVar[str]
    doc: str
    kind: str
    status: str
    parties: Mapping[str, tuple[str, ...]]
    evidence: tuple[Span, ...]
    date: str | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    amount: Amount | None = None
    items: tuple[ItemCount, ...] = ()
    attributed_to: tuple[str, ...] = ()
    urgent: bool | None = None
    by: str | None = None
    support: str | None = None
    period: str | None = None
    framework: str | None = None
    count: int | None = None
    term: str | None = None
    scope: tuple[str, ...] = ()
    format: str | None = None
    body: str | None = None
    means: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    for_: str | None = None
    post: str | None = None
    grounds: Mapping[str, Span] = field(default_factory=dict)
    inferred: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 0.5

    def __post_init__(self, text: str) -> None:
        if self.kind not in KINDS or self.status not in STATUSES[self.kind]:
            raise ValueError(f"{self.kind!r} with status {self.status!r} is not in the model")
        if unknown := set(self.parties) - set(ROLES[self.kind]):
            raise ValueError(f"a {self.kind} has no role {', '.join(sorted(unknown))}")
        if foreign := [s for k in KINDS for s in SLOTS[k] if s not in SLOTS[self.kind] and getattr(self, s) not in (None, ())]:
            raise ValueError(f"a {self.kind} has no slot {', '.join(foreign)}")
        if not self.evidence:
            raise GroundingError("a claim without evidence does not exist", self.doc)
        for span in (*self.evidence, *self.grounds.values()):
            span.check(text)

    @cached_property
    def id(self) -> str:
        """Hash of all that the claim says and stands on; confidence and extraction run are left out."""
        record = self.to_record()
        return content_id(
            "c",
            [record[key] for key in ("doc", "kind", "status", "parties", "evidence")] + [record[slot_name(s)] for s in slots_of(self.kind)],
        )

    def to_record(self) -> dict[str, Any]:
        """The JSON of a claim without `id`, `source`, `reported` and `run`, which the ledger adds."""
        record: dict[str, Any] = {
            "doc": self.doc,
            "kind": self.kind,
            "status": self.status,
            "parties": {role: list(ids) for role, ids in self.parties.items() if ids},
        }
        for slot in slots_of(self.kind):
            record[slot_name(slot)] = _plain(getattr(self, slot))
        record["evidence"] = [span.to_record() for span in self.evidence]
        record["grounds"] = {slot: span.to_record() | _because(self.inferred, slot) for slot, span in sorted(self.grounds.items())}
        record["inferred"] = {slot: why for slot, why in sorted(self.inferred.items()) if slot not in self.grounds}
        record["confidence"] = self.confidence
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any], text: str) -> Claim:
        """The claim of a record, checked against the text of its document."""
        amount = record.get("amount")
        slots: dict[str, Any] = {slot: _frozen(record.get(slot_name(slot))) for slot in slots_of(record["kind"])}
        slots["amount"] = Amount(amount["value"], amount["currency"], amount["qualifier"]) if amount else None
        slots["items"] = tuple(ItemCount(i["item"], i["count"], i["qualifier"]) for i in record.get("items") or ())
        for name in ("topics", "attributed_to", "scope", "means", "hit"):
            if name in slots:
                slots[name] = slots[name] or ()
        grounds = record.get("grounds", {})
        inferred = {slot: ground["because"] for slot, ground in grounds.items() if "because" in ground}
        return cls(
            text=text,
            doc=record["doc"],
            kind=record["kind"],
            status=record["status"],
            parties={role: tuple(ids) for role, ids in record["parties"].items()},
            evidence=tuple(Span.from_record(span) for span in record["evidence"]),
            grounds={slot: Span.from_record(ground) for slot, ground in grounds.items()},
            inferred=inferred | dict(record.get("inferred", {})),
            confidence=record.get("confidence", 0.5),
            **slots,
        )


def slots_of(kind: str) -> tuple[str, ...]:
    """The attribute names of the slots that a kind has."""
    return COMMON_SLOTS + SLOTS[kind]


def slot_name(attribute: str) -> str:
    """The JSON name of a slot attribute (`for_` is a keyword in Python)."""
    return attribute.rstrip("_")


#: The JSON names of the slots of all kinds, each once.
ALL_SLOTS = tuple(dict.fromkeys(slot_name(slot) for kind in KINDS for slot in slots_of(kind)))


def _because(inferred: Mapping[str, str], slot: str) -> dict[str, str]:
    return {"because": inferred[slot]} if slot in inferred else {}


def _plain(value: Any) -> Any:
    if isinstance(value, Amount | ItemCount):
        return value.to_record()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
