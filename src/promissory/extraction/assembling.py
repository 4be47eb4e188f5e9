"""Drafts → claims: drop what the ranker does not trust, join drafts about one thing, write spans and grounds."""

from __future__ import annotations

from promissory.extraction.ranking import confidence_of
from promissory.extraction.scene import Draft, Scene
from promissory.model import Claim, Span
from promissory.model.kinds import ROLES

#: Drafts below this are not claims.
FLOOR = 0.3


def assemble(scene: Scene, drafts: list[Draft]) -> tuple[Claim, ...]:
    """The claims of a document in the order of their evidence; drafts that say the same on the same words are one."""
    best: dict[tuple[object, ...], tuple[float, Draft]] = {}
    for draft in drafts:
        score = confidence_of(scene, draft)
        if score < FLOOR:
            continue
        key = _identity(draft)
        if key not in best or score > best[key][0]:
            best[key] = (score, draft)
    chosen = sorted(best.values(), key=lambda pair: (pair[1].evidence[0], pair[1].kind, pair[1].trigger))
    claims: dict[str, Claim] = {}
    for score, draft in chosen:
        claim = build_claim(scene, draft, score)
        claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def _identity(draft: Draft) -> tuple[object, ...]:
    """What makes two drafts of one sentence the same: kind, parties, sum and goods; not the trigger."""
    parties = tuple((role, tuple(sorted(ids))) for role, ids in sorted(draft.parties.items()))
    return draft.kind, tuple(draft.evidence), parties, draft.slots.get("amount"), draft.slots.get("items"), draft.slots.get("post")


def build_claim(scene: Scene, draft: Draft, confidence: float) -> Claim:
    """The claim of a draft; spans are cut from the document's text."""
    document = scene.document
    return Claim(
        text=document.text,
        doc=document.id,
        kind=draft.kind,
        status=draft.status,
        parties={role: tuple(draft.parties[role]) for role in ROLES[draft.kind] if draft.parties.get(role)},
        evidence=tuple(Span.cut(document.text, a, b) for a, b in draft.evidence),
        grounds={slot: Span.cut(document.text, a, b) for slot, (a, b) in draft.grounds.items()},
        inferred=draft.inferred,
        confidence=round(confidence, 3),
        **draft.slots,
    )
