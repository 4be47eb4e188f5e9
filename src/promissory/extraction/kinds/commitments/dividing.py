"""Gifts → drafts: one a sum, one a counted thing, one a giver where each gives its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.commitments.counting import counted_before
from promissory.extraction.kinds.commitments.endowing import draft_gift
from promissory.extraction.kinds.commitments.listings import listed_on
from promissory.extraction.kinds.commitments.parts import owned_apart
from promissory.extraction.kinds.commitments.segments import fill_own_time, fill_times, segments_of
from promissory.extraction.kinds.commitments.sharing import shares_of_givers, shares_of_receivers
from promissory.extraction.kinds.commitments.trainees import trainees
from promissory.extraction.kinds.gifts.encompassing import has_own_owner
from promissory.extraction.kinds.gifts.firmness import FIRM
from promissory.extraction.kinds.gifts.giving import TIMES
from promissory.extraction.kinds.gifts.reading import Gift, without_given
from promissory.extraction.kinds.gifts.recalling import recalled_goods
from promissory.extraction.kinds.gifts.seeming import is_compared
from promissory.extraction.kinds.gifts.wholes import PARTS, is_drawn_on, is_told_apart, wholes_of, worth
from promissory.extraction.kinds.matters.antecedents import raised_to
from promissory.extraction.kinds.matters.givers import owners, takers_between
from promissory.extraction.lexicon.goods import PARCELS
from promissory.extraction.lexicon.numerals import TO_TENTH
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.backing import PARTNERS
from promissory.extraction.slots.filling import Goods, amounts_in, goods_in
from promissory.model import ItemCount

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Frames whose goods are each given on their own where each has its own count.
SHARING = frozenset(("give", "offer", "pledge", "order", "arrive", "receive", "earmark"))
#: Words under which goods are the contents of one package.
PACKING = PARCELS | frozenset("include contain comprise convoy planeload".split())
#: What stands between goods and a sum that is given as well.
ALSO = re.compile(r"\band (?:(?:also|another|a further|an additional|about|around|some|up to|more than|over|nearly|almost) )*$", re.I)
#: Weapons that only the other side has.
FOES = frozenset("kinzhal iskander oreshnik kalibr onyx shahed".split())
#: The least number that, beside a sum, is itself a sum and no count.
LEAST_SUM = 1e5
#: What is only a part of the sum behind "of".
SHARES = PARTS | frozenset("share half third quarter".split())


def divide(scene: Scene, gift: Gift) -> Iterator[Draft]:
    """One draft a sum, with the goods it pays for; one a donor where each gives its own; one for the goods alone without a sum."""
    if abroad := _takers_before(scene, gift):
        gift = replace(gift, recipients=abroad)
    if not gift.sentence.block.bullet:
        scene.lead_gift = gift
        if is_list(gift) and gift.status in FIRM:
            scene.package = gift
    rest = without_given(_rest(gift)) if gift.frame.role in ("stop", "cancel") else _rest(gift)
    goods = goods_in(gift.sentence, gift.words) or _beside(goods_in(gift.sentence, rest))
    goods = [(item, at) for item, at in goods if item.item not in FOES]
    goods = listed_on(gift.sentence, goods) if gift.trigger.pos_ == "VERB" else goods
    sums = amounts_in(gift.sentence, gift.words) or _beside(amounts_in(gift.sentence, rest))
    sums = [m for m in sums if not is_compared(gift.sentence, m)] or sums  # "2 billion, some 300 million more than a year before"
    if gift.trigger.pos_ == "NOUN" and gift.status == "allocated" and any(is_drawn_on(gift.sentence, amount) for amount in sums):
        gift = replace(gift, status="committed")
    wholes = (
        wholes_of(gift.sentence, gift.trigger, [*gift.words, *rest], sums) if gift.trigger.head.i not in gift.sentence.amount_at else []
    )
    yield from _divided(scene, gift, goods, [amount for amount in sums if amount not in wholes])
    own = [amount for amount in wholes if not is_told_apart(gift.sentence, amount)]
    yield from (draft_gift(scene, replace(gift, status="committed"), gift.donors, [], amount) for amount in own)


def _divided(scene: Scene, gift: Gift, goods: Goods, sums: list[AmountMention]) -> Iterator[Draft]:
    """The drafts of what is given, without the sums of which it is a part."""
    goods = [(ItemCount(i.item, n.value, n.qualifier), at) for i, at in goods] if (n := raised_to(gift.sentence, gift.trigger)) else goods
    goods = goods or (_bought(gift) if len(sums) == 1 else []) or trainees(gift)
    if not sums and (whose := owned_apart(scene, gift, goods)):
        yield from (draft_gift(scene, gift, who, [item], None) for who, item in zip(whose, goods, strict=True))
        return
    if shares := shares_of_givers(gift, goods, sums):
        yield from (draft_gift(scene, replace(gift, donors=[who]), [who], own, amount) for who, own, amount in shares)
        return
    if shares := shares_of_receivers(gift, goods, sums):
        yield from (draft_gift(scene, replace(gift, recipients=[who]), gift.donors, own, amount) for who, own, amount in shares)
        return
    if len(sums) == 1 and not is_list(gift) and (apart := beside_sum(gift.sentence, sums[0], goods)):
        for item in apart:
            yield draft_gift(scene, gift, gift.donors, [item], None)
        goods = [item for item in goods if item not in apart]
    counted = [] if goods else [item for item in counted_before(scene, gift) if not sums or (item[0].count or 0) < LEAST_SUM]
    counted = counted or ([] if goods or sums else recalled_goods(scene, gift.sentence, gift.words))
    donors = scene.states(gift.donors)
    if goods:
        scene.discourse.item = goods[-1][0].item
    elif sums:
        scene.discourse.item = None
    if len(counted) > 1:
        drafts = [draft_gift(scene, gift, gift.donors, [item], None) for item in counted]
        fill_times(gift.sentence, drafts, [at for _, at in counted])
        yield from drafts
        return
    own = [item for item in goods if item[0].count]
    if not sums and gift.frame.role in SHARING and (len(own) > 1 or _is_singled_out(gift, own)) and not is_list(gift):
        for part in [*([item] for item in own), [item for item in goods if not item[0].count]]:
            if part:
                yield draft_gift(scene, gift, gift.donors, part, None)
        return
    goods = goods or counted
    each = any(t.lower_ == "each" and t.head.lemma_.lower() not in TIMES for t in gift.sentence.tokens) and len(donors) > 1
    if len(sums) > 1 and (sources := _sources(scene, gift, sums)):
        for amount, group in zip(sums, sources, strict=True):
            yield draft_gift(scene, gift, group, [], amount)
        return
    if len(sums) > 1 and (whose := _owners_apart(scene, gift, sums)):
        yield from (draft_gift(scene, gift, group, [], amount) for amount, group in zip(sums, whose, strict=True))
        return
    parted = segments_of(gift.sentence, gift.words, goods, sums)
    for group in [[d] for d in gift.donors] if each else [gift.donors]:
        for number, (sum_, takers) in enumerate(_shares(scene, gift, sums)):
            one = replace(gift, recipients=takers, status=_status_of(gift, sum_))
            if parted:
                one.own_words, one.apart = parted[number].words, parted[number].whole
            gift.draft = draft_gift(scene, one, group, parted[number].goods if parted else goods, sum_)
            if parted:
                fill_own_time(gift.draft, gift.sentence, parted, number)
            yield gift.draft


def _takers_before(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Has given 12 million in answer to this disaster": to the third state that the gift before went to."""
    before, us = scene.lead_gift, scene.beneficiary
    if gift.recipients or not isinstance(before, Gift) or gift.sentence.number - before.sentence.number != 1 or gift.sentence.names(us):
        return []
    abroad = [who for who in before.recipients if (state := scene.namer.state_of(who.id)) and state != us]
    same = any(_points_back(gift, t) for t in gift.trigger.subtree)
    return abroad if same and us not in scene.states(before.recipients) else []


