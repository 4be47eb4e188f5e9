"""The draft of a gift: its parties, its sum and goods, its time and scheme, and what the ranker looks at."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, main_clause, within
from promissory.extraction.kinds.commitments.frameworks import fill_framework
from promissory.extraction.kinds.gifts.notes import currency_of, giver_of, is_giver
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.kinds.matters.support import kind_told, support_of
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import Goods, fill_amount, fill_attribution, fill_date, fill_items, fill_topics
from promissory.extraction.slots.periods import fill_period
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What a least sum is called.
FLOORS = frozenset(("minimum", "floor", "baseline"))


def draft_gift(scene: Scene, gift: Gift, donors: list[Referent], goods: Goods, amount: AmountMention | None) -> Draft:
    """The draft of what these donors give: these goods and this sum of a gift."""
    draft = scene.draft(gift.sentence, "commitment", gift.status, gift.trigger, f"{gift.frame.pos.lower()}:{gift.frame.role}")
    draft.clause = main_clause(gift.trigger).i
    givers = [s for s in scene.states(donors) if s in scene.pack.actor]
    takers = [s for s in scene.states(gift.recipients) if s in scene.pack.actor and s not in givers]
    funds = [s for s in takers if _is_fund(scene.pack, s)]
    takers = [s for s in takers if s not in _schemes(scene.pack) and s not in funds]
    through = [s for s in takers if scene.pack.actor[s].type == "organisation"] if scene.beneficiary in takers else []
    passed = passing(scene, gift.sentence, [gift.trigger, *gift.words])
    through += funds + [s for s in passed if s not in (*givers, *through, scene.beneficiary)]
    takers = [s for s in takers if s not in through]  # a fund or agency beside the receiver passes it on
    if not givers and scene.is_note and (giver := giver_of(scene)) and giver not in takers:
        givers = [giver]
        draft.inferred["donor"] = "the one whose support the note is about"
    if not takers and scene.beneficiary not in givers:
        takers = [scene.beneficiary]
        draft.inferred["recipient"] = "the report is about support for it"
    if gift.inferred_donor:
        draft.inferred["donor"] = gift.inferred_donor
    draft.add("donor", [g for g in givers if g not in takers])
    draft.add("recipient", takers)
    if through:
        draft.add("via", through)
    if len(givers) == 1 and givers[0] not in (scene.beneficiary, *ADVERSARIES) and _is_spoken_of(scene, gift, givers[0]):
        scene.discourse.state, scene.discourse.stated = givers[0], gift.sentence.block_number
    fill_items(draft, goods)
    if amount:
        amount = replace(amount, currency=currency_of(scene, amount, givers))
        fill_amount(draft, gift.sentence, amount, floor=_is_floor(gift.sentence, amount))
    fill_date(draft, gift.sentence, gift.trigger)
    fill_period(scene, draft, gift.sentence, gift.trigger, gift.words)
    fill_framework(scene, draft, gift.sentence, gift.trigger, gift.words)
    fill_topics(draft, scene, gift.sentence, gift.words)
    fill_attribution(draft, scene, gift.sentence, gift.trigger)
    if "attributed_to" not in draft.slots and (people := [d.id for d in donors if d.person]):
        draft.slots["attributed_to"] = tuple(people)
        draft.inferred["attributed_to"] = "the person who undertakes it"
    told = _with_sum(gift, amount)
    draft.slots["support"] = support_of(scene, gift.sentence, told, goods, gift.frame.role, givers, around=not gift.apart)
    _describe(draft, gift, goods)
    if gift.frame.role not in ("stop", "cancel") and not amount and not any(item.count for item, _ in goods) and continues(gift):
        draft.features |= {"continues": 1.0, "inferred_who": float("donor" in draft.inferred)}
    if any(
        t.text in ("GDP", "GNI") or (t.i in gift.sentence.number_at and gift.sentence.number_at[t.i].unit == "percent") for t in gift.words
    ):
        draft.features["share"] = 1.0  # of what a country earns: as good as a sum
    if scene.is_note:
        draft.features["note"] = float(bool(draft.parties.get("donor") or draft.slots.keys() & {"amount", "items"}))
    return draft


@lru_cache(maxsize=4)
def _schemes(pack: Pack) -> frozenset[str]:
    """Funds and coalitions that are actors too: what is given to them is for the receiver."""
    return frozenset(f.id for f in pack.frameworks) | {f.body for f in pack.frameworks if f.body and f.type == "coalition"}


def passing(scene: Scene, sentence: Sentence, words: list[Token]) -> list[str]:
    """Organisations through which a gift goes ("through the United Nations and the Red Cross", "via the World Bank")."""
    heads = [t for word in words for t in after(word, "through", "via")]
    named = [who.id for who in scene.named(sentence, heads) if not (who.person or who.vague)]
    return [i for i in named if (actor := scene.pack.actor.get(i)) and actor.type in ("organisation", "bloc")]


def _is_fund(pack: Pack, ident: str) -> bool:
    """Whether an actor is a fund that passes on what it is given."""
    actor = pack.actor[ident]
    return actor.type == "organisation" and "Fund" in actor.name.split() and "Monetary" not in actor.name


def _with_sum(gift: Gift, amount: AmountMention | None) -> list[Token]:
    """The words about a gift or one of its sums, and the sum where that stands beside them."""
    own = gift.own_words
    if own is None and amount is not None:
        own = _beside_others(gift, amount)
    return [*(gift.words if own is None else own), *(gift.sentence.tokens_of(amount) if amount else [])]


def _beside_others(gift: Gift, amount: AmountMention) -> list[Token] | None:
    """ "Humanitarian aid and a loan of 100 million": the words of the sum, which stands with another noun than the first."""
    head = gift.sentence.head_of(amount)
    inside = {t.i for t in gift.words}
    above = [head, *head.ancestors] if head is not None and head.i in inside else []
    joined = next((t for t in above if t.dep_ == "conj" and t.head.i in inside and t.head.pos_ in ("NOUN", "PROPN")), None)
    words = list(within(joined)) if joined is not None and joined.i not in gift.sentence.amount_at else []
    return words if kind_told(words) else None


def _is_spoken_of(scene: Scene, gift: Gift, giver: str) -> bool:
    """Whether later sentences may go on about a giver: no group of states, and nobody who keeps others from giving.

    Nor is it one that a clause on a noun says something of ("through a fund that gives"), and in a note no agency.
    """
    if gift.trigger.dep_ == "relcl" or (scene.is_note and not is_giver(scene, giver)):
        return False
    return scene.pack.actor[giver].type != "group" and gift.trigger.lemma_ not in ("block", "hold", "veto", "obstruct")


def continues(gift: Gift) -> bool:
    """Whether the words go on about a gift told before ("the money", "this assistance", "the system") rather than tell of another."""
    inside = {t.i for t in gift.words}
    if gift.frame.role == "total":  # "the money amounts to steadfast funding"
        return bool(told := subjects(gift.trigger)) and all(_is_told(t) for t in told)
    heads = [t for t in gift.words if t.head.i not in inside or t.head.i == t.i]
    return bool(heads) and all(_is_told(head) for head in heads if head.pos_ in ("NOUN", "PROPN", "PRON"))


def _is_told(head: Token) -> bool:
    if head.lower_ in ("it", "they", "them", "these", "this", "those"):
        return True
    if head.lower_ in ("remainder", "rest", "balance"):  # what was left aside before
        return False
    definite = any(c.lower_ in ("the", "this", "that", "these", "those") for c in head.children)
    return definite and not any(c.dep_ in ("acl", "relcl", "amod", "compound", "nummod", "poss") for c in head.children)


def _is_floor(sentence: Sentence, amount: AmountMention) -> bool:
    """Whether the sentence calls the sum a minimum ("a commitment of 40 billion is the minimum for this year")."""
    head = sentence.head_of(amount)
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None) if head is not None else None
    return verb is not None and any(t.lemma_.lower() in FLOORS for t in verb.subtree if t.i not in sentence.amount_at)


def _describe(draft: Draft, gift: Gift, goods: Goods) -> None:
    """What the ranker looks at."""
    draft.features |= {
        f"role={gift.frame.role}": 1, f"lemma={gift.trigger.lemma_.lower()}": 1, f"tense={gift.mood.tense if gift.mood else None}": 1,
        "amount": float("amount" in draft.slots), "items": float(bool(goods)), "donor": float(bool(draft.parties.get("donor"))),
        "inferred_recipient": float("recipient" in draft.inferred), f"inferred_donor={gift.inferred_donor}": 1,
        "count": float(any(i.count for i, _ in goods)), "donors": float(min(3, len(draft.parties.get("donor", ())))),
        "vague_donor": float(any(d.vague for d in gift.donors)), "person_donor": float(any(d.person for d in gift.donors)),
    }  # fmt: skip
