"""Support that ebbs away or is opposed: "American aid has fallen by 90 per cent", "its opposition to military aid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import subjects, things_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What becomes of support that grows less, and what is done to it.
EBBING = frozenset(
    "fall drop decline decrease shrink dwindle wane slump dip plunge tumble halve diminish lessen plummet slow collapse evaporate vanish "
    "disappear cease end stop dry fade lapse falter crumble stall".split()
)
LESSENING = frozenset("cut reduce halve slash trim curb scale curtail lower diminish shrink axe pare slow".split())
#: What there is where support does not come ("to plug the gap in the supply of arms").
GAPS = frozenset("gap shortfall shortage lack dearth hole interruption absence".split())
#: What is done with what one holds oneself.
STOCKING = frozenset("replenish restock refill backfill deplete exhaust drain rebuild".split())
#: Nouns of being against something, or tired of it.
AGAINST = frozenset(
    "opposition objection resistance hostility aversion scepticism skepticism fatigue criticism critic opponent veto threat limit "
    "rejection refusal".split()
)
#: What is too little for something; what stands in the way, and what is done to it.
SHORT = frozenset("insufficient inadequate".split())
HURDLES = frozenset("obstacle hurdle barrier impediment".split())
CLEARING = frozenset("remove clear overcome eliminate lift".split())


def ebbs(noun: Token, verb: Token | None) -> bool:
    """Whether support is said to grow less or to end."""
    if verb is None:
        return False
    if verb.lemma_ in EBBING and any(t.i == noun.i for t in subjects(verb)):
        return True
    return verb.lemma_ in LESSENING and any(t.i == noun.i for t in things_of(verb))


def is_opposed_to(noun: Token) -> bool:
    """ "Its opposition to military aid", "opponents of aid": nothing is given by those who are against it."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in STOCKING and noun.lemma_ == "supply":
        return True  # "would be spent replenishing the army's supplies"
    above = noun.head.head.lemma_.lower() if noun.dep_ == "pobj" else ""
    if above in ("defence", "defense") and noun.head.lower_ == "of" and noun.head.head.dep_ == "dobj":
        return True  # "delivered a strong defence of its support"
    return (noun.head.lower_ in ("to", "of", "against", "over") and above in AGAINST) or (
        noun.head.lower_ in ("in", "of") and above in GAPS
    )


def falls_short(verb: Token) -> bool:
    """ "Insufficient to send the assets", "removes an obstacle to blocking the loan": what is not done, or no longer in the way."""
    lacking = verb.dep_ in ("xcomp", "advcl", "acl", "ccomp") and verb.head.lemma_.lower() in SHORT
    behind = [a for a in verb.ancestors if a.dep_ == "dobj" and a.lemma_.lower() in HURDLES]
    behind += [t for t in things_of(verb.head) if t.lemma_.lower() in HURDLES] if verb.dep_ == "advcl" and verb.tag_ == "VBG" else []
    return lacking or any(t.head.lemma_ in CLEARING for t in behind)
