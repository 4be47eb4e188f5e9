"""Gifts whose verb is left out: "Denmark contributed 125 million, Sweden 20 million and Iceland 2.7 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from promissory.extraction.amounts.quantities import AmountMention, NumberMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.kinds.matters.support import LENDERS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_amount, fill_items
from promissory.extraction.text.gazetteer import Mention
from promissory.model import ItemCount
from promissory.packs import Actor

#: What may stand between a giver and its share.
BETWEEN = re.compile(
    r"\s+(?:(?:another|about|around|some|roughly|nearly|almost|over|just|another|an additional|a further|a|an|up to|more than|at least|"
    r"additional|further|with|for|gave|together|jointly|combined|,)\s+)*",
    re.IGNORECASE,
)
#: What stands before a giver whose verb is left out.
JOINT = re.compile(r"(?:[,;]|\band|\bwhile|\bbut|[,;]\s+and|[,;]\s+while)\s+(?:the\s+)?$", re.IGNORECASE)
#: What stands between those who give one figure together.
IN_ROW = re.compile(r"\s*(?:,|,?\s+and|,?\s+plus)\s+(?:the\s+)?")
#: What stands between goods and a number that counts more of them.
AND_MORE = re.compile(r"[^.;:]{0,60}?,?\s(?:and|then|plus)\s(?:(?:a\sfurther|another|an\sadditional|some|about|around|a\ssecond)\s)?")
#: What follows a number that counts more of the same, at another time.
LATER = re.compile(r"\s(?:more\s)?(?:(?:in|by|during|this|next|last|early|late)\s|the\s(?:following|next)|a\s(?:year|month)\s)")
BEHIND_MARK = re.compile(r";\s+(?:and\s+)?(?:the\s+)?$", re.IGNORECASE)
#: What stands between a part and where it comes from.
FROM = re.compile(
    r"(?P<some>\s+of\s+(?:them|which|these|it|that))?(?:\s+(?:to\s+come|coming|supplied|provided|donated|given|sent|are|were))?\s+(?:from|by)\s+(?:the\s+)?"
)
#: What stands between a sum and who gets it.
TO = re.compile(r"\s+(?:(?:each|more|in (?:aid|grants|loans))\s+)?(?:to|for)\s+(?:the\s+)?")
#: So many takers make a row.
MANY = 2
ONE = re.compile(r"\bone\b")
#: The least number that, beside a sum, is itself a sum ("125 million euros, Sweden 20 million").
LEAST_SUM = 1e5
#: What may follow a bare number that counts what was counted before.
BARE = re.compile(r"\s*(?:$|[.,;)]|and\b|while\b|of them\b|more\b|each\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Share:
    """A figure that stands right after a giver, and where it stands in the sentence."""

    start: int
    end: int
    what: AmountMention | ItemCount


def share_out(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts with each share given to the one named before it, and drafts for the shares that none has."""
    firsts = [d for d in drafts if d.rule.startswith("verb:") and d.slots.keys() & {"amount", "items"}]
    # "is paying for shells, Norway is giving 140 million and Belgium 200 million": whose figures the others' are like
    first = next((d for d in firsts if any(True for _ in _shares(scene, sentence, d))), None)
    first = first or next(iter(firsts), None)
    first = first or next((d for d in drafts if d.rule == "noun:sum" and d.parties.get("donor") and "donor" not in d.inferred), None)
    if first is None:
        return drafts
    given = list(drafts)
    if first.rule == "verb:receive" and (taken := _share_among_takers(scene, sentence, first, drafts)):
        return taken
    if taken := _share_to_takers(scene, sentence, first, drafts):
        return taken
    later = list(_later_counts(sentence, first))
    given += [d for d in later if not any(_stands_at(g, sentence, _where(sentence, d)) for g in given)]
    shares = list(_shares(scene, sentence, first))
    if len(shares) == 1 and _stands_at(first, sentence, shares[0][1]):
        return given  # "Norway supports work between Ukraine and the EU with 20 million": no verb is left out
    for givers, share in shares:
        known = [d for d in given if _stands_at(d, sentence, share)]
        for draft in known:
            if isinstance(share.what, AmountMention) and "items" in draft.slots:  # the sum was laid beside goods that are not its own
                del draft.slots["amount"], draft.grounds["amount"]
            else:
                given.remove(draft)
        given.append(_of_share(sentence, first, givers, share))
        for draft in given:
            if draft.parties.get("recipient") and set(draft.parties["recipient"]) <= set(givers):  # which the parser took for receivers
                draft.parties["recipient"] = [scene.beneficiary]
    return given


