"""How many people are trained, where they are told as forces of the receiver and not as an item of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import children, clause
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.lexicon.forces import SOLDIERS
from promissory.extraction.slots.filling import Goods
from promissory.model import ItemCount

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Those who are trained.
LEARNERS = SOLDIERS | frozenset(
    "pilot recruit personnel member trainee fighter defender technician mechanic sailor airman medic sapper".split()
)
#: The item by which those who are trained are counted.
ITEM = "soldier"


def trainees(gift: Gift) -> Goods:
    """ "Has trained over 52,000 Ukrainian troops", "training for 5,000 military personnel", "will train 5,000 more"."""
    taught = any(t.lemma_ == "training" for t in children(gift.trigger, "dobj", "nsubjpass"))
    if gift.frame.role not in ("train", "training") and not taught:
        return []
    numbers, start = gift.sentence.number_at, gift.sentence.start
    for word in _around(gift.trigger):
        number = numbers.get(word.i)
        if number is None or number.unit or word.i in gift.sentence.date_at or not _counts_learners(gift.trigger, word):
            continue
        return [(ItemCount(ITEM, number.value, number.qualifier), (start + number.start, start + number.end))]
    return []


def _around(trigger: Token) -> list[Token]:
    """The words of the clause in which training is told, without those of other clauses."""
    verb = clause(trigger)
    return [t for t in verb.subtree if clause(t).i in (verb.i, trigger.i)]


def _counts_learners(trigger: Token, number: Token) -> bool:
    """Whether a number counts people who are trained: a noun for them, or nobody named behind the verb ("will train 5,000 more")."""
    noun = number
    while noun.dep_ in ("nummod", "quantmod", "amod", "compound") and noun.head.i > noun.i:
        noun = noun.head
    if noun.lemma_.lower() in LEARNERS:
        return True
    return noun.pos_ in ("NUM", "ADJ") and any(c.i == noun.i for c in children(trigger, "dobj"))
