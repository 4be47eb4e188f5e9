"""The states that those named stand for, and the one that a text calls the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import actors_of
from promissory.extraction.grammar.tree import children
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift
    from promissory.extraction.words import Token

#: To whom outlets that report the news belong.
PRESS = frozenset(("public", "private", "state", "agency"))
#: What a text calls the state that it tells of, and how many sentences before it was named.
LANDS, NEAR = frozenset("country nation kingdom republic".split()), 4


def of_the_country(scene: Scene, gift: Gift) -> list[Referent]:
    """ "The country has also handed over three tanks", "the kingdom will pay": the state that was the subject last, or gave last."""
    acting = [t for t in actors_of(gift.trigger) if t.tag_ == "NN" and _is_land(scene, t) and gift.frame.role != "receive"]
    pointed = [t for t in acting if any(c.lower_ in ("the", "this") for c in t.lefts) and not children(t, "poss", "prep", "relcl")]
    if not pointed:
        return []
    here = gift.sentence.number, pointed[0].i
    told = [who[0].id for n, i, who in reversed(scene.discourse.subjects) if (n, i) < here and n > here[0] - NEAR and len(who) == 1]
    last = (scene.discourse.state, scene.discourse.land)
    return states_for(scene, [i for i in told if not scene.pack.person.get(i)])[:1] or states_for(scene, [i for i in last if i])[:1]


def _is_land(scene: Scene, noun: Token) -> bool:
    return noun.lemma_.lower() in LANDS or is_one_of_group(scene, noun)


def is_one_of_group(scene: Scene, noun: Token) -> bool:
    """ "The Baltic state", "the Nordic country": one of a group that the adjective names, and not the group."""
    groups = {a for actor in scene.pack.actor.values() if actor.type == "group" for a in actor.adjectives}
    one = noun.tag_ == "NN" and noun.lemma_.lower() in LANDS | {"state"}
    return one and any(c.text in groups for c in noun.lefts) and any(c.lower_ == "the" for c in noun.lefts)


def is_outlet(scene: Scene, who: Referent) -> bool:
    """ "LRT reports. So far it has given 50 vehicles": who tells the news gives nothing."""
    actor = scene.pack.actor.get(who.id)
    source = scene.pack.source_of(actor.name, None) if actor is not None and actor.type == "organisation" else None
    return who.inferred and source is not None and source.owner in PRESS


def states_for(scene: Scene, idents: list[str]) -> list[Referent]:
    """The states and blocs that some actors act for, each once, without the receiver and its adversaries."""
    states = dict.fromkeys(scene.namer.state_of(ident) or ident for ident in idents)
    able = [s for s in states if s in scene.pack.actor and scene.pack.actor[s].type in ("state", "bloc")]
    return [Referent(s, inferred=True) for s in able if s not in ADVERSARIES and s != scene.beneficiary]
