"""Needs told by a comparison or a measure: shortest of, at the top of a list, one shell for every six, what it would take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.straits import GETTING, Lack, phrases

if TYPE_CHECKING:
    from promissory.extraction.words import Token

SHORT = frozenset(("short", "shorter", "shortest", "lacking", "missing", "wanting"))
LISTS = frozenset("list wishlist agenda request priority demand need".split())
#: Where something stands on a list, and the verbs of standing there.
PLACES = frozenset("top head first high foremost among".split())
#: What is done with a list of wishes.
HANDING = frozenset("hand send submit give present take bring draw pass circulate forward share compile".split())
#: Further down a list of what is asked for.
RANKS = frozenset("next second third then".split())
RANKED = frozenset("list wishlist".split())
STANDING = frozenset("stand be come feature figure rank appear sit remain".split())
#: Those who have more of what is wanting.
FOES = frozenset("enemy foe opponent invader adversary occupier russians russian russia moscow kremlin attacker".split())
#: What follows where something is wanting.
EXPOSED = frozenset(
    "exposed vulnerable defenceless defenseless unprotected powerless impossible unable doomed helpless naked open dark difficult".split()
)
#: Where stores are that are all but gone.
NIL = frozenset("zero exhaustion nothing nil bottom".split())
STORES = frozenset("stock stockpile supply reserve arsenal ammunition inventory".split())

#: Verbs of being given, and what makes "no" and "any" next to nothing.
RECEIVING = frozenset("receive get obtain have".split())
SCARCELY = frozenset("hardly almost barely scarcely virtually practically or to nearly".split())
#: What is paid back, and how: no want of the one that owes it.
DEBTS = frozenset("debt creditor bondholder interest arrears".split())
REPAYING = frozenset("repay refinance redeem".split())


def scanty(sentence: Sentence) -> Iterator[Lack]:
    """The wants of a sentence that such a comparison or measure tells."""
    for token in sentence.tokens:
        if token.lower_ in SHORT and token.dep_ in ("acomp", "ROOT", "csubj", "attr"):
            yield from _what_it_is_short_of(token)
        elif token.lemma_.lower() in LISTS and token.dep_ in ("pobj", "attr", "nsubj"):
            yield from _at_the_top(token)
        elif token.lemma_.lower() in RANKED and token.dep_ == "dobj":
            yield from _tops(token)
        elif token.lower_ == "every":
            yield from _one_for_every(sentence, token)
        elif token.lower_ == "without":
            yield from _exposed_without(token)
        elif token.lower_ in NIL and token.dep_ in ("pobj", "acomp", "npadvmod"):
            yield from _at_nil(token)
        elif token.lower_ == "with":
            yield from _with_hardly_any(token)
        elif token.lemma_ in GETTING and token.tag_ == "VB":
            yield from _has_to_get(sentence, token)
        elif token.lemma_ in RECEIVING and token.tag_ == "VB":
            yield from _hopes_for(token)
        elif token.lemma_ == "last" and token.pos_ == "VERB":
            yield from _will_not_last(token)
        elif token.lemma_ == "take" and any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in token.children):
            yield from _it_would_take(token)
        elif token.lemma_ in ENDURING or token.lower_ in ("enough", "sufficient", "suffice"):
            yield from _would_do(sentence, token)


#: What goods that are wanting would do.
ENDURING = frozenset("shield protect cover secure suffice close defend safeguard".split())


def _what_it_is_short_of(word: Token) -> Iterator[Lack]:
    """ "What Kyiv is shortest of is interceptors"."""
    clause = word.head if word.dep_ == "acomp" else word
    root = clause.head
    asked = any(t.lower_ == "what" for t in clause.subtree if t.i < word.i)
    if clause.dep_ in ("csubj", "nsubj") and root.lemma_ == "be" and asked:
        yield word, phrases(children(root, "attr")), children(clause, "nsubj"), False
    elif clause.dep_ in ("ccomp", "attr") and root.lemma_ == "be" and asked:  # "interceptors are what Kyiv is shortest of"
        yield word, phrases(subjects(root)), children(clause, "nsubj"), False


def _at_the_top(noun: Token) -> Iterator[Lack]:
    """ "At the top of the list that he took to Brussels stood missiles", "high on Kyiv's list are drones"."""
    above = [a for a in noun.ancestors if a.i < noun.i]
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    placed = any(a.lower_ in PLACES or (a.lower_ in RANKS and noun.lemma_.lower() in RANKED) for a in above[:3])
    if verb is None or verb.i < noun.i or verb.lemma_ not in STANDING or not placed:
        return
    things = [t for t in (*children(verb, "dobj", "attr"), *subjects(verb)) if t.i > verb.i]
    takers = [s for c in noun.children if c.dep_ in ("relcl", "acl") for s in subjects(c)]
    yield noun, phrases(things), children(noun, "poss") or takers, True


def _tops(noun: Token) -> Iterator[Lack]:
    """ "Boilers topped the list that was handed to the embassies", "interceptors head Kyiv's list": of what is asked for."""
    verb = noun.head
    whose = children(noun, "poss")
    given = any(c.lemma_ in HANDING for c in children(noun, "relcl", "acl")) or bool(whose) or noun.lower_ == "wishlist"
    if verb.lemma_ in ("top", "head", "lead") and given and not any(c.dep_ == "neg" for c in verb.children):
        yield noun, phrases(subjects(verb)), whose, True


def _one_for_every(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Fires one shell for every six that the Russians do", "left with one round for every ten of the enemy's"."""
    measure = word.head
    prep = measure.head if measure.dep_ == "pobj" else None
    noun = prep.head if prep is not None and prep.lower_ in ("for", "to") else None
    foes = any(t.lower_ in FOES or t.lemma_.lower() in FOES for t in sentence.tokens if t.i > word.i)
    if noun is None or not foes or not any(c.i in sentence.number_at for c in noun.children):
        return
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    yield word, [t for t in phrases([noun]) if t.i not in sentence.number_at], subjects(verb) if verb is not None else [], False


