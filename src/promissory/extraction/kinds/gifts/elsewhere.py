"""Goods and money that reach somebody else, in texts that are about the receiver: the giver's own, a campaign, those shot at, losses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.gifts.opposing import verb_of
from promissory.extraction.kinds.gifts.ownership import names_receiver
from promissory.extraction.lexicon.goods import AID
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift
    from promissory.extraction.words import Token

#: Whose own the receiver may be ("its neighbour to the east").
TIED = frozenset("neighbour neighbor ally partner friend counterpart guest defender comrade".split())
THEIRS = frozenset(("its", "their", "his", "her", "own"))
#: What weapons do on their way to those attacked.
FLYING = frozenset("fly swarm buzz hunt lob".split())
#: Weapons by which a town is attacked.
MISSILES = frozenset("drone missile rocket shell bomb shahed".split())
#: What becomes of money that nobody gives.
LOSING = frozenset("lose steal embezzle launder owe waste cost earn forfeit".split())
TELLING = frozenset("describe recall remember recount deny mention speak tell complain".split())
AMONG = ("among", "amongst", "between", "within", "across")
HELP = AID | {"relief"}
GIVING = frozenset(("give", "disburse"))


def goes_elsewhere(scene: Scene, gift: Gift) -> bool:
    """Whether somebody else is reached, where the clause names no receiver."""
    if scene.beneficiary in scene.states(gift.recipients):
        return False
    if _is_of_takers_own(scene, gift) or _is_lost(gift) or _is_among_others(scene, gift):
        return True
    unnamed = bool(gift.inferred_donor) or not gift.donors
    return unnamed and (_is_shot(scene, gift) or _is_only_spent(scene, gift) or _is_of_tellers(gift))


def _is_of_takers_own(scene: Scene, gift: Gift) -> bool:
    """ "Provided its schools with masks", "gave money to Trump's campaign": those who get it are the giver's, or somebody else's."""
    verb = verb_of(gift.trigger)
    if verb is None or (verb.i == gift.trigger.i and gift.frame.role not in GIVING):
        return False
    objects = children(verb, "dobj")
    if _is_to_firm(scene, gift, [verb, *objects]):
        return True
    beside = objects if any(after(t, "with") for t in (verb, *objects)) else objects[:-1]  # "paid its farmers 5 million"
    takers = [*children(verb, "dative"), *(t for word in (verb, *objects) for t in after(word, "to")), *beside]
    return any(_is_elses(scene, gift, t) for t in takers if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() not in TIED)


def _is_to_firm(scene: Scene, gift: Gift, words: list[Token]) -> bool:
    """ "Is selling 25 old tanks back to the manufacturer": a firm, and none of the receiver's, named as the one who gets it."""
    heads = [t for word in words for w in (word, *(c for c in word.children if c.lower_ == "back")) for t in after(w, "to")]
    actors = [actor for who in scene.named(gift.sentence, heads) if (actor := scene.pack.actor.get(who.id))]
    return any(actor.type == "company" and actor.country != scene.beneficiary for actor in actors)


def _is_among_others(scene: Scene, gift: Gift) -> bool:
    """ "Would support common defence among Baltic countries": what is helped is in or between others than the receiver."""
    verb = verb_of(gift.trigger)
    if verb is None or gift.frame.role != "help":
        return False
    places = [t for word in (verb, *spread(children(verb, "dobj"))) for t in after(word, *AMONG)]
    named = scene.states(everyone(scene, gift.sentence, places))
    return bool(named) and not {scene.beneficiary, "partners"} & set(named)


def _is_elses(scene: Scene, gift: Gift, taker: Token) -> bool:
    owners = children(taker, "poss")
    if any(o.lower_ in THEIRS for o in owners):
        return True
    named = [w for o in owners if o.pos_ == "PROPN" and (w := scene.namer.name(gift.sentence, o))]
    return any(w.person and scene.namer.state_of(w.id) not in (None, scene.beneficiary) for w in named)


def _is_shot(scene: Scene, gift: Gift) -> bool:
    """ "The drones come back in larger numbers", "120 missiles were fired at the power supply": weapons of whoever attacks."""
    if gift.trigger.pos_ == "VERB":
        mood = gift.mood
        arms = any(t.lemma_.lower() in MISSILES for t in gift.trigger.children)
        coming = gift.trigger.lemma_ == "come" and arms and not after(gift.trigger, "from", "to")
        coming = coming and not any(t.pos_ == "PRON" for t in after(gift.trigger, "with"))  # "with it came sixteen missiles"
        return coming and mood is not None and mood.tense in ("past", "present")
    verb = verb_of(gift.trigger)
    if verb is None:
        return False
    hostile = {t.i for t, frame in triggers(scene.pack, gift.sentence, "attack") if frame.pos == "VERB"}
    return any(a.i in hostile or a.lemma_ in FLYING for a in (verb, verb.head) if a.pos_ == "VERB")


def _is_lost(gift: Gift) -> bool:
    """ "The money that the firms had lost – 300 billion, by his count"."""
    above = [t for t in (gift.trigger, *gift.trigger.ancestors) if t.pos_ == "NOUN"]
    return gift.trigger.pos_ != "VERB" and any(c.lemma_ in LOSING for t in above for c in children(t, "relcl", "acl"))


def _is_of_tellers(gift: Gift) -> bool:
    """ "Survivors described being given just enough food": those who tell of it got it."""
    verb = gift.trigger
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    given = verb.tag_ == "VBN" and verb.dep_ in ("pcomp", "xcomp") and is_passive(verb)
    return given and above.lemma_ in TELLING


def _is_only_spent(scene: Scene, gift: Gift) -> bool:
    """ "The fund will be spent by 2027": money of which nothing says what it is spent on."""
    verb = verb_of(gift.trigger)
    if verb is None or verb.lemma_ != "spend" or names_receiver(scene, gift.sentence):
        return False
    return not any(t.lemma_.lower() in HELP for t in gift.words) and not after(verb, "on", "for", "in")
