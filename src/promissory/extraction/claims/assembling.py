"""Drafts → claims: drop what the ranker does not trust, join drafts about one thing, write spans and grounds."""

from __future__ import annotations

from promissory.extraction.claims.confirming import confirm
from promissory.extraction.claims.crediting import credit
from promissory.extraction.claims.echoing import without_echoes
from promissory.extraction.claims.merging import merge
from promissory.extraction.claims.ranking import judge
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.backing import back
from promissory.extraction.slots.locating import locate_drafts
from promissory.extraction.slots.timing import time_drafts
from promissory.model import Claim, Span
from promissory.model.kinds import ROLES, STATUSES


def assemble(scene: Scene, drafts: list[Draft]) -> tuple[Claim, ...]:
    """The claims of a document in the order of their evidence."""
    candidates = [draft for draft in distinct(drafts) if not _is_among_strangers(scene, draft)]
    judged = zip(judge(scene, candidates), candidates, strict=True)
    kept = [(verdict.right, draft) for verdict, draft in judged if verdict.kept or _only_adds(draft)]
    kept.sort(key=lambda pair: (pair[1].evidence[0], pair[1].kind, pair[1].trigger))
    kept = without_echoes(scene, kept)
    claims: dict[str, Claim] = {}
    for confidence, draft in confirm(scene, list(credit(scene, locate_drafts(scene, time_drafts(scene, back(scene, merge(scene, kept))))))):
        claim = build_claim(scene, draft, confidence)
        claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def _is_among_strangers(scene: Scene, draft: Draft) -> bool:
    """Whether a text that never names the country tells of nobody the pack knows: a band's new singer, a developer's pledge."""
    if scene.focus or scene.is_note:
        return False
    parties = {ident for ids in draft.parties.values() for ident in ids}
    known = {i for i in parties if (actor := scene.pack.actor.get(i)) and actor.type != "group"} | parties & scene.pack.person.keys()
    return not known


def _only_adds(draft: Draft) -> bool:
    """Whether a draft can only complete another ("the signing took place in Lviv"), never become a claim of its own."""
    return bool(draft.features.get("reference")) and draft.status != "ended"


def distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft for all that say the same on the same words: the one with the status furthest along, the first of equals."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        known = best.get(key := _identity(draft))
        if known is not None and _are_two_meetings(known, draft):
            known = best.get(key := (*key, draft.status))
        if known is None or _stage(draft) > _stage(known):
            best[key] = draft
    return list(best.values())


def _are_two_meetings(a: Draft, b: Draft) -> bool:
    """ "I spoke to him yesterday, and I am going to see him tomorrow": one held and one planned, each of its own day."""
    days = {a.slots.get("date"), b.slots.get("date")}
    return a.kind == "meeting" and a.status != b.status and None not in days and len(days) > 1


def _stage(draft: Draft) -> int:
    return STATUSES[draft.kind].index(draft.status) if draft.kind in ("commitment", "agreement") and draft.status != "ended" else 0


def _identity(draft: Draft) -> tuple[object, ...]:
    """What makes two drafts of one sentence the same: kind, parties, sum and goods; not the trigger. Posts are left and taken in one."""
    parties = tuple((role, tuple(sorted(ids))) for role, ids in sorted(draft.parties.items()))
    return (
        draft.kind,
        tuple(draft.evidence),
        draft.clause,
        parties,
        draft.slots.get("amount"),
        draft.slots.get("items"),
        draft.slots.get("post"),
        draft.status if draft.kind in ("tenure", "condition") else None,
    )


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
