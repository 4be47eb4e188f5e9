"""Sums that are the whole of which a part is given: "paid the second tranche of the 18 billion loan", "400 million from a fund of 3"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.goods import LOANS, PAYMENTS
from promissory.extraction.lexicon.punctuation import POSSESSIVE

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is a part of something, and what has parts that are paid one by one.
PARTS = PAYMENTS | frozenset("part portion slice".split())
WHOLES = LOANS | frozenset(
    "package programme program facility fund plan scheme instrument mechanism envelope line arrangement support assistance "
    "commitment pledge".split()
)
#: What stands between the part and the whole; what tells which sum is meant.
OUT_OF = frozenset(("of", "from", "under", "within", "out"))
DEFINITE = frozenset(("the", "that", "this", "its", "their", "our", *POSSESSIVE))
#: How a sum hangs on the noun that it measures.
MEASURING = ("nummod", "nmod", "compound", "quantmod", "amod", "npadvmod", "acl")


def wholes_of(sentence: Sentence, verb: Token, words: list[Token], sums: list[AmountMention]) -> list[AmountMention]:
    """Those of the `sums` of a gift that are more than what is given: a part of them is, or another of the sums."""
    parts = {t.i for t in (verb, *words) if _is_part(t)}
    whole = [amount for amount in sums if _is_whole(sentence, amount, parts)]
    return whole if parts or len(whole) < len(sums) else []


def is_told_apart(sentence: Sentence, amount: AmountMention) -> bool:
    """ "20 billion of the 50-billion loan that the G7 agreed to give": a whole whose givers a clause on it names."""
    head = sentence.head_of(amount)
    noun = measured(head) if head is not None else None
    clauses = [c for c in noun.children if c.dep_ == "relcl"] if noun is not None else []
    return any(s.pos_ == "PROPN" for c in clauses for s in c.children if s.dep_ == "nsubj")


def measured(word: Token) -> Token | None:
    """The noun that a word of a sum measures ("a package worth 18 billion", "an 18 billion package")."""
    noun = word.head
    while noun.pos_ not in ("NOUN", "PROPN", "VERB", "AUX") and noun.head.i != noun.i and noun.dep_ in MEASURING:
        noun = noun.head
    return noun if noun.pos_ == "NOUN" else None


#: What stands between a noun and the sum that it is worth.
WORTH = re.compile(
    r"\b(?:worth|totalling|totaling|amounting to|valued at)\s(?:(?:about|around|some|roughly|nearly|almost|over|more than)\s)?$"
)


def worth(sentence: Sentence, amount: AmountMention) -> Token | None:
    """The noun right before the word that says what it is worth, however the parser hangs the sum ("Oslo's programme worth 6 billion")."""
    word = WORTH.search(sentence.text[: amount.start])
    before = [t for t in sentence.tokens if word and t.idx + len(t) <= word.start() and t.text != ","]
    return before[-1] if before and before[-1].pos_ in ("NOUN", "PROPN") else None


def _is_part(noun: Token) -> bool:
    """Whether a word is a tranche of something, not the "as part of" of a package."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in PARTS and noun.head.lower_ != "as"


def is_drawn_on(sentence: Sentence, amount: AmountMention) -> bool:
    """Whether a sum is a fund or package that another sum or a tranche comes out of ("400 million from a 14 billion fund")."""
    head = sentence.head_of(amount)
    parts = {t.i for t in sentence.tokens if _is_part(t)}
    others = any(other is not amount and not other.converted for other in sentence.amounts)
    return head is not None and bool(others or parts) and _names_whole(sentence, head, parts)


def _is_whole(sentence: Sentence, amount: AmountMention, parts: set[int]) -> bool:
    head = sentence.head_of(amount)
    return head is not None and (_names_whole(sentence, head, parts) or _is_definite(sentence, head, parts))


def _names_whole(sentence: Sentence, head: Token, parts: set[int]) -> bool:
    """Whether a sum measures a package, loan or scheme out of which the rest of its clause comes."""
    path = _path(head, parts)
    nouns = [n for n, t in enumerate(path) if t.pos_ in ("NOUN", "PROPN") and t.i not in sentence.amount_at]
    if not nouns or not _has_parts(sentence, path[nouns[0]]):
        return False
    above = path[nouns[0] + 1 :]
    if path[nouns[0]].dep_ == "appos" and path[-1].i in parts:  # "the first payment of 3 billion under the loan, our 18 billion package"
        return True
    return any(t.lower_ in OUT_OF - {"of"} for t in above) or any(
        of.lower_ == "of" and (part.i in parts or part.i in sentence.amount_at) for of, part in pairwise(above)
    )


def _path(head: Token, parts: set[int]) -> list[Token]:
    """The words from a sum up to the part that is given, or to the verb."""
    path = [head]
    for word in head.ancestors:
        path.append(word)
        if word.i in parts or (word.pos_ in ("VERB", "AUX") and path[-2].dep_ not in MEASURING and word.lemma_ != "amount"):
            break
    return path


def _has_parts(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is a package, loan or scheme told as one: with an article, an owner, or a name of its own."""
    mention = sentence.at.get(noun.i)
    if mention and mention.id_of("framework"):
        return True
    told = any(c.dep_ in ("det", "poss") for c in noun.children)
    return noun.lemma_.lower() in WHOLES and noun.tag_ in ("NN", "NNP") and told


def _is_definite(sentence: Sentence, head: Token, parts: set[int]) -> bool:
    """ "The first instalment of the 18 billion": a sum that is spoken of as known."""
    of = head.head
    known = any(c.lower_ in DEFINITE for c in head.children)
    return head.i in sentence.amount_at and known and of.lower_ == "of" and of.head.i in parts
