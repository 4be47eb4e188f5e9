"""What stands where goods are given and is none: words, promises, news, things put on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, within
from promissory.extraction.kinds.gifts.ownership import names_receiver
from promissory.extraction.kinds.matters.givers import TO_OBJECT
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.lexicon.events import GATHERINGS, TALKS
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is given in words only: a promise is read by its noun.
WORDS = frozenset(
    "promise pledge vow word assurance reassurance permission approval consent nod authorisation authorization detail details information "
    "update briefing overview account example evidence opportunity chance explanation insight guarantee impetus boost momentum hope advice "
    "answer reason estimate statement impression feedback list framework condition demand question name option wish target address "
    "message signal symbol gesture sign "
    "status candidacy membership audience welcome ovation reception applause interview tour speech greeting "
    "rebuke remark keynote testimony sermon lecture critique riposte eulogy rebuttal "
    "recommendation proposal suggestion argument lesson warning deadline timetable timeline ultimatum priority excuse".split()
)
#: Words that only count or gather what follows them with "of" ("a list of products", "a mix of loans and grants").
GATHERING = frozenset(
    "list range set number series batch array raft package slate mix variety host lot selection combination collection menu bundle "
    "quantity amount pair handful dozen catalogue catalog framework".split()
)
PROMISES = frozenset("promise pledge vow commitment assurance guarantee undertaking".split())
#: What one shares by having it as others do.
COMMON = frozenset(
    "view opinion concern fear worry position assessment border frontier vision goal aim objective value belief hope sentiment interest "
    "understanding conviction responsibility analysis perception desire commitment history culture approach ambition perspective one ideal "
    "principle sorrow grief pain joy feeling frustration outlook optimism enthusiasm anger burden".split()
)
#: Verbs by which goods are shown as well as set aside.
SHOWING = frozenset(("unveil", "roll", "reveal", "disclose"))

#: Where people come together, and what it is said to be about.
TALKED = GATHERINGS | TALKS | frozenset("retreat visit debate agenda hearing call".split())
AGENDA = frozenset(
    "focus centre center concentrate devote devoted dedicate dedicated prioritise prioritize concern address discuss consider aim revolve "
    "cover turn".split()
)


def is_on_agenda(verb: Token) -> bool:
    """ "The summit will focus on arming Kyiv", "a meeting devoted to helping it": what is talked about there, and nobody's gift."""
    above = verb.head if verb.dep_ in ("pcomp", "xcomp", "dobj") else None
    above = above.head if above is not None and above.dep_ == "prep" else above
    if verb.tag_ not in ("VBG", "VB") or above is None or above.lemma_ not in AGENDA:
        return False
    tops = (above, above.head) if above.dep_ in ("xcomp", "conj") else (above,)
    doers = [c for top in tops for c in top.children if c.dep_ in ("nsubj", "nsubjpass")]
    above_noun = above.head if above.dep_ in ("acl", "relcl") else None
    return any(t.lemma_.lower() in TALKED for t in (*doers, above_noun) if t is not None)


def is_of_sanctions(noun: Token) -> bool:
    """ "A new package of sanctions", "its 19th sanctions package": what is imposed on the other side."""
    told = [*noun.lefts, *after(noun, "of", "with", "against", "targeting"), *(c for c in noun.children if c.dep_ == "acl")]
    return any(t.lemma_.lower() in ("sanction", "sanctions", "embargo", "tariff", "penalty") for t in told)


def is_words(verb: Token, things: list[Token]) -> bool:
    """Whether only words are given ("gave its word", "provided its partners with details")."""
    withs = after(verb, "with") if verb.lemma_ in TO_OBJECT else []
    inner = [t for thing in withs or things for t in (_gathered(thing) or [thing])]
    return all(t.lemma_.lower() in WORDS or _is_pleading(verb, t) for t in inner)


def _is_pleading(verb: Token, thing: Token) -> bool:
    """ "Delivered a strong defence of the war's aims": a speech, and not "air defence"."""
    spoken = thing.lemma_.lower() in ("defence", "defense") and any(c.lower_ == "a" for c in thing.lefts) and bool(after(thing, "of"))
    return spoken and verb.lemma_ in ("deliver", "give", "offer")


def is_held_in_common(verb: Token, things: list[Token]) -> bool:
    """ "Shares Kyiv's view", "a fear he shares with Washington": what several have, and nobody gives."""
    had = list(things or ([verb.head] if verb.dep_ == "relcl" else []))
    return verb.lemma_ == "share" and bool(had) and all(t.lemma_.lower() in COMMON for t in had)


def _gathered(thing: Token) -> list[Token]:
    """What a word that only counts or gathers is of: a list of goods is goods, a list of promises is words."""
    return after(thing, "of") if thing.lemma_.lower() in GATHERING else []


def is_of_promise(verb: Token) -> bool:
    """ "A promise of systems given by the G7": the promise was given, wherever the parser hung it."""
    if verb.dep_ != "acl":
        return False
    above = [verb.head, *(a for a in verb.head.ancestors if verb.head.dep_ == "pobj")][:3]
    return any(noun.lemma_.lower() in PROMISES for noun in above)


def is_on_show(scene: Scene, sentence: Sentence, things: list[Token]) -> bool:
    """ "The firm rolled out a drone for long-range strikes": goods that are shown, with nobody who gets them and no sum."""
    goods = [t for t in things if sentence.item_of(t)]
    told = [t for thing in things for t in within(thing) if t not in goods]
    gathered = any(t.lemma_.lower() in SUPPORT_NOUNS or t.i in sentence.amount_at for t in told)
    return len(goods) == len(things) > 0 and not gathered and not names_receiver(scene, sentence)
