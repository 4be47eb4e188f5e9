"""What is asked of somebody: a need of those who ask, or an act that they propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, things_of
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.matters.addressing import house_of, is_house, told_of
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Those abroad who, without a name, ask for nothing of their own, and what they ask in.
OTHERS = frozenset(
    "laureate scholar academic author signatory senator lawmaker congressman congresswoman mp mep deputy parliamentarian "
    "opposition group coalition bloc party resolution motion letter bill petition campaigner activist protester protestor critic "
    "expert analyst economist member ally partner".split()
)
#: What is missing.
GAPS = frozenset("gap deficit shortfall hole".split())


def ask_for_others(scene: Scene, sentence: Sentence, verb: Token, told: list[Token]) -> bool:
    """Whether those who ask are known and are not the ones who are to get it ("the Parliament asks Berlin to send tanks")."""
    asking = scene.states(scene.named(sentence, actors_of(verb)))
    if are_others(scene, sentence, actors_of(verb)):
        return bool(told_of(scene, sentence, [t for t in told if t.dep_ != "pobj"], asking))
    known = bool(asking) and all(i in scene.pack.actor and i != scene.beneficiary for i in asking)
    return known and bool(told_of(scene, sentence, [t for t in told if t.dep_ != "pobj"], asking))


def is_question(verb: Token) -> bool:
    """ "Asked about jets, he said …", "was asked about tanks": to ask about a thing is not to ask for it."""
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "advcl")
    return verb.lemma_ == "ask" and passive and bool(after(verb, "about")) and not after(verb, "for")


def fills_gap(deed: Token) -> bool:
    """ "Asked its partners to cover the deficit": what is missing is a need."""
    return deed.lemma_ in ("cover", "fill", "close", "plug", "bridge") and any(t.lemma_.lower() in GAPS for t in things_of(deed))


def is_put_to_house(scene: Scene, sentence: Sentence, verb: Token, told: list[Token]) -> bool:
    """ "Asked Congress for $24 billion": a government before its own parliament."""
    houses = [i for t in told if (i := house_of(scene, t))] + [w.id for w in scene.named(sentence, told) if is_house(scene, w.id)]
    return verb.lemma_ == "ask" and bool(houses) and any(after(t, "for") for t in (verb, *told))


def are_others(scene: Scene, sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether others urge it than those who need it ("senators asked the White House for jets")."""
    states = scene.states(scene.named(sentence, tokens))
    return any(t.lemma_.lower() in OTHERS for t in tokens) and not any(s in scene.pack.actor and s != "partners" for s in states)