def _later_counts(sentence: Sentence, first: Draft) -> Iterator[Draft]:
    """ "Sent ten tanks in 2023 and a further 19 the following year": more of the same by the same giver, at a time of their own."""
    counted, at = _counted(first), first.grounds.get("items")
    if counted is None or at is None:
        return
    for number in _numbers(sentence):
        start, end = sentence.start + number.start, sentence.start + number.end
        between = sentence.text[at[1] - sentence.start : number.start] if start > at[1] else ""
        date = next((d for d in sentence.dates if d.value and 0 <= d.start - number.end <= len(" more in the ")), None)
        if date is None or not AND_MORE.fullmatch(between) or not LATER.match(sentence.text[number.end :]):
            continue
        more = _of_share(sentence, first, [], Share(number.start, number.end, ItemCount(counted.item, number.value, number.qualifier)))
        slot = "date" if first.status == "delivered" else "period"
        for other in ("date", "period"):
            if first.grounds.get(other, (0, 0))[0] >= end:  # the first took the time of the second
                del first.slots[other], first.grounds[other]
            more.slots.pop(other, None)
            more.grounds.pop(other, None)
        more.slots[slot], more.grounds[slot] = date.value, (sentence.start + date.start, sentence.start + date.end)
        yield replace(more, parties=dict(first.parties), inferred=dict(first.inferred))


def _share_among_takers(scene: Scene, sentence: Sentence, first: Draft, drafts: list[Draft]) -> list[Draft]:
    """ "Israel will receive 14 billion dollars, Taiwan 8 billion and Ukraine 61 billion": each sum goes to the one named before it."""
    figures, given = list(_figures(sentence, first)), list(drafts)
    for mention in sentence.mentions:
        taker = scene.pack.actor.get(mention.id_of("actor", "metonym") or "")
        share = _right_after(sentence, mention, figures) if JOINT.search(sentence.text[: mention.start]) else None
        if taker is None or taker.type != "state" or share is None:
            continue
        given = [d for d in given if not _stands_at(d, sentence, share)]
        given.append(replace(_of_share(sentence, first, [], share), parties={**first.parties, "recipient": [taker.id]}))
    return given if given != drafts else []


def _share_to_takers(scene: Scene, sentence: Sentence, first: Draft, drafts: list[Draft]) -> list[Draft]:
    """ "Allocates 40 million to Ukrenergo, 30 million to the railways and 5 million to Moldova": each sum goes to the one behind it."""
    figures = [f for f in _figures(sentence, first) if isinstance(f.what, AmountMention)]
    pairs = [(f, actor) for f in figures for m in sentence.mentions if (actor := _taker_at(scene, sentence, f, m)) is not None]
    if len(pairs) < len(figures) or len({actor.id for _, actor in pairs}) < MANY:
        return []
    given = [d for d in drafts if not any(_stands_at(d, sentence, f) for f in figures)]
    return given + [
        replace(_of_share(sentence, first, [], share), parties={**first.parties, "recipient": [actor.id]}) for share, actor in pairs
    ]


def _taker_at(scene: Scene, sentence: Sentence, share: Share, mention: Mention) -> Actor | None:
    """Whom a sum goes to that stands right before "to" and a name."""
    behind = mention.start > share.end and TO.fullmatch(sentence.text[share.end : mention.start])
    return scene.pack.actor.get(mention.id_of("actor", "metonym") or "") if behind else None


def _shares(scene: Scene, sentence: Sentence, first: Draft) -> Iterator[tuple[list[str], Share]]:
    """Givers and the sums, counts or counted goods right after them."""
    shares = list(_figures(sentence, first))
    for mention in sentence.mentions:
        actor = scene.pack.actor.get(mention.id_of("actor", "metonym") or "")
        if (
            actor is None
            or (actor.type not in ("state", "bloc") and actor.id not in LENDERS)
            or actor.id in (scene.beneficiary, *ADVERSARIES)
        ):
            continue
        joint = first.parties.get("donor") and JOINT.search(sentence.text[: mention.start])
        if joint and (share := _right_after(sentence, mention, shares)):
            yield [*_row_before(scene, sentence, mention, first), actor.id], share
        elif share := _right_before(sentence, mention, first):
            yield [actor.id], share


def _row_before(scene: Scene, sentence: Sentence, last: Mention, first: Draft) -> list[str]:
    """ "…, and Poland, Norway and the Netherlands together 500 million": those who stand in one row with the last of them."""
    row: list[str] = []
    for mention in reversed([m for m in sentence.mentions if m.start < last.start]):
        ident = mention.id_of("actor", "metonym") or ""
        actor = scene.pack.actor.get(ident) if ident not in (scene.beneficiary, *first.parties["donor"]) else None
        if actor is None or actor.type not in ("state", "bloc") or not IN_ROW.fullmatch(sentence.text[mention.end : last.start]):
            break
        row, last = [ident, *row], mention
    return row if JOINT.search(sentence.text[: last.start]) else []


