"""Needs told by what there is not: too little, the last of something, nothing doing without it, a gap of so much, what a list holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.mood import NEGATIVE
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.straits import Lack, phrases, straits

if TYPE_CHECKING:
    from promissory.extraction.words import Token

ENOUGH = frozenset("enough sufficient adequate".split())
SCANT = frozenset("few little".split())
#: Those who are no soldiers, workers or the like that a country may lack.
ANYBODY = frozenset("people person one country state leader politician expert observer analyst member ally partner".split())
#: Nouns for what somebody has to have.
WANTS = frozenset("need requirement priority necessity shortage demand wish request bottleneck".split())
#: Adjectives that single out one want among others.
FOREMOST = frozenset(
    "urgent pressing top main biggest greatest first foremost chief critical key highest immediate acute number vital".split()
)
ABSENT = frozenset("missing unavailable absent lacking unobtainable exhausted".split())
#: Sums that are not there.
GAPS = frozenset("gap deficit shortfall hole need requirement bill".split())
FUNDS = frozenset(
    "financing funding budget fiscal financial recovery reconstruction humanitarian winter budgetary revenue external".split()
)
AMOUNTING = frozenset("stand amount total reach be estimate put come exceed reckon calculate run project hit forecast".split())
LISTS = frozenset("priority list request agenda need wishlist demand appeal ask requirement".split())
WANTED = frozenset("needed required requested necessary wanted missing".split())
#: What comes of not having something.
FAILING = frozenset("lose fall fail collapse die run struggle suffer freeze perish".split())
LAST = frozenset(("last", "final", "remaining"))


def lacks(sentence: Sentence) -> Iterator[Lack]:
    """The wants of a sentence that no verb, noun or adjective of need opens by itself."""
    for token in sentence.tokens:
        if token.dep_ in ("amod", "advmod", "nummod"):
            yield from _too_little(token)
        if token.lower_ == "without":
            yield from _without(token)
        elif token.lower_ in ENOUGH and token.dep_ == "acomp":
            yield from _is_not_enough(token)
        elif token.lower_ == "what" and token.dep_ in ("dobj", "pobj"):
            yield from _what_they_need(sentence, token)
        elif token.lower_ in LAST and token.dep_ == "amod":
            yield from _last(token)
        elif token.lower_ in ABSENT and token.dep_ in ("acomp", "attr", "oprd"):
            yield token, phrases(subjects(token.head)), [*after(token, "to", "for"), *after(token.head, "in", "for")], False
        elif token.lower_ == "supply" and token.dep_ == "pobj" and any(c.lower_ == "short" for c in token.lefts):
            yield token, phrases(subjects(token.head.head)), [], False
        elif token.lemma_.lower() in WANTS and token.dep_ == "attr":
            yield from _foremost(token)
        elif token.lemma_.lower() in ("bottleneck", "constraint") and token.dep_ == "nsubj" and token.head.lemma_ in ("be", "remain"):
            yield token, phrases(children(token.head, "attr")), [*children(token, "poss"), *after(token, "for")], False
        elif token.lemma_.lower() in GAPS and token.pos_ == "NOUN":
            yield from _gap(sentence, token)
        if token.lemma_.lower() in LISTS and token.pos_ == "NOUN":
            yield from _before_colon(sentence, token)
            yield from _list_of(token)
    yield from straits(sentence)


def _too_little(word: Token) -> Iterator[Lack]:
    """ "There are not enough men", "too few shells arrive", "nowhere near enough air defence"."""
    if word.dep_ != "amod" and not (word.lower_ in ENOUGH and word.dep_ in ("advmod", "nummod")):
        return
    near = [*word.children, *(c for c in word.head.children if c.i < word.head.i), *(c for c in word.head.head.children if c.dep_ == "neg")]
    denied = any(c.lower_ in NEGATIVE or c.lower_ in ("nowhere", "barely", "hardly", "scarcely") for c in near)
    verb = word.head.head
    held = verb.lemma_ in ("have", "be") or any(c.tag_ == "MD" for c in verb.children)  # "only a sufficient number of guns will ensure"
    denied = denied or (held and any(c.lower_ in ("only", "just") for c in near))
    small = word.lower_ in SCANT and any(c.lower_ in ("too", "so", "very") for c in word.children)
    if small and word.head.dep_ == "nsubj" and word.head.lemma_.lower() in ANYBODY and verb.pos_ == "VERB":
        return  # "very few people have been paying attention"
    if (word.lower_ in ENOUGH and denied) or small:
        owned = verb.pos_ == "VERB" and word.head.dep_ == "dobj"
        clauses = {t.i for c in children(word.head, "acl", "relcl") for t in c.subtree}
        own = [t for t in phrases([word.head]) if t.i not in clauses]
        yield word, own, subjects(verb) if owned else after(word.head, "for"), False  # not "enough courage to hand over weapons"


def _is_not_enough(word: Token) -> Iterator[Lack]:
    """ "The supply of missiles is not enough", "what arrives is hardly sufficient"."""
    verb = word.head
    near = [*verb.children, *word.children]
    if verb.lemma_ == "be" and any(c.dep_ == "neg" or c.lower_ in ("barely", "hardly", "scarcely", "nowhere") for c in near):
        yield word, phrases(subjects(verb)), [], False


def _what_they_need(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Listed what his forces need most: interceptors, radars"."""
    verb = word.head
    colon = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 9] if t.text == ":"), None)
    if verb.lemma_ in ("need", "want", "require", "lack") and colon is not None:
        things = [t for t in sentence.tokens[colon.i + 1 : colon.i + 16] if t.pos_ in ("NOUN", "PROPN", "ADJ")]
        yield verb, things, subjects(verb), False


