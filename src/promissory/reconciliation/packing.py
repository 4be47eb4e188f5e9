"""A portrait as bytes: as a line of JSON for the ledger, and frozen, with what comparing has seen in it, for the time of a run."""

from __future__ import annotations

import json
import marshal
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Any

from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.reports import Report
from promissory.reconciliation.wording import Bag

#: What is kept of any frozen portrait as it is, and what is drawn from its words once by looking.
DRAWN = (
    "id", "kind", "status", "doc", "roles", "when", "said", "period", "items", "place", "schemes", "number", "lender", "twin", "taken",
    "moment", "shingles",
)  # fmt: skip
#: What comparing looks at in claims of some kinds alone.
LOOKED: Mapping[str, tuple[str, ...]] = {
    "commitment": (*DRAWN, "amount", "sums", "batches", "new", "again"),
    "statement": (*DRAWN, "everybody", "remarks"),
}


def pack(portrait: Portrait) -> str:
    """The portrait without what is drawn from it by looking, and without what is known of its document: about 500 characters."""
    report = portrait.report
    roles = {role: sorted(who) for role, who in portrait.roles.items() if who != frozenset(report.claim["parties"][role])}
    drawn = {
        "roles": roles, "when": portrait.when, "said": portrait.said, "period": portrait.period, "items": portrait.items,
        "place": portrait.place, "schemes": sorted(portrait.schemes), "number": portrait.number, "lender": portrait.lender,
        "twin": portrait.twin, "taken": sorted(portrait.taken),
    }  # fmt: skip
    whole = [report.claim, report.reported, {name: value for name, value in drawn.items() if value}]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def unpack(packed: str, known: Knowledge) -> Portrait:
    """The portrait that was packed."""
    claim, reported, drawn = json.loads(packed)
    report = Report(claim, reported)
    items: Mapping[str, float | None] = drawn.get("items", {})
    told = {role: frozenset(map(intern, who)) for role, who in report.roles.items()}
    return Portrait(
        report=report,
        id=report.id,
        kind=intern(report.kind),
        status=intern(report.status),
        doc=intern(str(claim["doc"])),
        roles=told | {role: frozenset(map(intern, who)) for role, who in drawn.get("roles", {}).items()},
        when=_pair(drawn.get("when")),
        said=_pair(drawn.get("said")),
        period=_pair(drawn.get("period")),
        items=items,
        broader={item: known.broader(item) for item in items},
        place=_pair(drawn.get("place")),
        schemes=frozenset(drawn.get("schemes", ())),
        number=drawn.get("number"),
        known=known,
        lender=drawn.get("lender"),
        twin=drawn.get("twin"),
        taken=frozenset(drawn.get("taken", ())),
    )


def is_packed(line: bytes) -> bool:
    """Whether bytes are a packed portrait and no frozen one: a list of JSON begins with a bracket, and no frozen tuple does."""
    return line.startswith(b"[")


def freeze(portrait: Portrait) -> bytes:
    """The portrait with what comparing sees in it, for `thaw`, which is ten times as fast as `unpack` and looking again."""
    looks = [getattr(portrait, name) for name in LOOKED.get(portrait.kind, DRAWN)]
    return marshal.dumps((dict(portrait.report.claim), portrait.report.reported, looks, [_freeze_bag(bag) for bag in portrait.words]))


def thaw(frozen: bytes, known: Knowledge) -> Portrait:
    """The portrait that was frozen in this process."""
    claim, reported, looks, bags = marshal.loads(frozen)
    portrait = object.__new__(Portrait)
    seen = portrait.__dict__  # what a cached property has found is there already
    seen.update(zip(LOOKED.get(looks[1], DRAWN), looks, strict=True))
    seen.update(known=known, report=Report(claim, reported), words=tuple([_thaw_bag(*bag) for bag in bags]))
    seen["broader"] = {item: known.broader(item) for item in seen["items"]}
    return portrait


def _freeze_bag(bag: Bag) -> tuple[list[str], dict[str, float], float]:
    """Most stems weigh one."""
    return [stem for stem, weight in bag.weights.items() if weight == 1.0], _other(bag.weights), bag.total


def _other(weights: Mapping[str, float]) -> dict[str, float]:
    return {stem: weight for stem, weight in weights.items() if weight != 1.0}


def _thaw_bag(plain: Iterable[str], other: Mapping[str, float], total: float) -> Bag:
    weights = dict.fromkeys(plain, 1.0)
    weights.update(other)
    return Bag(weights, frozenset(weights), total)


def _pair(value: Any) -> Any:
    return tuple(value) if value else None