def _figures(sentence: Sentence, first: Draft) -> Iterator[Share]:
    """The sums, the bare counts of what the first gives, and the counts of other goods."""
    currency, counted = getattr(first.slots.get("amount"), "currency", None), _counted(first)
    yield from (Share(a.start, a.end, a) for a in sentence.amounts if not a.converted and "amount" in first.slots)
    for number in _numbers(sentence):
        rest = sentence.text[number.end :]
        if currency and number.value >= LEAST_SUM and BARE.match(rest):
            amount = AmountMention(number.start, number.end, number.quote, number.value, currency, number.qualifier, inherited=True)
            yield Share(number.start, number.end, amount)
        elif counted and BARE.match(rest):
            yield Share(number.start, number.end, ItemCount(counted.item, number.value, number.qualifier))
        elif goods := next((m for m in sentence.mentions if m.id_of("item") and m.start - number.end == 1), None):
            yield Share(number.start, goods.end, ItemCount(str(goods.id_of("item")), number.value, number.qualifier))


def _numbers(sentence: Sentence) -> list[NumberMention]:
    """The bare numbers of a sentence, "one" among them."""
    ones = [NumberMention(m.start(), m.end(), m.group(), 1.0) for m in ONE.finditer(sentence.text)]
    return [n for n in sentence.numbers if n.unit is None] + ones


def _right_after(sentence: Sentence, mention: Mention, shares: list[Share]) -> Share | None:
    apart = BEHIND_MARK.search(sentence.text[: mention.start]) is not None  # "5 billion; France, 2 billion"
    between = [(f, sentence.text[mention.end : f.start]) for f in shares if f.start > mention.end]
    return next((f for f, words in between if BETWEEN.fullmatch(words.removeprefix(",") if apart else words)), None)


def _right_before(sentence: Sentence, mention: Mention, first: Draft) -> Share | None:
    """ "61 F-16s, 19 of them from Denmark and 42 from the Netherlands": the part of the whole that comes from each."""
    if (summed := _sum_before(sentence, mention, first)) is not None:
        return summed
    counted, whole = _counted(first), first.grounds.get("items")
    if counted is None or whole is None:
        return None
    for number in _numbers(sentence):
        part = sentence.start + number.start > whole[1] and number.value < (counted.count or 0)
        if part and number.end < mention.start and FROM.fullmatch(sentence.text[number.end : mention.start]):
            return Share(number.start, number.end, ItemCount(counted.item, number.value, number.qualifier))
    return None


def _sum_before(sentence: Sentence, mention: Mention, first: Draft) -> Share | None:
    """ "Is putting in 450 million pounds, 100 million of it from Oslo": the part of a sum that comes from another."""
    whole, at = first.slots.get("amount"), first.grounds.get("amount")
    if whole is None or at is None:
        return None
    for amount in sentence.amounts:
        behind = FROM.fullmatch(sentence.text[amount.end : mention.start]) if amount.end < mention.start else None
        if behind and behind["some"] and amount.value < whole.value and sentence.start + amount.start >= at[1]:
            return Share(amount.start, amount.end, amount)
    return None


def _counted(first: Draft) -> ItemCount | None:
    """The one counted thing that the first giver gives."""
    items = [item for item in first.slots.get("items", ()) if item.count]
    return items[0] if len(items) == 1 and "amount" not in first.slots else None


def _stands_at(draft: Draft, sentence: Sentence, share: Share) -> bool:
    """Whether a draft gives that figure: the span of its sum or goods begins inside it."""
    start, end = sentence.start + share.start, sentence.start + share.end
    slot = "amount" if isinstance(share.what, AmountMention) else "items"
    return slot in draft.grounds and start <= draft.grounds[slot][0] < end


def _where(sentence: Sentence, draft: Draft) -> Share:
    """Where the goods of a draft stand, as a share."""
    start, end = draft.grounds["items"]
    return Share(start - sentence.start, end - sentence.start, draft.slots["items"][0])


def _of_share(sentence: Sentence, first: Draft, givers: list[str], share: Share) -> Draft:
    """What the first gives, with the givers and figure of others; what the first says of itself is not said of them."""
    own = list(first.slots.get("attributed_to", ())) == first.parties.get("donor")
    others = {"amount", "items", *(["attributed_to"] if own else [])}
    draft = replace(
        first,
        parties={**first.parties, "donor": givers},
        slots={slot: value for slot, value in first.slots.items() if slot not in others},
        grounds={slot: at for slot, at in first.grounds.items() if slot not in others},
        inferred={slot: why for slot, why in first.inferred.items() if slot != "donor"},
        features=dict(first.features),
    )
    if isinstance(share.what, AmountMention):
        fill_amount(draft, sentence, share.what)
    else:
        fill_items(draft, [(share.what, (sentence.start + share.start, sentence.start + share.end))])
    return draft