def _exposed_without(prep: Token) -> Iterator[Lack]:
    """ "Without seven more systems the cities will go on being exposed to missiles"."""
    things = children(prep, "pobj")
    above = [a for a in prep.ancestors if a.pos_ in ("VERB", "AUX")]
    verbs = [v for a in above for v in (a, *children(a, "ccomp"))] if things else []
    verb = next((v for v in verbs if any(t.lower_ in EXPOSED for t in v.subtree if t.i > things[0].i) and _is_foreseen(v)), None)
    if verb is not None:
        yield prep, phrases(things), [o for s in subjects(verb) for o in children(s, "poss")], False


def _at_nil(word: Token) -> Iterator[Lack]:
    """ "Stocks of missiles are close to zero", "its reserves are near exhaustion"."""
    verb = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    low = verb is not None and verb.lemma_ in STANDING | {"fall", "drop"}
    stores = [t for t in subjects(verb) if t.lemma_.lower() in STORES] if verb is not None and low else []
    if stores and verb is not None and not any(c.dep_ == "neg" for c in verb.children):
        yield word, phrases(stores), [o for s in stores for o in children(s, "poss")], False


def _is_foreseen(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in verb.children) or verb.tag_ in ("VBZ", "VBP")


def _with_hardly_any(prep: Token) -> Iterator[Lack]:
    """ "Gunners hold the line with hardly any shells", "fight on with little or no ammunition"."""
    scarce = [t for t in children(prep, "pobj") if any(_is_hardly_any(c) for c in t.subtree if prep.i < c.i < t.i)]
    verb = next((a for a in prep.ancestors if a.pos_ == "VERB"), None)
    if scarce and verb is not None and not any(c.dep_ == "neg" for c in verb.children):
        yield prep, phrases(scarce), subjects(verb), False


def _is_hardly_any(word: Token) -> bool:
    """ "Hardly any", "almost no", "little or no", "next to no", "few"."""
    if word.lower_ in ("no", "any"):
        return any(t.lower_ in SCARCELY for t in word.doc[max(0, word.i - 2) : word.i])
    return word.lower_ == "few" and word.nbor(-1).lower_ in ("with", "very", "too", "so", "precious")


def _hopes_for(verb: Token) -> Iterator[Lack]:
    """ "Hopes to get more missiles from its partners": goods that are wished for, and not yet promised."""
    hopes = verb.dep_ == "xcomp" and verb.head.lemma_ in ("hope", "hop", "wish", "long")
    if hopes and not children(verb.head, "neg") and (things := children(verb, "dobj")):
        yield verb, phrases(things), subjects(verb.head), True


def _has_to_get(sentence: Sentence, verb: Token) -> Iterator[Lack]:
    """ "Will have to find 42 billion abroad", "must raise another three billion"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    bound = above.lemma_ == "have" and above.i < verb.i if above is not verb else any(c.lower_ == "must" for c in verb.children)
    things = children(verb, "dobj")
    denied = any(c.dep_ == "neg" for v in (verb, above) for c in v.children)
    owed = any(t.lemma_.lower() in REPAYING | DEBTS for t in above.subtree if t.i > verb.i)
    if bound and not denied and not owed and any(t.i in sentence.amount_at | sentence.number_at for thing in things for t in thing.subtree):
        yield verb, phrases(things), subjects(verb), False


def _it_would_take(verb: Token) -> Iterator[Lack]:
    """ "It would take 128 jets to replace the old fleet"."""
    ahead = any(c.lower_ in ("will", "would", "'ll", "'d") for c in verb.children)
    aims = [c for c in children(verb, "advcl", "xcomp", "ccomp", "relcl") if c.tag_ == "VB"]
    things = children(verb, "dobj")
    aims += [c for t in things for c in children(t, "acl", "relcl") if c.tag_ == "VB"]
    if ahead and aims:
        yield verb, phrases(things), [t for t in after(verb, "for") if t.pos_ == "PROPN"], False


def _would_do(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Another 19 systems would shield the power stations", "25 batteries would be enough": so many are not there yet."""
    verb = word.head if word.dep_ in ("acomp", "attr") else word
    things = subjects(verb)
    supposed = any(c.lower_ in ("would", "'d") for c in verb.children) and not any(c.dep_ == "neg" for c in verb.children)
    if supposed and any(c.i in sentence.number_at for t in things for c in (t, *t.children)):
        yield word, phrases(things), [], False


def _will_not_last(verb: Token) -> Iterator[Lack]:
    """ "Its stock of interceptors will not last beyond the summer"."""
    stores = [t for t in subjects(verb) if t.lemma_.lower() in STORES]
    if stores and any(c.dep_ == "neg" for c in verb.children):
        yield verb, phrases(stores), [o for s in stores for o in children(s, "poss")], False
