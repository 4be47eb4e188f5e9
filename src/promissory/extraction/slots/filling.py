"""Filling the slots that several kinds share: dates, places, sums, goods, topics, who said it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.nominals import first_of_row
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import clause
from promissory.extraction.grammar.verbal import EVENTS, begins_thing, is_bound, is_of_noun, measured_from, turns_to_now
from promissory.extraction.lexicon.verbs import NAMING
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.counted import CLASSIFIERS, ORDINALS, PACKED, count_of
from promissory.extraction.slots.telling import attribution
from promissory.model import Amount, ItemCount

if TYPE_CHECKING:
    from promissory.extraction.words import Token


#: What is done with a package on the day from which its goods are given.
UNVEILING = frozenset("present announce unveil adopt approve decide".split())
#: Names that end like a plural.
SAME = frozenset(("abrams", "hercules", "aspides"))
#: A name that the tagger takes for a singular ("the first F-16s").
PLURAL = re.compile(r"[A-Z\d]s$")
#: What stands between a name, perhaps in quotation marks, and the word for its class.
BESIDE = re.compile(r"\w[\"'”’»]? $")
#: What belongs to a system without being one.
PARTS = frozenset("part component spare ammunition missile interceptor radar munition launcher training crew rocket round shell".split())


ONES = frozenset(("a", "an", "another", "one"))
#: What is paid to those who are named behind it ("the wages of soldiers").
PAY = frozenset("wage salary pay pension bonus allowance family widow veteran".split())
#: Who manages or studies what stands before.
DEALERS = frozenset("administration agency ministry directorate department institute committee expert analyst specialist".split())
#: What is done with weapons.
HITS = frozenset("attack strike raid bombardment shelling barrage assault salvo hit impact".split())
#: Words for many at once ("a multinational force").
MANY = frozenset("force contingent corps army manpower".split())
#: Items that are never one ("the ammunition donated by …").
MASSES = frozenset(
    "ammunition equipment artillery weaponry fuel food grain gas coal electricity aid armour armor medicine clothing munition".split()
)


def fill_date(draft: Draft, sentence: Sentence, trigger: Token, slot: str = "date") -> None:
    """The date that hangs on the trigger's clause, or the only one of the sentence."""
    mention = date_near(sentence, trigger)
    if mention and mention.value:
        draft.slots[slot] = mention.value
        draft.grounds[slot] = (sentence.start + mention.start, sentence.start + mention.end)


#: What had become of somebody before he does what is told.
BECOMING = NAMING | frozenset("reelect bear swear found establish".split())


def date_near(sentence: Sentence, trigger: Token) -> DateMention | None:
    """The calendar date nearest to the trigger in the tree: in its phrase, its clause, or a clause above it."""
    dates = [d for d in sentence.dates if d.value and not is_bound(sentence, d, trigger, EVENTS)]
    dates = [d for d in dates if not begins_thing(sentence, d, trigger)]
    if trigger.pos_ == "VERB":  # "to recognise its 2014 annexation": the year of a thing, not of the deed
        dates = [d for d in dates if (head := sentence.head_of(d)) is None or not is_of_noun(head)]
    if (apart := measured_from(trigger)) is not None:
        inside = {t.i for t in apart.subtree}
        dates = [d for d in dates if (head := sentence.head_of(d)) is not None and head.i in inside]
    if not dates:
        return None
    ranked = sorted(dates, key=lambda d: nearness(sentence, d, trigger))
    best = ranked[0]
    return best if nearness(sentence, best, trigger)[0] <= 2 else None


def nearness(sentence: Sentence, mention: DateMention, trigger: Token) -> tuple[int, int]:
    """How far a date is from a word in the tree (0 in its clause, 3 elsewhere), then in words."""
    head = sentence.head_of(mention)
    if head is None:
        return (9, 0)
    gap = abs(head.i - trigger.i)
    if trigger.i in {a.i for a in head.ancestors} and clause(head.head).i in (clause(trigger).i, trigger.i):
        return (0, gap)
    verb, here = clause(head), clause(trigger)
    if verb.i == here.i:
        return (0, gap)
    if verb.i in {a.i for a in here.ancestors}:
        joined = next((a for a in (here, *here.ancestors) if a.head.i == verb.i), here)
        apart = (head.i > verb.i and turns_to_now(joined)) or _is_long_done(here)
        return (3 if apart else 1, gap)
    if here.i in {a.i for a in verb.ancestors}:
        told_of = verb.dep_ in ("relcl", "acl")
        if told_of and verb.lemma_ in UNVEILING and verb.head.lemma_.lower() in PACKED:
            return (1, gap)  # "as part of the ninth package, which was presented in May, it gave tanks"
        if verb.dep_ == "advcl" and verb.i < here.i and verb.tag_ == "VBN" and verb.lemma_ in BECOMING:
            return (3, gap)  # "elected in September, he halted deliveries"
        if verb.dep_ == "pcomp" and verb.head.lower_ == "since":
            return (3, gap)  # "his first summit since being appointed on 6 September"
        of_subject = told_of and verb.head.dep_ in ("nsubj", "nsubjpass")  # "Orban, who went there in July, said"
        # "based on the text it signed in July"
        apart = told_of and verb.head.head.i not in (trigger.i, here.i) and verb.head.i != trigger.i
        return (3 if of_subject or apart else 2 if told_of else 1, gap)
    return (3, gap)