def _points_back(gift: Gift, word: Token) -> bool:
    """ "In answer to this disaster", "sent tents there", not "this week"."""
    if word.lower_ == "there":
        return word.dep_ == "advmod" and word.head.i == gift.trigger.i
    return word.lower_ in ("this", "these") and word.dep_ == "det" and word.head.dep_ == "pobj" and word.head.i not in gift.sentence.date_at


def _bought(gift: Gift) -> Goods:
    """What a sum is to pay for, where that stands at the verb ("will be channelled through Copenhagen for drones and missiles")."""
    aims = after(gift.trigger, "for", "on", "towards", "into", *(("to",) if gift.trigger.lemma_ in ("go", "flow") else ()))
    return goods_in(gift.sentence, [t for aim in aims for t in within(aim)])


def draft_of(scene: Scene, gift: Gift, goods: Goods) -> Draft:
    """The one draft of a gift that is nothing but these goods."""
    scene.discourse.item = goods[-1][0].item
    return draft_gift(scene, gift, gift.donors, goods, None)


def beside_sum(sentence: Sentence, amount: AmountMention, goods: Goods) -> Goods:
    """The counted goods that are given besides a sum, not for it ("220,000 rounds and 500 million euros for drones")."""
    before = sentence.text[: amount.start]
    joined = ALSO.search(before) is not None
    counted = [(item, at) for item, at in goods if item.count]
    if joined:
        return [(item, at) for item, at in counted if at[1] - sentence.start <= amount.start]
    later = [(item, at) for item, at in counted if at[0] - sentence.start >= amount.end]
    return [(item, at) for item, at in later if re.fullmatch(r"\s+and\s+", sentence.text[amount.end : at[0] - sentence.start])]