def _without(prep: Token) -> Iterator[Lack]:
    """ "Kyiv cannot hold out without more air defence", "without shells the front will collapse"."""
    verb = next((a for a in prep.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return
    modal = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    denied = any(c.dep_ == "neg" for c in verb.children) and bool(modal & {"can", "ca", "could", "will", "would", "wo"})
    fails = verb.lemma_ in FAILING and bool(modal & {"will", "would", "could", "may", "might"})
    if denied or fails:
        yield prep, phrases(children(prep, "pobj")), subjects(verb), False


def _last(word: Token) -> Iterator[Lack]:
    """ "Is down to its last interceptors", "fired its last shells", "is using up the remaining missiles"."""
    noun = word.head
    down = noun.dep_ == "pobj" and any(
        t.lower_ in ("down", "left") for t in (noun.head.head, *noun.head.head.children, *noun.head.children)
    )
    if down and noun.head.lower_ in ("to", "with"):
        verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
        yield word, phrases([noun]), subjects(verb) if verb is not None else [], False


def _foremost(noun: Token) -> Iterator[Lack]:
    """ "Mine-clearing gear remains the most pressing requirement of the sappers", "tanks are Kyiv's top priority"."""
    verb = noun.head
    words = {t.lower_ for c in noun.lefts for t in (c, *c.lefts)}
    if verb.lemma_ in ("be", "remain", "become", "stay") and words & FOREMOST:
        yield noun, phrases(subjects(verb)), [*children(noun, "poss"), *after(noun, "of", "for")], False


def _gap(sentence: Sentence, noun: Token) -> Iterator[Lack]:
    """ "The financing gap stands at 38 billion dollars", "a budget hole of 40 billion"."""
    if not {c.lower_ for c in noun.lefts} & FUNDS or noun.dep_ not in ("nsubj", "nsubjpass") or noun.head.lemma_ not in AMOUNTING:
        return
    sums = [t for t in noun.head.subtree if t.i in sentence.amount_at and t.i > noun.i]
    if sums:
        yield noun, sums, [*children(noun, "poss"), *after(noun, "of", "for", "in")], False


def _list_of(noun: Token) -> Iterator[Lack]:
    """ "Handed over a list of urgently needed transformers"."""
    things = [t for t in after(noun, "of") if any(c.lower_ in WANTED for c in t.lefts) or _is_wished(t) or _is_wished(noun)]
    verb = noun.head
    if things and noun.lemma_.lower() in ("list", "wishlist"):
        wishing = [s for t in (noun, *things) for c in t.children if c.dep_ in ("relcl", "acl") for s in subjects(c) if s.pos_ == "PROPN"]
        whose = children(noun, "poss") or wishing or (subjects(verb) if verb.pos_ == "VERB" else [])
        yield noun, phrases(things), whose, True


def _is_wished(thing: Token) -> bool:
    """ "Weapons it would like to buy", "the systems Kyiv wants"."""
    clauses = [c for c in thing.children if c.dep_ in ("relcl", "acl")]
    return any(c.lemma_ in ("like", "want", "wish", "hope", "need", "seek", "request") for c in clauses)


def _before_colon(sentence: Sentence, noun: Token) -> Iterator[Lack]:
    """ "Came with a list of three requests: tanks, missiles and shells", "priorities are known: weapons"."""
    following = sentence.tokens[noun.i + 1 : noun.i + 7]
    colon = next((t for t in following if t.text in (":", "–", "—")), None)
    if colon is None or any(t.text in (",", ".", ";") for t in following[: colon.i - noun.i - 1]):
        return
    things = [t for t in sentence.tokens[colon.i + 1 : colon.i + 12] if t.pos_ in ("NOUN", "PROPN", "ADJ")]
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    owners = children(noun, "poss") or (subjects(verb) if verb is not None and noun.dep_ not in ("nsubj", "nsubjpass") else [])
    yield noun, things, owners, noun.lemma_.lower() in ("request", "demand", "appeal", "ask", "list", "wishlist")
