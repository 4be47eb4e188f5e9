"""How many of a thing a phrase tells: the number before it or before its classifier, the part of a whole, no measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import NumberMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.goods import PARCELS
from promissory.extraction.lexicon.numerals import TO_TENTH

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns between a number and the thing it counts ("three batteries of", "a set of").
CLASSIFIERS = frozenset(
    "battery system launcher unit round set piece complex shell vehicle ton tonne number dozen item missile type squadron pair "
    "container truckload litre liter gallon barrel division fire installation kit model variant".split()
)
#: What holds goods, which a number before it does not count.
PACKED = PARCELS | frozenset("delivery lot".split())
HYPHENS = ("-", "‑")
#: Shares of a number that leave the number of what is meant open ("most of the seven systems").
SHARES = frozenset(
    "most part some half many majority rest few several much portion bulk none first last latest remainder "
    "remaining fraction quarter third bit".split()
)
#: Those of them that single out one.
SINGLED = frozenset(("first", "last", "latest"))
#: Tags of what may stand between "of" and what there are so many of.
WHOLES = frozenset(("CD", "JJ", "PRP$", "DT", "PDT", "POS", "NNP"))

ORDINALS = frozenset((*TO_TENTH, "last", "latest", "newest"))
#: How many may come one by one.
FEW = 8


def count_of(sentence: Sentence, covered: list[Token], wanted: set[int]) -> NumberMention | None:
    """The number that counts an item: before it in its phrase, or before its classifier ("three batteries of").

    One of a series, told outside the words about a gift, leaves its number as it is ("the first of the six promised has come").
    """
    if (share := _share_of(sentence, covered[0])) is not None:
        return share
    number = _number_of(sentence, covered, wanted)
    return None if number is not None and _is_measure(sentence, number) else number


def _is_measure(sentence: Sentence, number: NumberMention) -> bool:
    """ "A 172-tonne transformer", "5 MW generators": how big a thing is, not how many there are ("60 tonnes of coal")."""
    behind = re.match(r"[-‑\s]?(?:metric\s)?[\w%]+", sentence.text[number.end :]) if number.unit is not None else None
    rest = sentence.text[number.end + behind.end() :] if behind else ""
    return behind is not None and not re.match(r"\s(?:worth\s)?of\b", rest)


def _number_of(sentence: Sentence, covered: list[Token], wanted: set[int]) -> NumberMention | None:
    """The number before an item in its phrase or before its classifier."""
    head = covered[-1]
    chain = [head]
    while (
        chain[-1].head.i != chain[-1].i
        and len(chain) < 4
        and (
            chain[-1].dep_ in ("compound", "nmod", "amod")
            or (chain[-1].dep_ == "pobj" and chain[-1].head.lower_ == "of")
            or chain[-1].lower_ == "of"
        )
    ):
        chain.append(chain[-1].head)
    if any(t.lower_ in SHARES and (t.i in wanted or t.lower_ not in SINGLED) for t in chain):
        return None
    if part := next((n for t in chain[1:] if (n := sentence.number_at.get(t.i))), None):  # "three of the 15 Gepards"
        return part
    if own := next((n for t in covered for c in t.children if c.dep_ == "nummod" and (n := sentence.number_at.get(c.i))), None):
        return own  # "the delivery of fourteen Mi-8 helicopters", with the number at the first word of the name
    for noun in chain:
        if noun.lemma_.lower() in PACKED:  # "two packages of weapons"
            return None
        if (
            noun.i != head.i
            and noun.pos_ in ("NOUN", "PROPN")
            and noun.lemma_.lower() not in CLASSIFIERS
            and noun.dep_ != "pobj"
            and sentence.at.get(noun.i) is None
        ):
            break
        for child in noun.children:
            if child.dep_ in ("nummod", "quantmod", "amod", "nmod") and (number := sentence.number_at.get(child.i)):
                return number
    return _number_before(sentence, covered[0].i)


def _number_before(sentence: Sentence, at: int) -> NumberMention | None:
    """The number a few words before a place, past adjectives, classifiers and what stands in brackets."""
    i = at - 1
    for _ in range(6):
        if i < 0:
            return None
        if number := sentence.number_at.get(i):
            return number
        if sentence.tokens[i].text == ")":  # "20,000 rounds (worth 98 million dollars) of ammunition"
            i = next((j for j in range(i, -1, -1) if sentence.tokens[j].text == "("), 0)
        elif sentence.tokens[i].lower_ != "of" and not _may_stand_between(sentence, i):
            return None
        i -= 1
    return None


def _may_stand_between(sentence: Sentence, at: int) -> bool:
    """Whether a word may stand between a number and what it counts: an adjective, a name, a classifier, a part of "short-range"."""
    token = sentence.tokens[at]
    if token.pos_ == "NOUN":
        hyphen = any(0 <= i < len(sentence.tokens) and sentence.tokens[i].text in HYPHENS for i in (at - 1, at + 1))
        return hyphen or token.lemma_.lower() in CLASSIFIERS
    return (
        token.pos_ in ("ADJ", "PROPN")
        or token.text in HYPHENS
        or token.is_quote
        or (token.text == "," and sentence.tokens[at - 1].pos_ == "ADJ")
    )


def _share_of(sentence: Sentence, first: Token) -> NumberMention | None:
    """The number that is a part of a whole ("19 of its F-16s", "12 of the 40 tanks")."""
    at = first.i - 1
    while at > 0 and (sentence.tokens[at].tag_ in WHOLES or at in sentence.number_at) and sentence.tokens[at].lower_ != "of":
        at -= 1
    if at < 1 or at >= first.i - 1 or sentence.tokens[at].lower_ != "of":
        return None
    part = sentence.tokens[at - 1]
    # "the first of four" is one; of dozens, or of all there are, it may be several
    counted = (whole := sentence.number_at.get(at + 1)) is not None and whole.value <= FEW
    single = part.lower_ == "one" or (counted and part.lower_ in ORDINALS and _is_single_subject(part))
    one = NumberMention(part.idx, part.idx + len(part), part.text, 1.0) if single else None
    return sentence.number_at.get(at - 1) or one  # "one of its Patriots", "the first of four batteries"


def _is_single_subject(part: Token) -> bool:
    """Whether the verb may have one thing as its subject, and not "the first of the 14 tanks have arrived"."""
    verb = part.head
    helpers = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return not any(t.tag_ == "VBP" or t.lower_ == "were" for t in helpers)