def _status_of(gift: Gift, amount: AmountMention | None) -> str:
    """The status of a sum, which may be one that was only promised ("disbursed $5 billion of the $7 billion it had promised")."""
    head = gift.sentence.head_of(amount) if amount is not None else None
    while head is not None and head.dep_ in ("nummod", "nmod", "compound", "quantmod"):  # "of the G7's 50 billion dollar loan"
        head = head.head
    if head is None or head.dep_ != "pobj" or head.head.lower_ != "of" or gift.status not in ("delivered", "allocated"):
        return gift.status
    if any(c.dep_ in ("relcl", "acl") and c.lemma_ in ("promise", "pledge") for c in head.children):
        return "pledged"
    if gift.trigger.dep_ == "relcl" and gift.trigger.head.i == head.i:
        return gift.status  # "a part of the 1.5 billion that it has provided"
    whole = head.head.head.lemma_.lower() in SHARES and any(c.dep_ in ("poss", "det") for c in head.children)
    return "committed" if whole else gift.status


def _owners_apart(scene: Scene, gift: Gift, sums: list[AmountMention]) -> list[list[Referent]]:
    """ "Led by Germany's package worth 10 billion and Norway's programme worth 6 billion": whose each is, where all are told."""
    nouns = [worth(gift.sentence, amount) for amount in sums]
    whose = [owners(scene, gift.sentence, [noun]) if noun is not None else [] for noun in nouns]
    return whose if all(whose) and len({who.id for group in whose for who in group}) > 1 else []


def _sources(scene: Scene, gift: Gift, sums: list[AmountMention]) -> list[list[Referent]]:
    """Whose each of several sums is ("9 billion, including 3 billion from the EU and 2 billion from Canada"): the whole is everybody's."""
    sentence, ends = gift.sentence, [later.start for later in sums[1:]] + [len(gift.sentence.text)]
    named: list[list[Referent]] = []
    for amount, end in zip(sums, ends, strict=True):
        heads = [h for m in sentence.mentions if amount.end <= m.start < end and (h := sentence.head_of(m)) is not None]
        named.append(scene.named(sentence, [h for h in heads if h.dep_ == "pobj" and h.head.lower_ == "from"]))
    if gift.frame.role != "receive" or sum(bool(n) for n in named) < len(sums) - 1 or not all(named[1:]):
        return []
    return [named[0] or [Referent(PARTNERS, vague=True, inferred=True)], *named[1:]]


