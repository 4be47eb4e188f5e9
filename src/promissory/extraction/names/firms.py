"""Firms called by what they are: "the German manufacturer", "the company", after one has been named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after
from promissory.extraction.names.discourse import Discourse
from promissory.extraction.text.gazetteer import Mention
from promissory.packs import Actor

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What firms are called, before their name or instead of it.
FIRMS = frozenset(
    "company firm group maker manufacturer giant contractor conglomerate concern producer builder supplier start-up startup".split()
)
#: Those of these words that mean a firm without its country.
ALONE = frozenset("company firm manufacturer contractor concern producer conglomerate".split())
#: What banks and funds are called, and what they bear in their names.
BANKS = frozenset("bank lender institution".split())
BANKING = re.compile(r"\bBank\b|\bMonetary Fund\b")
#: What may stand before such a word besides what kind of bank it is ("the London-based financial institution").
LENDING = frozenset("financial international multilateral development global".split())
#: What may stand before such a word besides its country ("the German defence contractor").
INSIDE = ("amod", "compound", "nmod", "poss")


def keep_firm(discourse: Discourse, sentence: Sentence, mention: Mention, actor: Actor) -> None:
    """Keep a firm that is named, and where."""
    if actor.type == "company":
        discourse.firms.append((sentence.number, mention.start, actor.country, actor.id))
    elif actor.type in ("organisation", "body") and any(BANKING.search(name) for name in (actor.name, *actor.names)):
        discourse.banks.append((sentence.number, mention.start, actor.id))


def bank_before(discourse: Discourse, sentence: Sentence, noun: Token) -> str | None:
    """The bank that a definite noun means: the one named last before it ("the bank", "the London-based lender")."""
    if noun.lemma_.lower() not in BANKS or noun.tag_ == "NNS" or not any(c.lower_ == "the" for c in noun.lefts) or after(noun, "of", "for"):
        return None
    if any(c.dep_ in INSIDE and c.lower_ not in LENDING and c.lower_ != "based" for c in noun.lefts):
        return None
    here = sentence.number, noun.idx
    named = any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights)
    return next((bank for number, at, bank in reversed(discourse.banks) if (number, at) < here), None) if not named else None


def firm_before(discourse: Discourse, sentence: Sentence, noun: Token, owner: str | None) -> str | None:
    """The firm that a definite noun means: the one of that country named last before it; without a country the last one named."""
    word = noun.lemma_.lower()
    if word not in FIRMS or noun.tag_ != "NN" or not any(c.lower_ == "the" for c in noun.lefts) or after(noun, "of", "from", "in"):
        return None
    bare = word in ALONE and not any(c.dep_ in INSIDE for c in noun.lefts)
    named = any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights)  # "the German manufacturer Vlk"
    if named or not (owner or bare):
        return None
    here = sentence.number, noun.idx
    known = [firm for number, at, country, firm in discourse.firms if (number, at) < here and owner in (None, country)]
    return known[-1] if known else None
