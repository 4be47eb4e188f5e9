"""Nouns that stand for events ("a meeting", "the strikes"): which verb carries them, what stands before them, what they measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import after

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns that only measure the one after "of" ("a round of talks", "the margins of the summit" is none of them).
PARTS = frozenset(
    "round series session day hour wave string set number part first second third fourth fifth spate flurry sequence cycle opening "
    "couple pair dozen kind type form meeting lot hundred thousand ten participant ceremony edition plenary start beginning end "
    "outset hour minute night".split()
)
#: Words that put an event in the future, in the past, or only in thought.
COMING = frozenset("upcoming next forthcoming planned future scheduled coming expected eventual anticipated".split())
GONE = frozenset("last previous recent past earlier first second third latest yesterday's former recently".split())
IDLE = frozenset("possible potential hypothetical any no such".split())
#: Verbs whose place and day hold for what is done next ("met in Oxford and put their signatures to").
GATHERING = frozenset("meet gather travel visit arrive come convene".split())
#: Nouns that gather those after "of".
GATHERINGS = frozenset("group number handful host range circle club alliance majority bunch list lot dozen score set cluster".split())
#: Verbs of bringing a meeting about.
CALLING = frozenset("host convene chair organise organize summon".split())
#: Verbs that say of an event that it is.
HAPPEN = frozenset(
    "sign conclude reach strike agree launch hold take host organise organize convene schedule occur happen open begin "
    "start plan mark perpetrate conduct commit carry mount wage stage unleash inflict".split()
)


def whole(noun: Token) -> Token:
    """The noun that stands for the whole phrase: "a round of talks" for "talks"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in PARTS:
        noun = noun.head.head
    return noun


def content(noun: Token) -> Token:
    """The noun that a phrase is about: "posts" for "a number of posts"."""
    if noun.lemma_.lower() in PARTS | {"most", "many", "some", "several", "dozens"}:
        for prep in noun.children:
            if prep.dep_ == "prep" and prep.lower_ == "of" and (inner := next((p for p in prep.children if p.dep_ == "pobj"), None)):
                return inner
    return noun


def gathered_in(noun: Token, words: frozenset[str] = GATHERINGS) -> Token:
    """ "A group of countries that have pledged troops": those whom one of the words gathers; the noun itself where it is none of them."""
    members = [t for t in after(noun, "of") if t.tag_ == "NNS"] if noun.lemma_.lower() in words else []
    return members[0] if members else noun


def first_of_row(noun: Token) -> Token:
    """The noun that opens the row in which one stands: "tanks" for "shells" in "tanks and shells"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def carrier(noun: Token) -> Token | None:
    """The verb whose subject or object the noun is, or in whose prepositional phrase it stands."""
    top = first_of_row(whole(noun))
    if top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "dative"):
        return top.head
    if top.dep_ == "pobj" and top.head.head.pos_ in ("VERB", "AUX"):
        return top.head.head
    return None


def introducer(noun: Token) -> str:
    """The preposition before the noun's phrase ("during", "ahead of" gives "ahead"), or an empty string."""
    top = whole(noun)
    if top.dep_ != "pobj":
        return ""
    prep = top.head
    return prep.head.lower_ if prep.lower_ == "of" and prep.head.lower_ in ("ahead", "margins", "sidelines", "advance") else prep.lower_


def modifiers(noun: Token) -> set[str]:
    """The lower-case words before the noun and before the phrase it is a part of."""
    top = whole(noun)
    return {t.lower_ for n in (noun, top) for c in n.lefts for t in (c, *c.lefts)}


def _owned(noun: Token) -> list[Token]:
    """ "The meeting of the G7, which X will convene": the one that the parser hangs the clause on."""
    return [p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]


def takers(trigger: Token) -> list[Token]:
    """The verbs of an event: itself, the one that carries it, and "held" or "which took place" after it."""
    if trigger.pos_ in ("VERB", "AUX"):
        return [trigger]
    found = [v for n in (trigger, whole(trigger)) for v in n.children if v.dep_ in ("acl", "relcl") and v.lemma_ in HAPPEN]
    found += [v for n in _owned(trigger) for v in n.children if v.dep_ == "relcl" and v.lemma_ in CALLING]
    # "the meeting of the group, which was held in Berlin"
    found += [v for n in after(trigger, "of") for v in n.children if v.dep_ in ("acl", "relcl") and v.lemma_ in HAPPEN and v.tag_ != "VBG"]
    verb = carrier(trigger)
    if verb is None:
        return found
    if trigger.dep_ in ("nsubj", "nsubjpass"):  # "lasted two hours and took place in Istanbul"
        found += [v for v in verb.children if v.dep_ == "conj" and v.lemma_ in HAPPEN and not any(c.dep_ == "nsubj" for c in v.children)]
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return [*found, verb, verb.head] if joined and verb.head.lemma_ in GATHERING else [*found, verb]


def are_few(noun: Token) -> bool:
    """ "Not all conditions", "few of the criteria", "none of them": what is said of them holds for few or none."""
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    nouns = [noun, noun.head.head] if of else [noun]
    words = {t.lower_ for n in nouns for c in (n, *n.lefts) for t in (c, *c.lefts)}
    return bool(words & {"few", "none", "no", "not", "neither"}) and "a" not in words
