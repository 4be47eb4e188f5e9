"""Attacks that are only aimed at: what verbs tell as an aim, an order, a means or an ability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import first_of_row, whole
from promissory.extraction.grammar.tree import conjuncts

if TYPE_CHECKING:
    from promissory.extraction.words import Token

FUTURE = frozenset("plan threaten prepare intend vow promise want seek warn".split())
#: Verbs under which an infinitive or gerund tells what was done.
REALISING = frozenset("begin start continue keep resume accuse suspect blame condemn proceed manage use".split())
#: What a clause names that tells an aim ("Objective: capture Lyman").
AIMS = frozenset("objective aim goal task order mission purpose plan effort".split())
#: Verbs by which a plan comes to nothing.
FORSAKING = frozenset("scrap drop abandon cancel shelve ditch foil thwart abort halt deny reject postpone suspend".split())
#: Words for getting ready, what is got ready, and where: an attack that stands after "for" behind them is still to come.
READYING = frozenset(
    "prepare preparation gear mass amass gather assemble concentrate concentration accumulate accumulation build build-up buildup "
    "stockpile hoard save reserve regroup ready brace plan planning force troop springboard launchpad staging post base bridgehead "
    "pretext excuse order rehearse rehearsal condition".split()
)
#: Words for being able: what they govern has not been done.
ABLE = frozenset("able unable capable incapable ready poised likely unlikely ability capacity capability potential chance way".split())
#: Verbs under which a bare infinitive says what may be done ("let Kyiv destroy launchers").
LETTING = frozenset("let allow help enable permit make have see".split())


def is_unreal(verb: Token) -> bool:
    """Infinitives and gerunds that tell an aim, a means or an ability ("used to strike", "capable of hitting")."""
    if _is_order(verb):
        return True
    if verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in LETTING:
        return True
    if _is_forsaken(verb):
        return True
    if verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        if verb.head.lemma_ == "use" and verb.head.tag_ == "VB" and verb.head.i != verb.i:  # "it would be right to use them to attack"
            return is_unreal(verb.head)
        return verb.head.lemma_ not in REALISING and verb.head.lemma_ not in FUTURE and not is_going(verb)
    if verb.dep_ != "pcomp" or (verb.head.lower_ == "by" and verb.head.head.tag_ in ("VBD", "VBZ")):
        return False  # "set a record by sending 700 drones"
    return verb.head.head.lemma_ not in REALISING or verb.head.lower_ in ("for", "to")


def row_of(noun: Token) -> list[Token]:
    """ "A campaign of sabotage, cyberattacks and blackmail": the nouns beside one, and the one that they are all part of."""
    first = first_of_row(noun)
    inside = first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.pos_ == "NOUN"
    return [n for n in (*conjuncts(first), *([first.head.head] if inside else [])) if n.i != noun.i]


def is_still_to_come(noun: Token, verb: Token | None) -> bool:
    """ "Able to launch an offensive", "an accumulation of troops for new strikes": an attack that is only within reach."""
    here = whole(noun)
    if here.dep_ == "pobj" and here.head.lower_ in ("for", "of"):
        above = here.head.head
        parts = [above, *(t for c in above.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children)]
        if here.head.lower_ == "for" and any(t.lemma_.lower() in READYING for t in parts):
            return True
        if above.lemma_.lower() in ABLE:
            return True
    if verb is None or verb.dep_ not in ("xcomp", "acl", "pcomp", "ccomp", "advcl") or noun.dep_ not in ("dobj", "nsubj"):
        return False
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return over.lemma_.lower() in ABLE and over.pos_ in ("ADJ", "NOUN")


def _is_forsaken(verb: Token) -> bool:
    """ "Scrapped plans to storm the plant", "denied plans to invade"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.pos_ == "NOUN" and noun.lemma_ in FUTURE and noun.head.lemma_ in FORSAKING


def _is_order(verb: Token) -> bool:
    """ "Push them back and shell Kharkiv", "Objective: capture Lyman": a bare infinitive with nobody who does it, or for an aim."""
    if verb.tag_ != "VB" or any(c.dep_ in ("aux", "nsubj", "nsubjpass") and c.lemma_ not in AIMS for c in verb.children):
        return False
    return verb.dep_ in ("ROOT", "dep", "acl") or (verb.dep_ == "conj" and _is_order(verb.head))


def is_going(verb: Token) -> bool:
    """ "They are going to bomb our cities": what is announced."""
    going = verb.head.lemma_ == "go" and verb.head.tag_ == "VBG"
    return going and not any(c.dep_ == "neg" for c in verb.head.children)
