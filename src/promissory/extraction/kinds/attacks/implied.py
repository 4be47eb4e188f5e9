"""Whom an attack hit that names neither side nor place: in a text about the war, its weapons and victims tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.attacks.blows import Blow
from promissory.extraction.kinds.attacks.strikes import CASUALTY, FIGHTERS, LENT, PEOPLE, has_casualties
from promissory.extraction.kinds.attacks.striking import RATE
from promissory.extraction.kinds.matters.foes import opponent
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.placing import spots_in

if TYPE_CHECKING:
    from promissory.extraction.grammar.sentences import Sentence
    from promissory.extraction.words import Token

#: The share of sentences about the country from which a weapon that fell somewhere fell there, if no attack was told before.
NEARLY_ABOUT = 0.05
#: Weapons that only the other side sends out.
THEIRS = frozenset("shahed kinzhal iskander kalibr oreshnik onyx glide_bomb".split())
#: What is struck at home, where no soldier is.
AT_HOME = frozenset("civilian energy infrastructure transport health food industry logistics nuclear culture police government".split())
#: Sentences within which what is hit is hit by the attack told before, on whichever side.
REACH = 3
#: Verbs of ruin, of which a passive or an attack as subject says that something was hit.
RUINING = frozenset(
    "attack destroy shell bomb bombard strike hit level flatten knock put damage wreck ruin raze gut target devastate cripple pound "
    "burn disable take smash shatter set".split()
)
#: Verbs of a weapon that goes off or comes down.
BURSTING = frozenset("explode detonate crash fall land come slam smash plunge burst impact".split())
#: Verbs that say of an attack when and how long it was.
LASTING = frozenset("last come follow begin start continue end happen occur go stretch resume target hit focus involve".split())
#: Verbs that tell of victims.
HARMING = frozenset("kill wound injure hurt maim".split())


def implied(scene: Scene, draft: Draft, blow: Blow) -> list[str]:
    """The side that was hit where nobody says whose it is: the one under attack in the sentences before, else the supported country."""
    place = draft.slots.get("place")
    if blow.doers or draft.status != "reported" or draft.slots.get("hit") == ("military",):
        return []
    if place is not None and place in scene.pack.country_of:
        return []
    bare = not {"date", "means"} & draft.slots.keys() or any(c.lower_ in ("is", "are", "be") for c in blow.trigger.children)
    if blow.trigger.dep_ == "relcl" and bare:
        return []  # "those whose homes were destroyed", "airfields from which bombs are launched"
    means, before = set(draft.slots.get("means", ())), scene.discourse.attacker[1]
    if not (before or means & THEIRS or scene.focus >= NEARLY_ABOUT or scene.is_about_beneficiary):
        return []
    near = bool(before) and blow.sentence.number - scene.discourse.attacker[0] <= REACH
    if not _says_enough(draft, blow, means, near):
        return []
    apart = "date" in draft.slots or any(spot.width < 2 for spot in spots_in(scene, blow.sentence))
    if before and not apart and (near or not has_casualties(blow.sentence)):
        draft.features["reference"] = 1  # one more sentence about the attack told before
    return [whose(scene, blow, means)]


def whose(scene: Scene, blow: Blow, means: set[str]) -> str:
    """The side that was attacked in the sentences before, which an attack told without one goes on with; else the supported country."""
    number, attacker = scene.discourse.attacker
    foe = opponent(scene.beneficiary)
    if foe and means & LENT:
        return foe
    near = attacker is not None and blow.sentence.number - number <= REACH and not means & THEIRS
    return (opponent(attacker or "") if near else None) or scene.beneficiary


def _says_enough(draft: Draft, blow: Blow, means: set[str], near: bool) -> bool:
    """ "Two drones fell on a depot", "trains have been attacked daily", "strikes on gas fields took away two-fifths of the output"."""
    hit = bool(AT_HOME.intersection(draft.slots.get("hit", ())))
    verb = blow.trigger
    harmed = has_casualties(blow.sentence) or one_killed(blow.sentence)
    if draft.grounds.get("means") not in (None, draft.trigger):
        if verb.lemma_ in BURSTING and not _is_elsewhere(blow.sentence, verb):
            return True
        return hit or harmed or "date" in draft.slots or bool(means & THEIRS) or verb.lemma_ in RUINING
    if verb.pos_ == "NOUN" and near and _lasts(verb):
        blow.again = True  # "the raid lasted five hours"
        return True
    if verb.pos_ == "NOUN":
        return hit or harmed or is_heard(verb) or any(c.dep_ == "nummod" for c in verb.lefts)
    if verb.lemma_ in HARMING:
        return harmed and _are_civilians(blow.sentence, verb) and not RATE.search(blow.sentence.text)
    return hit and verb.lemma_ in RUINING and (is_passive(verb) or bool(blow.marks))


def _lasts(noun: Token) -> bool:
    """ "The raid lasted five hours", "the attack came hours after the talks": the one told before."""
    verb = carrier(noun)
    told = verb is not None and verb.lemma_ in LASTING and verb.tag_ == "VBD" and noun.dep_ == "nsubj"
    return told and any(c.lower_ in ("the", "this", "these", "that") for c in noun.lefts)


def is_heard(noun: Token) -> bool:
    """ "The team heard explosions", "blasts were heard nearby"."""
    verb = carrier(noun)
    return verb is not None and verb.lemma_ == "hear" and noun.lemma_ in ("explosion", "blast") and noun.dep_ in ("dobj", "nsubjpass")


def _is_elsewhere(sentence: Sentence, verb: Token) -> bool:
    """ "A drone crashed near Osiny": in a place that nobody knows, which may lie in any land."""
    return any(t.pos_ == "PROPN" and t.i not in sentence.at for t in after(verb, "in", "near", "at", "on", "outside"))


def one_killed(sentence: Sentence) -> bool:
    """ "A customs officer lost his life": somebody who is killed or hurt, of whom no number is told."""
    for verb in sentence.tokens:
        hurt = things_of(verb) if verb.lemma_ in HARMING else []
        if verb.lemma_ in ("die", "perish") or (verb.lemma_ == "lose" and any(o.lemma_ == "life" for o in children(verb, "dobj"))):
            hurt = subjects(verb)
        if any(is_human(t.lemma_.lower()) or t.lemma_.lower() in PEOPLE for t in hurt):
            return True
    return False


def _are_civilians(sentence: Sentence, verb: Token) -> bool:
    """Whether those killed are told of as people who do not fight, in the sentence that counts them."""
    words = {t.lemma_.lower() for t in sentence.tokens}
    return not words & FIGHTERS and bool(words & (PEOPLE | CASUALTY)) and is_passive(verb)