def _is_long_done(verb: Token) -> bool:
    """ "The tanks that Oslo had promised came in March": what a clause on a thing says was done before is not of the day told."""
    return verb.dep_ == "relcl" and any(c.lower_ in ("had", "'d") and c.dep_ == "aux" for c in verb.children)


#: Goods with their counts, and where they stand in the text.
Goods = list[tuple[ItemCount, tuple[int, int]]]


def goods_in(sentence: Sentence, tokens: list[Token]) -> Goods:
    """The items among the tokens with their counts, and where they stand (document offsets)."""
    wanted = {t.i for t in tokens}
    found: list[tuple[ItemCount, tuple[int, int]]] = []
    for mention in sentence.mentions:
        item = mention.id_of("item")
        covered = [t for t in sentence.tokens_of(mention) if t.i in wanted]
        if item is None or not covered or _is_purpose(sentence, covered[-1]) or _is_sort(sentence, covered) or _is_denied(covered):
            continue
        if _is_others(covered[-1]) or _is_explained(sentence, covered[-1]):
            continue
        number = count_of(sentence, sentence.tokens_of(mention), wanted)
        qualifier = number.qualifier if number else None
        count = number.value if number else None
        if count is None and _is_single(covered):
            count, qualifier = 1.0, "exact"
        found.append((ItemCount(item, count, qualifier), (sentence.start + mention.start, sentence.start + mention.end)))
    return _without_broader(_named_once(sentence, found))


def _is_explained(sentence: Sentence, word: Token) -> bool:
    """ "HIMARS, a long-range rocket system, and shells": what a name means, and no more goods."""
    while word.dep_ in ("compound", "nmod", "amod") and word.head.i > word.i:
        word = word.head
    named = word.head
    if word.dep_ != "appos" or named.tag_ != "NNP" or PLURAL.search(named.text) or named.i in sentence.number_at:
        return False
    explained = sentence.item_of(named) is not None
    return explained and word.tag_ == "NN" and word.i > named.i and any(c.lower_ in ("a", "an") for c in word.lefts)


#: What stands between a class of goods and their name.
OF_TYPE = (" of the ", " of type ")


def _named_once(sentence: Sentence, found: Goods) -> Goods:
    """ "650 Martlet missiles", "25 vehicles of the Marder type": without the word for a class beside the name of what is counted."""
    told = {(count, end + quoted) for one, (_, end) in found if one.count is not None for count in (one.count, None) for quoted in (0, 1)}
    typed = {(one.count, start) for one, (start, _) in found if one.count is not None}
    text, start = sentence.text, sentence.start
    return [
        (one, at)
        for one, at in found
        if not ((one.count, at[0] - 1) in told and text[at[0] - start].islower() and BESIDE.search(text[: at[0] - start]))
        and not any((one.count, at[1] + len(of)) in typed and text.startswith(of, at[1] - start) for of in OF_TYPE)
    ]


def _is_purpose(sentence: Sentence, head: Token) -> bool:
    """Whether the item only says what another is for ("a radar for a Patriot system", "ammunition for HIMARS")."""
    while head.dep_ in ("compound", "nmod", "conj") and head.head.i != head.i:
        if head.dep_ == "conj" and head.lemma_.lower() in PARTS and head.head.lemma_.lower() not in PARTS:
            return False  # "interceptors for Patriot systems, and artillery ammunition": what no system is
        head = head.head
    if head.dep_ != "pobj" or head.head.lower_ != "for":
        return False
    served = head.head.head
    mention = sentence.at.get(served.i)
    if mention is not None and mention is sentence.at.get(head.i):
        return False  # "ammunition for HIMARS, drones and spare parts", where the first is one name
    return served.pos_ in ("NOUN", "PROPN") and (
        (mention is not None and mention.id_of("item") is not None) or served.lemma_.lower() in PARTS
    )


def _is_others(head: Token) -> bool:
    """ "Missile and drone attacks", "a shield against drones", "the defence materiel agency": what others attack or deal with, no goods."""
    told = any(c.dep_ in ("acl", "relcl") for c in head.children)  # "a buffer against the rockets provided by Washington"
    if head.dep_ == "pobj" and head.head.lower_ == "against" and not told:
        return True
    first = first_of_row(head)
    owned = first.head.head if first.dep_ == "pobj" and first.head.lower_ in ("of", "for", "to") else None
    if owned is not None and owned.pos_ == "NOUN" and owned.lemma_.lower() in PAY:
        return True
    behind = head.doc[head.i + 1 : head.i + 4]
    nouns = [head, *(behind[2:] if behind and behind[0].lower_ in ("and", "or") else behind[:1])]
    while head.dep_ in ("compound", "conj", "nmod") and head.head.i != head.i:
        head = head.head
    return any(t.lemma_.lower() in HITS for t in (head, *nouns)) or head.lemma_.lower() in DEALERS


