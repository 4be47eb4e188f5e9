"""One thing, told twice in a document, is one claim with several quotes: headline and sentence, first mention and later ones.

Which drafts tell one thing is for `sameness` to say; here they are joined.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from promissory.extraction.claims.likeness import bounds_of, country_of, is_crowd, is_rounded, sums_of
from promissory.extraction.claims.sameness import Pairs
from promissory.extraction.scene import Draft, Scene
from promissory.model.kinds import ROLES


@dataclass(frozen=True)
class Judged:
    """A draft with its confidence."""

    confidence: float
    draft: Draft


def merge(scene: Scene, judged: Iterable[tuple[float, Draft]]) -> list[tuple[float, Draft]]:
    """The drafts of a document, in order, with those that speak of the same thing joined; references that find nothing are left out."""
    headings = {s.start for s in scene.sentences if s.block.heading}
    pairs = Pairs(scene, headings)
    groups: list[Judged] = []
    for confidence, draft in judged:
        alike = [n for n in range(len(groups) - 1, -1, -1) if pairs.are_one(groups[n].draft, draft)]
        at = next((n for n in alike if pairs.are_of_same(groups[n].draft, draft)), next(iter(alike), None))
        if at is not None:
            groups[at] = Judged(max(groups[at].confidence, confidence), join(scene, groups[at].draft, draft))
        elif not draft.features.get("reference"):
            groups.append(Judged(confidence, draft))
        elif draft.status == "ended" and (last := next((g.draft for g in reversed(groups) if g.draft.kind == draft.kind), None)):
            groups.append(Judged(confidence, _adopt(draft, last)))
    return [(group.confidence, group.draft) for group in groups]


def join(scene: Scene, first: Draft, second: Draft) -> Draft:
    """One draft out of two: quotes of both, parties and slots of the fuller one completed by the other."""
    base, other = (second, first) if _weight(second) > _weight(first) else (first, second)
    slots = {**other.slots, **base.slots}
    if slots.get("support") is None and other.slots.get("support") not in (None, "training"):  # training is a part of much that is given
        slots["support"] = other.slots["support"]
    grounds = {**other.grounds, **base.grounds}
    if _is_finer(other.slots.get("date"), base.slots.get("date")):
        slots["date"] = other.slots["date"]
        grounds |= {"date": other.grounds["date"]} if "date" in other.grounds else {}
    if _is_town_of(scene, other.slots.get("place"), base.slots.get("place")):
        slots["place"], grounds["place"] = other.slots["place"], other.grounds["place"]
    # the headline's sum is the other one, converted or rounded
    if sums_of(scene, base) < sums_of(scene, other) or is_rounded(scene, base, other):
        slots["amount"], grounds["amount"] = other.slots["amount"], other.grounds["amount"]
    if base.kind in ("commitment", "need") and base.status == other.status and _says_more(other, base):
        slots["items"], grounds["items"] = other.slots["items"], other.grounds.get("items", grounds.get("items", base.trigger))
    if tellers := tuple(dict.fromkeys((*first.slots.get("attributed_to", ()), *second.slots.get("attributed_to", ())))):
        slots["attributed_to"] = tellers
    claimed = "claimed" in (first.status, second.status) and base.kind == "attack"
    if {first.slots.get("format"), second.slots.get("format")} == {"bilateral", "call"}:
        slots["format"] = "call"  # two who "discussed" it did so by phone
    done = base.kind == "commitment" and {first.status, second.status} == {"allocated", "delivered"}  # a headline in the present tense
    # "Germany to supply a battery", "the government has resolved to strengthen its air defence"
    firm = base.kind == "commitment" and (first.status, second.status) == ("pledged", "committed") and first.evidence[0][0] == 0
    return replace(
        base,
        status="claimed" if claimed else "delivered" if done else "committed" if firm else base.status,
        evidence=sorted({*base.evidence, *other.evidence}),
        parties={
            role: _named(base, other, role)
            or _read(base, other, role)
            or _joined(scene, base.parties.get(role, []), other.parties.get(role, []), other.rule == "leading")
            for role in ROLES[base.kind]
        },
        slots=slots,
        grounds=grounds,
        inferred={slot: why for slot, why in (other.inferred | base.inferred).items() if not (_reads(base, slot) or _reads(other, slot))},
        features={**other.features, **base.features, "quotes": float(len({*base.evidence, *other.evidence}))},
    )


def _says_more(other: Draft, base: Draft) -> bool:
    """ "Clears the way for Leopards", over "14 Leopards": whether another telling counts the same goods, which this one leaves open."""
    here, there = ({i.item: i.count for i in d.slots.get("items", ())} for d in (base, other))
    return bool(here) and here.keys() <= there.keys() and not any(here.values()) and any(there.values())


def _reads(draft: Draft, role: str) -> bool:
    """Whether the words of a draft name the actors of a role."""
    return bool(draft.parties.get(role)) and role not in draft.inferred


def _read(base: Draft, other: Draft, role: str) -> list[str]:
    """The actors of a role that one draft read, where the other only inferred them."""
    read = [d for d in (base, other) if _reads(d, role)]
    return read[0].parties[role] if len(read) == 1 and role in {*base.inferred, *other.inferred} else []


def _named(base: Draft, other: Draft, role: str) -> list[str]:
    """Those named, where the other draft tells of the same visit by a word for all of them."""
    named = [d for d in (base, other) if not is_crowd(d)]
    visits = all(d.slots.get("format") == "visit" for d in (base, other))
    return named[0].parties.get(role, []) if role == "participant" and visits and len(named) == 1 else []


def _adopt(reference: Draft, last: Draft) -> Draft:
    """ "These agreements expired": a later stage of what was told last, with its parties."""
    count = {"count": last.slots["count"]} if "count" in last.slots else {}
    return replace(
        reference,
        parties=last.parties,
        slots={**count, **reference.slots},
        inferred={**reference.inferred, "parties": "those of the last one told"},
    )


def _weight(draft: Draft) -> int:
    return len(draft.slots) + sum(len(ids) for ids in draft.parties.values()) - 5 * bool(draft.features.get("reference"))


def _joined(scene: Scene, ids: list[str], more: list[str], led: bool) -> list[str]:
    """Both lists; a state gives way to a person who speaks for it, but for one who leads its delegation."""
    both = [*ids, *(i for i in more if i not in ids)]
    known = scene.pack.actor
    both = [i for i in both if not (i in known and known[i].type == "group" and known[i].members and {*known[i].members} <= {*both})]
    people = {scene.namer.state_of(i) for i in (*ids, *([] if led else more)) if i not in scene.pack.actor}
    states = {i for i in people if i and i in scene.pack.actor and scene.pack.actor[i].type == "state"}
    kept = [i for i in both if i not in states or (i in ids and i in more)]
    if len(kept) > 2 and "partners" in kept and not ("partners" in ids and "partners" in more):
        kept.remove("partners")  # those counted are named in the other draft
    return kept or both


def _is_town_of(scene: Scene, place: object, country: object) -> bool:
    return place is not None and country is not None and place != country and country_of(scene, str(place)) == country


def _is_finer(date: object, than: object) -> bool:
    """Whether a date lies within another that says less."""
    return date is not None and than is not None and date != than and _within(str(date), str(than))


def _within(inner: str, outer: str) -> bool:
    (a, b), (c, d) = bounds_of(inner), bounds_of(outer)
    return c <= a and b <= d
