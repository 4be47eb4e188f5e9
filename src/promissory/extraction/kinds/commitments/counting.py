"""Counts of things spoken of before: "six of them by the end of the year, eight in 2024", "of the five promised, one has come"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import children, clause
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.kinds.matters.antecedents import COUNTING, PRO, SOME, counted_goods, goods_spoken_of, is_anaphoric, whole_of
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import Goods
from promissory.model import ItemCount

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words for the part of a whole that is counted behind them.
COUNTED = frozenset("one two three four five six seven eight nine ten half most some several all both each".split())
#: What stands for one of what was spoken of, and what is said of one more of the same.
SINGLES = frozenset(("system", "battery"))
#: Topics of what batteries fire and are not, and how many sentences back the battery itself is named.
FIRED, FAR = frozenset(("missiles", "ammunition")), 4
WHOLE = frozenset("complete whole full entire new further additional second third fourth fifth operational functional functioning".split())


def counted_before(scene: Scene, gift: Gift) -> Goods:
    """The counts of things spoken of before ("six of them by the end of the year, eight in 2024")."""
    sentence = gift.sentence
    item = counted_goods(sentence, gift.trigger) or goods_spoken_of(scene, sentence, gift.trigger)
    if item is None or gift.frame.role not in COUNTING:
        return []
    if scene.pack.item[item].topic in FIRED and any(t.lemma_.lower() in SINGLES for t in gift.words):
        item = next((i for i in _named_before(scene, sentence) if scene.pack.item[i].topic == "air_defence"), item)
    found = []
    own = {t.i for t in (*subjects(gift.trigger), *children(gift.trigger, "dobj")) if t.i in sentence.number_at or t.lower_ == "one"}
    for number in sentence.numbers:
        head = sentence.head_of(number)
        if own and head is not None and head.i not in own and (_is_whole(head, own) or _is_told_elsewhere(gift, head)):
            continue  # "of the five promised, one has come", whatever else is counted beside it
        if head is None or _is_kept(head) or number.unit or head.i in sentence.amount_at or head.i in sentence.date_at:
            continue
        beside_time = head.dep_ == "nummod" and head.head.i in sentence.date_at  # "eight next year"
        noun = head.head if head.dep_ == "nummod" and not beside_time else head
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in COUNTED:
            continue  # "parted with one of its two systems"
        if is_anaphoric(sentence, noun) and not _is_of_other(gift, noun):
            at = (sentence.start + number.start, sentence.start + number.end)
            found.append((ItemCount(item, number.value, number.qualifier), at))
    alone = [t for t in gift.words if t.lower_ in PRO and t.dep_ not in ("amod", "det", "nummod") and t.head.i not in sentence.amount_at]
    alone += [t for t in gift.words if _is_one_more(sentence, t) or (t.lower_ in SOME and whole_of(t) and not found)]
    alike = alone if not found else _rests(gift)
    return found + [(ItemCount(item, 1, "exact") if _is_single(t) else ItemCount(item, None, None), sentence.bounds(t)) for t in alike[:1]]


def _named_before(scene: Scene, sentence: Sentence) -> Iterator[str]:
    """The goods named in the sentences before, the nearest first."""
    for before in reversed(scene.sentences[max(0, sentence.number - FAR) : sentence.number]):
        yield from (i for m in reversed(before.mentions) if (i := m.id_of("item")))


def _is_kept(number: Token) -> bool:
    """ "Handed over three batteries, leaving it with nine", "keeps two for itself"."""
    return clause(number).lemma_ in ("leave", "keep", "retain")


def _is_whole(number: Token, own: set[int]) -> bool:
    """ "Of the five that were promised, one has come": the whole of which a part is told."""
    noun = number.head if number.dep_ == "nummod" else number
    return (
        noun.dep_ == "pobj" and noun.head.lower_ in ("of", "from", "out") and noun.i < min(own) and noun.head.head.pos_ in ("VERB", "AUX")
    )


def _is_told_elsewhere(gift: Gift, number: Token) -> bool:
    """Whether a number stands in a clause of another subject."""
    verb = clause(number)
    return verb.i != gift.trigger.i and bool(children(verb, "nsubj", "nsubjpass")) and verb.i not in {a.i for a in gift.trigger.ancestors}


def _is_one_more(sentence: Sentence, noun: Token) -> bool:
    """ "Wishes to assemble a complete system", after the Patriot was spoken of."""
    if noun.lemma_.lower() not in SINGLES or noun.tag_ != "NN" or sentence.at.get(noun.i) is not None:
        return False
    said = [c for c in noun.children if c.i < noun.i]
    return any(c.lower_ in ("a", "another") for c in said) and all(c.dep_ == "det" or c.lower_ in WHOLE for c in said)


def _is_single(pronoun: Token) -> bool:
    """Whether a word stands for one more of what was spoken of ("Norway has promised one"), not for one told before ("the Dutch one")."""
    if pronoun.lemma_.lower() in SINGLES:
        return True
    return pronoun.lower_ in ("one", "another") and not any(c.dep_ in ("det", "amod", "poss") for c in pronoun.children)


def _is_of_other(gift: Gift, noun: Token) -> bool:
    """Whether a number belongs to another clause ("ten are in the country and twenty will be there", "asked for seven and got three")."""
    verb = noun.head
    own = verb.i == gift.trigger.i or any(a.i == verb.i for a in gift.trigger.ancestors if gift.trigger.dep_ in ("xcomp", "ccomp", "acomp"))
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return not own
    inside = {t.i for t in (*gift.words, *gift.trigger.subtree)} if verb.dep_ != "conj" else {t.i for t in gift.words}
    return noun.dep_ in ("dobj", "pobj") and noun.i not in inside and clause(noun).i != gift.trigger.i


def _rests(gift: Gift) -> list[Token]:
    """ "Two this year and the rest in 2025": what is left beside those counted."""
    return [t for t in gift.trigger.subtree if t.lower_ in ("rest", "remainder") and not any(c.lower_ == "of" for c in t.children)]