#: What stands before a sum that a total comes to.
UP_TO = re.compile(r"\bto (?:about |around |some |nearly |almost |over |more than |roughly )?$", re.I)


def _shares(scene: Scene, gift: Gift, sums: list[AmountMention]) -> Sequence[tuple[AmountMention | None, list[Referent]]]:
    """Sums with those each goes to ("123 million, including 48 million in Poland", "55 million to Ukraine and 5 million for Moldova")."""
    if len(sums) < 2:
        return [(sums[0] if sums else None, gift.recipients)]
    text = gift.sentence.text
    if all(UP_TO.search(text[: amount.start]) for amount in sums):  # "brings the total for Ukraine to 485 million and for Moldova to 38"
        spans = list(zip([0, *(earlier.end for earlier in sums)], [amount.start for amount in sums], strict=False))
    else:
        spans = list(zip([amount.end for amount in sums], [*(later.start for later in sums[1:]), len(text)], strict=True))
    own = [takers_between(scene, gift.sentence, start, end, scene.states(gift.donors)) for start, end in spans]
    known = {who.id for takers in own for who in takers}
    rest = [who for who in gift.recipients if who.id not in known or scene.namer.state_of(who.id) == scene.beneficiary]
    return [(amount, takers or rest) for amount, takers in zip(sums, own, strict=True)]


def _is_singled_out(gift: Gift, own: Goods) -> bool:
    """Whether the only counted thing is one of a series ("the third Patriot, shells and missiles"): no other can be meant."""
    before = [gift.sentence.text[: at[0] - gift.sentence.start].rstrip().rpartition(" ")[2].lower() for _, at in own]
    return len(before) == 1 and before[0] in TO_TENTH[1:]


def is_list(gift: Gift) -> bool:
    """Whether the goods are the contents of a package."""
    around = [*gift.words, *(a for a in gift.trigger.ancestors)]
    return any(t.lemma_.lower() in PACKING for t in around)


def _rest(gift: Gift) -> list[Token]:
    """The words under and after the trigger, where the parser hung a sum or an item on the wrong word."""
    verb = gift.trigger
    other = [
        t for t in verb.subtree if t.pos_ in ("VERB", "AUX") and t.i > verb.i and (_is_apart(t, verb) or _is_of_part(gift.sentence, t))
    ]
    if verb.pos_ == "NOUN":  # "further US aid and a delay in the EU's approval of 50 billion"
        other += [c for c in children(verb, "conj") if has_own_owner(c)]
    apart = {t.i for clause in other for t in clause.subtree}  # "will give $500 million, and two systems will follow"
    return [t for t in verb.subtree if t.i > verb.i and t.i not in apart]


def _is_apart(clause: Token, verb: Token) -> bool:
    """Whether a clause below a verb tells of something else: one with a subject of its own, or one beside a verb that has its object."""
    if clause.dep_ == "relcl" and any(s.tag_ not in ("WDT", "WP") for s in children(clause, "nsubj", "nsubjpass")):
        return clause.head.i not in {t.i for t in (verb, *children(verb, "dobj"))}  # "to a fund from which firms buy parts"
    beside = clause.dep_ in ("conj", "parataxis", "pcomp") or (clause.dep_ == "advcl" and clause.lemma_ not in ("have", "do"))
    if beside and children(clause, "nsubj", "nsubjpass"):
        return True  # "announced a package as Kyiv pleaded for missiles"
    if clause.dep_ != "conj" or clause.head.i != verb.i or not children(verb, "dobj"):
        return False
    return bool(children(clause, "dobj", "xcomp") or after(clause, "for", "to", "on", "towards", "into"))


def _is_of_part(sentence: Sentence, clause: Token) -> bool:
    """ "2.5 billion, of which 200 million will be spent on drones": what a part of the sum is for."""
    which = any(t.lower_ == "which" and t.head.lower_ == "of" for t in clause.subtree if t.i < clause.i)
    return clause.dep_ == "relcl" and which and any(t.i in sentence.amount_at for t in subjects(clause))


def _beside(found: list[Any]) -> list[Any]:
    """What was found beside the gift, if it can be only that one."""
    return found if len(found) == 1 else []