def _is_denied(covered: list[Token]) -> bool:
    """ "Patriot missiles, but no launchers", "a lack of men rather than shells"."""
    before = " ".join(t.lower_ for t in covered[0].doc[max(0, covered[0].i - 2) : covered[0].i])
    return before.endswith(("rather than", "instead of")) or any(
        c.lower_ == "no" and c.dep_ in ("det", "neg") for t in covered for c in t.children
    )


def _is_sort(sentence: Sentence, covered: list[Token]) -> bool:
    """Whether an item only says what sort of thing the one named right before it is ("CV90 vehicles", "F-35 aircraft")."""
    head = covered[-1]
    if head.lemma_.lower() in PARTS or covered[0].i == 0:
        return False
    before = sentence.tokens[covered[0].i - 1]
    mention = sentence.at.get(before.i)
    return (
        mention is not None
        and mention.id_of("item") is not None
        and before.dep_ in ("compound", "nmod", "amod")
        and before.head.i == head.i
    )


def _is_plural_name(head: Token) -> bool:
    """ "The first Mirages": several of what bears a name."""
    named = head.tag_ == "NNP" and not head.text.isupper() and head.text.endswith("s") and not head.text.endswith(("ss", "us", "is"))
    return named and head.lower_ not in SAME


def _is_single(covered: list[Token]) -> bool:
    """Whether the item is one of its kind: "a Patriot battery", "the third", "Romania's Patriot", "the system donated by Romania"."""
    head = covered[-1]
    while head.dep_ == "compound" and head.head.lemma_.lower() in CLASSIFIERS:
        head = head.head
    if head.tag_ not in ("NN", "NNP") or PLURAL.search(head.text) or _is_plural_name(head):
        return False
    words = {c.lower_ for c in head.children if c.i < head.i}
    if head.lemma_.lower() in MANY:
        return False
    if words & ONES or words & ORDINALS:
        return True
    owned = any(c.dep_ == "poss" or (c.dep_ in ("amod", "compound") and c.tag_ == "JJ" and c.text[:1].isupper()) for c in head.children)
    told = "the" in words and not head.text.isupper() and any(c.dep_ in ("acl", "relcl") for c in head.children)  # "the HIMARS it sent"
    return (owned or told) and head.lemma_.lower() not in MASSES


def _without_broader(found: list[tuple[ItemCount, tuple[int, int]]]) -> list[tuple[ItemCount, tuple[int, int]]]:
    """One row an item and count: those with a count where it is also named without one."""
    counted = {count.item for count, _ in found if count.count is not None}
    best: dict[tuple[str, float | None], tuple[ItemCount, tuple[int, int]]] = {}
    for count, at in found:
        if count.count is not None or count.item not in counted:
            best.setdefault((count.item, count.count), (count, at))
    return list(best.values())


def amounts_in(sentence: Sentence, tokens: list[Token]) -> list[AmountMention]:
    """The sums among the tokens, conversions in brackets left out."""
    wanted = {t.i for t in tokens}
    return [m for m in sentence.amounts if not m.converted and any(t.i in wanted for t in sentence.tokens_of(m))]


def fill_amount(draft: Draft, sentence: Sentence, mention: AmountMention, *, floor: bool = False) -> None:
    """The sum; `floor` where the sentence calls it a minimum."""
    draft.slots["amount"] = Amount(mention.value, mention.currency, "at_least" if floor else mention.qualifier)
    draft.grounds["amount"] = (sentence.start + mention.start, sentence.start + mention.end)


def fill_items(draft: Draft, goods: list[tuple[ItemCount, tuple[int, int]]]) -> None:
    if goods:
        draft.slots["items"] = tuple(item for item, _ in goods)
        draft.grounds["items"] = (min(at[0] for _, at in goods), max(at[1] for _, at in goods))


def fill_topics(draft: Draft, scene: Scene, sentence: Sentence, tokens: list[Token]) -> None:
    """The topics named among the tokens and those of the items."""
    wanted = {t.i for t in tokens}
    topics: list[str] = []
    for mention in sentence.mentions:
        if not any(t.i in wanted for t in sentence.tokens_of(mention)):
            continue
        item = mention.id_of("item")
        topic = mention.id_of("topic") or (scene.pack.item[item].topic if item else None)
        if topic and topic not in topics:
            topics.append(topic)
            draft.grounds.setdefault("topics", (sentence.start + mention.start, sentence.start + mention.end))
    if topics:
        draft.slots["topics"] = tuple(topics)


def fill_attribution(draft: Draft, scene: Scene, sentence: Sentence, trigger: Token) -> None:
    """Who said it, if not the document itself."""
    said = attribution(scene, sentence, trigger)
    if said:
        who, at = said
        draft.slots["attributed_to"] = tuple(who)
        draft.grounds["attributed_to"] = at
