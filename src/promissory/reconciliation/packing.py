"""A portrait as a line of JSON: about 500 bytes, so that the claims of a large ledger can wait in memory or in the ledger."""

from __future__ import annotations

import json
from collections.abc import Mapping
from sys import intern
from typing import Any

from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.portraying import Portrait
from promissory.reconciliation.reports import Report


def pack(portrait: Portrait) -> bytes:
    """The portrait without what is drawn from it by looking, and without what is known of its document."""
    report = portrait.report
    roles = {role: sorted(who) for role, who in portrait.roles.items() if who != frozenset(report.claim["parties"][role])}
    drawn = {
        "roles": roles, "when": portrait.when, "said": portrait.said, "period": portrait.period, "items": portrait.items,
        "place": portrait.place, "schemes": sorted(portrait.schemes), "number": portrait.number, "lender": portrait.lender,
        "twin": portrait.twin, "taken": sorted(portrait.taken),
    }  # fmt: skip
    whole = [report.claim, report.reported, {name: value for name, value in drawn.items() if value}]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(packed: bytes, known: Knowledge) -> Portrait:
    """The portrait that was packed."""
    claim, reported, drawn = json.loads(packed.decode("utf-8", "surrogatepass"))
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


def _pair(value: Any) -> Any:
    return tuple(value) if value else None
